"""Every equation that the current cell takes part in, with live figures; each figure leads to its cell.

Figures of last year's report stand apart: they lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from gouji.model.comparing_rule import YearsEquation
from gouji.model.form import Address, Form
from gouji.model.rule import Balance, Outcome, Relation, SpreadRule
from gouji.session import ReviewSession
from gouji.ui.bridge import Bridge
from gouji.ui.grid.describe import spread_label
from gouji.ui.grid.figures import show_difference, show_figure
from gouji.ui.look.language import current_language
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.selection import Selection
from gouji.ui.widgets.wrapped_label import WrappedLabel

LINES = 3
"""No cell of any form takes part in more equations."""
_GAP = 4
_MARGIN = 16
"""Above and below all lines."""
_ALWAYS_SHOWN = 7
"""Members of a side up to which noughts are written out too."""


class EquationStrip(QWidget):
    """A line for each equation: its name, its figures, and whether they agree."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, _MARGIN // 2, 12, _MARGIN // 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(_GAP)
        grid.setColumnStretch(1, 1)
        self._lines = [_Line(grid, row, self) for row in range(LINES)]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        selection.cell_changed.connect(self._renew)
        bridge.changed.connect(self._renew)
        bridge.replaced.connect(self._renew)
        self._renew()

    @property
    def shown(self) -> list[str]:
        """The lines in plain words, as a screen reader says them."""
        return [line.plain for line in self._lines if line.plain]

    def outline(self, members: Iterable[Address]) -> None:
        """Outline the members of an equation in the grid and in the source."""
        self._selection.outline(members)

    def go_to(self, link: str) -> None:
        """Go to the cell whose figure was clicked."""
        self._selection.show_cell(Address.parse(link))

    def judge(self, balance: Balance) -> tuple[str, str]:
        """What came of an equation, in words, and their colour."""
        chosen = colours(self.palette())
        if balance.outcome is Outcome.KEPT:
            return self.tr("✓ holds"), chosen.proved
        if balance.outcome is Outcome.NOT_CHECKABLE:
            return self.tr("○ figures missing"), chosen.unsure
        difference = show_difference(balance.difference)
        return self.tr("▲ difference {number}").format(number=difference), chosen.broken

    def sizeHint(self) -> QSize:
        """Lines that are not wrapped; those that are take their height where the width is known."""
        return QSize(0, (self.fontMetrics().height() + _GAP) * LINES + _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._renew()

    def _renew(self, _addresses: object = None) -> None:
        session, cell = self._bridge.session, self._selection.cell
        found = list(self._found(session, cell)) if session and cell else []
        for position, line in enumerate(self._lines):
            if session is not None and position < len(found):
                line.show_equation(session.report.form, *found[position])
            else:
                line.clear(self._hint(position, bool(found), cell))

    def _found(self, session: ReviewSession, cell: Address) -> Iterator[tuple[SpreadRule, str, str, Balance]]:
        """Rule, place, figures and outcome of each equation: of the report first, then of two years."""
        chosen = colours(self.palette())
        for rule, equation, balance in session.equations_at(cell):
            left, right = (_side(session, cell, side, chosen) for side in (equation.left, equation.right))
            yield rule, equation.at, _related(left, equation.relation, right, balance), balance
        for years, both, balance in session.years_at(cell):
            left = self._last_year(session, both, chosen)
            if both.left:
                left += " + " + _side(session, cell, both.left, chosen)
            right = _side(session, cell, both.right, chosen)
            yield years, both.at, _related(left, Relation.EQUAL, right, balance), balance

    def _last_year(self, session: ReviewSession, equation: YearsEquation, chosen: Colours) -> str:
        previous = session.review.previous
        cells = [previous.cell(address) for address in equation.previous] if previous else []
        figures = " + ".join(show_figure(cell.value) or "□" for cell in cells)
        said = self.tr("last year {figures}").format(figures=figures)
        return f"<span style='color:{chosen.muted}'>{escape(said)}</span>"

    def _hint(self, position: int, has_equations: bool, cell: Address | None) -> str:  # noqa: FBT001 -- private
        if position or has_equations:
            return ""
        if cell is None:
            return self.tr("Select a figure to see the equations it takes part in.")
        return self.tr("No equation says anything of this cell.")


class _Line:
    """The widgets of one line."""

    def __init__(self, grid: QGridLayout, row: int, strip: EquationStrip) -> None:
        self._strip = strip
        self._name, self._sums, self._verdict = QLabel(), WrappedLabel(), QLabel()
        for column, label in enumerate((self._name, self._sums, self._verdict)):
            label.setTextFormat(Qt.TextFormat.RichText)
            grid.addWidget(label, row, column)
        self._name.setObjectName("note")
        self._sums.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sums.linkActivated.connect(strip.go_to)
        self.plain = ""

    def show_equation(self, form: Form, rule: SpreadRule, at: str, sums: str, balance: Balance) -> None:
        name = spread_label(rule, at, form)
        self._name.setText(escape(name))
        title = rule.title[current_language()]
        for label in (self._name, self._sums, self._verdict):
            label.setToolTip(title)
        self._sums.setText(sums)
        verdict, ink = self._strip.judge(balance)
        self._verdict.setText(f"<span style='color:{ink}'>{escape(verdict)}</span>")
        self.plain = f"{name}: {title}, {verdict}"
        self._sums.setAccessibleName(self.plain)

    def clear(self, hint: str) -> None:
        """Show no equation, or a hint in the place of the first."""
        self._name.setText(escape(hint))
        self._sums.setText("")
        self._verdict.setText("")
        self.plain = ""


def _related(left: str, relation: Relation, right: str, balance: Balance) -> str:
    shown = "≠" if balance.outcome is Outcome.BROKEN else relation
    return f"{left} <b>{escape(shown)}</b> {right}"


def _side(session: ReviewSession, cell: Address, side: tuple[Address, ...], chosen: Colours) -> str:
    """The figures of one side; noughts of a long one are left out, but for the current cell."""
    figures = [(address, session.document.value(address)) for address in side]
    if len(side) > _ALWAYS_SHOWN:
        figures = [(address, value) for address, value in figures if value != 0 or address == cell]
    parts = [
        _link(address, "□" if value is None else show_figure(value), address == cell, chosen)
        for address, value in figures
    ]
    if len(parts) < len(side):
        parts.append(f"<span style='color:{chosen.muted}'>0 …</span>")
    return " + ".join(parts)


def _link(address: Address, figure: str, is_current: bool, chosen: Colours) -> str:  # noqa: FBT001 -- private
    ground = f"background-color:{chosen.selection};" if is_current else ""
    weight = "bold" if is_current else "normal"
    style = f"text-decoration:none;color:{chosen.text};font-weight:{weight};{ground}"
    return f"<a href='{address}' style='{style}'>{escape(figure)}</a>"
