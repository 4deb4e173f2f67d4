"""What a window is furnished with once its frame was painted: imported together, and not before."""

from __future__ import annotations

from gouji.ui.actions.reviewing import Reviewing
from gouji.ui.banner import Banner
from gouji.ui.clipboard.editing import Editing
from gouji.ui.findings.panel import FindingsPanel
from gouji.ui.grid.equation_strip import EquationStrip
from gouji.ui.grid.page import TablesPage
from gouji.ui.panes import Panes
from gouji.ui.queue.folding import Folding
from gouji.ui.queue.panel import QueuePanel
from gouji.ui.search.find_bar import FindBar
from gouji.ui.search.searching import Searching
from gouji.ui.source.panel import SourcePanel
from gouji.ui.source.previewing import Previewing
from gouji.ui.source.recognition_line import RecognitionLine
from gouji.ui.status_line import StatusLine
from gouji.ui.trail.panel import TrailPanel
from gouji.ui.trail.steps_menu import StepsMenu

__all__ = [
    "Banner",
    "Editing",
    "EquationStrip",
    "FindBar",
    "FindingsPanel",
    "Folding",
    "Panes",
    "Previewing",
    "QueuePanel",
    "RecognitionLine",
    "Reviewing",
    "Searching",
    "SourcePanel",
    "StatusLine",
    "StepsMenu",
    "TablesPage",
    "TrailPanel",
]
