"""The reports of the year before that a command names, each for the report of its unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from gouji.cli.reading import Reading
from gouji.errors import GoujiError, OtherYearError
from gouji.model.comparison import Reference
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.wording import say

Read = Review | GoujiError
"""What came of reading a file."""


def read_all(paths: Sequence[Path], previous: Sequence[Path], reading: Reading, language: str) -> list[Read]:
    """The review of every file, each with the named report of the year before that is of its unit.

    A single report goes with a single file, whatever units they name. `click.UsageError` where one of the
    named goes with no file, or is not of the year before; a `GoujiError` where one cannot be read.
    """
    named = [Reference.of(reading.load(path).review.document) for path in previous]
    found = [_read(path, reading) for path in paths]
    alone = len(paths) == len(named) == 1
    left = list(named)
    for place, review in enumerate(found):
        if isinstance(review, Review):
            report = review.document.report
            own = [each for each in named if alone or each.is_of_unit(report)][:1]
            for each in own:
                _refuse_other_year(each, report, language)
                found[place] = replace(review, previous=each)
                left = [other for other in left if other is not each]
    if left and all(isinstance(each, Review) for each in found):
        unit = left[0].unit or say("workbook.unknown", language)
        raise click.UsageError(say("cli.unmatched", language, file=left[0].name, unit=unit))
    return found


def _read(path: Path, reading: Reading) -> Read:
    try:
        return reading.load(path).review
    except GoujiError as error:
        return error


def _refuse_other_year(previous: Reference, report: Report, language: str) -> None:
    if not previous.is_year_before(report):
        error = OtherYearError(previous.name, year=previous.year, wanted=(report.year or 0) - 1)
        raise click.UsageError(error.sentence(language))
