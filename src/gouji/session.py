"""A document under review: apply, undo, redo, decide, check again, tell listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from gouji.checking import check
from gouji.checking.equations import equations_at
from gouji.checking.standing import Standing, standings
from gouji.library import rules_for
from gouji.model.correction import Change, Correction, Document, Mistake, Step, StepKind
from gouji.model.form import Address
from gouji.model.report import Number, Reading, Report
from gouji.model.review import Review
from gouji.model.rule import (
    Balance,
    Decision,
    DecisionState,
    Equation,
    EquationRule,
    Finding,
    FindingKey,
    Suggestion,
)
from gouji.repair import suggest

Listener = Callable[[frozenset[Address]], None]
"""Is told which cells may show another value or another mark now."""


class ReviewSession:
    """A review, its history, and the findings that hold now.

    The only way to change a document. Listeners are called after every change, on the thread that made it.
    """

    def __init__(self, review: Review) -> None:
        self._review = review
        self._rules = rules_for(self.report.form.id)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved = review
        self._listeners: list[Listener] = []
        self._check()

    @property
    def review(self) -> Review:
        return self._review

    @property
    def document(self) -> Document:
        return self._review.document

    @property
    def report(self) -> Report:
        return self.document.report

    @property
    def findings(self) -> list[Finding]:
        """The findings on the figures in force, in rule order."""
        return self._findings

    @property
    def standings(self) -> Mapping[Address, Standing]:
        """How every cell of the form stands."""
        return self._standings

    @property
    def is_saved(self) -> bool:
        """Whether nothing changed since the last `mark_saved`."""
        return self._review == self._saved

    def listen(self, listener: Listener) -> None:
        """Have the listener called after every change."""
        self._listeners.append(listener)

    def mark_saved(self) -> None:
        """Remember the review of this moment as the one that was written to a file."""
        self._saved = self._review

    def equations_at(self, address: Address) -> list[tuple[EquationRule, Equation, Balance]]:
        """Every equation the cell takes part in, worked out."""
        return list(equations_at(address, self._rules, self.document))

    def suggestions(self, finding: Finding) -> list[Suggestion]:
        """Corrections that would settle the finding, the likeliest first."""
        return suggest(finding, self.document, self._rules)

    def edit(self, address: Address, value: Number | None) -> None:
        """Lay a typed value over one cell; typing what the file says takes a correction away, or confirms."""
        kind = StepKind.CLEAR if value is None else StepKind.EDIT
        self.apply(kind, {address: value})

    def confirm(self, address: Address) -> None:
        """Say that the value in force of a doubtful cell is right."""
        self.apply(StepKind.CONFIRM, {address: self.document.value(address)})

    def apply(
        self,
        kind: StepKind,
        values: Mapping[Address, Number | None],
        mistake: Mistake | None = None,
        reason: str = "",
    ) -> None:
        """Lay values over cells as one step; `mistake` is proposed from the reading when not given."""
        now = datetime.now().astimezone()
        changes = []
        for address, value in values.items():
            old = self.document.corrections.get(address)
            new = self._correction(address, value, mistake, reason, now)
            if (old and old.after) != (new and new.after) or (old is None) != (new is None):
                changes.append(Change(address, old, new))
        self._do(Step(kind, tuple(changes)))

    def revert(self, addresses: Iterable[Address]) -> None:
        """Take the corrections of the cells away, as one step."""
        corrections = self.document.corrections
        changes = tuple(
            Change(address, corrections[address], None) for address in addresses if address in corrections
        )
        self._do(Step(StepKind.REVERT, changes))

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._replace(step.reverse.changes)
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again; None when there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._replace(step.changes)
        return step

    def decide(self, finding: Finding, state: DecisionState | None, reason: str = "") -> None:
        """Keep the reviewer's word on a finding; None takes an earlier word back."""
        decisions: dict[FindingKey, Decision] = dict(self._review.decisions)
        decisions.pop(finding.key, None)
        if state is not None:
            decisions[finding.key] = Decision(state, reason, datetime.now().astimezone())
        self._review = Review(self.document, MappingProxyType(decisions))
        self._tell(frozenset(finding.members))

    def _correction(
        self, address: Address, value: Number | None, mistake: Mistake | None, reason: str, now: datetime
    ) -> Correction | None:
        """The correction that puts the value in force; None when the file surely says the same."""
        cell = self.document.cell(address)
        if value == cell.value and cell.reading is not Reading.DOUBTFUL:
            return None
        uncertain = cell.reading in (Reading.DOUBTFUL, Reading.MISSING)
        proposed = Mistake.READING if uncertain else Mistake.SOURCE
        return Correction(address, cell.value, value, mistake or proposed, reason, now)

    def _do(self, step: Step) -> None:
        if not step.changes:
            return
        self._done.append(step)
        self._undone.clear()
        self._replace(step.changes)

    def _replace(self, changes: tuple[Change, ...]) -> None:
        before = self._standings
        self._review = Review(self.document.with_changes(changes), self._review.decisions)
        self._check()
        touched = {change.address for change in changes}
        touched |= {
            address for address, standing in self._standings.items() if before[address] is not standing
        }
        self._tell(frozenset(touched))

    def _check(self) -> None:
        self._findings = check(self.document, self._rules)
        self._standings = standings(self.document, self._rules, self._findings)

    def _tell(self, addresses: frozenset[Address]) -> None:
        for listener in self._listeners:
            listener(addresses)
