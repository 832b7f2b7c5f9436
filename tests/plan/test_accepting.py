"""What a profile accepts of its own problems: told as accepted, errors refused, nothing lost in silence."""

import pytest

import kegen
from kegen.plan.saved import dump, parse_plan
from kegen.problem import Invalid

NEW = (
    "unit: {level: xa, name: Tân Lập Mới, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
)
ACCEPT = "accept: [{rule: unit-exists, reason: Nghị quyết số 999/NQ-UBTVQH16}]\n"
LISTED = "recipients: [cap-tren]\n"


def test_a_unit_that_the_list_does_not_know_is_drafted_for_a_reason(draft):
    assert draft.ids(NEW) == ["unit-exists"]
    plan = draft(NEW + ACCEPT)
    assert plan.warnings == ()
    assert [(each.problem.id, each.reason) for each in plan.accepted] == [
        ("unit-exists", "Nghị quyết số 999/NQ-UBTVQH16")
    ]
    assert plan.header.issuer[-1] == "XÃ TÂN LẬP MỚI"


def test_a_kind_that_the_list_does_not_know_is_drafted_for_a_reason(draft):
    unit = NEW.replace("xa, name: Tân Lập Mới", "phuong, name: Nhữ Khê")
    plan = draft(unit + ACCEPT.replace("unit-exists", "unit-kind"))
    assert plan.header.issuer[-1] == "PHƯỜNG NHỮ KHÊ"
    assert draft.ids(unit + ACCEPT) == ["unit-kind"]


def test_a_warning_is_accepted_whole_or_by_its_words(draft):
    ids = [each.id for each in draft.xa(LISTED).warnings]
    assert set(ids) == {"noi-nhan-thieu"}
    assert draft.xa(f"{LISTED}accept: [{{rule: noi-nhan-thieu, reason: Gửi qua trục liên thông}}]\n").warnings == ()
    word = "accept: [{rule: noi-nhan-thieu, words: Văn phòng, reason: Gửi riêng}]\n"
    some = draft.xa(LISTED + word)
    assert len(some.warnings) + len(some.accepted) == len(ids)
    assert some.accepted
    assert all("Văn phòng" in each.problem.message for each in some.accepted)


@pytest.mark.parametrize(
    ("more", "rule", "ids"),
    [
        ("date: 03/5/2026\n", "ngay-nguoc", ["khong-chap-nhan", "ngay-nguoc"]),
        ("number: không\n", "sai-so", ["khong-chap-nhan", "sai-so"]),
    ],
)
def test_an_error_of_the_profile_is_not_accepted(more, rule, ids, draft):
    text = (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
    )
    assert sorted(draft.ids(f"{text}{more}accept: [{{rule: {rule}, reason: Thử}}]\n")) == ids


def test_an_order_of_the_plan_above_is_left_out_by_its_own_key(tmp_path):
    tinh = "unit: {level: tinh, name: Tuyên Quang}\nnumber: 7\ndate: 04/5/2026\ntasks:\n"
    task = "  tc-moi: {section: tc-thu-truong, wording: Rà soát nhóm mạng., lead: tat-ca}\n"
    (tmp_path / "tinh.yaml").write_text(tinh + task, "utf-8")
    xa = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {profile: tinh.yaml}\n"
    path = tmp_path / "xa.yaml"
    path.write_text(xa, "utf-8")
    assert "viec-bo-ngo" in {each.id for each in kegen.resolve(kegen.load(path)).warnings}
    path.write_text(f"{xa}accept: [{{rule: viec-bo-ngo, reason: Thử}}]\n", "utf-8")
    with pytest.raises(Invalid) as refused:
        kegen.resolve(kegen.load(path))
    assert "{omit: lý do}" in next(each.message for each in refused.value.problems if each.id == "khong-chap-nhan")


def test_an_acceptance_needs_a_reason(draft):
    with pytest.raises(Invalid) as refused:
        draft(f"{NEW}accept: [{{rule: unit-exists}}]\n")
    assert "reason" in next(each.message for each in refused.value.problems if each.id == "thieu")


def test_what_is_accepted_is_no_part_of_a_saved_plan(draft):
    plan = draft(NEW + ACCEPT)
    saved = parse_plan(dump(plan).encode(), "x.plan.yaml").plan
    assert saved == plan._replace(accepted=())
