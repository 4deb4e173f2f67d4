"""What the program says of its parts."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from gouji import __version__
from gouji.ui.help.about import About
from gouji.ui.help.shipped import LIBRARIES, parts
from tests.ui.harness import Bench

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_library_of_the_project_is_named() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["ocr"]
    names = {re.split(r"[^\w.-]", each)[0] for each in wanted}
    assert names == set(LIBRARIES)


def test_versions_and_licences_are_those_that_are_installed() -> None:
    told = {part.name: part for part in parts()}
    assert told["Gouji"].version == __version__
    assert told["pdfplumber"].version == version("pdfplumber")
    assert "shiboken6" in told, "needed by a library rather than by us"
    assert told["PDFium"].version.isdecimal()
    assert [part.name for part in told.values() if not part.version or not part.licence] == []


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_all_of_it_can_be_copied(bench: Bench, palette: str) -> None:
    bench.gouji.choose_palette(palette)
    bench.do("about")
    (about,) = bench.window.findChildren(About)
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    for part in parts():
        assert f"{part.name} {part.version} {part.licence}" in copied
        assert part.name in about.list.toPlainText()
    about.close()
