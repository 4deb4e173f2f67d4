"""A review file beside its source tells whether that is still the file that was reviewed."""

from __future__ import annotations

from pathlib import Path

from gouji.loader import load
from gouji.model.loaded import Loaded
from gouji.resources import folder
from gouji.reviewfile import dumps, encode
from gouji.worker.messages import loaded_from_json, loaded_to_json

TEXT = next((folder() / "examples").glob("*.txt")).read_text(encoding="utf-8")


def reviewed(folder: Path) -> tuple[Path, Path]:
    """A report, and the review file beside it."""
    source = folder / "报告.txt"
    source.write_text(TEXT, encoding="utf-8")
    file = folder / "审核.json"
    file.write_text(dumps(encode(load(source).review)), encoding="utf-8")
    return source, file


def passed_on(loaded: Loaded, file: Path) -> Loaded:
    """As it comes out of the reading process, which was asked for the file."""
    return loaded_from_json({"loaded": loaded_to_json(loaded)}, file)


def test_the_same_file_is_shown_beside_its_review(tmp_path: Path) -> None:
    source, file = reviewed(tmp_path)
    loaded = load(file)
    assert loaded.view is not None
    assert (loaded.view.path, loaded.changed) == (source, None)
    assert passed_on(loaded, file) == loaded


def test_one_that_has_changed_is_named_and_not_shown(tmp_path: Path) -> None:
    source, file = reviewed(tmp_path)
    source.write_text(TEXT.replace("2026", "2027"), encoding="utf-8")
    loaded = load(file)
    assert (loaded.view, loaded.changed) == (None, source)
    assert passed_on(loaded, file) == loaded


def test_one_that_is_gone_or_cannot_be_read_is_not_spoken_of(tmp_path: Path) -> None:
    source, file = reviewed(tmp_path)
    source.write_text("", encoding="utf-8")
    assert load(file).changed is None
    source.unlink()
    assert load(file).changed is None
