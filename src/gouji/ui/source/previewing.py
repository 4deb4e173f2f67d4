"""The first page of a PDF is on the screen while its figures are still being read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gouji.errors import GoujiError
from gouji.ui.desk.desk import Desk
from gouji.ui.source.panel import SourcePanel

if TYPE_CHECKING:
    from gouji.worker import Preview


class Previewing(QObject):
    """Asks for the first page of what is about to be read, and takes it away where nothing comes of it."""

    held = Signal(bool)
    """Whether what is shown of the source is ahead of the figures, so that these are not to be touched."""

    withdrawn = Signal()
    """The report before is shown again."""

    def __init__(self, desk: Desk, source: SourcePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._source = source
        self._wanted: Path | None = None
        self._is_held = False
        desk.reading.connect(self._ask)
        desk.jobs.previewed.connect(self._take)
        desk.opened.connect(self._end)

    def _ask(self, path: Path | None, password: str | None) -> None:
        if path is None:
            self._withdraw()
            return
        self._wanted = path
        self._desk.jobs.preview(path, password, self._source.room())

    def _take(self, path: Path, found: object) -> None:
        if path == self._wanted and found is not None and not isinstance(found, GoujiError):
            self._source.show_preview(cast("Preview", found))
            self._hold(held=True)

    def _withdraw(self) -> None:
        """What was to be read is not: the report before is looked at again."""
        if self._source.is_ahead:
            self._source.show_source(self._desk.source)
            self._end()
            self.withdrawn.emit()
        else:
            self._end()

    def _end(self, _source: object = None) -> None:
        self._wanted = None
        self._hold(held=False)

    def _hold(self, *, held: bool) -> None:
        if held != self._is_held:
            self._is_held = held
            self.held.emit(held)
