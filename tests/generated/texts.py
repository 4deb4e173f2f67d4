"""Prints manuscripts as text files: one report in the layouts, encodings and line ends that are in use."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.generated.manuscript import Lattice, Manuscript
from tests.typeset import GLUED, LAYOUTS, Piece

Rows = list[list[Piece]]
Produce = Callable[[Manuscript, Random, Path], None]

ENCODINGS = (
    ("utf-8", b""),
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("gb18030", b""),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)
LINE_ENDS = ("\n", "\n", "\r\n", "\r")
PADS = ("", "", " ", "\u3000", "\u00a0 ", "  ")
GAPS = (" ", "  ", "    ", "\u3000", " \u00a0")
PAGES = ("— {} —", "- {} -", "第 {} 页 共 14 页", "{} / 14", "—{}—")


def pieces(lattice: Lattice) -> Rows:
    """The table as rows of pieces; cells that are not printed leave their row short."""
    rows = [[Piece()] * lattice.width for _ in range(lattice.height)]
    covered = set()
    for spot in lattice.spots:
        for down in range(spot.row_span):
            for right in range(spot.column_span):
                place = spot.row + down, spot.column + right
                covered.add(place)
                first = not (down or right)
                rows[place[0]][place[1]] = Piece(spot.text if first else "", first, right > 0)
    return [
        [piece for column, piece in enumerate(row) if (number, column) in covered]
        for number, row in enumerate(rows)
    ]


def spaced(rows: Rows) -> list[str]:
    """A line for every row, its cells apart by spaces; blank ones leave no trace."""
    return [GAPS[2].join(piece.text.strip() for piece in row if piece.text.strip()) for row in rows]


def text_producer(layout: Callable[[Rows], list[str]], *, padded: bool, paged: bool) -> Produce:
    """What prints manuscripts in a layout; spaces around cells and page numbers between rows may be added."""

    def produce(manuscript: Manuscript, random: Random, path: Path) -> None:
        pad = random.choice(PADS) if padded else ""
        pages = random.choice((0, 0, 0, 1, 3)) if paged else 0
        lines = list(_lines(manuscript, layout, pad))
        for number in range(pages):
            lines.insert(random.randrange(3, len(lines)), random.choice(PAGES).format(number + 2))
        encoding, mark = random.choice(ENCODINGS)
        path.write_bytes(mark + (random.choice(LINE_ENDS).join(lines) + "\n").encode(encoding))

    return produce


def _lines(manuscript: Manuscript, layout: Callable[[Rows], list[str]], pad: str) -> Iterator[str]:
    for block in manuscript.blocks:
        if isinstance(block, str):
            yield from (block, "")
            continue
        rows = [
            [replace(piece, text=f"{pad}{piece.text}{pad}") if piece.text else piece for piece in row]
            for row in pieces(block)
        ]
        yield from (*layout(rows), "")


TEXTS: dict[str, Produce] = {
    "tabs": text_producer(LAYOUTS["tabs"], padded=True, paged=True),
    "tight tabs": text_producer(LAYOUTS["tight_tabs"], padded=True, paged=True),
    "bars": text_producer(LAYOUTS["bars"], padded=True, paged=True),
    "cells": text_producer(LAYOUTS["cells"], padded=False, paged=True),
    "markdown": text_producer(LAYOUTS["markdown"], padded=True, paged=True),
    "plain": text_producer(LAYOUTS["plain"], padded=True, paged=True),
    "spaced": text_producer(spaced, padded=False, paged=True),
    "glued": text_producer(GLUED["glued"], padded=False, paged=False),
    "glued rows": text_producer(GLUED["glued_rows"], padded=False, paged=True),
}
