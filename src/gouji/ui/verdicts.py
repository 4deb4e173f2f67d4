"""Names of decisions and steps, for buttons, lists and menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gouji.model.correction import Mistake, StepKind
from gouji.model.rule import DecisionState
from gouji.ui.language import QT_TRANSLATE_NOOP

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
    StepKind.ACCEPT: QT_TRANSLATE_NOOP("Verdicts", "accept suggestion"),
    StepKind.REVERT: QT_TRANSLATE_NOOP("Verdicts", "revert"),
    StepKind.CARRY: QT_TRANSLATE_NOOP("Verdicts", "corrections carried over"),
    StepKind.RETURN: QT_TRANSLATE_NOOP("Verdicts", "changes in the workbook"),
    StepKind.MERGE: QT_TRANSLATE_NOOP("Verdicts", "bring together"),
}


def word(text: str) -> str:
    """One of these names in the language of the window."""
    return QCoreApplication.translate("Verdicts", text)
