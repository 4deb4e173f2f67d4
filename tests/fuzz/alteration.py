"""Alters documents so that they stay well formed: what a parser lets through, a reader has to bear."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

MOST_AT_ONCE = 4
ODD_TEXTS = (
    "",
    "0",
    "-1",
    "9" * 400,
    "1e999",
    "NaN",
    "ZZ99999999",
    "../../x",
    "x" * 5000,
    "\ufffd1",
    "１２",
    "true",
)
ODD_VALUES: tuple[Any, ...] = (None, True, -1, 0.5, 10**400, "", "x", "NaN", [], {}, [[]], {"x": {}})


def altered_xml(content: bytes, random: Random) -> bytes | None:
    """The document with some elements gone, doubled, moved, or odd; None where it is no XML."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return None
    for _ in range(random.randint(1, MOST_AT_ONCE)):
        inner = [element for element in root.iter("*") if element.getparent() is not None]
        if inner:
            _alter(random.choice(inner), inner, random)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _alter(element: Any, others: list[Any], random: Random) -> None:
    parent = element.getparent()
    match random.randrange(5):
        case 0:
            parent.remove(element)
        case 1:
            for _ in range(random.randint(1, 30)):
                parent.insert(parent.index(element), deepcopy(element))
        case 2:
            # A copy: an element cannot stand in itself.
            random.choice(others).append(deepcopy(element))
        case 3 if element.attrib:
            element.set(random.choice(list(element.attrib)), random.choice(ODD_TEXTS))
        case _:
            element.text = random.choice(ODD_TEXTS)


def altered_json(content: bytes, random: Random) -> bytes | None:
    """The values with some gone or odd; None where it is no JSON."""
    try:
        values = json.loads(content)
    except ValueError:
        return None
    for _ in range(random.randint(1, MOST_AT_ONCE)):
        holder = values
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = random.choice(keys)
            if not isinstance(holder[key], dict | list) or random.random() < 0.2:
                if random.random() < 0.3:
                    del holder[key]
                else:
                    holder[key] = random.choice(ODD_VALUES)
                break
            holder = holder[key]
    return json.dumps(values, ensure_ascii=False).encode()
