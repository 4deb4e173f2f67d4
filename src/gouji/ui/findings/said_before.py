"""A decision that is open again, in words: what was decided, and which figures have changed since."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gouji.model.decided import CLAIMED, PREVIOUS, Moved, moved
from gouji.model.form import Address
from gouji.model.rule import Finding
from gouji.session import ReviewSession
from gouji.ui.findings.verdicts import STATES, word
from gouji.ui.grid.describe import cell_name
from gouji.ui.grid.figures import show_figure

translate = QCoreApplication.translate
"""Under a name that Qt's tools know."""


def said_before(session: ReviewSession, finding: Finding) -> str:
    """What was decided on other figures; empty where nothing was."""
    decision = session.review.outdated(finding)
    if decision is None:
        return ""
    changes = moved(decision, finding, session.document)
    told = translate("Decided", "Decided before: {state}. Since then figures have changed: {changes}").format(
        state=word(STATES[decision.state]),
        changes=translate("Decided", "; ").join(_change(each, session) for each in changes),
    )
    if decision.reason:
        told += "\n" + translate("Decided", "The reason was: {reason}").format(reason=decision.reason)
    return told


def _change(change: Moved, session: ReviewSession) -> str:
    if change.name == CLAIMED:
        name = translate("Decided", "in the prose")
    elif change.name == PREVIOUS:
        name = translate("Decided", "last year")
    else:
        name = _cell(Address.parse(change.name), session)
    return f"{name} {show_figure(change.before) or '□'} → {show_figure(change.after) or '□'}"


def _cell(address: Address, session: ReviewSession) -> str:
    form = session.report.form
    return cell_name(form, address) if address in form else str(address)
