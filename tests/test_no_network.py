"""No network, ever: whatever the program does, the kernel would kill it at the first socket for one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from gouji.resources import resource
from tests.offline import MACHINES

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine not in MACHINES,
    reason="the kernel is asked in its own words",
)
PDF = resource("examples", "bailu_2025.pdf")
PATIENCE = 120
WINDOW = pytest.mark.skipif(find_spec("PySide6") is None, reason="needs the window")


def offline(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    """A Python process without networks."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.offline", sys.executable, *arguments],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    said, complaint = process.communicate(timeout=PATIENCE)
    return process.returncode, said + complaint


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK"])
@pytest.mark.parametrize(
    "within", ["{}", "import subprocess; subprocess.run([sys.executable, '-c', {!r}], check=True)"]
)
def test_the_guard_bites(family: str, within: str) -> None:
    """In the process itself, and in one that it starts."""
    wish = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
    status, said = ended(offline("-c", f"import sys; {within.format(wish)}"))
    assert status == -signal.SIGSYS or f"died with <Signals.SIGSYS: {int(signal.SIGSYS)}>" in said


def test_the_guard_knows_local_sockets() -> None:
    status, said = ended(offline("-c", "import socket; socket.socket(socket.AF_UNIX); print('made')"))
    assert (status, said) == (0, "made\n")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("extract", str(PDF)), 1),
        (("check", str(PDF)), 1),
        (("check", "--second-opinion", str(PDF)), 1),
        (("forms",), 0),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_commands(arguments: tuple[str, ...], status: int) -> None:
    """The example has mistakes, which the status tells."""
    assert ended(offline("-m", "gouji", *arguments))[0] == status


@pytest.mark.parametrize("ending", ["xlsx", "docx", "json"])
def test_exports(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{ending}"
    assert ended(offline("-m", "gouji", "export", str(PDF), "-o", str(target)))[0] == 1
    assert target.stat().st_size > 1000


@WINDOW
def test_the_window_opens_a_pdf_and_prints(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from gouji.ui.app import grab;"
        "sys.exit(not grab([Path(sys.argv[1])], Path(sys.argv[2])))"
    )
    status, said = ended(
        offline("-c", script, str(PDF), str(tmp_path / "window.png"), GOUJI_DATA=str(tmp_path))
    )
    assert status == 0, said
    assert (tmp_path / "window.png").stat().st_size > 50_000, (
        "tables and a page are more than an empty window"
    )


@WINDOW
def test_a_second_start_hands_its_file_to_the_first(tmp_path: Path) -> None:
    """By a socket that leads to no other machine."""
    arguments = ("-m", "gouji", "--data", str(tmp_path), str(PDF))
    first = offline(*arguments)
    try:
        _wait_for(tmp_path / "window.lock", first)
        status, said = ended(offline(*arguments))
        assert status == 0, said
        assert first.poll() is None, "the first would have been killed"
    finally:
        first.terminate()
        first.communicate(timeout=PATIENCE)


def _wait_for(lock: Path, process: subprocess.Popen[str]) -> None:
    for _ in range(100 * PATIENCE):
        if lock.exists() or process.poll() is not None:
            return
        try:
            process.wait(0.01)
        except subprocess.TimeoutExpired:
            continue
