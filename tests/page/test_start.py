"""From a received plan to a profile, in the browser alone."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.page.asking import ask_all
from kegen.page.receiving import _safe_name
from kegen.problem import KegenError
from tests.page.client import GATE, OWN

ANSWERS = {"province": "Tuyên Quang", "unit": "nhu khe", "signer": "Nguyễn Văn A"}


def dropped(client, name, data):
    headers = OWN | {"x-kegen-token": GATE.token, "x-kegen-name": quote(name)}
    return client.ask("POST", "/nhan", headers=headers, body=data)


def test_the_start_lists_profiles_and_plans_of_the_folder(client, tmp_path):
    (tmp_path / "hỏng & <b>.plan.yaml").write_text("a: b")
    page = client.ask("GET", "/").text
    assert f'href="{GATE.root}/ho-so/x.yaml/"' in page
    assert "hỏng &amp; &lt;b&gt;" in page
    assert "<b>" not in page


def test_a_province_leads_to_all_its_units(client, tmp_path):
    assert "/ca-tinh/" not in client.ask("GET", "/").text
    (tmp_path / "tinh.yaml").write_text("unit: {level: tinh, name: Tuyên Quang}\n", encoding="utf-8")
    assert "/ca-tinh/tinh.yaml/" in client.ask("GET", "/").text


def test_questions_come_as_far_as_they_can_be_asked(client):
    first = client.post("/moi/cau-hoi", {"answers": {}}).json
    assert not first["whole"]
    assert 'name="unit"' in first["html"]
    assert 'name="signer"' not in first["html"]
    all_of_them = client.post("/moi/cau-hoi", {"answers": ANSWERS}).json
    assert all_of_them["whole"]
    assert 'value="xã Nhữ Khê"' in all_of_them["html"]


def test_a_wrong_answer_is_told_at_its_question(client):
    answer = client.post("/moi/cau-hoi", {"answers": ANSWERS | {"unit": "xã <i>Không Có</i>"}}).json
    assert not answer["whole"]
    assert "không có đơn vị “xã &lt;i&gt;" in answer["html"]


def test_a_name_of_several_units_offers_them(client):
    html = client.post("/moi/cau-hoi", {"answers": {"unit": "xã Tân An"}}).json["html"]
    assert html.count("data-fill=") > 1


@pytest.mark.parametrize(
    ("query", "first"),
    [("q=nhu+kh&province=Tuy%C3%AAn+Quang", "xã Nhữ Khê"), ("q=nh%E1%BB%AF+kh%C3%AA", "xã Nhữ Khê, Tuyên Quang")],
)
def test_a_unit_is_found_as_it_is_typed(client, query, first):
    assert client.ask("GET", f"/don-vi?{query}").json[0] == first
    assert client.ask("GET", "/don-vi?q=").json == []
    assert client.ask("GET", "/don-vi?q=zzzz").json == []


def test_a_profile_is_made_and_never_written_over_another(client, tmp_path):
    first = client.post("/moi/ghi", {"answers": ANSWERS}).json
    second = client.post("/moi/ghi", {"answers": ANSWERS}).json
    assert first["next"].endswith("/ho-so/xa-nhu-khe.yaml/")
    assert second["next"].endswith("/ho-so/xa-nhu-khe-2.yaml/")
    assert "Nguyễn Văn A" in (tmp_path / "xa-nhu-khe.yaml").read_text(encoding="utf-8")


def test_without_a_needed_answer_nothing_is_written(client, tmp_path):
    answer = client.post("/moi/ghi", {"answers": {}})
    assert answer.status == 422
    assert [each.name for each in tmp_path.iterdir()] == ["x.yaml"]


@pytest.mark.parametrize("parent", ["../x.plan.yaml", "x.yaml", "/etc/passwd"])
def test_only_a_plan_of_the_folder_is_the_plan_above(client, parent):
    assert client.post("/moi/ghi", {"answers": ANSWERS, "parent": parent}).status == 404
    assert client.ask("GET", f"/moi?parent={quote(parent)}").status == 404


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/a.docx", "a.docx"),
        ("C:\\Users\\x\\Kế hoạch.pdf", "Kế hoạch.pdf"),
        (".a.docx", "a.docx"),
        ("a" * 500 + ".docx", "a" * 115 + ".docx"),
        ("ố" * 500 + ".docx", "ố" * 66 + ".docx"),
        ("~$Kế hoạch.docx", "Kế hoạch.docx"),
        ("a\u202exod.pdf\u200b", "axod.pdf"),
    ],
)
def test_a_dropped_file_gets_a_name_in_the_folder(name, kept):
    assert _safe_name(name) == kept


def test_what_is_dropped_goes_through_no_link(client, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("ngoai")
    (tmp_path / "a.docx").symlink_to(outside / "a.docx")
    dropped(client, "a.docx", b"x")
    assert list(outside.iterdir()) == []
    assert (tmp_path / "a (2).docx").read_bytes() == b"x"


def test_a_received_plan_that_is_broken_is_told_wherever_it_is_named(client, tmp_path):
    (tmp_path / "hong.plan.yaml").write_text("kind: [", encoding="utf-8")
    for answer in (
        client.ask("GET", "/moi?parent=hong.plan.yaml"),
        client.post("/moi/ghi", {"parent": "hong.plan.yaml"}),
    ):
        assert answer.status == 422
        assert "hong.plan.yaml" in answer.json["why"]


@pytest.mark.parametrize(
    "name", ["", "..", "a.exe", "CON.docx", "com¹.pdf", "a\x00.docx", "a:b.docx", "x.plan.yaml", "x.yaml", "a.docx/"]
)
def test_a_name_that_is_none_is_refused(client, tmp_path, name):
    with pytest.raises(KegenError):
        _safe_name(name)
    assert dropped(client, name, b"x").status == 422
    assert [each.name for each in tmp_path.iterdir()] == ["x.yaml"]


@given(st.text(max_size=300))
def test_whatever_a_dropped_file_is_called_it_stays_in_the_folder(name):
    try:
        kept = _safe_name(name + ".docx")
    except KegenError:
        return
    assert Path(kept).name == kept
    assert len(kept) <= 120
    assert kept.endswith(".docx")


@given(st.dictionaries(st.sampled_from(["unit", "province", "office", "date", "position", "drafter"]), st.text()))
def test_whatever_is_answered_gets_questions_back(typed):
    asked = ask_all(typed, "")
    assert asked.asked
    assert asked.is_whole == (not any(each.wrong for each in asked.asked) and "unit" in asked.answers)


def test_a_dropped_file_that_is_no_document_is_told(client):
    answer = dropped(client, "hỏng.docx", b"MZ")
    assert answer.status == 422
    assert "hỏng.docx" in answer.json["why"]
    assert "Word" in answer.json["why"]


def test_a_dropped_plan_is_read_confirmed_and_answered_by_a_profile(client, tmp_path):
    (tmp_path / "x.yaml").write_text(
        "unit: {level: tinh, name: Tuyên Quang}\nsigner: {position: CHỦ TỊCH, name: Nguyễn Văn A}\n", encoding="utf-8"
    )
    client.whole()
    docx = client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").body
    answer = dropped(client, "Kế hoạch tỉnh.docx", docx)
    assert answer.status == 200, answer.text
    plan = answer.json["plan"]
    assert (tmp_path / "Kế hoạch tỉnh.docx").read_bytes() == docx
    opened = client.ask("GET", f"/ke-hoach/{plan}/")
    assert opened.status == 200
    version = opened.text.partition('data-version="')[2].partition('"')[0]
    address = f"/ke-hoach/{plan}/answers"
    assert client.post(address, {"version": "?", "answers": {}}).status == 409
    assert client.post(address, {"version": version, "answers": {}}).status == 200
    answers = {"unit": "xã Nhữ Khê"}
    made = client.post("/moi/ghi", {"parent": plan, "answers": answers})
    assert made.status == 200, made.text
    text = (tmp_path / "xa-nhu-khe.yaml").read_text(encoding="utf-8")
    assert plan in text
    assert json.dumps(made.json)


def test_a_wrong_answer_to_a_plan_is_told_and_nothing_is_written(client, tmp_path):
    (tmp_path / "x.yaml").write_text("unit: {level: tinh, name: Tuyên Quang}\n", encoding="utf-8")
    client.whole()
    plan = dropped(client, "a.docx", client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").body).json["plan"]
    page = client.ask("GET", f"/ke-hoach/{plan}/").text
    version = page.partition('data-version="')[2].partition('"')[0]
    asked = page.partition('data-name="')[2].partition('"')[0]
    before = (tmp_path / plan).read_bytes()
    answer = client.post(f"/ke-hoach/{plan}/answers", {"version": version, "answers": {asked: ";;"}})
    assert answer.status == 422
    assert asked in answer.json["errors"]
    assert (tmp_path / plan).read_bytes() == before
