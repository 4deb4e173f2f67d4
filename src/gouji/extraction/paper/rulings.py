"""The ruling lines of a page joined to long ones, and gathered to the tables they rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from gouji.sources.page import Ruling

NEAR = 3.2
"""Points; lines that lie no further apart are one line, ends that come as near touch."""


class Rule(NamedTuple):
    """A long line: its place across, and where it starts and ends along."""

    at: float
    start: float
    end: float

    def covers(self, start: float, end: float) -> bool:
        """Whether it runs along most of the stretch."""
        shared = min(self.end, end) - max(self.start, start)
        return shared > (end - start) / 2


class Ruled(NamedTuple):
    """The lines of one table."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]


def ruled_tables(rulings: Iterable[Ruling]) -> list[Ruled]:
    """The lines of a page by tables: those that touch, directly or through others, are of one table."""
    horizontal, vertical = [], []
    for ruling in rulings:
        x0, top, x1, bottom = ruling.box
        if ruling.horizontal:
            horizontal.append(Rule((top + bottom) / 2, x0, x1))
        else:
            vertical.append(Rule((x0 + x1) / 2, top, bottom))
    return _components(joined_rules(horizontal), joined_rules(vertical))


def joined_rules(rules: list[Rule]) -> list[Rule]:
    """Pieces and doubles of a line as one."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=attrgetter("at")):
        if rows and rule.at - rows[-1][-1].at <= NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [joined for row in rows for joined in _joined_along(row)]


def _joined_along(pieces: list[Rule]) -> list[Rule]:
    at = sum(piece.at for piece in pieces) / len(pieces)
    joined: list[Rule] = []
    first, *others = sorted(pieces, key=attrgetter("start"))
    _, start, end = first
    for piece in others:
        if piece.start - end > NEAR:
            joined.append(Rule(at, start, end))
            _, start, end = piece
        else:
            end = max(end, piece.end)
    return [*joined, Rule(at, start, end)]


def _components(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Ruled]:
    groups: list[tuple[list[Rule], list[Rule]]] = []
    free = list(vertical)
    left = list(horizontal)
    while left:
        across, down = [left.pop()], []
        grown = True
        while grown:
            touched = [rule for rule in free if any(_touch(one, rule) for one in across)]
            free = [rule for rule in free if rule not in touched]
            reached = [rule for rule in left if any(_touch(rule, one) for one in touched)]
            left = [rule for rule in left if rule not in reached]
            down += touched
            across += reached
            grown = bool(touched or reached)
        groups.append((across, down))
    for across, down in groups:
        enclosed = [rule for rule in free if down and _is_enclosed(rule, across, down)]
        down.extend(enclosed)
        free = [rule for rule in free if rule not in enclosed]
    tables = [Ruled(tuple(across), tuple(down)) for across, down in groups]
    return tables + [Ruled((), tuple(down)) for down in _side_by_side(free)]


def _is_enclosed(vertical: Rule, across: Sequence[Rule], down: Sequence[Rule]) -> bool:
    """Whether a line that touches none stands within a table, where only some rows are ruled.

    Where a page cuts the table, no line closes it: its borders end there.
    """
    left, right = min(rule.at for rule in down), max(rule.at for rule in down)
    top = min(*(rule.at for rule in across), *(rule.start for rule in down))
    bottom = max(*(rule.at for rule in across), *(rule.end for rule in down))
    return left < vertical.at < right and top - NEAR < vertical.start and vertical.end < bottom + NEAR


def _side_by_side(vertical: Iterable[Rule]) -> list[list[Rule]]:
    """Lines that nothing crosses, by tables: where a page cuts a table, it may have no others."""
    groups: list[list[Rule]] = []
    for rule in sorted(vertical, key=lambda rule: rule.start):
        if groups and rule.start < max(other.end for other in groups[-1]):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _touch(horizontal: Rule, vertical: Rule) -> bool:
    return (
        horizontal.start - NEAR <= vertical.at <= horizontal.end + NEAR
        and vertical.start - NEAR <= horizontal.at <= vertical.end + NEAR
    )
