"""Lines in which labels and figures follow each other without anything between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from gouji.extraction.labels.book import known_words, title_words
from gouji.extraction.labels.label import fold
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.strip import Slot, TextLine

PLACEHOLDERS = "无/／\\\\—－―–-"
"""The signs that fill a cell without a figure, as they stand within a run of figures."""
FEWEST_LABELS = 2
"""A line with fewer known labels is read word by word."""
MOSTLY = 0.8
"""So much of the words of such a line are statutory labels; prose that names some has fewer."""
LONG = 60
"""A line of so many characters may begin with something else than a known label."""
LONGEST_LINE = 10_000
"""The longest of the statutory tables has some 1,500 characters; a line of so many is something else."""
LONGEST_FIGURES = 40
"""A line of more digits than this is no single figure."""

PLAIN = {0xFF10 + digit: str(digit) for digit in range(10)} | dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), " "
)
PLAIN |= {ord("．"): ".", ord("，"): ","}
"""Signs of full width, and spaces of none, that read as others do; the text stays as long as it is."""
_NOT_PLAIN = re.compile(f"[{''.join(map(chr, PLAIN))}]")

_ORDINAL = re.compile(
    r"(?:[（(〔\[]\s*)?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[）)〕\]]?\s*[、.．,，:：]*\s*$"
)
_WORD = re.compile(r"\S+")


class Stretch(NamedTuple):
    """Labels, and the figures that follow the last of them, up to the next label."""

    labels: tuple[Slot, ...]
    figures: tuple[Slot, ...]


class _Span(NamedTuple):
    start: int
    end: int
    known: bool


def part(item: TextLine, start: int, end: int) -> Box:
    """The box of some characters of a line, all taken to be equally wide."""
    width = item.box.width / max(len(item.text), 1)
    box = item.box
    return Box(box.x0 + start * width, box.top, box.x0 + end * width, box.bottom)


def plain_text(text: str) -> str:
    """The text with plain signs."""
    # To look for others is many times faster than to translate, and hardly any text has them.
    return text.translate(PLAIN) if _NOT_PLAIN.search(text) else text


def stretches(item: TextLine, plain: str) -> list[Stretch]:
    """The labels and figures of a line in which they are glued together; none where they are not.

    `plain` is its text with plain signs.
    """
    if len(item.text) > LONGEST_LINE:
        return []
    if len(plain) > LONGEST_FIGURES and _run().fullmatch(plain):
        return [Stretch((), _figures(item, plain, 0, len(plain)))]
    if not _promises_labels(plain):
        return []
    cuts = list(_cuts(plain))
    spans = [span for labels, _ in cuts for span in labels]
    known = sum(span.known for span in spans)
    placeholders = any(char in PLACEHOLDERS for _, (start, end) in cuts for char in plain[start:end])
    if known < (1 if placeholders else FEWEST_LABELS) or _share_known(plain, spans) < MOSTLY:
        return []
    return [stretch for labels, run in cuts for stretch in _stretches(item, plain, labels, run)]


def _promises_labels(plain: str) -> bool:
    """Whether a line begins with a known label, or is long and no sentence: a cheap test for prose."""
    run = _run().match(plain)
    rest = plain[run.end() if run else 0 :]
    if _known().match(fold(rest[:LONG]).words):
        return True
    return len(rest) > LONG and "。" not in rest and _known().search(fold(rest).words) is not None


def _cuts(plain: str) -> Iterator[tuple[list[_Span], tuple[int, int]]]:
    """The labels before each run of figures, and where the run is; an empty run at the end of the line."""
    start = 0
    for run in _run().finditer(plain):
        if any(char.isdigit() or char in PLACEHOLDERS for char in run[0]):
            yield list(_labels(plain, start, run.start())), run.span()
            start = run.end()
    if start < len(plain):
        yield list(_labels(plain, start, len(plain))), (len(plain), len(plain))


def _labels(plain: str, start: int, end: int) -> Iterator[_Span]:
    """The known labels between two places with their numbers, and the words beside them."""
    places = [index for index in range(start, end) if plain[index].isalnum()]
    bare = "".join(plain[index] for index in places)
    folded = normalize("NFKC", bare)
    for found in _known().finditer(folded if len(folded) == len(bare) else bare):
        first, last = places[found.start()], places[found.end() - 1] + 1
        ordinal = _ORDINAL.search(plain, start, first)
        begin = ordinal.start() if ordinal else first
        yield from _words(plain, start, begin)
        yield _Span(begin, last, known=True)
        start = last
    yield from _words(plain, start, end)


def _words(plain: str, start: int, end: int) -> Iterator[_Span]:
    """What stands between two known labels, where that is more than a bracket or a mark."""
    inner = [index for index in range(start, end) if plain[index].isalnum()]
    if inner:
        yield _Span(inner[0], inner[-1] + 1, known=False)


def _share_known(plain: str, spans: list[_Span]) -> float:
    """How much of the words are known labels, 0 to 1."""
    known = sum(span.end - span.start for span in spans if span.known)
    other = sum(plain[span.start : span.end].count("") - 1 for span in spans if not span.known)
    return known / max(known + other, 1)


def _stretches(item: TextLine, plain: str, labels: list[_Span], run: tuple[int, int]) -> Iterator[Stretch]:
    """The labels with their figures; titles, which have none, apart."""
    slots: list[Slot] = []
    for start, end, _ in labels:
        slot = Slot(item.text[start:end], item.page, part(item, start, end), 0)
        if fold(slot.text).words in title_words():
            yield from (Stretch(each, ()) for each in (tuple(slots), (slot,)) if each)
            slots = []
        else:
            slots.append(slot)
    figures = _figures(item, plain, *run)
    if slots or figures:
        yield Stretch(tuple(slots), figures)


def _figures(item: TextLine, plain: str, start: int, end: int) -> tuple[Slot, ...]:
    """The figures of a run that spaces keep apart, or the run as one; doubted where a label touches them."""
    figures = []
    for index, word in enumerate(_WORD.finditer(plain, start, end)):
        beside = item.text[max(word.start() - 1, 0) : word.start()] + item.text[word.end() : word.end() + 1]
        glued = beside.strip() and word[0] != "0"
        box = part(item, word.start(), word.end())
        figures.append(Slot(word[0], item.page, box, index, doubt=Doubt.GLUED if glued else None))
    return tuple(figures)


@cache
def _run() -> re.Pattern[str]:
    """Figures, the signs in blank cells, and the spaces between them."""
    within = rf"[0-9{PLACEHOLDERS}]"
    # 无 fills cells, but labels begin with it as well.
    rests = "|".join(re.escape(word[1:]) for word in known_words() if word[:1] in PLACEHOLDERS)
    blank = rf"[{PLACEHOLDERS}](?!{rests})"
    return re.compile(
        r"(?:[0-9](?!\s*[.．、)）]\s*[^\W\d_])"  # a digit, unless it numbers the next label
        r"|(?<=[0-9])[.,](?=[0-9])"
        rf"|{blank}(?={within})|(?<={within}){blank}|(?<=\s){blank}(?=\s|$)"
        rf"|(?<={within})\s+(?={within}))++"
    )


@cache
def _known() -> re.Pattern[str]:
    """Any of the statutory labels, the longest first."""
    words = sorted(filter(None, known_words()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
