"""Pages drawn with what the readers saw on them: the developer's option."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.errors import NotAReportError
from gouji.extraction import extract
from gouji.extraction.paper.grid import strips
from gouji.model.geometry import Box
from gouji.sources import read
from gouji.sources.file import SourceFile
from gouji.sources.page import OpenedSource
from gouji.sources.seen import Outline, Seen
from gouji.sources.strip import Grid


def draw_seen(
    file: SourceFile, password: str | None, number: int, scale: float, seen: Seen
) -> tuple[int, int, bytes]:
    """Width, height and pixels (4 bytes each: blue, green, red, unused) of a page of a PDF.

    Pages count from 1; scale 1 is 72 dots per inch. Raises the `GoujiError` that names the trouble.
    """
    from gouji.sources.plumbed import draw_outline, draw_tables  # noqa: PLC0415 -- 160 ms, hardly ever needed

    if seen is Seen.SECOND:
        return draw_tables(file, password, number, scale)
    return draw_outline(file, password, number, scale, outline(read(file, password), number))


def outline(opened: OpenedSource, number: int) -> Outline:
    """What the first reading saw on a page."""
    page = opened.pages[number - 1]
    grids = (item for item in strips(page) if isinstance(item, Grid))
    slots = (slot.box for grid in grids for row in grid.rows for slot in row)
    rulings = (ruling.box for ruling in page.rulings)
    return Outline(tuple(rulings), tuple(slots), tuple(_labels(opened, number)))


def _labels(opened: OpenedSource, number: int) -> Iterator[tuple[Box, str]]:
    try:
        report = extract(opened)
    except NotAReportError:
        # Just then it is of interest what was seen.
        return
    for address, cell in report.cells.items():
        if cell.provenance is not None and cell.provenance.page == number:
            yield cell.provenance.box, f"{address.row}.{address.column}"
