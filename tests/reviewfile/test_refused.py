"""What is no review file, or a changed one, is refused by its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gouji.errors import (
    BadReviewFileError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    IsFolderError,
    NotAFileError,
)
from gouji.model.prose import Footnote, Section
from gouji.reviewfile import decode, disk, dumps, read_review
from tests.reviewfile.one_of_everything import NEW, TOTAL, encoded, make_review


def change(way: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Put another value at the end of the way, whose steps are parted by slashes."""

    def apply(values: Any) -> None:
        *steps, last = way.split("/")
        for step in steps:
            values = values[int(step) if isinstance(values, list) else step]
        values[int(last) if isinstance(values, list) else last] = value

    return apply


CELL = f"cells/{NEW}"


@pytest.mark.parametrize(
    ("way", "value", "where"),
    [
        ("schema", "gouji.report/2", "schema"),
        ("form", "2020", "form"),
        ("form", ["2021"], "form"),
        ("unit", 7, "unit"),
        ("year", "2023", "year"),
        ("year", True, "year"),
        ("year", 10**9, "year"),
        ("source", None, "source"),
        ("source/pages", -1, "source / pages"),
        ("source/name", "half \ud800", "source / name"),
        ("cells", [], "cells"),
        ("cells/requests.new.nobody", {}, "cells / requests.new.nobody"),
        (f"{CELL}/value", "51", f"cells / {NEW} / value"),
        (f"{CELL}/value", 51.5, f"cells / {NEW} / value"),
        (f"{CELL}/value", True, f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("NaN"), f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("1E+999999999"), f"cells / {NEW} / value"),
        (f"{CELL}/value", Decimal("1E-999999999"), f"cells / {NEW} / value"),
        (f"{CELL}/value", 10**200, f"cells / {NEW} / value"),
        (f"{CELL}/reading", "sure", f"cells / {NEW} / reading"),
        (f"{CELL}/reading", "blank", f"cells / {NEW} / reading"),
        (f"{CELL}/doubt", "a whim", f"cells / {NEW} / doubt"),
        (f"{CELL}/provenance/page", 0, f"cells / {NEW} / provenance / page"),
        (f"{CELL}/provenance/box", [1, 2, 3], f"cells / {NEW} / provenance / box"),
        (f"{CELL}/provenance/box/0", float("inf"), f"cells / {NEW} / provenance / box / 1"),
        (f"{CELL}/provenance/box/0", 10**400, f"cells / {NEW} / provenance / box / 1"),
        (f"cells/{TOTAL}/value", 49, f"cells / {TOTAL} / value"),
        ("footnotes/0/table", "fees", "footnotes / 1 / table"),
        ("sections/0/page", None, "sections / 1 / page"),
        ("sections/1/places", [{"page": 1, "box": [1, 2, 3, 4]}], "sections / 2 / places"),
        ("sections/1/places", [None, None], "sections / 2 / places / 1"),
        ("sections/1/places/0/page", 0, "sections / 2 / places / 1 / page"),
        ("sections/1/heading", 3, "sections / 2 / heading"),
        ("period/start", "2023-02-30", "period / start"),
        ("period/end", 2023, "period / end"),
        ("dates/0/date", "2024年1月15日", "dates / 1 / date"),
        ("dates/0/provenance", [], "dates / 1 / provenance"),
        ("footnotes/0/provenance/box", [1], "footnotes / 1 / provenance / box"),
        ("title_places", "1", "title_places"),
        ("findings", {}, "findings"),
        ("findings/0/decision", {"state": "maybe"}, "findings / 1 / decision / state"),
        ("corrections", None, "corrections"),
        ("corrections/0/cell", "requests.new.nobody", "corrections / 1 / cell"),
        ("corrections/0/before", 49, "corrections / 1 / before"),
        ("corrections/0/mistake", "nobody's", "corrections / 1 / mistake"),
        ("corrections/0/at", "2026-01-09T08:12:30", "corrections / 1 / at"),
        ("corrections/0/at", "yesterday", "corrections / 1 / at"),
        ("cells/" + "x" * 1000, {}, "cells / " + "x" * 60),
    ],
)
def test_what_is_wrong_is_refused_by_its_place(way: str, value: Any, where: str) -> None:
    values = encoded(make_review())
    change(way, value)(values)
    with pytest.raises(BadReviewFileError) as caught:
        decode(values, "review.json")
    assert caught.value.details["where"] == where
    assert "\n" not in caught.value.sentence("zh")


@pytest.mark.parametrize("key", ["schema", "form", "source", "cells"])
def test_what_must_be_there_is_missed(key: str) -> None:
    values = encoded(make_review())
    del values[key]
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_a_cell_of_the_form_is_missed() -> None:
    values = encoded(make_review())
    del values["cells"][str(NEW)]
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_two_corrections_of_one_cell_are_refused() -> None:
    values = encoded(make_review())
    values["corrections"] *= 2
    with pytest.raises(BadReviewFileError):
        decode(values)


def test_a_file_of_an_earlier_version_opens_without_the_places_of_its_words() -> None:
    values = encoded(make_review())
    for key in ("title_places", "period", "dates"):
        del values[key]
    for section in values["sections"]:
        for key in ("heading", "provenance", "places"):
            del section[key]
    del values["footnotes"][0]["provenance"]
    report = decode(values).document.report
    assert (report.title_places, report.period, report.dates) == ((), None, ())
    assert report.sections[1] == Section("二", "主动公开政府信息情况", 2, "见下表\n如下")
    assert report.footnotes == (Footnote("disputes", "注：含上年度结转数量"),)


def test_members_of_a_later_version_are_passed_over() -> None:
    values = encoded(make_review()) | {"stamp": "…"}
    assert decode(values) == make_review()


@pytest.mark.parametrize(
    "content",
    [b"[]", b"null", b"{", b"\xff\xfe{}", b"[" * 100_000, b"9" * 5000, b'{"schema": NaN}', b"not a review"],
)
def test_what_is_no_review_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(BadReviewFileError) as caught:
        read_review(path)
    assert caught.value.path == path


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(dumps(encoded(make_review())), "utf-8-sig")
    assert read_review(path) == make_review()


def test_trouble_with_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.json").write_text(" \n")
    (tmp_path / "large.json").write_text("[" + " " * 200 + "]")
    monkeypatch.setattr(disk, "LARGEST", 100)
    for name, trouble in (
        ("none.json", FileMissingError),
        ("empty.json/none.json", FileMissingError),
        ("empty.json", EmptyFileError),
        ("large.json", FileTooLargeError),
        (".", IsFolderError),
        ("x" * 5000 + ".json", FileMissingError),
    ):
        with pytest.raises(trouble):
            read_review(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no pipes by name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(NotAFileError):
        read_review(tmp_path / "pipe.json")
