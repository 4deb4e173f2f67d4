"""Reads back what was handed over: the letter, its sheet, its printed page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import docx
from openpyxl import load_workbook

from gouji.export.problems import problem_list
from gouji.export.problems.page import problems_pieces
from tests.export.reviews import Handover

Rows = list[list[str]]


class Read(NamedTuple):
    """A letter: its prose, and the lines of its tables, without their heads."""

    prose: str
    rows: Rows

    def line(self, row: str, column: str = "") -> list[str]:
        """The one line with this label of a row, and of a column if given."""
        (found,) = [each for each in self.rows if row in each[3] and column in each[4]]
        return found


def read(path: Path) -> Read:
    letter = docx.Document(str(path))
    rows = [[cell.text for cell in row.cells] for table in letter.tables for row in table.rows[1:]]
    return Read("\n".join(paragraph.text for paragraph in letter.paragraphs), rows)


def sheet_rows(path: Path) -> Rows:
    """The numbered lines of the sheet 问题清单."""
    sheet = load_workbook(path)["问题清单"]
    lines = [list(line) for line in sheet.iter_rows(min_row=3, values_only=True)]
    return [[str(each) for each in line] for line in lines if isinstance(line[0], int)]


def printed_rows(handover: Handover, language: str) -> Rows:
    """The lines of the tables as they are printed."""
    listed = problem_list(handover.review, handover.findings, language)
    return [_cells(piece.html) for piece in problems_pieces(listed) if piece.head not in ("", piece.html)]


def _cells(html: str) -> list[str]:
    cells: list[str] = []

    class Cells(HTMLParser):
        def handle_starttag(self, tag: str, _attributes: object) -> None:
            if tag == "td":
                cells.append("")
            elif tag == "br":
                cells[-1] += "\n"

        def handle_data(self, data: str) -> None:
            cells[-1] += data

    Cells().feed(html)
    return cells
