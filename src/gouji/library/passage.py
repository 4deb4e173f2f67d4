"""Where in a TOML file something stands, sought only when it is to be refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

Numbered = Sequence[tuple[int, str]]
"""Lines with their numbers, counted from 1."""
Step = Callable[[Numbered], Numbered]
"""From the lines of an entry to those of a part of it."""


class Passage(NamedTuple):
    """The lines of one entry of a file, reached from the whole file in steps."""

    path: Path
    text: str
    steps: tuple[Step, ...] = ()

    def entry(self, key: str, index: int) -> Passage:
        """The passage of one table out of the list of tables that stands under the key."""
        return Passage(self.path, self.text, (*self.steps, lambda lines: _entries(lines, key)[index]))

    def table(self, key: str) -> Passage:
        """The passage of the table that stands under the key."""
        return Passage(self.path, self.text, (*self.steps, partial(_table, key=key)))

    def line(self, key: str = "", value: object = None) -> int:
        """The line of the key, of the value under the key, or else the line the passage begins on."""
        lines = self._lines()
        begin = lines[0][0]
        if key:
            begin = _first(lines, _key_pattern(key), begin)
        if value is not None:
            printed = f'"{value}"' if isinstance(value, str) else str(value).lower()
            rest = [each for each in lines if each[0] >= begin]
            return _first(rest, re.escape(printed), begin)
        return begin

    def _lines(self) -> Numbered:
        lines: Numbered = list(enumerate(self.text.splitlines() or [""], start=1))
        for step in self.steps:
            lines = step(lines)
        return lines


def _first(lines: Numbered, pattern: str, default: int) -> int:
    return next((number for number, line in lines if re.search(pattern, line)), default)


def _key_pattern(key: str) -> str:
    """A key at its equals sign, as part of a dotted key, or as the name of a list of tables."""
    return rf'(^|[\[{{,.])\s*"?{re.escape(key)}"?\s*([.=]|\])'


def _table(lines: Numbered, key: str) -> Numbered:
    """The lines from the first that names the key, until the header of something else."""
    named = _key_pattern(key)
    begin = _first(lines, named, lines[0][0])
    return list(_until([each for each in lines if each[0] >= begin], rf"^(?!.*{named})\["))


def _entries(lines: Numbered, key: str) -> Sequence[Numbered]:
    """The lines of each table under the key: headed by ``[[key]]``, or a line ``{ … }`` of a list."""
    headed = [
        [lines[at], *_until(lines[at + 1 :], rf"^\[(?!\[{re.escape(name[1])}\.)")]
        for at, (_, line) in enumerate(lines)
        if (name := re.match(rf"\[\[((\w+\.)*{key})\]\]", line))
    ]
    return headed or [[each] for each in _listed(lines, key)]


def _listed(lines: Numbered, key: str) -> Iterator[tuple[int, str]]:
    """The line of each ``{ … }``, as often as there is one on it."""
    begin = _first(lines, rf"^{key}\s*=", 0)
    for number, line in _until([each for each in lines if each[0] >= begin], r"^\]"):
        yield from [(number, line)] * len(re.findall(r"\{", line))


def _until(lines: Numbered, pattern: str) -> Iterator[tuple[int, str]]:
    for each in lines:
        if re.search(pattern, each[1]):
            return
        yield each
