"""The questions of `kegen new`, in the words of the profile's own fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kegen.dates import parse_date
from kegen.interview.fields import question_of
from kegen.interview.question import Answers, Choice, Question, Step
from kegen.plan.model import Plan, PlanIdentity
from kegen.plan.saved import SUFFIX, read_plan
from kegen.plan.unit import WORDS, body_kind, department_kind
from kegen.problem import KegenError
from kegen.profile.model import Profile
from kegen.profile.scalars import check_name
from kegen.profile.unit import ParentPlan, Signer, Unit
from kegen.shipped import pack_names
from kegen.starting.confirming import check_named_plan
from kegen.starting.offices import StartingOffice, usual_offices
from kegen.starting.profile import Starting
from kegen.starting.which_unit import (
    is_body,
    is_department,
    is_province,
    province_as_typed,
    starting_unit,
    unit_as_typed,
)
from kegen.vietnamese import fold

OFFICE = re.compile(r"(?P<name>[^(:]*[^(:\s])\s*(?:\((?P<short>[^()]*)\))?\s*(?::(?P<roles>.*))?", re.DOTALL)
"""An office as a person writes it: `Phòng Văn hóa - Xã hội (VHXH): dau-moi, tuyen-truyen`."""
_NONE = {"khong", "khong-co"}


def questions(offices: tuple[StartingOffice, ...] = ()) -> list[Step]:
    """Return the questions, each made of what was answered before; `offices` are those that were given."""
    return [
        lambda _answers: _PARENT,
        _directive,
        _province,
        _unit,
        _abbreviation,
        _parent_body,
        _parent_number,
        _parent_date,
        lambda answers: None if offices else _offices(answers),
        lambda answers: _drafter(answers, offices),
        _position,
        _signer,
    ]


def plan_above(answers: Answers) -> Plan | None:
    """Return the plan above that was named, None for none."""
    return read_plan(Path(answers["parent"])).plan if answers.get("parent") else None


def parent_as_typed(text: str) -> str:
    """Return the file of the plan above, "" for none; raises ValueError where no plan can be read there."""
    text = text.strip("\"'“”")
    if not text or fold(text) in _NONE:
        return ""
    try:
        check_named_plan(Path(text))
        read_plan(Path(text))
    except KegenError as wrong:
        raise ValueError(str(wrong)) from None
    return text


_PARENT = Question(
    "parent",
    "Tệp kế hoạch cấp trên?",
    f"Tệp {SUFFIX} mà kegen import đã đọc từ bản nhận được (hoặc cấp trên gửi): việc, chỉ tiêu, hạn lấy từ đó.",
    f"176-KH-UBND{SUFFIX}",
    check=parent_as_typed,
)


def starting(answers: Mapping[str, str], offices: tuple[StartingOffice, ...] = ()) -> Starting:
    """Return what the answers say of the unit."""
    unit = _answered_unit(answers)
    own = offices_of(unit.level, answers.get("office", ""), offices)
    position = answers.get("position", "")
    is_unknown = unit.level == "don-vi" and not titles_of(unit)
    return unit._replace(
        parent_body=answers.get("parent-body", ""),
        head=position.removeprefix("PHÓ ") if is_unknown else "",
        directive=answers.get("directive", ""),
        abbreviation=answers.get("abbreviation", ""),
        parent_number=answers.get("parent-number", ""),
        parent_date=answers.get("parent-date", ""),
        offices=own,
        drafter=answers.get("drafter", ""),
        position=position,
        signer=answers.get("signer", ""),
    )


def offices_of(level: str, typed: str, given: tuple[StartingOffice, ...]) -> tuple[StartingOffice, ...]:
    """Return the unit's offices: as given or typed, else those that the law gives."""
    own = given or tuple(office_as_typed(each) for each in typed.split(";") if each.strip())
    return usual_offices(level, own)


def office_as_typed(text: str) -> StartingOffice:
    """Return the office that the words name; raises ValueError where they name none."""
    found = OFFICE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"không hiểu cơ quan “{text[:60]}”; hãy ghi, ví dụ: Phòng Văn hóa - Xã hội (VHXH)")
    roles = (fold(each) for each in (found["roles"] or "").split(",") if each.strip())
    return StartingOffice(check_name(found["name"]), (found["short"] or "").strip(), tuple(roles))


def _directive(answers: Answers) -> Question | None:
    if answers.get("parent"):
        return None
    packs = tuple(Choice(each) for each in pack_names())
    usual = packs[0].value if len(packs) == 1 else ""
    known = question_of("directive", Profile, "directive")
    return known._replace(
        text="Kế hoạch này thực hiện bộ mẫu nào? (không có tệp kế hoạch cấp trên)",
        choices=packs,
        only_choices=True,
        guess=usual,
        is_sure=True,
    )


def _province(answers: Answers) -> Question | None:
    above = plan_above(answers)
    if above is not None and above.standing.province:
        return None
    known = question_of("province", Unit, "province")
    return known._replace(text="Đơn vị thuộc tỉnh, thành phố nào?", check=_province_or_none, may_stay_open=True)


def _province_or_none(text: str) -> str:
    return province_as_typed(text) if text else ""


def _unit(answers: Answers) -> Question:
    province = _of_province(answers)
    where = f" (thuộc {province})" if province else ""
    return Question(
        "unit",
        f"Đơn vị ban hành kế hoạch{where}?",
        "Tên đơn vị như thường gọi, có cả chữ xã, phường, đặc khu; cơ quan của tỉnh thì ghi đủ tên, ví dụ Sở Nội vụ.",
        "xã Nhữ Khê",
        may_stay_open=False,
        check=lambda text: unit_as_typed(text, province),
    )


def _of_province(answers: Answers) -> str:
    above = plan_above(answers)
    return (above.standing.province if above else "") or answers.get("province", "")


def _answered_unit(answers: Answers) -> Starting:
    day = parse_date(answers["date"]) if answers.get("date") else None
    return starting_unit(answers["unit"], _of_province(answers), day)


def _abbreviation(answers: Answers) -> Question | None:
    if not (is_department(answers["unit"]) or is_body(answers["unit"])):
        return None
    known = question_of("abbreviation", Unit, "abbreviation")
    guess = starting_unit(answers["unit"]).abbreviation
    return known._replace(
        text="Chữ viết tắt của cơ quan trong ký hiệu văn bản?", guess=guess, is_sure=True, check=check_name
    )


def _parent_body(answers: Answers) -> Question | None:
    """Ask under whom a body stands: under who issued the plan above, most often."""
    unit = _answered_unit(answers)
    if unit.level != "don-vi":
        return None
    standing = above.standing if (above := plan_above(answers)) else PlanIdentity()
    kind = WORDS.get(standing.level, "")
    guess = f"UBND {kind} {standing.unit}" if kind else standing.unit
    known = question_of("parent-body", Unit, "parent_body")
    return known._replace(text="Đơn vị trực thuộc cơ quan nào?", guess=guess, may_stay_open=False, check=check_name)


def _parent_number(answers: Answers) -> Question | None:
    if answers.get("parent") or is_province(answers["unit"]):
        return None
    return question_of("parent-number", ParentPlan, "number")._replace(text="Số, ký hiệu của kế hoạch cấp trên?")


def _parent_date(answers: Answers) -> Question | None:
    if answers.get("parent") or is_province(answers["unit"]):
        return None
    known = question_of("parent-date", ParentPlan, "date")
    return known._replace(text="Kế hoạch cấp trên ban hành ngày nào?", check=day_as_typed)


def day_as_typed(text: str) -> str:
    """Return a day as a profile has it; raises ValueError for none."""
    return parse_date(text).written("ngan") if text else ""


def _offices(answers: Answers) -> Question:
    usual = usual_offices(_answered_unit(answers).level)
    listed = "; ".join(f"{each.name}{f' ({each.short})' if each.short else ''}" for each in usual)
    return Question(
        "office",
        "Các cơ quan của đơn vị, ngăn bằng dấu chấm phẩy?",
        "Cơ quan, đơn vị sẽ được giao việc, chữ viết tắt để trong ngoặc. Cấp xã: các cơ quan theo Nghị định "
        "150/2025/NĐ-CP; đơn vị gọi khác thì gõ lại cả danh sách.",
        "Phòng Văn hóa - Xã hội (VHXH); Trung tâm Dịch vụ công xã",
        guess=listed,
        is_sure=True,
        check=_offices_as_typed,
    )


def _offices_as_typed(text: str) -> str:
    for each in filter(None, (part.strip() for part in text.split(";"))):
        office_as_typed(each)
    return text


def _drafter(answers: Answers, given: tuple[StartingOffice, ...]) -> Question | None:
    level = _answered_unit(answers).level
    offices = offices_of(level, answers.get("office", ""), given)
    if not offices:
        return None
    return Question(
        "drafter",
        "Cơ quan nào làm đầu mối, soạn kế hoạch này?",
        "Cơ quan tham mưu kế hoạch, theo dõi, đôn đốc, tổng hợp báo cáo; chữ viết tắt của cơ quan ấy in ở dòng Lưu.",
        "Phòng Văn hóa - Xã hội",
        choices=tuple(Choice(each.name) for each in offices),
        only_choices=True,
    )


def _position(answers: Answers) -> Question:
    titles = titles_of(_answered_unit(answers))
    return question_of("position", Signer, "position")._replace(
        text="Người ký giữ chức vụ gì?",
        choices=tuple(Choice(each) for each in titles),
        guess=titles[0] if titles else "",
        is_sure=bool(titles),
        may_stay_open=bool(titles),
        check=lambda text: check_name(text).upper(),
    )


def titles_of(unit: Starting) -> tuple[str, ...]:
    """Return the titles of the head of the unit and of a deputy, none where its name does not tell them."""
    heads = {"so": department_kind(unit.name)[1], "don-vi": body_kind(unit.name)[1]}
    head = heads.get(unit.level, "CHỦ TỊCH")
    return (head, f"PHÓ {head}") if head else ()


def _signer(_answers: Answers) -> Question:
    return question_of("signer", Signer, "name")._replace(text="Họ và tên người ký?", check=check_name_or_none)


def check_name_or_none(text: str) -> str:
    """Return a name, "" for none; raises ValueError for what can be none."""
    if text and (fold(text) in _NONE or not any(map(str.isalpha, text))):
        raise ValueError(f"“{text[:60]}” không phải là họ tên")
    return check_name(text) if text else ""
