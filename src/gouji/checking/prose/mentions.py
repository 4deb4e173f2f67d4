"""What a section must speak of."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.checking.prose.finding import found_in
from gouji.checking.prose.flow import sentences
from gouji.model.comparison import Comparison
from gouji.model.correction import Document
from gouji.model.prose_rule import MentionRule, says_any
from gouji.model.rule import Finding


def check_mentions(rule: MentionRule, document: Document, _comparison: Comparison) -> Iterator[Finding]:
    """The sections with prose that does not speak of it; that one is empty is another rule's."""
    for section in document.report.sections:
        text = section.text
        said = "".join(text.split())
        silent = said and not says_any(rule.words, said) and not rule.omission.search(text)
        if section.number in rule.sections and silent:
            yield found_in(rule, section, sentences(text)[0], "")
