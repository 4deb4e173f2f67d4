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
    ".ci", ".github", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md",
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
SHIPPED = [path for path in MODULES if path.is_relative_to(ROOT / "src")]

DANGEROUS = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
"""Functions that take text for a program, or wait for a terminal."""
DANGEROUS_MODULES = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "code", "codeop", "runpy", "pty", "telnetlib",
    "webbrowser", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "requests", "asyncio",
    "xml", "multiprocessing", "yaml",
}  # fmt: skip
"""Modules that run what they read, open addresses, or read XML with all it can do."""
DANGEROUS_NAMES = {
    "QDesktopServices", "QNetworkAccessManager", "QWebEngineView", "QtNetwork", "QProcess", "openUrl",
    "setOpenExternalLinks", "os.system", "os.popen", "os.startfile", "os.execv", "os.execve",
    "os.posix_spawn",
    "read_pickle", "to_pickle", "allow_pickle",
}  # fmt: skip
STARTERS = {"subprocess"}
MAY_START = {"src/gouji/worker/launch.py", "src/gouji/cli/doctor.py"}
"""Start modules of the program itself; no file has a part in the command."""
MAY_TALK = {"src/gouji/worker/channel.py"}
"""Talks to the reading process, by a pair of sockets that leads nowhere else."""


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


def names(tree: ast.AST) -> Iterator[str]:
    """What a module imports and calls, and which names of others it uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"import {each.name.partition('.')[0]}" for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield f"import {(node.module or '').partition('.')[0]}"
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield f"call {node.func.id}"
        elif isinstance(node, ast.Attribute):
            yield node.attr
            if isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg == "shell":
            yield "shell="


def dangers(text: str) -> set[str]:
    """What a module has no business with, whatever a file says."""
    refused = {f"call {each}" for each in DANGEROUS} | {f"import {each}" for each in DANGEROUS_MODULES}
    refused |= {f"import {each}" for each in STARTERS} | DANGEROUS_NAMES | {"shell="}
    return refused & set(names(ast.parse(text)))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_ships_runs_text_or_opens_addresses(path: Path) -> None:
    found = dangers(path.read_text(encoding="utf-8"))
    name = str(path.relative_to(ROOT))
    may = {f"import {each}" for each in STARTERS} if name in MAY_START else set()
    may |= {"import socket"} if name in MAY_TALK else set()
    assert found - may == set()


@pytest.mark.parametrize(
    "text",
    [
        "eval('1')", "exec(code)", "import pickle", "from pickle import loads", "import urllib.request",
        "subprocess.run('x', shell=True)", "import os\nos.system('x')", "QDesktopServices.openUrl(url)",
        "label.setOpenExternalLinks(True)", "from PySide6 import QtNetwork", "import subprocess",
        "frame.to_pickle('x')", "from xml.etree import ElementTree",
    ],
)  # fmt: skip
def test_the_watch_sees(text: str) -> None:
    assert dangers(text)
