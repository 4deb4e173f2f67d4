"""The Excel workbook: the tables as the statute prints them, and every equation as a live formula."""

from __future__ import annotations

from collections.abc import Sequence

from gouji.export.target import Made
from gouji.export.workbook.book import Book
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.equations import write_equations
from gouji.export.workbook.formulas import References
from gouji.export.workbook.lists import write_corrections, write_findings, write_source
from gouji.export.workbook.readback import agrees
from gouji.export.workbook.record import write_record
from gouji.export.workbook.sent_back import write_sent_back
from gouji.export.workbook.tables import write_table
from gouji.model.review import Review
from gouji.model.rule import Finding


def make_workbook(review: Review, findings: Sequence[Finding], language: str) -> Made:
    """The finished workbook, and the check that what openpyxl reads back is what was put in."""
    contents = Contents(review, tuple(findings), language)
    book = Book()
    references: References = {}
    for table in contents.form:
        references |= write_table(book, table, contents)
    write_equations(book, contents, references)
    write_sent_back(book, contents)
    write_findings(book, contents)
    write_corrections(book, contents)
    write_source(book, contents)
    write_record(book, contents, references)
    content = book.finish()
    return Made(content, lambda back: agrees(book, back))


__all__ = ["make_workbook"]
