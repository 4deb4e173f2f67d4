"""Lines between the rows of a table that no rule parts: found from its figures, labels and heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gouji.extraction.paper.printed_columns import ALIGNED, is_entry, without_strokes
from gouji.extraction.paper.printed_rows import Row, between, row_boxes
from gouji.extraction.paper.rulings import Rule
from gouji.extraction.paper.seating import CLOSE
from gouji.extraction.paper.typesetting import around, text_lines
from gouji.extraction.paper.wrapped_rows import MOST_LINES, is_rest, widest, wrapped_rows
from gouji.model.geometry import Box
from gouji.sources.page import Word

AS_NEAR = 1.0
"""Points by which distances may differ that are the same."""
RULED = 3
"""With more lines than these, a table has one below every row."""
HEADS = 3
"""So many texts over one row of figures are heads, and no rest of what is printed beside them."""


def row_stops(
    words: Sequence[Word], rules: Sequence[Rule], stops: Sequence[float], own: float
) -> list[float]:
    """Where to draw lines between rows that no rule parts.

    `stops` are the borders of the columns of figures, `own` the left edge of the last column of labels.
    """
    ruled = sorted(rule.at for rule in rules if rule.covers(stops[0], stops[-1]))
    ys: list[float] = []
    parted = bands(words, ruled)
    fenced = len(ruled) > RULED and _are_fenced(parted, stops[0])
    for band in parted:
        rows = _figure_rows(band, stops, fenced=fenced)
        if len(rows) > 1 or (rows and (not ruled or _has_heads(band, rows[0], stops[0]))):
            ys += _stops_in_band(band, rows, stops, own)
        elif not rows and band:
            ys += _stops_amid_heads(band, stops)
    return ys


def _are_fenced(parted: Sequence[Sequence[Word]], start: float) -> bool:
    """Whether rules part all rows: no more lines of figures stand between two than a wrapped one has."""
    return all(len(text_lines(_entries(band, start))) <= MOST_LINES for band in parted)


def _entries(band: Sequence[Word], start: float) -> list[Word]:
    """The figures in the columns, and what stands for none."""
    return [word for word in without_strokes(band) if word.box.x0 >= start - ALIGNED and is_entry(word)]


def _stops_amid_heads(band: Sequence[Word], stops: Sequence[float]) -> list[float]:
    """Lines between heads over several columns and those below them, where a rule parts them from figures."""
    heads = text_lines(word for word in band if not _is_left(word, stops[0]))
    return _head_stops(heads, stops, around(band).bottom)[1:] if len(heads) > 1 else []


def bands(words: Iterable[Word], stops: Sequence[float]) -> list[list[Word]]:
    """The words above, between and below places given from top to bottom."""
    found: list[list[Word]] = [[] for _ in range(len(stops) + 1)]
    for word in words:
        found[bisect_right(stops, middle(word))].append(word)
    return found


def _figure_rows(band: Sequence[Word], stops: Sequence[float], *, fenced: bool) -> list[Box]:
    """The places of the lines of figures; lines of figures that were wrapped in their cells are one.

    Those stand close below each other, and have no label each; where every row is `fenced` by rules,
    lines that stand close are always of one row.
    """
    entries = _entries(band, stops[0])
    figures = text_lines(entries)
    lines = [around(line) for line in figures]
    if len(lines) < 2:  # noqa: PLR2004 -- as in most tables with lines between rows
        return lines
    if not fenced and any(lower.top < upper.bottom for upper, lower in pairwise(lines)):
        shared = wrapped_rows(entries, stops)
        if shared is not None:
            return shared
    ends = _ends(band, figures, stops)
    # Single characters are those of labels set downwards, beside every row.
    labels = [word.box for word in band if _is_left(word, stops[0]) and len(word.text) > 1]
    rows: list[Box] = []
    labelled = False
    for box, is_end in zip(lines, ends, strict=True):
        beside = any(box.is_level_with(label) for label in labels)
        close = bool(rows) and box.top - rows[-1].bottom < CLOSE * box.height
        if is_end or (close and (fenced or not (beside and labelled))):
            rows[-1] = rows[-1].union(box)
        else:
            rows.append(box)
            labelled = beside
    return rows


def _ends(band: Sequence[Word], lines: Sequence[Sequence[Word]], stops: Sequence[float]) -> list[bool]:
    """Whether each line holds but the ends of figures of the line above, and no part of a note."""
    columns = widest([word for line in lines for word in line], stops)
    leading = _leading([word.box for word in band if _is_left(word, stops[0]) and len(word.text) > 1])
    texts = [word.box for word in band if not _is_left(word, stops[0]) and not is_entry(word)]
    ends = [False]
    for upper, lower in pairwise(lines):
        box = around(lower)
        room = max(CLOSE * box.height, leading - box.height + AS_NEAR)
        rest = is_rest(upper, lower, columns, stops, room)
        ends.append(rest and not any(box.is_level_with(text) for text in texts))
    return ends


def _leading(labels: Sequence[Box]) -> float:
    """From line to line of labels, where these stand closest: there one is wrapped, if any is."""
    places = sorted((box.top + box.bottom) / 2 for box in labels)
    least = min((box.height for box in labels), default=0.0)
    steps = [lower - upper for upper, lower in pairwise(places) if lower - upper > least / 2]
    return min(steps, default=0.0)


def _has_heads(band: Sequence[Word], row: Box, start: float) -> bool:
    beyond = [word for word in band if word.box.x0 > start and not row.is_level_with(word.box)]
    return len(beyond) >= HEADS


def _stops_in_band(
    band: Sequence[Word], rows: Sequence[Box], stops: Sequence[float], own: float
) -> list[float]:
    """Lines between rows, given by the boxes around their figures, and heads above and between them."""
    beyond = [word for word in band if not _is_left(word, stops[0]) and not is_entry(word)]
    heads = [line for line in text_lines(beyond) if not any(around(line).is_level_with(row) for row in rows)]
    boxes = [around(line) for line in heads]
    labels = [
        word
        for word in band
        if _is_left(word, stops[0]) and not any(box.is_level_with(word.box) for box in boxes)
    ]
    titles = _titles([around(line) for line in text_lines(labels)], rows, boxes)
    labels = [word for word in labels if not any(box.is_level_with(word.box) for box in titles)]
    others = [word.box for word in labels if word.box.x0 < own - ALIGNED]
    blocks = row_boxes(
        [Row(row, any(row.is_level_with(other) for other in others)) for row in rows],
        text_lines(word for word in labels if word.box.x0 >= own - ALIGNED),
    )
    above = [line for line in heads if middle(line[0]) < blocks[0].top]
    amid = [*boxes[len(above) :], *(box for box in titles if box.top > blocks[0].top)]
    return [
        *_head_stops(above, stops, blocks[0].top),
        *between(sorted([*blocks, *amid], key=lambda box: box.top + box.bottom)),
    ]


def _titles(labels: Sequence[Box], rows: Sequence[Box], heads: Sequence[Box]) -> list[Box]:
    """The lines of labels over heads that are no nearer to what is above them: titles of what follows."""
    titles: list[Box] = []
    lines = sorted([*labels, *rows, *heads], key=lambda box: box.top + box.bottom)
    for label in labels:
        above = [box for box in lines if box.bottom < (label.top + label.bottom) / 2]
        below = [box for box in lines if box.top > (label.top + label.bottom) / 2]
        if not above or not below or below[0] not in heads or any(label.is_level_with(row) for row in rows):
            continue
        gap = label.top - max(box.bottom for box in above)
        if gap > max(below[0].top - label.bottom - AS_NEAR, 0.0):
            titles.append(label)
    return titles


def _is_left(word: Word, place: float) -> bool:
    return word.box.x0 + word.box.x1 < 2 * place


def middle(word: Word) -> float:
    """Half way between the top and the bottom of a word."""
    return (word.box.top + word.box.bottom) / 2


def _head_stops(heads: Sequence[Sequence[Word]], stops: Sequence[float], end: float) -> list[float]:
    """Lines between heads over several columns; the last ones, of one column each, stay together."""
    ys: list[float] = []
    below, leaves = end, True
    for line in reversed(heads):
        box = around(line)
        spans = any(
            word.box.x0 + ALIGNED < stop < word.box.x1 - ALIGNED for word in line for stop in stops[1:]
        )
        if not ys or spans or not leaves:
            ys.append((box.bottom + below) / 2)
        leaves = leaves and not spans
        below = box.top
    return ys
