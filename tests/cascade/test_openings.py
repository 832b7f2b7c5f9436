"""What the pack has no item for is taken up by the starting profiles, in the words of the plan above."""

import pytest

import kegen

from .conftest import ORDERING

pytestmark = pytest.mark.usefixtures("ordering")

EXTRA = (
    ORDERING
    + """\
tasks:
  tc-nhom-mang: {section: tc-thu-truong, wording: "Rà soát # nhóm: {a}.", lead: tat-ca, deadline: 30/9/2026}
  tc-giup: {section: tc-thu-truong, wording: Việc có xã giúp., lead: dau-moi, helpers: [tat-ca]}
  tc-mot-xa: {section: tc-thu-truong, wording: Việc của một xã., lead: xa-nhu-khe}
departments: [{name: Sở Nội vụ, roles: [dau-moi]}, {name: UBND xã Nhữ Khê, short: xa-nhu-khe}]
"""
)


def result_of(done, name):
    return next(each for each in done.results if each.profile == name)


def test_starting_profiles_leave_no_order_to_their_kind_open(folder, go):
    (folder / "tinh.yaml").write_text(EXTRA, encoding="utf-8")
    done = go()
    plan = kegen.resolve(kegen.load(folder / "ra" / "phuong-minh-xuan.yaml"))
    (task,) = (each for each in plan.tasks if each.id == "tc-nhom-mang")
    assert (task.wording, task.deadline) == ("Rà soát # nhóm: {a}.", "23/9/2026")
    assert result_of(done, "phuong-minh-xuan.yaml").open == ("Việc có xã giúp.",)


def test_an_order_to_one_unit_stands_in_its_profile_and_concerns_no_other(folder, go):
    (folder / "tinh.yaml").write_text(EXTRA, encoding="utf-8")
    done = go()
    assert result_of(done, "xa-nhu-khe.yaml").open == ("Việc có xã giúp.",)
    assert "  tc-mot-xa:" in (folder / "ra" / "xa-nhu-khe.yaml").read_text("utf-8")
    assert "tc-mot-xa" not in (folder / "ra" / "phuong-minh-xuan.yaml").read_text("utf-8")


def test_an_order_to_help_is_a_line_to_be_switched_on(folder, go):
    (folder / "tinh.yaml").write_text(EXTRA, encoding="utf-8")
    go()
    file = folder / "ra" / "phuong-minh-xuan.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("#   tc-giup:", "  tc-giup:"), encoding="utf-8")
    states = {each.order.id: each.state for each in kegen.resolve(kegen.load(file)).coverage}
    assert states["tc-giup"] == "taken"


def test_where_the_pack_answers_everything_no_task_is_written(folder, go):
    omit = "tasks: {kl-chiu-trach-nhiem: {omit: Lý do}}\n"
    (folder / "tinh.yaml").write_text(ORDERING + omit, encoding="utf-8")
    go()
    assert "tasks:" not in (folder / "ra" / "xa-nhu-khe.yaml").read_text("utf-8")
