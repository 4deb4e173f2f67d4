"""The command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gouji.worker import ReadingProcess

READING = frozenset({"extract", "check", "export"})
"""The commands that read reports."""
PROMPT = 0.0005
"""Seconds after which a busy thread makes way for one that waits, in place of 0.005."""


def run(arguments: list[str]) -> int:
    """The exit status of the command that the arguments ask for."""
    if READING.isdisjoint(arguments):
        return _run(arguments, None)
    process = reading_process()
    # What it asks for is handed over at once, also while this one is busy loading.
    sys.setswitchinterval(PROMPT)
    # It loads what reads files while this one loads what reads arguments, and what checks.
    process.start()
    try:
        return _run(arguments, process)
    finally:
        process.stop()


def reading_process() -> ReadingProcess:
    """What reads the files of a command."""
    from gouji.worker import ReadingProcess  # noqa: PLC0415 -- help and version read none

    # A copy of this process is ready at once, but not every system makes one.
    return ReadingProcess(None) if hasattr(os, "fork") else ReadingProcess()


def _run(arguments: list[str], process: ReadingProcess | None) -> int:
    from gouji.cli.arguments import run  # noqa: PLC0415 -- click, of no use to the other process

    return run(arguments, process)
