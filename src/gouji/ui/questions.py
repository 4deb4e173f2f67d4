"""Everything the window asks in a dialog."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Leaving(Enum):
    """What is to become of corrections that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Questions(QObject):
    """Asked over the active window; every answer may be that the reviewer thought better of it."""

    def file_to_open(self, folder: Path) -> Path | None:
        """A report or review file."""
        known = self.tr("Reports and review files (*.pdf *.txt *.json)")
        every = self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            _window(), self.tr("Open a report"), str(folder), f"{known};;{every}"
        )
        return Path(name) if name else None

    def review_target(self, proposed: Path) -> Path | None:
        """Where to save the review."""
        kinds = self.tr("Review file (*.json)")
        return self._target(self.tr("Save review"), proposed, kinds)

    def export_target(self, proposed: Path) -> Path | None:
        """Where to write the tables; the ending says how."""
        kinds = ";;".join((self.tr("Excel workbook (*.xlsx)"), self.tr("Review file (*.json)")))
        return self._target(self.tr("Export"), proposed, kinds)

    def password(self, path: Path, *, again: bool) -> str | None:
        """The password of an encrypted file."""
        asked = self.tr("“{name}” is encrypted. Its password:")
        if again:
            asked = self.tr("That password does not open “{name}”. Another one:")
        text, given = QInputDialog.getText(
            _window(), self.tr("Password"), asked.format(name=path.name), QLineEdit.EchoMode.Password
        )
        return text if given else None

    def leaving(self, name: str) -> Leaving:
        """What is to become of unsaved corrections."""
        box = QMessageBox(_window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved corrections"))
        box.setText(self.tr("Save the corrections to “{name}” first?").format(name=name))
        box.setInformativeText(self.tr("The report itself is never changed."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: Leaving.SAVE, button.Discard: Leaving.DISCARD}
        return answers.get(QMessageBox.StandardButton(box.exec()), Leaving.CANCEL)

    def _target(self, title: str, proposed: Path, kinds: str) -> Path | None:
        name, kind = QFileDialog.getSaveFileName(_window(), title, str(proposed), kinds)
        if not name:
            return None
        path = Path(name)
        ending = kind.rpartition("*")[2].rstrip(")")
        return path if path.suffix else path.with_name(path.name + ending)


def _window() -> QWidget | None:
    return QApplication.activeWindow()
