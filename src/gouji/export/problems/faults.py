"""What is sent back: what the office itself printed wrong, told with the figures that it printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from gouji.checking import check
from gouji.export.problem import mistake_of
from gouji.library import rules_in_force
from gouji.model.correction import Correction, Document, Mistake
from gouji.model.review import Review
from gouji.model.rule import DecisionState, Finding, FindingKey, Outcome, Severity

Found = Mapping[FindingKey, Finding]


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold, and the correction of the office's mistake, where the reviewer made one."""

    findings: tuple[Finding, ...]
    document: Document
    """With whose figures it is told: those printed, unless it shows only once others are corrected."""
    correction: Correction | None = None


class Faults(NamedTuple):
    """All that is sent back; who says so is kept apart.

    What the program proposes may not go out in the reviewer's name, nor may it be left out: a letter that is
    written before anyone has decided would say that nothing is wrong. So it has a heading of its own.
    """

    confirmed: list[Fault]
    """What the reviewer corrected as the office's mistake, then what was decided to be one."""
    proposed: list[Fault]
    """Broken rules, mere hints apart, that nobody has decided on and no doubtful reading may explain."""


def faults(review: Review, findings: Iterable[Finding]) -> Faults:
    """What of the findings that hold now, and of those that corrections settled, the office printed wrong."""
    as_printed = replace(review, document=printed(review.document))
    document = as_printed.document
    rules = rules_in_force(document.report.form.id)
    found = {each.key: each for each in check(document, rules, review.comparison)}
    now = {each.key: each for each in findings}
    settled = [each for key, each in found.items() if key not in now and not _is_cleared(each, as_printed)]
    corrected = list(_corrected(review, settled, document))
    told = {each.key for fault in corrected for each in fault.findings}
    decided = [
        Fault((found.get(key, each),), document if key in found else review.document)
        for key, each in {**found, **now}.items()
        if key not in told and _is_decided(each, review if key in now else as_printed)
    ]
    proposed = [
        Fault((found.get(key, each),), document if key in found else review.document)
        for key, each in now.items()
        if (key in found or not _rests_on_corrections(each, review.document))
        and _is_proposed(found.get(key, each), each, review)
    ]
    return Faults(corrected + decided, proposed)


def printed(document: Document) -> Document:
    """The document as the office printed it: our own reading errors mended, the office's left in."""
    kept = {
        address: each
        for address, each in document.corrections.items()
        if each.confirms or each.mistake is Mistake.READING
    }
    return Document(document.report, MappingProxyType(kept))


def _rests_on_corrections(finding: Finding, document: Document) -> bool:
    """Whether it may be the corrections that are wrong, not what the office printed."""
    return any(document.is_corrected(each) for each in finding.members)


def _corrected(review: Review, settled: list[Finding], document: Document) -> Iterator[Fault]:
    for each in review.document.corrections.values():
        if each.mistake is Mistake.SOURCE and not each.confirms:
            yield Fault(
                tuple(finding for finding in settled if each.address in finding.members), document, each
            )


def _is_cleared(finding: Finding, review: Review) -> bool:
    """Whether it accuses nobody, or the reviewer said that the office is not to blame."""
    decision = review.decision(finding)
    if decision is not None:
        return decision.state is not DecisionState.SOURCE_ERROR
    return not _weighs(finding)


def _is_decided(finding: Finding, review: Review) -> bool:
    decision = review.decision(finding)
    return decision is not None and decision.state is DecisionState.SOURCE_ERROR


def _is_proposed(as_printed: Finding, now: Finding, review: Review) -> bool:
    return review.decision(now) is None and _weighs(as_printed) and mistake_of(now, review) is Mistake.SOURCE


def _weighs(finding: Finding) -> bool:
    """Whether it cannot be right; what cannot be checked may be, and a hint may be explained."""
    return finding.outcome is Outcome.BROKEN and finding.rule.severity is not Severity.INFO
