"""From the tree to a model: every problem at once, each once, in Vietnamese, in its place."""

from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kegen.profile.scalars import Flag
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree


class Style(StrEnum):
    SHORT = "ngan"
    LONG = "dai"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Unit(Strict):
    level: Literal["tinh", "thanh-pho", "xa"] = Field(title="Cấp", examples=["xa"])
    name: str = Field(title="Tên đơn vị", examples=["Nhữ Khê"], min_length=1)
    province: str | None = Field(None, title="Tỉnh")


class Office(Strict):
    name: str = Field(title="Tên phòng", examples=["Phòng Văn hóa - Xã hội"])
    roles: list[str] = Field([], title="Vai trò", examples=[["dau-moi"]], max_length=2)


def _whole(text):
    if text == "nửa":
        raise ValueError("ghi nửa chừng; hãy ghi cho hết")
    return text


class Signer(Strict):
    position: str = ""
    name: str = ""

    @model_validator(mode="after")
    def _somebody(self):
        if not self.position and not self.name:
            raise ValueError("người ký chưa có chức vụ và tên; hãy ghi ít nhất một")
        return self


class Profile(Strict):
    unit: Unit = Field(title="Đơn vị")
    departments: list[Office | str] = Field([], title="Các phòng")
    words: dict[str, Office | str] = {}
    style: Style = Field(Style.SHORT, title="Kiểu ngày")
    copies: int = Field(3, title="Số bản", ge=1, le=9, examples=[3])
    share: float | Literal["het"] = 1.0
    annex: Flag = Field(False, title="Phụ lục")
    note: Annotated[str, AfterValidator(_whole)] | list[str] = ""
    code: str = Field("A1", title="Mã", pattern=r"^[A-Z]\d$", examples=["A1"])
    signer: Signer | None = None


HEAD = "unit: {level: xa, name: Nhữ Khê}\n"


def fitted(text):
    return read_record(Profile, parse_tree(decode_text(text.encode(), "f")))


def told(text):
    return [(p.place.line, p.place.column, p.id) for p in sorted(fitted(text).problems)]


def message(text):
    (problem,) = fitted(text).problems
    return problem.message


def test_a_sound_file_becomes_the_model():
    done = fitted(HEAD + "departments: [Văn phòng, {name: 08, roles: [x]}]\nwords: {a: b, c: {name: d}}\ncopies: 2\n")
    assert done.problems == ()
    assert done.value.departments == ["Văn phòng", Office(name="08", roles=["x"])]
    assert done.value.words == {"a": "b", "c": Office(name="d")}


@pytest.mark.parametrize(
    ("typed", "flag"),
    [("có", True), ("Không", False), ("true", True), ("no", False), ("YES", True), ("false", False)],
)
def test_a_flag_is_yes_or_no_in_either_language(typed, flag):
    assert fitted(HEAD + f"annex: {typed}").value.annex is flag


@pytest.mark.parametrize(
    "empty",
    ["departments:", "signer:", "copies: ~", "words:", "style:", "unit: {level: xa, name: A, province: }"],
)
def test_an_empty_value_counts_as_unsaid(empty):
    text = empty if empty.startswith("unit") else HEAD + empty
    assert fitted(text).problems == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("copies: 3", [(1, 1, "thieu")]),
        ("unit:\n  level: xa", [(1, 1, "thieu")]),
        ("unit:", [(1, 1, "thieu")]),
        ("unit: {level: xa, name: }", [(1, 19, "thieu")]),
        ("unit: {level: xa, name: ''}", [(1, 25, "sai-gia-tri")]),
        ("unit: {level: xã, name: A}", [(1, 15, "sai-gia-tri")]),
        ("unit: {level: xa, ten: A}", [(1, 19, "khoa-la")]),
        ("unit: {cấp: xa, nam: A}", [(1, 8, "khoa-la"), (1, 17, "khoa-la")]),
        ("unit: Nhữ Khê", [(1, 7, "sai-kieu")]),
        ("unit: [xa]", [(1, 7, "sai-kieu")]),
        (HEAD + "province: A", [(2, 1, "khoa-la")]),
        (HEAD + "xyz: A", [(2, 1, "khoa-la")]),
        (HEAD + "departments: A", [(2, 14, "sai-kieu")]),
        (HEAD + "departments: {name: A}", [(2, 14, "sai-kieu")]),
        (HEAD + "departments: [[A], {}]", [(2, 15, "sai-kieu"), (2, 20, "thieu")]),
        (HEAD + "departments:\n- Văn hóa: Xã hội", [(3, 3, "hai-cham")]),
        (HEAD + "departments:\n-", [(3, 2, "sai-kieu")]),
        (HEAD + "departments: [{name: A, roles: b}]", [(2, 32, "sai-kieu")]),
        (HEAD + "departments: [{name: A, roles: [b, c, d]}]", [(2, 32, "sai-gia-tri")]),
        (HEAD + "words: {a: {}}", [(2, 9, "thieu")]),
        (HEAD + "words: {a: [b]}", [(2, 12, "sai-kieu")]),
        (HEAD + "style: dày", [(2, 8, "sai-gia-tri")]),
        (HEAD + "style: [dai]", [(2, 8, "sai-kieu")]),
        (HEAD + "copies: ba", [(2, 9, "sai-gia-tri")]),
        (HEAD + "copies: 0", [(2, 9, "sai-gia-tri")]),
        (HEAD + "copies: 10", [(2, 9, "sai-gia-tri")]),
        (HEAD + "copies: 1.5", [(2, 9, "sai-gia-tri")]),
        (HEAD + "copies: [1]", [(2, 9, "sai-kieu")]),
        (HEAD + "share: nửa", [(2, 8, "sai-gia-tri")]),
        (HEAD + "annex: vâng", [(2, 8, "sai-gia-tri")]),
        (HEAD + "note: nửa", [(2, 7, "sai-gia-tri")]),
        (HEAD + "note: {a: b}", [(2, 7, "sai-kieu")]),
        (HEAD + "code: a", [(2, 7, "sai-gia-tri")]),
        (HEAD + "signer: {}", [(2, 9, "sai-gia-tri")]),
        (HEAD + "copies: 1\ncopies: 2\nxyz: 1", [(3, 1, "trung-khoa"), (4, 1, "khoa-la")]),
    ],
)
def test_a_problem_is_told_once_in_its_place(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("copies: 3", "thiếu khóa “unit” (Đơn vị); hãy thêm, ví dụ: unit: {level: xa, name: Nhữ Khê}"),
        (
            "unit: {level: xa}",
            "thiếu khóa “name” (Tên đơn vị) trong “unit”; hãy thêm, ví dụ: name: Nhữ Khê",
        ),
        (
            "unit: {level: Thành phố, name: A}",
            "có phải ý là “thanh-pho”? Hãy chọn một trong: tinh, thanh-pho, xa",
        ),
        ("unit: {level: xa, Tên đơn vị: A}", "có phải ý là “name” (Tên đơn vị)? Hãy ghi: name"),
        ("unit: {level: xa, ten: A}", "có phải ý là “name”"),
        ("unit: level:xa", "sau dấu hai chấm phải có dấu cách: level: xa"),
        (HEAD + "province: A", "thuộc nhóm “unit”"),
        (HEAD + "xyz: A", "dùng một trong các khóa: unit, departments"),
        ("unit: {level: xa, name: Văn hóa, Xã hội}", "dấu phẩy"),
        (HEAD + "departments: A", "hãy ghi, ví dụ: departments: [{name: Phòng"),
        (HEAD + "departments:\n- Văn hóa: Xã hội", '"Văn hóa: Xã hội"'),
        (HEAD + "departments: [{name: A, roles: [b, c, d]}]", "nhiều nhất 2 mục, đang có 3"),
        (HEAD + "copies: 0", "từ 1 trở lên; hãy ghi, ví dụ: copies: 3"),
        (HEAD + "style: dài hạn", "ngan, dai"),
        (HEAD + "annex: vâng", "“có” hoặc “không”"),
        (HEAD + "note: nửa", "ghi nửa chừng; hãy ghi cho hết"),
        (HEAD + "signer: {}", "người ký chưa có chức vụ và tên"),
        (HEAD + "code: a", "hãy ghi, ví dụ: code: A1"),
    ],
)
def test_a_message_says_what_to_write_instead(text, part):
    assert part in message(text)


def test_an_error_nobody_foresaw_is_told_in_vietnamese():
    class Odd(Strict):
        at: Annotated[int, Field(multiple_of=2)] | None = None
        home: "complex" = 1j

    done = read_record(Odd, parse_tree(decode_text(b"at: 3\nhome: x", "f")))
    assert [p.id for p in done.problems] == ["sai-gia-tri", "sai-kieu"]
    assert not any(word in p.message for p in done.problems for word in ("valid", "should", "Input"))


def test_values_that_can_be_kept_are_handed_out_beside_an_error():
    done = fitted(HEAD + "copies: 1\ncopies: 2")
    assert done.value is not None
    assert [p.id for p in done.problems] == ["trung-khoa"]
