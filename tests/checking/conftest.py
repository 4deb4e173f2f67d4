"""Gives each test of this folder the drawing in its docstring."""

from __future__ import annotations

import pytest

from tests.checking.drawing import Drawing, draw


@pytest.fixture
def drawing(request: pytest.FixtureRequest) -> Drawing:
    """The document drawn in the docstring of the test."""
    return draw(request.function.__doc__)
