"""Places on pages that were laid straight to be read, as places on the pages that are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, sin

from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Places
from gouji.model.report import Cell, Report
from gouji.sources.page import Page
from gouji.sources.turning import turned, upright


def as_seen(report: Report, pages: Sequence[Page]) -> Report:
    """The report with its places on the pages as these are seen: askew, sideways or upside down."""
    laid = {page.number: page for page in pages if page.skew or page.sideways}
    if not laid:
        return report

    def seen(place: Provenance) -> Provenance:
        page = laid.get(place.page)
        return place._replace(box=box_as_seen(place.box, page)) if page else place

    def all_seen(places: Places) -> Places:
        return tuple(map(seen, places))

    def cell_seen(cell: Cell) -> Cell:
        return replace(cell, provenance=seen(cell.provenance)) if cell.provenance else cell

    return replace(
        report,
        cells={address: cell_seen(cell) for address, cell in report.cells.items()},
        title_places=all_seen(report.title_places),
        period=report.period and report.period._replace(places=all_seen(report.period.places)),
        dates=tuple(each._replace(place=each.place and seen(each.place)) for each in report.dates),
        footnotes=tuple(each._replace(place=each.place and seen(each.place)) for each in report.footnotes),
        sections=tuple(
            each._replace(
                heading_place=each.heading_place and seen(each.heading_place),
                places=all_seen(each.places),
            )
            for each in report.sections
        ),
    )


def box_as_seen(box: Box, page: Page) -> Box:
    """The place of a box of a page that was laid straight; askew, its size stays."""
    if page.sideways:
        level = upright(page)
        box = turned(box, -page.sideways, level.width, level.height)
    turn = page.skew or 0.0
    right, down = (box.x0 + box.x1 - page.width) / 2, (box.top + box.bottom - page.height) / 2
    shift = right * (cos(turn) - 1) - down * sin(turn)
    drop = right * sin(turn) + down * (cos(turn) - 1)
    return Box(box.x0 + shift, box.top + drop, box.x1 + shift, box.bottom + drop)
