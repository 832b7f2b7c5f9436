"""Files that no copy with remarks can be made of."""

import io
import random
import zipfile
from contextlib import suppress

import pytest

from kegen.annotate.annotate import annotate
from kegen.problem import KegenError

from .files import MAIN, at, body, comments, docx, p, pack, parts


def test_a_paragraph_that_is_not_there_is_the_callers_mistake():
    for ordinal in (-1, 1):
        with pytest.raises(ValueError, match="no paragraph"):
            annotate(docx(p("một")), at(ordinal))


def _twice():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as z:
        for name, content in [*parts(body(p("một"))).items(), ("word/Styles.xml", "<x/>")]:
            z.writestr(name, content)
    return stream.getvalue().replace(b"word/Styles.xml", b"word/styles.xml")


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"PK\3\4 khong phai zip",
        lambda: docx(p("một"))[:-40],
        lambda: b"thua" + docx(p("một")),
        lambda: docx(p("một")).replace(b"PK\1\2", b"PK\1\3", 1),
        lambda: pack(parts("<w:document>")),
        lambda: pack(parts("")),
        lambda: pack(parts("<x/>")),
        lambda: pack(parts(body(""))),
        lambda: pack(parts('<!DOCTYPE a [<!ENTITY b "c">]>' + body(p("&b;")).partition("?>")[2])),
        lambda: pack(parts(body(p("một")).replace("UTF-8", "UTF-16"))),
        lambda: pack(parts(body(p("một")).replace("UTF-8", "bang-ma-la"))),
        lambda: pack(parts(body(p("một")), '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-32-le"))),
        lambda: pack(parts(body(p("một")).encode("utf-16-le")[:-1] + b"\xd8")),
        lambda: pack(parts(body(p("một")), "<x/>")),
        lambda: pack({name: part for name, part in parts(body(p("một"))).items() if name != MAIN}),
        lambda: pack({name: part for name, part in parts(body(p("một"))).items() if "Types" not in name}),
        lambda: pack({**parts(body(p("một"))), "[Content_Types].xml": "<x/>"}),
        _twice,
    ],
)
def test_what_cannot_be_added_to_safely_is_refused_in_vietnamese(make):
    with pytest.raises(KegenError, match=r"^không tạo được bản có ghi nhận xét vì tệp .*; hãy "):
        annotate(make(), at(0))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"<w:styles", b"<w:stylex", "bị hỏng"),
        (b"\x0a\x00\x00\x00\x00\x00", b"\x0a\x00\x01\x00\x00\x00", "có mật khẩu"),
        (b"\x0a\x00\x00\x00\x00\x00", b"\x0a\x00\x00\x00\x63\x00", "có mật khẩu hoặc nén"),
    ],
    ids=["hỏng", "mật khẩu", "cách nén"],
)
def test_a_member_that_cannot_be_copied_is_refused_though_no_comment_goes_there(old, new, why):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as z:
        for name, content in parts(body(p("một"))).items():
            info = zipfile.ZipInfo(name)
            if name == "word/styles.xml":
                info.extract_version = 10
            z.writestr(info, content)
    data = stream.getvalue()
    assert old in data
    with pytest.raises(KegenError, match=why):
        annotate(data.replace(old, new), at(0))


@pytest.mark.parametrize("content", ["<w:styles>", "", "thừa <x/>"])
def test_a_part_that_word_would_not_open_is_refused_though_no_comment_goes_there(content):
    with pytest.raises(KegenError, match=r"bị hỏng phần word/styles\.xml"):
        annotate(pack({**parts(body(p("một"))), "word/styles.xml": content}), at(0))


def test_a_part_that_is_no_xml_by_its_name_is_copied_as_it_is():
    data = pack({**parts(body(p("một"))), "word/media/a.bin": "<khong dong"})
    with zipfile.ZipFile(io.BytesIO(annotate(data, at(0)))) as copied:
        assert copied.read("word/media/a.bin") == b"<khong dong"


@pytest.mark.heavy
def test_a_file_far_larger_than_any_text_is_refused():
    with pytest.raises(KegenError, match="quá lớn"):
        annotate(pack({**parts(body(p("một"))), "word/media/bom.bin": bytes(300 << 20)}), at(0))


def test_a_damaged_file_is_refused_or_annotated_and_nothing_else():
    data, chance = pack(parts(body(p("một")), comments(1)), streamed=True), random.Random(30)
    for _ in range(400):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(KegenError):
            annotate(bytes(damaged), at(0))
