"""What stands before and behind the body: number, date, title, bases, the plan above, recipients, who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.compare.change import Change
from kegen.compare.content import PlanContent
from kegen.importing.own_framing import link_data, signer_data
from kegen.pasting.ground import Ground
from kegen.pasting.paste import Paste
from kegen.plan.documents import PARENT
from kegen.profile.body import RecipientChanges
from kegen.vietnamese import fold
from kegen.yaml_text.nodes import Plain

_NUMBER = re.compile(r"Số\s*:?\s*(\d+)\s*/")
_DATE = re.compile(
    r"(?:(?P<place>.+), )?ngày\s+(?P<day>\d*)\s*tháng\s+(?P<month>\d*)\s*năm\s+(?P<year>\d{4})", re.IGNORECASE
)
_FILE = re.compile(r"Lưu\s*:?\s*(?:VT|Văn thư)?[\s,;:]*(?P<rest>.*?)[\s.;]*", re.IGNORECASE)
_USUAL_ANNEX = "bang-phan-cong-nhiem-vu"


def paste_around(ground: Ground, new: PlanContent, changes: Sequence[Change], paste: Paste) -> None:
    """Put what changed outside the body, its tasks and targets."""
    subjects = {each.subject: each for each in changes}
    for subject, put in (("number", _number), ("date", _date), ("title", _title), ("signature", _signature)):
        if subject in subjects:
            put(subjects[subject].old, subjects[subject].new, paste)
    if "base" in subjects:
        _bases(ground, new, paste)
    if "recipient" in subjects:
        _recipients(ground, new, paste)
    if "annex" in subjects:
        _annex(subjects["annex"], paste)
    if "chain" in subjects:
        _chain(ground, new, [each for each in changes if each.subject == "chain"], paste)
    for each in changes:
        if each.subject == "left-out":
            _reason(ground, each, paste)


def _number(old: str, new: str, paste: Paste) -> None:
    before, after = _NUMBER.search(old), _NUMBER.search(new)
    if after and (not before or before[1] != after[1]):
        paste.put(("number",), after[1], f"Số, ký hiệu: {old} → {new}")
    if before and not after:
        paste.delete(("number",), f"number (số để trống: {new})")
    if _symbol(old) != _symbol(new):
        paste.told.append(f"Ký hiệu: {old} → {new}")


def _symbol(text: str) -> str:
    return text.partition("/")[2].strip()


def _date(old: str, new: str, paste: Paste) -> None:
    before, after = _DATE.fullmatch(old.strip()), _DATE.fullmatch(new.strip())
    if not after:
        paste.told.append(f"Địa danh, ngày tháng: {old} → {new}")
        return
    day = "/".join(part for part in (after["day"] if after["month"] else "", after["month"], after["year"]) if part)
    if not before or before.groups()[1:] != after.groups()[1:]:
        paste.put(("date",), day, f"Ngày: {old} → {new}")
    if after["place"] and (not before or before["place"] != after["place"]):
        paste.put(("unit", "place"), after["place"], f"Địa danh: {old} → {new}")


def _title(old: str, new: str, paste: Paste) -> None:
    kind, _, title = new.partition("KẾ HOẠCH ")
    if kind.strip() or not title:
        paste.told.append(f"Tên văn bản: {old} → {new}")
    else:
        paste.put(("title",), title, f"Trích yếu, bản cũ: {old}")


def _signature(old: str, new: str, paste: Paste) -> None:
    *lines, last = new.split(", ")
    named = last != last.upper()
    signer = signer_data(lines if named else [*lines, last], last if named else "")
    if not signer:
        paste.told.append(f"Chữ ký: {old} → {new}")
        return
    for key, value in signer.items():
        paste.put(("signer", key), value, f"Người ký: {old} → {new}")


def _bases(ground: Ground, new: PlanContent, paste: Paste) -> None:
    lines: list[Plain] = [each.text for each in new.bases]
    paste.put(("bases", "lines"), lines, "Cả các dòng căn cứ, thay cho cite và style")
    own = ground.loaded.profile.bases if ground.loaded else None
    for key in ("cite", "style"):
        if own is not None and getattr(own, key) is not None:
            paste.delete(("bases", key), f"bases: {key} (các dòng căn cứ đã ghi ở lines)")


def _recipients(ground: Ground, new: PlanContent, paste: Paste) -> None:
    """Put which recipients come and go; the whole list where the profile has one, or where that does not say it."""
    old = [each.text for each in ground.content.recipients]
    now = [each.text for each in new.recipients]
    _archive(old, now, paste)
    old, now = ([each for each in lines if not _is_file(each)] for lines in (old, now))
    gone = [each for each in old if each not in now]
    come = [each for each in now if each not in old]
    if not (gone or come) and old == now:
        return
    drop = _ids(ground, gone)
    own = ground.loaded.profile.recipients if ground.loaded else None
    words = "; ".join([*(f"bỏ “{each}”" for each in gone), *(f"thêm “{each}”" for each in come)]) or "xếp lại"
    if drop is not None and isinstance(own, RecipientChanges) and now == [*(e for e in old if e in now), *come]:
        add = [each for each in own.add if each not in gone]
        if come or len(add) < len(own.add):
            paste.put(("recipients", "add"), [*add, *come], f"Nơi nhận: {words}")
        if drop:
            paste.put(("recipients", "drop"), [*own.drop, *drop], f"Nơi nhận: {words}")
    else:
        paste.put(("recipients",), [*now], f"Nơi nhận (cả danh sách): {words}")


def _ids(ground: Ground, gone: Sequence[str]) -> list[Plain] | None:
    """Return the pack's ids of recipients that go, those apart that the profile adds; None where one has none."""
    if ground.made is None or not isinstance(ground.made.profile.recipients, RecipientChanges):
        return None
    usual = {fold(each.line.strip(" ;,./")): name for name, each in ground.made.recipients.items()}
    added = {fold(each.strip(" ;,./")) for each in ground.made.profile.recipients.add}
    named = [each for each in gone if fold(each) not in added]
    return [usual[fold(each)] for each in named] if all(fold(each) in usual for each in named) else None


def _is_file(line: str) -> bool:
    return fold(line).startswith("luu")


def _archive(old: Sequence[str], new: Sequence[str], paste: Paste) -> None:
    before, after = (next((each for each in lines if _is_file(each)), "") for lines in (old, new))
    if before != after:
        found = _FILE.fullmatch(after)
        if found:
            paste.put(("archive",), found["rest"] or "khong", f"Dòng Lưu: {before} → {after}")
        else:
            paste.told.append(f"Dòng Lưu: {before} → {after or 'không có'}")


def _annex(change: Change, paste: Paste) -> None:
    """Put whether there is the usual annex; others are told."""
    if _USUAL_ANNEX in fold(change.new) and _USUAL_ANNEX not in fold(change.old):
        paste.put(("annex",), "có", f"Phụ lục: {change.new}")
    elif _USUAL_ANNEX in fold(change.old) and _USUAL_ANNEX not in fold(change.new):
        paste.delete(("annex",), f"annex (không còn {change.old})")


def _chain(ground: Ground, new: PlanContent, changes: Sequence[Change], paste: Paste) -> None:
    """Put what changed of the plan above; other documents of the chain are the pack's."""
    olds, news = ({each.id: each for each in side.chain or ()} for side in (ground.content, new))
    parent = ground.loaded.profile.parent_plan if ground.loaded else None
    for each in changes:
        link, is_file = news.get(each.id), parent is not None and (parent.plan or parent.profile)
        if each.id != PARENT or link is None or is_file:
            paste.told.append(f"Văn bản cấp trên {each.id}: {each.old or 'không có'} → {each.new or 'không có'}")
            continue
        before = link_data(olds[PARENT]) if PARENT in olds else {}
        for key, value in link_data(link).items():
            if before.get(key) != value:
                paste.put(("parent_plan", key), value, f"Văn bản cấp trên: {each.old} → {each.new}")


def _reason(ground: Ground, change: Change, paste: Paste) -> None:
    """Put why something is left out."""
    profile = ground.loaded.profile if ground.loaded else None
    groups = ("sections", "tasks", "targets")
    group = next((each for each in groups if profile and change.id in getattr(profile, each)), "tasks")
    paste.put((group, change.id, "omit"), change.new)
    paste.remark((group, change.id), f"lý do không nêu: {change.old} → {change.new}")
