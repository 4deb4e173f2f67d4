"""LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def resave(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Has LibreOffice open a workbook and save it again, under its name in a folder beside it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def save_again(path: Path) -> Path:
        target = path.parent / "saved again"
        conversion = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target), str(path)]
        command = [program, f"-env:UserInstallation={profile}", "--headless", *conversion]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return target / path.name

    return save_again
