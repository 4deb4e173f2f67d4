"""The report of the year before in a review file."""

from __future__ import annotations

from typing import Any

import pytest

from gouji.errors import BadReviewFileError
from gouji.model.comparison import Reference
from gouji.model.review import Review
from gouji.reviewfile import decode, dumps, encode, parse
from tests.factory import BLANK, MISSING, make_document


def values() -> dict[str, Any]:
    """A review that was compared with a report on another form."""
    before = make_document("2019", {"requests.new.total": BLANK, "requests.total.total": MISSING})
    review = Review(make_document(), previous=Reference.of(before))
    written: dict[str, Any] = parse(dumps(encode(review)).encode())
    assert decode(written) == review
    return written


def test_only_what_was_found_is_told() -> None:
    cells = values()["previous"]["cells"]
    assert cells["requests.new.total"] == {"value": None, "reading": "blank"}
    assert "requests.total.total" not in cells


def test_files_of_earlier_versions_have_none() -> None:
    written = values()
    del written["previous"]
    assert decode(written).previous is None


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("form",), "2022"),
        (("source",), None),
        (("year",), "2020"),
        (("cells",), []),
        (("cells", "requests.new.nobody"), {"value": 1, "reading": "clear"}),
        (("cells", "proactive.fees.amount"), {"value": 1, "reading": "clear"}),
        (("cells", "requests.new.total"), {"value": 1, "reading": "blank"}),
        (("cells", "requests.new.total"), {"value": 1}),
    ],
)
def test_what_is_no_report_is_refused_with_the_way_to_it(way: tuple[str, ...], value: object) -> None:
    written = values()
    part = written["previous"]
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value
    with pytest.raises(BadReviewFileError) as caught:
        decode(written)
    assert str(caught.value.details["where"]).startswith(" / ".join(("previous", *way)))
