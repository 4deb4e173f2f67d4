"""The finding at hand in words, what was decided of it before, and its suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gouji.checking.explain import explain, where
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.model.suggestion import Outlook, Suggestion
from gouji.repair import why
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.desk import last_year
from gouji.ui.findings.said_before import said_before
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.figures import show_figure
from gouji.ui.look.language import current_language
from gouji.ui.selection import Selection
from gouji.ui.widgets.wrapped_label import WrappedLabel

SHOWN = 4
"""More suggestions than this are guesses, and are left out."""
_GAP = 8


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
        self._words, self._quoted, self._before, self._basis = (
            _wrapped(name) for name in ("", "quotation", "reopened", "note")
        )
        self._behind: list[QLabel] = []
        self._offers: list[_Offer] = []
        # Made once: to make widgets anew at every key takes more time than all they say.
        page = QWidget()
        # One layout for all: of others within it Qt does not always learn that they take another height.
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(_GAP)
        for label in (self._words, self._quoted, self._before, self._basis):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.setWidget(page)
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
            self._say(session, finding)
            self.verticalScrollBar().setValue(0)

    def _say(self, session: ReviewSession | None, finding: Finding | None) -> None:
        words = quoted = before = ""
        behind: list[str] = []
        offered: list[Suggestion] = []
        if session is None or finding is None:
            basis = self._nothing(session)
        else:
            words = explain(finding, session.document, current_language())
            if finding.quotation is not None and finding.quotation.sentence not in words:
                quoted = f"“{finding.quotation.sentence}”"
            behind = list(last_year.behind(session, finding))
            before = said_before(session, finding)
            offered = session.suggestions(finding)[:SHOWN]
            basis = self.tr("Basis: {basis}").format(basis=finding.rule.basis)
        _put(self._words, words)
        _put(self._quoted, quoted)
        _put(self._before, before)
        _put(self._basis, basis)
        while len(self._behind) < len(behind):
            self._behind.append(_wrapped("note"))
            self._column.insertWidget(self._column.indexOf(self._before), self._behind[-1])
        for number, label in enumerate(self._behind):
            _put(label, behind[number] if number < len(behind) else "")
        self._offer(session, offered)

    def _offer(self, session: ReviewSession | None, offered: Sequence[Suggestion]) -> None:
        while len(self._offers) < len(offered):
            behind = self._offers[-1].button if self._offers else self._before
            self._offers.append(_Offer(self.applied, is_first=not self._offers))
            self._column.insertWidget(self._column.indexOf(self._basis), self._offers[-1])
            # Else Tab would come to what is made last after everything else.
            self.setTabOrder(behind, self._offers[-1].button)
        for offer, suggestion in zip_longest(self._offers, offered):
            offer.show_suggestion(session, suggestion)

    def _nothing(self, session: ReviewSession | None) -> str:
        if session is not None and not session.findings:
            return self.tr("Every equation of the form holds.")
        return self.tr("Press F8 for the next finding.")


class _Offer(QWidget):
    """A suggestion, and the button to apply it; nothing is seen of none."""

    def __init__(self, applied: SignalInstance, *, is_first: bool) -> None:
        super().__init__()
        self._suggestion: Suggestion | None = None
        self.button = QPushButton(QCoreApplication.translate("FindingDetail", "Apply"))
        self.button.setObjectName("primary" if is_first else "plain")
        self._key = (
            QKeySequence("Ctrl+.").toString(QKeySequence.SequenceFormat.NativeText) if is_first else ""
        )
        self.button.clicked.connect(lambda: applied.emit(self._suggestion))
        self._label = _wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)

    def show_suggestion(self, session: ReviewSession | None, suggestion: Suggestion | None) -> None:
        """Offer another suggestion, or none."""
        self._suggestion = suggestion
        self.setVisible(suggestion is not None)
        if session is None or suggestion is None:
            self._label.clear()
            return
        changes = "; ".join(
            f"{cell_name(session.report.form, address)}: "
            f"{show_figure(session.document.value(address)) or '□'} → {show_figure(value)}"
            for address, value in suggestion.values.items()
        )
        reason = why(suggestion, session.document, current_language())
        short, told = _foretold(session, session.outlook(suggestion))
        self._label.setText(f"{changes}\n{reason} · {short}")
        self.button.setAccessibleName(f"{self.button.text()}: {changes}")
        self.button.setAccessibleDescription(told)
        self.button.setToolTip("\n".join(filter(None, (self._key, told))))
        self._label.setToolTip(told)


def _foretold(session: ReviewSession, outlook: Outlook) -> tuple[str, str]:
    """What applying a suggestion would settle and bring: counted, and named."""
    translate = QCoreApplication.translate
    settles, brings = (list(_named(session, found)) for found in outlook)
    short = translate("FindingDetail", "settles {number}").format(number=len(settles))
    told = [translate("FindingDetail", "Would be settled:"), *settles]
    more = translate("FindingDetail", "brings nothing new")
    if brings:
        more = translate("FindingDetail", "brings {number} new").format(number=len(brings))
        told += [translate("FindingDetail", "Would be new:"), *brings]
    return f"{short} · {more}", "\n".join(told)


def _named(session: ReviewSession, found: Iterable[Finding]) -> Iterator[str]:
    form, language = session.report.form, current_language()
    for each in found:
        yield f"· {where(each, form, language)}  {each.rule.title[language]}"


def _put(label: QLabel, text: str) -> None:
    """Show a text; nothing is seen of none."""
    label.setText(text)
    label.setVisible(bool(text))


def _wrapped(name: str = "") -> WrappedLabel:
    label = WrappedLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setObjectName(name)
    return label
