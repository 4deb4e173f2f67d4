"""What a paste would change, before it does: each cell with its figure before and after."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gouji.session import ReviewSession
from gouji.ui.clipboard.pasting import Pasting, Refused
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.figures import show_figure

_NONE = "□"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_REFUSED = 6
"""So many texts that are no numbers are told one by one."""
_LONGEST = 24
"""Characters of a refused text that are shown."""


class PastePreview(QDialog):
    """Accepted when the figures are to be pasted."""

    def __init__(self, session: ReviewSession, pasting: Pasting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste figures"))
        self.resize(640, 420)
        self._session, self._pasting = session, pasting
        self.summary = QLabel(self._counts())
        self.summary.setWordWrap(True)
        self.table = self._changes()
        self.refused = QLabel("\n".join(self._refusals()))
        self.refused.setObjectName("note")
        self.refused.setTextFormat(Qt.TextFormat.PlainText)
        self.refused.setWordWrap(True)
        self.refused.setVisible(bool(pasting.refused))
        button = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(button.Ok | button.Cancel)
        paste = self.buttons.button(button.Ok)
        paste.setText(self.tr("Paste"))
        paste.setObjectName("primary")
        paste.setEnabled(bool(pasting.values))
        self.buttons.button(button.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.summary, self.table, self.refused, self.buttons):
            column.addWidget(widget, 1 if widget is self.table else 0)
        paste.setFocus()

    def _counts(self) -> str:
        document = self._session.document
        befores = [(document.value(address), value) for address, value in self._pasting.values.items()]
        counts = (
            (self.tr("Replaced: {number}"), sum(old not in (None, new) for old, new in befores)),
            (self.tr("Filled in: {number}"), sum(old is None for old, _ in befores)),
            (self.tr("The same: {number}"), sum(old == new for old, new in befores)),
            (self.tr("Blank, changing nothing: {number}"), self._pasting.blanks),
            (self.tr("Left out: {number}"), len(self._pasting.refused)),
        )
        told = "  ·  ".join(text.format(number=number) for text, number in counts if number)
        if self._pasting.is_unsure:
            told += "\n" + self.tr(
                "It is not certain that these are the cells that are meant: look them over."
            )
        return told

    def _changes(self) -> QTableWidget:
        document, form = self._session.document, self._session.report.form
        changed = [each for each in self._pasting.values.items() if document.value(each[0]) != each[1]]
        table = QTableWidget(len(changed), 3)
        for column, name in enumerate((self.tr("Cell"), self.tr("Now"), self.tr("Pasted"))):
            head = QTableWidgetItem(name)
            head.setTextAlignment(_RIGHT if column else _LEFT)
            table.setHorizontalHeaderItem(column, head)
        for row, (address, value) in enumerate(changed):
            figures = (show_figure(document.value(address)) or _NONE, show_figure(value))
            table.setItem(row, 0, QTableWidgetItem(cell_name(form, address)))
            for column, figure in enumerate(figures, start=1):
                item = QTableWidgetItem(figure)
                item.setTextAlignment(_RIGHT)
                table.setItem(row, column, item)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Figures that change"))
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _refusals(self) -> Iterator[str]:
        for each in self._pasting.refused[:_MOST_REFUSED]:
            yield self._refusal(each)
        if len(self._pasting.refused) > _MOST_REFUSED:
            yield "…"

    def _refusal(self, refused: Refused) -> str:
        text = refused.text if len(refused.text) <= _LONGEST else refused.text[: _LONGEST - 1] + "…"
        if refused.address is None:
            said = self.tr("Row {row}, column {column} of the block: “{text}” belongs to no cell of the form")
            return said.format(row=refused.row, column=refused.column, text=text)
        said = self.tr("Row {row}, column {column} of the block ({cell}): “{text}” is no number")
        name = cell_name(self._session.report.form, refused.address)
        return said.format(row=refused.row, column=refused.column, cell=name, text=text)
