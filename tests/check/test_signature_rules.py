"""Who signs: the authority, the title, the name."""

import copy

import pytest

from tests.check.good import errors, find, found, good, planted, remove, set_paragraph, set_runs, set_text, state

TM, KT, PHO, NAME = "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"
ISSUES = "Ủy ban nhân dân xã Gia Kiệm ban hành Kế hoạch"


def signed(*lines, name=NAME):
    """Put these lines over the name in place of the three of the good document."""
    own = dict(zip((TM, KT, PHO), (*lines, None, None), strict=False))

    def edit(root):
        places = [find(root, start) for start in own]
        for place, (start, line) in zip(places, own.items(), strict=True):
            if line is None:
                place.getparent().remove(place)
            else:
                set_text(start, line)(only(place))
        set_text(NAME, name)(root)

    return edit


def only(p):
    """Return something whose only paragraph is this one."""

    class Only:
        def iter(self, _):
            return iter([p])

    return Only()


def close_up(root):
    """Take away the blank paragraphs between title and name."""
    above, name = find(root, PHO), find(root, NAME)
    while above.getnext() is not name:
        above.getparent().remove(above.getnext())
    set_paragraph(NAME, "spacing", before="0", after="0")(root)


def on_the_left(root):
    """Put the signature where the recipients are, and the recipients where the signature is."""
    cell = next(find(root, TM).iterancestors("{*}tc"))
    other = next(find(root, "Nơi nhận").iterancestors("{*}tc"))
    row = cell.getparent()
    a, b = copy.deepcopy(cell), copy.deepcopy(other)
    row.replace(cell, b)
    row.replace(other, a)


RULES = (
    "sign-tm",
    "sign-kt",
    "sign-abbr-form",
    "sign-style",
    "sign-name",
    "sign-no-degree",
    "sign-title-official",
    "signing-ubnd",
)


@pytest.mark.parametrize("rule", RULES)
def test_the_good_signature_passes(rule):
    assert state(good(), rule) == "pass"


@pytest.mark.parametrize("rule", ["sign-q", "sign-tl", "sign-tuq", "sign-acting-deputy"])
def test_a_right_nobody_invokes_is_not_looked_at(rule):
    assert state(good(), rule) == "not_applicable"


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("sign-tm", ("TM. CHỦ TỊCH",)),
        ("sign-tm", ("TM. CHỦ TỊCH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-tm", ("TM. ỦY BAN NHÂN DÂN",)),
        ("sign-kt", ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH")),
        ("sign-kt", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-kt", ("TM. ỦY BAN NHÂN DÂN", "KT. PHÓ CHỦ TỊCH")),
        ("sign-kt", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        ("sign-q", ("TM. ỦY BAN NHÂN DÂN", "QUYỀN CHỦ TỊCH")),
        ("sign-tl", ("TL. ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG")),
        ("sign-tl", ("TL. CHỦ TỊCH",)),
        ("sign-tl", ("TL. PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("sign-tuq", ("TUQ. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
        ("sign-tuq", ("TUQ. CHỦ TỊCH",)),
        ("sign-abbr-form", ("T/M ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-abbr-form", ("TM. ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-abbr-form", ("TM/ ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-abbr-form", ("TM ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("sign-abbr-form", ("THAY MẶT ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("sign-style", ("TM. Ủy ban nhân dân", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    ],
)
def test_a_wrong_line_of_authority_is_told_and_nothing_else(rule, lines):
    assert errors(planted(signed(*lines))) == [rule]


@pytest.mark.parametrize(
    "lines",
    [
        (TM, "CHỦ TỊCH"),
        (TM, "Q. CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN XÃ GIA KIỆM", KT, PHO),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"),
        ("CHỦ TỊCH",),
        (KT, PHO),
        ("GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("TRƯỞNG ĐOÀN", "PHÓ CHỦ TỊCH UBND XÃ"),
    ],
)
def test_the_ways_to_sign_are_no_errors(lines):
    assert errors(planted(signed(*lines))) == []


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("sign-tm", ("CHỦ TỊCH",)),
        ("sign-tm", (KT, PHO)),
        ("sign-tm", ("TM. UBND XÃ GIA KIỆM", KT, PHO)),
        ("sign-tm", ("TM. SỞ NỘI VỤ", "GIÁM ĐỐC")),
        ("sign-kt", (TM, KT, "TRƯỞNG PHÒNG")),
        ("sign-kt", ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN")),
        ("sign-tl", (TM, "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("sign-tuq", ("TUQ. ỦY BAN NHÂN DÂN", "TRƯỞNG PHÒNG")),
        ("sign-abbr-form", (TM, "KT.CHỦ TỊCH", PHO)),
        ("sign-acting-deputy", (TM, KT, "PHÓ CHỦ TỊCH PHỤ TRÁCH")),
        ("sign-title-official", (TM, KT, "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
    ],
)
def test_a_doubtful_line_of_authority_is_a_warning(rule, lines):
    data = planted(signed(*lines))
    assert [each.severity for each in found(data, rule)] == ["warning"]
    assert errors(data) == []


def test_the_chairman_may_issue_a_plan_of_his_own():
    data = planted(
        set_text(ISSUES, "Chủ tịch UBND xã ban hành Kế hoạch triển khai thực hiện, cụ thể như sau:"), signed("CHỦ TỊCH")
    )
    assert found(data, "sign-tm") == []


def test_the_chairman_of_the_level_above_is_not_the_one_who_issues():
    text = "Chủ tịch UBND thành phố ban hành Kế hoạch, Ủy ban nhân dân xã Gia Kiệm ban hành Kế hoạch, cụ thể như sau:"
    assert len(found(planted(set_text(ISSUES, text), signed("CHỦ TỊCH")), "sign-tm")) == 1


def test_a_plan_of_the_chairman_signed_for_the_committee_is_told():
    text = "Chủ tịch UBND xã ban hành Kế hoạch triển khai thực hiện, cụ thể như sau:"
    data = planted(set_text(ISSUES, text))
    assert [each.severity for each in found(data, "signing-ubnd")] == ["warning"]
    assert errors(data) == []


def test_one_who_acts_as_the_head_needs_a_decision_the_file_does_not_hold():
    assert state(planted(signed(TM, "Q. CHỦ TỊCH")), "sign-acting-deputy") == "not_evaluated"


def test_a_deputy_is_not_an_acting_head():
    assert errors(planted(signed(TM, "Q. PHÓ CHỦ TỊCH"))) == ["sign-q"]


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("sign-style", set_runs(TM, b="0")),
        ("sign-style", set_runs(KT, i="1")),
        ("sign-style", set_runs(PHO, sz="24")),
        ("sign-style", set_paragraph(TM, "jc", val="left")),
        ("sign-name", set_text(NAME, "NGUYỄN VĂN AN")),
        ("sign-name", set_runs(NAME, b="0")),
        ("sign-name", set_runs(NAME, i="1")),
        ("sign-name", set_runs(NAME, sz="30")),
        ("sign-name", set_paragraph(NAME, "jc", val="right")),
        ("sign-no-degree", set_text(NAME, "ThS. Nguyễn Văn An")),
        ("sign-no-degree", set_text(NAME, "TS Nguyễn Văn An")),
        ("sign-no-degree", set_text(NAME, "PGS.TS. Nguyễn Văn An")),
        ("sign-no-degree", set_text(NAME, "Thạc sĩ Nguyễn Văn An")),
    ],
)
def test_a_wrong_look_is_told_and_nothing_else(rule, edit):
    assert errors(planted(edit)) == [rule]


def test_the_name_is_told_without_its_degrees():
    assert found(planted(set_text(NAME, "PGS.TS. Nguyễn Văn An")), "sign-no-degree")[0].expected == NAME


@pytest.mark.parametrize("name", ["Y Thanh Hà Niê Kđăm", "Bùi Thị Tú Sương", "H'Hen Niê", "Tô Sĩ Đồng"])
def test_names_of_all_kinds_are_no_faults(name):
    assert errors(planted(set_text(NAME, name))) == []
    assert found(planted(set_text(NAME, name)), "sign-name") == []


def test_a_syllable_in_small_letters_is_a_warning():
    data = planted(set_text(NAME, "Nguyễn văn An"))
    assert [each.expected for each in found(data, "sign-name")] == [NAME]
    assert errors(data) == []


def test_a_school_may_be_allowed_degrees():
    data = planted(
        set_text("ỦY BAN NHÂN DÂN", "UBND XÃ GIA KIỆM"),
        set_text("XÃ GIA KIỆM", "TRƯỜNG TIỂU HỌC GIA KIỆM"),
        signed("HIỆU TRƯỞNG", name="ThS. Nguyễn Văn An"),
    )
    assert [each.severity for each in found(data, "sign-no-degree")] == ["warning"]


def test_a_signature_on_the_left_is_a_warning():
    assert [each.severity for each in found(planted(on_the_left), "sign-style")] == ["warning"]


def test_a_place_kept_for_the_name_is_no_name():
    assert state(planted(set_text(NAME, "Họ và tên")), "sign-name") == "not_applicable"


def test_a_plan_without_a_name_yet_has_no_fault_of_name():
    data = planted(remove(NAME))
    assert {state(data, rule) for rule in ("sign-name", "sign-no-degree", "esign-person")} == {"not_applicable"}


def test_signatures_by_keys_are_not_in_the_file():
    assert {state(good(), rule) for rule in ("esign-person", "esign-org")} == {"not_evaluated"}


def test_a_paper_document_has_no_seal_of_that_kind():
    assert state(good(), "esign-org", medium="paper") == "not_applicable"
    assert state(good(), "esign-person", medium="paper") == "pass"


def test_no_room_for_the_signature_is_a_warning():
    data = planted(close_up)
    assert [each.severity for each in found(data, "esign-person")] == ["warning"]
    assert errors(data) == []


def test_a_plan_signed_by_order_is_not_asked_for_the_committee():
    assert found(planted(signed("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")), "sign-tm") == []


def test_small_letters_do_not_hide_a_deputy():
    data = planted(signed(TM, "KT. Chủ tịch", "Phó Chủ tịch"))
    assert found(data, "sign-kt") == []
    assert len(found(data, "sign-style")) == 2
