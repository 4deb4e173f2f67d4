"""Ways to break one line of a declared file, for the property that the refusal names that line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from gouji.errors import DeclarationError


def wrongly_refused(good: Path, bad: Path, read: Callable[[Path], object]) -> list[str]:
    """Every way to break one line of `good`, written to `bad`, that is not refused with that line."""
    return [
        f"line {line}, {how}: {told}"
        for line, how, text in _broken(good.read_text(encoding="utf-8"))
        if (told := _refusal(bad, text, read)) != (bad, line)
    ]


def _refusal(path: Path, text: str, read: Callable[[Path], object]) -> tuple[Path, object] | None:
    path.write_text(text, encoding="utf-8")
    try:
        read(path)
    except DeclarationError as error:
        return error.path, error.details["line"]
    return None


def _broken(text: str) -> Iterator[tuple[int, str, str]]:
    """(line number, how it is broken, the file with that line broken)."""
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            for how, broken in _ways(line):
                yield number, how, "\n".join([*lines[: number - 1], broken, *lines[number:], ""])


def _ways(line: str) -> Iterator[tuple[str, str]]:
    yield "syntax", f"= {line}"
    for how, pattern, broken in (
        ("key misspelt", r"(^|[{,] *)(\w+)(?= *=)", r"\1\2x"),
        ("language misspelt", r"^(\w+)\.(\w+)", r"\1.\2x"),
        ("text as a number", r'= "[^"]*"', "= 7"),
        ("number as a text", r"\[\d+", '["1"'),
        ("item of a list as a number", r'\["[^"]*"', "[7"),
        ("plain number as a text", r"= [0-9]+", '= "1"'),
        ("flag as a text", r"= true", '= "true"'),
    ):
        if re.search(pattern, line):
            yield how, re.sub(pattern, broken, line, count=1)
