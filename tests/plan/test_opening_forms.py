"""Openings line by line: verbs side by side, one paragraph, short names in own words, own lines."""

import pytest

from kegen.plan.model import Span

DOCUMENTS = """\
documents:
  luat-a: {kind: Luật, subject: Bảo vệ môi trường}
  nq-b: {kind: Nghị quyết, number: 05/NQ-HĐND, date: 10/3/2026, issuer: Hội đồng nhân dân tỉnh, subject: về rác thải}
  ct-c: {kind: Chương trình, subject: hành động vì môi trường giai đoạn 2026 - 2030}
"""
LINES = """\
  lines:
    - {verb: Căn cứ, cite: [luat-a, nq-b]}
    - {verb: Thực hiện, cite: [ct-c, cap-tren]}
    - Sau khi xem xét ý kiến của các cơ quan có liên quan.
"""


@pytest.fixture
def opening(draft):
    """Return kind and text of each paragraph of the opening."""

    def of(bases, more=""):
        plan = draft.xa(f'{DOCUMENTS}{more}bases:\n  enacting: "UBND xã ban hành Kế hoạch như sau:"\n{bases}')
        return [(each.kind, each.text) for each in plan.opening]

    return of


LAW, RESOLUTION = (
    "Căn cứ Luật Bảo vệ môi trường",
    "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/3/2026 của Hội đồng nhân dân tỉnh về rác thải",
)
CARRIED = "Thực hiện Chương trình hành động vì môi trường giai đoạn 2026 - 2030, Kế hoạch số 176/KH-UBND"
OWN = "Sau khi xem xét ý kiến của các cơ quan có liên quan"


def test_bases_carried_out_and_own_lines_stand_side_by_side_in_their_order(opening):
    law, resolution, carried, own, issuing = opening(LINES, "")
    assert law == ("can-cu", f"{LAW};")
    assert resolution == ("can-cu", f"{RESOLUTION};")
    assert carried[1].startswith(CARRIED)
    assert carried[1].endswith(";")
    assert own == ("can-cu", f"{OWN}.")
    assert issuing == ("mo-dau", "UBND xã ban hành Kế hoạch như sau:")


@pytest.mark.parametrize("mark", [";", ","])
def test_they_may_be_one_paragraph_joined_by_a_mark(mark, opening):
    bases, issuing = opening(f'{LINES}  join: "{mark}"\n')
    assert bases[0] == "mo-dau"
    assert bases[1].startswith(f"{LAW}{mark} {RESOLUTION}{mark} {CARRIED}")
    assert bases[1].endswith(f"{mark} {OWN}.")
    assert issuing[1] == "UBND xã ban hành Kế hoạch như sau:"


def test_the_words_that_issue_may_go_on_in_that_paragraph(opening):
    ((kind, text),) = opening(f'{LINES}  join: ";"\n  layout: lien\n')
    assert (kind, text[-60:]) == ("mo-dau", f"{OWN}; UBND xã ban hành Kế hoạch như sau:"[-60:])
    ((_, text),) = opening(f'{LINES}  join: ";"\n  layout: lien-cau\n')
    assert text.endswith(f"{OWN}. UBND xã ban hành Kế hoạch như sau:")


@pytest.mark.parametrize(("italic", "kind"), [("có", "can-cu"), ("không", "mo-dau")])
def test_they_are_italic_or_upright_as_the_profile_says(italic, kind, opening):
    assert {each[0] for each in opening(f"{LINES}  italic: {italic}\n")[:-1]} == {kind}


def test_of_a_paragraph_that_goes_on_with_the_words_that_issue_only_the_bases_are_italic(draft):
    plan = draft.xa(f'{DOCUMENTS}bases:\n  join: ";"\n  layout: lien\n  italic: có\n{LINES}')
    (paragraph,) = plan.opening
    (span,) = paragraph.spans
    assert span == Span(0, paragraph.text.index(f"{OWN};") + len(OWN) + 1, "nghieng")


def test_lines_may_end_with_another_mark(opening):
    assert [text[-1] for _, text in opening(f'{LINES}  ending: "."\n')] == [".", ".", ".", ".", ":"]


def test_bases_in_one_style_may_stand_in_one_paragraph_too(opening):
    texts = opening('  style: can-cu\n  cite: [luat-a, nq-b]\n  join: ";"\n')
    assert texts[0] == ("mo-dau", f"{LAW}; {RESOLUTION}.")


def test_a_law_may_stand_in_one_line_with_another_document(opening):
    lines = "  lines: [{verb: Căn cứ, cite: [luat-a, nq-b], apart: không, after: (gọi chung là hai văn bản)}]\n"
    assert opening(lines)[0][1] == f"{LAW}, {RESOLUTION.removeprefix('Căn cứ ')} (gọi chung là hai văn bản)."


def test_own_words_are_data_and_never_run(opening):
    assert opening("  lines: ['Theo {{ year }} điều']\n")[0][1] == "Theo {{ year }} điều."


NAMED = "  cap-tren: {short_name: Kế hoạch 176, defined_as: %s}\n"


@pytest.mark.parametrize("words", ["viết tắt là", "gọi chung là", "sau đây gọi tắt là"])
def test_a_document_has_a_short_name_in_the_profiles_own_words(words, draft):
    plan = draft.xa(DOCUMENTS + NAMED % words)
    assert f" ({words} Kế hoạch 176)" in plan.opening[0].text
    assert words not in plan.title


def test_later_mentions_have_the_short_name(draft):
    text = (
        "directive: chung\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
        "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, subject: về rác thải}\n"
        "documents: {cap-tren: {short_name: Kế hoạch 176, defined_as: viết tắt là}}\n"
    )
    plan = draft(text)
    assert "về rác thải (viết tắt là Kế hoạch 176), Ủy ban" in plan.opening[0].text
    assert "Kế hoạch 176 trên địa bàn xã" in plan.body[2].text
    assert "viết tắt" not in plan.title
    assert not any("176/KH-UBND" in each.text for each in plan.body)


def test_a_short_name_that_own_words_give_is_used_and_not_given_again(draft):
    text = (
        "directive: chung\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n"
        "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, subject: về rác thải}\n"
        "documents: {cap-tren: {short_name: Kế hoạch của tỉnh, defined_as: khong}}\n"
        "bases: {lines: [{verb: Theo, cite: [cap-tren], after: (gọi là Kế hoạch của tỉnh)}]}\n"
    )
    plan = draft(text)
    assert plan.opening[0].text.endswith("về rác thải (gọi là Kế hoạch của tỉnh).")
    assert "nhiệm vụ của Kế hoạch của tỉnh" in plan.body[2].text


def test_without_a_short_name_none_is_given(draft):
    assert "gọi tắt" not in draft.xa(DOCUMENTS).opening[0].text


def test_words_for_a_short_name_without_one_are_told(draft):
    assert draft.ids(f"{_xa()}documents: {{cap-tren: {{defined_as: viết tắt là}}}}\n") == ["thieu"]


def _xa():
    return (
        "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\nparent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"
    )


PROPOSED = "  layout: rieng\n  cite: [cap-tren]\n  proposal: {by: Trưởng Phòng Kinh tế%s}\n"


def test_a_proposal_has_its_own_words_and_paper_or_none(opening):
    assert opening(PROPOSED % ", verb: Xét đề nghị của, paper: khong")[1][1] == "Xét đề nghị của Trưởng Phòng Kinh tế."
    text = opening(PROPOSED % ", verb: Theo đề xuất của, paper: Báo cáo, number: 12/BC-PKT, date: 01/6/2026")[1][1]
    assert text == "Theo đề xuất của Trưởng Phòng Kinh tế tại Báo cáo số 12/BC-PKT ngày 01/6/2026."
    assert opening(PROPOSED % "")[1][1].startswith("Xét đề nghị của Trưởng Phòng Kinh tế tại Tờ trình số ……/TTr")


def test_a_programme_without_number_is_cited_by_its_name_and_with_what_is_known_of_it(draft):
    named = draft.xa(f"{DOCUMENTS}bases: {{cite: [ct-c]}}\n").opening[0].text
    assert named.startswith("Thực hiện Chương trình hành động vì môi trường giai đoạn 2026 - 2030, ")
    known = DOCUMENTS.replace("kind: Chương trình,", "kind: Chương trình, date: 05/02/2026, issuer: Tỉnh ủy,")
    cited = draft.xa(f"{known}bases: {{cite: [ct-c]}}\n").opening[0].text
    assert "giai đoạn 2026 - 2030 ngày 05/02/2026 của Tỉnh ủy, " in cited


@pytest.mark.parametrize(
    ("bases", "ids"),
    [
        ("{lines: [{verb: Căn cứ, cite: [luat-x]}]}", ["van-ban-la"]),
        ("{lines: [{verb: Căn cứ, cite: [cap-tren]}, {verb: Theo, cite: [cap-tren]}]}", ["van-ban-trung"]),
        ("{lines: [{verb: Căn cứ, cite: [cap-tren]}], cite: [cap-tren]}", ["thua"]),
        ("{lines: [{verb: Căn cứ, cite: [cap-tren]}], style: can-cu}", ["thua"]),
        ('{cite: [cap-tren], join: ";", ending: ";"}', ["thua"]),
        ("{lines: [{verb: Căn cứ}]}", ["thieu"]),
    ],
)
def test_what_cannot_be_is_told(bases, ids, draft):
    assert draft.ids(f"{_xa()}bases: {bases}\n") == ids
