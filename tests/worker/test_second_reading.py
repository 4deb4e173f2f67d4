"""Second readings, and pages with what was seen on them, come out of the process; so do failures."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.errors import DamagedFileError, NotAReportError
from gouji.loader import load, second_reading
from gouji.model.loaded import Loaded
from gouji.model.report import Report
from gouji.resources import resource
from gouji.sources.seen import Seen
from gouji.worker import Picture, ReadingProcess
from tests.worker.asking import answer

EXAMPLE = next(resource("examples").glob("*.pdf"))


def test_a_second_reading_comes_out_as_it_was_read_there(process: ReadingProcess) -> None:
    found = answer(lambda put: process.read_again(EXAMPLE, None, put))
    assert isinstance(found, Report)
    assert found == second_reading(EXAMPLE)


def test_what_cannot_be_read_again_is_an_answer_and_the_process_goes_on(
    process: ReadingProcess, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(EXAMPLE.read_bytes()[:2000])
    assert isinstance(answer(lambda put: process.read_again(broken, None, put)), DamagedFileError)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(blank_page())
    assert isinstance(answer(lambda put: process.read_again(letter, None, put)), NotAReportError)
    assert isinstance(answer(lambda put: process.load(EXAMPLE, None, put)), Loaded)


@pytest.mark.parametrize("seen", Seen)
def test_a_page_is_drawn_with_what_was_seen(process: ReadingProcess, seen: Seen) -> None:
    cells = load(EXAMPLE).review.document.report.cells.values()
    number = next(cell.provenance.page for cell in cells if cell.provenance)
    plain = answer(lambda put: process.draw(EXAMPLE, number, 1.0, put))
    drawn = answer(lambda put: process.draw(EXAMPLE, number, 1.0, put, seen))
    assert isinstance(plain, Picture)
    assert isinstance(drawn, Picture)
    assert (drawn.width, drawn.height) == (plain.width, plain.height)
    assert len(drawn.pixels) == len(plain.pixels)
    assert coloured(drawn) > coloured(plain) + 1000


def coloured(picture: Picture) -> int:
    """How many dots are neither black, grey nor white."""
    blue, green, red = (picture.pixels[part::4] for part in range(3))
    return sum(max(dot) - min(dot) > 40 for dot in zip(blue, green, red, strict=True))


def blank_page() -> bytes:
    from io import BytesIO  # noqa: PLC0415 -- for this alone

    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 100, "a letter without any table in it")
    canvas.save()
    return file.getvalue()
