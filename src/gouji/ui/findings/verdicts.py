"""Names of decisions and steps, for buttons, lists and menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gouji.model.correction import Mistake, Step, StepKind
from gouji.model.rule import DecisionState
from gouji.ui.look.language import QT_TRANSLATE_NOOP

STATES = {
    DecisionState.ACCEPTED: QT_TRANSLATE_NOOP("Verdicts", "Accepted"),
    DecisionState.READING_ERROR: QT_TRANSLATE_NOOP("Verdicts", "Reading error"),
    DecisionState.SOURCE_ERROR: QT_TRANSLATE_NOOP("Verdicts", "Source error"),
    DecisionState.DISMISSED: QT_TRANSLATE_NOOP("Verdicts", "Dismissed"),
}
MISTAKES = {
    Mistake.READING: QT_TRANSLATE_NOOP("Verdicts", "Reading error"),
    Mistake.SOURCE: QT_TRANSLATE_NOOP("Verdicts", "Source error"),
}
STEPS = {
    StepKind.EDIT: QT_TRANSLATE_NOOP("Verdicts", "edit"),
    StepKind.CONFIRM: QT_TRANSLATE_NOOP("Verdicts", "confirm"),
    StepKind.CLEAR: QT_TRANSLATE_NOOP("Verdicts", "clear"),
    StepKind.PASTE: QT_TRANSLATE_NOOP("Verdicts", "paste"),
    StepKind.FILL: QT_TRANSLATE_NOOP("Verdicts", "fill"),
    StepKind.ACCEPT: QT_TRANSLATE_NOOP("Verdicts", "accept suggestion"),
    StepKind.REVERT: QT_TRANSLATE_NOOP("Verdicts", "revert"),
    StepKind.NOTE: QT_TRANSLATE_NOOP("Verdicts", "note"),
    StepKind.CARRY: QT_TRANSLATE_NOOP("Verdicts", "corrections carried over"),
    StepKind.RETURN: QT_TRANSLATE_NOOP("Verdicts", "changes in the workbook"),
    StepKind.MERGE: QT_TRANSLATE_NOOP("Verdicts", "bring together"),
}


def step_name(step: Step) -> str:
    """What was done, and to how many cells if to several."""
    number = len(step.addresses)
    name = word(STEPS[step.kind])
    if number == 1:
        return name
    return QCoreApplication.translate("Verdicts", "{step}, {number} cells").format(step=name, number=number)


def word(text: str) -> str:
    """One of these names in the language of the window."""
    return QCoreApplication.translate("Verdicts", text)
