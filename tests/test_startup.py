"""What a command loads: nothing that it has no use for, since every import is time that its user waits."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from gouji.resources import folder

EXAMPLE = str(next((folder() / "examples").glob("*.txt")))
LIBRARIES = {
    "PIL", "PySide6", "charset_normalizer", "cv2", "docx", "lxml", "numpy", "onnxruntime", "openpyxl",
    "pandas", "pdfminer", "pdfplumber", "pypdfium2", "rapidocr", "xlsxwriter",
}  # fmt: skip
EXTRA = {"PySide6", "cv2", "onnxruntime", "rapidocr"}
"""Not always installed."""
READERS = {"gouji.extraction", "gouji.loader", "gouji.sources.text", "hashlib"}
WRITERS = {"gouji.export", "gouji.library.handbook"}
CHECKS = {"click", "gouji.checking", "gouji.library.kinds", "gouji.repair", "platformdirs", "tempfile"}
READING = f"""
from pathlib import Path
from gouji.worker import messages, server
messages.loaded_to_json(server.load(Path({EXAMPLE!r})))
"""
SUMS = """
from gouji.extraction.proof.sums import row_sums
row_sums("2021")
"""
HISTORY = {"gouji.model.history", "gouji.model.summary", "gouji.model.suggestion", "gouji.sources.phrase"}
"""What the desk asks of a reading process, and no command."""

FIRST_PAINT = """
from PySide6.QtCore import QSettings
from gouji.ui import start
application = start.make_application()
settings = start.Settings(QSettings())
look, window = start.Look(application, settings), start.MainWindow(settings)
window.show()
application.processEvents()
"""
DESK = {
    "gouji.session",
    "gouji.library",
    "gouji.model",
    "gouji.store.journal",
    "gouji.ui.app",
    "gouji.ui.panels",
}
STANDARD = {"concurrent.futures", "decimal", "logging.handlers", "multiprocessing", "sqlite3", "tomllib"}


def loaded(program: str) -> set[str]:
    """The modules that a process has loaded at the end of the program."""
    told = f"import sys\n{program}\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, encoding="utf-8", check=True)
    return set(run.stderr.split())


def command(*arguments: str) -> str:
    return f"from gouji.cli import run; run({[*arguments]})"


@pytest.mark.parametrize(
    ("program", "unused"),
    [
        (command("--version"), READERS | WRITERS | {"gouji.checking", "gouji.model", "gouji.worker"}),
        (command("extract", EXAMPLE), READERS | WRITERS | HISTORY - {"gouji.model.suggestion"}),
        (command("extract", "--help"), READERS | WRITERS | {"gouji.checking"}),
        (command("check", EXAMPLE), READERS | WRITERS | {"gouji.repair"}),
        (READING, WRITERS | CHECKS | HISTORY),
        (READING + SUMS, WRITERS | CHECKS | HISTORY),
    ],
    ids=["version", "extract", "help", "check", "the process that reads", "the process that asks the sums"],
)
def test_nothing_is_loaded_without_need(program: str, unused: set[str]) -> None:
    assert not loaded(program) & (unused | LIBRARIES)


@pytest.mark.skipif(find_spec("PySide6") is None, reason="there is no window without Qt")
def test_the_window_is_painted_before_the_desk_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    late = READERS | WRITERS | CHECKS | DESK | STANDARD | LIBRARIES - {"PySide6"}
    assert not loaded(FIRST_PAINT) & (late - {"platformdirs", "tempfile"})


def test_all_these_are_names_of_modules() -> None:
    """Of a name that is none it would say nothing that it is not loaded."""
    names = (LIBRARIES - EXTRA) | READERS | WRITERS | CHECKS
    assert loaded(f"import {', '.join(sorted(names))}") >= names
