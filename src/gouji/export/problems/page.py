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
    above: float = 0.0
    """Points left free above it, unless it begins a page; Qt would take these for dots of the device."""


def problems_pieces(listed: ProblemList) -> Iterator[Piece]:
    """The whole letter, from top to bottom."""
    yield _paragraph(listed.heading, HEADING, "center")
    yield _paragraph(listed.addressee, BODY)._replace(above=HEADING.after)
    for text in listed.opening:
        yield _paragraph(_indented(text), BODY)
    for part in listed.parts:
        yield from _part(listed.columns, part)
    for text in listed.notes:
        yield _paragraph(text, TABLE)._replace(above=GAP / 2)
    yield _paragraph(_indented(listed.closing), BODY)._replace(above=GAP, keeps_next=True)
    for text in listed.signature:
        signed = _paragraph(_indented(text, SIGNED_AT), BODY)
        yield signed._replace(keeps_next=text is not listed.signature[-1])


def _part(columns: Sequence[str], part: Part) -> Iterator[Piece]:
    head = _row(columns, "th")
    yield _paragraph(part.heading, BODY._replace(bold=True))._replace(above=GAP / 2, keeps_next=True)
    yield Piece(head, head, keeps_next=True, above=GAP / 4)
    for line in part.lines:
        yield Piece(_row(line, "td"), head)


def _row(texts: Sequence[str], tag: str) -> str:
    style = f"{_style(TABLE)}; border-style: solid; border-color: black; border-collapse: collapse"
    table = f'<table width="100%" border="1" cellspacing="0" cellpadding="3" style="{style}">'
    return f"{table}<tr>{''.join(_cells(texts, tag))}</tr></table>"


def _cells(texts: Sequence[str], tag: str) -> Iterator[str]:
    whole = sum(WIDTHS.values())
    for text, (name, width) in zip(texts, WIDTHS.items(), strict=True):
        align = "left" if tag == "td" and name in ("why", "look") else "center"
        yield f'<{tag} width="{100 * width / whole:.2f}%" align="{align}">{_lines(text)}</{tag}>'


def _indented(text: str, characters: int = INDENT) -> str:
    return "　" * characters + text


def _paragraph(text: str, lettering: Lettering, align: str = "left") -> Piece:
    style = f"{_style(lettering)}; white-space: pre-wrap; text-align: {align}"
    return Piece(f'<p style="{style}">{_lines(text)}</p>')


def _style(lettering: Lettering) -> str:
    families = ", ".join(f"'{name}'" for name in (LATIN, lettering.font, *FALLBACKS[lettering.font]))
    weight = "bold" if lettering.bold else "normal"
    return (
        f"font-family: {families}; font-size: {lettering.size}pt; font-weight: {weight}; "
        f"line-height: {100 * lettering.spacing:.0f}%; margin: 0"
    )


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
