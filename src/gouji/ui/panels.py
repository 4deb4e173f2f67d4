"""What a window is furnished with once its frame was painted: imported together, and not before."""

from __future__ import annotations

from gouji.ui.banner import Banner
from gouji.ui.editing import Editing
from gouji.ui.equation_strip import EquationStrip
from gouji.ui.find_bar import FindBar
from gouji.ui.findings_panel import FindingsPanel
from gouji.ui.folding import Folding
from gouji.ui.panes import Panes
from gouji.ui.previewing import Previewing
from gouji.ui.queue_panel import QueuePanel
from gouji.ui.recognition_line import RecognitionLine
from gouji.ui.reviewing import Reviewing
from gouji.ui.searching import Searching
from gouji.ui.source_panel import SourcePanel
from gouji.ui.status_line import StatusLine
from gouji.ui.steps_menu import StepsMenu
from gouji.ui.tables_page import TablesPage
from gouji.ui.trail_panel import TrailPanel

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
