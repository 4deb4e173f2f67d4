"""What a reading process answers, waited for."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue
from typing import Any

PATIENCE = 60.0
"""Seconds that an answer may take."""


def answer(ask: Callable[[Callable[[Any], None]], None]) -> Any:
    """What is answered to what is asked for."""
    answers: Queue[Any] = Queue()
    ask(answers.put)
    return answers.get(timeout=PATIENCE)
