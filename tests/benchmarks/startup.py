"""How long whole processes take, as ratios measured in one run: ``python -m tests.benchmarks.startup``.

The targets: 100 ms for ``--version`` and 150 ms for ``extract`` of a text.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

from gouji.resources import resource

ROUNDS = 9


def milliseconds(*arguments: str) -> float:
    """The median time of Python with the arguments, after one run to warm up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append(perf_counter() - start)
    return median(times[1:]) * 1000


def main() -> None:
    """Print a line a command."""
    example = next(resource("examples").glob("*.txt"))
    bare = milliseconds("-c", "pass")
    for arguments in (("--version",), ("extract", str(example)), ("check", str(example))):
        ours = milliseconds("-m", "gouji", *arguments)
        print(f"gouji {arguments[0]:10} {ours:6.1f} ms   bare Python × {ours / bare:.1f}")  # noqa: T201 -- what a benchmark is for


if __name__ == "__main__":
    main()
