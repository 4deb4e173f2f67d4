"""The sheets 核对结果, 更正记录 and 来源."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from gouji import __version__
from gouji.export.problem import Problem, cell_name, correction_kind, departures, problems
from gouji.export.workbook.book import Book, Sheet, Span, Value
from gouji.export.workbook.contents import Contents
from gouji.export.workbook.fitting import SLIM, text_height, wide_enough
from gouji.export.workbook.marks import place
from gouji.export.workbook.styles import BOXED, CENTERED, HEAD, SUM, TITLE, Style
from gouji.model.note import Note
from gouji.model.report import Reading

Columns = Mapping[str, tuple[float, Style]]
"""The columns of a list by their wording, each with its width and style."""

FINDINGS: Columns = {
    "number": (6, CENTERED),
    "severity": (7, CENTERED),
    "place": (30, BOXED),
    "problem": (58, BOXED),
    "left": (10, SUM),
    "right": (10, SUM),
    "difference": (9, SUM),
    "mistake": (13, CENTERED),
    "decision": (18, BOXED),
    "suggestion": (50, BOXED),
}
CORRECTIONS: Columns = {
    "number": (6, CENTERED),
    "cell": (50, BOXED),
    "printed": (22, BOXED),
    "before": (12, SUM),
    "after": (12, SUM),
    "mistake": (11, CENTERED),
    "reason": (36, BOXED),
    "time": (28, CENTERED),
    "provenance": (12, CENTERED),
}
SOURCE: Columns = {"item": (18, BOXED), "content": (76, BOXED)}


def write_findings(book: Book, contents: Contents) -> None:
    """Add the list of findings, each with its decision."""
    listed = problems(contents.review, contents.findings, contents.language)
    lines = [_problem_line(number, each) for number, each in enumerate(listed, start=1)]
    _write_list(book.add_sheet("核对结果"), "findings", FINDINGS, lines, contents)


def _problem_line(number: int, problem: Problem) -> tuple[Value, ...]:
    balance = problem.finding.balance
    sums = (None, None, None) if balance is None else (balance.left, balance.right, balance.difference)
    return (
        number,
        problem.severity,
        problem.place,
        problem.message,
        *sums,
        problem.mistake,
        problem.decision,
        problem.suggestions,
    )


def write_corrections(book: Book, contents: Contents) -> None:
    """Add the audit trail: the corrections in force, in the order they were made, then the notes on cells."""
    notes = contents.review.notes.values()
    lines: list[tuple[Value, ...]] = [
        (
            number,
            cell_name(each.address, contents.form, contents.language),
            contents.document.cell(each.address).raw or "",
            each.before,
            each.after,
            correction_kind(each, contents.language),
            each.reason,
            each.at.isoformat(sep=" ", timespec="seconds"),
            place(contents.document.cell(each.address), contents),
        )
        for number, each in enumerate(contents.document.corrections.values(), start=1)
    ]
    lines += [_note_line(number, each, contents) for number, each in enumerate(notes, start=len(lines) + 1)]
    _write_list(book.add_sheet("更正记录"), "corrections", CORRECTIONS, lines, contents)


def _note_line(number: int, note: Note, contents: Contents) -> tuple[Value, ...]:
    cell = contents.document.cell(note.address)
    return (
        number,
        cell_name(note.address, contents.form, contents.language),
        cell.raw or "",
        None,
        None,
        contents.say("note"),
        note.text,
        note.at.isoformat(sep=" ", timespec="seconds"),
        place(cell, contents),
    )


def write_source(book: Book, contents: Contents) -> None:
    """Add what the workbook was made from, and by what."""
    report, source = contents.report, contents.report.source
    readings = Counter(cell.reading for cell in report.cells.values())
    counts = {str(reading): readings[reading] for reading in Reading}
    items: dict[str, Value] = {
        "unit": report.unit or contents.say("unknown"),
        "year": report.year or contents.say("unknown"),
        "title": report.title or contents.say("unknown"),
        "form": f"{report.form.title}（{report.form.basis}）",
        "file": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "pages": source.pages,
        "encoding": source.encoding,
        "readings": contents.say("reading_counts", all=len(report.cells), **counts),
        "previous": contents.review.previous.name if contents.review.previous else None,
        "rules": departures(contents.language) or None,
        "program": f"Gouji 勾稽 {__version__}",
    }
    lines = [(contents.say(name), value) for name, value in items.items() if value is not None]
    _write_list(book.add_sheet("来源"), "source", SOURCE, lines, contents)


def _write_list(
    sheet: Sheet, name: str, columns: Columns, lines: Sequence[Sequence[Value]], contents: Contents
) -> None:
    """A heading, the names of the columns, and the lines, each as high as its texts need."""
    widths = [width for width, _ in columns.values()]
    sheet.worksheet.set_row(0, 30)
    sheet.put(Span(0, 0, 1, len(columns)), contents.say(f"{name}_heading"), TITLE)
    sheet.worksheet.set_row(1, SLIM + 4)
    for column, (title, (width, _)) in enumerate(columns.items()):
        figures = [line[column] for line in lines]
        numbers = [figure for figure in figures if isinstance(figure, int | Decimal)]
        sheet.worksheet.set_column(column, column, wide_enough(width, numbers))
        sheet.put(Span(1, column), contents.say(title), HEAD)
    for row, line in enumerate(lines, start=2):
        sheet.worksheet.set_row(
            row, text_height(["" if value is None else str(value) for value in line], widths)
        )
        for column, (value, (_, style)) in enumerate(zip(line, columns.values(), strict=True)):
            sheet.put(Span(row, column), value, style)
    if not lines:
        sheet.put(Span(2, 0, 1, len(columns)), contents.say(f"no_{name}"), BOXED)
    sheet.worksheet.freeze_panes(2, 0)
    sheet.worksheet.repeat_rows(1)
    sheet.print_on_a4(contents.say("page_of"), landscape=name != "source", pages_high=0)
