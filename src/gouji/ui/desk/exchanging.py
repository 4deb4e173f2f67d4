"""The whole desk in one file: written for a colleague, or a colleague's brought in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gouji.errors import GoujiError
from gouji.ui.desk.desk import Desk
from gouji.ui.look.language import current_language

COPY_ENDING = ".desk"


class Exchanging(QObject):
    """Outlives the window. The file is written and read beside it, on a connection of its own."""

    noticed = Signal(str)
    """What came of it."""

    def __init__(self, desk: Desk, data: Path | None) -> None:
        """`data` is the folder of the desk; without one there is nothing to exchange."""
        super().__init__()
        self._desk = desk
        self._data = data
        desk.jobs.exchanged.connect(self._tell)

    def hand_over(self) -> None:
        """Ask where to write a copy of the desk, and write it."""
        name = f"gouji-{date.today().isoformat()}{COPY_ENDING}"  # noqa: DTZ011 -- the reviewer's day
        self._do("export", self._desk.questions.desk_target(self._folder() / name))

    def bring_in(self) -> None:
        """Ask for a copy of a desk, and lay its reviews on this one."""
        self._do("import", self._desk.questions.desk_to_bring(self._folder()))

    def _folder(self) -> Path:
        return self._desk.path.parent if self._desk.path else Path.home()

    def _do(self, deed: str, path: Path | None) -> None:
        data, language = self._data, current_language()
        if path is None or data is None:
            return

        def work() -> str:
            from gouji.deskfile import do  # noqa: PLC0415 -- SQLite costs time that the window has not

            return do(deed, path, data, language)

        self._desk.busy.emit(path.name)
        self._desk.jobs.exchange(work, path)

    def _tell(self, _path: Path, came_of_it: object) -> None:
        self._desk.busy.emit("")
        if isinstance(came_of_it, GoujiError):
            self._desk.trouble.emit(came_of_it)
        else:
            self._desk.at_ease.emit()
            self.noticed.emit(str(came_of_it))
