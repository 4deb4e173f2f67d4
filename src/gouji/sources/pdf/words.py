"""The characters of a page as words: runs of one kind of characters without a gap."""

from __future__ import annotations

import ctypes
import struct
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise, repeat
from math import pi
from statistics import median
from typing import Any

from pypdfium2 import raw

from gouji.model.geometry import Box
from gouji.sources.page import Word
from gouji.sources.pdf.calls import (
    Address,
    address,
    angle_of,
    code_of,
    render_mode_of,
    room_of,
    text_object_of,
)
from gouji.sources.pdf.space import Space

GAP = 0.3
"""A gap wider than this part of the characters' height ends a word."""
NO_GAP = 0.05
"""Where the gap is no wider than this part, there is no white space, whatever the text layer says."""
OFF_BEAT = 0.03
"""Figures are set at an even pitch; a step off it by this part of the height begins another figure."""
SAMPLED = 60
"""So many characters show how the text of a page is turned."""
UPRIGHT = 0.05
"""Radians by which text may lean; what leans more is a watermark."""
ROOMY = 40.0
"""Points; a larger room of a character is compared with its ink."""
TOO_LARGE = 8
"""The room of a character is never so many times its ink in both directions."""
STRUCK = 0.15
"""Words that are the same lie apart by more than this part of their height."""
ILLEGIBLE = "\ufffd"
"""Stands for a printed character of which the file does not say what it is."""
HYPHENS = frozenset({0x02, 0xFFFE})
"""What pdfium makes of a hyphen at the end of a line."""
RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰", "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙"
)
"""Radicals that Unicode does not call compatible with the characters they look like."""
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom on the page as seen: many times cheaper than a `Box`."""
Character = tuple[str, Edges]
Room = tuple[float, float, float, float]
ROOM = struct.Struct("4f")
"""Left, top, right and bottom of a rectangle as pdfium has it."""


@contextmanager
def text_layer(page: Any) -> Iterator[Any]:
    """The text of an open page, for the functions below."""
    text = raw.FPDFText_LoadPage(page.raw)
    try:
        yield text
    finally:
        raw.FPDFText_ClosePage(text)


def direction(text: Any) -> int:
    """By how many quarters, counterclockwise in the file's own coordinates, most of the text is turned.

    pdfium counts angles clockwise.
    """
    count, layer = raw.FPDFText_CountChars(text), address(text)
    sample = range(0, count, max(count // SAMPLED, 1))
    quarters = Counter(
        round(-angle_of(layer, index) / (pi / 2)) % 4 for index in sample if plain(code_of(layer, index))
    )
    return max(quarters, key=quarters.__getitem__, default=0)


def words(text: Any, space: Space, *, hidden: bool = False) -> Iterator[Word]:
    """The words of a page in the order of the file; their lines must be level in the space given.

    Either those that are seen, or those that are `hidden`: laid under a scan, or left over.
    """
    before: dict[str, Box] = {}
    for run in runs(text, space, hidden=hidden):
        for word in map(_word, _parted(run)):
            if not _is_struck_twice(before.get(word.text), word.box):
                before[word.text] = word.box
                yield word


def _is_struck_twice(before: Box | None, box: Box) -> bool:
    """Whether a word was printed over itself, a hair aside, to make it bold."""
    if before is None:
        return False
    aside = STRUCK * box.height
    return abs(box.x0 - before.x0) < aside and abs(box.top - before.top) < aside


def runs(text: Any, space: Space, *, hidden: bool) -> Iterator[list[Character]]:
    """The characters that belong together, of one kind; all are upright, printed, and on the page as seen."""
    run: list[Character] = []
    gap = GAP
    layer = address(text)
    characters = zip(_letters(text), space.all_edges(_rooms(text)), strict=True)
    for index, (letter, edges) in enumerate(characters):
        if letter is None:
            # Where characters are drawn one by one, pdfium may see white space that is not there.
            gap = NO_GAP
            continue
        if run and not _continues(run[-1], letter, edges, gap):
            yield run
            run = []
        gap = GAP
        if run or (_is_hidden(layer, index) is hidden and space.shows(edges) and not _leans(layer, index)):
            run.append((letter, edges))
    if run:
        yield run


def _letters(text: Any) -> list[str | None]:
    """Every character as `plain` has it."""
    count = raw.FPDFText_CountChars(text)
    units = (ctypes.c_ushort * (count + 1))()
    found = raw.FPDFText_GetText(text, 0, count, units) - 1
    signs = bytes(units)[: 2 * found].decode("utf-16-le", "surrogatepass")
    # All at once leaves out what has no sign, and takes some for two: then each is asked for.
    whole = len(signs) == count
    codes = list(map(ord, signs) if whole else map(code_of, repeat(address(text)), range(count)))
    known = {code: plain(code) for code in set(codes)}
    return [known[code] for code in codes]


def _rooms(text: Any) -> list[Room]:
    """The room that every character takes in its line."""
    count, layer = raw.FPDFText_CountChars(text), address(text)
    content = bytearray(count * ROOM.size)
    start = ctypes.addressof(ctypes.c_char.from_buffer(content)) if count else 0
    places = range(start, start + len(content), ROOM.size)
    deque(map(room_of, repeat(layer), range(count), places), maxlen=0)
    rooms = list(ROOM.iter_unpack(content))
    for index, (left, top, right, bottom) in enumerate(rooms):
        if right - left > ROOMY and top - bottom > ROOMY:
            rooms[index] = _ink(text, index, rooms[index])
    return rooms


def _ink(text: Any, index: int, room: Room) -> Room:
    """The ink of a character, where the room it is said to take is far too large for it; else that room.

    That happens where a font is scaled down by its matrix, as for vertical text.
    """
    left, top, right, bottom = room
    edges = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text, index, *map(ctypes.byref, edges))
    ink_left, ink_right, ink_bottom, ink_top = (edge.value for edge in edges)
    wide, high = ink_right - ink_left, ink_top - ink_bottom
    if right - left > TOO_LARGE * wide and top - bottom > TOO_LARGE * high:
        return ink_left, ink_top, ink_right, ink_bottom
    return room


def _leans(layer: Address, index: int) -> bool:
    angle: float = angle_of(layer, index) % (pi / 2)
    return min(angle, pi / 2 - angle) > UPRIGHT


def _is_hidden(layer: Address, index: int) -> bool:
    mode: int = render_mode_of(text_object_of(layer, index))
    return bool(mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


@lru_cache(maxsize=8192)
def plain(code: int) -> str | None:
    """The character of a code as pdfium gives it; None for white space and what is never printed.

    Where a printer wrote the radical or compatibility form of a character, as Chromium does, the
    character itself.
    """
    if 0x21 <= code < 0x7F or 0x3001 <= code <= 0x9FFF:  # noqa: PLR2004 -- most there is, all printable
        return chr(code)
    if code in HYPHENS:
        return "-"
    character = chr(code) if code <= 0x10FFFF else ILLEGIBLE  # noqa: PLR2004 -- the last there is
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:  # noqa: PLR2004 -- the blocks of both forms
        return unicodedata.normalize("NFKC", character).translate(RADICALS)
    if code == 0 or unicodedata.category(character) in ("Co", "Cs", "Cn"):
        return ILLEGIBLE
    return character if character.isprintable() and not character.isspace() else None


def _continues(before: Character, letter: str, edges: Edges, gap: float) -> bool:
    """Whether a character is of the kind of the one before and stands at its side.

    `gap` is the widest between the two, in heights.
    """
    former, (_, high, end, low) = before
    start, top, _, bottom = edges
    if former.isascii() != letter.isascii():
        # Figures and Latin letters stick together, and Chinese characters with their marks.
        return False
    if top == high and bottom == low:
        # As nearly all do that follow each other.
        overlap = bottom - top
        height = max(overlap, 1.0)
    else:
        overlap = min(low, bottom) - max(high, top)
        height = max(low - high, bottom - top, 1.0)
    # Behind white space, a figure that overlaps the one before is that of the next cell.
    back = 0.5 if gap == GAP else gap
    return overlap > height / 2 and -back * height < start - end < gap * height


def _parted(run: list[Character]) -> list[list[Character]]:
    """Figures that were printed one against the other, each for itself."""
    if len(run) == 1 or not run[0][0].isascii():
        return [run]
    pairs = [(left, right) for (_, left), (_, right) in pairwise(run)]
    uneven = OFF_BEAT * (run[0][1][3] - run[0][1][1])
    # Where figures differ in width the gaps are even, where their room is misreported the steps are.
    gaps = _off_beat([right[0] - left[2] for left, right in pairs], uneven)
    steps = _off_beat([right[0] - left[0] for left, right in pairs], uneven)
    ends = [index + 1 for index in sorted(gaps & steps)]
    return [run[start:end] for start, end in pairwise((0, *ends, len(run)))]


def _off_beat(distances: Sequence[float], uneven: float) -> set[int]:
    if max(distances) - min(distances) <= uneven:
        return set()
    usual = median(distances)
    return {index for index, distance in enumerate(distances) if abs(distance - usual) > uneven}


def _word(run: Sequence[Character]) -> Word:
    letters, edges = zip(*run, strict=True)
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Word("".join(letters), Box(min(lefts), min(tops), max(rights), max(bottoms)))
