"""Repairs of whole reports: they settle what they say, break nothing, and the likeliest comes first."""

from __future__ import annotations

from itertools import islice, pairwise
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.checking import check
from gouji.library import rules_for
from gouji.model.correction import Document, StepKind
from gouji.model.form import Address
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.review import Review
from gouji.model.rule import Each, EquationRule, FindingKey, Relation, Rule, Severity, ValueRule
from gouji.model.suggestion import Slip, Suggestion
from gouji.repair import repairs, suggest, suggestions
from gouji.session import ReviewSession
from tests.balanced import balanced_figures
from tests.factory import BLANK, MISSING, Figure, form, make_document
from tests.slips import plant
from tests.test_repair import accepted, consistent, keys
from tests.typeset import seeded

FORM = form("2021")
ARITHMETIC = [rule for rule in rules_for(FORM.id) if isinstance(rule, EquationRule | ValueRule)]
UPHELD, CORRECTED, PENDING, TOTAL = (
    Address("disputes", "review", column) for column in ("upheld", "corrected", "pending", "total")
)
CELLS = (UPHELD, CORRECTED, Address("disputes", "review", "other_result"), PENDING)

chances = st.tuples(st.integers(0, 10**6), st.integers(1, 4), st.sampled_from((9, 999, 99_999)))


def slipped(seed: int, count: int, largest: int) -> Document:
    """A report with some slips in it, and a cell that was not found."""
    random = seeded(seed)
    printed = balanced_figures(FORM, random, largest=largest, zeros=0.4)
    right = {address: int(text) for address, text in printed.items() if "." not in text}
    figures: dict[str, Figure] = {str(address): value for address, value in right.items()}
    for slip in plant(FORM, right, random, count):
        figures |= {str(each): BLANK if value is None else value for each, value in slip.changes.items()}
    if count > 3:
        figures[str(random.choice(FORM.addresses[20:]))] = MISSING
    return make_document(FORM.id, figures)


def row(**cells: Cell | int) -> Document:
    """A report whose only figures stand in the row of 行政复议."""
    return make_document(FORM.id, {f"disputes.review.{column}": figure for column, figure in cells.items()})


def first_cells(document: Document, **hook: object) -> list[Address]:
    """The cells that the repairs of the only broken table would change, the likeliest first."""
    (table,) = repairs(document, ARITHMETIC, **hook)  # type: ignore[arg-type]
    return [next(iter(each.values)) for each in table]


@settings(deadline=None, max_examples=60)
@given(chances)
def test_a_repair_settles_what_it_says_and_breaks_nothing(chance: tuple[int, int, int]) -> None:
    document = slipped(*chance)
    before = keys(check(document, ARITHMETIC))
    for each in all_repairs(document):
        assert each.settles
        assert keys(check(accepted(document, each), ARITHMETIC)) == before - set(each.settles)


@settings(deadline=None, max_examples=60)
@given(chances)
def test_no_equation_that_is_kept_is_ever_broken(chance: tuple[int, int, int]) -> None:
    """Also of those that say of two sums which may not be the larger one."""
    document, rules = slipped(*chance), [*ARITHMETIC, at_most("granted", "new")]
    not_kept = keys(check(document, rules))
    for each in (each for table in repairs(document, rules) for each in table[:3]):
        assert keys(check(accepted(document, each), rules)) <= not_kept


def test_a_repair_that_would_exceed_a_limit_is_none() -> None:
    """The row lacks 4, and 结果维持 may not be more than 结果纠正."""
    document = row(upheld=1, corrected=3, total=8)
    free, limited = ARITHMETIC, [*ARITHMETIC, at_most("upheld", "corrected", table="disputes")]
    for rules, offered in ((free, {*CELLS, TOTAL}), (limited, {*CELLS, TOTAL} - {UPHELD})):
        (finding,) = check(document, rules)
        assert {cell for each in suggest(finding, document, rules) for cell in each.values} == offered
        (table,) = repairs(document, rules)
        assert {cell for each in table for cell in each.values} == offered


def test_what_no_longer_exceeds_its_limit_is_settled_too() -> None:
    document = row(upheld=5, corrected=3, total=8 + 2)
    limit = at_most("upheld", "corrected", table="disputes")
    (table,) = repairs(document, [*ARITHMETIC, limit])
    settled = {next(iter(each.values)): FindingKey(limit.id, "review") in each.settles for each in table}
    assert settled == {cell: cell == CORRECTED for cell in (*CELLS, TOTAL)}


def test_a_chain_of_equations_is_followed_to_its_end() -> None:
    """Six figures that must be the same: three say 5 and three say 3, and either three may be wrong."""
    columns = tuple(FORM.by_id["requests"].columns)[:6]
    rules = [equal(one, other) for one, other in pairwise(columns)]
    figures = {f"requests.new.{column}": 5 if n < 3 else 3 for n, column in enumerate(columns)}
    (table,) = repairs(make_document(FORM.id, figures), rules)
    halves = (dict.fromkeys(columns[:3], 3), dict.fromkeys(columns[3:], 5))
    found = [{cell.column: value for cell, value in each.values.items()} for each in table]
    assert sorted(found, key=str) == sorted(halves, key=str)


def test_a_sound_report_needs_no_repair() -> None:
    document = make_document(FORM.id, consistent(5))
    assert all_repairs(document) == []


def test_independent_slips_are_mended_apart_and_together() -> None:
    figures = consistent(6)
    cells = ("requests.granted.business", "requests.rejected_repeat.natural_person")
    document = make_document(
        FORM.id, figures | {cell: figures[cell] + by for cell, by in zip(cells, (90, 700), strict=True)}
    )
    found = [set(map(str, each.values)) for each in suggestions(document, ARITHMETIC)]
    assert found[:3] == [{cells[0]}, {cells[1]}, set(cells)]


def test_what_cannot_all_be_settled_is_settled_in_part() -> None:
    """Four slips in one row hang together; the one in another table does not."""
    figures = consistent(7)
    columns = ("natural_person", "business", "research", "public_interest")
    wrong = {f"requests.granted.{column}": 901 + 97 * n for n, column in enumerate(columns)}
    document = make_document(FORM.id, figures | wrong | {"disputes.review.total": 4})
    assert [table[0].values.keys() <= {TOTAL, *CELLS} for table in repairs(document, ARITHMETIC)] == [True]


def test_an_equation_that_lacks_a_figure_has_no_say() -> None:
    figures = consistent(8)
    slip, lost = "requests.granted.business", "requests.granted.total"
    document = make_document(FORM.id, figures | {slip: figures[slip] + 40, lost: MISSING})
    ((first, *_),) = repairs(document, ARITHMETIC)
    assert {str(address): value for address, value in first.values.items()} == {slip: figures[slip]}


def test_a_doubtful_cell_comes_before_a_clear_one_and_a_corrected_one_last() -> None:
    assert first_cells(row(total=777))[0] != PENDING
    doubtful = Cell(0, "O", Reading.DOUBTFUL, None, Doubt.RECOGNISED)
    document = row(total=777, pending=doubtful)
    assert first_cells(document)[0] == PENDING
    session = ReviewSession(Review(document))
    session.confirm(PENDING)
    assert first_cells(session.document)[-1] == PENDING


def test_the_less_sure_the_recognition_the_sooner_a_cell_is_suspected() -> None:
    scores = {"upheld": 0.99, "corrected": 0.62, "other_result": 0.8, "pending": 0.97}
    cells = {name: Cell(0, "0", Reading.CLEAR, None, None, score) for name, score in scores.items()}
    columns = [cell.column for cell in first_cells(row(total=777, **cells)) if cell != TOTAL]
    assert columns == ["corrected", "other_result", "pending", "upheld"]


def test_what_the_prose_names_decides_between_equals() -> None:
    document = row(total=777)
    for cell in CELLS:
        assert first_cells(document, named=MappingProxyType({cell: (777, 12)}))[0] == cell
    assert first_cells(document, named={TOTAL: (777,)})[-1] == TOTAL


def test_a_second_reading_that_gives_the_figure_decides() -> None:
    heard = Cell(0, "0", Reading.DOUBTFUL, None, Doubt.SECOND_OPINION, None, "777")
    ((first, *_),) = repairs(row(total=777, corrected=heard), ARITHMETIC)
    assert [reason.slip for reason in first.reasons] == [Slip.SECOND_READING]
    assert dict(first.values) == {CORRECTED: 777}


@settings(deadline=None, max_examples=60)
@given(chances, st.integers(0, 400))
def test_a_search_can_be_given_up_at_any_time(chance: tuple[int, int, int], patience: int) -> None:
    document = slipped(*chance)
    asked = iter(range(patience))
    before = keys(check(document, ARITHMETIC))
    for table in repairs(document, ARITHMETIC, cancelled=lambda: next(asked, None) is None):
        for each in table:
            assert keys(check(accepted(document, each), ARITHMETIC)) == before - set(each.settles)


def test_a_search_asks_all_the_while_whether_to_go_on_and_ends_at_once() -> None:
    document = slipped(3, 3, 99_999)
    for patience in (0, 1, 5, 20):
        answers = [False] * patience + [True] * 4
        list(repairs(document, ARITHMETIC, cancelled=lambda answers=answers: answers.pop(0)))  # type: ignore[misc]
        assert len(answers) < 4


@settings(deadline=None, max_examples=60)
@given(chances)
def test_what_settles_a_finding_and_is_undone_brings_back_the_very_same_findings(
    chance: tuple[int, int, int],
) -> None:
    session = ReviewSession(Review(slipped(*chance)))
    document, found, standings = session.document, session.findings, session.standings
    offered = [each for finding in found for each in session.suggestions(finding)[:1]]
    for suggestion in [*offered, *islice(all_repairs(document), 3)]:
        session.apply(StepKind.ACCEPT, suggestion.values)
        assert not keys(session.findings) & set(suggestion.settles)
        session.undo()
        assert session.findings == found
        assert session.standings == standings
        assert session.document == document


def all_repairs(document: Document) -> list[Suggestion]:
    return [each for table in repairs(document, ARITHMETIC) for each in table]


def at_most(least: str, most: str, table: str = "requests") -> Rule:
    """A rule that one row, or one column of disputes, is at most another."""
    each = Each.COLUMN if table == "requests" else Each.ROW
    return spread(table, each, least, most, Relation.AT_MOST)


def equal(one: str, other: str) -> Rule:
    """A rule that two columns of requests are the same."""
    return spread("requests", Each.ROW, one, other, Relation.EQUAL)


def spread(table: str, each: Each, left: str, right: str, relation: Relation) -> Rule:
    words = {"zh": "自定", "en": "made for a test"}
    return EquationRule(
        id=f"{left}.{right}",
        title=words,
        sentence=words,
        basis="",
        severity=Severity.WARNING,
        forms=(FORM.id,),
        table=table,
        each=each,
        left=(left,),
        right=(right,),
        relation=relation,
    )
