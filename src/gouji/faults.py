"""Faults of the program itself, told and logged without a word or a figure of any report.

What is kept of an error is its kind and the places in the program that it came through: no message, since
messages quote what was read; no path, since paths name people and offices.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from platformdirs import user_log_path

from gouji import __version__

if TYPE_CHECKING:
    from logging import Handler, Logger, LogRecord

LOG_NAME = "gouji.log"
LARGEST_LOG = 256 * 1024
"""Bytes, after which another log is begun."""
LOGS_KEPT = 3
MOST_PLACES = 20
"""So many of the last places are told."""
LONGEST_NOTICE = 200

_QUOTED = re.compile(r"([\"'“‘]).*?[\"'”’]")
_PATH = re.compile(r"\S*[/\\]\S*")
_NOT_LATIN = re.compile(r"[^\x20-\x7e]+")
_DIGITS = re.compile(r"[0-9]+")


def log_folder() -> Path:
    """Where the log is kept."""
    return user_log_path("Gouji", appauthor=False)


def surroundings() -> str:
    """Program, Python and system in one line."""
    return (
        f"gouji {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )


def described(error: BaseException) -> str:
    """The kind of an error and where it came through, the innermost last; so for those that led to it."""
    return "\n".join(_described(error))


def scrubbed(notice: str) -> str:
    """A notice of a library, without what it may quote: names, paths, figures, Chinese."""
    for pattern, left in ((_QUOTED, "…"), (_PATH, "…"), (_NOT_LATIN, "…"), (_DIGITS, "0")):
        notice = pattern.sub(left, notice)
    return notice[:LONGEST_NOTICE]


def _described(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _described(cause)
    yield type(error).__name__
    places = [
        (frame.f_globals.get("__name__", "?"), line, frame) for frame, line in walk_tb(error.__traceback__)
    ]
    for module, line, frame in places[-MOST_PLACES:]:
        yield f"    {module}:{line} in {frame.f_code.co_name}"


class FaultLog:
    """A log that begins anew when it is full; where it cannot be kept, the program goes on without."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG_NAME

    def note_start(self) -> None:
        """Begin with what is needed to make sense of the rest."""
        self._log.info("%s", surroundings())

    def note_fault(self, description: str) -> None:
        """A fault, as `described`."""
        self._log.error("%s", description)

    def note_notice(self, source: str, notice: str) -> None:
        """What a library has to say."""
        self._log.warning("%s: %s", source, scrubbed(notice))

    def close(self) -> None:
        """Let go of the file."""
        for handler in list(self._log.handlers):
            self._log.removeHandler(handler)
            handler.close()

    @cached_property
    def _log(self) -> Logger:
        from logging import Logger  # noqa: PLC0415 -- the window is painted without it

        log = Logger("gouji")  # noqa: LOG001 -- one that no library can write to
        log.addHandler(_handler(self.path))
        return log


def _handler(path: Path) -> Handler:
    from logging import Formatter, NullHandler  # noqa: PLC0415 -- as above
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 -- as above

    class PatientHandler(RotatingFileHandler):
        """Does without what it cannot write: a full disk is no second fault."""

        def handleError(self, _record: LogRecord) -> None:  # noqa: N802 -- as the library calls it
            return

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = PatientHandler(path, maxBytes=LARGEST_LOG, backupCount=LOGS_KEPT, encoding="utf-8")
    except OSError:
        return NullHandler()
    handler.setFormatter(Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler


def tell_terminal(error: BaseException) -> None:
    """Say it where whoever started the program may see it."""
    sys.stderr.write(f"{surroundings()}\n{described(error)}\n")
