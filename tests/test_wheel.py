"""The wheel carries everything that is declared rather than programmed, and finds it again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.build import build_wheel

from gouji.library import all_rules, forms
from gouji.resources import folder

ROOT = Path(__file__).parents[1]
COUNT = (
    "import gouji, gouji.library as l; print(gouji.__file__, len(l.forms()), len(l.all_rules()), sep='\\n')"
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of a wheel built from this checkout."""
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("unpacked")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        name = build_wheel(str(built))
    with ZipFile(built / name) as wheel:
        wheel.extractall(target)
    return target


def test_every_resource_travels_unchanged(unpacked: Path) -> None:
    shipped = [path for path in folder().rglob("*") if path.is_file()]
    assert shipped
    for path in shipped:
        copy = unpacked / "gouji" / "resources" / path.relative_to(folder())
        assert copy.read_bytes() == path.read_bytes(), path


def test_nothing_but_the_package_travels(unpacked: Path) -> None:
    assert sorted(path.name.split("-")[0] for path in unpacked.iterdir()) == ["gouji", "gouji"]
    assert not list(unpacked.rglob("__pycache__"))


def test_an_unpacked_wheel_finds_its_own_forms_and_rules(unpacked: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-c", COUNT]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    file, *counts = done.stdout.splitlines()
    assert Path(file).is_relative_to(unpacked)
    assert counts == [str(len(forms())), str(len(all_rules()))]
