"""What a person must confirm of a plan that was read: its questions, and the answers put where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kegen.dates import parse_date
from kegen.interview.question import Answers, Choice, Question, Step, as_typed
from kegen.output.whole import write_whole
from kegen.plan.asked import concerned
from kegen.plan.documents import PARENT, called
from kegen.plan.model import Ask, Link, Plan, PlanIdentity, Read, Target, Task
from kegen.plan.saved import parse_plan
from kegen.problem import KegenError
from kegen.profile.scalars import check_day, check_number
from kegen.vietnamese import nearest
from kegen.yaml_text.splice import Record, Value, splice
from kegen.yaml_text.text import bytes_of, decode_text
from kegen.yaml_text.tree import Path as Steps

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
_LISTS = {"helpers", "also_lead"}
_PLAN_FIELDS = {"number": ("standing", "symbol"), "date": ("issued",), "issued": ("issued",), "title": ("title",)}
"""Where facts of the plan itself stand that are not among those of its standing."""


class Opened(NamedTuple):
    """A saved plan with the text it was read from."""

    path: Path
    data: bytes
    text: str
    plan: Plan

    @property
    def open(self) -> tuple[Ask, ...]:
        """What nobody has answered yet."""
        return tuple(each for each in self.plan.asks if not each.answer)


def open_plan(path: Path) -> Opened:
    """Read a saved plan; raises KegenError or Invalid as `read_plan` does."""
    data = bytes_of(path)
    return Opened(path, data, decode_text(data, str(path)).text, parse_plan(data, str(path)).plan)


def question(ask: Ask) -> Question:
    """Return the question for a person."""
    choices = tuple(Choice(each, SCOPES.get(each, "")) for each in _choices(ask))
    return Question(
        name=ask.id,
        text=ask.question,
        explanation=_KINDS[ask.kind],
        quote=tuple(filter(None, [ask.sentence and f"“{ask.sentence}”", ask.place and f"({ask.place})"])),
        guess=ask.guess,
        choices=choices,
        only_choices=ask.field == "scope" or is_of_chain(ask),
        check=lambda text: _checked(ask, text),
    )


def steps(asks: tuple[Ask, ...]) -> list[Step]:
    """Return the questions, one after another."""
    return [_step(each) for each in asks]


def _step(ask: Ask) -> Step:
    def ask_it(_answers: Answers) -> Question:
        return question(ask)

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


def write_answers(opened: Opened, answers: Mapping[str, str]) -> str:
    """Write the answers into the file, whole or not at all; return its new text.

    Raises KegenError where one has no place, where the file has changed since it was read or cannot be written.
    """
    values: dict[Steps, Value] = {}
    for name, answer in answers.items():
        values |= _values(opened.plan, ask_named(opened.plan, name), answer)
    text = splice(opened.text, values, str(opened.path))
    data = text.encode()
    parse_plan(data, str(opened.path))
    write_whole(opened.path, _as_before(opened.data, text), before=lambda: _check_still(opened))
    return text


def _as_before(old: bytes, text: str) -> bytes:
    """Return the text with the line ends and the mark at its head that the file had."""
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()


def _check_still(opened: Opened) -> None:
    if bytes_of(opened.path) != opened.data:
        raise KegenError(f"{opened.path}: tệp vừa được lưu ở chương trình khác nên không ghi đè; hãy chạy lại lệnh")


def _values(plan: Plan, ask: Ask, answer: str) -> dict[Steps, Value]:
    """Return what an answer puts where: into the question's record, and into each field that it is about."""
    values: dict[Steps, Value] = {("asks", plan.asks.index(ask), "answer"): answer}
    if is_of_chain(ask):
        return values | _carried_out(plan, answer)
    if not ask.field:
        return values
    if ask.of in {"standing", ""}:
        return values | _of_plan(plan, ask, answer)
    places = tuple(_places(plan, ask))
    if not places:
        where = f"{ask.of}, {ask.field}"
        raise KegenError(f"không rõ ghi câu trả lời của “{ask.id}” vào đâu ({where}); hãy sửa tay trong tệp")
    for path, record in places:
        values |= _set(path, record, ask.field, answer)
    return values


def is_of_chain(ask: Ask) -> bool:
    """Whether it is asked which document of the chain the plan carries out."""
    return (ask.kind, ask.of, ask.field) == ("van-ban", "standing", "") and bool(ask.choices)


def _carried_out(plan: Plan, answer: str) -> dict[Steps, Value]:
    """Return the ids that the chain has when the document named is the one that the plan carries out."""
    links = plan.standing.chain
    wanted = next((index for index, each in enumerate(links) if called(each) == answer), None)
    if wanted is None or links[wanted].id == PARENT:
        return {}
    former = next((index for index, each in enumerate(links) if each.id == PARENT), None)
    renamed = {wanted: PARENT} | ({former: links[wanted].id} if former is not None else {})
    ids = {links[index].id: name for index, name in renamed.items()}
    values: dict[Steps, Value] = {("standing", "chain", index, "id"): name for index, name in renamed.items()}
    return values | {("asks", at, "of"): ids[each.of] for at, each in enumerate(plan.asks) if each.of in ids}


def _of_plan(plan: Plan, ask: Ask, answer: str) -> dict[Steps, Value]:
    """Return what an answer on the plan itself sets."""
    if ask.field in _PLAN_FIELDS:
        path = _PLAN_FIELDS[ask.field]
    elif ask.field in PlanIdentity._fields:
        path = ("standing", ask.field)
    else:
        raise KegenError(f"không rõ ghi câu trả lời của “{ask.id}” vào đâu ({ask.field}); hãy sửa tay trong tệp")
    return {path: answer} | _read((), plan.read, "number" if ask.field == "symbol" else ask.field)


def _set(path: Steps, record: Task | Target | Link, field: str, answer: str) -> dict[Steps, Value]:
    """Return what sets a field of a record, and says that a person said it."""
    values: dict[Steps, Value] = {(*path, field): _list(answer) if field in _LISTS else answer}
    if field == "lead" and isinstance(record, Task):
        first, *others = _list(answer)
        others += [each for each in record.leads if record.also_lead and each not in {first, *others}]
        values[*path, field] = first
        if others:
            values[*path, "also_lead"] = tuple(others)
    return values if isinstance(record, Link) else values | _read(path, record.read, field)


def _read(path: Steps, known: tuple[Read, ...], field: str) -> dict[Steps, Value]:
    """Return what says of a field that a person said it."""
    for index, each in enumerate(known):
        if each.field == field:
            return {(*path, "read", index, "how"): _PERSON}
    return {(*path, "read", field): Record((("field", field), ("how", _PERSON)))}


_PERSON = "nguoi"


def _list(answer: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in answer.split(";"))))


def _places(plan: Plan, ask: Ask) -> Iterator[tuple[Steps, Task | Target | Link]]:
    """Yield the records that the question is about and that have its field, each with its path."""
    groups: tuple[tuple[Steps, tuple[Task | Target | Link, ...], tuple[str, ...]], ...] = (
        (("tasks",), plan.tasks, Task._fields),
        (("targets",), plan.targets, Target._fields),
        (("standing", "chain"), plan.standing.chain, Link._fields),
    )
    for path, records, fields in groups:
        wanted = concerned(ask, (each.id for each in records)) if ask.field in fields else ()
        yield from (((*path, index), each) for index, each in enumerate(records) if each.id in wanted)


def _choices(ask: Ask) -> tuple[str, ...]:
    if ask.field == "scope":
        return ask.choices or ("toan-dia-ban", "tung-don-vi")
    return ask.choices


def _checked(ask: Ask, text: str) -> str:
    """Return the answer in the form that its field has; raises ValueError for one that it cannot have."""
    text = as_typed(text)
    if not text:
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
