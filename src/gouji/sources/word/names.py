"""The names of WordprocessingML, whichever edition of the standard a document follows."""

from __future__ import annotations

from lxml import etree

OFF = ("0", "false", "off", "none")


def tag(element: etree._Element) -> str:
    """The name of an element without its namespace; two editions have two of them."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, if there is one."""
    return None if element is None else element.find(f"{{*}}{name}")


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of an element, whatever its namespace."""
    if element is None:
        return None
    found = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return next(found, None)


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a property that needs no value is set."""
    found = child(properties, name)
    return found is not None and (value(found) or "").lower() not in OFF


def number(element: etree._Element | None, most: int, name: str = "val") -> int:
    """A whole number that an attribute gives, 1 to `most`; 1 where it gives none."""
    text = value(element, name) or ""
    # More digits than this are absurd, and Python refuses thousands of them.
    return max(1, min(int(text[:9]), most)) if text.isascii() and text.isdigit() else 1
