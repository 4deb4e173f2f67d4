"""Type: the faces that texts are set in, their widths, and the lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

TRUETYPE = "MicroHei"
ADOBE = "STSong-Light"
LATIN = ("Helvetica", "Times-Roman")
FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
CLOSING = "，。、；：！？）》」”’"
_TOKEN = re.compile(r"[0-9.,]+|.", re.DOTALL)


def register_faces() -> None:
    """Make the Chinese faces known to reportlab."""
    if TRUETYPE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(TRUETYPE, FONT_FILE, subfontIndex=0))
        pdfmetrics.registerFont(UnicodeCIDFont(ADOBE))


def printable(text: str) -> str:
    """The text as type can set it: every space a plain one, and nothing that has no width."""
    plain = (" " if letter.isspace() and letter != "\n" else letter for letter in text)
    return "".join(letter for letter in plain if letter.isprintable() or letter == "\n")


def runs(text: str, face: str) -> Iterator[tuple[str, str]]:
    """The parts of a text and the face of each: Latin faces have no Chinese characters."""
    if face not in LATIN:
        yield text, face
        return
    for latin, run in groupby(text, key=lambda letter: letter.isascii()):
        yield "".join(run), face if latin else TRUETYPE


def width_of(text: str, face: str, size: float) -> float:
    """How wide a text is set."""
    return sum(float(pdfmetrics.stringWidth(run, font, size)) for run, font in runs(text, face))


def wrap(text: str, room: float, face: str, size: float, *, whole: bool = True) -> Iterator[str]:
    """The text in lines that fit; figures stay `whole`, and no line begins with a closing mark."""
    line = ""
    for piece in _TOKEN.findall(text) if whole else text:
        if piece == "\n":
            yield line
            line = ""
            continue
        if line and piece not in CLOSING and width_of(line + piece, face, size) > room:
            yield line
            line = ""
        line += piece
    if line:
        yield line
