"""What the prose of the real reports truly says against their tables, where these are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.loader import load
from tests.checking.prose.cases import prose_findings

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
TRUE: dict[str, list[tuple[str, str, str, list[str]]]] = {
    "000_1776bedf71b7910d.txt": [],
    "001_d028c3917ff344aa.txt": [("text.list", "info", "165", ["1+10+2+9+5+1+16+67+4=115"])],
    "002_3f5f08638fb4a4d2.txt": [],
    "003_cad4fa3e014eb2f3.txt": [("text.list", "info", "1251", ["916+335+12=1263"])],
    "004_2f76d07078775984.txt": [("text.all_done", "warning", "", ["1"])],
    "hongze_2024.pdf": [("text.new", "info", "17", ["95"])],
    "made_big_cr3.pdf": [],
    "made_big_lo3.pdf": [],
    "made_cr_seed004_vert.pdf": [("text.all_done", "warning", "", ["1"])],
    "made_lo_seed003.pdf": [("text.list", "info", "1251", ["916+335+12=1263"])],
    "made_lo_syn7_long_split.pdf": [],
    "made_rl_syn1_partly.pdf": [],
    "pingtan_2021.txt": [],
    "pingtan_2024.txt": [],
    "shanghai_office_2019.html": [
        ("text.outcomes", "warning", "258", ["275"]),
        ("text.outcomes", "warning", "33.9%", ["32.0%"]),
        ("text.outcomes", "warning", "265", ["337"]),
        ("text.all_upheld", "warning", "", ["2", "1"]),
    ],
    "shanghai_office_2025.txt": [],
    "shuyang_fgj_2023.html": [],
}
"""By rule, severity, the figure printed, and what the tables hold; of a share the likeliest only."""

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")


@pytest.mark.parametrize("name", list(TRUE))
def test_this_and_nothing_else_is_found(name: str) -> None:
    found = []
    for finding in prose_findings(load(SAMPLES / name).review.document):
        quoted = finding.quotation
        assert quoted is not None
        assert finding.places
        tried = [each.value for each in quoted.tried]
        shown = tried[:1] if quoted.printed.endswith("%") else tried
        found.append((finding.rule.id, str(finding.rule.severity), quoted.printed, shown))
    assert found == TRUE[name]
