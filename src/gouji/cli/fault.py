"""A fault of the program itself on the command line: one sentence, and the details in the log."""

from __future__ import annotations

import click

from gouji.cli.status import FAULT
from gouji.faults import FaultLog, described, log_folder
from gouji.wording import say


def tell(fault: BaseException, language: str) -> int:
    """Log a fault and say so; the exit status."""
    log = FaultLog(log_folder())
    log.note_start()
    log.note_fault(described(fault))
    log.close()
    click.echo(say("cli.fault", language, file=log.path), err=True)
    return FAULT
