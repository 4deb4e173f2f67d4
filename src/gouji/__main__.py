"""Starts Gouji: a command of the command line, or the window on the files named."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> int:
    """The exit status of the command or window that the arguments ask for."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0].startswith("-") or arguments[0] in COMMANDS):
        # What a command loads stays to its end, and need not be looked through for garbage again and again.
        gc.set_threshold(MOST_GARBAGE)
        from gouji.cli import run  # noqa: PLC0415 -- the window needs none of it

        try:
            return run(arguments)
        finally:
            # Nor once more by Python itself before it ends.
            gc.freeze()
    from gouji.ui.app import run as open_window  # noqa: PLC0415 -- a command needs no Qt

    return open_window([Path(argument) for argument in arguments])


COMMANDS = frozenset({"extract", "check", "export", "forms"})

MOST_GARBAGE = 50_000
"""So many new objects make Python look for garbage, in place of 700."""

if __name__ == "__main__":
    sys.exit(main())
