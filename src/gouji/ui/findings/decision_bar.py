"""The decision on the finding at hand: whose mistake it is, or none, the reason, and a note on its cell."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from gouji.model.correction import Mistake
from gouji.model.decided import proposed
from gouji.model.rule import Decision, DecisionState, FindingKey
from gouji.ui.bridge import Bridge
from gouji.ui.findings.verdicts import STATES, word
from gouji.ui.selection import Selection

PROPOSED = {
    Mistake.READING: DecisionState.READING_ERROR,
    Mistake.SOURCE: DecisionState.SOURCE_ERROR,
}
_CHOICES = (DecisionState.READING_ERROR, DecisionState.SOURCE_ERROR, DecisionState.DISMISSED)


class DecisionBar(QWidget):
    """Seen while a finding is at hand; until it is decided, the proposal stands out."""

    decided = Signal(object, str)
    """The `DecisionState` to give, None to take it back; and the reason."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self._key: FindingKey | None = None
        self._decision: Decision | None = None
        self.buttons = {state: self._button(state) for state in _CHOICES}
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.editingFinished.connect(self._give_reason)
        self.note = QToolButton()
        self.note.setObjectName("writeNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.reason, 1)
        row.addWidget(self.note)
        for signal in (selection.finding_changed, bridge.changed, bridge.replaced):
            signal.connect(self._renew)
        self._renew()

    def _button(self, state: DecisionState) -> QToolButton:
        button = QToolButton()
        button.setText(word(STATES[state]))
        button.setCheckable(True)
        button.setObjectName(str(state))
        button.clicked.connect(lambda checked: self._decide(state if checked else None))
        return button

    def _renew(self, _addresses: object = None) -> None:
        session, finding = self._bridge.session, self._selection.finding
        self.setVisible(session is not None and finding is not None)
        if session is None or finding is None:
            return
        # What is being typed outlives a change elsewhere, but not the finding.
        typing = self.reason.isModified() and finding.key == self._key
        self._key, self._decision = finding.key, session.review.decision(finding)
        if not typing:
            self.reason.setText(self._decision.reason if self._decision else "")
        proposal = PROPOSED[proposed(finding, session.document)]
        for state, button in self.buttons.items():
            button.setChecked(self._decision is not None and self._decision.state is state)
            self._propose(button, state, is_proposed=self._decision is None and state is proposal)

    def _propose(self, button: QToolButton, state: DecisionState, *, is_proposed: bool) -> None:
        said = self.tr("Proposed: {why}").format(why=self._why(state)) if is_proposed else ""
        button.setToolTip(said)
        button.setAccessibleDescription(said)
        stands_out = str(is_proposed).lower()
        if button.property("proposed") == stands_out:
            return
        button.setProperty("proposed", stands_out)
        button.style().unpolish(button)
        button.style().polish(button)

    def _why(self, state: DecisionState) -> str:
        if state is DecisionState.READING_ERROR:
            return self.tr("a figure in it was read in doubt, or not found")
        return self.tr("every figure in it was read without doubt")

    def _decide(self, state: DecisionState | None) -> None:
        reason = self.reason.text().strip() if state is not None else ""
        self.reason.setModified(False)
        self.decided.emit(state, reason)

    def _give_reason(self) -> None:
        """Add the reason to a decision that was made without it."""
        decision = self._decision
        if decision is not None and self.reason.isModified():
            self._decide(decision.state)
