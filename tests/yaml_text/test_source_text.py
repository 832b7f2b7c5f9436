"""Reading the bytes of a file: every encoding Notepad writes, and what to do about the others."""

import unicodedata

import pytest

from kegen.problem import Invalid, KegenError, Place
from kegen.yaml_text.text import SIZE_LIMIT, decode_text, read_text

TEXT = "name: Nhữ Khê\nprovince: Tuyên Quang\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "le-no-bom", "be-no-bom", "crlf", "cr", "nfd"],
)
def test_every_way_notepad_saves_a_file_reads_alike(tmp_path, data):
    path = tmp_path / "xa.yaml"
    path.write_bytes(data)
    source = read_text(path)
    assert (source.text, source.problems, source.file) == (TEXT, (), str(path))


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "latin-1"])
def test_a_file_that_is_not_unicode_is_told_with_what_to_do_in_notepad(encoding):
    data = "name: Ph\nten: Xã".encode(encoding, "replace").replace(b"X?", b"X\xe3")
    with pytest.raises(Invalid) as caught:
        decode_text(data, "xa.yaml")
    (problem,) = caught.value.problems
    assert (problem.id, problem.place) == ("ma-chu", Place("xa.yaml", 2, 7))
    assert "Lưu dưới dạng" in problem.message
    assert "UTF-8" in problem.message


def test_a_truncated_utf_16_file_is_told_and_not_a_traceback():
    with pytest.raises(Invalid):
        decode_text(b"\xff\xfea\x00b", "xa.yaml")


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"PK\x03\x04rest", "Word"), (b"%PDF-1.7", "PDF"), (b"{\\rtf1", "RTF"), (b"\xd0\xcf\x11\xe0", "Word")],
)
def test_a_document_given_for_a_profile_is_called_what_it_is(data, word):
    with pytest.raises(KegenError, match=word):
        decode_text(data, "xa.docx")


def test_every_forbidden_character_is_told_with_its_line_and_column():
    source = decode_text("a: x\x00\nb: \x0b\x1f\nc: \ufffe\uffff".encode(), "f")
    assert [(p.place.line, p.place.column, p.id) for p in source.problems] == [
        (1, 5, "ky-tu-cam"),
        (2, 4, "ky-tu-cam"),
        (2, 5, "ky-tu-cam"),
        (3, 4, "ky-tu-cam"),
        (3, 5, "ky-tu-cam"),
    ]
    assert "Shift + Enter" in source.problems[1].message
    assert "U+0000" in source.problems[0].message


def test_a_lone_surrogate_of_utf_16_is_told():
    source = decode_text(b"\xff\xfe" + "a: \ud800".encode("utf-16-le", "surrogatepass"), "f")
    assert [(p.place.line, p.place.column) for p in source.problems] == [(1, 4)]
    source.text.encode()


def test_columns_count_composed_letters_as_an_editor_shows_them():
    source = decode_text(unicodedata.normalize("NFD", "tên: Nhữ\x01").encode(), "f")
    assert source.problems[0].place == Place("f", 1, 9)


def test_characters_nobody_sees_neither_break_lines_nor_stay():
    source = decode_text("a: x\u2028y\u200bz\ufeff\nb: c".encode(), "f")
    assert (source.text, source.problems) == ("a: x yz\nb: c", ())


def test_tabs_and_line_ends_are_no_forbidden_characters():
    assert decode_text(b"a:\tb\r\n", "f").problems == ()


def test_a_file_past_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "xa.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 << 20)
    with pytest.raises(KegenError, match="1 MB"):
        read_text(path)


def test_a_file_of_just_the_limit_is_read(tmp_path):
    path = tmp_path / "xa.yaml"
    path.write_bytes(b"#" * SIZE_LIMIT)
    assert len(read_text(path).text) == SIZE_LIMIT


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(KegenError, match="không có tệp này"):
        read_text(tmp_path / "xa.yaml")
    with pytest.raises(KegenError, match="thư mục"):
        read_text(tmp_path)


@pytest.mark.parametrize("error", [PermissionError(13, "x"), OSError(5, "x"), ValueError("null byte")])
def test_a_file_that_cannot_be_read_is_told_in_vietnamese(tmp_path, monkeypatch, error):
    def fail(*_args, **_kwargs):
        raise error

    monkeypatch.setattr("pathlib.Path.open", fail)
    with pytest.raises(KegenError, match="đọc"):
        read_text(tmp_path / "xa.yaml")


def test_a_name_with_a_null_byte_is_no_traceback():
    with pytest.raises(KegenError):
        read_text("a\0b.yaml")
