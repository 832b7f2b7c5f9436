"""Whatever a file holds, it is read or told about; nothing else comes out."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from kegen.problem import KegenError
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

PROFILE = """\
# hồ sơ
unit: {level: xa, name: "Nhữ Khê", province: 'Tuyên Quang'}
departments:
  - name: Phòng A
    roles: [dau-moi, &x tuyen-truyen, *x]
note: |
  dòng: một
last: 08
"""


class Office(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(title="Tên")
    roles: list[str] = []


class Profile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    unit: dict[str, str | Office]
    departments: list[Office | str] | Office = []
    note: str | list[Office] = ""
    last: int | None = None


SIGNS = st.text(st.sampled_from(list(": \t\n\"'[]{}-|>&*!%@`#,?\\=<~ếa0\u00a0\u2028\x00\u0301")), max_size=4)
EDITS = st.lists(st.tuples(st.integers(0, len(PROFILE)), st.integers(0, 12), SIGNS), min_size=1, max_size=6)


def edited(edits):
    text = PROFILE
    for at, cut, sign in edits:
        text = text[:at] + sign + text[at + cut :]
    return text


def read(data):
    try:
        source = decode_text(data, "f")
        tree = parse_tree(source)
    except KegenError:
        return
    done = read_record(Profile, tree)
    assert done.value is not None or done.problems
    assert all(p.place.line >= 0 and p.place.column >= 0 and p.message for p in done.problems)
    lines = source.text.split("\n")
    assert all(p.place.line <= len(lines) for p in done.problems)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_read_or_told(text):
    read(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data):
    read(data)


@settings(deadline=None, max_examples=300)
@given(EDITS)
def test_any_edit_of_a_profile_is_read_or_told(edits):
    read(edited(edits).encode())
