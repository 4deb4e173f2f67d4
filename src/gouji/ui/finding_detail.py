"""The finding at hand in words, its suggestions, and the reviewer's decision on it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gouji.checking.explain import explain
from gouji.model.rule import Decision, DecisionState, Finding
from gouji.model.suggestion import Suggestion
from gouji.repair import why
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.describe import cell_name
from gouji.ui.figures import show_figure
from gouji.ui.language import current_language
from gouji.ui.selection import Selection
from gouji.ui.verdicts import STATES, word

SHOWN = 4
"""More suggestions than this are guesses, and are left out."""
_CHOICES = (DecisionState.READING_ERROR, DecisionState.SOURCE_ERROR, DecisionState.DISMISSED)


class FindingDetail(QScrollArea):
    """Asks for what is to be done; whoever owns the deeds does it."""

    applied = Signal(object)
    """The suggestion to apply."""
    decided = Signal(object)
    """The `DecisionState` to give, None to take it back."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        selection.finding_changed.connect(self._renew)
        bridge.changed.connect(self._renew)
        bridge.replaced.connect(self._renew)
        self._renew()

    def _renew(self, _addresses: object = None) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        session, finding = self._bridge.session, self._selection.finding
        if session is not None and finding is not None:
            told = explain(finding, session.document, current_language())
            column.addWidget(_wrapped(told))
            if finding.quotation is not None and finding.quotation.sentence not in told:
                column.addWidget(_wrapped(f"“{finding.quotation.sentence}”", "quotation"))
            for place, suggestion in enumerate(session.suggestions(finding)[:SHOWN]):
                column.addLayout(self._suggestion(session, suggestion, is_first=place == 0))
            column.addWidget(_wrapped(self._basis(finding), "note"))
            column.addStretch(1)
            column.addLayout(self._choices(session.review.decisions.get(finding.key)))
        else:
            column.addWidget(_wrapped(self._nothing(session), "note"))
            column.addStretch(1)
        self.setWidget(page)

    def _suggestion(self, session: ReviewSession, suggestion: Suggestion, *, is_first: bool) -> QLayout:
        changes = "; ".join(
            f"{cell_name(session.report.form, address)}: "
            f"{show_figure(session.document.value(address)) or '□'} → {show_figure(value)}"
            for address, value in suggestion.values.items()
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        button = QPushButton(self.tr("Apply"))
        button.setObjectName("primary" if is_first else "plain")
        button.setToolTip(
            QKeySequence("Ctrl+.").toString(QKeySequence.SequenceFormat.NativeText) if is_first else ""
        )
        button.clicked.connect(lambda: self.applied.emit(suggestion))
        reason = why(suggestion, session.document, current_language())
        settles = self.tr("settles {number}").format(number=len(suggestion.settles))
        label = _wrapped(f"{changes}\n{reason} · {settles}")
        button.setAccessibleName(f"{self.tr('Apply')}: {changes}")
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _choices(self, decision: Decision | None) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for state in _CHOICES:
            button = QToolButton()
            button.setText(word(STATES[state]))
            button.setCheckable(True)
            button.setChecked(decision is not None and decision.state is state)
            button.setObjectName(str(state))
            button.setMinimumSize(QSize(72, 26))
            button.clicked.connect(lambda checked, state=state: self.decided.emit(state if checked else None))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _basis(self, finding: Finding) -> str:
        return self.tr("Basis: {basis}").format(basis=finding.rule.basis)

    def _nothing(self, session: ReviewSession | None) -> str:
        if session is not None and not session.findings:
            return self.tr("Every equation of the form holds.")
        return self.tr("Press F8 for the next finding.")


def _wrapped(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setObjectName(name)
    return label
