"""What a file is, told from its content: names lie, and offices send many formats."""

from __future__ import annotations

from typing import NamedTuple

from gouji.sources.file import SourceFile

_HEAD = 4096
_LONG_HEAD = 1024 * 1024
"""Bytes at the beginning of an older office document in which the names of its streams are looked for."""
_TAIL = 128 * 1024
"""Bytes at the end of a ZIP archive in which the names of its files stand."""


class Kind(NamedTuple):
    """A format."""

    name: str
    """As people call it."""
    suffix: str | None = None
    """The ending of the files that are read like this one; None where there is no reader."""
    advice: str = "convert"
    """The sentence that says what to do, by its name in the translations under ``advice``."""


_SIGNATURES = (
    (b"%PDF-", Kind("PDF", ".pdf")),
    (b"{\\rtf", Kind("RTF")),
    (b"\x89PNG", Kind("PNG", advice="picture")),
    (b"\xff\xd8\xff", Kind("JPEG", advice="picture")),
    (b"GIF8", Kind("GIF", advice="picture")),
    (b"BM", Kind("BMP", advice="picture")),
    (b"II*\0", Kind("TIFF", advice="picture")),
    (b"MM\0*", Kind("TIFF", advice="picture")),
    (b"Rar!", Kind("RAR", advice="unpack")),
    (b"7z\xbc\xaf", Kind("7Z", advice="unpack")),
    (b"\x1f\x8b", Kind("GZ", advice="unpack")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", Kind("DOCX / XLSX", advice="unlock")),
    ("WordDocument", Kind("DOC")),
    ("Workbook", Kind("XLS")),
    ("Book", Kind("XLS")),
    ("PowerPoint Document", Kind("PPT")),
)
"""Names of the streams in a file of older office programs, and what has them."""
_MEMBERS = (
    (b"word/document.xml", Kind("DOCX", ".docx")),
    (b"xl/workbook.xml", Kind("XLSX", ".xlsx")),
    (b"ppt/presentation.xml", Kind("PPTX")),
    (b"OFD.xml", Kind("OFD", advice="print")),
    (b"opendocument.text", Kind("ODT")),
    (b"opendocument.spreadsheet", Kind("ODS")),
)
"""Names of files in a ZIP archive, and what has them."""


def kind_of(file: SourceFile) -> Kind | None:
    """The format of a file; None where nothing tells, as in a text."""
    head = file.content(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        names = head + file.content(_TAIL, max(0, file.size - _TAIL))
        return next((kind for name, kind in _MEMBERS if name in names), Kind("ZIP", advice="unpack"))
    if head.startswith(_OLE):
        content = file.content(_LONG_HEAD)
        found = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in content)
        return next(found, Kind("DOC / WPS"))
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return _markup(head.lstrip(b"\xef\xbb\xbf \t\r\n").lower())


def _markup(head: bytes) -> Kind | None:
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")) and b"<html" in head:
        return Kind("HTML", ".html")
    if b"mime-version:" in head and b"content-type:" in head and not head.startswith(b"<"):
        return Kind("MHTML", ".mht")
    return None
