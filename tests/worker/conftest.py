"""A reading process of a test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gouji.worker import ReadingProcess


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()
