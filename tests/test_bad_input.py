"""Files that are not what they should be: each is refused in one plain sentence, and nothing is changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from gouji.errors import (
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    GoujiError,
    IsFolderError,
    NoPermissionError,
    NotAReportError,
    NoTextError,
    PasswordNeededError,
    UnknownFormatError,
    WrongPasswordError,
)
from gouji.loader import load

NOBODY = 65534


def letter_pdf(path: Path, encryption: StandardEncryption | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4, encrypt=encryption)
    for line in range(20):
        canvas.drawString(72, 720 - line * 20, f"Dear Sir, this is line {line} of a letter and no report.")
    canvas.save()
    return path


def scan_pdf(path: Path) -> Path:
    """Pages that hold nothing but a drawing, as a scan holds nothing but a picture."""
    canvas = Canvas(str(path), pagesize=A4)
    for _ in range(3):
        canvas.rect(72, 72, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return path


@contextmanager
def without_privileges() -> Iterator[None]:
    """As an ordinary user: a superuser may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def refused(path: Path, kind: type[GoujiError], password: str | None = None) -> None:
    """Loading the file raises the error, whose sentences are one line each and name the file."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as raised:
        load(path, password)
    for language in ("zh", "en"):
        sentence = raised.value.sentence(language)
        assert path.name in sentence
        assert "\n" not in sentence
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_text_that_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("各科室：请于周五前报送材料。\n一、要求\n二、时间\n" * 30, encoding="utf-8")
    refused(path, NotAReportError)


def test_a_pdf_that_is_no_report(tmp_path: Path) -> None:
    refused(letter_pdf(tmp_path / "letter.pdf"), NotAReportError)


@pytest.mark.parametrize("name", ["empty.pdf", "empty.txt", "empty.json"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    refused(path, EmptyFileError)


def test_a_file_of_blanks_alone(tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_text(" \n　\n\t\n", encoding="utf-8")
    refused(path, EmptyFileError)


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip", b"<html><body>404</body></html>", b"\x00" * 999])
def test_something_else_inside_a_pdf(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    refused(path, DamagedFileError)


def test_half_a_pdf(tmp_path: Path) -> None:
    path = letter_pdf(tmp_path / "half.pdf")
    path.write_bytes(path.read_bytes()[:300])
    refused(path, DamagedFileError)


def test_an_encrypted_pdf_asks_for_its_password(tmp_path: Path) -> None:
    path = letter_pdf(tmp_path / "secret.pdf", StandardEncryption("open sesame", canPrint=0))
    refused(path, PasswordNeededError)
    refused(path, WrongPasswordError, password="open barley")  # noqa: S106 -- a made-up one
    refused(path, NotAReportError, password="open sesame")  # noqa: S106 -- a made-up one


def test_a_pdf_without_text(tmp_path: Path) -> None:
    refused(scan_pdf(tmp_path / "scan.pdf"), NoTextError)


@pytest.mark.parametrize("name", ["report.doc", "report.wps", "report.ofd", "report", "report.png"])
def test_a_format_that_has_no_reader(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100)
    refused(path, UnknownFormatError)


def test_pictures_inside_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    refused(path, DamagedFileError)


@pytest.mark.parametrize("name", ["folder", "folder.pdf", "folder.txt", "folder.json"])
def test_a_folder(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.mkdir()
    refused(path, IsFolderError)


@pytest.mark.parametrize("name", ["none.pdf", "none.txt", "none.json", "no folder/none.txt"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    refused(tmp_path / name, FileMissingError)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions as on Unix")
@pytest.mark.parametrize("name", ["closed.pdf", "closed.txt", "closed.json"])
def test_a_file_that_one_may_not_read(name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text("secret", encoding="utf-8")
        path.parent.chmod(0o755)
        path.chmod(0)
        with without_privileges(), pytest.raises(NoPermissionError):
            load(path)
