"""Prints what Gouji and its tests need besides Qt, one requirement a line, as pyproject.toml has it."""

from __future__ import annotations

import tomllib
from pathlib import Path

QT = ("PySide6", "pytest-qt")


def main() -> None:
    """Print the run-time and test requirements that are not Qt's."""
    text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    for requirement in project["dependencies"] + project["optional-dependencies"]["test"]:
        if not requirement.startswith(QT):
            print(requirement)


if __name__ == "__main__":
    main()
