"""A workbook into a transcript: its sheets below each other, each under its name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import islice

from gouji.model.report import Source
from gouji.sources.file import SourceFile
from gouji.sources.page import OpenedSource
from gouji.sources.transcript import PrintedCell, Transcript
from gouji.sources.workbook.parts import Parts
from gouji.sources.workbook.sheet import KIND, filled_up, read_sheet
from gouji.sources.zipped import open_zipped

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_SHEETS = 100
LONGEST_LABEL = 40
"""A text alone in its row that is longer than this is prose, also between the rows of a table."""


def read_workbook(file: SourceFile) -> OpenedSource:
    """What is seen on the sheets of a workbook; raises the `GoujiError` that names the trouble with it."""
    path = file.path
    zipped, content = open_zipped(file, KIND)
    parts = Parts(zipped)
    transcript = Transcript(path)
    for name, part in islice(parts.sheets(), MOST_SHEETS):
        rows = read_sheet(path, zipped.part(part), parts)
        if rows:
            if name and not rows[0][0].text.startswith(name):
                transcript.add_text(name)
            _write_sheet(rows, transcript)
    sha256 = hashlib.sha256(content).hexdigest()
    return transcript.finish(Source(path.name, sha256, MEDIA_TYPE, 1, "utf-8"))


def _write_sheet(rows: Sequence[list[PrintedCell]], transcript: Transcript) -> None:
    """Write out a sheet: what stands alone above and below its tables as text, and all prose."""
    tables = [index for index, row in enumerate(rows) if len(row) > 1]
    first, last = (tables[0], tables[-1]) if tables else (len(rows), -1)
    table: list[list[PrintedCell]] = []
    for index, row in enumerate(rows):
        if len(row) == 1 and (not first <= index <= last or len(row[0].text) > LONGEST_LABEL):
            transcript.add_table(filled_up(table))
            table = []
            transcript.add_text(row[0].text)
        else:
            table.append(row)
    transcript.add_table(filled_up(table))
