"""Starts Gouji: a command of the command line, or the window on the files named."""

from __future__ import annotations

import gc
import os
import sys
from importlib.util import find_spec
from pathlib import Path


def main() -> int:
    """The exit status of the command or window that the arguments ask for."""
    arguments = _take_data(sys.argv[1:])
    if arguments and (arguments[0].startswith("-") or arguments[0] in COMMANDS):
        # What a command loads stays to its end, and need not be looked through for garbage again and again.
        gc.set_threshold(MOST_GARBAGE)
        from gouji.cli import run  # noqa: PLC0415 -- the window needs none of it

        try:
            return run(arguments)
        finally:
            # Nor once more by Python itself before it ends.
            gc.freeze()
    if find_spec("PySide6") is None:
        from gouji.wording import say, system_language  # noqa: PLC0415 -- to say this alone

        sys.stderr.write(say("doctor.no_qt", system_language()) + "\n")
        return NO_WINDOW
    # What is loaded before the first paint stays, and the window does not wait for a search through it.
    gc.disable()
    from gouji.ui.start import run as open_window  # noqa: PLC0415 -- a command needs no Qt

    return open_window([Path(argument) for argument in arguments])


def _take_data(arguments: list[str]) -> list[str]:
    """The arguments without ``--data DIR`` at their head, which names another folder for the desk."""
    head = arguments[:1]
    if head == ["--data"] and len(arguments) > 1:
        named, rest = arguments[1], arguments[2:]
    elif head and head[0].startswith("--data="):
        named, rest = head[0].removeprefix("--data="), arguments[1:]
    else:
        return arguments
    # In the environment, so that every process of ours finds it.
    os.environ["GOUJI_DATA"] = named
    return rest


COMMANDS = frozenset({"extract", "check", "export", "forms", "desk", "doctor"})
NO_WINDOW = 2
"""Exit status where Qt is not installed."""

MOST_GARBAGE = 50_000
"""So many new objects make Python look for garbage, in place of 700."""

if __name__ == "__main__":
    sys.exit(main())
