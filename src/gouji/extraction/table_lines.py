"""The lines among which tables are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gouji.extraction.line import Line
from gouji.model.report import Doubt


def table_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without figures that stand alone between those of tables.

    They are page numbers; but one that may be torn off the figures above casts a doubt on these.
    """
    if not any(line.grid is not None and line.figures for line in lines):
        return list(lines)
    kept: list[Line] = []
    last: int | None = None
    for line in lines:
        if line.grid is None and not line.labels:
            if last is not None and _may_be_torn_off(line, kept[last]):
                kept[last] = _doubted(kept[last])
            continue
        if line.grid is not None and line.figures:
            last = len(kept)
        kept.append(line)
    return kept


def _may_be_torn_off(rest: Line, line: Line) -> bool:
    """Whether a lone figure on the next page may be the end of one above, where no lines part the rows."""
    if len(rest.figures) != 1:
        return False
    alone = rest.figures[0]
    return line.loose and alone.page == line.figures[-1].page + 1 and alone.text != str(alone.page)


def _doubted(line: Line) -> Line:
    zone = tuple(slot._replace(doubt=slot.doubt or Doubt.TORN) if slot.text else slot for slot in line.zone)
    return replace(line, zone=zone)
