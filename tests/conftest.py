"""What holds for all tests, with Qt and without."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

collect_ignore = [] if find_spec("PySide6") else ["ui"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-qt somebody else must know its options in pyproject.toml."""
    if not find_spec("pytestqt"):
        for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(option, "for pytest-qt")
