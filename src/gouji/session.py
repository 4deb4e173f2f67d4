"""A document under review: apply, undo, redo, decide, check again, tell listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from gouji.checking import check
from gouji.checking.equations import equations_at
from gouji.checking.history import years_at
from gouji.checking.prose import stated_figures
from gouji.checking.second_opinion import Opinion, compare
from gouji.checking.standing import Standing, standings
from gouji.errors import OtherYearError
from gouji.library import rules_in_force
from gouji.model.comparing_rule import YearsEquation, YearsRule
from gouji.model.comparison import Reference
from gouji.model.correction import Change, Correction, Document, Mistake, Step, StepKind
from gouji.model.decided import figures_of
from gouji.model.form import Address
from gouji.model.report import Number, Report
from gouji.model.review import Review
from gouji.model.rule import (
    Balance,
    Decision,
    DecisionState,
    Equation,
    EquationRule,
    Finding,
    FindingKey,
)
from gouji.model.suggestion import Suggestion
from gouji.repair import suggest

Listener = Callable[[frozenset[Address]], None]
"""Is told which cells may show another value or another mark now."""


class ReviewSession:
    """A review, its history, and the findings that hold now.

    The only way to change a document. Listeners are called after every change, on the thread that made it.
    """

    def __init__(self, review: Review, before: Review | None = None) -> None:
        """`before` is the review as it was handed out, where someone else has changed it since."""
        self._review = review
        self._rules = rules_in_force(self.report.form.id)
        self._done: list[Step] = []
        if before is not None:
            self._done.append(Step(StepKind.RETURN, review.document.changes_since(before.document)))
        self._undone: list[Step] = []
        self._saved: Review | None = review
        self._found: Reference | None = None
        """Last year's report where it was merely found, and no file holds it."""
        self._named: Mapping[Address, tuple[Number, ...]] | None = None
        self._listeners: list[Listener] = []
        self._offered: list[Suggestion] = []
        self._check()

    @property
    def review(self) -> Review:
        return self._review

    @property
    def without_found(self) -> Review:
        """The review but for last year's report where that was merely found."""
        return replace(self._review, previous=None) if self._found is not None else self._review

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
        self._found = None

    def mark_unsaved(self) -> None:
        """Say that no file holds this review, however little was changed."""
        self._saved = None

    def hear(self, second: Report) -> Opinion:
        """Take a second reading of the file into account: doubt the cells that it speaks against.

        Figures, corrections and history stay as they are, and a review that is saved stays saved: what
        would be found again whenever the file is opened is not the reviewer's to lose.
        """
        opinion = compare(self.report, second, self._rules)
        if opinion.doubted:
            self._review = self._review.with_cells(opinion.doubted)
            self._saved = self._saved and self._saved.with_cells(opinion.doubted)
            self._check()
            self._tell(frozenset(opinion.doubted))
        return opinion

    def carry_over(self, before: Review) -> list[Correction]:
        """Take over what was decided and corrected in another reading of the same file, as one step.

        Corrections of cells that are read otherwise here are left behind: they are the answer. A decision
        on figures that are others here comes along too, but is no longer in force.
        """
        findings = check(before.document, rules_in_force(before.document.report.form.id), before.comparison)
        before = before.with_figures(findings)
        corrections = before.document.corrections.values()
        kept = [each for each in corrections if self._is_read_as_before(each)]
        self._review = replace(self._review, decisions=before.decisions, previous=before.previous)
        self._do(Step(StepKind.CARRY, tuple(Change(each.address, None, each) for each in kept)))
        return [each for each in corrections if each not in kept]

    def set_previous(self, previous: Reference | None, *, as_found: bool = False) -> None:
        """Compare with the report of the year before, or with none; `OtherYearError` where it is of another.

        What the file says stays what it is, so this is no step. One that is merely found, as it would be
        whenever the file is opened, leaves a review that is saved saved; so does putting it away.
        """
        if previous is not None and not previous.is_year_before(self.report):
            raise OtherYearError(previous.name, year=previous.year, wanted=(self.report.year or 0) - 1)
        self._review = replace(self._review, previous=previous)
        if self._saved is not None and (as_found or self._saved.previous is self._found):
            self._saved = replace(self._saved, previous=previous if as_found else None)
        self._found = previous if as_found else None
        self._check()
        self._tell(frozenset(self.report.form.addresses))

    def equations_at(self, address: Address) -> list[tuple[EquationRule, Equation, Balance]]:
        """Every equation the cell takes part in, worked out."""
        return list(equations_at(address, self._rules, self.document))

    def years_at(self, address: Address) -> list[tuple[YearsRule, YearsEquation, Balance]]:
        """Every equation with last year's report that the cell takes part in, worked out."""
        return list(years_at(address, self._rules, self.document, self._review.comparison))

    def suggestions(self, finding: Finding) -> list[Suggestion]:
        """Corrections that would settle the finding: those of one cell, then those that were offered."""
        offered = [each for each in self._offered if finding.key in each.settles]
        if self._named is None:
            self._named = stated_figures(self.report)
        return suggest(finding, self.document, self._rules, self._named) + offered

    def offer(self, document: Document, found: Iterable[Suggestion]) -> None:
        """Take note of repairs of several cells that were sought elsewhere; for this document only."""
        if document is self.document:
            self._offered = [each for each in found if len(each.values) > 1]
            self._tell(frozenset())

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
            new = self.document.correction(address, value, reason, now, mistake)
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
        """Keep the reviewer's word on a finding and the figures it rests on; None takes it back."""
        decisions: dict[FindingKey, Decision] = dict(self._review.decisions)
        decisions.pop(finding.key, None)
        if state is not None:
            figures = figures_of(finding, self.document)
            decisions[finding.key] = Decision(state, reason, datetime.now().astimezone(), figures)
        self._review = replace(self._review, decisions=MappingProxyType(decisions))
        self._tell(frozenset(finding.members))

    def _is_read_as_before(self, correction: Correction) -> bool:
        cell = self.report.cells.get(correction.address)
        return cell is not None and cell.value == correction.before

    def _do(self, step: Step) -> None:
        if not step.changes:
            return
        self._done.append(step)
        self._undone.clear()
        self._replace(step.changes)

    def _replace(self, changes: tuple[Change, ...]) -> None:
        before = self._standings
        self._review = replace(self._review, document=self.document.with_changes(changes))
        self._check()
        touched = {change.address for change in changes}
        touched |= {
            address for address, standing in self._standings.items() if before[address] is not standing
        }
        self._tell(frozenset(touched))

    def _check(self) -> None:
        self._offered = []
        self._findings = check(self.document, self._rules, self._review.comparison)
        self._standings = standings(self.document, self._rules, self._findings)

    def _tell(self, addresses: frozenset[Address]) -> None:
        for listener in self._listeners:
            listener(addresses)
