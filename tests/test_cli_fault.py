"""A fault of the program on the command line: one sentence, the details in the log, no traceback."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click
import pytest

from gouji.cli import commands, fault, run
from gouji.resources import resource


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fault, "log_folder", lambda: tmp_path / "log")
    return tmp_path / "log" / "gouji.log"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_one_sentence_and_the_log_holds_nothing_of_the_report(
    language: str, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise RuntimeError("白鹿区 987654")

    monkeypatch.setattr(commands, "extract", fail)
    example = next(resource("examples").glob("*.txt"))
    assert run(["extract", str(example), "--lang", language]) == 70
    told = capsys.readouterr()
    assert not told.out
    assert len(told.err.splitlines()) == 1
    assert log.name in told.err
    logged = log.read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "test_cli_fault" in logged
    assert "白鹿区" not in logged
    assert "987654" not in logged


def test_whoever_interrupts_is_told_nothing(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> NoReturn:
        raise click.Abort

    monkeypatch.setattr(commands, "list_forms", interrupt)
    assert run(["forms"]) == 130
    assert not capsys.readouterr().err
    assert not log.exists()
