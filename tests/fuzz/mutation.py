"""Damages files as transfer, editors and strangers do: seeded, so that every case can be had again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from tests.fuzz.alteration import altered_json, altered_xml

Mutation = Callable[[bytes, Sequence[bytes], Random], bytes]
"""Takes the content of a file, that of others, and chance."""

_READ = re.compile(r"document\.xml|sheet[0-9]*\.xml|sharedStrings")
MOST_AT_ONCE = 4
LONGEST_BLOCK = 4096
MISCHIEF = (
    b"\0", b"\0" * 99, b"\xff\xfe", b"\xef\xbb\xbf", b"\x81", b"\xe4\xb8", b"\r", b"9" * 400, b"-1", b"1e999",
    b"&#0;", b"&a;", b"<![CDATA[", b"<!--", b"<!DOCTYPE x [", b"<table>", b"</td>", b"</tr>",
    b" colspan='99999'", b"<w:tbl>", b"<w:p>", b"<row>", b"<c>", b"%PDF-", b"endobj", b"endstream",
    b"stream\n", b"obj", b"<<", b"[", b"trailer", b"xref", b"/Kids [2 0 R]", b"/Length 9999999999",
    b"/Count -1", b"/Filter [/FlateDecode]", b"{", b'"',
)  # fmt: skip
"""What readers have been seen to stumble over, in one place or another."""


def flip(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """Other bits in some bytes."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 20)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def overwrite(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """Any bytes in the place of some."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 20)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """The end is lost."""
    return content[: random.randrange(len(content))]


def drop(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """A piece in the middle is lost."""
    start, end = _block(content, random)
    return content[:start] + content[end:]


def double(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """A piece comes several times."""
    start, end = _block(content, random)
    return content[:end] + content[start:end] * random.randint(1, 50) + content[end:]


def move(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """A piece comes elsewhere."""
    start, end = _block(content, random)
    rest = content[:start] + content[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + content[start:end] + rest[at:]


def splice(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """A piece of another file stands in it."""
    other = random.choice(others)
    start, end = _block(other, random)
    at, until = _block(content, random)
    return content[:at] + other[start:end] + content[random.choice((at, until)) :]


def insert(content: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    """Something stands in it that has a meaning in some format."""
    for _ in range(random.randint(1, 5)):
        at = random.randint(0, len(content))
        content = content[:at] + random.choice(MISCHIEF) + content[at:]
    return content


MUTATIONS: tuple[Mutation, ...] = (flip, overwrite, cut, drop, double, move, splice, insert)


def mutated(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The content after some mutations; mostly in a part of an archive, and XML well formed."""
    if content.startswith(b"PK") and random.random() < 0.9:
        return _mutated_inside(content, others, random)
    if content.startswith((b"<", b"{")) and random.random() < 0.7:
        altered = altered_json(content, random) if content.startswith(b"{") else altered_xml(content, random)
        if altered is not None:
            return altered
    for _ in range(random.randint(1, MOST_AT_ONCE)):
        if content:
            content = random.choice(MUTATIONS)(content, others, random)
    return content


def _mutated_inside(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    parts = unpacked(content)
    weights = [len(part) * (20 if _READ.search(name) else 1) + 100 for name, part in parts.items()]
    name = random.choices(list(parts), weights)[0]
    foreign = [part for other in others for part in unpacked(other).values() if part]
    parts[name] = mutated(parts[name], foreign or [b"x"], random) if parts[name] else b"x"
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for each, part in parts.items():
            archive.writestr(each, part)
    return file.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of an archive; none where it is not one."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return {}


def _block(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(content)) if content else 0
    return start, min(len(content), start + random.randint(1, LONGEST_BLOCK))
