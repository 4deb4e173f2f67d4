"""The finding at hand in words, what was decided of it before, and its suggestions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gouji.checking.explain import explain
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.model.suggestion import Suggestion
from gouji.repair import why
from gouji.session import ReviewSession
from gouji.ui import last_year
from gouji.ui.bridge import Bridge
from gouji.ui.describe import cell_name
from gouji.ui.figures import show_figure
from gouji.ui.language import current_language
from gouji.ui.said_before import said_before
from gouji.ui.selection import Selection

SHOWN = 4
"""More suggestions than this are guesses, and are left out."""


class FindingDetail(QScrollArea):
    """Asks for what is to be done; whoever owns the deeds does it."""

    applied = Signal(object)
    """The suggestion to apply."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self._told: tuple[object, ...] | None = None
        self._review: Review | None = None
        """What was told of; kept, so that no other can be taken for it."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        selection.finding_changed.connect(self._renew)
        bridge.changed.connect(self._renew)
        bridge.replaced.connect(self._renew)
        self._renew()

    def _renew(self, _addresses: object = None) -> None:
        """Say it anew, unless what there is to say is the same."""
        session, finding = self._bridge.session, self._selection.finding
        review = session.review if session is not None else None
        offered = session.suggestions(finding) if session is not None and finding is not None else []
        told = (id(review), finding, offered)
        if told != self._told:
            self._told, self._review = told, review
            self._say()

    def _say(self) -> None:
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
            for line in last_year.behind(session, finding):
                column.addWidget(_wrapped(line, "note"))
            before = said_before(session, finding)
            if before:
                column.addWidget(_wrapped(before, "reopened"))
            for place, suggestion in enumerate(session.suggestions(finding)[:SHOWN]):
                column.addLayout(self._suggestion(session, suggestion, is_first=place == 0))
            column.addWidget(_wrapped(self._basis(finding), "note"))
            column.addStretch(1)
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
