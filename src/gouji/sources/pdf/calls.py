"""What is asked of pdfium for every character and every object: its functions, on plain addresses.

pypdfium2 makes an object of every argument and result, which costs several times what the call does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

from pypdfium2 import raw

Address = int
"""Of an object of pdfium, or of what a function writes to."""


def address(handle: Any) -> Address:
    """Where the object of a handle of pypdfium2 is."""
    return ctypes.cast(handle, c_void_p).value or 0


def _on_addresses(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result, *arguments)(address(function))


code_of = _on_addresses(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
room_of = _on_addresses(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
angle_of = _on_addresses(raw.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
text_object_of = _on_addresses(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
render_mode_of = _on_addresses(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)

object_of_page = _on_addresses(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_of_form = _on_addresses(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, c_uint)
count_in_form = _on_addresses(raw.FPDFFormObj_CountObjects, c_int, c_void_p)
kind_of = _on_addresses(raw.FPDFPageObj_GetType, c_int, c_void_p)
matrix_of = _on_addresses(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
bounds_of = _on_addresses(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)

clip_of = _on_addresses(raw.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_of_clips = _on_addresses(raw.FPDFClipPath_CountPaths, c_int, c_void_p)
count_of_clip_segments = _on_addresses(raw.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
segment_of_clip = _on_addresses(raw.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)

draw_mode_of = _on_addresses(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_of_segments = _on_addresses(raw.FPDFPath_CountSegments, c_int, c_void_p)
segment_of = _on_addresses(raw.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
kind_of_segment = _on_addresses(raw.FPDFPathSegment_GetType, c_int, c_void_p)
point_of = _on_addresses(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
is_closing = _on_addresses(raw.FPDFPathSegment_GetClose, c_int, c_void_p)
