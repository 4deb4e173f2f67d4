"""The steps that were done and can be taken back, and those that were and can be done again, by name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from gouji.model.correction import Correction, Step
from gouji.model.form import Form
from gouji.ui.bridge import Bridge
from gouji.ui.findings.verdicts import step_name
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.figures import show_figure
from gouji.ui.look.plain import button_text

MOST = 15
"""So many steps are told, either way."""
_NONE = "□"
_LONGEST = 24
"""Characters of a note that are shown."""


class StepsMenu(QMenu):
    """What can be done again stands above, what can be taken back below, the last first."""

    chosen = Signal(int)
    """How many steps to do again; so many to take back where it is negative."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setTitle(self.tr("&Steps"))
        self.aboutToShow.connect(self.renew)

    def renew(self) -> None:
        """List the steps as they are now."""
        self.clear()
        session = self._bridge.session
        if session is None or not (session.history.done or session.history.undone):
            self.addAction(self.tr("None yet")).setEnabled(False)
            return
        form = session.report.form
        undone = list(enumerate(reversed(session.history.undone), start=1))[:MOST]
        for number, step in reversed(undone):
            self._add(self.tr("Redo: {step}"), step, form, number)
        if undone:
            self.addSeparator()
        for number, step in list(enumerate(reversed(session.history.done), start=1))[:MOST]:
            self._add(self.tr("Undo: {step}"), step, form, -number)

    def _add(self, text: str, step: Step, form: Form, by: int) -> None:
        action = self.addAction(button_text(text.format(step=told(step, form))))
        action.triggered.connect(partial(self.chosen.emit, by))


def told(step: Step, form: Form) -> str:
    """What was done, and to which cell if to one."""
    if len(step.addresses) != 1:
        return step_name(step)
    cell = f"{step_name(step)} · {cell_name(form, step.addresses[0])}"
    for change in step.changes:
        return f"{cell}: {_figure(change.old, change.new)} → {_figure(change.new, change.old)}"
    words = next((" ".join(each.new.text.split()) for each in step.notes if each.new is not None), "")
    if not words:
        return cell
    return f"{cell}: {words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}"


def _figure(correction: Correction | None, other: Correction | None) -> str:
    """The figure that a correction puts in force; without one, what the file says by the other."""
    if correction is not None:
        return show_figure(correction.after) or _NONE
    return show_figure(other.before if other is not None else None) or _NONE
