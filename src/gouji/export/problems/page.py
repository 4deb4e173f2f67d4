"""The list of problems for printing: pieces of HTML, in the few words that Qt's text documents know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from gouji.export.problems.content import Part, ProblemList
from gouji.export.problems.paper import (
    BODY,
    FALLBACKS,
    GAP,
    HEADING,
    INDENT,
    LATIN,
    SIGNED_AT,
    TABLE,
    WIDTHS,
    Lettering,
)


class Piece(NamedTuple):
    """What the end of a page does not cut."""

    html: str
    head: str = ""
    """Of a row of a table: the row of heads, repeated where it begins a page."""
    keeps_next: bool = False
    """Whether it stays on a page with what follows."""
    shrinks: bool = False
    """Whether it is made smaller where it would be longer than a page."""
    above: float = 0.0
    """Points left free above it, unless it begins a page; Qt would take these for dots of the device."""


def problems_pieces(listed: ProblemList) -> Iterator[Piece]:
    """The whole letter, from top to bottom."""
    yield paragraph(listed.heading, HEADING, "center")
    yield paragraph(listed.addressee, BODY)._replace(above=HEADING.after)
    for text in listed.opening:
        yield paragraph(_indented(text), BODY)
    for part in listed.parts:
        yield from _part(listed.columns, part)
    for text in listed.notes:
        yield paragraph(text, TABLE)._replace(above=GAP / 2)
    yield paragraph(_indented(listed.closing), BODY)._replace(above=GAP, keeps_next=True)
    for text in listed.signature:
        signed = paragraph(_indented(text, SIGNED_AT), BODY)
        yield signed._replace(keeps_next=text is not listed.signature[-1])


def _part(columns: Sequence[str], part: Part) -> Iterator[Piece]:
    head = _row(columns, "th")
    yield paragraph(part.heading, BODY._replace(bold=True))._replace(above=GAP / 2, keeps_next=True)
    yield Piece(head, head, keeps_next=True, above=GAP / 4)
    for line in part.lines:
        yield Piece(_row(line, "td"), head)


def _row(texts: Sequence[str], tag: str) -> str:
    style = f"{style_of(TABLE)}; border-style: solid; border-color: black; border-collapse: collapse"
    table = f'<table width="100%" border="1" cellspacing="0" cellpadding="3" style="{style}">'
    return f"{table}<tr>{''.join(_cells(texts, tag))}</tr></table>"


def _cells(texts: Sequence[str], tag: str) -> Iterator[str]:
    whole = sum(WIDTHS.values())
    for text, (name, width) in zip(texts, WIDTHS.items(), strict=True):
        align = "left" if tag == "td" and name in ("why", "look") else "center"
        yield f'<{tag} width="{100 * width / whole:.2f}%" align="{align}">{lines_of(text)}</{tag}>'


def _indented(text: str, characters: int = INDENT) -> str:
    return "　" * characters + text


def paragraph(text: str, lettering: Lettering, align: str = "left") -> Piece:
    """A text that keeps its spaces."""
    style = f"{style_of(lettering)}; white-space: pre-wrap; text-align: {align}"
    return Piece(f'<p style="{style}">{lines_of(text)}</p>')


def style_of(lettering: Lettering) -> str:
    """A lettering as a style, with the fonts that may stand in for its own."""
    families = ", ".join(f"'{name}'" for name in (LATIN, lettering.font, *FALLBACKS[lettering.font]))
    weight = "bold" if lettering.bold else "normal"
    return (
        f"font-family: {families}; font-size: {lettering.size}pt; font-weight: {weight}; "
        f"line-height: {100 * lettering.spacing:.0f}%; margin: 0"
    )


def lines_of(text: str) -> str:
    """A text as HTML that keeps its ends of lines."""
    return escape(text).replace("\n", "<br>")
