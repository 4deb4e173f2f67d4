"""The button beside the findings that says which of them are shown, and offers others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from gouji.model.rule import DecisionState
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.findings.filter import OPEN, FindingsFilter, Trait
from gouji.ui.findings.verdicts import STATES, word
from gouji.ui.look.language import current_language
from gouji.ui.look.plain import button_text


class FilterButton(QToolButton):
    """Its menu is made when it is opened, from the findings there are."""

    def __init__(self, bridge: Bridge, findings: FindingsFilter) -> None:
        super().__init__()
        self._bridge = bridge
        self._findings = findings
        self.setAutoRaise(True)
        self.setObjectName("filter")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Show some of the findings, or put those of a kind together"))
        self._offer = QMenu(self)
        self._offer.aboutToShow.connect(self._fill)
        self.setMenu(self._offer)
        findings.filtered.connect(self.renew)
        findings.rowsInserted.connect(self.renew)
        findings.rowsRemoved.connect(self.renew)
        findings.modelReset.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Say how many are shown, where not all are."""
        shown, there = self._findings.rowCount(), self._findings.sourceModel().rowCount()
        numbers = self.tr("{shown} of {there} shown").format(shown=shown, there=there)
        filtered = bool(self._findings.wishes)
        text = numbers if filtered else self.tr("Filter")
        self.setText(f"{text} ▾")
        self.setProperty("filtered", filtered)
        self.setAccessibleName(numbers)
        self.setVisible(there > 1)
        self.style().polish(self)

    def _fill(self) -> None:
        self._offer.clear()
        # A menu that is cleared lets go of the menus in it, and does not delete them.
        for old in self._offer.findChildren(QMenu):
            old.deleteLater()
        session = self._bridge.session
        if session is None:
            return
        everything = self._offer.addAction(self.tr("Show all"))
        everything.triggered.connect(lambda _checked: self._findings.show_all())
        everything.setEnabled(bool(self._findings.wishes))
        self._offer.addSeparator()
        names = self._traits()
        for trait, name in names.items():
            self._add_trait(self._offer.addMenu(name), trait, session)
        self._offer.addSeparator()
        grouping = self._offer.addMenu(self.tr("Put together by"))
        group = QActionGroup(grouping)
        orders: list[tuple[Trait | None, str]] = [(None, self.tr("the order of the rules")), *names.items()]
        for by, name in orders:
            do = partial(self._findings.group, by)
            _add(grouping, group, name, do, checked=by is self._findings.order)

    def _add_trait(self, menu: QMenu, trait: Trait, session: ReviewSession) -> None:
        wished = self._findings.wishes.get(trait)
        group = QActionGroup(menu)
        wish = partial(self._findings.wish, trait)
        _add(menu, group, self.tr("All"), partial(wish, None), checked=wished is None)
        for value, number in self._findings.values(trait).items():
            name = f"{self._name(trait, value, session)} ({number})"
            _add(menu, group, name, partial(wish, value), checked=value == wished)

    def _traits(self) -> dict[Trait, str]:
        return {
            Trait.SEVERITY: self.tr("Severity"),
            Trait.TABLE: self.tr("Table"),
            Trait.RULE: self.tr("Rule"),
            Trait.STATE: self.tr("Decision"),
        }

    def _name(self, trait: Trait, value: str, session: ReviewSession) -> str:
        if trait is Trait.SEVERITY:
            return self._severities()[int(value)]
        if trait is Trait.TABLE:
            tables = session.report.form.by_id
            return tables[value].title if value in tables else self.tr("The paper and its prose")
        if trait is Trait.RULE:
            titles = {each.rule.id: each.rule.title for each in session.findings}
            return titles[value][current_language()]
        return self.tr("Open") if value == OPEN else word(STATES[DecisionState(value)])

    def _severities(self) -> tuple[str, ...]:
        return (self.tr("Errors"), self.tr("Warnings"), self.tr("Notices"), self.tr("Not checkable"))


def _add(menu: QMenu, group: QActionGroup, name: str, do: Callable[[], None], *, checked: bool) -> None:
    action = menu.addAction(button_text(name))
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda _checked: do())
    group.addAction(action)
