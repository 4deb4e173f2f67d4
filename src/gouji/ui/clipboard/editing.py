"""What is done to blocks of figures: copied, pasted, filled, cleared, reverted; each a step to be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from gouji.model.correction import StepKind
from gouji.model.form import Address
from gouji.model.report import Number
from gouji.session import ReviewSession
from gouji.ui.actions.actions import Actions
from gouji.ui.bridge import Bridge
from gouji.ui.clipboard.mime_data import new_mime_data
from gouji.ui.grid.figures import show_figure
from gouji.ui.grid.page import TablesPage
from gouji.ui.selection import Selection
from gouji.ui.widgets.hint import show_hint

if TYPE_CHECKING:
    from gouji.ui.clipboard.block import Block
    from gouji.ui.clipboard.pasting import Pasting

_READ_FOR = 8000
"""Milliseconds that a refusal stays where nothing is done meanwhile."""


class Editing(QObject):
    """Takes the selected cells of the tables for what it does."""

    noticed = Signal(str)
    """What was done, in words, where that cannot be seen in full."""

    def __init__(self, bridge: Bridge, selection: Selection, tables: TablesPage, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._tables = tables
        self._hint: QLabel | None = None
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(_READ_FOR)
        self._read.timeout.connect(self._forget_hint)
        selection.cell_changed.connect(self._forget_hint)
        bridge.replaced.connect(self._forget_hint)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What is done, by the ids of the actions."""
        return {
            "copy": self.copy,
            "copy_with_heads": lambda: self.copy(with_heads=True),
            "paste": self.paste,
            "fill": self.fill,
            "clear": self.clear,
            "revert": self.revert,
            "revert_table": self.revert_table,
            "revert_all": self.revert_all,
        }

    def copy(self, *, with_heads: bool = False) -> None:
        """Put the selected figures on the clipboard, as text and as a table of a web page."""
        from gouji.ui.clipboard.copied import copied, copied_with_heads  # noqa: PLC0415 -- after the first paint
        from gouji.ui.clipboard.lines import write_lines  # noqa: PLC0415 -- after the first paint
        from gouji.ui.clipboard.markup import write_markup  # noqa: PLC0415 -- after the first paint

        view, session = self._tables.current_table(), self._bridge.session
        if view is not None and session is not None:
            document = session.document
            copy = copied_with_heads if with_heads else copied
            block = copy(view.table, view.selected(), lambda each: show_figure(document.value(each)))
            data = new_mime_data()
            data.setText(write_lines(block))
            data.setHtml(write_markup(block))
            QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Paste the block on the clipboard as one step; where figures would be lost, show it first."""
        from gouji.ui.clipboard.paste_preview import PastePreview  # noqa: PLC0415 -- after the first paint
        from gouji.ui.clipboard.pasting import plan  # noqa: PLC0415 -- after the first paint
        from gouji.ui.clipboard.refusals import REFUSALS, refusal  # noqa: PLC0415 -- after the first paint

        session, selected = self._bridge.session, self._tables.selected()
        if session is None or not selected:
            return
        self._forget_hint()
        try:
            pasting = plan(_on_clipboard(), session.report.form, selected[0], selected)
        except REFUSALS as trouble:
            self._refuse(refusal(trouble))
            return
        if _needs_a_look(session, pasting):
            preview = PastePreview(session, pasting, self._tables.window())
            preview.accepted.connect(lambda: self._take(session, pasting))
            preview.open()
        else:
            self._take(session, pasting)

    def fill(self) -> None:
        """Give the selected cells the figure at the top of their column; of a single line, its first."""
        session, view = self._bridge.session, self._tables.current_table()
        if session is None or view is None:
            return
        values: dict[Address, Number | None] = {}
        for run in view.runs():
            values |= dict.fromkeys(run[1:], session.document.value(run[0]))
        session.apply(StepKind.FILL, values)

    def clear(self) -> None:
        """Take the figures out of the selected cells."""
        session = self._bridge.session
        if session is not None:
            session.apply(StepKind.CLEAR, dict.fromkeys(self._tables.selected()))

    def revert(self) -> None:
        """Go back to what the file says in the selected cells."""
        self._revert(self._tables.selected())

    def revert_table(self) -> None:
        """Go back to what the file says in the current table."""
        view = self._tables.current_table()
        self._revert(view.table.addresses if view is not None else ())

    def revert_all(self) -> None:
        """Go back to what the file says everywhere."""
        session = self._bridge.session
        self._revert(session.report.form.addresses if session is not None else ())

    def renew(self, actions: Actions) -> None:
        """Enable what can be done now."""
        session, selected = self._bridge.session, self._tables.selected()
        view = self._tables.current_table()
        corrected = session.document.corrections.keys() if session is not None else set()
        for name in ("copy", "copy_with_heads", "paste", "clear"):
            actions[name].setEnabled(bool(selected))
        actions["fill"].setEnabled(len(selected) > 1)
        actions["revert"].setEnabled(not corrected.isdisjoint(selected))
        actions["revert_table"].setEnabled(
            view is not None and not corrected.isdisjoint(view.table.addresses)
        )
        actions["revert_all"].setEnabled(bool(corrected))

    def _revert(self, addresses: Iterable[Address]) -> None:
        if self._bridge.session is not None:
            self._bridge.session.revert(addresses)

    def _take(self, session: ReviewSession, pasting: Pasting) -> None:
        if session is not self._bridge.session:
            return
        session.apply(StepKind.PASTE, pasting.values)
        if self._selection.cell not in pasting.values:
            self._selection.show_cell(next(iter(pasting.values), None))
        self.noticed.emit(self.tr("Figures pasted: {number}").format(number=len(pasting.values)))

    def _refuse(self, words: str) -> None:
        view = self._tables.current_table()
        if view is not None:
            self._hint = show_hint(view.viewport(), view.visualRect(view.currentIndex()), words)
            self._read.start()

    def _forget_hint(self) -> None:
        if self._hint is not None:
            self._hint.hide()
            self._hint.deleteLater()
            self._hint = None


def _on_clipboard() -> Block:
    """The block on the clipboard: of its markup, where spans are told, else of its text."""
    from gouji.ui.clipboard.lines import read_lines  # noqa: PLC0415 -- after the first paint
    from gouji.ui.clipboard.markup import read_markup  # noqa: PLC0415 -- after the first paint
    from gouji.ui.clipboard.reading import is_figure  # noqa: PLC0415 -- after the first paint

    data = QGuiApplication.clipboard().mimeData()
    block = read_markup(data.html()) if data.hasHtml() else None
    if block is None or not any(map(is_figure, block.texts.values())):
        block = read_lines(data.text())
    return block


def _needs_a_look(session: ReviewSession, pasting: Pasting) -> bool:
    """Whether something would be lost, or left out, or had to be assumed."""
    befores = ((session.document.value(address), value) for address, value in pasting.values.items())
    loses = any(old not in (None, new) for old, new in befores)
    return loses or bool(pasting.refused) or pasting.is_unsure
