"""The members of a usual zip file are what zipfile says they are; of others zipfile alone is asked."""

import io
import random
import struct
import zipfile

import pytest

from kegen.document.members import inflated, members
from tests.check.good import good, planted
from tests.document.make import docx, p

MOST = 1 << 20


def with_zipfile(data):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {each.filename: z.read(each) for each in z.infolist()}


def taken(data):
    """Return what is taken without zipfile, None for a file that is left to it."""
    found = members(data)
    if found is None:
        return None
    contents = {name: inflated(data, member, MOST) for name, member in found.items()}
    return None if None in contents.values() else contents


@pytest.mark.parametrize("make", [good, planted, lambda: docx(p("một"))], ids=["draft", "stored", "deflated"])
def test_files_that_programs_write_need_no_zipfile(make):
    assert taken(make()) == with_zipfile(make())


def changed(data, sign, offset, form, value):
    """Return the file with one number of its first record of that kind changed."""
    out = bytearray(data)
    struct.pack_into(form, out, out.find(sign) + offset, value)
    return bytes(out)


LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
UNUSUAL = {
    "locked": (CENTRAL, 8, "<H", 1),
    "patched": (CENTRAL, 8, "<H", 0x20),
    "new": (CENTRAL, 6, "<H", 99),
    "method": (CENTRAL, 10, "<H", 99),
    "checksum": (CENTRAL, 16, "<L", 7),
    "packed-short": (CENTRAL, 20, "<L", 7),
    "packed-long": (CENTRAL, 20, "<L", 1 << 30),
    "size-short": (CENTRAL, 24, "<L", 7),
    "size-long": (CENTRAL, 24, "<L", 1 << 19),
    "too-large": (CENTRAL, 24, "<L", 1 << 31),
    "name-short": (CENTRAL, 28, "<H", 3),
    "extra": (CENTRAL, 30, "<H", 4),
    "comment": (CENTRAL, 32, "<H", 4),
    "disk": (CENTRAL, 34, "<H", 1),
    "place": (CENTRAL, 42, "<L", 5),
    "far-place": (CENTRAL, 42, "<L", 1 << 31),
    "sign": (CENTRAL, 0, "<L", 0),
    "name-there": (LOCAL, 26, "<H", 3),
    "name-else": (LOCAL, 30, "<B", 65),
    "extra-there": (LOCAL, 28, "<H", 9),
    "sign-there": (LOCAL, 0, "<L", 0),
    "data": (LOCAL, 60, "<L", 0),
    "count": (END, 10, "<H", 2),
    "count-here": (END, 8, "<H", 2),
    "directory": (END, 16, "<L", 3),
    "directory-long": (END, 12, "<L", 1 << 31),
    "end-comment": (END, 20, "<H", 5),
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_is_unusual_is_left_to_zipfile(name):
    assert taken(changed(docx(p("một")), *UNUSUAL[name])) is None


def test_a_file_with_two_members_of_one_name_or_in_one_place_is_left_to_zipfile():
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as z:
        z.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            z.writestr("a", "2")
    assert taken(twice.getvalue()) is None
    data = bytearray(docx(p("một")))
    second = data.find(CENTRAL, data.find(CENTRAL) + 1)
    data[second + 42 : second + 46] = bytes(4)
    assert taken(bytes(data)) is None


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\5\6", END + bytes(18), b"x" * 99])
def test_what_is_no_zip_file_is_left_to_zipfile_or_has_no_members(data):
    assert not taken(data)


def test_nothing_larger_than_the_limit_is_inflated():
    data = docx("", extra={"a": b" " * 5000})
    assert inflated(data, members(data)["a"], 5000) == b" " * 5000
    assert inflated(data, members(data)["a"], 4999) is None


def test_a_member_inflated_before_is_still_held_to_its_own_size_and_limit():
    data = docx("", extra={"a": b" " * 5000})
    member = members(data)["a"]
    assert inflated(data, member, 5000) == inflated(data, member, 5000)
    assert inflated(data, member, 4999) is None
    assert inflated(data, member._replace(size=4998), 5000) is None
    assert inflated(data, member._replace(crc=7), 5000) is None


def test_files_with_bytes_changed_are_taken_as_zipfile_takes_them_or_not_at_all():
    chance = random.Random(534)
    base, same = docx(p("một")), 0
    for _ in range(3000):
        data = bytearray(base)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.choice([0, 1, 8, 255, chance.randrange(256)])
        found = taken(bytes(data))
        if found is not None:
            assert found == with_zipfile(bytes(data))
            same += 1
    assert 0 < same < 3000
