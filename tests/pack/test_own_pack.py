"""A pack of an office's own, in one file, with the forms of opening and closing that packs have."""

import pytest

import kegen
from kegen.check.files import check_draft
from kegen.pack.find import find_pack
from kegen.pack.read import read_pack
from kegen.problem import Invalid

PACK = """\
title: Thực hiện Chương trình trồng cây xanh
chain: [ct-cay, qd-cay]
documents:
  ct-cay:
    kind: Chương trình
    subject: trồng cây xanh giai đoạn 2026 - 2030
    short_name: Chương trình cây xanh
    defined_as: viết tắt là
    source: soạn để thử
  qd-cay:
    kind: Quyết định
    number: 77/QĐ-UBND
    date: 02/3/2026
    issuer: Ủy ban nhân dân tỉnh
    subject: ban hành {{ cite('ct-cay') }}
    source: soạn để thử
parent_subject: về việc thực hiện {{ cite('ct-cay') }}
plan_title: Thực hiện {{ cite('ct-cay') }}
enacting: "{{ issuer }} ban hành Kế hoạch với các nội dung sau:"
closing: khong
terms: {committee: Ủy ban nhân dân}
roles:
  dau-moi: {title: Cơ quan đầu mối}
  tat-ca: {title: Các cơ quan, single: không}
levels:
  khac:
    bases:
      lines:
        - {verb: Căn cứ, cite: [qd-cay]}
        - {verb: Thực hiện, cite: [ct-cay, cap-tren]}
        - Sau khi xem xét thực tế của {{ area }};
    departments:
      - {name: Phòng Kinh tế, short: KT, roles: [dau-moi]}
      - {name: "các cơ quan thuộc {{ area }}", roles: [tat-ca]}
  don-vi:
    bases:
      join: ","
      layout: lien
      lines: [{verb: Thực hiện, cite: [cap-tren]}]
    departments:
      - {name: Tổ Hành chính, short: HC, roles: [dau-moi]}
      - {name: "các tổ thuộc {{ area }}", roles: [tat-ca]}
sections:
  - id: muc-tieu
    title: MỤC ĐÍCH, YÊU CẦU
    tasks:
      - {id: md-cay, wording: "Trồng cây theo {{ cite('ct-cay') }}, cây nào sống cây ấy.", source: soạn để thử}
  - id: viec
    title: NHIỆM VỤ
    tasks:
      - {id: v-dat, lead: dau-moi, wording: "Chọn đất, giống cho {{ office('tat-ca') }}.", source: soạn để thử}
      - {id: v-trong, lead: tat-ca, wording: Trồng và chăm sóc cây được giao., source: soạn để thử}
recipients:
  - {id: co-quan, text: {don-vi: "{{ parent_body }} (để b/c)", khac: "Các cơ quan thuộc {{ area }}"}, covers: [tat-ca]}
"""
PARENT = "parent_plan: {number: 15/KH-UBND, date: 04/5/2026}\n"
XA = f"directive: cay-xanh\nunit: {{level: xa, name: Nhữ Khê, province: Tuyên Quang}}\n{PARENT}"
BODY = (
    "directive: ./cay-xanh.yaml\nunit: {level: don-vi, name: Trường Tiểu học A, parent_body: UBND xã Nhữ Khê,"
    f" abbreviation: THA, province: Tuyên Quang}}\n{PARENT}"
)


@pytest.fixture
def loaded(tmp_path):
    """Return a function that loads a profile beside the pack."""
    (tmp_path / "cay-xanh.yaml").write_text(PACK, "utf-8")

    def load(text):
        (tmp_path / "don-vi.yaml").write_text(text, "utf-8")
        return kegen.load(tmp_path / "don-vi.yaml")

    return load


def test_its_opening_has_the_lines_that_it_lists(loaded):
    plan = kegen.resolve(loaded(XA))
    assert [(each.kind, each.text.partition(" ")[0], each.text[-1]) for each in plan.opening] == [
        ("can-cu", "Căn", ";"),
        ("can-cu", "Thực", ";"),
        ("can-cu", "Sau", "."),
        ("mo-dau", "Ủy", ":"),
    ]
    assert plan.opening[0].text == (
        "Căn cứ Quyết định số 77/QĐ-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh ban hành Chương trình trồng cây xanh"
        " giai đoạn 2026 - 2030 (viết tắt là Chương trình cây xanh);"
    )
    assert plan.opening[1].text.startswith("Thực hiện Chương trình cây xanh, Kế hoạch số 15/KH-UBND ngày 04/5/2026")
    assert plan.body[1].text.startswith("Trồng cây theo Chương trình cây xanh, ")


def test_a_profile_may_do_without_the_short_name_of_the_pack(loaded):
    plan = kegen.resolve(loaded(f"{XA}documents: {{ct-cay: {{short_name: khong}}}}\n"))
    assert "viết tắt" not in plan.opening[0].text


def test_the_lines_of_a_body_go_on_with_the_words_that_issue(loaded):
    (opening,) = kegen.resolve(loaded(BODY)).opening
    assert opening.text.startswith("Thực hiện Kế hoạch số 15/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân xã Nhữ Khê về")
    assert opening.text.endswith(", Trường Tiểu học A ban hành Kế hoạch với các nội dung sau:")


@pytest.mark.parametrize("profile", [XA, BODY])
def test_it_is_drafted_without_closing_words_and_checked_with_no_error(profile, loaded):
    known = loaded(profile)
    plan = kegen.resolve(known)
    assert plan.closing == ()
    assert plan.body[-1].text.endswith("./.")
    report = check_draft(kegen.render(plan), "ke-hoach.docx", known, plan, final=False)
    assert [each for each in report.findings if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("cite: [ct-cay, cap-tren]", "cite: [ct-cai, cap-tren]", "có phải là “ct-cay”"),
        ("thực tế của {{ area }}", "thực tế của {{ aria }}", "có phải là “area”"),
        ("roles:\n", "orders_into: viecc\nroles:\n", "có phải là “viec”"),
    ],
)
def test_a_slip_in_lines_and_sections_is_told(old, new, words, tmp_path):
    assert old in PACK
    (tmp_path / "cay-xanh.yaml").write_text(PACK.replace(old, new), "utf-8")
    with pytest.raises(Invalid) as refused:
        read_pack(find_pack("cay-xanh", [tmp_path]))
    assert [(each.id, words in each.message) for each in refused.value.problems] == [("ten-la", True)]
