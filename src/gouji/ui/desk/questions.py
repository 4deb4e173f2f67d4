"""Everything the window asks in a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from gouji.ui.look.plain import plain, show_plainly

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_NAMED = 8
"""So many cells are named in a question."""


class Leaving(Enum):
    """What is to become of corrections that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Questions(QObject):
    """Asked over the active window; every answer may be that the reviewer thought better of it."""

    def files_to_open(self, folder: Path) -> list[Path]:
        """Reports or review files."""
        dialog = self._file_dialog(self.tr("Open reports"), folder, self._kinds_of_reports())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return [Path(each) for each in dialog.selectedFiles()] if dialog.exec() else []

    def folder_to_open(self, folder: Path) -> Path | None:
        """A folder of reports."""
        dialog = self._file_dialog(self.tr("Add a folder of reports"), folder, [])
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def previous_file(self, folder: Path) -> Path | None:
        """Last year's report, or its review file."""
        title = self.tr("Compare with last year's report")
        return self._existing(title, folder, self._kinds_of_reports())

    def _kinds_of_reports(self) -> list[str]:
        reports = self.tr(
            "Reports and review files (*.pdf *.docx *.xlsx *.html *.htm *.mht *.mhtml *.txt *.md *.json)"
        )
        return [reports, self.tr("All files (*)")]

    def _existing(self, title: str, folder: Path, kinds: list[str]) -> Path | None:
        dialog = self._file_dialog(title, folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def review_target(self, proposed: Path) -> Path | None:
        """Where to save the review."""
        return self._target(self.tr("Save review"), proposed, [self.tr("Review file (*.json)")])

    def export_target(self, proposed: Path) -> Path | None:
        """Where to write the tables; the ending says how."""
        kinds = [
            self.tr("Excel workbook (*.xlsx)"),
            self.tr("Review file (*.json)"),
            self.tr("List of problems (*.docx)"),
            self.tr("Tables as PDF, as they are printed (*.pdf)"),
        ]
        return self._target(self.tr("Export"), proposed, kinds)

    def desk_target(self, proposed: Path) -> Path | None:
        """Where to write a copy of the whole desk."""
        return self._target(self.tr("Hand the desk over"), proposed, [self.tr("Copy of a desk (*.desk)")])

    def desk_to_bring(self, folder: Path) -> Path | None:
        """A copy of a colleague's desk."""
        kinds = [self.tr("Copy of a desk (*.desk)"), self.tr("All files (*)")]
        return self._existing(self.tr("Bring a desk in"), folder, kinds)

    def problems_target(self, proposed: Path) -> Path | None:
        """Where to write the list of problems; the ending says how."""
        kinds = [self.tr("Letter in Word (*.docx)"), self.tr("Letter as PDF, as it is printed (*.pdf)")]
        return self._target(self.tr("Save list of problems"), proposed, kinds)

    def printer(self, number: int) -> QPrinter | None:
        """On which printer to print a list of so many problems."""
        return self._printer(self.tr("Print list of problems ({number})").format(number=number))

    def printer_of_tables(self) -> QPrinter | None:
        """On which printer to print the tables."""
        return self._printer(self.tr("Print tables"))

    def _printer(self, title: str) -> QPrinter | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 -- few print

        from gouji.ui.desk.printing import a4  # noqa: PLC0415 -- few print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(a4())
        dialog = QPrintDialog(printer, _window())
        dialog.setWindowTitle(title)
        return printer if dialog.exec() else None

    def password(self, path: Path, *, again: bool) -> str | None:
        """The password of an encrypted file."""
        asked = self.tr("“{name}” is encrypted. Its password:")
        if again:
            asked = self.tr("That password does not open “{name}”. Another one:")
        text, given = QInputDialog.getText(
            _window(), self.tr("Password"), plain(asked.format(name=path.name)), QLineEdit.EchoMode.Password
        )
        return text if given else None

    def page(self, page: int, pages: int) -> int | None:
        """Which page to show."""
        asked = self.tr("Page, of {pages}:").format(pages=pages)
        number, given = QInputDialog.getInt(_window(), self.tr("Go to page"), asked, page, 1, pages)
        return number if given else None

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
        show_plainly(box)
        answers = {button.Save: Leaving.SAVE, button.Discard: Leaving.DISCARD}
        return answers.get(QMessageBox.StandardButton(box.exec()), Leaving.CANCEL)

    def read_changed(self, name: str) -> bool:
        """Whether to read the source of a review file anew, which has changed since."""
        box = QMessageBox(_window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("The source has changed"))
        box.setText(
            self.tr("“{name}” is not the file that was reviewed: it has changed since.").format(name=name)
        )
        box.setInformativeText(
            self.tr("Read anew, it keeps the corrections of all figures that are printed as before.")
        )
        anew = box.addButton(self.tr("Read it anew"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Keep the review as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(anew)
        show_plainly(box)
        box.exec()
        return box.clickedButton() is anew

    def leave_behind(self, name: str, cells: Sequence[str]) -> bool:
        """Whether to go on although corrections of these cells would be lost."""
        box = QMessageBox(_window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Corrections would be lost"))
        text = self.tr("Read anew, “{name}” has other figures where {number} corrections were made.")
        box.setText(text.format(name=name, number=len(cells)))
        shown = [*cells[:MOST_NAMED], *(["…"] if len(cells) > MOST_NAMED else [])]
        box.setInformativeText("\n".join(shown))
        go_on = box.addButton(self.tr("Read without them"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Leave everything as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        show_plainly(box)
        box.exec()
        return box.clickedButton() is go_on

    def _target(self, title: str, proposed: Path, kinds: list[str]) -> Path | None:
        dialog = self._file_dialog(title, proposed.parent, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed.name)
        if not dialog.exec():
            return None
        return with_ending(Path(dialog.selectedFiles()[0]), dialog.selectedNameFilter(), kinds)

    def _file_dialog(self, title: str, folder: Path, kinds: list[str]) -> QFileDialog:
        """The system's own dialog, or Qt's, two labels of which Qt leaves in English."""
        dialog = QFileDialog(_window(), title, str(folder))
        dialog.setNameFilters(kinds)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind:"))
        return dialog


def with_ending(path: Path, kind: str, kinds: list[str]) -> Path:
    """The path, ended as one of the kinds: as the chosen one where it has no such ending."""
    endings = {each: each.rpartition("*")[2].rstrip(")") for each in kinds}
    return path if path.suffix.lower() in endings.values() else path.with_name(path.name + endings[kind])


def _window() -> QWidget | None:
    return QApplication.activeWindow()
