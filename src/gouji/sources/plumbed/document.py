"""A PDF file opened by pdfplumber and read page by page, or one page of it."""

from __future__ import annotations

import hashlib
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from gouji.errors import DamagedFileError, FileTooLargeError, WrongPasswordError
from gouji.model.report import Source
from gouji.sources.file import SourceFile
from gouji.sources.limits import MOST_PAGES_AGAIN
from gouji.sources.page import OpenedSource
from gouji.sources.plumbed.strips import strips
from gouji.sources.plumbed.words import upright

MEDIA_TYPE = "application/pdf"
STUMBLES = (
    PSException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What a broken file may end in: neither library checks all that it takes from it."""


def read_plumbed(file: SourceFile, password: str | None = None) -> OpenedSource:
    """The tables of a PDF as pdfplumber finds them, and the lines of text between.

    Shares no parsing, no grouping of characters and no geometry with `read_pdf`. Raises the `GoujiError`
    that names the trouble with the file; what a good file is refused for, `read_pdf` may still read.
    """
    content = file.content()
    with opened(file.path, content, password) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES_AGAIN:
            raise FileTooLargeError(file.path)
        items = []
        for page in pdf.pages:
            items += strips(upright(page))
            page.close()
    digest = hashlib.sha256(content).hexdigest()
    return OpenedSource(Source(file.path.name, digest, MEDIA_TYPE, count), (), strips=tuple(items))


@contextmanager
def opened(path: Path, content: bytes, password: str | None) -> Iterator[PDF]:
    """The PDF with this content; what pdfminer stumbles over while it is used is a `GoujiError`."""
    # They warn of every font without a box and of much else, on standard error.
    for library in ("pdfminer", "pdfplumber"):
        logging.getLogger(library).setLevel(logging.ERROR)
    try:
        with pdfplumber.open(BytesIO(content), password=password, raise_unicode_errors=False) as pdf:
            yield pdf
    except STUMBLES as error:
        wrong = isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect)
        raise (WrongPasswordError(path) if wrong else DamagedFileError(path, kind="PDF")) from error
