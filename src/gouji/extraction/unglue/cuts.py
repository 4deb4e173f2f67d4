"""Figures printed without anything between them: every way to cut them apart, and the likeliest one.

``640020470`` under seven columns of which the last is the total: 64, 0, 0, 2, 0, 4, 70 is the only cut
whose first six sum to the seventh. Of 171 real rows 166 are cut by their own sum alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from gouji.extraction.lines.glued import PLACEHOLDERS
from gouji.model.report import Number

Cut = tuple[str, ...]
"""The printed figures one by one."""

MOST_CUTS = 500
"""So many cuts of one run are looked at; nothing tells more of them apart."""
LONGEST_FIGURE = 7
"""Figures of more digits are tried only where the others do not add up."""
LONGEST_OF_ALL = 10
DASHES = "—－―–-"
"""Two of them are often printed for one blank cell."""
_STOCK = 3
"""Figures of a row that tells what was issued, what was repealed and what is in force."""


def amount(figure: str) -> int:
    """The number of a figure out of a cut; nothing for a placeholder."""
    return int(figure) if figure.isdigit() else 0


@lru_cache(maxsize=4096)
def summed_cuts(text: str, count: int) -> tuple[Cut, ...]:
    """Every cut into so many figures of which the last is the sum of the others."""
    lengths = range(1, len(text) - count + 2)
    return _summed(text, count, lengths[:LONGEST_FIGURE]) or _summed(
        text, count, lengths[LONGEST_FIGURE:LONGEST_OF_ALL]
    )


def _summed(text: str, count: int, lengths: Iterable[int]) -> tuple[Cut, ...]:
    """The cuts whose sum has one of these numbers of digits."""
    cuts: list[Cut] = []
    for length in lengths:
        head, last = text[:-length], text[-length:]
        if _is_figure(last):
            parts = _summands(head, count - 1, amount(last))
            cuts += ((*part, last) for part in islice(parts, MOST_CUTS - len(cuts)))
    return tuple(cuts)


def chained_cuts(text: str, counts: Sequence[int]) -> list[Cut]:
    """Every cut into rows of so many figures each, in which the last of a row sums up the others."""
    return _chained(text, counts, LONGEST_FIGURE) or _chained(text, counts, LONGEST_OF_ALL)


def _chained(text: str, counts: Sequence[int], longest: int) -> list[Cut]:
    if len(counts) == 1:
        return list(summed_cuts(text, counts[0]))
    count, *rest = counts
    found = (
        (*cut, *others)
        for end, cut in _first_rows(text[: len(text) - sum(rest)], count, longest)
        for others in _chained(text[end:], rest, longest)
    )
    return list(islice(found, MOST_CUTS))


def free_cuts(text: str, count: int) -> list[Cut]:
    """Every cut into so many whole numbers, whatever they sum to; none where a placeholder is among them."""
    return list(islice(_parts(text, count), MOST_CUTS)) if text.isdigit() else []


def likeliest(cuts: Sequence[Cut]) -> Cut | None:
    """The cut of a row without a sum that stands out; None where none does.

    Of three figures the first, what was issued, is no less than the second, what was repealed, and no
    more than the third, what is in force. Then figures of much the same length are likelier than others.
    """
    if not cuts or len(cuts[0]) != _STOCK:
        return cuts[0] if len(cuts) == 1 else None
    likely = [cut for cut in cuts if amount(cut[1]) <= amount(cut[0]) <= amount(cut[2])]
    ranked = sorted(likely, key=_spread)
    if len(ranked) > 1 and _spread(ranked[0]) == _spread(ranked[1]):
        return None
    return ranked[0] if ranked else None


def expected_cuts(text: str, expected: Sequence[Number]) -> set[Cut]:
    """The cuts into the expected figures, or into all of them but one that is printed otherwise."""
    figures = [str(number) for number in expected]
    if "".join(figures) == text:
        return {tuple(figures)}
    cuts: set[Cut] = set()
    for index in range(len(figures)):
        before, after = "".join(figures[:index]), "".join(figures[index + 1 :])
        other = text[len(before) : len(text) - len(after)]
        if text == before + other + after and _is_figure(other):
            cuts.add((*figures[:index], other, *figures[index + 1 :]))
    return cuts


def _spread(cut: Cut) -> int:
    lengths = [len(figure) for figure in cut]
    return max(lengths) - min(lengths)


def _is_figure(text: str) -> bool:
    return len(text) in set(_ends(text))


def _ends(text: str) -> Iterator[int]:
    """How many characters the first figure may have; only 0 itself begins with 0."""
    if text[:1].isdigit():
        most = 1 if text[0] == "0" else min(len(text), LONGEST_OF_ALL)
        for end in range(1, most + 1):
            if not text[end - 1].isdigit():
                return
            yield end
    elif text and text[0] in PLACEHOLDERS:
        yield 1
        if text[0] in DASHES and text[:2] == text[0] * 2:
            yield 2


def _summands(text: str, count: int, rest: int) -> Iterator[Cut]:
    """Every cut into so many figures that sum to the rest."""
    if count == 1:
        if _is_figure(text) and amount(text) == rest:
            yield (text,)
        return
    room = len(text) - count + 1
    longest = max(2, len(str(rest)))
    if room < 1 or len(text) > count * longest or rest >= 10**room + 9 * count:
        return
    for end in _ends(text[: min(room, longest)]):
        number = amount(text[:end])
        if number > rest:
            return
        for others in _summands(text[end:], count - 1, rest - number):
            yield (text[:end], *others)


def _first_rows(text: str, count: int, longest: int) -> Iterator[tuple[int, Cut]]:
    """Every beginning of the text that is a row of so many figures, the last the sum of the others."""
    for ends in _beginnings(text, count - 1, longest):
        cut = tuple(text[start:end] for start, end in pairwise((0, *ends)))
        total = str(sum(map(amount, cut)))
        if text.startswith(total, ends[-1]):
            yield ends[-1] + len(total), (*cut, total)


def _beginnings(text: str, count: int, longest: int, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Where so many figures may end that begin the text."""
    if count == 0:
        yield ()
        return
    for length in _ends(text[start : min(start + longest, len(text) - count)]):
        for others in _beginnings(text, count - 1, longest, start + length):
            yield (start + length, *others)


def _parts(text: str, count: int) -> Iterator[Cut]:
    if count == 1:
        if _is_figure(text):
            yield (text,)
        return
    for end in _ends(text[: len(text) - count + 1]):
        for others in _parts(text[end:], count - 1):
            yield (text[:end], *others)
