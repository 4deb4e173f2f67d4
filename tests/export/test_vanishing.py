"""A disk that is full in earnest, one that is read-only, and a folder that vanishes while a file is written.

Each is a small file system of its own, in a name space that ends with the test.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import ctypes, os, subprocess, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from gouji.errors import CannotWriteError
from gouji.export.target import Made, replace_file

folder = Path(sys.argv[2])
mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
if subprocess.run(mount, stderr=subprocess.DEVNULL).returncode:
    sys.exit(77)
target = folder / "out.json"
target.write_bytes(b"old")
content = b"new" * 10
{trouble}
try:
    replace_file(target, Made(content, lambda _: True), "en")
except CannotWriteError as error:
    print(error.details["cause"])
print(sorted(os.listdir(folder)), target.read_bytes() if target.exists() else None)
"""
FULL = "content = b'x' * 1024 * 1024"
READ_ONLY = "subprocess.run(['mount', '-o', 'remount,ro', str(folder)], check=True)"
VANISHING = """
fsync = os.fsync
def vanish(handle):
    fsync(handle)
    ctypes.CDLL(None).umount2(str(folder).encode(), 2)
os.fsync = vanish
"""
IN_USE = "subprocess.run(['mount', '--bind', str(target), str(target)], check=True)"
"""What something is mounted on cannot be replaced, as a file that is open cannot elsewhere."""


def tried(trouble: str, folder: Path) -> list[str]:
    """What a program says that writes over a file in spite of the trouble."""
    if not shutil.which("unshare"):
        pytest.skip("there is no unshare here to make a file system with")
    source = str(Path(__file__).parents[2] / "src")
    program = PROGRAM.replace("{trouble}", trouble)
    command = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        sys.executable,
        "-c",
        program,
        source,
        str(folder),
    ]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if run.returncode == 77 or "unshare" in run.stderr:
        pytest.skip("this system lets nobody but root make a file system")
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_without_trouble_the_file_is_written(tmp_path: Path) -> None:
    assert tried("", tmp_path) == [f"['out.json'] {b'new' * 10!r}"]


def test_a_full_disk_keeps_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    assert tried(FULL, tmp_path) == ["the disk is full", "['out.json'] b'old'"]


def test_a_read_only_disk_keeps_the_old_file(tmp_path: Path) -> None:
    assert tried(READ_ONLY, tmp_path) == ["the file or the disk is read-only", "['out.json'] b'old'"]


def test_a_file_that_is_in_use_stays(tmp_path: Path) -> None:
    assert tried(IN_USE, tmp_path) == ["another program is using it", "['out.json'] b'old'"]


def test_a_folder_that_vanishes_is_trouble_and_no_success(tmp_path: Path) -> None:
    cause, left = tried(VANISHING, tmp_path)
    assert cause in ("there is no such folder", "its disk or network folder is gone")
    assert left == "[] None"
