"""A file with a web page in it into a transcript. Nothing is loaded from anywhere."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from lxml import etree

from gouji.errors import DamagedFileError, FileTooLargeError
from gouji.model.report import Source
from gouji.sources.encoding import decode
from gouji.sources.file import SourceFile
from gouji.sources.html.archive import is_archive, page_in
from gouji.sources.html.flow import Flow
from gouji.sources.html.walk import write_out
from gouji.sources.limits import LARGEST_ARCHIVE, LARGEST_WEB_PAGE
from gouji.sources.page import OpenedSource
from gouji.sources.tidying import tidy
from gouji.sources.transcript import Transcript

MEDIA_TYPE = "text/html"
KIND = "HTML"

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page has to name its encoding."""


def read_html(file: SourceFile, encoding: str | None = None) -> OpenedSource:
    """The visible text and the tables of a page; raises the `GoujiError` that names the trouble with it.

    In the encoding asked for, else in the one that the page names or seems to have.
    """
    path = file.path
    if file.size > LARGEST_ARCHIVE:
        raise FileTooLargeError(path)
    content = file.content()
    page, declared = page_in(path, content) if is_archive(content) else (content, None)
    if len(page) > LARGEST_WEB_PAGE:
        raise FileTooLargeError(path)
    named = _DECLARED.search(page[:_HEAD])
    declared = declared or (named[1].decode("ascii") if named else None)
    text, encoding = decode(path, page, KIND, declared, encoding)
    root = _parse(path, text)
    transcript = Transcript(path)
    title = _title(root)
    if title:
        transcript.add_text(title)
    write_out(path, root, Flow(transcript))
    sha256 = hashlib.sha256(content).hexdigest()
    return transcript.finish(Source(path.name, sha256, MEDIA_TYPE, 1, encoding))


def _parse(path: Path, text: str) -> etree._Element:
    # Only a huge tree may be deeper than 256, as unclosed tags make it; its size is limited here.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(path, kind=KIND) from error
    cut_short = any(entry.level_name == "FATAL" for entry in parser.error_log)
    if root is None or cut_short:
        raise DamagedFileError(path, kind=KIND)
    return root


def _title(root: etree._Element) -> str:
    """The title of the page, unless the page itself shows it."""
    title = tidy(root.findtext(".//head/title") or "")
    body = root.find("body")
    shown = "" if body is None else "".join(body.itertext())
    return "" if "".join(title.split()) in "".join(shown.split()) else title
