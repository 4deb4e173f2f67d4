"""A document under review: apply, undo, redo, decide, check again, tell listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

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
from gouji.model.history import Compared, Decided, Done, Entry, History, Marked, Redone, Started, Undone
from gouji.model.note import Note, NoteChange
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
)
from gouji.model.suggestion import Outlook, Suggestion
from gouji.repair import suggest

Listener = Callable[[frozenset[Address]], None]
"""Is told which cells may show another value or another mark now."""


class Keeper(Protocol):
    """Keeps a history safe, entry by entry."""

    def keep(self, entry: Entry, history: History) -> None:
        """Keep the entry, which has led to the history; what cannot be kept now is the keeper's to retry."""

    @property
    def is_kept(self) -> bool:
        """Whether every entry is safe by now."""


class ReviewSession:
    """A review, its history, and the findings that hold now.

    The only way to change a document. A change is given to the keeper, if there is one, before any
    listener hears of it. Listeners are called after every change, on the thread that made it.
    """

    def __init__(self, review: Review, before: Review | None = None, history: History | None = None) -> None:
        """`before` is the review as it was handed out, where someone else has changed it since.

        With a history, which must be about the figures of the report, it goes on where that ends.
        """
        self._rules = rules_in_force(review.document.report.form.id)
        self._history = history or History.of(review, before)
        self._review = review if history is None else history.review(review.document.report)
        self._saved: Review | None = self._review
        self._found: Reference | None = None
        """Last year's report where it was merely found: no file holds it, and the history does not."""
        self._keeper: Keeper | None = None
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
    def history(self) -> History:
        """How the review came to be what it is."""
        return self._history

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
    def unsure(self) -> list[Address]:
        """The cells that were read in doubt or not found, and neither corrected nor confirmed."""
        uncertain = (Reading.DOUBTFUL, Reading.MISSING)
        corrected = self.document.corrections
        cells = self.report.cells.items()
        return [each for each, cell in cells if cell.reading in uncertain and each not in corrected]

    @property
    def is_reviewed(self) -> bool:
        """Whether the reviewer said that the review is done."""
        return self._history.is_reviewed

    @property
    def is_saved(self) -> bool:
        """Whether nothing changed since the last `mark_saved`."""
        return self._review == self._saved

    @property
    def is_kept(self) -> bool:
        """Whether nothing would be lost if the session ended now: it is saved, or all of it is kept."""
        return self.is_saved or (self._keeper is not None and self._keeper.is_kept)

    def keep_with(self, keeper: Keeper) -> None:
        """Have every change from now on kept before it is told."""
        self._keeper = keeper

    def listen(self, listener: Listener) -> None:
        """Have the listener called after every change."""
        self._listeners.append(listener)

    def mark_saved(self) -> None:
        """Remember the review of this moment as the one that was written to a file."""
        found, self._found = self._found, None
        if found is not None:
            # A file holds it now, so the history must know it when that is opened.
            self._follow(Compared(found))
        self._saved = self._review

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
            self._offered = []
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
        kept = [each for each in corrections if each.fits(self.report)]
        history = replace(self._history, decisions=before.decisions, previous=before.previous)
        changes = tuple(Change(each.address, None, each) for each in kept)
        notes = tuple(
            NoteChange(each.address, self._history.notes.get(each.address), each)
            for each in before.notes.values()
        )
        step = Step(StepKind.CARRY, changes, notes)
        if not step.is_empty:
            history = history.after(Done(step))
        self._follow(Started(history))
        return [each for each in corrections if each not in kept]

    def set_previous(self, previous: Reference | None, *, as_found: bool = False) -> None:
        """Compare with the report of the year before, or with none; `OtherYearError` where it is of another.

        What the file says stays what it is, so this is no step. One that is merely found, as it would be
        whenever the file is opened, leaves a review that is saved saved; so does putting it away.
        """
        if previous is not None and not previous.is_year_before(self.report):
            raise OtherYearError(previous.name, year=previous.year, wanted=(self.report.year or 0) - 1)
        everywhere = frozenset(self.report.form.addresses)
        if self._saved is not None and (as_found or self._saved.previous is self._found):
            self._saved = replace(self._saved, previous=previous if as_found else None)
        self._found = previous if as_found else None
        if as_found or previous == self._history.previous:
            self._put_in_force(self._history, everywhere)
        else:
            self._follow(Compared(previous), everywhere)

    def mark_reviewed(self, *, reviewed: bool) -> None:
        """Say that the review is done, or take that back; what is found and in force stays as it is."""
        if reviewed != self.is_reviewed:
            self._follow(Marked(reviewed))

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
        if finding.key not in self._suggested:
            # The window asks several times after each change.
            self._suggested[finding.key] = suggest(finding, self.document, self._rules, self._named)
        return self._suggested[finding.key] + offered

    def outlook(self, suggestion: Suggestion) -> Outlook:
        """What would come of a suggestion by all rules: also by those that no repair looks at."""
        document = self.document.with_changes(self._changes(suggestion.values))
        after = check(document, self._rules, self._review.comparison)
        keys, left = {each.key for each in self._findings}, {each.key for each in after}
        return Outlook(
            tuple(each for each in self._findings if each.key not in left),
            tuple(each for each in after if each.key not in keys),
        )

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
        self._do(Step(kind, tuple(self._changes(values, mistake, reason))))

    def _changes(
        self, values: Mapping[Address, Number | None], mistake: Mistake | None = None, reason: str = ""
    ) -> Iterator[Change]:
        """What laying values over cells changes in them."""
        now = datetime.now().astimezone()
        for address, value in values.items():
            old = self.document.corrections.get(address)
            new = self.document.correction(address, value, reason, now, mistake)
            if (old and old.after) != (new and new.after) or (old is None) != (new is None):
                yield Change(address, old, new)

    def revert(self, addresses: Iterable[Address], noted: Iterable[Address] = ()) -> None:
        """Take the corrections of the cells away, and the notes of those that are noted, as one step."""
        corrections = self.document.corrections
        changes = tuple(
            Change(address, corrections[address], None) for address in addresses if address in corrections
        )
        notes = self._review.notes
        taken = tuple(NoteChange(address, notes[address], None) for address in noted if address in notes)
        self._do(Step(StepKind.REVERT, changes, taken))

    def note(self, address: Address, text: str) -> None:
        """Write a note beside a cell in the place of the one before; no text takes that away."""
        old = self._review.notes.get(address)
        words = text.strip()
        new = Note(address, words, datetime.now().astimezone()) if words else None
        if words != (old.text if old is not None else ""):
            self._do(Step(StepKind.NOTE, (), (NoteChange(address, old, new),)))

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._history.done[-1] if self._history.done else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._history.undone[-1] if self._history.undone else None

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        step = self.undoable
        if step is not None:
            self._follow(Undone())
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again; None when there is none."""
        step = self.redoable
        if step is not None:
            self._follow(Redone())
        return step

    def decide(self, finding: Finding, state: DecisionState | None, reason: str = "") -> None:
        """Keep the reviewer's word on a finding and the figures it rests on; None takes it back."""
        decision = None
        if state is not None:
            figures = figures_of(finding, self.document)
            decision = Decision(state, reason, datetime.now().astimezone(), figures)
        self._follow(Decided(finding.key, decision), frozenset(finding.members))

    def _do(self, step: Step) -> None:
        if not step.is_empty:
            self._follow(Done(step))

    def _follow(self, entry: Entry, touched: frozenset[Address] = frozenset()) -> None:
        """Let one more entry be part of the history, kept before anyone hears of it."""
        after = self._history.after(entry)
        if self._keeper is not None:
            self._keeper.keep(entry, after)
        self._put_in_force(after, touched)

    def _put_in_force(self, after: History, touched: frozenset[Address]) -> None:
        before, standings_before = self._history, self._standings
        self._history = after
        previous = self._found or after.previous
        if after.corrections is before.corrections:
            self._review = replace(
                self._review, decisions=after.decisions, previous=previous, notes=after.notes
            )
        else:
            self._review = replace(after.review(self.report), previous=previous)
            self._offered = []
        self._check()
        marked = {each for each, now in self._standings.items() if standings_before[each] is not now}
        self._tell(touched | marked | _differing(before, after))

    def _check(self) -> None:
        self._suggested: dict[FindingKey, list[Suggestion]] = {}
        self._findings = check(self.document, self._rules, self._review.comparison)
        self._standings = standings(self.document, self._rules, self._findings)

    def _tell(self, addresses: frozenset[Address]) -> None:
        for listener in self._listeners:
            listener(addresses)


def _differing(before: History, after: History) -> set[Address]:
    """The cells that are not corrected, or not noted, as they were."""
    pairs = ((before.corrections, after.corrections), (before.notes, after.notes))
    return {each for old, new in pairs for each in {*old, *new} if old.get(each) != new.get(each)}
