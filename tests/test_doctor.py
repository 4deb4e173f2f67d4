"""``gouji doctor`` says in plain words what is wrong with an installation; also that PySide6 is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from gouji.cli import doctor as doctor_module
from gouji.cli.doctor import PARTS, State, diagnoses, doctor

QT = find_spec("PySide6") is not None
Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 -- as the standard library gives it


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nobody's own folders have a part in it."""
    monkeypatch.setenv("GOUJI_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("GOUJI_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(doctor_module, "log_folder", lambda: tmp_path / "log")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path


def found() -> dict[str, State]:
    return {each.words: each.state for each in diagnoses()}


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(doctor_module, "find_spec", lambda name: None if name in names else find_spec(name))


@pytest.mark.skipif(not QT, reason="without PySide6 there is a fault to tell")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_good_installation_is_said_to_be_good(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(language) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 8
    assert not any("故障" in line or "FAULT" in line for line in lines)


def test_the_command_needs_no_qt_to_say_that_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(monkeypatch, "PySide6")
    assert doctor("zh") == 1
    assert any(line.startswith("故障") and "PySide6" in line for line in capsys.readouterr().out.splitlines())
    assert found()["reading"] is State.GOOD


@pytest.mark.skipif(QT, reason="PySide6 is installed")
def test_the_window_says_that_qt_is_missing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "gouji"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=dict(os.environ),
    )
    assert run.returncode == 2
    assert "PySide6" in run.stderr
    assert "Traceback" not in run.stderr


def test_missing_libraries_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without(monkeypatch, "lxml", "docx", "PySide6")
    assert doctor("en") == 1
    assert "lxml, docx" in capsys.readouterr().out


@pytest.mark.skipif(not QT, reason="needs PySide6")
def test_a_window_that_cannot_be_opened_is_told_with_qt_s_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nosuch")
    assert found()["no_window"] is State.FAULT


@pytest.mark.skipif(not QT, reason="needs PySide6")
def test_letters_and_input_methods(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, Any] = {
        "version": "6",
        "platform": "xcb",
        "fonts": [],
        "input_methods": ["compose", "ibus"],
    }

    def answer(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, json.dumps(told), "")

    monkeypatch.setattr(subprocess, "run", answer)
    monkeypatch.setenv("QT_IM_MODULE", "nosuch")
    assert found()["no_fonts"] is State.FAULT
    assert found()["no_input"] is State.NOTE
    for name in ("ibus", "fcitx5"):
        monkeypatch.setenv("QT_IM_MODULE", name)
        assert found()["input"] is State.GOOD


def test_folders_that_cannot_be_written_to(home: Path) -> None:
    (home / "settings").touch()
    assert found()["no_place"] is State.FAULT


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 90, 10))
    assert found()["no_room"] is State.FAULT


def test_all_libraries_are_looked_for() -> None:
    """Under the names by which pyproject.toml knows them, but for three that are imported by others."""
    import tomllib  # noqa: PLC0415 -- for this test alone

    text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    others = {"pillow": "pil", "python-docx": "docx", "charset-normalizer": "charset_normalizer"}
    names = {
        each.partition(">")[0].partition("=")[0].lower()
        for each in tomllib.loads(text)["project"]["dependencies"]
    }
    named = {others.get(name, name) for name in names if not name.startswith("pyside6")}
    assert named == {part.lower() for part in PARTS}
