"""What holds for all tests, with Qt and without."""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest

from gouji.library.settings import FOLDER_VARIABLE
from gouji.store.folder import VARIABLE

collect_ignore = [] if find_spec("PySide6") else ["ui"]


# Nobody's own settings, and nobody's own desk, have a part in the tests.
os.environ[FOLDER_VARIABLE] = os.environ[VARIABLE] = os.devnull


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option of ours; and without pytest-qt somebody else must know its options in pyproject.toml."""
    parser.addoption("--renew-pictures", action="store_true", help="take the pictures of tests/ui anew")
    if not find_spec("pytestqt"):
        for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(option, "for pytest-qt")
