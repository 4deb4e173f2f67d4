"""The queue: each file once, in the order in which they came, and which of them is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gouji.queue.entry import Entry, Progress, State

REVIEW_ENDING = ".json"


class Queue:
    """Entries by their place and by their path."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self._rows: dict[Path, int] = {}
        self.add(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __contains__(self, path: object) -> bool:
        return path in self._rows

    def __getitem__(self, row: int) -> Entry:
        return self._entries[row]

    def entry(self, path: Path | None) -> Entry | None:
        """The entry of a file, if it is in the queue."""
        row = None if path is None else self._rows.get(path)
        return None if row is None else self._entries[row]

    def match(self, path: Path | None) -> Entry | None:
        """The entry of a file, or of the source or review file beside it."""
        if path is None or path in self._rows:
            return self.entry(path)
        twins = (each for each in self._entries if _twin(each.path) == _twin(path))
        return next((each for each in twins if _is_twin(path, each.path)), None)

    def row(self, path: Path) -> int:
        """Where a file stands; `KeyError` where it is not in the queue."""
        return self._rows[path]

    def new(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of the entries that adding them would make part of the queue."""
        known, twins = set(self._rows), {_twin(each.path): each.path for each in self._entries}
        found = []
        for each in entries:
            if each.path not in known and not _is_twin(each.path, twins.get(_twin(each.path))):
                known.add(each.path)
                twins[_twin(each.path)] = each.path
                found.append(each)
        return found

    def add(self, entries: Iterable[Entry]) -> list[Entry]:
        """Put entries at the end; the new ones among them.

        A review file and its source are one report: the one that is there stays.
        """
        found = self.new(entries)
        for each in found:
            self._rows[each.path] = len(self._entries)
            self._entries.append(each)
        return found

    def put(self, entry: Entry) -> int:
        """Put an entry in the place of that of the same file; its row."""
        row = self._rows[entry.path]
        self._entries[row] = entry
        return row

    def remove(self, paths: Iterable[Path]) -> None:
        """Take files out of the queue."""
        gone = set(paths)
        self._entries = [each for each in self._entries if each.path not in gone]
        self._rows = {each.path: row for row, each in enumerate(self._entries)}

    def to_read(self) -> Entry | None:
        """The first that waits to be read."""
        return next((each for each in self._entries if each.progress is Progress.WAITING), None)

    def states(self) -> Counter[State]:
        """How many reports stand how."""
        return Counter(each.state for each in self._entries)

    def settled(self) -> int:
        """How many are not waiting to be read, nor being read."""
        return sum(each.is_settled for each in self._entries)

    def next_after(self, current: Path | None, order: Sequence[Path]) -> Path | None:
        """The next to review: the first below the current one in the order, then from the top.

        None where all others of the order are reviewed, or cannot be read.
        """
        start = order.index(current) + 1 if current is not None and current in order else 0
        around = [*order[start:], *order[:start]]
        candidates = (self.entry(path) for path in around if path != current)
        return next((each.path for each in candidates if each is not None and each.is_next), None)


def _twin(path: Path) -> Path:
    return path.with_suffix("")


def _is_twin(path: Path, other: Path | None) -> bool:
    """Whether of two files that differ in their ending one is a review file."""
    return other is not None and REVIEW_ENDING in (path.suffix.lower(), other.suffix.lower())
