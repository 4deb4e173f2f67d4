"""PDFs in all disguises are read with every cell right or marked; the ruled ones whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gouji.errors import NoTextError
from gouji.extraction import extract
from gouji.loader import load
from gouji.model.report import Reading
from gouji.sources import read
from tests.generated import author
from tests.generated.habits import Habits as Writing
from tests.generated.judge import Verdict, judge
from tests.generated.paper.habits import Habits, Pen, Rules, Turn, draw_habits
from tests.generated.paper.in_sight import is_cut_off
from tests.generated.paper.lettering import ADOBE, FONT_FILE, TRUETYPE
from tests.generated.paper.press import print_pdf
from tests.generated.paper.producers import PRODUCERS
from tests.generated.paper.scans import Scanner, can_scan, lay_on_scanner
from tests.typeset import seeded

pytestmark = pytest.mark.skipif(not Path(FONT_FILE).exists(), reason="needs the font wqy-microhei")

PLAIN = replace(
    draw_habits(seeded("plain")),
    paper=(595.0, 842.0),
    margin=60.0,
    face=ADOBE,
    figure_face=ADOBE,
    small=9.0,
    rules=Rules.ALL,
    pen=Pen.STROKE,
    turn=Turn.LEVEL,
    tears=False,
    one_by_one=False,
    bold_twice=False,
    watermark=False,
    hidden=False,
)
DISGUISES: dict[str, dict[str, object]] = {
    "embedded face": {"face": TRUETYPE, "figure_face": TRUETYPE},
    "Latin figures": {"figure_face": "Times-Roman"},
    "boxes": {"rules": Rules.CELLS},
    "filled": {"pen": Pen.FILLED},
    "dashed": {"pen": Pen.DASHED},
    "doubled": {"pen": Pen.DOUBLED},
    "rotated": {"turn": Turn.ROTATED, "quarters": 1},
    "upside down": {"turn": Turn.ROTATED, "quarters": 2},
    "sideways": {"turn": Turn.SIDEWAYS, "quarters": 1},
    "sideways the other way": {"turn": Turn.SIDEWAYS, "quarters": 3},
    "torn": {"tears": True, "ragged": True, "small": 7.0},
    "torn and open": {"tears": True, "ragged": True, "open_ends": True, "high": True, "small": 7.0},
    "repeated heads": {"repeats": True, "ragged": True},
    "one by one": {"one_by_one": True},
    "struck twice": {"bold_twice": True},
    "struck twice sideways": {"bold_twice": True, "turn": Turn.SIDEWAYS, "quarters": 1},
    "watermark": {"watermark": True},
    "hidden text": {"hidden": True},
    "reaching over": {"wraps": False},
    "wrapped": {"wraps": True, "small": 12.0},
}


def verdict(habits: Habits, writing: Writing, seed: str, folder: Path) -> Verdict:
    random = seeded(seed)
    manuscript = author.write(random, writing)
    path = folder / "report.pdf"
    print_pdf(manuscript, random, path, habits)
    return judge(manuscript, extract(read(path)))


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("form", ["2021", "2021-hybrid", "2019"])
def test_ruled_tables_are_read_whole(tmp_path: Path, disguise: str, form: str) -> None:
    habits = replace(PLAIN, **DISGUISES[disguise])  # type: ignore[arg-type]  # the values are those of the fields
    found = verdict(habits, Writing(form=form, digits=5), f"{disguise} {form}", tmp_path)
    assert (found.silent, found.marked) == ((), ())


@pytest.mark.parametrize("rules", [each for each in Rules if each not in (Rules.ALL, Rules.CELLS)])
@pytest.mark.parametrize("seed", range(4))
def test_partly_ruled_tables_are_read_right_or_marked(tmp_path: Path, rules: Rules, seed: int) -> None:
    random = seeded(f"{rules} {seed}")
    habits = replace(draw_habits(random), rules=rules)
    found = verdict(habits, Writing(digits=4, zeros=0.5), f"{rules} {seed}", tmp_path)
    assert found.silent == ()
    assert found.right > 0.5 * found.cells


@pytest.mark.parametrize("rules", [each for each in Rules if each not in (Rules.ALL, Rules.CELLS)])
@pytest.mark.parametrize("form", ["2021", "2021-hybrid", "2019"])
def test_partly_ruled_tables_with_some_room_are_read_whole(tmp_path: Path, rules: Rules, form: str) -> None:
    habits = replace(PLAIN, rules=rules, padding=5.0, figures_at=0.5, labels_at=0.0, ragged=False, high=False)
    found = verdict(habits, Writing(form=form, digits=3), f"room {form}", tmp_path)
    assert (found.silent, found.marked) == ((), ())


@pytest.mark.office
@pytest.mark.parametrize("name", ["writer", "writer page"])
def test_what_an_office_prints_is_read_right_or_marked(tmp_path: Path, name: str) -> None:
    if not PRODUCERS[name].available():
        pytest.skip("needs LibreOffice Writer")
    random = seeded(name)
    manuscript = author.write(random, Writing(digits=5))
    PRODUCERS[name].produce(manuscript, random, tmp_path / "report.pdf")
    assert judge(manuscript, extract(read(tmp_path / "report.pdf"))).silent == ()


@pytest.mark.office
def test_what_a_browser_prints_is_read_right_or_marked(tmp_path: Path) -> None:
    if not PRODUCERS["chromium"].available():
        pytest.skip("needs Chromium")
    random = seeded("chromium")
    manuscript = author.write(random, Writing(digits=5))
    PRODUCERS["chromium"].produce(manuscript, random, tmp_path / "report.pdf")
    assert judge(manuscript, extract(read(tmp_path / "report.pdf"))).silent == ()


CLEAN = Scanner(resolution=150, degrees=0.0, noise=0.0, paper=255, blur=0.0, specks=0, quality=90)


@pytest.mark.skipif(not can_scan(), reason="needs the extra ocr")
def test_cells_on_pages_that_are_pictures_are_missing_and_the_pages_are_told(tmp_path: Path) -> None:
    """The tables begin on a page of text and end on one that is a picture."""
    random = seeded("mixed")
    manuscript = author.write(random, Writing(digits=3))
    print_pdf(manuscript, random, tmp_path / "printed.pdf", replace(PLAIN, ragged=False, body=10.5))
    lay_on_scanner(tmp_path / "printed.pdf", tmp_path / "mixed.pdf", seeded(2), CLEAN, share=0.5)
    loaded = load(tmp_path / "mixed.pdf")
    cells = loaded.review.document.report.cells
    found = judge(manuscript, loaded.review.document.report)
    assert loaded.unread
    assert found.silent == ()
    assert found.marked
    assert {cells[address].reading for address, _ in found.marked} == {Reading.MISSING}


@pytest.mark.skipif(not can_scan(), reason="needs the extra ocr")
def test_pictures_alone_are_refused(tmp_path: Path) -> None:
    random = seeded("scan")
    manuscript = author.write(random, Writing())
    print_pdf(manuscript, random, tmp_path / "printed.pdf", PLAIN)
    lay_on_scanner(tmp_path / "printed.pdf", tmp_path / "scan.pdf", random, CLEAN)
    with pytest.raises(NoTextError):
        load(tmp_path / "scan.pdf")


def test_a_manuscript_with_more_figures_than_its_pages_show_is_cut_off(tmp_path: Path) -> None:
    manuscript = author.write(seeded("cut off"), Writing())
    print_pdf(manuscript, seeded("cut off"), tmp_path / "shown.pdf", PLAIN)
    assert not is_cut_off(manuscript, tmp_path / "shown.pdf")
    longer = {address: replace(entry, text=entry.text * 3) for address, entry in manuscript.entries.items()}
    assert is_cut_off(replace(manuscript, entries=longer), tmp_path / "shown.pdf")
