"""The prose of a report compared with its tables."""

from gouji.checking.prose.claims import check_claims, stated_figures
from gouji.checking.prose.lists import check_lists
from gouji.checking.prose.mentions import check_mentions
from gouji.checking.prose.statements import check_statements

__all__ = ["check_claims", "check_lists", "check_mentions", "check_statements", "stated_figures"]
