"""What a plan does about each order of the plan above: taken up, left out and why, or open."""

import pytest

import kegen
from kegen.plan.resolve import resolve_leniently
from kegen.shipped import profiles_folder

TINH = """\
unit: {level: tinh, name: Tuyên Quang}
tasks:
  tc-nhom-mang: {section: tc-thu-truong, wording: Rà soát các nhóm trên mạng., lead: tat-ca}
  tc-so-lam: {section: tc-thu-truong, wording: Việc của Sở., lead: dau-moi}
  tc-giup: {section: tc-thu-truong, wording: Việc có xã giúp., lead: dau-moi, helpers: [tat-ca]}
"""
XA = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {profile: tinh.yaml}\n"


@pytest.fixture
def cover(tmp_path):
    """Return the rows of a commune's plan under that of a province, by id."""

    def covered(more="", tinh=TINH, xa=XA):
        (tmp_path / "tinh.yaml").write_text(tinh, "utf-8")
        (tmp_path / "xa.yaml").write_text(xa + more, "utf-8")
        plan = kegen.resolve(kegen.load(tmp_path / "xa.yaml"))
        rows = {each.order.id: each for each in plan.coverage}
        assert len(rows) == len(plan.coverage)
        return plan, rows

    return covered


def test_an_order_that_nothing_answers_is_open_and_warned_of(cover):
    plan, rows = cover()
    assert rows["tc-nhom-mang"].state == "open"
    assert rows["tc-nhom-mang"].section == "tc-dau-moi"
    assert any("tc-nhom-mang: {section: tc-dau-moi}" in each.message for each in plan.warnings)


def test_what_is_advised_about_an_open_order_can_be_written(cover):
    advised = {each.order.id: each.section for each in cover()[1].values() if each.state == "open"}
    rows = cover("tasks:\n" + "".join(f"  {name}: {{section: {section}}}\n" for name, section in advised.items()))[1]
    assert {rows[name].state for name in advised} == {"taken"}


def test_an_open_order_is_advised_into_the_section_of_its_own_id(cover):
    assert cover()[1]["kl-chiu-trach-nhiem"].section == "ky-luat"


def test_a_task_for_another_office_is_no_order_to_this_unit(cover):
    assert "tc-so-lam" not in cover()[1]


def test_an_order_to_help_is_listed_as_such_and_not_warned_of(cover):
    plan, rows = cover()
    assert (rows["tc-giup"].state, rows["tc-giup"].order.part) == ("open", "helps")
    assert not any("tc-giup" in each.message for each in plan.warnings)


def test_an_item_of_the_same_id_takes_an_order_up(cover):
    row = cover()[1]["tt-dai-chung"]
    assert row.state == "taken"
    assert [(each.id, each.office) for each in row.answers] == [("tt-dai-chung", "Phòng Văn hóa - Xã hội")]


def test_an_order_taken_up_by_its_id_alone_is_no_longer_open(cover):
    assert cover("tasks: {tc-nhom-mang: {section: phuong-thuc}}\n")[1]["tc-nhom-mang"].state == "taken"


def test_an_item_takes_up_the_orders_it_says_it_carries_out(cover):
    own = "tasks: {xa-mot: {section: phuong-thuc, wording: Việc., lead: van-phong, carries_out: [tc-nhom-mang]}}\n"
    (answer,) = cover(own)[1]["tc-nhom-mang"].answers
    assert answer == ("xa-mot", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "")


def test_the_pack_knows_which_of_its_items_carry_out_orders_of_other_ids(cover):
    rows = cover()[1]
    assert [each.id for each in rows["tc-bao-cao"].answers] == ["tc-don-doc"]
    assert [each.id for each in rows["tc-giam-van-ban"].answers] == ["tc-trien-khai"]


def test_the_order_to_make_a_plan_is_carried_out_by_the_plan(cover):
    row = cover()[1]["tc-ke-hoach"]
    assert (row.state, [each.id for each in row.answers]) == ("taken", [""])


def test_an_order_left_out_with_a_reason_is_not_open(cover):
    plan, rows = cover("tasks: {tc-nhom-mang: {omit: Xã không có nhóm nào}}\n")
    assert (rows["tc-nhom-mang"].state, rows["tc-nhom-mang"].reason) == ("left-out", "Xã không có nhóm nào")
    assert ("tc-nhom-mang", "Rà soát các nhóm trên mạng.", "Xã không có nhóm nào") in plan.left_out


def test_leaving_out_an_item_leaves_out_the_orders_it_would_have_carried_out(cover):
    assert cover("tasks: {tc-don-doc: {omit: Lý do}}\n")[1]["tc-bao-cao"].reason == "Lý do"


def test_leaving_out_a_section_leaves_out_its_orders(cover):
    rows = cover("sections: {hoi-hop: {omit: Đã có kế hoạch riêng}}\n")[1]
    assert rows["hh-ke-hoach"] == rows["hh-ke-hoach"]._replace(state="left-out", reason="Đã có kế hoạch riêng")


def test_an_order_taken_up_elsewhere_is_taken_up_whatever_was_left_out(cover):
    own = "sections: {hoi-hop: {omit: Lý do}}\ntasks: {hh-ke-hoach: {section: phuong-thuc}}\n"
    assert cover(own)[1]["hh-ke-hoach"].state == "taken"


def test_a_target_that_a_sentence_sets_is_taken_up(cover):
    assert cover()[1]["giam-van-ban"].state == "taken"


@pytest.mark.parametrize("written", ["½ ngày", "nửa ngày", "0,5 ngày", "1/2 ngày"])
def test_a_target_may_be_written_in_any_way(cover, written):
    own = f'tasks: {{hh-thoi-gian: "Hội nghị quán triệt không quá {written}, chuyên môn 01 ngày; 1,5 ngày."}}\n'
    rows = cover(own)[1]
    assert rows["hop-quan-triet"].state == rows["hop-chuyen-mon"].state == "taken"


def test_a_target_that_no_sentence_sets_is_open_or_left_out(cover):
    own = 'tasks: {hh-thoi-gian: "Họp không quá 15 ngày hay 2,1 ngày."}\n'
    plan, rows = cover(own)
    assert {rows[name].state for name in ("hop-quan-triet", "hop-chuyen-mon", "hop-quan-trong")} == {"open"}
    assert any("Thời gian hội nghị chuyên môn: không quá 1 ngày" in each.message for each in plan.warnings)
    rows = cover(own + "targets: {hop-chuyen-mon: {omit: Xã không có}}\n")[1]
    assert rows["hop-chuyen-mon"].state == "left-out"


def test_a_plan_whose_parent_is_known_by_its_facts_alone_has_no_account(cover):
    plan, rows = cover(
        xa="unit: {level: xa, name: Lâm Bình, province: Tuyên Quang}\nparent_plan: {number: 1/KH-UBND}\n"
    )
    assert rows == {}
    assert "viec-bo-ngo" not in {each.id for each in plan.warnings}


@pytest.mark.parametrize(
    ("name", "tinh", "open_", "left_out"),
    [
        (
            "xa-nhu-khe",
            "{level: tinh, name: Tuyên Quang}",
            {"kl-chiu-trach-nhiem", "hop-truc-tuyen"},
            {"ld-quan-triet", "vb-the-che"},
        ),
        ("phuong-le-chan", "{level: thanh-pho, name: Hải Phòng}", {"kl-chiu-trach-nhiem", "giam-van-ban"}, set()),
        ("xa-thien-tan", "{level: tinh, name: Lạng Sơn}", set(), {"kl-lien-doi"}),
    ],
)
def test_published_plans_leave_open_what_reading_them_by_hand_finds(tmp_path, name, tinh, open_, left_out):
    """Read by hand against the pack's province: what neither a sentence nor a reason of theirs speaks of."""
    (tmp_path / "tinh.yaml").write_text(f"unit: {tinh}\n", "utf-8")
    loaded = kegen.load(profiles_folder() / f"{name}.yaml")
    parent = loaded.profile.parent_plan.model_copy(update={"profile": str(tmp_path / "tinh.yaml")})
    plan = resolve_leniently(loaded._replace(profile=loaded.profile.model_copy(update={"parent_plan": parent})))
    states = {state: {each.order.id for each in plan.coverage if each.state == state} for state in ("open", "left-out")}
    assert states == {"open": open_, "left-out": left_out}
