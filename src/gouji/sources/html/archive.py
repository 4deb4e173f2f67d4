"""MHTML: a page in an envelope of mail, together with its pictures."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from pathlib import Path

from gouji.errors import DamagedFileError

KIND = "MHTML"
MOST_PARTS = 2000
_HEAD = 2048
"""Bytes in which the envelope has to show."""


def is_archive(content: bytes) -> bool:
    """Whether the bytes begin as mail does."""
    head = content[:_HEAD].lstrip().lower()
    return b"mime-version:" in head and not head.startswith(b"<") and b"content-type:" in head


def page_in(path: Path, content: bytes) -> tuple[bytes, str | None]:
    """The page and the encoding its envelope names; `DamagedFileError` when there is none."""
    if content.count(b"\n--") > MOST_PARTS:
        raise DamagedFileError(path, kind=KIND)
    for part in message_from_bytes(content).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page, _encoding(part)
    raise DamagedFileError(path, kind=KIND)


def _encoding(part: Message) -> str | None:
    named = part.get_param("charset")
    return named if isinstance(named, str) else None
