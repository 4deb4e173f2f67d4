"""The parts of office documents, which are ZIP archives of XML, taken out with care."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from gouji.errors import DamagedFileError, FileTooLargeError
from gouji.sources.allowance import Allowance
from gouji.sources.file import SourceFile
from gouji.sources.limits import LARGEST_ARCHIVE, LARGEST_PART, LARGEST_UNPACKED

LARGEST_DIRECTORY = 2 * 1024 * 1024
"""Bytes that the names of the parts may take."""

BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What the standard library raises over archives that are cut short, altered, encrypted or exotic."""

_DIRECTORY_END = b"PK\x05\x06"
_LONGEST_END = 66_000
_SIZE_OFFSET = 12
"""Where, from the beginning of the end record, the size of the directory stands, in four bytes."""


class Zipped:
    """An office document, opened from its bytes.

    `DamagedFileError` and `FileTooLargeError` come from everything here that reads.
    """

    def __init__(self, path: Path, content: bytes, kind: str) -> None:
        self.path = path
        self.kind = kind
        self._check_directory(content)
        try:
            self._archive = ZipFile(BytesIO(content))
        except BROKEN as error:
            raise DamagedFileError(path, kind=kind) from error
        self._unpacked = Allowance(path, LARGEST_UNPACKED)
        self._names = {name.lower(): name for name in self._archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def part(self, name: str) -> bytes:
        """The content of a part; names do not tell capital letters from small ones."""
        try:
            info = self._archive.getinfo(self._names[name.lower()])
            if info.file_size > LARGEST_PART:
                raise FileTooLargeError(self.path)
            self._unpacked.spend(info.file_size)
            with self._archive.open(info) as part:
                # No more than was promised is ever unpacked: without a size, all would be at once.
                return part.read(max(info.file_size, 1))
        except BROKEN as error:
            raise DamagedFileError(self.path, kind=self.kind) from error

    def tree(self, name: str) -> etree._Element:
        """The root of a part of XML; entities are not expanded, nothing is loaded from anywhere."""
        try:
            root = etree.fromstring(self.part(name), xml_parser())
        except etree.XMLSyntaxError as error:
            raise DamagedFileError(self.path, kind=self.kind) from error
        if root.getroottree().docinfo.doctype:
            # Office documents have none; a document type can only bring in mischief.
            raise DamagedFileError(self.path, kind=self.kind)
        return root

    def _check_directory(self, content: bytes) -> None:
        end = content.rfind(_DIRECTORY_END, max(0, len(content) - _LONGEST_END))
        size = int.from_bytes(content[end + _SIZE_OFFSET : end + _SIZE_OFFSET + 4], "little")
        if end >= 0 and size > LARGEST_DIRECTORY:
            raise FileTooLargeError(self.path)


def open_zipped(file: SourceFile, kind: str) -> tuple[Zipped, bytes]:
    """The document in a file, and the bytes of the file."""
    if file.size > LARGEST_ARCHIVE:
        raise FileTooLargeError(file.path)
    content = file.content()
    return Zipped(file.path, content, kind), content


def xml_parser() -> etree.XMLParser:
    """A parser that takes XML from strangers."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
