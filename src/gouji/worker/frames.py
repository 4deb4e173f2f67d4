"""How both sides of the reading process talk: frames of JSON with bytes behind.

A frame is two big-endian 32-bit lengths, then that many bytes of JSON, then that many bytes of pixels.
No pickle: what comes out of a process that opened a stranger's file is parsed as data, never executed.
"""

from __future__ import annotations

import struct
from typing import IO, Any, Protocol

import simplejson

from gouji.sources.limits import LARGEST_ANSWER, LARGEST_PICTURE

_LENGTHS = struct.Struct(">II")


class BrokenFrameError(Exception):
    """The other side is gone, or does not speak in frames."""


class Readable(Protocol):
    """Where frames come from; fewer bytes than asked for come at its end alone."""

    def read(self, count: int, /) -> bytes: ...


def packed(message: dict[str, Any], size: int = 0) -> bytes:
    """One frame, but for the bytes behind the JSON, of which there are so many."""
    text = simplejson.dumps(message, use_decimal=True).encode()
    return _LENGTHS.pack(len(text), size) + text


def send(stream: IO[bytes], message: dict[str, Any], payload: bytes = b"") -> None:
    """Write one frame."""
    stream.write(packed(message, len(payload)))
    if payload:
        stream.write(payload)
    stream.flush()


def receive(stream: Readable) -> tuple[dict[str, Any], bytes]:
    """Read one frame; `BrokenFrameError` at the end of the stream and on anything that is not a frame."""
    text_length, payload_length = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if text_length > LARGEST_ANSWER or payload_length > LARGEST_PICTURE:
        raise BrokenFrameError
    text = _exactly(stream, text_length)
    payload = _exactly(stream, payload_length)
    try:
        message = simplejson.loads(text, use_decimal=True)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise BrokenFrameError from error
    if not isinstance(message, dict):
        raise BrokenFrameError
    return message, payload


def _exactly(stream: Readable, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise BrokenFrameError
    return data
