"""A cascade under a pack that does not come with kegen, and under a plan that was read as it arrived."""

import shutil

import pytest

import kegen
from kegen.cascade.result import Status
from kegen.plan.saved import dump
from kegen.shipped import templates_folder

from .conftest import ORDERING

pytestmark = pytest.mark.usefixtures("ordering")


def own_pack(folder):
    """Copy the shipped pack beside the province's profile, under another title of plans, and name it there."""
    pack = folder / "bo-mau" / "kh-xyz"
    shutil.copytree(templates_folder() / "qd-534", pack, ignore=lambda *_: ["README.md"])
    main = pack / "pack.yaml"
    main.write_text(main.read_text("utf-8").replace("khac: Triển khai thực hiện", "khac: Riêng", 1), "utf-8")
    (folder / "tinh.yaml").write_text(ORDERING.replace("qd-534", "./bo-mau/kh-xyz"), "utf-8")
    return main


def test_units_are_drafted_with_the_pack_beside_the_profile_of_the_province(folder, go):
    own_pack(folder)
    run = go()
    assert {each.status for each in run.results} == {Status.DONE}
    profile = folder / "ra" / "xa-nhu-khe.yaml"
    assert "directive: ../bo-mau/kh-xyz " in profile.read_text("utf-8").replace('"', "")
    assert kegen.resolve(kegen.load(profile)).title.startswith("Riêng")


def test_a_change_in_that_pack_is_a_reason_to_draft_again(folder, go):
    main = own_pack(folder)
    go()
    assert {each.status for each in go().results} == {Status.UNCHANGED}
    main.write_text(main.read_text("utf-8").replace("khac: Riêng", "khac: Mới", 1), "utf-8")
    assert {each.status for each in go().results} == {Status.DONE}


def test_under_a_plan_that_was_read_as_it_arrived_units_have_the_frame(folder, go):
    plan = kegen.resolve(kegen.load(folder / "tinh.yaml"))
    arrived = plan._replace(standing=plan.standing._replace(directive=""))
    (folder / "tinh.plan.yaml").write_text(dump(arrived), "utf-8")
    run = go(profile="tinh.plan.yaml")
    assert {each.status for each in run.results} == {Status.DONE}
    profile = folder / "ra" / "xa-nhu-khe.yaml"
    assert "directive: chung " in profile.read_text("utf-8")
    drafted = kegen.resolve(kegen.load(profile))
    assert drafted.standing.directive == "chung"
    assert all(
        row.state != "open" or row.order.part == "helps" or row.order.kind == "target" for row in drafted.coverage
    )
