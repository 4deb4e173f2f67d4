"""The words of a table put into its fields, also those that reach over a line between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from gouji.extraction.paper.lattice import Lattice
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Word

SLACK = 1.5
"""Points by which a figure may reach over the border of its cell without a doubt."""
CLOSE = 0.4
"""Lines with less room between them, in heights, may be lines of one cell."""
HARDLY = 0.15
"""A gap no wider than this part of the height is none."""
FIGURE = re.compile(r"[+＋－-]?\d(?:[\d,.，．]*\d)?")
PART = re.compile(r"[+＋－-]?[\d,.，．]*\d[\d,.，．]*")
"""A figure, or what a line or a page's end left of one."""
SPACE = 0.6
"""A space is no wider than this part of the height."""
NOUGHT = re.compile(r"[0０]\d")
"""No figure begins so: it is a 0 and another."""
Seat = tuple[list[Word], Doubt | None]


def is_figure(word: Word) -> bool:
    """Whether a word is nothing but a number."""
    return _is_figure(word.text)


def is_part(word: Word) -> bool:
    """Whether a word is nothing but a number, or what a line's end left of one."""
    return PART.fullmatch(word.text) is not None


@lru_cache(maxsize=4096)
def _is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None


def seat(lattice: Lattice, words: Iterable[Word]) -> list[Seat]:
    """The words of each field, in the order given, and what had to be assumed to put them there."""
    places = [(word, _crossed(lattice, word)) for word in words]
    taken = {crossed[0] for _, crossed in places if len(crossed) == 1}
    seated: list[list[Word]] = [[] for _ in lattice.fields]
    doubts: dict[int, Doubt] = {}
    furthest: tuple[Word, int] | None = None
    for word, crossed in places:
        parts, doubt = _parts(lattice, word, crossed, taken)
        if furthest and furthest[1] != parts[0][0] and _overlap(furthest[0], word):
            # It may be one figure over both, or some digits of one may have been taken for the other's.
            doubt = Doubt.TOUCHING
            doubts[furthest[1]] = doubt
        for field, part in parts:
            seated[field].append(part)
        if doubt:
            # What looks empty beside it may hold a part of it.
            fields = {*(field for field, _ in parts), *(field for field in crossed if field not in taken)}
            doubts |= dict.fromkeys(fields, doubt)
        if is_part(word) and not (furthest and _reaches_beyond(furthest[0], word)):
            furthest = (word, parts[-1][0])
    doubts = dict.fromkeys(_touched(places, seated), Doubt.TOUCHING) | doubts
    for field, here in enumerate(seated):
        if len(here) > 1 and _are_beside(here):
            # One of them may be that of the next cell, which looks empty then.
            empty = [each for each in _beside(lattice, field) if not seated[each]]
            doubts |= dict.fromkeys(empty, Doubt.TOUCHING)
    return [(here, doubts.get(field)) for field, here in enumerate(seated)]


def _touched(places: Iterable[tuple[Word, Sequence[int]]], seated: Sequence[Sequence[Word]]) -> Iterator[int]:
    """The fields that a figure reaches into as far as one in there, of which it may be a part."""
    for word, crossed in places:
        for field in crossed if len(crossed) > 1 else ():
            if any(_overlap(word, one) for one in seated[field] if one is not word):
                yield field


def _are_beside(words: Iterable[Word]) -> bool:
    """Whether two figures, one behind the other in the file, stand on a line."""
    return any(one.box.is_level_with(other.box) for one, other in pairwise(filter(is_figure, words)))


def _beside(lattice: Lattice, index: int) -> Iterator[int]:
    """The fields before and behind one in its row."""
    field = lattice.fields[index]
    for column in (field.column - 1, field.column + field.column_span):
        other = lattice.owners.get((field.row, column))
        if other is not None:
            yield other


def doubt_close(lattice: Lattice, seats: Sequence[Seat]) -> list[Seat]:
    """Doubt the figures that stand close below each other, the upper as wide as any of the table.

    Without lines between rows they may be one figure that was wrapped in its cell.
    """
    single = {
        index: words[0] for index, (words, _) in enumerate(seats) if len(words) == 1 and is_figure(words[0])
    }
    widest = max((word.box.width for word in single.values()), default=0.0)
    doubted: set[int] = set()
    for index, upper in single.items():
        field = lattice.fields[index]
        below = lattice.owners.get((field.row + field.row_span, field.column))
        lower = single.get(-1 if below is None else below)
        if below is not None and lower is not None and may_go_on(upper, lower, widest):
            doubted |= {index, below}
    return [
        (words, doubt or (Doubt.TORN if index in doubted else None))
        for index, (words, doubt) in enumerate(seats)
    ]


def may_go_on(upper: Word, lower: Word, widest: float, room: float = 1.0) -> bool:
    """Whether a figure may be the rest of one close above it, which fills its column."""
    close = lower.box.top - upper.box.bottom < CLOSE * upper.box.height
    return close and is_full(upper, widest, room)


def is_full(figure: Word, widest: float, room: float = 1.0) -> bool:
    """Whether a figure leaves less room than so many more take in its column, whose widest is given."""
    return len(figure.text) > 1 and widest - figure.box.width < room * figure.box.width / len(figure.text)


def goes_on(left: Word, right: Word) -> bool:
    """Whether figures follow each other on a line with no more than a space between: they may be one."""
    one, other = left.box, right.box
    near = -one.height < other.x0 - one.x1 < SPACE * one.height
    return near and one.is_level_with(other) and is_part(left) and is_part(right)


def _overlap(left: Word, right: Word) -> bool:
    """Whether figures on a line are printed over each other, or with hardly a gap between."""
    one, other = left.box, right.box
    near = HARDLY * one.height
    apart = other.x0 - one.x1 >= near or one.x0 - other.x1 >= near
    return not apart and one.is_level_with(other) and is_part(left) and is_part(right)


def _reaches_beyond(left: Word, right: Word) -> bool:
    """Whether the first word ends behind the second, on the same line."""
    return left.box.x1 > right.box.x1 and left.box.is_level_with(right.box)


def _crossed(lattice: Lattice, word: Word) -> list[int]:
    """The fields that a word is printed over."""
    x0, top, x1, bottom = word.box
    slack = min(SLACK, (x1 - x0) / 2)
    return lattice.under(x0 + slack, x1 - slack, (top + bottom) / 2)


def _parts(
    lattice: Lattice, word: Word, crossed: Sequence[int], taken: set[int]
) -> tuple[list[tuple[int, Word]], Doubt | None]:
    """The fields a word over several belongs to: one, or each of those its parts were printed into."""
    if len(crossed) == 1:
        return [(crossed[0], word)], Doubt.OVERFLOW if _is_beyond(lattice, word) else None
    boxes = {index: lattice.fields[index].box for index in crossed}
    figure = is_figure(word)
    if not figure or NOUGHT.match(word.text) or len(_held(word.box, boxes, taken)) > 1:
        numeric = any(character.isdigit() for character in word.text)
        return list(_cut(lattice, word)), Doubt.TOUCHING if numeric else None
    widest = max(boxes, key=lambda index: _shared(boxes[index], word.box))
    return [(widest, word)], Doubt.OVERFLOW


def _is_beyond(lattice: Lattice, word: Word) -> bool:
    """Whether a figure reaches out of the table: what prints pages may have cut it off there."""
    beyond = word.box.x0 < lattice.xs[0] - SLACK or word.box.x1 > lattice.xs[-1] + SLACK
    return beyond and is_part(word)


def _held(word: Box, boxes: dict[int, Box], taken: set[int]) -> list[int]:
    """The fields whose middle a word covers, and that hold nothing else: it may be a figure for each."""
    return [
        index
        for index, box in boxes.items()
        if word.x0 <= (box.x0 + box.x1) / 2 <= word.x1 and index not in taken
    ]


def _shared(field: Box, word: Box) -> float:
    return min(field.x1, word.x1) - max(field.x0, word.x0)


def _cut(lattice: Lattice, word: Word) -> Iterator[tuple[int, Word]]:
    """The characters of a word by the fields they stand in, taking all of them to be equally wide."""
    box = word.box
    step, y = box.width / len(word.text), (box.top + box.bottom) / 2
    edges = [box.x0 + index * step for index in range(len(word.text) + 1)]
    homes = [lattice.under(left + step / 2, left + step / 2, y)[0] for left in edges[:-1]]
    if NOUGHT.match(word.text) and len(set(homes)) == 2:  # noqa: PLR2004 -- a figure for each
        # The second figure is too wide for its cell, or both would not be one word.
        homes[1:] = [homes[-1]] * (len(homes) - 1)
    start = 0
    for home, run in groupby(homes):
        end = start + len(list(run))
        part = Box(edges[start], box.top, edges[end], box.bottom)
        yield home, word._replace(text=word.text[start:end], box=part)
        start = end
