"""Tables that lines rule in part or not at all, told by figures that stand under and beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gouji.extraction.paper.blank_columns import with_blank_columns
from gouji.extraction.paper.lattice import Lattice, lattice
from gouji.extraction.paper.printed_columns import (
    ALIGNED,
    column_stops,
    figure_columns,
    is_entry,
    label_edges,
)
from gouji.extraction.paper.regions import FEWEST_FIGURES, FEWEST_ROWS, Region, regions, split
from gouji.extraction.paper.row_stops import bands, middle, row_stops
from gouji.extraction.paper.rulings import Rule, Ruled, joined_rules
from gouji.extraction.paper.typesetting import around, text_lines
from gouji.model.geometry import Box
from gouji.sources.page import Word

FULL = 2.0
"""Room for less than so many figures more: the cell is full, and what follows in it is wrapped."""


def aligned_tables(
    words: Iterable[Word], rules: Sequence[Rule]
) -> tuple[list[tuple[Lattice, tuple[Word, ...]]], list[list[Word]]]:
    """The tables among words that stand in no ruled table, and the lines of text left over."""
    words = list(words)
    lines = text_lines(words)
    if sum(map(is_entry, words)) < FEWEST_FIGURES * FEWEST_ROWS:
        # As on most pages, where all tables are ruled: `regions` would find none.
        return [], lines
    tables: list[tuple[Lattice, tuple[Word, ...]]] = []
    left = lines
    for region in regions(lines, rules):
        found = _lattice(region)
        if found is not None:
            tables.append((found, region.words))
            left = [line for line in left if not any(line is other for other in region.lines)]
    return tables, left


def parted_rows(found: Lattice, words: Sequence[Word]) -> Lattice | None:
    """The lattice of a table whose rules part its columns only; None where its rows are parted as well."""
    rows: dict[int, list[Word]] = {}
    for word in words:
        rows.setdefault(found.row(middle(word)), []).append(word)
    several = {row: here for row, here in rows.items() if _has_lines(here)}
    loose = {row for row, here in several.items() if holds_rows(found, here) or _holds_heads(found, here)}
    if not loose:
        return None
    figures = [word for line in text_lines(words) for word in split(line)[1]]
    first = min((found.column(middle_across(word)) for word in figures), default=0)
    stops = found.xs[first:]
    # What holds no figures are heads, of which some may stand over several columns.
    bare = {row for row, here in rows.items() if not any(map(is_entry, here))}
    inside = [word for word in words if found.row(middle(word)) in loose | bare]
    own = found.xs[first - 1] if first else 0.0
    ys = row_stops(inside, found.rules.horizontal, stops, own)
    extra = [Rule(y, found.xs[0], found.xs[-1]) for y in ys]
    return lattice(Ruled((*found.rules.horizontal, *extra), found.rules.vertical))


def _has_lines(words: Iterable[Word]) -> bool:
    """Whether one of the words may stand on a line below another."""
    boxes = [word.box for word in words]
    return max([box.top + box.bottom for box in boxes]) >= 2 * min([box.bottom for box in boxes])


def holds_rows(found: Lattice, words: Iterable[Word]) -> bool:
    """Whether most columns hold figures on several lines, and not because they were wrapped."""
    cells: dict[int, list[Word]] = {}
    for word in words:
        cells.setdefault(found.column(middle_across(word)), []).append(word)
    if sum(len(here) > 1 for here in cells.values()) < FEWEST_ROWS:
        return False
    entries = {column: list(filter(is_entry, here)) for column, here in cells.items()}
    columns = {column: here for column, here in entries.items() if here}
    lines = {column: text_lines(here) for column, here in columns.items() if len(here) > 1}
    several = {column: here for column, here in lines.items() if len(here) > 1}
    if len(several) < FEWEST_ROWS or 2 * len(several) < len(columns):
        return False
    return any(_has_room(found, column, line) for column, lines in several.items() for line in lines[:-1])


def _holds_heads(found: Lattice, words: Sequence[Word]) -> bool:
    """Whether figures on one line stand under words in most columns: heads that no rule parts off."""
    entries = [word for word in words if is_entry(word)]
    top = min((word.box.top for word in entries), default=float("-inf"))
    heads = [word for word in words if word.box.bottom <= top]
    if not heads or len(text_lines(entries)) > 1:
        return False
    columns = {found.column(middle_across(word)) for word in entries}
    headed = {found.column(middle_across(word)) for word in heads}
    return len(columns) > FEWEST_FIGURES and 2 * len(columns & headed) > len(columns)


def parts_columns(found: Lattice, words: Iterable[Word]) -> bool:
    """Whether lines part all the figures that stand beside each other."""
    rows = [figures for line in text_lines(words) if (figures := split(line)[1])]
    columns = [[found.column(middle_across(word)) for word in figures] for figures in rows]
    return all(len(set(each)) == len(each) for each in columns)


def _has_room(found: Lattice, column: int, line: Sequence[Word]) -> bool:
    """Whether more figures would have fitted on the line."""
    box = around(line)
    figure = box.width / sum(len(word.text) for word in line)
    return found.xs[column + 1] - found.xs[column] - box.width > FULL * figure + 2 * ALIGNED


def middle_across(word: Word) -> float:
    """Half way between the sides of a word."""
    return (word.box.x0 + word.box.x1) / 2


def _lattice(region: Region) -> Lattice | None:
    words = region.words
    full = [figures for _, figures in region.rows if len(figures) >= FEWEST_FIGURES]
    if len(full) == 1:
        full = [_with_wrapped(full[0], [figures for _, figures in region.rows])]
    columns = figure_columns(full)
    if not columns:
        return None
    stops = column_stops(with_blank_columns(columns, words), words)
    beside = any(before for before, figures in region.rows if len(figures) > 1)
    edges = _label_edges(region, stops[0]) if beside else []
    ys = row_stops(words, region.rules, stops, edges[-1] if edges else 0.0)
    frame = _frame(region, stops)
    level = [*region.rules, *(Rule(y, frame.x0, frame.x1) for y in ys)]
    places = sorted({frame.top, frame.bottom, *(rule.at for rule in level)})
    edges = [edge for edge in edges if edge - frame.x0 > 2 * ALIGNED]
    across = [frame.x0, *edges, *(stops[:-1] if beside else stops[1:-1]), frame.x1]
    upright: list[Rule] = []
    for (top, bottom), inside in zip(pairwise(places), bands(words, places)[1:], strict=False):
        upright += [Rule(x, top, bottom) for x in _clear(across, inside, stops[0])]
    return lattice(Ruled(tuple(level), tuple(joined_rules(upright))))


def _with_wrapped(row: Sequence[Word], lines: Iterable[Sequence[Word]]) -> list[Word]:
    """The figures of an only row, with those wrapped in their cells, which stand above it and below."""
    found = list(row)
    for word in (word for line in lines for word in line):
        if all(word.box.x1 <= other.box.x0 or other.box.x1 <= word.box.x0 for other in found):
            found.append(word)
    return sorted(found, key=lambda word: word.box.x0)


def _frame(region: Region, stops: Sequence[float]) -> Box:
    """The outer border of a table; where it is not drawn, around what is printed."""
    extent = around(region.words)
    rules = region.rules
    return Box(
        min((rule.start for rule in rules), default=min(extent.x0 - 1.0, stops[0])),
        min([extent.top, *(rule.at for rule in rules)]),
        max((rule.end for rule in rules), default=max(stops[-1], extent.x1)),
        max([extent.bottom, *(rule.at for rule in rules)]),
    )


def _label_edges(region: Region, labels_end: float) -> list[float]:
    if len(region.rules) > FEWEST_ROWS:
        starts = sorted({round(rule.start) for rule in region.rules if rule.start < labels_end})
        first = min(figures[0].box.top for _, figures in region.rows)
        beside = [middle_across(word) for word in region.words if word.box.bottom > first]
        return [
            left
            for left, right in pairwise([*starts, labels_end])
            if any(left < place < right for place in beside)
        ]
    labels = [[word for word in line if word.box.x1 <= labels_end] for line in region.lines]
    return label_edges([line for line in labels if line])


def _clear(places: Iterable[float], inside: Sequence[Word], first: float) -> list[float]:
    """Where a line between two cells may be drawn: heads and long labels reach over several.

    Beside figures nothing but labels does; `first` is where the columns of figures begin.
    """
    texts = [word.box for word in inside if not is_entry(word)]
    figures = len(texts) < len(inside)
    return [
        x
        for x in places
        if (figures and x >= first) or not any(box.x0 + ALIGNED < x < box.x1 - ALIGNED for box in texts)
    ]
