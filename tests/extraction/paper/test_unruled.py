"""Tables that lines rule in part: heads, columns and wrapped figures that other rows and the page tell."""

from __future__ import annotations

from gouji.extraction.binding.bind import bind
from gouji.extraction.labels.book import Book
from gouji.extraction.lines.line import Line
from gouji.extraction.paper.aligned import aligned_tables
from gouji.extraction.paper.printed_columns import column_stops, figure_columns
from gouji.extraction.paper.printed_rows import Row, row_boxes
from gouji.extraction.paper.regions import regions
from gouji.extraction.paper.row_stops import row_stops
from gouji.extraction.paper.rulings import Rule, ruled_tables
from gouji.extraction.paper.typesetting import around, text_lines
from gouji.model.geometry import Box
from gouji.model.report import Doubt
from gouji.sources.page import Page, Ruling, Word
from gouji.sources.strip import Slot
from tests.extraction.paper.test_loose import table, word
from tests.extraction.paper.test_wrapped import centred
from tests.extraction.test_layouts import FORMS

STOPS = (80.0, 120.0, 160.0, 200.0)


def test_heads_over_several_columns_stand_above_theirs_also_where_a_rule_closes_them_off() -> None:
    """
    |     |  申请人的全部情况     |
    |     | this | that  |  total |
    -------------------------------
    | new |  1   |   2   |    3   |     no line parts the rows below, nor the heads
    """
    rules = [Ruling(Box(0, y, 400, y)) for y in (0, 40, 100)]
    rules += [Ruling(Box(x, 0, x, 100)) for x in (0, 100, 400)]
    rules += [Ruling(Box(x, 20, x, 100)) for x in (200, 300)]
    words = [word("申请人的全部情况", 160, 5), centred("this", 150, 25), centred("that", 250, 25)]
    words += [centred("total", 350, 25)]
    words += [word("new", 5, 50), word("old", 5, 70)]
    words += [centred(str(x // 10 + y), x, y) for y in (50, 70) for x in (150, 250, 350)]
    found = table(Page(1, 500, 500, tuple(words), tuple(rules)))
    heads = [slot.text for slot in found.rows[1] if slot.text]
    assert heads == ["this", "that", "total"]


def test_columns_end_with_a_table_that_the_page_leaves_open() -> None:
    """The borders reach down as far as the lines between the columns; no line closes them."""
    rules = [Ruling(Box(0, 0, 300, 0)), *(Ruling(Box(x, 0, x, 100)) for x in (0, 300))]
    inner = [Ruling(Box(x, 20, x, 100)) for x in (100, 200)]
    found = max(ruled_tables([*rules, *inner]), key=lambda each: len(each.vertical))
    assert sorted(rule.at for rule in found.vertical) == [0, 100, 200, 300]


def test_cells_in_boxes_of_their_own_are_one_table() -> None:
    """Lines of three points' distance: boxes with thick borders, a little apart."""
    boxes = [Box(53 * at, 23 * row, 53 * at + 50, 23 * row + 20) for at in range(3) for row in range(2)]
    rules = [Ruling(Box(box.x0, y, box.x1, y)) for box in boxes for y in (box.top, box.bottom)]
    rules += [Ruling(Box(x, box.top, x, box.bottom)) for box in boxes for x in (box.x0, box.x1)]
    assert len(ruled_tables(rules)) == 1


def test_figures_that_run_into_each_other_do_not_hide_a_column() -> None:
    """
    1    7      1     123456
    4   11   123456      1
    18  20     1255681         the last two are one word, in the middle between their columns
    """
    places = (100.0, 140.0, 180.0, 205.0)
    printed = ["1 7 1 123456", "4 11 123456 1", "2 8 41 60"]
    rows = [
        [centred(text, x, 20.0 * at) for text, x in zip(texts.split(), places, strict=True)]
        for at, texts in enumerate(printed)
    ]
    fused = [centred("18", 100.0, 60), centred("20", 140.0, 60), centred("1255681", 192.5, 60)]
    assert len(figure_columns([*rows, fused])) == len(places)


def test_a_figure_that_stands_in_no_column_of_the_full_rows_has_one_of_its_own() -> None:
    rows = [[centred("12", x, 20 * at) for x in (100.0, 140.0, 180.0)] for at in range(2)]
    lone = [centred("7", 220.0, 60)]
    assert len(figure_columns([*rows, lone])) == len(rows[0]) + 1


def test_a_spaced_out_head_is_no_label_before_its_column() -> None:
    """
    自 然 人   科研机构
       3          5
    """
    figures = [centred("3", 115.0, 20), centred("5", 180.0, 20)]
    heads = [word("自", 95), word("然", 110), word("人", 125), word("科研机构", 160)]
    first, *_ = column_stops([(112.5, 117.5), (177.5, 182.5)], [*heads, *figures, word("row", 0, 20)])
    assert first < heads[0].box.x0


def test_a_title_without_a_number_ends_a_table() -> None:
    """
    new  1  2  3
    old  4  5  6
    存在的主要问题及改进情况
    7  8  9
    """
    rows = [[word("row", 0, y), *(word(str(x), 120.0 * x, y) for x in (1, 2, 3))] for y in (0, 20, 60, 80)]
    lines = [*rows[:2], [word("存在的主要问题及改进情况", 0, 40)], *rows[2:]]
    assert [len(region.lines) for region in regions(lines, [])] == [2, 2]


def test_the_last_rule_of_a_table_is_none_of_the_next_below_a_title() -> None:
    """Else the next table would begin above its title, and be taken for a part of the section before.

    ──────────────────
    new  1  2  3
    ──────────────────
    存在的主要问题及改进情况
    old  4  5  6
    ──────────────────
    """
    rows = [[word("row", 0, y), *(word(str(x), 60.0 * x, y) for x in (1, 2, 3))] for y in (0, 10, 42, 52)]
    lines = [*rows[:2], [word("存在的主要问题及改进情况", 0, 28)], *rows[2:]]
    rules = [Rule(y, 0, 190) for y in (-2.0, 25.0, 70.0)]
    assert [[rule.at for rule in region.rules] for region in regions(lines, rules)] == [[-2, 25], [70]]


def test_the_head_of_a_page_is_no_row_of_the_table_below() -> None:
    lines = [[word("1/22/26", 0), word("x", 200)]]
    lines += [[word("new", 0, y), *(word(str(x), 60.0 * x, y) for x in (1, 2, 3))] for y in (50, 70)]
    (region,) = regions(lines, [])
    assert len(region.lines) == 2
    near = [[Word(each.text, Box(each.box.x0, 30, each.box.x1, 40)) for each in lines[0]], *lines[1:]]
    (region,) = regions(near, [])
    assert len(region.lines) == 3


def test_a_wrapped_figure_beside_a_label_of_as_many_lines_is_one_row() -> None:
    """
    属于行政  7428   5      the end of 74286 is level with the rest of the label
    执法案卷  6
    信访举报    12   8
    """
    words = [word("属于行政", 0), word("执法案卷", 0, 12), word("信访举报", 0, 40), word("投诉之类", 0, 52)]
    words += [word("7428", 85), word("6", 85, 12), word("5", 140), word("9", 180)]
    words += [word("12", 85, 40), word("8", 140, 40), word("3", 180, 40)]
    (stop,) = row_stops(words, [], STOPS, 0.0)
    assert 22 < stop < 40


def test_a_figure_wrapped_at_a_comma_is_no_label_of_what_is_below() -> None:
    """
                       1,194,
    总计    71   5        106
    结转    12   8         46
    """
    words = [
        word("总计", 0, 6),
        word("71", 85, 6),
        word("5", 140, 6),
        word("1,194,", 170),
        word("106", 173, 12),
    ]
    words += [word("结转", 0, 26), word("12", 85, 26), word("8", 140, 26), word("46", 176, 26)]
    (stop,) = row_stops(words, [], STOPS, 0.0)
    assert 22 < stop < 26


def test_lines_of_a_figure_are_as_far_apart_as_those_of_labels() -> None:
    words = [word("属于行政", 0), word("执法案卷", 0, 18), word("信访举报", 0, 50), word("投诉之类", 0, 68)]
    words += [word("7428", 85), word("6", 85, 18), word("5", 140), word("9", 180)]
    words += [word("12", 85, 50), word("8", 140, 50), word("3", 180, 50)]
    (stop,) = row_stops(words, [], STOPS, 0.0)
    assert 28 < stop < 50


def test_figures_in_columns_with_room_are_rows_of_their_own() -> None:
    """The lower figure would have fitted beside the upper: another row, whose other cells are blank."""
    words = [word("属于行政", 0), word("执法案卷", 0, 12), word("7428", 85, 40), word("信访举报", 0, 40)]
    words += [word("74", 85), word("6", 85, 12), word("5", 140), word("9", 180), word("8", 140, 40)]
    assert len(row_stops(words, [], STOPS, 0.0)) == 2


def test_labels_begin_level_with_the_first_line_of_wrapped_figures() -> None:
    """
    其他法律  1
    禁止公开
    危及安全  12
               3
    保护权益  5
    """
    reaches = ((0.0, 10.0), (24.0, 46.0), (60.0, 70.0))
    rows = [Row(Box(80, top, 100, bottom), labelled=True) for top, bottom in reaches]
    labels = [[word("其他法律", 0, y)] for y in (0, 12, 24, 60)]
    assert [(box.top, box.bottom) for box in row_boxes(rows, labels)] == [(0, 22), (24, 46), (60, 70)]


def test_a_number_in_front_begins_a_label() -> None:
    """
    （二）部分公开      5     this line stands further left, in another column
    其他情形）
    1.属于国家秘密      8
    2.其他规定          1
    """
    tops = (0.0, 24.0, 36.0, 48.7, 61.5)
    rows = [Row(Box(80, top, 100, top + 11.6), labelled=top < 48) for top in tops]
    labels = [
        [word(text, 20, y, 11.7)]
        for text, y in (
            ("其他情形）", 11.5),
            ("1.属于国家秘密", 23.9),
            ("2.其他规定", 35.9),
            ("3.危及安全", 48.6),
            ("4.保护权益", 61.4),
        )
    ]
    assert [box.top for box in row_boxes(rows, labels)][1:] == [23.9, 35.9, 48.6, 61.4]


def test_an_only_row_has_the_columns_of_its_wrapped_figures_too() -> None:
    """
               719
    3  4  5  6     7  8  9  1
                3
    """
    xs = [40.0 * at for at in range(9)]
    row = [centred(str(at), x, 20) for at, x in enumerate(xs) if at != 4]
    words = [*row, centred("719", xs[4], 14), centred("3", xs[4], 26)]
    ((found, _),), _ = aligned_tables(words, [])
    assert len(found.xs) == len(xs) + 1
    assert around(words).width < found.xs[-1] - found.xs[0]
    assert len(text_lines(words)) == 3


def bound(figures: int, *, located: bool) -> list[tuple[str | None, Doubt | None]]:
    """What is read of the last table, of which a line of figures without heads is printed."""
    slots = tuple(Slot(str(at), 1, Box(20.0 * at, 0, 20.0 * at + 9, 9), at) for at in range(figures))
    disputes = Book(FORMS["2021"].by_id["disputes"])
    found = bind(disputes, [Line((), slots, grid=0)], located=located)
    return [(cell.raw, cell.doubt) for cell in found.cells.values()]


def test_an_only_row_is_read_where_a_page_end_cut_off_its_heads() -> None:
    count = len(FORMS["2021"].by_id["disputes"].addresses)
    assert bound(count, located=True) == [(str(at), Doubt.COLUMN) for at in range(count)]


def test_other_figures_and_those_elsewhere_are_not_taken_for_it() -> None:
    count = len(FORMS["2021"].by_id["disputes"].addresses)
    assert bound(count - 1, located=True) == bound(count, located=False) == []


def test_as_many_cells_as_heads_are_in_their_order_also_where_the_lines_stand_elsewhere() -> None:
    """
    自然人|商业企业|社会公益组织|法律服务机构|其他|总计       科研机构 is not printed at all
    the rest of the table, below a page number, has columns of other widths
    """
    book = Book(FORMS["2021"].by_id["requests"])
    columns = ["自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "总计"]
    heads = [Slot(text, 1, Box(100.0 * at, 0, 100.0 * at + 100, 9), at) for at, text in enumerate(columns, 1)]
    cells = [Slot(str(at), 1, Box(60.0 * at, 20, 60.0 * at + 60, 29), at) for at in range(1, 7)]
    label = Slot("一、本年新收政府信息公开申请数量", 1, Box(0, 20, 60, 29), 0)
    lines = [Line(tuple(heads), (), 0, ruled=True), Line((label,), tuple(cells), 1, ruled=True)]
    found = bind(book, lines).cells
    assert [(address.column, cell.raw) for address, cell in found.items()] == [
        ("natural_person", "1"),
        ("business", "2"),
        ("public_interest", "3"),
        ("legal_service", "4"),
        ("other_org", "5"),
        ("total", "6"),
    ]
    assert {cell.doubt for cell in found.values()} == {Doubt.SHORT_ROW}
