"""Everything the reviewer can do: one table that makes menus, keys, tooltips, tool bar and F1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gouji.ui.language import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    CHECK = QT_TRANSLATE_NOOP("Actions", "&Check")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its words in English, its keys, and where it stands."""

    id: str
    text: str
    tip: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_bar: bool = False
    ends_group: bool = False
    needs_report: bool = True
    is_choice: bool = False
    """Whether it is on or off."""
    in_tables: bool = False
    """Whether its keys mean this only while the tables have the keyboard."""


DEEDS = (
    Deed(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a report, or a review file to continue"),
        Menu.FILE, ("Ctrl+O",), "open", in_bar=True, needs_report=False,
    ),
    Deed(
        "example",
        QT_TRANSLATE_NOOP("Actions", "Open the e&xample"),
        QT_TRANSLATE_NOOP("Actions", "Open the example report with three deliberate mistakes"),
        Menu.FILE, ends_group=True, needs_report=False,
    ),
    Deed(
        "compare",
        QT_TRANSLATE_NOOP("Actions", "Compare with &last year's report…"),
        QT_TRANSLATE_NOOP("Actions", "Choose last year's report of the unit, to check what follows from it"),
        Menu.FILE, ("Ctrl+Shift+O",),
    ),
    Deed(
        "uncompare",
        QT_TRANSLATE_NOOP("Actions", "Compare with &none"),
        QT_TRANSLATE_NOOP("Actions", "Put last year's report away"),
        Menu.FILE, ends_group=True,
    ),
    Deed(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save review"),
        QT_TRANSLATE_NOOP("Actions", "Save the review as JSON, to continue it later"),
        Menu.FILE, ("Ctrl+S",), "save", in_bar=True,
    ),
    Deed(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save review &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the review under another name"),
        Menu.FILE, ("Ctrl+Shift+S",),
    ),
    Deed(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        QT_TRANSLATE_NOOP("Actions", "Export the tables as an Excel workbook, or as JSON"),
        Menu.FILE, ("Ctrl+E",), "export", in_bar=True,
    ),
    Deed(
        "save_problems",
        QT_TRANSLATE_NOOP("Actions", "Save list of &problems…"),
        QT_TRANSLATE_NOOP("Actions", "Write what is sent back to the unit as a letter, in Word or PDF"),
        Menu.FILE, ("Ctrl+Shift+E",),
    ),
    Deed(
        "print_problems",
        QT_TRANSLATE_NOOP("Actions", "Prin&t list of problems…"),
        QT_TRANSLATE_NOOP("Actions", "Print the letter with what is sent back to the unit"),
        Menu.FILE, ("Ctrl+P",),
    ),
    Deed(
        "print_tables",
        QT_TRANSLATE_NOOP("Actions", "Pr&int tables…"),
        QT_TRANSLATE_NOOP("Actions", "Print the corrected tables and the findings; export saves them as PDF"),
        Menu.FILE, ("Ctrl+Shift+P",), ends_group=True,
    ),
    Deed(
        "close",
        QT_TRANSLATE_NOOP("Actions", "&Close report"),
        QT_TRANSLATE_NOOP("Actions", "Put the report away"),
        Menu.FILE, ("Ctrl+W",), ends_group=True,
    ),
    Deed(
        "hand_over",
        QT_TRANSLATE_NOOP("Actions", "&Hand the desk over…"),
        QT_TRANSLATE_NOOP("Actions", "Write all reviews with their history to one file, for a colleague"),
        Menu.FILE, needs_report=False,
    ),
    Deed(
        "bring_in",
        QT_TRANSLATE_NOOP("Actions", "&Bring a desk in…"),
        QT_TRANSLATE_NOOP("Actions", "Add the reviews of a colleague's desk to this one; nothing is lost"),
        Menu.FILE, ends_group=True, needs_report=False,
    ),
    Deed(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Settin&gs…"),
        QT_TRANSLATE_NOOP("Actions", "Language, appearance, size of the text, and what else can be set"),
        Menu.FILE, ("Ctrl+,",), ends_group=True, needs_report=False,
    ),
    Deed(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Leave the program"),
        Menu.FILE, ("Ctrl+Q",), needs_report=False,
    ),
    Deed(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last step back"),
        Menu.EDIT, ("Ctrl+Z",), "undo", in_bar=True,
    ),
    Deed(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Do the step that was taken back again"),
        Menu.EDIT, ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", in_bar=True, ends_group=True,
    ),
    Deed(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit cell"),
        QT_TRANSLATE_NOOP("Actions", "Change the figure of the cell; typing does the same"),
        Menu.EDIT, ("F2",), "edit",
    ),
    Deed(
        "clear",
        QT_TRANSLATE_NOOP("Actions", "C&lear"),
        QT_TRANSLATE_NOOP("Actions", "Take the figures out of the selected cells"),
        Menu.EDIT, ("Del",), in_tables=True,
    ),
    Deed(
        "note",
        QT_TRANSLATE_NOOP("Actions", "&Note…"),
        QT_TRANSLATE_NOOP("Actions", "Write a note on the cell; it is kept with the review and exported"),
        Menu.EDIT, ("Ctrl+M",), "note", ends_group=True,
    ),
    Deed(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected figures, for Excel or WPS"),
        Menu.EDIT, ("Ctrl+C",), "copy", in_tables=True,
    ),
    Deed(
        "copy_with_heads",
        QT_TRANSLATE_NOOP("Actions", "Copy with &heads"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected figures with the heads of their rows and columns"),
        Menu.EDIT, ("Ctrl+Shift+C",), in_tables=True,
    ),
    Deed(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        QT_TRANSLATE_NOOP(
            "Actions", "Paste figures from the current cell on, or where the heads copied with them say"
        ),
        Menu.EDIT, ("Ctrl+V",), "paste", in_tables=True,
    ),
    Deed(
        "fill",
        QT_TRANSLATE_NOOP("Actions", "F&ill"),
        QT_TRANSLATE_NOOP(
            "Actions", "Give the selected cells the figure at the top of their column; in one line, the first"
        ),
        Menu.EDIT, ("Ctrl+D",), in_tables=True, ends_group=True,
    ),
    Deed(
        "revert",
        QT_TRANSLATE_NOOP("Actions", "Re&vert cells"),
        QT_TRANSLATE_NOOP("Actions", "Go back to what the file says in the selected cells"),
        Menu.EDIT, ("Ctrl+R",), "revert",
    ),
    Deed(
        "revert_table",
        QT_TRANSLATE_NOOP("Actions", "Revert &table"),
        QT_TRANSLATE_NOOP("Actions", "Go back to what the file says in the whole table"),
        Menu.EDIT,
    ),
    Deed(
        "revert_all",
        QT_TRANSLATE_NOOP("Actions", "Revert &all"),
        QT_TRANSLATE_NOOP("Actions", "Go back to what the file says in all tables; that can be undone"),
        Menu.EDIT, ("Ctrl+Shift+R",), ends_group=True,
    ),
    Deed(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find…"),
        QT_TRANSLATE_NOOP("Actions", "Find words or figures in the source and in the tables"),
        Menu.EDIT, ("Ctrl+F",), "find",
    ),
    Deed(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "Find ne&xt"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next place that was found"),
        Menu.EDIT, ("F3",),
    ),
    Deed(
        "find_previous",
        QT_TRANSLATE_NOOP("Actions", "Fin&d previous"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the place that was found before"),
        Menu.EDIT, ("Shift+F3",),
    ),
    Deed(
        "next_finding",
        QT_TRANSLATE_NOOP("Actions", "&Next finding"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next finding"),
        Menu.CHECK, ("F8",), "next", in_bar=True,
    ),
    Deed(
        "previous_finding",
        QT_TRANSLATE_NOOP("Actions", "&Previous finding"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the finding before"),
        Menu.CHECK, ("Shift+F8",), "previous", in_bar=True, ends_group=True,
    ),
    Deed(
        "apply",
        QT_TRANSLATE_NOOP("Actions", "&Apply suggestion"),
        QT_TRANSLATE_NOOP("Actions", "Apply the first suggestion for the finding at hand"),
        Menu.CHECK, ("Ctrl+.",), "apply", in_bar=True,
    ),
    Deed(
        "confirm",
        QT_TRANSLATE_NOOP("Actions", "C&onfirm cell"),
        QT_TRANSLATE_NOOP("Actions", "Say that the doubtful figure of the cell is right"),
        Menu.CHECK, ("Ctrl+Return",), ends_group=True,
    ),
    Deed(
        "reading_error",
        QT_TRANSLATE_NOOP("Actions", "&Reading error"),
        QT_TRANSLATE_NOOP("Actions", "The file says something else: it was read wrongly"),
        Menu.CHECK, ("Ctrl+1",),
    ),
    Deed(
        "source_error",
        QT_TRANSLATE_NOOP("Actions", "&Source error"),
        QT_TRANSLATE_NOOP("Actions", "The office printed it so: goes on the list that is sent back"),
        Menu.CHECK, ("Ctrl+2",),
    ),
    Deed(
        "dismiss",
        QT_TRANSLATE_NOOP("Actions", "&Dismiss"),
        QT_TRANSLATE_NOOP("Actions", "Nothing is wrong here"),
        Menu.CHECK, ("Ctrl+3",),
    ),
    Deed(
        "undecide",
        QT_TRANSLATE_NOOP("Actions", "&Take decision back"),
        QT_TRANSLATE_NOOP("Actions", "Leave the finding open again"),
        Menu.CHECK, ("Ctrl+4",),
    ),
    Deed(
        "finish",
        QT_TRANSLATE_NOOP("Actions", "Re&viewed, next"),
        QT_TRANSLATE_NOOP("Actions", "Mark the report as reviewed and open the next that is not"),
        Menu.CHECK, ("Ctrl+PgDown",), "reviewed", in_bar=True,
    ),
    Deed(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "&Back to the report before"),
        QT_TRANSLATE_NOOP("Actions", "Open the report again that was open before"),
        Menu.CHECK, ("Ctrl+PgUp",), needs_report=False,
    ),
    Deed(
        "unfinish",
        QT_TRANSLATE_NOOP("Actions", "Not revie&wed yet"),
        QT_TRANSLATE_NOOP("Actions", "Take the word back that the report is reviewed"),
        Menu.CHECK,
    ),
    Deed(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("Actions", "Show the source larger"),
        Menu.VIEW, ("Ctrl++", "Ctrl+="), "zoom-in",
    ),
    Deed(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("Actions", "Show the source smaller"),
        Menu.VIEW, ("Ctrl+-",), "zoom-out",
    ),
    Deed(
        "fit_width",
        QT_TRANSLATE_NOOP("Actions", "Fit &width"),
        QT_TRANSLATE_NOOP("Actions", "Make pages as wide as their view"),
        Menu.VIEW, ("Ctrl+0",), "fit-width",
    ),
    Deed(
        "fit_page",
        QT_TRANSLATE_NOOP("Actions", "Fit &page"),
        QT_TRANSLATE_NOOP("Actions", "Show whole pages"),
        Menu.VIEW, ("Ctrl+9",), "fit-page",
    ),
    Deed(
        "go_to_page",
        QT_TRANSLATE_NOOP("Actions", "&Go to page…"),
        QT_TRANSLATE_NOOP("Actions", "Show another page of the source by its number"),
        Menu.VIEW, ("Ctrl+Shift+G",),
    ),
    Deed(
        "rotate_right",
        QT_TRANSLATE_NOOP("Actions", "Rotate &right"),
        QT_TRANSLATE_NOOP("Actions", "Turn the pages clockwise; remembered for this file"),
        Menu.VIEW, ("Ctrl+]",), "rotate-right",
    ),
    Deed(
        "rotate_left",
        QT_TRANSLATE_NOOP("Actions", "Rotate l&eft"),
        QT_TRANSLATE_NOOP("Actions", "Turn the pages counterclockwise; remembered for this file"),
        Menu.VIEW, ("Ctrl+[",), "rotate-left",
    ),
    Deed(
        "thumbnails",
        QT_TRANSLATE_NOOP("Actions", "Page &thumbnails"),
        QT_TRANSLATE_NOOP("Actions", "Show all pages small beside the source, with dots where findings are"),
        Menu.VIEW, ("F9",), is_choice=True,
    ),
    Deed(
        "locate",
        QT_TRANSLATE_NOOP("Actions", "Zoom to &cell"),
        QT_TRANSLATE_NOOP("Actions", "Show the place in the source that the cell was read from"),
        Menu.VIEW, ("Ctrl+G",), "locate", ends_group=True,
    ),
    Deed(
        "last_year",
        QT_TRANSLATE_NOOP("Actions", "Last &year's figures"),
        QT_TRANSLATE_NOOP("Actions", "Show last year's figure below each of this year's"),
        Menu.VIEW, ("Ctrl+L",), is_choice=True,
    ),
    Deed(
        "encoding",
        QT_TRANSLATE_NOOP("Actions", "Text enco&ding…"),
        QT_TRANSLATE_NOOP("Actions", "Read the text or web page again in another encoding"),
        Menu.VIEW, ("Ctrl+Alt+E",),
    ),
    Deed(
        "text_larger",
        QT_TRANSLATE_NOOP("Actions", "&Bigger text"),
        QT_TRANSLATE_NOOP("Actions", "Write everything in the window larger, up to twice the size"),
        Menu.VIEW, ("Ctrl+Shift++", "Ctrl+Shift+="), needs_report=False,
    ),
    Deed(
        "text_smaller",
        QT_TRANSLATE_NOOP("Actions", "S&maller text"),
        QT_TRANSLATE_NOOP("Actions", "Write everything in the window smaller again"),
        Menu.VIEW, ("Ctrl+Shift+-", "Ctrl+Shift+_"), needs_report=False,
    ),
    Deed(
        "text_normal",
        QT_TRANSLATE_NOOP("Actions", "Text of normal si&ze"),
        QT_TRANSLATE_NOOP("Actions", "Write everything in the size of the system"),
        Menu.VIEW, ("Ctrl+Shift+0", "Ctrl+Shift+)"), ends_group=True, needs_report=False,
    ),
    Deed(
        "queue",
        QT_TRANSLATE_NOOP("Actions", "&Queue"),
        QT_TRANSLATE_NOOP("Actions", "Show the reports that wait beside the one that is open"),
        Menu.VIEW, ("F9",), needs_report=False, is_choice=True,
    ),
    Deed(
        "next_panel",
        QT_TRANSLATE_NOOP("Actions", "Next pa&nel"),
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the tables, the findings, the source in turn"),
        Menu.VIEW, ("F6",),
    ),
    Deed(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        QT_TRANSLATE_NOOP("Actions", "Use the whole screen, and back"),
        Menu.VIEW, ("F11",), ends_group=True, needs_report=False,
    ),
    Deed(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        QT_TRANSLATE_NOOP("Actions", "A guide, all keys, what the marks mean, and the rules"),
        Menu.HELP, ("F1",), "keys", needs_report=False,
    ),
    Deed(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About Gouji"),
        QT_TRANSLATE_NOOP("Actions", "Versions and licences of the program and of what it ships"),
        Menu.HELP, needs_report=False,
    ),
)  # fmt: skip
