"""Loads the traditional forms of characters in the statutory wording: ``resources/traditional.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gouji.library.declaration import Entry
from gouji.resources import resource


def simplified(text: str) -> str:
    """The text, as long as before, with the characters of the statutory wording as the forms print them."""
    return text if text.isascii() else text.translate(_characters())


@cache
def _characters() -> Mapping[int, str]:
    """Simplified characters by traditional ones; `DeclarationError` when they are not well declared."""
    entry = Entry.read(resource("traditional.toml"))
    declared = entry.table("characters")
    entry.close()
    plain = sorted(declared.keys)
    found: dict[int, str] = {}
    for character in plain:
        for form in declared.text(character):
            if len(character) != 1 or form in plain or ord(form) in found:
                declared.refuse(f"{character!r} cannot stand for {form!r}", character)
            found[ord(form)] = character
    return found
