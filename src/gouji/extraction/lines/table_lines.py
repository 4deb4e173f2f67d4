"""The lines among which tables are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.lines.line import Line
from gouji.model.report import Doubt


def table_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without figures that stand alone between those of tables.

    They are page numbers; but those that may be torn off figures before or behind cast a doubt on these.
    """
    if not any(line.grid is not None and line.figures for line in lines):
        return list(lines)
    kept: list[Line] = []
    last: int | None = None
    alone: Line | None = None
    for line in lines:
        if line.grid is None and not line.labels:
            alone = line if line.figures else alone
            if last is not None and _may_be_ends(line, kept[last]):
                kept[last] = _doubted(kept[last])
            continue
        if line.grid is not None and line.figures:
            last = len(kept)
            torn = alone is not None and _may_be_beginnings(alone, line)
            kept.append(_doubted(line) if torn else line)
            alone = None
        else:
            kept.append(line)
    return kept


def _may_be_ends(rest: Line, line: Line) -> bool:
    """Whether figures on the next page may be the ends of those above, where no lines part the rows."""
    first = rest.figures[0] if rest.figures else None
    if first is None or len(rest.figures) > len(line.figures):
        return False
    is_number = len(rest.figures) == 1 and first.text == str(first.page)
    return line.loose and first.page == line.figures[-1].page + 1 and not is_number


def _may_be_beginnings(upper: Line, line: Line) -> bool:
    """Whether figures may be the beginnings of those on the next page; one alone is the number of its own."""
    several = 1 < len(upper.figures) <= len(line.figures)
    return several and line.loose and upper.figures[-1].page == line.figures[0].page - 1


def _doubted(line: Line) -> Line:
    zone = tuple(slot._replace(doubt=slot.doubt or Doubt.TORN) if slot.text else slot for slot in line.zone)
    return replace(line, zone=zone)
