"""``--second-opinion``: the commands read a PDF twice, and say in a line where that led."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import simplejson

from gouji.cli import run
from gouji.errors import ReaderStoppedError
from gouji.loader import second_reading
from gouji.model.form import Address
from gouji.model.report import Report
from gouji.resources import resource

EXAMPLE = next(resource("examples").glob("*.pdf"))
TEXT = EXAMPLE.with_suffix(".txt")
LONE = Address.parse("proactive.licensing.decisions")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def differing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading process, a copy of this one, reads another figure the second time."""

    def read_otherwise(path: Path, password: str | None = None) -> Report:
        report = second_reading(path, password)
        cell = replace(report.cells[LONE], value=777, raw="777")
        return replace(report, cells={**report.cells, LONE: cell})

    monkeypatch.setattr("gouji.worker.server.second_reading", read_otherwise)


def cells(capsys: Capture, *arguments: str) -> tuple[dict[str, dict[str, object]], str]:
    """The cells that ``extract`` prints, and what it says besides."""
    run(["extract", "--lang", "en", *arguments])
    output = capsys.readouterr()
    return simplejson.loads(output.out)["cells"], output.err


@pytest.mark.usefixtures("differing")
def test_one_reading_unless_asked(capsys: Capture) -> None:
    plain, said = cells(capsys, str(EXAMPLE))
    assert plain[str(LONE)]["reading"] == "clear"
    assert said == ""


@pytest.mark.usefixtures("differing")
def test_a_figure_that_differs_is_doubtful_and_named(capsys: Capture) -> None:
    plain, _ = cells(capsys, str(EXAMPLE))
    heard, said = cells(capsys, str(EXAMPLE), "--second-opinion")
    assert heard[str(LONE)]["reading"] == "doubtful"
    assert heard[str(LONE)]["second"] == "777"
    assert heard[str(LONE)]["value"] == plain[str(LONE)]["value"]
    assert said.count("\n") == 1
    assert EXAMPLE.name in said
    del plain[str(LONE)], heard[str(LONE)]
    assert heard == plain


def test_readings_that_agree_and_texts_are_as_before(capsys: Capture) -> None:
    for path in (EXAMPLE, TEXT):
        plain = cells(capsys, str(path))
        assert cells(capsys, str(path), "--second-opinion") == plain


def test_a_second_reading_that_fails_is_said_and_no_error(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, _password: str | None) -> Report:
        raise ReaderStoppedError(path)

    status = run(["check", str(EXAMPLE)])
    plain = capsys.readouterr()
    monkeypatch.setattr("gouji.worker.server.second_reading", fail)
    assert run(["check", str(EXAMPLE), "--second-opinion"]) == status
    output = capsys.readouterr()
    assert output.out == plain.out
    assert output.err.removeprefix(plain.err).count("\n") == 1
