"""The plan above of any kind, of any body, and plans of bodies under a unit."""

import pytest

import kegen
from kegen.check.files import check_draft
from kegen.plan.model import Header, Paragraph, Plan, PlanIdentity, Signature, Task
from kegen.plan.saved import dump, parse_plan
from kegen.problem import Invalid, Severity

FRAME = "directive: chung\n"
XA = "directive: chung\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
BODY = "directive: chung\nunit: {level: don-vi, name: %s, parent_body: %s, abbreviation: DV, province: Tuyên Quang%s}\n"
FACTS = "parent_plan: {number: 15/KH-UBND, date: 04/5/2026, subject: về nếp sống mới}\n"


@pytest.mark.parametrize(
    ("facts", "cited", "short"),
    [
        (
            "number: 15/KH-UBND, date: 04/5/2026, issuer: UBND tỉnh, subject: về nếp sống mới",
            "Kế hoạch số 15/KH-UBND ngày 04/5/2026 của UBND tỉnh về nếp sống mới",
            "Kế hoạch số 15/KH-UBND",
        ),
        (
            "kind: Chỉ thị, number: 11-CT/TU, date: 04/5/2026, issuer: Ban Thường vụ Tỉnh ủy, subject: về nếp sống mới",
            "Chỉ thị số 11-CT/TU ngày 04/5/2026 của Ban Thường vụ Tỉnh ủy về nếp sống mới",
            "Chỉ thị số 11-CT/TU",
        ),
        (
            "kind: quyết định, number: 235/QĐ-TTg, date: 05/02/2026, issuer: Thủ tướng, subject: phê duyệt Đề án",
            "Quyết định số 235/QĐ-TTg ngày 05/02/2026 của Thủ tướng phê duyệt Đề án",
            "Quyết định số 235/QĐ-TTg",
        ),
        (
            "kind: Công văn, number: 912/SYT-NVY, date: 05/02/2026, issuer: Sở Y tế, subject: về việc phòng dịch",
            "Công văn số 912/SYT-NVY ngày 05/02/2026 của Sở Y tế về việc phòng dịch",
            "Công văn số 912/SYT-NVY",
        ),
        (
            "kind: Nghị quyết, number: 05/NQ-HĐND, date: 05/02/2026, issuer: HĐND tỉnh, subject: về giảm nghèo",
            "Nghị quyết số 05/NQ-HĐND ngày 05/02/2026 của HĐND tỉnh về giảm nghèo",
            "Nghị quyết số 05/NQ-HĐND",
        ),
        (
            "kind: Chương trình, date: 05/02/2026, issuer: Tỉnh ủy, subject: hành động vì trẻ em",
            "Chương trình hành động vì trẻ em ngày 05/02/2026 của Tỉnh ủy",
            "Chương trình hành động vì trẻ em",
        ),
        (
            "kind: Kết luận, date: 2026, issuer: Ban Thường vụ Tỉnh ủy, subject: về nếp sống mới",
            "Kết luận số ……-KL/TU ngày ……/……/2026 của Ban Thường vụ Tỉnh ủy về nếp sống mới",
            "Kết luận số ……-KL/TU",
        ),
    ],
)
def test_a_parent_of_any_kind_is_cited_rightly_and_mentioned_by_its_kind_later(facts, cited, short, draft):
    plan = draft(f"{XA}parent_plan: {{{facts}}}\n")
    assert plan.opening[0].text.startswith(f"Thực hiện {cited}, Ủy ban nhân dân xã Nhữ Khê ban hành")
    assert plan.title == f"Triển khai thực hiện {cited}"
    assert f"nhiệm vụ của {short} trên địa bàn xã" in plan.body[2].text


def test_blanks_of_the_parent_follow_its_kind(draft):
    facts = "kind: Chỉ thị, date: 2026, issuer: Tỉnh ủy, subject: về nếp sống mới"
    what = [each.what for each in draft(f"{XA}parent_plan: {{{facts}}}\n").blanks]
    assert {"số của chỉ thị cấp trên", "ngày của chỉ thị cấp trên"} <= set(what)


def test_a_frame_needs_to_know_what_the_parent_is_about_and_who_issued_it_above_a_province(draft):
    assert draft.ids(f"{XA}parent_plan: {{number: 15/KH-UBND, date: 04/5/2026}}\n") == ["thieu"]
    tinh = "directive: chung\nunit: {level: tinh, name: An Giang}\n"
    assert draft.ids(f"{tinh}parent_plan: {{number: 5/QĐ-TTg, date: 2026, subject: về trẻ em}}\n") == ["thieu"]
    assert draft.ids(f"{tinh}date: 2026\n") == ["thieu"]


def test_a_plan_under_a_law_alone_says_its_own_directive(draft):
    plan = draft(
        "directive: chung\nunit: {level: tinh, name: An Giang}\ndate: 2026\ntitle: Thi hành Luật Trẻ em\n"
        "terms: {directive: Luật Trẻ em}\ndocuments: {luat: {kind: Luật, subject: Trẻ em}}\n"
        "bases: {cite: [luat], style: can-cu}\n"
    )
    assert plan.opening[0].text == "Căn cứ Luật Trẻ em."
    assert "nhiệm vụ của Luật Trẻ em trên địa bàn tỉnh" in plan.body[2].text


def saved(folder, level, leads, **facts):
    """Save a plan as an import does, of a body of that level, whose tasks those lead."""
    identity = PlanIdentity(level=level, province=facts.pop("province", "Tuyên Quang"), **facts)
    tasks = tuple(Task(f"muc-2-y-{n}", f"Làm việc {n}.", lead, (), "", "", "", "") for n, lead in enumerate(leads, 1))
    body = (Paragraph("muc", "II. NHIỆM VỤ", id="muc-2"), *(Paragraph("doan", t.wording, id=t.id) for t in tasks))
    plan = Plan(
        header=Header("", ("SỞ Y TẾ",), "Số: 15/KH-SYT", "Tuyên Quang, ngày 04 tháng 5 năm 2026"),
        kind="KẾ HOẠCH",
        title="Phòng, chống dịch",
        opening=(),
        body=body,
        closing=(),
        recipients=(),
        signature=Signature(("GIÁM ĐỐC",), "Nguyễn Văn A"),
        tasks=tasks,
        targets=(),
        left_out=(),
        blanks=(),
        unit_name="Sở Y tế",
        issued="2026-05-04",
        standing=identity,
    )
    (folder / "tren.plan.yaml").write_text(dump(plan), "utf-8")


SYT = {"unit": "Sở Y tế", "symbol": "15/KH-SYT", "issuer": "Sở Y tế"}
UNDER = "parent_plan: {plan: tren.plan.yaml}\n"


def test_a_plan_of_a_department_may_order_communes(tmp_path, draft):
    saved(tmp_path, "so", ["UBND các xã, phường", "Các phòng thuộc Sở"], **SYT)
    plan = draft(f"{XA.partition(FRAME)[2]}{UNDER}tasks: {{muc-2-y-1: {{section: nhiem-vu-duoc-giao}}}}\n")
    assert plan.standing.directive == "chung"
    assert [(row.order.id, row.state) for row in plan.coverage] == [("muc-2-y-1", "taken")]
    assert "gửi Sở Y tế theo quy định" in plan.body[-1].text
    assert plan.recipients[:2] == ("- UBND tỉnh (để b/c);", "- Sở Y tế (để b/c);")


def test_an_open_order_is_offered_the_section_for_orders(tmp_path, draft):
    saved(tmp_path, "so", ["UBND cấp xã"], **SYT)
    plan = draft(XA + UNDER)
    assert [(row.state, row.section) for row in plan.coverage] == [("open", "nhiem-vu-duoc-giao")]


def test_a_body_of_no_level_may_be_above_every_unit(tmp_path, draft):
    saved(tmp_path, "", ["UBND cấp xã"], kind="Chỉ thị", symbol="11-CT/TU", issuer="Ban Thường vụ Tỉnh ủy", province="")
    plan = draft(XA + UNDER)
    assert (
        "Chỉ thị số 11-CT/TU ngày 04/5/2026 của Ban Thường vụ Tỉnh ủy về việc phòng, chống dịch" in plan.opening[0].text
    )
    assert plan.standing.chain[-1].kind == "Chỉ thị"
    province = draft(f"directive: chung\nunit: {{level: tinh, name: Tuyên Quang}}\n{UNDER}")
    assert "Chỉ thị số 11-CT/TU" in province.title


def test_a_plan_of_a_commune_is_not_above_a_department_or_a_commune(tmp_path, draft):
    saved(tmp_path, "xa", [], unit="Nhữ Khê")
    assert "cap-tren-sai-cap" in draft.ids(XA + UNDER)
    so = "directive: chung\nunit: {level: so, name: Sở Y tế, abbreviation: SYT, province: Tuyên Quang}\n"
    assert "cap-tren-sai-cap" in draft.ids(so + UNDER)


def test_another_kind_than_the_files_is_told(tmp_path, draft):
    saved(tmp_path, "so", [], **SYT)
    assert draft.ids(f"{XA}parent_plan: {{plan: tren.plan.yaml, kind: Chỉ thị}}\n") == ["cap-tren-khac"]
    assert draft(f"{XA}parent_plan: {{plan: tren.plan.yaml, kind: kế hoạch}}\n").opening


def test_a_title_that_decides_is_cited_as_it_stands(tmp_path, draft):
    saved(tmp_path, "tinh", [], kind="Quyết định", symbol="9/QĐ-UBND", unit="Tuyên Quang")
    file = tmp_path / "tren.plan.yaml"
    file.write_text(file.read_text("utf-8").replace("Phòng, chống dịch", "Phê duyệt Đề án phòng dịch"), "utf-8")
    assert " phê duyệt Đề án phòng dịch" in draft(XA + UNDER).title


@pytest.mark.parametrize("level", ["huyen", "don_vi"])
def test_a_level_that_there_is_not_is_no_plan(level, tmp_path):
    saved(tmp_path, "so", [], **SYT)
    text = (tmp_path / "tren.plan.yaml").read_text("utf-8").replace("level: so", f"level: {level}")
    with pytest.raises(Invalid, match=r"standing\.level"):
        parse_plan(text.encode(), "x")


@pytest.mark.parametrize(
    ("unit", "above", "lead"),
    [
        (("Chi cục Thú y", "Sở Nông nghiệp và Môi trường", ""), "so", "Các đơn vị trực thuộc Sở"),
        (("Trung tâm Y tế khu vực", "Sở Y tế", ""), "so", "Các trung tâm y tế"),
        (("Trường Tiểu học Nhữ Khê", "UBND xã Nhữ Khê", ""), "xa", "Các trường học trên địa bàn xã"),
        (("Phòng Kinh tế", "UBND xã Nhữ Khê", ""), "xa", "Phòng Kinh tế"),
        (("Phòng Kinh tế", "UBND xã Nhữ Khê", ""), "xa", "Các cơ quan chuyên môn thuộc UBND xã"),
        (("Ban Quản lý dự án tỉnh", "UBND tỉnh Tuyên Quang", ", head: Giám đốc"), "tinh", "Các sở, ban, ngành"),
    ],
)
def test_a_body_carries_out_what_the_plan_of_the_body_above_gives_it(unit, above, lead, tmp_path, draft):
    name, parent, _ = unit
    saved(tmp_path, above, [lead, "UBND các xã"], unit="Nhữ Khê", symbol="15/KH-UBND", issuer=parent)
    plan = draft(BODY % unit + UNDER)
    assert [row.order.id for row in plan.coverage] == ["muc-2-y-1"]
    assert plan.header.parent == parent.upper()
    assert plan.header.issuer == (name.upper(),)
    assert plan.header.number == "Số:         /KH-DV"
    assert plan.recipients[0].startswith(f"- {parent.replace('UBND', 'Ủy ban nhân dân')} (để b/c)")


def test_what_concerns_others_is_no_order_of_a_body(tmp_path, draft):
    saved(tmp_path, "xa", ["UBND các xã", "Trạm Y tế", "Công an xã"], unit="Nhữ Khê")
    assert draft(BODY % ("Phòng Kinh tế", "UBND xã Nhữ Khê", "") + UNDER).coverage == ()


@pytest.mark.parametrize(
    ("name", "head", "area"),
    [
        ("Chi cục Thú y", "CHI CỤC TRƯỞNG", "Chi cục"),
        ("Trung tâm Văn hóa", "GIÁM ĐỐC", "Trung tâm"),
        ("Trường Mầm non Hoa Sen", "HIỆU TRƯỞNG", "Nhà trường"),
        ("Phòng Văn hóa - Xã hội", "TRƯỞNG PHÒNG", "Phòng"),
        ("Ban Quản lý khu du lịch", "TRƯỞNG BAN", "Ban"),
    ],
)
def test_head_and_short_call_of_a_body_come_from_its_name_where_that_is_sure(name, head, area, draft):
    plan = draft(BODY % (name, "UBND xã Nhữ Khê", "") + FACTS)
    assert plan.signature.lines == (head,)
    assert f"Lãnh đạo {area} yêu cầu" in plan.closing[0].text
    deputy = draft(BODY % (name, "UBND xã Nhữ Khê", "") + FACTS + f"signer: {{position: Phó {head.lower()}}}\n")
    assert deputy.signature.lines == (f"KT. {head}", f"PHÓ {head}")


def test_a_head_that_the_name_does_not_tell_is_asked_for(draft):
    body = BODY % ("Quỹ Phát triển đất", "UBND tỉnh Tuyên Quang", "")
    assert draft.ids(body + FACTS) == ["thieu"]
    body = BODY % ("Quỹ Phát triển đất", "UBND tỉnh Tuyên Quang", ", head: Giám đốc")
    assert draft(body + FACTS).signature.lines == ("GIÁM ĐỐC",)


def test_a_body_needs_the_body_above_it_and_its_symbol(draft):
    unit = "unit: {level: don-vi, name: Phòng Kinh tế, province: Tuyên Quang}\n"
    assert draft.ids(f"directive: chung\n{unit}{FACTS}") == ["thieu", "thieu"]


def test_a_commune_has_no_other_head_than_its_chairman(draft):
    unit = "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang, head: Giám đốc}\n"
    assert draft.ids(f"directive: chung\n{unit}{FACTS}") == ["thua"]


@pytest.mark.parametrize(
    ("parent", "place"),
    [("UBND xã Nhữ Khê", "Nhữ Khê"), ("UBND tỉnh Tuyên Quang", "Tuyên Quang"), ("Sở Y tế", "Tuyên Quang")],
)
def test_the_place_of_a_body_is_that_of_the_unit_it_is_under(parent, place, draft):
    header = draft(BODY % ("Phòng Kinh tế", parent, "") + FACTS).header
    assert header.place_and_date.startswith(f"{place}, ngày")


@pytest.mark.parametrize("unit", [XA, BODY % ("Trường Tiểu học A", "UBND xã Nhữ Khê", "")])
def test_the_checker_finds_no_error_in_a_draft_of_the_frame(unit, tmp_path, draft):
    saved(tmp_path, "tinh", ["UBND cấp xã"], unit="Tuyên Quang", symbol="15/KH-UBND", issuer="UBND tỉnh Tuyên Quang")
    plan = draft(f"{unit}{UNDER}annex: có\n")
    loaded = kegen.load(tmp_path / "don-vi.yaml")
    report = check_draft(kegen.render(plan), "ke-hoach.docx", loaded, plan, final=False)
    assert [each for each in report.findings if each.severity == "error"] == []
    assert not any(each.severity is Severity.ERROR for each in plan.warnings)


def test_nothing_of_another_directive_is_in_a_draft_of_the_frame(draft):
    plan = draft(XA + FACTS)
    words = " ".join(each.text for each in (*plan.opening, *plan.body, *plan.closing)).lower()
    assert not any(each in words for each in ("534", "226", "lề lối làm việc", "hội nghị trực tuyến"))
    assert {task.lead for task in plan.tasks} >= {"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "Phòng Kinh tế"}
