"""What a figure in a sentence is of: of which things, of which time, of whom, and whether of all of them."""

from __future__ import annotations

import re
from functools import cache

from gouji.library.words import STOPS, alternatives, words

PART = "其中"
ABOUT = re.compile("信息公开|依申请|公开申请")
_STOPS = re.compile(f"[{STOPS.replace('、', '')}]")
_YEAR_END = re.compile("12月31日|12月底")
_LEVEL = re.compile("全([省市区县旗州镇乡])(?![面民域])")


def clause_start(text: str, at: int) -> int:
    """Where the part of the sentence begins that holds the character."""
    return max((found.end() for found in _STOPS.finditer(text, 0, at)), default=0)


def opening(text: str, clause: int) -> int:
    """Where the clause begins; for one in brackets, the clause that these stand in."""
    return clause_start(text, clause - 1) if clause and text[clause - 1] == "（" else clause


def topic(said: str) -> str | None:
    """What was spoken of last."""
    found = None
    for found in words().topic_words.finditer(said):  # noqa: B007 -- the last one is meant
        pass
    return words().topics[found[0]] if found else None


def is_exact(text: str, clause: int, figure: int, end: int) -> bool:
    """Whether a figure is a count, and neither rounded nor a difference to another."""
    before = text[clause:figure]
    return not (
        words().rounded.search(before) or words().compared.search(before) or words().vague.match(text, end)
    )


def is_part(text: str, clause: int, figure: int) -> bool:
    """Whether the figure counts only some of the cases."""
    before = text[clause:figure]
    return PART in text[:figure] or bool(words().parts.search(before) and not words().together.search(before))


def is_other_time(said: str, year: int | None) -> bool:
    """Whether the last time that was named is not the whole year of the report."""
    last = None
    for last in _times().finditer(said):  # noqa: B007 -- the last one is meant
        pass
    if last is None or last["whole"]:
        return bool(last is None and "累计" in said)
    if last["until"]:
        return "累计" in said or int(last["until"]) != (year or int(last["until"]))
    if last["year"]:
        return year is not None and int(last["year"]) != year
    return not _YEAR_END.search(said[last.start() :])


def is_elsewhere(said: str, unit: str | None) -> bool:
    """Whether more is counted than the unit's own, or parts of it."""
    unit = unit or ""
    region = (found[1] for found in _LEVEL.finditer(said))
    own = re.compile(r"(.)(?:人民政府|管理委员会|管委会|政府)?$").search(unit)
    return bool(words().wide.search(said)) or any(own is None or level != own[1] for level in region)


def is_narrow(said: str, unit: str | None) -> bool:
    """Whether the office speaks of its own share, where the tables may hold those of others too."""
    return any(found[0] not in (unit or "") for found in words().narrow.finditer(said))


@cache
def _times() -> re.Pattern[str]:
    """A time that is not what something is compared with, nor from which cases are carried over."""
    other = alternatives(words().other_time)
    whole = alternatives(words().whole_year)
    return re.compile(
        rf"(?<![较比与同])(?:(?P<whole>{whole})|截[至止]到?(?P<until>20[0-9]{{2}})年[底末]|(?P<since>20[0-9]{{2}}年以来)|(?P<year>20[0-9]{{2}})年(?!以来)(?![0-9]{{1,2}}月)"
        rf"|(?P<other>{other}(?!度?(?:结转|转结|未办结|遗留|转入))|(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月))"
    )
