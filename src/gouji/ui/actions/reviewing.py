"""What the actions do to the session in view, and which of them can be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gouji.model.correction import Step, StepKind
from gouji.model.form import Address
from gouji.model.rule import DecisionState
from gouji.model.suggestion import Suggestion
from gouji.repair import why
from gouji.session import ReviewSession
from gouji.ui.actions.actions import Actions
from gouji.ui.bridge import Bridge
from gouji.ui.findings.verdicts import step_name
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.note_editor import NoteEditor
from gouji.ui.look.language import current_language
from gouji.ui.look.plain import without_access_key
from gouji.ui.selection import Selection
from gouji.ui.source.encoding_button import encoding_of

_NEED_FINDING = ("reading_error", "source_error", "dismiss", "undecide")
_NEED_CELL = ("edit", "confirm", "note")


class Reviewing(QObject):
    """Passes the reviewer's deeds on to the session; each is a step that can be undone."""

    def __init__(self, bridge: Bridge, selection: Selection, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._selection = selection

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What is done, by the ids of the actions."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "confirm": self.confirm,
            "note": self.note,
            "apply": self.apply_first,
            "reading_error": lambda: self.decide(DecisionState.READING_ERROR),
            "source_error": lambda: self.decide(DecisionState.SOURCE_ERROR),
            "dismiss": lambda: self.decide(DecisionState.DISMISSED),
            "undecide": lambda: self.decide(None),
        }

    def undo(self) -> None:
        """Take the last step back and go to where it was."""
        session = self._bridge.session
        if session is not None:
            self._go_to(session.undo())

    def redo(self) -> None:
        """Do the step again and go to where it is."""
        session = self._bridge.session
        if session is not None:
            self._go_to(session.redo())

    def confirm(self) -> None:
        """Take the figure of the current cell for right."""
        session, cell = self._bridge.session, self._selection.cell
        if session is not None and cell is not None:
            session.confirm(cell)

    def note(self) -> None:
        """Ask for a note on the current cell."""
        session, cell = self._bridge.session, self._selection.cell
        if session is None or cell is None:
            return
        note = session.review.notes.get(cell)
        name = cell_name(session.report.form, cell)
        editor = NoteEditor(name, note.text if note is not None else "", self._window)
        editor.accepted.connect(lambda: session.note(cell, editor.words()))
        editor.open()

    def go_to_step(self, by: int) -> None:
        """Take back so many steps, or do so many again; and go to where the last was."""
        session = self._bridge.session
        if session is not None:
            go = session.redo if by > 0 else session.undo
            for step in [go() for _ in range(abs(by))][-1:]:
                self._go_to(step)

    def apply_first(self) -> None:
        """Apply the likeliest suggestion for the finding at hand."""
        session, finding = self._bridge.session, self._selection.finding
        if session is not None and finding is not None:
            for suggestion in session.suggestions(finding)[:1]:
                self.apply(suggestion)

    def apply(self, suggestion: Suggestion) -> None:
        """Apply a suggestion as one step and go to its cell."""
        session = self._bridge.session
        if session is not None:
            reason = why(suggestion, session.document, current_language())
            self._selection.show_cell(next(iter(suggestion.values)))
            session.apply(StepKind.ACCEPT, suggestion.values, reason=reason)

    def decide(self, state: DecisionState | None, reason: str | None = None) -> None:
        """Keep the reviewer's word on the finding at hand; without a reason, for that of the word before."""
        session, finding = self._bridge.session, self._selection.finding
        if session is not None and finding is not None:
            before = session.review.decision(finding)
            if reason is None:
                reason = before.reason if before is not None else ""
            session.decide(finding, state, reason)

    def renew(self, actions: Actions) -> None:
        """Name undo and redo after their steps; enable what can be done now."""
        session, cell, finding = self._bridge.session, self._selection.cell, self._selection.finding
        self._name(actions, "undo", self.tr("&Undo"), session.undoable if session else None)
        self._name(actions, "redo", self.tr("&Redo"), session.redoable if session else None)
        for name in _NEED_CELL:
            actions[name].setEnabled(session is not None and cell is not None)
        for name in _NEED_FINDING:
            actions[name].setEnabled(session is not None and finding is not None)
        for name in ("next_finding", "previous_finding"):
            actions[name].setEnabled(session is not None and bool(session.findings))
        actions["locate"].setEnabled(session is not None and _has_place(session, cell))
        actions["next_unsure"].setEnabled(session is not None and bool(session.unsure))
        actions["unfinish"].setEnabled(session is not None and session.is_reviewed)
        actions["uncompare"].setEnabled(session is not None and session.review.previous is not None)
        actions["encoding"].setEnabled(encoding_of(self._bridge) is not None)
        actions["apply"].setEnabled(_has_suggestion(session, self._selection))

    def _name(self, actions: Actions, name: str, text: str, step: Step | None) -> None:
        action, short = actions[name], without_access_key(text)
        words = f" {step_name(step)}" if step else ""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setEnabled(step is not None)
        action.setText(text + words)
        action.setIconText(short)
        action.setToolTip(f"{short}{words} ({keys})\n{action.statusTip()}")

    def _go_to(self, step: Step | None) -> None:
        if step is not None:
            self._selection.show_cell(step.addresses[0])


def _has_place(session: ReviewSession, cell: Address | None) -> bool:
    """Whether there is a place in the source to zoom to."""
    return cell is not None and session.document.cell(cell).provenance is not None


def _has_suggestion(session: ReviewSession | None, selection: Selection) -> bool:
    finding = selection.finding
    return session is not None and finding is not None and bool(session.suggestions(finding))
