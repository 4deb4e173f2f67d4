"""Reports written at random: no figure may be read wrongly without a mark, however they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.extraction import extract
from gouji.model.report import Reading
from gouji.sources import read
from tests.generated.author import write
from tests.generated.excuses import GLUED
from tests.generated.habits import Habits
from tests.generated.judge import judge
from tests.generated.manuscript import Lattice, Manuscript
from tests.generated.producers import PRODUCERS
from tests.generated.trial import attempt
from tests.typeset import seeded

SEEDS = st.integers(0, 2**32)
QUICK = [name for name in PRODUCERS if name != "library document"]
CLEAR = [name for name in QUICK if name not in GLUED]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Hypothesis runs many examples in one test, so the folder is not the test's."""
    with TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_no_figure_is_silently_wrong(name: str, folder: Path, seed: int) -> None:
    trial = attempt(name, PRODUCERS[name], seed, folder)
    assert not trial.verdict.silent, str(trial)
    assert not trial.refused, str(trial)


@pytest.mark.parametrize("name", CLEAR)
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, form=st.sampled_from(("2019", "2021", "2021-hybrid")))
def test_a_plain_report_is_read_whole_and_without_doubt(
    name: str, folder: Path, seed: int, form: str
) -> None:
    random = seeded(seed)
    manuscript = write(random, Habits(form=form, digits=6, decimals=2))
    path = folder / f"plain{PRODUCERS[name].suffix}"
    PRODUCERS[name].produce(manuscript, random, path)
    report = extract(read(path))
    verdict = judge(manuscript, report)
    assert (verdict.marked, verdict.silent) == ((), ())
    assert {cell.reading for cell in report.cells.values()} == {Reading.CLEAR}
    assert (report.unit, report.year) == (manuscript.unit, manuscript.year)


@pytest.mark.parametrize("name", PRODUCERS)
def test_the_judge_notices_a_file_that_does_not_say_what_the_manuscript_does(name: str, folder: Path) -> None:
    """The file is printed from a manuscript with one figure changed; the sums of the other are kept."""
    random = seeded(name)
    manuscript = write(random, Habits(digits=4))
    address = next(address for address in manuscript.entries if address.table == "proactive")
    path = folder / f"lie{PRODUCERS[name].suffix}"
    PRODUCERS[name].produce(_changed(manuscript, manuscript.entries[address].text), random, path)
    verdict = judge(manuscript, extract(read(path)))
    assert address in [each for each, _ in (*verdict.silent, *verdict.marked)]


def _changed(manuscript: Manuscript, text: str) -> Manuscript:
    """The manuscript with the first figure of this text printed otherwise."""
    lattice = next(block for block in manuscript.blocks if isinstance(block, Lattice))
    spot = next(spot for spot in lattice.spots if spot.address and spot.text == text)
    spots = tuple(replace(each, text="8642") if each is spot else each for each in lattice.spots)
    changed = replace(lattice, spots=spots)
    blocks = tuple(changed if block is lattice else block for block in manuscript.blocks)
    return replace(manuscript, blocks=blocks)
