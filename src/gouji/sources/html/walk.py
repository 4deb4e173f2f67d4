"""Through the tree of a page in reading order, past what is not seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lxml import etree

from gouji.errors import FileTooLargeError
from gouji.sources.html.flow import Flow
from gouji.sources.html.spans import MOST_COLUMNS, MOST_ROWS, read_span

MOST_ELEMENTS = 200_000
"""Elements of a page; the longest reports have a twentieth of it."""

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr",
    "ul",
))
# fmt: on
"""What begins a line and ends it."""
UNSEEN = frozenset(["datalist", "head", "noscript", "rp", "script", "select", "style", "template", "title"])
DRAWN = frozenset(["applet", "audio", "canvas", "iframe", "img", "math", "object", "svg", "video"])
"""What shows something that is not text."""
EMPTY_DRAWN = "embed"
"""The same, but it has no end: the parser takes what follows it for its content."""
STRUCK = frozenset(["del", "s", "strike"])
RAISED = frozenset(["sub", "sup"])
_UNTYPED = frozenset(("button", "checkbox", "hidden", "image", "radio", "reset", "submit"))
"""Kinds of input fields that show no text of the report."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)

Event = Literal["start", "end", "skipped"]


def write_out(path: Path, root: etree._Element, flow: Flow) -> None:
    """Write out what is seen of a page; `FileTooLargeError` when there is too much of it."""
    tables = _data_tables(path, root)
    open_tables: list[bool] = []
    for event, element in _seen(path, root):
        if event == "start":
            _open(element, flow, open_tables, is_data=element in tables)
            flow.add(element.text)
        elif event == "end":
            _close(element, flow, open_tables)
        elif element.tag in DRAWN or _is_struck(element):
            flow.doubt_cell()
        if event != "start" and element is not root:
            flow.add(element.tail)
    flow.break_line()


def _open(element: etree._Element, flow: Flow, open_tables: list[bool], *, is_data: bool) -> None:
    tag = element.tag
    in_data = bool(open_tables) and open_tables[-1]
    if tag == "table":
        open_tables.append(is_data)
        if is_data:
            flow.open_table()
    if tag == "tr" and in_data:
        flow.open_row()
    elif tag in ("td", "th") and in_data:
        columns = read_span(element.get("colspan"), MOST_COLUMNS)
        flow.open_cell(max(columns, 1), read_span(element.get("rowspan"), MOST_ROWS))
    elif tag in BLOCKS:
        flow.break_line()
    flow.raised += tag in RAISED
    if tag == EMPTY_DRAWN:
        flow.doubt_cell()
    if tag == "input" and (element.get("type") or "").lower() not in _UNTYPED:
        flow.add(element.get("value"))


def _close(element: etree._Element, flow: Flow, open_tables: list[bool]) -> None:
    tag = element.tag
    in_data = bool(open_tables) and open_tables[-1]
    if tag == "table" and open_tables.pop():
        flow.close_table()
    elif tag in ("td", "th", "tr") and in_data:
        flow.close_cell()
    elif tag in BLOCKS:
        flow.break_line()
    flow.raised -= tag in RAISED


def _data_tables(path: Path, root: etree._Element) -> set[etree._Element]:
    """The tables of several cells that hold no such table: the others only arrange the page."""
    cells: Counter[etree._Element] = Counter()
    layout: set[etree._Element] = set()
    inside: list[etree._Element] = []
    for event, element in _seen(path, root):
        if event == "start" and element.tag == "table":
            inside.append(element)
        elif event == "start" and element.tag in ("td", "th") and inside:
            cells[inside[-1]] += 1
        elif event == "end" and element.tag == "table":
            table = inside.pop()
            if inside and (cells[table] > 1 or table in layout):
                layout.add(inside[-1])
    return {table for table, count in cells.items() if count > 1 and table not in layout}


def _seen(path: Path, root: etree._Element) -> Iterator[tuple[Event, etree._Element]]:
    """The elements that are seen, at their start and end; of others only that they were skipped."""
    events = etree.iterwalk(root, events=("start", "end"))
    skipped: etree._Element | None = None
    count = 0
    for event, element in events:
        if event == "end":
            yield ("skipped" if element is skipped else "end"), element
            skipped = None
            continue
        count += 1
        if count > MOST_ELEMENTS:
            raise FileTooLargeError(path)
        if _is_unseen(element):
            skipped = element
            events.skip_subtree()
        else:
            yield "start", element


def _is_unseen(element: etree._Element) -> bool:
    return (
        element.tag in UNSEEN
        or element.tag in DRAWN
        or element.get("hidden") is not None
        or _has_style(element, _HIDING)
        or _is_struck(element)
    )


def _is_struck(element: etree._Element) -> bool:
    return element.tag in STRUCK or _has_style(element, _STRIKING)


def _has_style(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    style = element.get("style")
    return bool(style) and pattern.search(style) is not None
