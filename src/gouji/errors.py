"""Trouble with a file: one exception class for each, named for the trouble, with one plain sentence.

Every sentence says what happened, to which file, and what to do; it stands in
``resources/translations`` under ``errors`` by the name of its class.
"""

from __future__ import annotations

from pathlib import Path

from gouji.wording import say


class GoujiError(Exception):
    """Trouble that is not the program's fault.

    Where what to do depends on it, the details have `advice`, by its name in the translations.
    """

    def __init__(self, path: Path | str, **details: object) -> None:
        self.path = Path(path)
        self.details = details
        super().__init__(path)

    def sentence(self, language: str) -> str:
        """What happened, which file, what to do, in one line."""
        name = self.path.name or str(self.path)
        told = say(f"errors.{type(self).__name__}", language, file=name, **self.details)
        advice = self.details.get("advice")
        return told if advice is None else told + say(f"advice.{advice}", language)

    def __str__(self) -> str:
        return self.sentence("en")


class SourceGoneError(GoujiError):
    """The source of a review on the desk is gone; what was kept of it is shown."""


class FileMissingError(GoujiError):
    """There is no such file."""


class IsFolderError(GoujiError):
    """A folder where a file was expected."""


class NotAFileError(GoujiError):
    """A pipe or a device where a file was expected."""


class NoPermissionError(GoujiError):
    """The system does not let the user read the file."""


class EmptyFileError(GoujiError):
    """The file has no content."""


class FileTooLargeError(GoujiError):
    """The file is larger than any report."""


class TooManyPagesError(GoujiError):
    """The file has more pages than any report. Details: `pages`, `most`."""


class WrongEncodingError(GoujiError):
    """A file is no report in the encoding that was asked for. Details: `encoding`."""


class UnknownFormatError(GoujiError):
    """No reader for this kind of file. Details: `kind`, what the content looks like; `advice`."""


class DamagedFileError(GoujiError):
    """The content is not what the name promises, or is broken. Details: `kind`, the promised format."""


class PasswordNeededError(GoujiError):
    """The file is encrypted and opens with a password only."""


class WrongPasswordError(GoujiError):
    """The password does not open the file."""


class NoTextError(GoujiError):
    """A file of pictures, such as a scan: nothing in it can be read as text."""


class PicturedPagesError(GoujiError):
    """Some pages are pictures, and cells are missing. Details: `pages`, their numbers."""


class NothingToReadError(GoujiError):
    """A folder without a file that a reader is there for."""


class NotAReportError(GoujiError):
    """A readable file without the statutory tables."""


class BadReviewFileError(GoujiError):
    """JSON that is not a review file of this program. Details: `where`, the offending part."""


class LostReviewError(GoujiError):
    """A workbook of this program whose hidden record is damaged or gone."""


class LostSheetError(GoujiError):
    """A workbook of this program came back without a sheet. Details: `sheet`, its name."""


class ChangedLayoutError(GoujiError):
    """A table in a workbook of this program was moved in part. Details: `sheet`, `cell`, the first place."""


class NotAFigureError(GoujiError):
    """A workbook of this program came back with no number in a cell. Details: `sheet`, `cell`, `text`."""


class DeclarationError(GoujiError):
    """A form or rule that ships is wrong. Details: `line`, `problem`."""


class RuleSettingsError(GoujiError):
    """The office's own settings for rules are not well written. Details: `line`, `problem`."""


class OtherYearError(GoujiError):
    """Given as the report of the year before, and it is not. Details: `year`, `wanted`."""


class CannotWriteError(GoujiError):
    """The target could not be written. Details: `cause`, the system's word for it."""


class ChangedFileError(GoujiError):
    """The target was changed by someone else since it was opened or written."""


class DeskUnavailableError(GoujiError):
    """What the reviewer does cannot be kept now. Details: `advice`."""


class NewerDeskError(GoujiError):
    """A later version of the program has written the desk."""


class DamagedDeskError(GoujiError):
    """The desk was damaged; it is set aside and what holds was taken over.

    Details: `aside`, its new name; `saved`, how many reviews were taken over whole; `lost`, how many in part.
    """


class BadDeskFileError(GoujiError):
    """No copy of a desk that can be brought in. Details: `where`, the offending part."""


class HistoryDamagedError(GoujiError):
    """A part of what was done to a report is damaged. Details: `entries`, how many are whole, of `all`."""


class OpenElsewhereError(GoujiError):
    """The report is open in another window too. Details: `user`, `machine`."""


class TwoHandsError(GoujiError):
    """A report was worked on in two places, which are one now. Details: `number` of cells that differ."""


class SourceChangedError(GoujiError):
    """Another file stands where one was that was corrected. Details: `carried`, `left`: corrections."""


class ReadOtherwiseError(GoujiError):
    """Figures that were corrected are read otherwise now. Details: `number` of corrections."""


class UnknownTargetError(GoujiError):
    """The target's ending names no format that can be written."""


class ReaderStoppedError(GoujiError):
    """The worker process died or ran out of time over the file."""
