"""A workbook of ours that comes back: the review it was made from, and what was changed in it since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from gouji.errors import BadReviewFileError, LostReviewError
from gouji.model.correction import Change, Document
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.model.review import Review
from gouji.reviewfile.decode import decode
from gouji.reviewfile.part import Part, RefusedError
from gouji.reviewfile.record import RECORD_SHEET, unpack
from gouji.reviewfile.tabled import Place, TabledSheet, changed_values
from gouji.sources.workbook import StoredSheets
from gouji.wording import LANGUAGES, say

OUR_SHEETS = ("勾稽校验", "来源")
"""A workbook with both is one of ours, even when the record in it was taken away."""
MOST_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class Returned:
    """A review as it is by the workbook, and as it was when the workbook was written."""

    review: Review
    before: Review


def reopen(sheets: StoredSheets) -> Returned | None:
    """The review in a workbook of ours, with corrections for what was changed in it; None for any other.

    Nothing is guessed: `LostReviewError` where the record is damaged or gone, `LostSheetError` and
    `ChangedLayoutError` where a table is no longer as it was written, `NotAFigureError` where a cell of one
    does not plainly hold a number.
    """
    if RECORD_SHEET not in sheets:
        if all(name in sheets for name in OUR_SHEETS):
            raise LostReviewError(sheets.path)
        return None
    stored = sheets.cells(RECORD_SHEET)
    try:
        record = unpack([stored[place].text for place in sorted(stored)])
        before = decode(record["review"].value, sheets.path)
        language = _language(record["language"])
        tables = list(_tables(record["tables"], before.document))
    except (RefusedError, BadReviewFileError) as error:
        raise LostReviewError(sheets.path) from error
    values: dict[Address, Number | None] = {}
    for table in tables:
        values |= changed_values(table, sheets, before.document)
    reason = say("workbook.returned", language, file=sheets.path.name)
    return Returned(_corrected(before, values, reason), before)


def _language(part: Part) -> str:
    if part.text() not in LANGUAGES:
        part.refuse()
    return part.text()


def _tables(part: Part, document: Document) -> Iterator[TabledSheet]:
    """The tables of the record, which hold every cell of the form once."""
    by_name = dict(document.report.form.by_name)
    for each in part.entries():
        figures: dict[Place, Address] = {}
        for place, text in _texts(each["figures"]):
            address = by_name.pop(text, None)
            if address is None:
                each["figures"].refuse()
            figures[place] = address
        labels = dict(_texts(each["labels"]))
        if not labels or not figures:
            each.refuse()
        yield TabledSheet(each["sheet"].text(), labels, figures)
    if by_name:
        part.refuse()


def _texts(part: Part) -> Iterator[tuple[Place, str]]:
    for each in part.entries():
        yield (each["row"].whole(1, MOST_ROWS), each["column"].whole(1, MOST_ROWS)), each["text"].text()


def _corrected(before: Review, values: Mapping[Address, Number | None], reason: str) -> Review:
    """The review with the values laid over it."""
    document, now = before.document, datetime.now().astimezone()
    changes = [
        Change(address, document.corrections.get(address), document.correction(address, value, reason, now))
        for address, value in values.items()
    ]
    return replace(before, document=document.with_changes(changes))
