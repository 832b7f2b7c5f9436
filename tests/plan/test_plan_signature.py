"""Every form of authority to sign (NĐ 30, Phụ lục I, II.7)."""

import pytest

TM = "TM. ỦY BAN NHÂN DÂN"
FORMS = {
    "the head for the committee": ("xa", "position: CHỦ TỊCH", "", (TM, "CHỦ TỊCH")),
    "a deputy for the head": ("xa", "position: PHÓ CHỦ TỊCH", "", (TM, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    "an acting head": ("xa", "position: CHỦ TỊCH, authority: Q", "", (TM, "Q. CHỦ TỊCH")),
    "the Chairman alone": ("tinh", "position: CHỦ TỊCH", "issued_by: chu-tich\n", ("CHỦ TỊCH",)),
    "a deputy of the Chairman alone": (
        "tinh", "position: PHÓ CHỦ TỊCH", "issued_by: chu-tich\n", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ),
    "by order": ("tinh", "position: CHÁNH VĂN PHÒNG, authority: TL", "", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    "a deputy by order": (
        "tinh", "position: PHÓ CHÁNH VĂN PHÒNG, authority: TL", "",
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ),
    "by mandate": ("xa", "position: CHÁNH VĂN PHÒNG, authority: TUQ", "", ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    "a director": ("so", "position: GIÁM ĐỐC", "", ("GIÁM ĐỐC",)),
    "a deputy director": ("so", "position: PHÓ GIÁM ĐỐC", "", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    "an acting director": ("so", "position: GIÁM ĐỐC, authority: Q", "", ("Q. GIÁM ĐỐC",)),
    "small letters": ("xa", "position: Phó Chủ tịch", "", (TM, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_lines_say_by_what_authority(name, draft):
    unit, signer, more, lines = FORMS[name]
    plan = getattr(draft, unit)(f"signer: {{{signer}}}\n{more}")
    assert plan.signature.lines == lines


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Tô Văn Quyền", "Ksor H'Bia", "Cao Thị Bích Sơn", "Bá Thước"])
def test_a_name_stands_as_written(name, draft):
    assert draft.xa(f"signer: {{position: CHỦ TỊCH, name: {name}}}\n").signature.name == name


def test_a_signer_not_known_stays_a_visible_blank(draft):
    assert set(draft.xa().signature.name) == {"…"}
