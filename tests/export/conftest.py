"""LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Convert = Callable[..., Path]


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Has LibreOffice open a file and save it in another format, in a folder beside it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def save_as(path: Path, kind: str, read_as: str = "") -> Path:
        target = path.parent / "saved again"
        conversion = ["--convert-to", kind, "--outdir", str(target), str(path)]
        if read_as:
            conversion.insert(0, f"--infilter={read_as}")
        command = [program, f"-env:UserInstallation={profile}", "--headless", *conversion]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (target / path.name).with_suffix(f".{kind.partition(':')[0]}")

    return save_as


@pytest.fixture(scope="session")
def resave(convert: Convert) -> Callable[[Path], Path]:
    """Has LibreOffice open a workbook and save it again, under its name in a folder beside it."""
    return lambda path: convert(path, "xlsx:Calc MS Excel 2007 XML")


@pytest.fixture(scope="session")
def as_pdf(convert: Convert) -> Callable[[Path], Path]:
    """Has LibreOffice print a letter to a PDF."""
    return lambda path: convert(path, "pdf")
