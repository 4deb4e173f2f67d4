"""What holds for every file of the repository."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md",
    "packaging", "pyproject.toml", "resources", "src", "tests",
}  # fmt: skip
OF_A_MACHINE = re.compile(r"(?<![\w.])/(work|root|home|Users|opt|tmp)/|[A-Z]:\\Users")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def files(folder: Path) -> Iterator[Path]:
    """The files that belong to the repository: all but what .gitignore names."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    for path in sorted(folder.iterdir()):
        if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


MODULES = [path for path in files(ROOT) if path.suffix == ".py"]


def lengths(path: Path) -> Iterator[tuple[str, int]]:
    """The name and length of every function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, FUNCTIONS):
            yield f"{path.relative_to(ROOT)}: {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_the_top_holds_these_and_nothing_else() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in files(ROOT)} == TOP


def test_no_file_names_a_place_on_one_machine() -> None:
    found = []
    for path in files(ROOT):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path}: {line}" for line in text.splitlines() if OF_A_MACHINE.search(line)]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert [each for each in lengths(path) if each[1] > 50] == []


def test_nine_functions_in_ten_fit_on_half_a_screen() -> None:
    found = [length for path in files(ROOT / "src") if path.suffix == ".py" for _, length in lengths(path)]
    assert sum(length <= 26 for length in found) >= 0.9 * len(found)
