"""The record that a workbook carries on a hidden sheet: its review, and where its figures and labels stand.

The JSON is packed into plain letters, since programs that save a workbook again change white space, line ends
and control characters of texts, and cut long ones.
"""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from gouji.errors import BadReviewFileError
from gouji.reviewfile.disk import LARGEST, parse
from gouji.reviewfile.encode import dumps
from gouji.reviewfile.part import Part, RefusedError

RECORD_SHEET = "Gouji"
RECORD_SCHEMA = "gouji.workbook/1"
PIECE = 32_000
"""Characters in one cell; spreadsheets take 32,767."""


def pack(values: Mapping[str, Any]) -> list[str]:
    """The texts of the sheet, one below the other: schema, SHA-256 of the JSON, and the JSON in pieces."""
    content = dumps(values).encode()
    letters = b64encode(zlib.compress(content, 9)).decode()
    pieces = [letters[start : start + PIECE] for start in range(0, len(letters), PIECE)]
    return [RECORD_SCHEMA, sha256(content).hexdigest(), *pieces]


def unpack(texts: Sequence[str]) -> Part:
    """The JSON again; `RefusedError` where a text was changed or lost."""
    schema, checksum, *pieces = texts if len(texts) > 1 else ("", "")
    if schema != RECORD_SCHEMA:
        raise RefusedError(RECORD_SCHEMA)
    try:
        inflate = zlib.decompressobj()
        content = inflate.decompress(b64decode("".join(pieces), validate=True), LARGEST)
        if not inflate.eof or inflate.unused_data or sha256(content).hexdigest() != checksum:
            raise RefusedError(RECORD_SCHEMA)
        return Part(parse(content))
    except (ValueError, zlib.error, BadReviewFileError) as error:
        raise RefusedError(RECORD_SCHEMA) from error
