"""The text of a paragraph, in its final version, and what floats over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from gouji.sources.tidying import raised, tidy
from gouji.sources.word.names import child, is_on, tag, value

GONE = frozenset(("del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "rt", "annotationRef"))
"""What tracked changes took away, what is not printed, and what is there once more for old programs."""
DRAWN = frozenset(("drawing", "pict", "object", "oMath"))
BREAKS = frozenset(("br", "cr"))
CHARACTERS = {"tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph and the text boxes anchored in it."""

    lines: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    drawn: bool = False
    """Whether something is printed in it that is not text."""
    struck: bool = False
    """Whether some of its text is struck out; that is left out here."""


def read_paragraph(element: etree._Element) -> Paragraph:
    """What is printed of a paragraph."""
    found = Paragraph()
    text = "".join(_pieces(element, found))
    found.lines = [line for part in text.split("\v") if (line := tidy(part))]
    return found


def _pieces(element: etree._Element, found: Paragraph) -> Iterator[str]:
    for inner in element:
        name = tag(inner)
        if name in GONE:
            continue
        if name == "r":
            yield from _run(inner, found)
        elif name == "txbxContent":
            found.boxes.append(inner)
        else:
            found.drawn = found.drawn or name in DRAWN
            yield from _piece(inner, name, found)


def _piece(element: etree._Element, name: str, found: Paragraph) -> Iterator[str]:
    if name == "t":
        yield element.text or ""
    elif name in BREAKS:
        yield "\v"
    elif name in CHARACTERS:
        yield CHARACTERS[name]
    elif name == "sym":
        # A character of a font of symbols: which one it shows cannot be told.
        found.drawn = True
        yield "\ufffd"
    else:
        yield from _pieces(element, found)


def _run(run: etree._Element, found: Paragraph) -> Iterator[str]:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return
    if is_on(properties, "strike") or is_on(properties, "dstrike"):
        found.struck = True
        return
    text = "".join(_pieces(run, found))
    align = value(child(properties, "vertAlign"))
    yield raised(text) if align in ("superscript", "subscript") else text
