"""Scans are read with every figure right or marked, whatever lay askew; skipped without the extra ``ocr``."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path
from queue import Queue
from random import Random
from typing import Any

import pytest

pytest.importorskip("rapidocr")
pytest.importorskip("onnxruntime")

from reportlab.pdfgen.canvas import Canvas

from gouji import sources
from gouji.errors import GoujiError, NotAReportError, NoTextError, ReaderStoppedError
from gouji.loader import load, recognise
from gouji.model.geometry import Box
from gouji.model.loaded import Loaded
from gouji.model.report import Reading, Report
from gouji.resources import folder
from gouji.sources.ocr.picture import straighten, turn
from gouji.sources.ocr.recogniser import Recogniser
from gouji.sources.ocr.scan import find_model, read_picture
from gouji.worker import ReadingProcess
from tests.sources.scanning import DOTS, blank_sheet, rule_table, scan, soil, write

EXAMPLE = next((folder() / "examples").glob("*.pdf"))
PATIENCE = 120.0
TURN = math.radians(1)
FEWEST = 150
SURE = (Reading.CLEAR, Reading.BLANK)


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    model = find_model()
    assert model is not None
    return Recogniser(model)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scan(EXAMPLE, tmp_path_factory.mktemp("scan") / "scan.pdf", degrees=1, noise=8, paper=235)


@pytest.fixture(scope="module")
def original() -> Report:
    return load(EXAMPLE).review.document.report


@pytest.fixture(scope="module")
def told() -> list[tuple[int, int]]:
    """What was told while the scan was read."""
    return []


@pytest.fixture(scope="module")
def report(scanned: Path, told: list[tuple[int, int]]) -> Report:
    return recognise(scanned, tell=lambda done, pages: told.append((done, pages))).review.document.report


def test_a_scanned_report_is_read_and_nothing_is_wrong_in_silence(
    report: Report, original: Report, told: list[tuple[int, int]]
) -> None:
    right = [report.cells[address].value == cell.value for address, cell in original.cells.items()]
    sure = {address: cell for address, cell in report.cells.items() if cell.reading in SURE}
    silent = [address for address, cell in sure.items() if cell.value != original.cells[address].value]
    assert silent == []
    assert sum(right) >= 0.99 * len(right)
    assert len(sure) > len(right) / 2
    assert (report.form, report.year, report.unit) == (original.form, original.year, original.unit)
    assert told == [(number, original.source.pages) for number in range(1, original.source.pages + 1)]


def test_a_cell_is_shown_where_it_stands_on_the_page_that_lies_askew(
    report: Report, original: Report
) -> None:
    """A sheet turned against the clock has its right side higher, its lower side further right."""
    places = [(cell.provenance, report.cells[address].provenance) for address, cell in original.cells.items()]
    pairs = [(straight, askew) for straight, askew in places if straight and askew]
    assert len(pairs) > FEWEST
    for straight, askew in pairs:
        right, down = from_middle(straight.box)
        assert askew.page == straight.page
        assert from_middle(askew.box) == pytest.approx((right + TURN * down, down - TURN * right), abs=3)


def from_middle(box: Box) -> tuple[float, float]:
    """How far the middle of a box is from that of a page of A4, in points."""
    return (box.x0 + box.x1 - 595.28) / 2, (box.top + box.bottom - 841.89) / 2


@pytest.mark.parametrize("degrees", [-1, 1])
def test_figures_are_read_cell_by_cell(recogniser: Recogniser, degrees: float) -> None:
    """Five-figure numbers close to their rulings, noughts, and every fifth cell blank."""
    random = Random(degrees)  # noqa: S311 -- no secrets here
    xs, ys = [40.0 + 46 * index for index in range(8)], [40.0 + 16 * index for index in range(14)]
    texts = [
        ""
        if not random.randint(0, 4)
        else random.choice(["0", "1", "8", str(random.randint(10_000, 99_999))])
        for _ in range(7 * 13)
    ]
    sheet = blank_sheet(400, 280)
    rule_table(sheet, xs, ys)
    for index, text in enumerate(texts):
        write(sheet, text, xs[index % 7] + 3, ys[index // 7] + 12, size=7.5)
    askew = soil(turn(sheet, math.tan(math.radians(degrees))), noise=8, paper=235)
    page = read_picture(recogniser, straighten(askew, DOTS))
    read = {
        int((word.box.top - ys[0]) // 16) * 7 + int((word.box.x0 - xs[0]) // 46): word for word in page.words
    }
    assert sorted(read) == [index for index, text in enumerate(texts) if text]
    wrong = [(texts[index], word) for index, word in read.items() if word.text != texts[index]]
    assert len(wrong) <= 0.01 * len(read)
    assert all(word.score is not None and word.score < 0.9 for _, word in wrong)


def test_pictures_without_tables_are_no_report(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "blank.pdf"), pagesize=(200, 200))
    canvas.rect(50, 50, 100, 100, fill=1)
    canvas.save()
    with pytest.raises(NotAReportError):
        recognise(tmp_path / "blank.pdf")


def test_the_library_of_models_keeps_and_tells_nothing_of_this_machine(tmp_path: Path) -> None:
    """As it does by itself: the same program without ours leaves an identifier in the user's folder."""
    program = """
from gouji.sources.ocr.scan import find_model
import onnxruntime
onnxruntime.InferenceSession(str(find_model()), providers=["CPUExecutionProvider"])
"""
    surroundings = {name: text for name, text in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    subprocess.run([sys.executable, "-c", program], env=surroundings | {"HOME": str(tmp_path)}, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_without_the_extra_a_scan_is_refused_with_what_to_do(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "can_recognise", lambda: False)
    with pytest.raises(NoTextError) as trouble:
        recognise(scanned)
    for language in ("zh", "en"):
        assert "gouji[ocr]" in trouble.value.sentence(language)


def test_a_reading_process_tells_of_every_page_and_is_given_up_at_once(scanned: Path) -> None:
    answers: Queue[Any] = Queue()
    process = ReadingProcess()
    told: list[tuple[int, int]] = []
    process.recognise(scanned, None, lambda *progress: told.append(progress), answers.put)
    loaded = answers.get(timeout=PATIENCE)
    assert isinstance(loaded, Loaded)
    pages = loaded.review.document.report.source.pages
    assert told == [(number, pages) for number in range(1, pages + 1)]
    begun: Queue[Any] = Queue()
    process.recognise(scanned, None, lambda *progress: begun.put(progress), answers.put)
    begun.get(timeout=PATIENCE)
    process.stop()
    given_up: Loaded | GoujiError = answers.get(timeout=1)
    assert isinstance(given_up, ReaderStoppedError)
