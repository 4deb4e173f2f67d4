"""The whole of a source file into a report: the form it follows, its cells, its sections and its prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gouji.errors import NotAReportError
from gouji.extraction.binding.bind import bind
from gouji.extraction.binding.binding import NOTHING, Binding
from gouji.extraction.binding.fallen import is_annotated
from gouji.extraction.labels.book import Book, books, own_rows, own_words, shelf, telling_words
from gouji.extraction.labels.label import fold
from gouji.extraction.lines.line import Item, Line, printed_lines
from gouji.extraction.lines.table_lines import table_lines
from gouji.extraction.proof.belief import believe_proved, doubt_alike, doubt_broken, doubt_unproved
from gouji.extraction.proof.scanned import settle_scanned
from gouji.extraction.proof.touching import part_touching
from gouji.extraction.prose.dates import find_dates, find_period
from gouji.extraction.prose.locate import Part, locate
from gouji.extraction.prose.sections import footnotes, printed_before, printed_in_last, sections
from gouji.extraction.prose.title import find_title
from gouji.extraction.prose.written import prose, without_running_heads
from gouji.extraction.seen import as_seen
from gouji.extraction.text.grid import text_strips
from gouji.extraction.unglue.reconcile import cut_runs
from gouji.library import forms
from gouji.model.form import Address, Form
from gouji.model.report import MISSING, Cell, Report, Source
from gouji.sources.page import OpenedSource
from gouji.sources.turning import upright

Bindings = dict[int, Binding]
"""By the identity of the book: there is one for each different table."""

FEWEST_CELLS = 10
"""A file with fewer cells of a form than this is no report, unless it names as many rows."""
LONG_LABEL = 20
"""Words so long are those of one row only, and of no prose."""
PIECE = 4
"""Characters that are found together, also where a label is wrapped beside others."""
MOST = 0.5
NAMED = 3.0
"""What a row that is printed counts, in rows, where only some forms have it: its figures must not be lost."""


def extract(opened: OpenedSource) -> Report:
    """The report in an opened source; `NotAReportError` when it has none of the statutory tables."""
    report = settle_scanned(read_report(opened.source, _items(opened)), opened.pages)
    return as_seen(report, opened.pages)


def read_report(source: Source, items: Iterable[Item]) -> Report:
    """The report in printed tables and lines of text in reading order; `NotAReportError` as above."""
    lines = printed_lines(items)
    parts = locate(forms()[0].sections, lines)
    title = find_title(lines[: parts[0].start if parts else len(lines)])
    likely = sorted(forms(), key=lambda form: not _in_use(form, title.year))
    bindings = _bind_tables(likely, lines, parts)
    form = _best_form(likely, bindings, lines)
    found = _found(_of_form(bindings, form), form)
    if len(found) < FEWEST_CELLS and not _names_rows(lines):
        raise NotAReportError(source.name)
    words = without_running_heads(lines, {part.start for part in parts})
    opening = printed_before(words, parts)
    told = sections(words, parts, title.unit)
    return Report(
        form=form,
        source=source,
        cells={address: found.get(address, MISSING) for address in form.addresses},
        unit=title.unit,
        year=title.year,
        title=title.text,
        title_places=title.places,
        period=find_period([prose(opening), *(section.prose for section in told)]),
        dates=tuple(find_dates([*opening, *printed_in_last(words, parts)])),
        footnotes=footnotes(lines, parts),
        sections=told,
    )


def _found(bindings: Sequence[Binding], form: Form) -> dict[Address, Cell]:
    """The cells that were found, each believed or doubted as the sums of the form have it."""
    found: dict[Address, Cell] = {}
    for binding in bindings:
        found |= binding.cells
    found |= cut_runs([run for binding in bindings for run in binding.runs], found, form)
    for binding in bindings:
        doubt_unproved(found, form, binding.unproved, binding.gaps)
        doubt_alike(found, form, binding.alike)
        doubt_broken(found, form, binding.unruled)
    believe_proved(found, form)
    part_touching(found, form)
    return found


def _items(opened: OpenedSource) -> Sequence[Item]:
    if opened.strips is not None:
        return opened.strips
    if opened.lines is not None:
        return text_strips(opened.lines)
    from gouji.extraction.paper.grid import strips  # noqa: PLC0415 -- a text needs no geometry

    return [item for page in opened.pages for item in strips(upright(page))]


def _bind_tables(likely: Sequence[Form], lines: Sequence[Line], parts: Sequence[Part]) -> Bindings:
    """Every table of every form, bound to the lines of its section; to all lines where that finds nothing.

    Where one form's table explains all that is printed, the same table of the forms after it is left out.
    """
    bindings: Bindings = {}
    explained: set[str] = set()
    for book in (book for form in likely for book in shelf()[form.id]):
        if id(book) in bindings:
            continue
        binding = NOTHING
        if book.table.id not in explained:
            binding = _bind(book, lines, parts)
        if binding.merit >= len(book.rows):
            explained.add(book.table.id)
        bindings[id(book)] = binding
    return bindings


def _bind(book: Book, lines: Sequence[Line], parts: Sequence[Part]) -> Binding:
    home = next((part for part in parts if part.head.table == book.table.id), None)
    binding = bind(book, table_lines(_lines_of(home, lines))) if home else NOTHING
    return bind(book, table_lines(lines), located=False) if binding.empty else binding


def _lines_of(part: Part, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a section; its heading is one of them where figures of the table fell out below it."""
    fallen = any(map(is_annotated, lines[part.start].figures))
    return lines[part.start if fallen else part.start + 1 : part.end]


def _names_rows(lines: Iterable[Line]) -> bool:
    """Whether the text names rows of the tables, so that it is a report with illegible figures."""
    text = fold("".join(slot.text for line in lines for slot in line.labels)).words
    return sum(words in text for book in books() for words in book.row_words) >= FEWEST_CELLS


def _best_form(likely: Sequence[Form], bindings: Bindings, lines: Sequence[Line]) -> Form:
    """The form that explains most of what is printed, and most of whose own labels are printed."""
    labels = [(line.grid, fold(slot.text).words) for line in lines for slot in line.labels]
    printed, text = {words for _, words in labels}, "".join(words for _, words in labels)
    # Labels of cells may have run together with others, where lines between were not seen.
    cells = "\n".join(words for grid, words in labels if grid is not None)
    # A label with a single figure may be a line of prose.
    rows = {fold(line.labels[-1].text) for line in lines if line.labels and len(line.figures) > 1}

    def merit(form: Form) -> float:
        own = own_words(form.id)
        explained = sum(binding.merit for binding in _of_form(bindings, form))
        named = sum(_is_named(words, text) for words in own if len(words) >= LONG_LABEL)
        named += sum(len(label.words) < LONG_LABEL for label in own_rows(form.id) & rows)
        seen = own & printed | {words for words in telling_words(form.id) if words in cells}
        return explained + len(seen) + NAMED * named - len(own) / 2

    return max(likely, key=merit)


def _is_named(words: str, printed: str) -> bool:
    """Whether most of a label is printed, whatever stands between its parts."""
    pieces = [words[start : start + PIECE] for start in range(len(words) - PIECE + 1)]
    return sum(piece in printed for piece in pieces) >= MOST * len(pieces)


def _in_use(form: Form, year: int | None) -> bool:
    return year is not None and form.years[0] <= year <= form.years[1]


def _of_form(bindings: Bindings, form: Form) -> list[Binding]:
    return [bindings[id(book)] for book in shelf()[form.id]]
