"""What a workbook says besides its sheets: which there are, the texts they share, and how cells look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import join, normpath

from lxml import etree

from gouji.errors import FileTooLargeError
from gouji.model.report import Doubt
from gouji.sources.allowance import Allowance
from gouji.sources.limits import MOST_CELLS
from gouji.sources.tidying import raised, tidy
from gouji.sources.workbook.shown import BUILT_IN, Shown
from gouji.sources.zipped import Zipped

MAIN_PART = "xl/workbook.xml"
TEXTS_PART = "xl/sharedStrings.xml"
STYLES_PART = "xl/styles.xml"
MOST_TEXTS = 100_000
LONGEST_NUMBER = 9
"""Digits of a number of something, which are never so many."""


@dataclass(frozen=True, slots=True)
class Look:
    """How cells of a style look."""

    number_format: str = "General"
    bordered: bool = False
    struck: bool = False


class Parts:
    """The parts of a workbook that its sheets refer to."""

    def __init__(self, zipped: Zipped) -> None:
        self._zipped = zipped
        self.cells = Allowance(zipped.path, MOST_CELLS)
        """What its sheets may hold, all of them together."""

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The name and the part of every sheet that is not hidden, in order."""
        return ((name, part) for name, part, seen in self.all_sheets() if seen)

    def all_sheets(self) -> Iterator[tuple[str, str, bool]]:
        """The name and the part of every sheet in order, and whether it is seen."""
        targets = {
            each.get("Id"): each.get("Target", "")
            for each in self._zipped.tree("xl/_rels/workbook.xml.rels").iterfind("{*}Relationship")
            if (each.get("Type") or "").endswith("/worksheet")
        }
        for sheet in self._zipped.tree(MAIN_PART).iterfind("{*}sheets/{*}sheet"):
            key = next((text for name, text in sheet.items() if name.endswith("}id")), None)
            if key in targets:
                # A target that begins with a slash counts from the root.
                part = normpath(join("/xl", targets[key])).lstrip("/")
                yield tidy(sheet.get("name", "")), part, (sheet.get("state") or "visible") == "visible"

    def text(self, number: str) -> Shown:
        """A text that cells share."""
        index = int(number) if number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER else -1
        return self._texts[index] if 0 <= index < len(self._texts) else Shown("", Doubt.DISPLAY)

    def look(self, number: int) -> Look:
        """How cells of a style look."""
        return self._looks[number] if number < len(self._looks) else Look()

    @cached_property
    def _texts(self) -> list[Shown]:
        """The texts that cells share, by their number."""
        if TEXTS_PART not in self._zipped:
            return []
        found = [rich_text(each) for each in self._zipped.tree(TEXTS_PART).iterfind("{*}si")]
        if len(found) > MOST_TEXTS:
            raise FileTooLargeError(self._zipped.path)
        return found

    @cached_property
    def _looks(self) -> list[Look]:
        """How cells look, by the number of their style."""
        if STYLES_PART not in self._zipped:
            return []
        root = self._zipped.tree(STYLES_PART)
        formats = BUILT_IN | {
            whole(each, "numFmtId"): each.get("formatCode", "")
            for each in root.iterfind("{*}numFmts/{*}numFmt")
        }
        struck = [_is_struck(each) for each in root.iterfind("{*}fonts/{*}font")]
        bordered = [_is_bordered(each) for each in root.iterfind("{*}borders/{*}border")]
        return [
            Look(
                formats.get(whole(each, "numFmtId"), "?"),
                _at(bordered, whole(each, "borderId")),
                _at(struck, whole(each, "fontId")),
            )
            for each in root.iterfind("{*}cellXfs/{*}xf")
        ]


def rich_text(element: etree._Element) -> Shown:
    """The text of a cell, without what is struck out of it and without its reading aids."""
    doubt = None
    pieces = [each.text or "" for each in element.iterfind("{*}t")]
    for run in element.iterfind("{*}r"):
        properties = run.find("{*}rPr")
        text = "".join(each.text or "" for each in run.iterfind("{*}t"))
        if properties is not None and _is_struck(properties):
            doubt = Doubt.DISPLAY
        elif properties is not None and properties.find("{*}vertAlign") is not None:
            pieces.append(raised(text))
        else:
            pieces.append(text)
    return Shown(tidy("".join(pieces)), doubt)


def _is_struck(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _is_bordered(border: etree._Element) -> bool:
    return any(side.get("style", "none") != "none" for side in border)


def whole(element: etree._Element, name: str) -> int:
    """A whole number that an attribute gives; 0 where it gives none, or an absurd one."""
    text = element.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else 0


def _at(values: list[bool], index: int) -> bool:
    return index < len(values) and values[index]
