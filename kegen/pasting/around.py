"""What stands before and behind the body: number, date, title, bases, the plan above, recipients, who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kegen.compare.change import Change
from kegen.compare.content import PlanContent, bare
from kegen.importing.own_framing import archive_data, link_data, signer_data
from kegen.pasting.ground import Ground
from kegen.pasting.paste import Paste
from kegen.plan.documents import PARENT
from kegen.plan.model import Signature
from kegen.profile.body import RecipientChanges
from kegen.vietnamese import fold
from kegen.yaml_text.nodes import Plain

_NUMBER = re.compile(r"Số\s*:?\s*(\d+)\s*/")
_DATE = re.compile(
    r"(?:(?P<place>.+), )?ngày\s+(?P<day>\d*)\s*tháng\s+(?P<month>\d*)\s*năm\s+(?P<year>\d{4})", re.IGNORECASE
)
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
        paste.unkeyed.append(f"Ký hiệu: {old} → {new}")


def _symbol(text: str) -> str:
    return text.partition("/")[2].strip()


def _date(old: str, new: str, paste: Paste) -> None:
    before, after = _DATE.fullmatch(old.strip()), _DATE.fullmatch(new.strip())
    if not after:
        paste.unkeyed.append(f"Địa danh, ngày tháng: {old} → {new}")
        return
    day = "/".join(part for part in (after["day"] if after["month"] else "", after["month"], after["year"]) if part)
    if not before or before.groups()[1:] != after.groups()[1:]:
        paste.put(("date",), day, f"Ngày: {old} → {new}")
    if after["place"] and (not before or before["place"] != after["place"]):
        paste.put(("unit", "place"), after["place"], f"Địa danh: {old} → {new}")


def _title(old: str, new: str, paste: Paste) -> None:
    kind, _, title = new.partition("KẾ HOẠCH ")
    if kind.strip() or not title:
        paste.unkeyed.append(f"Tên văn bản: {old} → {new}")
    else:
        paste.put(("title",), title, f"Trích yếu, bản cũ: {old}")


def _signature(old: str, new: str, paste: Paste) -> None:
    (by_before, before), (by, signer) = _signed(old), _signed(new)
    if not signer:
        paste.unkeyed.append(f"Chữ ký: {old} → {new or 'không có'}")
        return
    for key, value in signer.items():
        paste.put(("signer", key), value, f"Người ký: {old} → {new}")
    if by_before != by:
        paste.put(("issued_by",), by, f"Người ký: {old} → {new}")
    for key in sorted(before.keys() - signer.keys()):
        paste.delete(("signer", key), f"signer: {key} (người ký: {new})")


def _signed(text: str) -> tuple[str, dict[str, Plain]]:
    """Return who issues and who signs; titles stand in capitals, a name does not."""
    parts = text.split(", ") if text else []
    named = bool(parts) and parts[-1] != parts[-1].upper()
    return signer_data(Signature(tuple(parts[:-1] if named else parts), parts[-1] if named else ""))


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
    words = "; ".join([*(f"bỏ “{each}”" for each in gone), *(f"thêm “{each}”" for each in come)]) or "xếp lại"
    changes = _add_and_drop(ground, gone, come)
    if changes is None or not paste.values.keys().isdisjoint([("recipients", "add"), ("recipients", "drop")]):
        paste.put(("recipients",), [*now], f"Nơi nhận (cả danh sách): {words}")
        return
    for key, names in changes.items():
        if names:
            paste.put(("recipients", key), names, f"Nơi nhận: {words}")
        else:
            paste.delete(("recipients", key), f"recipients: {key} ({words})")


def _add_and_drop(ground: Ground, gone: Sequence[str], come: Sequence[str]) -> dict[str, list[Plain]] | None:
    """Return what the profile adds to the pack's recipients, and drops of them; None where that does not say it."""
    own = ground.loaded.profile.recipients if ground.loaded else None
    if ground.made is None or not isinstance(own, RecipientChanges):
        return None
    usual = {fold(bare(each.line)): name for name, each in ground.made.recipients.items()}
    added = {fold(bare(each)) for each in own.add}
    named = [each for each in gone if fold(each) not in added]
    if not all(fold(each) in usual for each in named):
        return None
    went, back = {fold(each) for each in gone}, {usual.get(fold(each)) for each in come}
    add = [each for each in own.add if fold(bare(each)) not in went]
    add += [each for each in come if usual.get(fold(each)) not in own.drop]
    return {"add": [*add], "drop": [*(each for each in own.drop if each not in back), *(usual[fold(e)] for e in named)]}


def _is_file(line: str) -> bool:
    return fold(line).startswith("luu")


def _archive(old: Sequence[str], new: Sequence[str], paste: Paste) -> None:
    before, after = (next((each for each in lines if _is_file(each)), "") for lines in (old, new))
    if before != after:
        archive = archive_data(after)
        if archive and not bare(archive).strip("…"):
            paste.delete(("archive",), f"archive (chỗ ấy để trống: {after})")
        elif archive:
            paste.put(("archive",), archive, f"Dòng Lưu: {before} → {after}")
        else:
            paste.unkeyed.append(f"Dòng Lưu: {before} → {after or 'không có'}")


def _annex(change: Change, paste: Paste) -> None:
    """Put whether there is the usual annex; others are told."""
    if _USUAL_ANNEX in fold(change.new) and _USUAL_ANNEX not in fold(change.old):
        paste.put(("annex",), "có", f"Phụ lục: {change.new}")
    elif _USUAL_ANNEX in fold(change.old) and _USUAL_ANNEX not in fold(change.new):
        paste.delete(("annex",), f"annex (không còn {change.old})")
    else:
        paste.unkeyed.append(f"Phụ lục: {change.old or 'không có'} → {change.new or 'không có'}")


def _chain(ground: Ground, new: PlanContent, changes: Sequence[Change], paste: Paste) -> None:
    """Put what changed of the plan above; other documents of the chain are the pack's."""
    olds, news = ({each.id: each for each in side.chain or ()} for side in (ground.content, new))
    parent = ground.loaded.profile.parent_plan if ground.loaded else None
    for each in changes:
        link, is_file = news.get(each.id), parent is not None and (parent.plan or parent.profile)
        if each.id != PARENT or link is None or is_file:
            paste.unkeyed.append(f"Văn bản cấp trên {each.id}: {each.old or 'không có'} → {each.new or 'không có'}")
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
