"""What the rest of the program asks for: suggestions for a finding, and for a whole document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from gouji.model.correction import Document
from gouji.model.rule import Finding, FindingKey, Relation, Rule
from gouji.model.suggestion import Suggestion
from gouji.repair.cost import Named
from gouji.repair.cover import Repair
from gouji.repair.missing import worked_out
from gouji.repair.search import Part, Search
from gouji.repair.solve import Solver
from gouji.repair.system import System, structure_of

NOTHING_NAMED: Named = MappingProxyType({})
Cancelled = Callable[[], bool]


def suggest(
    finding: Finding, document: Document, rules: Iterable[Rule], named: Named = NOTHING_NAMED
) -> list[Suggestion]:
    """Single values that settle the finding and break nothing that is kept; within a few milliseconds.

    Those that settle most findings come first, then the likeliest.
    """
    return suggest_each([finding], document, rules, named)[finding.key]


def suggest_each(
    findings: Iterable[Finding], document: Document, rules: Iterable[Rule], named: Named = NOTHING_NAMED
) -> dict[FindingKey, list[Suggestion]]:
    """What `suggest` finds for each of several findings of one document."""
    solver = _solver(document, rules, named)
    return {finding.key: _suggested(solver, finding) for finding in findings}


def _suggested(solver: Solver, finding: Finding) -> list[Suggestion]:
    at = solver.system.structure.number.get(finding.key)
    if at is None or finding.equation is None or finding.equation.relation is not Relation.EQUAL:
        return []
    found = sorted(_singles(solver, at), key=lambda part: (-len(part.settles), solver.cost(part)))
    return [solver.suggestion([part]) for part in found]


def repairs(
    document: Document,
    rules: Iterable[Rule],
    named: Named = NOTHING_NAMED,
    cancelled: Cancelled = lambda: False,
) -> Iterator[list[Suggestion]]:
    """For each table that is broken its whole repairs, of the fewest cells, the likeliest first.

    What cannot be settled by parts of at most three cells stays unsettled. `named` are the figures that the
    prose gives; once `cancelled` says so the search ends with what was found until then.
    """
    solver = _solver(document, rules, named)
    for found in _solved(solver, cancelled):
        yield [solver.suggestion(repair.as_printed) for repair in found]


def suggestions(
    document: Document,
    rules: Iterable[Rule],
    named: Named = NOTHING_NAMED,
    cancelled: Cancelled = lambda: False,
) -> list[Suggestion]:
    """What `repairs` finds, as it is shown beside the findings.

    For each table the parts of the likeliest repair, each by itself and then together; then what parts
    the other repairs have.
    """
    solver = _solver(document, rules, named)
    found: list[Suggestion] = []
    for place in _solved(solver, cancelled):
        first = place[0].as_printed
        others = dict.fromkeys(part for repair in place for part in repair.as_printed if part not in first)
        found += [solver.suggestion([part]) for part in first]
        found += [solver.suggestion(first)] if len(first) > 1 else []
        found += [solver.suggestion([part]) for part in others]
    return found


def _solver(document: Document, rules: Iterable[Rule], named: Named) -> Solver:
    rules = tuple(rules)
    return Solver(System(structure_of(rules, document.report.form), document), rules, named)


def _solved(solver: Solver, cancelled: Cancelled) -> Iterator[list[Repair]]:
    for place in solver.system.structure.places:
        if not cancelled() and (found := solver.solve(place, cancelled)):
            yield found


def _singles(solver: Solver, equation: int) -> Iterator[Part]:
    """The cells that settle one equation, by being found or by being changed."""
    if solver.system.speaks[equation]:
        yield from Search(solver.system).singles([equation])
    elif (part := worked_out(solver.system, equation)) is not None:
        yield part
