"""A document into a transcript: paragraphs, tables and text boxes in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from lxml import etree

from gouji.errors import DamagedFileError, FileTooLargeError
from gouji.model.report import Doubt, Source
from gouji.sources.file import SourceFile
from gouji.sources.page import OpenedSource
from gouji.sources.tidying import joined
from gouji.sources.transcript import Transcript
from gouji.sources.word.names import child, tag
from gouji.sources.word.runs import read_paragraph
from gouji.sources.word.tables import members, printed_cells
from gouji.sources.zipped import open_zipped

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KIND = "DOCX"
MAIN_PART = "word/document.xml"
MOST_ELEMENTS = 400_000
"""Elements of the main part; a report written in many pieces has a tenth of it."""


def read_word(file: SourceFile) -> OpenedSource:
    """The text and the tables of a document; raises the `GoujiError` that names the trouble with it."""
    path = file.path
    zipped, content = open_zipped(file, KIND)
    root = zipped.tree(MAIN_PART)
    body = child(root, "body")
    if body is None:
        raise DamagedFileError(path, kind=KIND)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise FileTooLargeError(path)
    transcript = Transcript(path)
    _write_blocks(body, transcript)
    sha256 = hashlib.sha256(content).hexdigest()
    return transcript.finish(Source(path.name, sha256, MEDIA_TYPE, 1, "utf-8"))


def _write_blocks(element: etree._Element, transcript: Transcript) -> None:
    """Write out paragraphs and tables; a table that holds others only arranges them."""
    for block in members(element, "p", "tbl"):
        if tag(block) == "p":
            paragraph = read_paragraph(block)
            for line in paragraph.lines:
                transcript.add_text(line)
            for box in paragraph.boxes:
                _write_blocks(box, transcript)
        elif _arranges(block):
            for row in members(block, "tr"):
                for cell in members(row, "tc"):
                    _write_blocks(cell, transcript)
        else:
            transcript.add_table(printed_cells(block, _cell_text))


def _arranges(table: etree._Element) -> bool:
    """Whether a table has but one cell, or holds a table that has more."""
    cells = [cell for row in members(table, "tr") for cell in members(row, "tc")]
    inner = (found for cell in cells for found in members(cell, "tbl"))
    return len(cells) == 1 or any(sum(1 for _ in found.iter("{*}tc")) > 1 for found in inner)


def _cell_text(cell: etree._Element) -> tuple[str, Doubt | None]:
    lines: list[str] = []
    hidden = _collect(members(cell, "p", "tbl"), lines)
    return joined(lines), Doubt.DISPLAY if hidden else None


def _collect(blocks: Iterable[etree._Element], lines: list[str]) -> bool:
    """Gather the lines of a cell; whether something is printed there that is not in them."""
    differs = False
    for block in blocks:
        if tag(block) == "tbl":
            for row in members(block, "tr"):
                for cell in members(row, "tc"):
                    differs |= _collect(members(cell, "p", "tbl"), lines)
            continue
        paragraph = read_paragraph(block)
        lines += paragraph.lines
        differs |= paragraph.struck or (paragraph.drawn and not paragraph.lines and not paragraph.boxes)
        for box in paragraph.boxes:
            differs = True
            _collect(members(box, "p", "tbl"), lines)
    return differs
