"""A TOML file read strictly: what is not known is refused, with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from gouji.errors import DeclarationError
from gouji.library.passage import Passage
from gouji.wording import LANGUAGES

Choice = TypeVar("Choice", bound=StrEnum)
Kind = TypeVar("Kind")


class Entry:
    """One table of a TOML file; every key must be taken before `close`, and none twice.

    All methods raise `DeclarationError` naming the line when the file does not say what it must.
    """

    def __init__(self, values: Mapping[str, Any], passage: Passage) -> None:
        self._values = dict(values)
        self._passage = passage

    @classmethod
    def read(cls, path: Path) -> Entry:
        """The whole file as an entry."""
        text = path.read_text(encoding="utf-8")
        try:
            return cls(tomllib.loads(text), Passage(path, text))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else len(text.splitlines())
            raise DeclarationError(path, line=line, problem=str(error)) from error

    def text(self, key: str, default: str | None = None) -> str:
        return self._take(key, str, default)

    def flag(self, key: str) -> bool:
        return self._take(key, bool, default=False)

    def texts(self, key: str, default: list[str] | None = None) -> tuple[str, ...]:
        return self._take_list(key, str, default)

    def number(self, key: str) -> int:
        return self._take(key, int)

    def numbers(self, key: str) -> tuple[int, ...]:
        return self._take_list(key, int)

    def new_id(self, taken: set[str]) -> str:
        """The entry's ``id``, which must not be taken yet; it is from now on."""
        name = self.text("id")
        if name in taken:
            self.refuse(f"id {name!r} is declared twice", "id")
        taken.add(name)
        return name

    def wordings(self, key: str) -> dict[str, str]:
        """A sentence in every language: ``key.zh = "…"``, ``key.en = "…"``."""
        found = self.table(key)
        for language in sorted(found.keys - set(LANGUAGES)):
            found.refuse(f"{key} in unknown language {language!r}", language)
        return {language: found.text(language) for language in LANGUAGES}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of lists of strings."""
        found = self.table(key)
        return {name: found.texts(name) for name in list(found.keys)}

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        text = self.text(key, default)
        if text not in list(choices):
            self.refuse(f"{key} {text!r} is none of {', '.join(choices)}", key)
        return choices(text)

    @property
    def keys(self) -> AbstractSet[str]:
        """What is there and not taken yet."""
        return self._values.keys()

    def table(self, key: str) -> Entry:
        return Entry(self._take(key, dict), self._passage.table(key))

    def entries(self, key: str) -> list[Entry]:
        """A list of tables."""
        found = self._take_list(key, dict)
        return [Entry(values, self._passage.entry(key, index)) for index, values in enumerate(found)]

    def close(self) -> None:
        """Refuse what was not taken."""
        for key in self._values:
            self.refuse(f"unknown key {key!r}", key)

    def refuse(self, problem: str, key: str = "", value: object = None) -> NoReturn:
        """Raise `DeclarationError` on the line of the key, of the value under it, or else of the entry."""
        line = self._passage.line(key, value)
        raise DeclarationError(self._passage.path, line=line, problem=problem)

    def _take(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        if key not in self._values:
            if self._values:
                self._refuse_misspelt(key)
            if default is None:
                self.refuse(f"{key} is missing")
            return default
        value: Kind = self._values.pop(key)
        # `isinstance` would take true for a number.
        if type(value) is not kind:
            self.refuse(f"{key} must be {kind.__name__}, not {value!r}", key)
        return value

    def _take_list(self, key: str, kind: type[Kind], default: list[Kind] | None = None) -> tuple[Kind, ...]:
        items: list[Kind] = self._take(key, list, default)
        for item in items:
            if type(item) is not kind:
                self.refuse(f"{key} must hold {kind.__name__}, not {item!r}", key, item)
        return tuple(items)

    def _refuse_misspelt(self, key: str) -> None:
        """A default must not hide a slip of the pen."""
        for misspelt in get_close_matches(key, self._values, n=1, cutoff=0.8):
            self.refuse(f"unknown key {misspelt!r}, meant is {key!r}", misspelt)
