"""What a person must confirm of a plan that was read: its questions, and the answers put where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kegen.dates import parse_date
from kegen.interview.question import Answers, Choice, Question, Step, as_typed
from kegen.output.whole import write_whole
from kegen.plan.model import Ask, Plan
from kegen.plan.saved import SUFFIX, is_saved_plan, parse_plan, plan_bytes
from kegen.problem import KegenError
from kegen.profile.scalars import check_day, check_number
from kegen.starting.answers import changes_of, covered, is_of_chain
from kegen.vietnamese import nearest
from kegen.yaml_text.changing import change_bytes

SCOPES = {
    "toan-dia-ban": "của cả địa bàn (từng đơn vị không phải đạt riêng)",
    "tung-don-vi": "của từng đơn vị (đơn vị nào cũng phải đạt)",
    "chua-ro": "chưa rõ",
}
"""How each scope of a target reads."""
_KINDS = {
    "van-ban": "Văn bản trong chuỗi căn cứ: kế hoạch soạn ra viện dẫn đúng loại, số, ngày, trích yếu ghi ở đây.",
    "so-ngay": "Số, ngày của kế hoạch cấp trên: để ngỏ thì bản soạn ra để trống chỗ ấy cho người ký ghi tay.",
    "chu-tri": "Cơ quan được giao chủ trì, đúng như văn bản gọi; nhiều cơ quan thì ngăn bằng dấu chấm phẩy.",
    "pham-vi": "Chỉ tiêu của cả địa bàn thì từng xã không phải đạt riêng; của từng đơn vị thì xã nào cũng phải đạt.",
    "thoi-han": "Hạn phải hoàn thành; hạn của đơn vị không được muộn hơn hạn này.",
    "khac": "Điều kegen không đọc được chắc chắn từ văn bản.",
}


class Opened(NamedTuple):
    """A saved plan with the bytes it was read from."""

    path: Path
    data: bytes
    plan: Plan

    @property
    def open(self) -> tuple[Ask, ...]:
        """What nobody has answered yet."""
        return tuple(each for each in self.plan.asks if not each.answer)


def check_named_plan(path: Path) -> None:
    """Raise KegenError where the name is not that of a saved plan: how to come by one."""
    if not is_saved_plan(path):
        raise KegenError(
            f"{path}: cần tệp {SUFFIX}; tệp Word, PDF thì đọc bằng kegen import {path}, "
            f"hồ sơ của cấp trên thì ghi bằng kegen resolve --profile {path} --output tên{SUFFIX}"
        )


def open_plan(path: Path) -> Opened:
    """Read a saved plan; raises KegenError or Invalid as `read_plan` does."""
    check_named_plan(path)
    data = plan_bytes(path)
    return Opened(path, data, parse_plan(data, str(path)).plan)


def question(ask: Ask, plan: Plan) -> Question:
    """Return the question for a person; where one answer is for several records, they are listed."""
    choices = tuple(Choice(each, SCOPES.get(each, "")) for each in _choices(ask))
    return Question(
        name=ask.id,
        text=ask.question,
        explanation=_KINDS[ask.kind],
        quote=quoted(ask, plan),
        guess=ask.guess,
        choices=choices,
        only_choices=ask.field == "scope" or is_of_chain(ask),
        check=lambda text: _checked(ask, text),
    )


def quoted(ask: Ask, plan: Plan) -> tuple[str, ...]:
    """Return the lines above a question: the sentence it is about, or all records that the answer is for; the place."""
    place = f"({ask.place})" if ask.place else ""
    if records := covered(plan, ask):
        first = f"Câu trả lời ghi chung cho {len(records)} {_NOUNS.get(ask.kind, 'chỗ')} sau {place}".rstrip()
        return (f"{first}; {_DIFFERENT}:", *(f"  - {each}" for each in records))
    return tuple(filter(None, [ask.sentence and f"“{ask.sentence}”", place]))


_NOUNS = {"pham-vi": "chỉ tiêu", "chu-tri": "việc", "thoi-han": "việc"}
_DIFFERENT = "cái nào khác thì sửa ở chính dòng của nó trong tệp, trước khi trả lời"


def steps(opened: Opened) -> list[Step]:
    """Return the open questions, one after another."""
    return [_step(each, opened.plan) for each in opened.open]


def _step(ask: Ask, plan: Plan) -> Step:
    def ask_it(_answers: Answers) -> Question:
        return question(ask, plan)

    return ask_it


def ask_named(plan: Plan, name: str) -> Ask:
    """Return what is asked under the id; raises KegenError, with the nearest, where nothing is."""
    found = next((each for each in plan.asks if each.id == name), None)
    if found is None:
        known = [each.id for each in plan.asks]
        near = nearest(name, known)
        hint = f"có phải là {near}?" if near else f"các câu: {', '.join(known) or 'không có câu nào'}"
        raise KegenError(f"--answer: không có câu hỏi “{name}”; {hint}")
    return found


def write_answers(opened: Opened, answers: Mapping[str, str]) -> None:
    """Write the answers into the file, whole or not at all.

    Raises KegenError where one has no place, where the file has changed since it was read or cannot be written.
    """
    data = change_bytes(opened.data, changes_of(opened.plan, answers), str(opened.path))
    parse_plan(data, str(opened.path))
    write_whole(opened.path, data, before=lambda: _check_still(opened))


def _check_still(opened: Opened) -> None:
    if plan_bytes(opened.path) != opened.data:
        raise KegenError(f"{opened.path}: tệp vừa được lưu ở chương trình khác nên không ghi đè; hãy chạy lại lệnh")


def _choices(ask: Ask) -> tuple[str, ...]:
    if ask.field == "scope":
        return ask.choices or ("toan-dia-ban", "tung-don-vi")
    return ask.choices


def _checked(ask: Ask, text: str) -> str:
    """Return the answer in the form that its field has; raises ValueError for one that it cannot have."""
    text = as_typed(text)
    if not text.strip("; "):
        raise ValueError("chưa có chữ nào; hãy ghi câu trả lời, hoặc “bỏ qua” để ngỏ")
    if ask.field == "scope" and text not in SCOPES:
        raise ValueError(f"hãy chọn: {', '.join(SCOPES)}")
    if ask.field in {"date", "issued"}:
        return _whole_day(text)
    if ask.field in {"half_year", "year"} and ask.of in {"standing", ""}:
        return check_day(text)
    return check_number(text) if ask.field == "value" else text


def _whole_day(text: str) -> str:
    date = parse_date(text)
    if not date.whole:
        raise ValueError("hãy ghi đủ ngày, tháng, năm, ví dụ 04/5/2026")
    return date.iso()
