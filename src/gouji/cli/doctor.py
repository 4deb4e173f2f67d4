"""``gouji doctor``: whether the program is well installed on this machine, in plain words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import click

from gouji.errors import GoujiError
from gouji.faults import log_folder, surroundings
from gouji.library.settings import settings_folder
from gouji.resources import resource
from gouji.sources import can_recognise
from gouji.store.folder import data_folder
from gouji.wording import say

if TYPE_CHECKING:
    from gouji.model.loaded import Loaded

PARTS = (
    "pypdfium2", "pdfplumber", "PIL", "pandas", "openpyxl", "xlsxwriter", "lxml", "docx",
    "charset_normalizer", "simplejson", "click", "platformdirs",
)  # fmt: skip
"""What is imported of the libraries that pyproject.toml names, besides Qt."""
QT = "PySide6"
LEAST_ROOM = 200 * 1024 * 1024
"""Bytes on the disk with the settings; a review takes a tenth of a million."""
PATIENCE = 60.0
CHECKUP = ("-P", "-m", "gouji.ui.checkup")

WELL, UNWELL = 0, 1
"""Exit status."""


class State(StrEnum):
    """How one thing stands."""

    GOOD = "good"
    NOTE = "note"
    """Works, but less well than it could."""
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at; `words` names its sentence, `fields` what that tells."""

    state: State
    words: str
    fields: dict[str, object]


def doctor(language: str) -> int:
    """Look at everything, one line each; the exit status is 1 where something does not work."""
    click.echo(surroundings())
    worst = WELL
    for each in diagnoses():
        state = say(f"doctor.{each.state}", language)
        click.echo(f"{state}  {say(f'doctor.{each.words}', language, **each.fields)}")
        if each.state is State.FAULT:
            worst = UNWELL
    return worst


def diagnoses() -> Iterator[Diagnosis]:
    """Everything that is looked at, in the order of its weight."""
    missing = [name for name in PARTS if find_spec(name) is None]
    yield _either(not missing, "parts", "parts_missing", names=", ".join(missing))
    yield from _window() if find_spec(QT) else [Diagnosis(State.FAULT, "no_qt", {})]
    if not missing:
        yield from _reading()
    for folder in (settings_folder(), log_folder(), data_folder()):
        yield from _place(folder)
    yield _either(can_recognise(), "scans", "no_scans", State.NOTE)


def _either(good: bool, well: str, unwell: str, state: State = State.FAULT, **fields: object) -> Diagnosis:  # noqa: FBT001 -- private
    return Diagnosis(State.GOOD, well, fields) if good else Diagnosis(state, unwell, fields)


def _window() -> Iterator[Diagnosis]:
    """Whether a window can be shown, in which letters, and what types Chinese into it."""
    found = _checkup()
    if isinstance(found, str):
        yield Diagnosis(State.FAULT, "no_window", {"told": found})
        return
    yield Diagnosis(State.GOOD, "window", {"version": found["version"], "platform": found["platform"]})
    fonts = ", ".join(found["fonts"])
    yield _either(bool(fonts), "fonts", "no_fonts", fonts=fonts)
    wanted = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "").removeprefix("@im=")
    there = wanted.startswith("fcitx") or wanted in found["input_methods"]
    own = found["platform"] in ("windows", "cocoa", "wayland", "offscreen")
    yield _either(there or own, "input", "no_input", State.NOTE, wanted=wanted or found["platform"])


def _checkup() -> dict[str, Any] | str:
    """What Qt finds; the last line of its complaint where it does not even start."""
    try:
        run = subprocess.run(  # noqa: S603 -- our own module
            [sys.executable, *CHECKUP], capture_output=True, encoding="utf-8", errors="replace",
            timeout=PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    if run.returncode:
        lines = [line for line in run.stderr.splitlines() if line.strip()]
        return lines[0] if lines else str(run.returncode)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _reading() -> Iterator[Diagnosis]:
    """Whether the reading process reads the example, and how well it is confined."""
    from gouji.worker import ReadingProcess  # noqa: PLC0415 -- needs the libraries that may be missing
    from gouji.worker.sandbox import available  # noqa: PLC0415 -- as above

    example = min(resource("examples").glob("*.pdf"))
    answers: SimpleQueue[Loaded | GoujiError] = SimpleQueue()
    process = ReadingProcess()
    process.load(example, None, answers.put)
    found = answers.get()
    process.stop()
    if isinstance(found, GoujiError):
        yield Diagnosis(State.FAULT, "no_reading", {"told": type(found).__name__})
    else:
        yield Diagnosis(State.GOOD, "reading", {"cells": len(found.review.document.report.cells)})
    yield _either(all(available()), "guarded", "less_guarded", State.NOTE)


def _place(folder: Path) -> Iterator[Diagnosis]:
    """Whether the program may write to one of its folders, and whether there is room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield Diagnosis(State.FAULT, "no_place", {"folder": folder, "told": error.strerror})
        return
    room = free // (1024 * 1024)
    yield _either(free >= LEAST_ROOM, "place", "no_room", folder=folder, room=room)
