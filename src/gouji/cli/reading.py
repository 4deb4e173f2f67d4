"""Files read for a command: in a process of their own, as for the desk, so that none ends the command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self, TypeVar

import click

from gouji.errors import GoujiError, NoTextError, PicturedPagesError
from gouji.model.loaded import Loaded
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.wording import say
from gouji.worker import ReadingProcess

Found = TypeVar("Found", Loaded, Report)
Answers = SimpleQueue[Found | GoujiError]


class Reading:
    """Reads one file after the other; use it in a ``with``."""

    def __init__(
        self,
        process: ReadingProcess,
        language: str,
        encoding: str | None = None,
        second_opinion: bool = False,  # noqa: FBT001, FBT002 -- as the options come
    ) -> None:
        """Texts are read in the encoding, if one is given; PDFs twice, if a second opinion is asked for."""
        self._language = language
        self._encoding = encoding
        self._second_opinion = second_opinion
        self._process = process
        self._begun: dict[Path, Answers[Loaded]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._process.stop()

    def begin(self, path: Path) -> None:
        """Have a file read until it is asked for."""
        answers: Answers[Loaded] = SimpleQueue()
        self._process.load(path, None, answers.put, self._encoding)
        self._begun[path] = answers

    def load(self, path: Path) -> Loaded:
        """Read a file, also a scan; raises the `GoujiError` that names the trouble with it."""
        try:
            if path not in self._begun:
                self.begin(path)
            loaded = _next(self._begun.pop(path))
        except NoTextError:
            return self._recognised(path)
        if loaded.unread:
            try:
                return self._recognised(path)
            except NoTextError:
                trouble = PicturedPagesError(path, pages=", ".join(map(str, loaded.unread)))
                click.echo(trouble.sentence(self._language), err=True)
        if self._second_opinion and loaded.view is not None and loaded.can_be_read_again:
            return replace(loaded, review=self._heard(loaded.review, loaded.view.path))
        return loaded

    def _recognised(self, path: Path) -> Loaded:
        return _answer(lambda answer: self._process.recognise(path, None, _show_progress, answer))

    def _heard(self, review: Review, path: Path) -> Review:
        """The review with the cells doubted that a second reading speaks against, if there is one."""
        from gouji.checking.explain import name  # noqa: PLC0415 -- a second opinion is seldom asked for
        from gouji.checking.second_opinion import compare  # noqa: PLC0415 -- as above
        from gouji.library import rules_in_force  # noqa: PLC0415 -- as above

        report = review.document.report
        try:
            second: Report = _answer(partial(self._process.read_again, path, None))
        except GoujiError:
            click.echo(say("cli.no_second_opinion", self._language, file=path.name), err=True)
            return review
        doubted = compare(report, second, rules_in_force(report.form.id)).doubted
        if doubted:
            cells = [name(address, report.form, self._language) for address in doubted]
            told = say("cli.differing", self._language, file=path.name, cells=", ".join(cells))
            click.echo(told, err=True)
        return review.with_cells(doubted)


def _answer(ask: Callable[[Callable[[Found | GoujiError], None]], None]) -> Found:
    answers: Answers[Found] = SimpleQueue()
    ask(answers.put)
    return _next(answers)


def _next(answers: Answers[Found]) -> Found:
    found = answers.get()
    if isinstance(found, GoujiError):
        raise found
    return found


def _show_progress(done: int, pages: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} / {pages}", err=True, nl=done == pages)
