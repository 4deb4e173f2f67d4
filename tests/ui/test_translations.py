"""The Chinese translation is complete and compiled from what the code says now."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gouji.resources import resource

CATALOGUE = "gouji_zh_CN.ts"
TOOLS = Path(sys.executable).parent
UI = Path(__file__).parents[2] / "src" / "gouji" / "ui"


def messages(path: Path) -> dict[tuple[str, str], str | None]:
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 -- our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = translation.get("type") is None
            key = (str(context.findtext("name")), str(message.findtext("source")))
            found[key] = translation.text if finished else None
    return found


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as Qt's tools make it from the code of this moment."""
    target = tmp_path_factory.mktemp("translations") / CATALOGUE
    shutil.copy(resource("translations", CATALOGUE), target)
    sources = [str(path) for path in sorted(UI.rglob("*.py"))]
    update = [
        str(TOOLS / "pyside6-lupdate"),
        *sources,
        "-ts",
        str(target),
        "-no-obsolete",
        "-locations",
        "none",
    ]
    subprocess.run(update, check=True, capture_output=True)
    return target


def test_no_string_is_lacking_or_unfinished(renewed: Path) -> None:
    shipped = messages(resource("translations", CATALOGUE))
    assert messages(renewed) == shipped
    assert [key for key, text in shipped.items() if not text] == []


def test_nothing_is_asked_for_where_the_tools_of_qt_do_not_look() -> None:
    """In a formatted string they see no call, so that its text would stay untranslated."""
    calls = [
        f"{path.name}:{call.lineno}"
        for path in UI.rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("tr", "translate")
    ]
    assert calls == []


def test_translations_keep_the_fields_of_their_sources() -> None:
    for (_, source), text in messages(resource("translations", CATALOGUE)).items():
        fields = {part.partition("}")[0] for part in source.split("{")[1:]}
        assert fields == {part.partition("}")[0] for part in (text or "").split("{")[1:]}, source


def test_the_compiled_catalogue_is_not_stale(tmp_path: Path) -> None:
    target = tmp_path / "gouji_zh_CN.qm"
    release = [str(TOOLS / "pyside6-lrelease"), str(resource("translations", CATALOGUE)), "-qm", str(target)]
    subprocess.run(release, check=True, capture_output=True)
    assert target.read_bytes() == resource("translations", "gouji_zh_CN.qm").read_bytes()
