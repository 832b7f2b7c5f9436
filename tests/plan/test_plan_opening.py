"""The bases and the words that issue the plan, in the patterns of the five published plans."""

import pytest

KH = "Kế hoạch số 176/KH-UBND"
ISSUING = "Ủy ban nhân dân xã Nhữ Khê ban hành Kế hoạch triển khai thực hiện, cụ thể như sau:"


def opening(plan):
    return [(p.kind, p.text) for p in plan.opening]


def test_the_usual_opening_is_one_sentence(draft):
    ((kind, text),) = opening(draft.xa())
    assert kind == "mo-dau"
    assert text.startswith(f"Thực hiện {KH}")
    assert text.endswith(f"hệ thống chính trị, {ISSUING}")


def test_thuc_hien_and_the_issuing_words_stand_apart_where_asked(draft):
    first, second = opening(draft.xa("bases: {layout: rieng}\n"))
    assert first[0] == "mo-dau"
    assert first[1].startswith(f"Thực hiện {KH} ngày 04/5/2026 của Ủy ban nhân dân tỉnh Tuyên Quang về")
    assert first[1].endswith("hệ thống chính trị.")
    assert second == ("mo-dau", ISSUING)


@pytest.mark.parametrize(("layout", "between"), [("lien", ", "), ("lien-cau", ". ")])
def test_thuc_hien_and_the_issuing_words_in_one_paragraph(layout, between, draft):
    (only,) = opening(draft.xa(f"bases: {{layout: {layout}}}\n"))
    assert only[1].startswith(f"Thực hiện {KH}")
    assert only[1].endswith(f"hệ thống chính trị{between}{ISSUING}")


def test_can_cu_is_a_line_each_with_semicolons_and_a_full_stop(draft):
    *bases, issuing = opening(draft.xa("bases: {style: can-cu, cite: [kl-226, qd-534, cap-tren]}\n"))
    assert [kind for kind, _ in bases] == ["can-cu"] * 3
    assert all(text.startswith("Căn cứ ") for _, text in bases)
    assert [text[-1] for _, text in bases] == [";", ";", "."]
    assert issuing == ("mo-dau", ISSUING)


def test_a_proposal_is_a_sentence_after_thuc_hien(draft):
    proposal = "proposal: {by: Sở Nội vụ, number: 257/TTr-SNV, date: 20/4/2026}"
    texts = [text for _, text in opening(draft.tinh(f"bases: {{layout: rieng, {proposal}}}\n"))]
    assert texts[1] == "Xét đề nghị của Sở Nội vụ tại Tờ trình số 257/TTr-SNV ngày 20/4/2026."


def test_a_proposal_stands_in_the_one_sentence_before_who_issues(draft):
    proposal = "proposal: {by: Sở Nội vụ, number: 257/TTr-SNV, date: 20/4/2026}"
    (text,) = [text for _, text in opening(draft.tinh(f"bases: {{{proposal}}}\n"))]
    asked = "; xét đề nghị của Sở Nội vụ tại Tờ trình số 257/TTr-SNV ngày 20/4/2026, Ủy ban nhân dân tỉnh An Giang ban"
    assert asked in text


def test_a_proposal_is_the_last_of_the_bases(draft):
    *_, last, _ = opening(draft.xa("bases: {style: can-cu, proposal: {by: Phòng Văn hóa - Xã hội}}\n"))
    assert last == ("can-cu", "Theo đề nghị của Phòng Văn hóa - Xã hội tại Tờ trình số ……/TTr ngày ……/……/2026.")


def test_short_names_are_defined_at_the_first_mention_where_asked(draft):
    asked = opening(draft.xa("bases: {short_names: có}\n"))[0][1]
    assert f"(sau đây gọi tắt là {KH})" in asked
    assert "gọi tắt" not in opening(draft.xa("bases: {short_names: không}\n"))[0][1]


def test_a_document_cited_short_from_the_start_defines_no_name(draft):
    more = "bases: {cite: [qd-534], short_names: có}\ndocuments: {qd-534: {form: ngan}}\n"
    assert opening(draft.tinh(more))[0][1].startswith("Thực hiện Quyết định số 534/QĐ-TTg, ")


def test_no_bases_leave_the_issuing_words_alone(draft):
    assert opening(draft.xa("bases: {cite: []}\n")) == [("mo-dau", ISSUING)]


def test_the_chain_can_be_cited_whole_in_the_order_asked(draft):
    text = opening(draft.xa("bases: {cite: [kl-226, qd-534, cap-tren]}\n"))[0][1]
    places = [text.index(number) for number in ("226-KL/TW", "534/QĐ-TTg", "176/KH-UBND")]
    assert places == sorted(places)


ISSUERS = {
    "xa": ("", "Ủy ban nhân dân xã Nhữ Khê ban hành"),
    "tinh": ("issued_by: chu-tich\n", "Chủ tịch Ủy ban nhân dân tỉnh An Giang ban hành"),
    "so": ("", "Sở Tài chính ban hành"),
}


@pytest.mark.parametrize("unit", ISSUERS)
def test_who_issues_is_named(unit, draft):
    more, words = ISSUERS[unit]
    assert f", {words}" in opening(getattr(draft, unit)(more))[-1][1]


def test_the_plan_above_is_of_its_province_as_it_was_called_then(draft):
    def text(date):
        unit = "unit: {level: xa, name: Đại Sơn, province: Bắc Ninh}\n"
        return draft(f"{unit}parent_plan: {{number: 135/KH-UBND, date: 23/4/2026}}\ndate: {date}\n")

    before, after = text("19/9/2026"), text("20/9/2026")
    assert "ngày 23/4/2026 của Ủy ban nhân dân tỉnh Bắc Ninh" in after.opening[0].text
    assert before.recipients[0] == "- UBND tỉnh (để b/c);"
    assert after.recipients[0] == "- UBND thành phố (để b/c);"
