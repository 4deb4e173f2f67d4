"""Our own workbook comes back: as the review it was made from, with what was changed in it as corrections."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from gouji.errors import ChangedLayoutError, GoujiError, LostReviewError, LostSheetError, NotAFigureError
from gouji.export import write
from gouji.library import forms
from gouji.loader import load
from gouji.model.correction import Document, Mistake, StepKind
from gouji.model.form import Address
from gouji.model.loaded import Loaded
from gouji.model.report import Number, Reading
from gouji.model.review import Review
from gouji.resources import resource
from gouji.reviewfile import record
from gouji.session import ReviewSession
from gouji.worker.messages import loaded_from_json, loaded_to_json
from tests.export.reviews import SUIT, TOTAL, corrected_handover, correction, make_handover
from tests.factory import make_document, now

NEW = Address.parse("requests.new.natural_person")
MISSED = Address.parse("requests.carried_out.research")
DOUBTED = Address.parse("proactive.regulations.issued")
FEES = Address.parse("proactive.fees.amount")
PLACES = {NEW: ("表三", "D6"), MISSED: ("表三", "F30"), TOTAL: ("表三", "D29"), SUIT: ("表四", "I6")}
FORMS = [form.id for form in forms()]
Edit = Callable[[Workbook], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return corrected_handover().write(tmp_path / "县.xlsx")


def edit(path: Path, change: Edit) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(values: dict[str, Any]) -> Edit:
    """Put values into cells, each named with its sheet, such as ``表三!D6``."""

    def change(book: Workbook) -> None:
        for place, value in values.items():
            sheet, cell = place.split("!")
            book[sheet][cell] = value

    return change


def changes(loaded: Loaded) -> dict[str, Number | None]:
    """The corrections that are not those of the review as it was written."""
    before = (loaded.before or loaded.review).document.corrections
    corrections = loaded.review.document.corrections
    return {str(address): each.after for address, each in corrections.items() if before.get(address) != each}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form_id", FORMS)
def test_the_same_review_comes_back(form_id: str, language: str, tmp_path: Path) -> None:
    handover = make_handover(form_id, None, correction(TOTAL, 50, 51, "=多列\x0b一件\r\n", Mistake.SOURCE))
    back = load(handover.write(tmp_path / "book.xlsx", language))
    assert back == Loaded(handover.review, None)


def test_missing_and_doubtful_cells_come_back_as_such(path: Path) -> None:
    cells = load(path).review.document.report.cells
    assert cells[MISSED].reading is Reading.MISSING
    assert (cells[DOUBTED].reading, cells[DOUBTED].raw) == (Reading.DOUBTFUL, "22（其中修订 16 件）")


def test_the_source_is_shown_where_it_lies_beside_the_workbook(tmp_path: Path) -> None:
    source = tmp_path / "bailu_2025.txt"
    shutil.copy(str(resource("examples", source.name)), source)
    loaded = load(source)
    write(loaded.review, [], tmp_path / "back.xlsx", "zh")
    assert load(tmp_path / "back.xlsx") == loaded
    source.write_text("another", "utf-8")
    assert load(tmp_path / "back.xlsx") == Loaded(loaded.review, None, changed=source)


def test_changed_cells_become_corrections(path: Path) -> None:
    """A figure changed, one filled in, one emptied, one given decimals as text, one changed back."""
    edit(path, put({"表三!D6": 52, "表三!F30": 3, "表三!F6": None, "表二!B16": "１2.75", "表三!D29": 50}))
    loaded = load(path)
    assert loaded.before == corrected_handover().review
    document = loaded.review.document
    assert changes(loaded) == {
        str(NEW): 52,
        str(MISSED): 3,
        "requests.new.research": None,
        str(FEES): Decimal("12.75"),
    }
    assert TOTAL not in document.corrections, "the file says 50 itself"
    assert document.corrections[SUIT] == corrected_handover().review.document.corrections[SUIT]
    assert document.corrections[NEW].mistake is Mistake.SOURCE
    assert document.corrections[MISSED].mistake is Mistake.READING
    assert document.corrections[NEW].reason == "在工作簿“县.xlsx”中改动"
    assert document.report == corrected_handover().review.document.report


def test_what_was_changed_is_one_step(path: Path) -> None:
    loaded = load(edit(path, put({"表三!D6": 52, "表三!D29": 50, "表四!A6": None})))
    session = ReviewSession(loaded.review, loaded.before)
    step = session.undo()
    assert step is not None
    assert (step.kind, len(step.changes)) == (StepKind.RETURN, 3)
    assert session.review == loaded.before
    assert session.undoable is None
    session.redo()
    assert session.review == loaded.review


def test_the_reading_process_passes_it_on(path: Path) -> None:
    loaded = load(edit(path, put({"表三!D6": 52})))
    assert loaded_from_json({"loaded": loaded_to_json(loaded)}, path) == loaded


@pytest.mark.parametrize("blank", ["", "/", "—", "无", "　"])
def test_a_placeholder_is_an_empty_cell(blank: str, path: Path) -> None:
    assert changes(load(edit(path, put({"表三!D6": blank})))) == {str(NEW): None}


@pytest.mark.parametrize(
    "text", ["五十一", "51件", "51（估计）", "5 1", "=D8+1", "0051", "约51", "#REF!", True, "1e5"]
)
def test_what_is_no_number_is_told(text: str, path: Path) -> None:
    with pytest.raises(NotAFigureError) as caught:
        load(edit(path, put({"表三!D6": text})))
    assert caught.value.details["sheet"] == "表三"
    assert caught.value.details["cell"] == "D6"
    assert "县.xlsx" in caught.value.sentence("zh")


def test_a_number_shown_as_another_is_told(path: Path) -> None:
    """3.7 under the format of counts is seen as 4; a date is a number that no one sees."""
    for value, number_format in ((3.7, "0"), (44927, "yyyy/m/d")):
        book = load_workbook(path)
        book["表三"]["D6"] = value
        book["表三"]["D6"].number_format = number_format
        book.save(path)
        with pytest.raises(NotAFigureError):
            load(path)


def test_what_is_struck_out_is_told(path: Path) -> None:
    book = load_workbook(path)
    cell = book["表三"]["D6"]
    cell.font = Font(strike=True)
    book.save(path)
    with pytest.raises(NotAFigureError):
        load(path)


def test_an_amount_may_be_given_more_decimals(tmp_path: Path) -> None:
    path = make_handover("2021", {str(FEES): Decimal("12.5")}).write(tmp_path / "book.xlsx")
    assert changes(load(path)) == {}
    assert changes(load(edit(path, put({"表二!B16": 12.55})))) == {str(FEES): Decimal("12.55")}


def test_figures_that_a_spreadsheet_cannot_keep_come_back_unchanged(tmp_path: Path) -> None:
    long = correction(FEES, 0, Decimal("1234567890123.123456"), "", Mistake.READING)
    path = make_handover("2021", {str(NEW): 123456789012345}, long).write(tmp_path / "book.xlsx")
    assert changes(load(path)) == {}


# Layout


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda book: book["表三"].insert_rows(9), ChangedLayoutError),
        (lambda book: book["表三"].delete_rows(9), ChangedLayoutError),
        (lambda book: book["表三"].insert_cols(5), ChangedLayoutError),
        (lambda book: book["表四"].insert_rows(6), ChangedLayoutError),
        (lambda book: book["表四"].move_range("A6:E6", rows=3), ChangedLayoutError),
        (lambda book: book["表三"].move_range("D6:J6", rows=40), ChangedLayoutError),
        (put({"表三!D4": "法人"}), ChangedLayoutError),
        (put({"表四!B9": 4}), ChangedLayoutError),
        (lambda book: book.remove(book["表四"]), LostSheetError),
        (lambda book: setattr(book["表二"], "title", "表二（改）"), LostSheetError),
    ],
)
def test_a_table_that_was_moved_in_part_is_told(change: Edit, trouble: type[GoujiError], path: Path) -> None:
    with pytest.raises(trouble) as caught:
        load(edit(path, change))
    assert caught.value.path == path
    assert "\n" not in caught.value.sentence("en")


def test_what_stands_beside_the_table_does_no_harm(path: Path) -> None:
    edit(path, put({"表三!L6": 999, "表三!A40": "请于本周内报回", "来源!B3": "某单位"}))
    edit(path, lambda book: book.remove(book["问题清单"]))
    edit(path, lambda book: book.create_sheet("附", 0))
    assert load(path) == Loaded(corrected_handover().review, None)


def test_a_table_that_was_moved_as_a_whole_is_found(path: Path) -> None:
    def move(book: Workbook) -> None:
        sheet = book["表四"]
        ranges = [str(each) for each in sheet.merged_cells.ranges]
        for each in ranges:
            sheet.unmerge_cells(each)
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1)
        sheet["B8"] = 11

    assert changes(load(edit(path, move))) == {"disputes.review.upheld": 11}


# The record


def cells_of_record(path: Path) -> list[str]:
    return [str(row[0].value) for row in load_workbook(path)[record.RECORD_SHEET].iter_rows()]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["gouji.workbook/1"],
        ["gouji.workbook/2", None, None],
        [None, "0" * 64, None],
        [None, None, "eNoD"],
        [None, None, "?"],
        [None, None, "汉"],
        [None, None, ""],
        [None, None, None, "AAAA"],
    ],
)
def test_a_damaged_record_is_told_and_never_read_as_a_plain_workbook(texts: list[Any], path: Path) -> None:
    def damage(book: Workbook) -> None:
        sheet = book[record.RECORD_SHEET]
        kept = [cell.value for cell in sheet["A"]]
        sheet.delete_rows(1, 100)
        for row, text in enumerate(texts, start=1):
            sheet.cell(row, 1, kept[row - 1] if text is None else text)

    with pytest.raises(LostReviewError):
        load(edit(path, damage))


def packed(values: Any, path: Path) -> Path:
    """The workbook with other values in its record, and the right checksum over them."""

    def change(book: Workbook) -> None:
        for row, text in enumerate(record.pack(values), start=1):
            book[record.RECORD_SHEET].cell(row, 1, text)

    return edit(path, change)


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("review/schema", "x"),
        ("review/cells", {}),
        ("language", "la"),
        ("tables", {}),
        ("tables", []),
        ("tables/0/sheet", 7),
        ("tables/0/labels", []),
        ("tables/0/figures", []),
        ("tables/0/figures/0/text", "requests.new.nobody"),
        ("tables/0/figures/0/row", -1),
        ("tables/0/figures/0/column", 1.5),
    ],
)
def test_a_record_that_is_not_one_is_told(way: str, value: Any, path: Path) -> None:
    values = record.unpack(cells_of_record(path)).value
    *steps, last = way.split("/")
    inner = values
    for step in steps:
        inner = inner[int(step) if isinstance(inner, list) else step]
    inner[int(last) if isinstance(inner, list) else last] = value
    with pytest.raises(LostReviewError):
        load(packed(values, path))


def test_a_record_that_swells_is_not_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "LARGEST", 10_000)
    with pytest.raises(LostReviewError):
        load(path)


def test_a_workbook_of_ours_without_its_record_is_told(path: Path) -> None:
    with pytest.raises(LostReviewError):
        load(edit(path, lambda book: book.remove(book[record.RECORD_SHEET])))


def test_a_long_record_is_cut_into_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "PIECE", 1000)
    path = corrected_handover().write(tmp_path / "book.xlsx")
    texts = cells_of_record(path)
    assert len(texts) > 4
    assert max(map(len, texts)) == 1000
    assert load(path).review == corrected_handover().review


# Other programs


@pytest.mark.office
@pytest.mark.parametrize("form_id", FORMS)
def test_the_review_survives_libreoffice(
    form_id: str, tmp_path: Path, resave: Callable[[Path], Path]
) -> None:
    handover = make_handover(form_id)
    path = resave(handover.write(tmp_path / "book.xlsx"))
    assert load(path) == Loaded(handover.review, None)


@pytest.mark.office
def test_changes_survive_libreoffice(path: Path, resave: Callable[[Path], Path]) -> None:
    edit(path, put({"表三!D6": "=50+2", "表二!B16": 12.75, "表四!A6": None}))
    loaded = load(resave(path))
    assert changes(loaded) == {
        str(NEW): 52,
        str(FEES): Decimal("12.750000"),
        "disputes.review.upheld": None,
    }


@pytest.mark.office
def test_long_figures_and_any_text_survive_libreoffice(
    tmp_path: Path, resave: Callable[[Path], Path]
) -> None:
    document = make_document("2021", {str(FEES): Decimal("0.100000"), str(NEW): 999_999_999_999})
    report = replace(document.report, unit=" a  b\t_x0041_\n\x0b=1", title="长" * 50_000)
    reason = correction(TOTAL, 0, Decimal("1234567890123.123456"), "\r\n 甲　", Mistake.SOURCE)
    review = Review(Document(report, {TOTAL: replace(reason, at=now())}))
    write(review, [], tmp_path / "book.xlsx", "zh")
    assert load(resave(tmp_path / "book.xlsx")) == Loaded(review, None)
