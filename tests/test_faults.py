"""What is logged of a fault: where, and of what kind; nothing of any report, and never too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.faults import LARGEST_LOG, LOG_NAME, LOGS_KEPT, FaultLog, described, scrubbed

QUOTED = "某某市 1234 件"


def fail() -> None:
    try:
        int(QUOTED)
    except ValueError as error:
        raise LookupError(QUOTED) from error


def test_an_error_is_told_by_kind_and_place_with_what_led_to_it() -> None:
    with pytest.raises(LookupError, match="某") as caught:
        fail()
    told = described(caught.value)
    kinds = [line for line in told.splitlines() if not line.startswith(" ")]
    assert kinds == ["ValueError", "LookupError"]
    assert f"{__name__}:" in told
    assert " in fail" in told
    assert "某" not in told
    assert "1234" not in told
    assert "/" not in told


@pytest.mark.parametrize(
    "notice",
    [
        "Cannot open “某某市.pdf”",
        'file "reports/x.pdf" is 1234 bytes',
        "bad D:\\reports\\x.pdf",
        "值 1234 不对",
    ],
)
def test_a_notice_is_told_without_what_it_quotes(notice: str) -> None:
    told = scrubbed(notice)
    assert not any(word in told for word in ("某", "x.pdf", "1234", "reports", "值"))


def test_the_log_never_grows_beyond_what_is_kept(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for _ in range(6 * LARGEST_LOG // 10_000):
        log.note_fault("x" * 10_000)
    log.close()
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == [LOG_NAME, *(f"{LOG_NAME}.{n + 1}" for n in range(LOGS_KEPT))]
    assert all(path.stat().st_size <= LARGEST_LOG for path in files)


def test_without_a_place_for_the_log_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = FaultLog(tmp_path / "file" / "log")
    log.note_start()
    log.note_fault("x")
    log.close()
