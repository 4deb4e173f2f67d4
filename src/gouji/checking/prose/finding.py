"""What is found in the prose: the sentence, its place, and the cells that it does not agree with."""

from __future__ import annotations

from gouji.checking.prose.flow import Sentence
from gouji.model.form import Address
from gouji.model.prose import Section
from gouji.model.prose_rule import ProseRule
from gouji.model.quotation import Quotation, Tried
from gouji.model.report import Number
from gouji.model.rule import Balance, Finding, Outcome


def found_in(  # noqa: PLR0913 -- each is one thing that is told of it
    rule: ProseRule,
    section: Section,
    sentence: Sentence,
    words: str,
    *,
    printed: str = "",
    claimed: Number | None = None,
    tried: tuple[Tried, ...] = (),
    is_share: bool = False,
    cells: tuple[Address, ...] = (),
    balance: Balance | None = None,
) -> Finding:
    """The finding; where it is stays the same as long as the words do."""
    return Finding(
        rule,
        f"{section.number}：{words}",
        Outcome.BROKEN,
        cells,
        balance=balance,
        places=section.prose.places_of(sentence.start, sentence.end),
        quotation=Quotation(
            section=section.number,
            sentence=sentence.text,
            start=sentence.start,
            end=sentence.end,
            words=words,
            printed=printed,
            claimed=claimed,
            tried=tried,
            is_share=is_share,
        ),
    )
