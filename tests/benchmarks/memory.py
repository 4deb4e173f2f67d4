"""How much memory reading takes: ``python -m tests.benchmarks.memory [FILE ...]``.

The targets: at most 60 MB above the bare process for a report of ten pages, and no growth over 1,000 files.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from gouji.loader import load
from gouji.resources import resource

PAGES = 10
TIMES = 1_000
SETTLED = 50
"""After so many files everything that is kept for good is there."""


def megabytes() -> float:
    """Memory that this process holds now."""
    held = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "VmRSS" in line)
    return int(held.split()[1]) / 1024


def peak() -> float:
    """The most memory that this process ever held."""
    most = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "VmHWM" in line)
    return int(most.split()[1]) / 1024


def ten_pages(folder: Path) -> Path:
    """The example, its pages repeated."""
    import pypdfium2 as pdfium  # noqa: PLC0415 -- no part of the bare process

    example = pdfium.PdfDocument(next(resource("examples").glob("*.pdf")))
    long = pdfium.PdfDocument.new()
    while len(long) < PAGES:
        long.import_pages(example)
    long.save(folder / "long.pdf")
    return folder / "long.pdf"


def measure(path: Path) -> None:
    """Print what one reading of a file takes above the bare process, and what a thousand leave behind."""
    bare = megabytes()
    load(path)
    print(f"{path.name:32} peak {peak() - bare:5.1f} MB above the bare process", end="   ")  # noqa: T201
    for _ in range(SETTLED):
        load(path)
    settled = megabytes()
    for _ in range(TIMES - SETTLED):
        load(path)
    print(f"{megabytes() - settled:+.1f} MB after {TIMES} files")  # noqa: T201


def main(paths: list[Path]) -> None:
    """Measure every file in a process of its own."""
    with TemporaryDirectory() as folder:
        for path in paths or [ten_pages(Path(folder)), *sorted(resource("examples").glob("*.txt"))]:
            subprocess.run([sys.executable, "-m", __spec__.name, "--one", str(path)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(Path(sys.argv[2]))
    else:
        main([Path(argument) for argument in sys.argv[1:]])
