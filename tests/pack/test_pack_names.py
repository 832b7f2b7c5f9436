"""Which pack a profile means, and where packs are looked for."""

import shutil

import pytest

import kegen
from kegen.pack import read
from kegen.pack.find import find_pack
from kegen.pack.model import Pack
from kegen.plan.saved import dump
from kegen.problem import Invalid, KegenError
from kegen.shipped import templates_folder

UNIT = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
PARENT = "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
PROVINCE = "unit: {level: tinh, name: Tuyên Quang}\nnumber: 176\ndate: 04/5/2026\n"


@pytest.fixture
def own(tmp_path):
    """Copy the shipped pack into the folder under another name and title."""

    def put(name):
        shutil.copytree(templates_folder() / "qd-534", tmp_path / name, ignore=lambda *_: ["README.md"])
        main = tmp_path / name / "pack.yaml"
        text = main.read_text("utf-8").replace("  cap-tinh: Triển khai thực hiện", "  cap-tinh: Riêng", 1)
        main.write_text(text.replace("  khac: Triển khai thực hiện", "  khac: Riêng", 1), "utf-8")
        return tmp_path / name

    return put


def planned(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return kegen.resolve(kegen.load(path))


def test_a_profile_that_names_no_pack_means_the_usual_one_of_all_that_are_shipped():
    assert read.usual_pack().name == "qd-534"


def test_among_several_packs_none_of_which_is_the_usual_one_one_must_be_named(monkeypatch):
    loaded = read.read_pack(find_pack("qd-534"))
    other = loaded._replace(pack=Pack.model_construct(usual=False))
    monkeypatch.setattr(read, "pack_names", lambda: ["qd-534", "chung"])
    monkeypatch.setattr(read, "read_pack", lambda _: other)
    with pytest.raises(KegenError, match="một trong qd-534, chung"):
        read.usual_pack()


@pytest.mark.parametrize("directive", ["./bo-mau/kh-xyz", "bo-mau/kh-xyz", "bo-mau\\kh-xyz"])
def test_a_pack_is_found_by_its_path_from_the_profile(directive, tmp_path, own):
    own("bo-mau/kh-xyz")
    plan = planned(tmp_path / "xa.yaml", f"directive: {directive}\n{UNIT}{PARENT}")
    assert plan.title.startswith("Riêng")
    assert plan.standing.directive == directive


def test_a_pack_beside_the_profile_comes_before_a_shipped_one_of_that_name(tmp_path, own):
    own("qd-534")
    assert planned(tmp_path / "xa.yaml", f"directive: qd-534\n{UNIT}{PARENT}").title.startswith("Riêng")
    other = planned(tmp_path / "khac" / "xa.yaml", f"directive: qd-534\n{UNIT}{PARENT}")
    assert other.title.startswith("Triển khai")


@pytest.mark.parametrize("directive", ["kh-xyz", "./kh-xyz.yaml"])
def test_a_pack_may_be_one_file(directive, tmp_path, own):
    folder = own("hai-tep")
    text = "".join((folder / name).read_text("utf-8") for name in ("pack.yaml", "body.yaml"))
    (tmp_path / "kh-xyz.yaml").write_text(text, "utf-8")
    assert planned(tmp_path / "xa.yaml", f"directive: {directive}\n{UNIT}{PARENT}").title.startswith("Riêng")


def test_a_profile_or_a_folder_of_drafts_of_that_name_is_no_pack(tmp_path):
    (tmp_path / "qd-534").mkdir()
    plan = planned(tmp_path / "qd-534.yaml", f"directive: qd-534\n{UNIT}{PARENT}")
    assert plan.title.startswith("Triển khai")


def test_a_slip_in_an_own_pack_is_told_with_its_file_and_line(tmp_path, own):
    main = own("kh-xyz") / "pack.yaml"
    main.write_text(main.read_text("utf-8").replace("covers: [thon]", "covers: [thonn]"), "utf-8")
    for _ in range(2):
        with pytest.raises(Invalid) as refused:
            planned(tmp_path / "xa.yaml", f"directive: kh-xyz\n{UNIT}{PARENT}")
        assert [(p.id, p.place.file) for p in refused.value.problems] == [("ten-la", str(main))]
        assert refused.value.problems[0].place.line


def test_a_changed_own_pack_is_read_anew(tmp_path, own):
    main = own("kh-xyz") / "pack.yaml"
    profile = f"directive: kh-xyz\n{UNIT}{PARENT}"
    assert planned(tmp_path / "xa.yaml", profile).title.startswith("Riêng")
    main.write_text(main.read_text("utf-8").replace("khac: Riêng", "khac: Mới"), "utf-8")
    assert planned(tmp_path / "xa.yaml", profile).title.startswith("Mới")


@pytest.mark.parametrize("directive", ["./khong-co", "khong/co.yaml", "kh-xyz", f"./{'a' * 300}"])
def test_a_pack_that_is_not_there_is_told_at_the_line_of_directive(directive, tmp_path):
    with pytest.raises(Invalid) as refused:
        planned(tmp_path / "xa.yaml", f"directive: {directive}\n{UNIT}{PARENT}")
    assert [(p.id, p.place.line) for p in refused.value.problems] == [("bo-mau-la", 1)]


@pytest.mark.parametrize("saved", [True, False])
def test_a_profile_without_directive_takes_the_pack_of_the_plan_above_from_where_that_lies(saved, tmp_path, own):
    own("tinh/bo-mau/kh-xyz")
    above = planned(tmp_path / "tinh" / "tinh.yaml", f"directive: ./bo-mau/kh-xyz\n{PROVINCE}")
    (tmp_path / "tinh" / "tinh.plan.yaml").write_text(dump(above), "utf-8")
    way = "plan: ../tinh/tinh.plan.yaml" if saved else "profile: ../tinh/tinh.yaml"
    plan = planned(tmp_path / "xa" / "xa.yaml", f"{UNIT}parent_plan: {{{way}}}\n")
    assert plan.title.startswith("Riêng")
    assert plan.standing.directive == "../tinh/bo-mau/kh-xyz"


def test_a_pack_of_the_plan_above_that_is_lost_is_told_with_that_plan(tmp_path, own):
    pack = own("bo-mau")
    above = planned(tmp_path / "tinh.yaml", f"directive: ./bo-mau\n{PROVINCE}")
    (tmp_path / "tinh.plan.yaml").write_text(dump(above), "utf-8")
    shutil.rmtree(pack)
    with pytest.raises(Invalid, match=r"tinh\.plan\.yaml.*dùng bộ mẫu “\./bo-mau”"):
        planned(tmp_path / "xa.yaml", f"{UNIT}parent_plan: {{plan: tinh.plan.yaml}}\n")


def test_a_plan_above_without_a_pack_was_read_as_it_arrived_and_the_frame_is_for_it(tmp_path):
    above = planned(tmp_path / "tinh.yaml", PROVINCE)
    above = above._replace(standing=above.standing._replace(directive=""))
    (tmp_path / "tinh.plan.yaml").write_text(dump(above), "utf-8")
    plan = planned(tmp_path / "xa.yaml", f"{UNIT}parent_plan: {{plan: tinh.plan.yaml}}\n")
    assert plan.standing.directive == "chung"
