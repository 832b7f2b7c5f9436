"""A folder run on again: only what has changed is done, and nothing that somebody wrote is lost."""

import json
from pathlib import Path

import pytest

import kegen
from kegen.cascade.result import Status
from kegen.cascade.run import Request, cascade
from kegen.drafting.draft import DraftOptions
from kegen.gazetteer.kinds import change_of
from kegen.gazetteer.units import units_of
from kegen.problem import KegenError

from .conftest import LIST, PROVINCE

ALL = ["xa-nhu-khe", "phuong-minh-xuan", "xa-lam-binh"]


def statuses(done):
    return {each.profile.removesuffix(".yaml"): str(each.status) for each in done.results}


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_a_folder_has_the_plan_profiles_drafts_and_tables_and_nothing_else(folder, go):
    done = go()
    assert statuses(done) == dict.fromkeys(ALL, "done")
    names = {f"{stem}.{kind}" for stem in ALL for kind in ("yaml", "docx")}
    assert set(contents(folder / "ra")) == names | {"tinh-tuyen-quang.plan.yaml", "ket-qua.csv", "ket-qua.json"}
    assert "name: Nguyễn Trường Giang" in (folder / "ra" / "xa-nhu-khe.yaml").read_text(encoding="utf-8")


def test_a_second_run_does_nothing_and_says_so(folder, go):
    go()
    old = {each: each.stat().st_mtime_ns for each in (folder / "ra").glob("*.docx")}
    done = go()
    assert statuses(done) == dict.fromkeys(ALL, "unchanged")
    assert done.results[0].blanks
    assert {each: each.stat().st_mtime_ns for each in old} == old


def test_the_folder_is_complete_in_itself(folder, go, tmp_path_factory):
    go()
    elsewhere = tmp_path_factory.mktemp("khac") / "ra"
    (folder / "ra").rename(elsewhere)
    (folder / "tinh.yaml").unlink()
    plan = kegen.resolve(kegen.load(elsewhere / "xa-nhu-khe.yaml"))
    assert plan.standing.chain[-1].number == "176/KH-UBND"


def test_an_edited_profile_stays_and_its_unit_is_drafted_anew(folder, go):
    go()
    file = folder / "ra" / "xa-lam-binh.yaml"
    edit(file, "# number: 114", "number: 77")
    data = file.read_bytes()
    done = go()
    assert statuses(done) == {**dict.fromkeys(ALL, "unchanged"), "xa-lam-binh": "done"}
    assert done.results[2].own_profile
    edit(folder / "ds.csv", "Lâm Bình;;", "Lâm Bình;;Người Khác")
    assert go().results[2].own_profile
    assert file.read_bytes() == data


def test_a_profile_nobody_edited_follows_the_list(folder, go):
    go()
    edit(folder / "ds.csv", "Minh Xuân;phường;", "Minh Xuân;phường;Lê Thị B")
    assert statuses(go()) == {**dict.fromkeys(ALL, "unchanged"), "phuong-minh-xuan": "done"}
    assert "name: Lê Thị B" in (folder / "ra" / "phuong-minh-xuan.yaml").read_text(encoding="utf-8")


def test_an_edited_draft_stays_and_stops_nothing(folder, go):
    go()
    file = folder / "ra" / "xa-nhu-khe.docx"
    file.write_bytes(file.read_bytes() + b"x")
    edit(folder / "tinh.yaml", "number: 176", "number: 177")
    done = go()
    assert statuses(done) == {**dict.fromkeys(ALL, "done"), "xa-nhu-khe": "edited"}
    assert file.read_bytes().endswith(b"x")
    assert statuses(go()) == {**dict.fromkeys(ALL, "unchanged"), "xa-nhu-khe": "edited"}


@pytest.mark.parametrize("kind", ["yaml", "docx"])
def test_what_is_taken_away_is_made_again(folder, go, kind):
    go()
    old = contents(folder / "ra")[f"xa-nhu-khe.{kind}"]
    (folder / "ra" / f"xa-nhu-khe.{kind}").unlink()
    assert statuses(go()) == {**dict.fromkeys(ALL, "unchanged"), "xa-nhu-khe": "done"}
    assert contents(folder / "ra")[f"xa-nhu-khe.{kind}"] == old


@pytest.mark.parametrize("kind", ["yaml", "docx"])
@pytest.mark.parametrize("left", [b"", bytes(4096)])
def test_what_a_power_cut_left_of_a_file_is_nobody_s_work(folder, go, kind, left):
    go()
    old = contents(folder / "ra")[f"xa-nhu-khe.{kind}"]
    (folder / "ra" / f"xa-nhu-khe.{kind}").write_bytes(left)
    assert statuses(go())["xa-nhu-khe"] == "done"
    assert contents(folder / "ra")[f"xa-nhu-khe.{kind}"] == old


@pytest.mark.heavy
@pytest.mark.parametrize(
    "record",
    [
        *(None, b"", b"{}", b"[1]", b"\xff\xfe", b'{"form": 99}'),
        b'{"form": 1, "plan": "../x", "plans": [], "units": {}}',
        b'{"form": 1, "plan": "", "plans": [], "units": {"00691": {"stem": "../../etc/x"}}}',
    ],
)
def test_without_a_record_that_can_be_trusted_only_identical_profiles_are_kegen_s(folder, go, record):
    go()
    edit(folder / "ra" / "xa-lam-binh.yaml", "# number: 114", "number: 77")
    file = folder / "ra" / ".kegen-cascade" / "record.json"
    file.unlink() if record is None else file.write_bytes(record)
    done = go()
    assert [each.own_profile for each in done.results] == [False, False, True]
    assert {each.status for each in done.results} == {Status.DONE}
    edit(folder / "ds.csv", "Lâm Bình;;", "Lâm Bình;;Lê Văn A")
    edit(folder / "ds.csv", "Minh Xuân;phường;", "Minh Xuân;phường;Lê Thị B")
    assert [each.own_profile for each in go().results] == [False, False, True]
    assert "number: 77" in (folder / "ra" / "xa-lam-binh.yaml").read_text(encoding="utf-8")
    assert "name: Lê Thị B" in (folder / "ra" / "phuong-minh-xuan.yaml").read_text(encoding="utf-8")


def test_a_profile_that_was_there_before_kegen_is_somebody_s(folder, go):
    (folder / "ra").mkdir()
    (folder / "ra" / "xa-nhu-khe.yaml").write_text("unit: {level: xa}\n", encoding="utf-8")
    done = go()
    assert statuses(done) == {**dict.fromkeys(ALL, "done"), "xa-nhu-khe": "failed"}
    assert done.results[0].errors
    assert (folder / "ra" / "xa-nhu-khe.yaml").read_text(encoding="utf-8") == "unit: {level: xa}\n"


def test_a_change_of_the_plan_above_goes_to_every_unit(folder, go):
    go()
    edit(folder / "tinh.yaml", "number: 176", "number: 200")
    assert statuses(go()) == dict.fromkeys(ALL, "done")
    assert "200/KH-UBND" in (folder / "ra" / "tinh-tuyen-quang.plan.yaml").read_text(encoding="utf-8")


def test_a_plan_above_with_words_of_somebody_s_is_put_aside(folder, go):
    go()
    file = folder / "ra" / "tinh-tuyen-quang.plan.yaml"
    edit(file, "176/KH-UBND", "178/KH-UBND")
    own = file.read_bytes()
    go()
    assert (folder / "ra" / "tinh-tuyen-quang (bản cũ 1).plan.yaml").read_bytes() == own
    assert b"176/KH-UBND" in file.read_bytes()


def test_a_saved_plan_does_as_well_as_the_profile_it_came_from(folder, go):
    first = statuses(go())
    plan = folder / "ra" / "tinh-tuyen-quang.plan.yaml"
    (folder / "tinh.yaml").unlink()
    plan.rename(folder / "nhan.plan.yaml")
    done = cascade(Request(Path("nhan.plan.yaml"), Path("ra"), Path("ds.csv"), options=DraftOptions(unchecked=True)))
    assert set(statuses(done)) == set(first)
    assert plan.read_bytes() == (folder / "nhan.plan.yaml").read_bytes()


def test_what_is_asked_of_a_draft_is_part_of_what_it_comes_from(go):
    go()
    done = go(options=DraftOptions(lasting=False))
    assert {each.status for each in done.results} == {Status.DONE}
    assert {each.status for each in go(options=DraftOptions(lasting=False)).results} == {Status.UNCHANGED}


def test_the_tables_say_for_each_unit_what_it_lacks(folder, go):
    done = go()
    table = (folder / "ra" / "ket-qua.csv").read_bytes().decode("utf-8-sig")
    assert table.count("còn trống số của kế hoạch") == 3
    data = json.loads((folder / "ra" / "ket-qua.json").read_text(encoding="utf-8"))
    assert data["summary"]["done"] == len(data["units"]) == 3
    assert [each["unit"] for each in data["units"]] == [each.unit for each in done.results]
    assert all(each["blanks"] for each in data["units"])


def test_a_run_for_some_units_forgets_none_of_the_others(folder, go):
    go()
    (folder / "mot.csv").write_text("Tên\nNhữ Khê\n", encoding="utf-8")
    (folder / "ds.csv").write_text(LIST.replace("Minh Xuân;phường;", "Minh Xuân;phường;Lê Thị B"), encoding="utf-8")
    assert statuses(go(units="mot.csv")) == {"xa-nhu-khe": "done"}  # its signer is no longer said
    assert statuses(go()) == {"xa-nhu-khe": "done", "phuong-minh-xuan": "done", "xa-lam-binh": "unchanged"}


def test_a_plan_that_is_no_province_s_is_refused(folder, go):
    go()
    (folder / "tinh.yaml").write_bytes((folder / "ra" / "xa-nhu-khe.yaml").read_bytes())
    (folder / "tinh-tuyen-quang.plan.yaml").write_bytes((folder / "ra" / "tinh-tuyen-quang.plan.yaml").read_bytes())
    with pytest.raises(KegenError, match="của một tỉnh, thành phố"):
        go(out="khac")
    assert not (folder / "khac").exists()


def test_a_province_s_plan_with_errors_stops_before_anything_is_written(folder, go):
    (folder / "tinh.yaml").write_text(PROVINCE.replace("04/5/2026", "31/2/2026"), encoding="utf-8")
    with pytest.raises(KegenError, match="28 ngày"):
        go()
    assert not (folder / "ra").exists()


def test_names_stay_when_the_province_and_its_communes_become_cities_and_wards(folder, go):
    (folder / "tinh.yaml").write_text(PROVINCE.replace("Tuyên Quang", "Bắc Ninh"), encoding="utf-8")
    became = [unit.name for unit in units_of("Bắc Ninh") if change_of(unit)]
    (folder / "ds.csv").write_text("\n".join(["Tên", *became[:2]]), encoding="utf-8")
    first = go().results
    edit(folder / "tinh.yaml", "level: tinh", "level: thanh-pho")
    edit(folder / "tinh.yaml", "04/5/2026", "01/10/2026")
    second = go().results
    assert [each.unit.split()[0] for each in (*first, *second)] == ["xã", "xã", "phường", "phường"]
    assert [each.profile for each in first] == [each.profile for each in second]
    assert [each.name for each in (folder / "ra").glob("*.plan.yaml")] == ["tinh-bac-ninh.plan.yaml"]
    assert {str(each.status) for each in second} == {"done"}
