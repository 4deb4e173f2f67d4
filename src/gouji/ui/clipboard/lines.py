"""Blocks as lines of text: tabs between cells, quotation marks as spreadsheets set them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from gouji.ui.clipboard.block import MOST_PIECES, MOST_TEXT, Block, Piece, TooLargeError

_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BAR = re.compile(r"\s*[|｜]\s*")
_RULE = re.compile(r"[\s|｜:+-]*-[\s|｜:+-]*")
_SPACES = re.compile(r"\s+")
_QUOTED = re.compile(r'[\t\n"]')


def read_lines(text: str) -> Block:
    """The block that lines of text hold. Raises `TooLargeError`.

    Where no line has a tab, bars part the cells, else spaces: a number with spaces in it cannot be told
    from several numbers then.
    """
    if len(text) > MOST_TEXT:
        raise TooLargeError
    plain = _NEW_LINE.sub("\n", text).replace("\0", "")
    if "\t" in plain or plain.lstrip().startswith('"'):
        return Block.of(_pieces(_tabbed(plain)))
    lines = [line.strip() for line in plain.split("\n")]
    if any("|" in line or "｜" in line for line in lines):
        barred = (line for line in lines if not _RULE.fullmatch(line))
        return Block.of(_pieces(_BAR.split(line.strip("|｜").strip()) for line in barred))
    return Block.of(
        _pieces(_SPACES.split(line) for line in lines), is_guessed=any(map(_SPACES.search, lines))
    )


def write_lines(block: Block) -> str:
    """The block as lines with tabs; places that a cell stands over besides its first are left empty."""
    return "\n".join(
        "\t".join(_quoted(block.texts.get((row, column), "")) for column in range(block.width))
        for row in range(block.height)
    )


def _tabbed(text: str) -> list[list[str]]:
    """Cells between tabs; text whose quotation marks do not close has none that mean anything."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.split("\n")]


def _pieces(lines: Iterable[list[str]]) -> list[Piece]:
    found: list[Piece] = []
    for row, line in enumerate(lines):
        found += (Piece(row, column, text) for column, text in enumerate(line or [""]))
        if len(found) > MOST_PIECES:
            raise TooLargeError
    return found


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.search(text) else text
