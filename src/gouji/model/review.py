"""A document under review, with what the reviewer decided: the content of a review file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gouji.model.correction import Document
from gouji.model.rule import Decision, FindingKey


@dataclass(frozen=True)
class Review:
    """A document and the decisions on its findings."""

    document: Document
    decisions: Mapping[FindingKey, Decision] = field(default_factory=lambda: MappingProxyType({}))
