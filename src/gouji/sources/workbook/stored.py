"""What the sheets of a workbook store, cell by cell, for whoever knows where to look."""

from __future__ import annotations

from collections.abc import Mapping

from gouji.sources.file import SourceFile
from gouji.sources.transcript import PrintedCell
from gouji.sources.workbook.parts import Parts
from gouji.sources.workbook.sheet import KIND, stored_cells
from gouji.sources.zipped import open_zipped


class StoredSheets:
    """The sheets of a workbook by their names, hidden ones among them; read when they are asked for.

    Reading raises the `GoujiError` that names the trouble with the file.
    """

    def __init__(self, file: SourceFile) -> None:
        self.path = file.path
        self._zipped, _ = open_zipped(file, KIND)
        self._parts = Parts(self._zipped)
        self._targets = {name: part for name, part, _ in self._parts.all_sheets()}

    def __contains__(self, name: str) -> bool:
        return name in self._targets

    def cells(self, name: str) -> Mapping[tuple[int, int], PrintedCell]:
        """The cells of a sheet that hold something, by row and column, counted from 1."""
        return stored_cells(self.path, self._zipped.part(self._targets[name]), self._parts)
