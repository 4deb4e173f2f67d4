"""The lock file pins all that is installed, by hashes, and is in step with pyproject.toml."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("packaging.requirements")

ROOT = Path(__file__).parents[1]
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
REFUSED = re.compile(r"\bA?GPL|Affero|SSPL|Commons Clause", re.IGNORECASE)
"""Licences that the program must not come with; the LGPL of Qt is none of them."""


@pytest.fixture(scope="module")
def lock() -> Any:
    """The script beside the lock file."""
    spec = spec_from_file_location("gouji_lock", ROOT / "packaging" / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text() -> str:
    return (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")


def test_the_lock_is_in_step(lock: Any) -> None:
    assert lock.differences(PROJECT, text()) == []


def test_a_lock_that_is_not_in_step_is_seen(lock: Any) -> None:
    assert lock.differences(PROJECT.replace('"lxml>=5.2,<7"', '"lxml>=99"'), text())
    assert lock.differences(PROJECT.replace('"lxml>=5.2,<7"', '"unheard-of>=1"'), text())


def test_a_library_with_a_newer_release_is_behind_but_not_one_that_another_python_has(lock: Any) -> None:
    def told(name: str, latest: str) -> str:
        return f'[{{"name": "{name}", "version": "1", "latest_version": "{latest}"}}]'

    (shiboken, *_, newest) = sorted(
        version for each, version in lock.entries(text()) if each.name == "shiboken6"
    )
    assert shiboken != newest
    assert lock.behind(told("shiboken6", newest), text()) == []
    assert lock.behind(told("shiboken6", "99"), text()) == [f"shiboken6 {shiboken} and {newest}: 99 is there"]
    assert lock.behind(told("Pillow", "99"), text()) != []
    assert lock.behind(told("pytest", "99"), text()) == []


def test_everything_is_pinned_by_hashes_and_nothing_else_is_said(lock: Any) -> None:
    assert len(lock.entries(text())) > 20
    for line in ("lxml\n", "lxml==6.1.3\n", "--index-url x\n", "lxml @ file:///x.whl\n"):
        with pytest.raises(ValueError, match=re.escape(line.strip())):
            lock.entries(text() + line)


def test_nothing_comes_under_a_licence_that_would_bind_the_program(lock: Any) -> None:
    found = {}
    for requirement, _ in lock.entries(text()):
        try:
            told = metadata(requirement.name)
        except PackageNotFoundError:
            continue
        named = [*told.get_all("License-Expression", []), *told.get_all("Classifier", [])]
        found[requirement.name] = [each for each in named if REFUSED.search(each)]
    assert len(found) > 10
    # Qt may be had under the LGPL as well, and is.
    assert {name for name, licences in found.items() if licences and not _may_be_lesser(licences)} == set()


def _may_be_lesser(licences: list[str]) -> bool:
    return any("LGPL" in each or "Lesser" in each for each in licences)
