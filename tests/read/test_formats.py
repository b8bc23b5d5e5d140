"""What a user names → files; a file → its text, by its ending."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import UnreadableError
from graph.read import find_reports, read_document
from graph.read.formats import text_of
from tests.read.made import docx_of, pdf_of

HTML = "<html><body><p>剑阁县总工会建站12个。</p></body></html>"
FILES = {
    "一.txt": "剑阁县建站1个。".encode(),
    "二.TXT": "剑阁县建站2个。".encode("gb18030"),
    "三.text": "剑阁县建站3个。".encode(),
    "四.md": "# 剑阁县\n\n剑阁县建站4个。".encode(),
    "里/五.html": HTML.encode(),
    "里/六.HTM": HTML.encode("gb18030"),
    "里/七.docx": docx_of("剑阁县建站7个。"),
    "里/八.pdf": pdf_of([(50, 700, 10, "剑阁县建站8个。")]),
    "里/九.doc": b"\xd0\xcf\x11\xe0",
    "里/图.jpg": b"\xff\xd8\xff",
    ".hidden/十.txt": "不读".encode(),
    ".十一.txt": "不读".encode(),
    "里/~$七.docx": b"\x05",
    "里/五_files/广告.html": HTML.encode(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
    return tmp_path


def test_a_folder_gives_its_reports_sorted(folder):
    found = [path.relative_to(folder).as_posix() for path in find_reports([folder])]
    read = [name for name in FILES if not name.startswith(".") and name.count("_files") + name.count("~$") == 0]
    assert found == sorted(name for name in read if not name.endswith((".doc", ".jpg")))
    assert len(found) == 8


def test_each_once_and_in_the_order_of_naming(folder):
    found = find_reports([folder / "里" / "八.pdf", folder / "里", folder / "里" / ".." / "里" / "七.docx"])
    assert [path.name for path in found] == ["八.pdf", "七.docx", "五.html", "六.HTM"]


@pytest.mark.parametrize(("path", "reason"), [("没有", "missing"), ("没有.txt", "missing"), ("空", "nothing")])
def test_nothing_to_find(folder, path, reason):
    (folder / "空").mkdir()
    with pytest.raises(UnreadableError) as caught:
        find_reports([folder / path])
    assert (caught.value.reason, caught.value.path) == (reason, folder / path)


@pytest.mark.parametrize(("name", "extracted"), [(name, "里" in name) for name in FILES if name[0] in "一二三四里"][:8])
def test_the_text_of_each_format(folder, name, extracted):
    text, taken_out = text_of(folder / name)
    assert taken_out is extracted
    assert "剑阁县" in text
    assert "个。" in text
    document = read_document(folder / name)
    assert (document.identifier, document.text, document.extracted) == (Path(name).name, text, extracted)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.doc", b"x", "format"),
        ("a.jpg", b"x", "format"),
        ("a.txt", None, "missing"),
        ("a.txt", b"\n", "empty"),
        ("a.html", b"<html></html>", "empty"),
        ("a.docx", b"PK\x03\x04 breaks off", "damaged"),
        ("a.pdf", b"%PDF-1.4 breaks off", "damaged"),
    ],
)
def test_what_cannot_be_read(tmp_path, name, raw, reason):
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableError) as caught:
        read_document(tmp_path / name)
    assert caught.value.reason == reason
    assert caught.value.path == tmp_path / name


def test_a_folder_in_the_place_of_a_file(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableError) as caught:
        text_of(tmp_path / "a.txt")
    assert caught.value.reason == "denied"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "a.txt").write_text("剑阁县", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(UnreadableError) as caught:
        text_of(tmp_path / "a.txt")
    assert caught.value.reason == "denied"


def test_an_identifier_may_be_given(folder):
    assert read_document(folder / "一.txt", "别/一.txt").identifier == "别/一.txt"


def test_plain_text_waits_for_no_library(folder):
    code = (
        "import sys; from pathlib import Path; from graph.read import read_document;"
        f"read_document(Path({str(folder / '一.txt')!r}));"
        "print([name for name in ('lxml', 'docx', 'trafilatura', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
