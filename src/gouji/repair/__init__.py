"""Suggestions: the smallest changes that mend what is broken, the likeliest first.

Nothing here is ever applied by itself.
"""

from gouji.repair.doors import repairs, suggest, suggestions
from gouji.repair.offered import offered
from gouji.repair.words import why

__all__ = ["offered", "repairs", "suggest", "suggestions", "why"]
