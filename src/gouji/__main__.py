"""Starts Gouji: a command of the command line, or the window on the files named."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path


def main() -> int:
    """The exit status of the command or window that the arguments ask for."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0].startswith("-") or arguments[0] in COMMANDS):
        from gouji.cli import run  # noqa: PLC0415 -- the window needs none of it

        return run(arguments)
    if find_spec("PySide6") is None:
        from gouji.wording import say, system_language  # noqa: PLC0415 -- to say this alone

        sys.stderr.write(say("doctor.no_qt", system_language()) + "\n")
        return NO_WINDOW
    from gouji.ui.app import run as open_window  # noqa: PLC0415 -- a command needs no Qt

    return open_window([Path(argument) for argument in arguments])


COMMANDS = frozenset({"extract", "check", "export", "forms", "doctor"})
NO_WINDOW = 2
"""Exit status where Qt is not installed."""

if __name__ == "__main__":
    sys.exit(main())
