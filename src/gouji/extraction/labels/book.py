"""The forms as looked up by printed labels: which row, which column head, which group a label names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, chain

from gouji.extraction.labels.label import Label, fold, likeness
from gouji.library import forms
from gouji.model.form import Address, Block, Column, Head, Row, Table

SHORTEST_ROW_LABEL = 6
BRACKET_PENALTY = 0.3
"""A label numbered （六） is less like one numbered 6. than their words are."""


@dataclass(frozen=True)
class Book:
    """One table, looked up by labels. Rows are meant by their index in the whole table."""

    table: Table

    @cached_property
    def rows(self) -> tuple[tuple[Block, Row], ...]:
        return tuple((block, row) for block in self.table.blocks for row in block.rows)

    @cached_property
    def addresses(self) -> tuple[tuple[Address, ...], ...]:
        """The cells of every row."""
        return tuple(
            tuple(Address(self.table.id, row.id, column.id) for column in block.columns)
            for block, row in self.rows
        )

    @cached_property
    def across(self) -> bool:
        return any(block.across for block in self.table.blocks)

    @cached_property
    def column_words(self) -> frozenset[str]:
        """The words of every column head."""
        return frozenset(
            words for block in self.table.blocks for column in block.columns for words in wordings(column)
        )

    @cached_property
    def column_beginnings(self) -> frozenset[str]:
        """What the words of any column head begin with, whole ones included."""
        return frozenset(chain.from_iterable(map(accumulate, self.column_words)))

    @cached_property
    def row_words(self) -> frozenset[str]:
        """The words of every row label that is long enough to be told from ordinary prose."""
        words = {words for _, row in self.rows for words in wordings(row)}
        return frozenset(label for label in words if len(label) >= SHORTEST_ROW_LABEL)

    @cached_property
    def group_words(self) -> frozenset[str]:
        """The words of every group that rows stand under."""
        return frozenset(fold(group).words for _, row in self.rows for group in row.groups)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of everything that is printed in the table beside figures."""
        blocks = self.table.blocks
        texts = [text for block in blocks for text in (block.heading, block.corner) if text]
        texts += [group for block in blocks for column in block.columns for group in column.groups]
        rows = {words for _, row in self.rows for words in wordings(row)}
        return self.column_words | self.group_words | rows | {fold(text).words for text in texts}

    def find(self, label: Label) -> int | None:
        """The row whose label this is, word for word, and whose number it does not contradict."""
        numbers = self._by_words.get(label.words, {})
        if label.number in numbers:
            return numbers[label.number]
        if label.number == "" and len(numbers) == 1 and label.words not in self.column_words:
            return next(iter(numbers.values()))
        return None

    def likeness(self, label: Label, row: int) -> float:
        """How alike a printed label and the label of a row are, 0 to 1."""
        return max(
            likeness(label.words, known.words)
            - BRACKET_PENALTY * (bool(label.number) and ("(" in label.number) != ("(" in known.number))
            for known in self._labels[row]
        )

    def contradicts(self, label: Label, row: int) -> bool:
        """Whether the label names a group that the row does not stand under."""
        if label.words not in self.group_words:
            return False
        return label.words not in {fold(group).words for group in self.rows[row][1].groups}

    @cached_property
    def _labels(self) -> tuple[tuple[Label, ...], ...]:
        return tuple(tuple(fold(text) for text in (row.label, *row.variants)) for _, row in self.rows)

    @cached_property
    def _by_words(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for index, labels in enumerate(self._labels):
            for label in labels:
                found.setdefault(label.words, {})[label.number] = index
        return found


def wordings(head: Head) -> Iterator[str]:
    """The words of a label and of its variants."""
    return (fold(text).words for text in (head.label, *head.variants))


def head_words(column: Column) -> frozenset[str]:
    """The words that a column's head may be printed with."""
    return frozenset(wordings(column))


@cache
def books() -> tuple[Book, ...]:
    """A book for every different table of the forms that ship; forms share most of their tables."""
    tables: list[Table] = []
    for form in forms():
        tables += [table for table in form.tables if table not in tables]
    return tuple(Book(table) for table in tables)


@cache
def shelf() -> dict[str, tuple[Book, ...]]:
    """The books of every form, by the form's id, in the order of its tables."""
    return {
        form.id: tuple(next(book for book in books() if book.table == table) for table in form.tables)
        for form in forms()
    }


@cache
def own_words(form_id: str) -> frozenset[str]:
    """The words of the labels of a form that not every form has."""
    known = {form: frozenset().union(*(book.known for book in found)) for form, found in shelf().items()}
    return known[form_id].difference(frozenset.intersection(*known.values()))


@cache
def telling_words(form_id: str) -> frozenset[str]:
    """Those of them that are no part of a label of other forms: they tell the form wherever they stand."""
    own = own_words(form_id)
    others = [words for form in shelf() for words in own_words(form) if words not in own]
    return frozenset(words for words in own if not any(words in other for other in others))


@cache
def own_rows(form_id: str) -> frozenset[Label]:
    """The numbered labels of the rows of a form that stand in no other, neither for a row nor for a group."""
    others = [book for form, found in shelf().items() if form != form_id for book in found]
    heads = [
        text for book in others for _, row in book.rows for text in (row.label, *row.variants, *row.groups)
    ]
    rows = [
        fold(text) for book in shelf()[form_id] for _, row in book.rows for text in (row.label, *row.variants)
    ]
    return frozenset(label for label in rows if label.number).difference(map(fold, heads))


@cache
def title_words() -> dict[str, str]:
    """The words of every section title and its variants, and the number of the section."""
    return {
        fold(title).words: section.number
        for form in forms()
        for section in form.sections
        for title in (section.title, *section.variants)
    }


@cache
def known_words() -> frozenset[str]:
    """The words of every statutory label and title."""
    return frozenset().union(title_words(), *(book.known for book in books()))


@cache
def _all_known_words() -> str:
    return "\n".join(known_words())


def is_part_of_known(words: str) -> bool:
    """Whether folded words are a part of a statutory label or title."""
    return words in _all_known_words()


@cache
def _innermost_words() -> frozenset[str]:
    upright = [book for book in books() if not book.across]
    rows = {words for book in upright for _, row in book.rows for words in wordings(row)}
    return frozenset(rows).difference(*(book.group_words | book.column_words for book in books()))


def ends_labels(text: str) -> bool:
    """Whether a printed text is the label of a row and nothing else, so that only cells can follow it."""
    return fold(text).words in _innermost_words()


def is_known(text: str) -> bool:
    """Whether a printed text is a statutory label or title, word for word."""
    return fold(text).words in known_words()
