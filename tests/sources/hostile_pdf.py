"""PDFs made by hand, object by object, as no printer makes them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
MARK = b"BT /F 12 Tf 20 20 Td (Dear Sir, this is a letter and no report.) Tj ET "


def pdf(objects: Iterable[bytes]) -> bytes:
    """A file of these objects, the first of which is its catalogue."""
    content = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, table)
    return bytes(content)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n" % (len(packed), entries) + packed + b"\nendstream"


def paged(content: bytes, *, pages: int = 1, side: int = 800, more: Sequence[bytes] = ()) -> bytes:
    """The same square page several times, and further objects from the sixth on."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
    )
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * pages, pages)
    return pdf([CATALOGUE, tree, page % (side, side), stream(content), FONT, *more])


def nested_forms(depth: int, each: int) -> list[bytes]:
    """Objects from the sixth on: a form that shows the next one so many times, down to a letter."""
    inner = [b"/X Do " * each] * (depth - 1) + [b"BT /F 9 Tf (x) Tj ET"]
    entries = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>"
    )
    return [stream(content, entries % number) for number, content in enumerate(inner, start=7)]
