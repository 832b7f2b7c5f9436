"""A slip in a pack is told with its file and line, as in a profile."""

import shutil

import pytest

from kegen.pack.find import find_pack
from kegen.pack.read import read_pack_folder
from kegen.problem import Invalid, KegenError
from kegen.shipped import templates_folder

FOLDER = templates_folder() / "qd-534"

SLIPS = {
    "a key nobody knows": ("pack.yaml", "chain: [", "chains: [", "khoa-la", "chain"),
    "a level nobody knows": ("pack.yaml", "parent_subject:\n  so:", "parent_subject:\n  soo:", "sai-gia-tri", "so"),
    "a date that is none": ("pack.yaml", "date: 31/3/2026", "date: 31/2/2026", "sai-gia-tri", "28 ngày"),
    "a key on two lines": ("pack.yaml", "roles:\n", "title: x\nroles:\n", "trung-khoa", "title"),
    "a colon unquoted": ("pack.yaml", "committee: Ủy", "committee: Ủy: b", "hai-cham", "ngoặc kép"),
    "a tab": ("body.yaml", "    title: KINH PHÍ", "\ttitle: KINH PHÍ", "tab", "dấu cách"),
    "a document without its issuer": ("pack.yaml", "    issuer: Quốc hội\n", "", "thieu", "issuer"),
    "a chain with a document that is none": (
        "pack.yaml",
        "chain: [kl-226, qd",
        "chain: [kl-227, qd",
        "ten-la",
        "kl-226",
    ),
    "a basis that is no document": ("pack.yaml", "cite: [qd-534]", "cite: [qd-543]", "ten-la", "qd-534"),
    "a role nobody knows, as lead": ("body.yaml", "lead: tu-phap", "lead: tu-phapp", "ten-la", "tu-phap"),
    "a role nobody knows, as helper": (
        "body.yaml",
        "helpers: [van-phong]",
        "helpers: [van-phog]",
        "ten-la",
        "van-phong",
    ),
    "a role nobody knows, as helper at one level": (
        "body.yaml",
        "helpers: {cap-tinh: [dau-moi],",
        "helpers: {cap-tinh: [dau-moy],",
        "ten-la",
        "dau-moi",
    ),
    "a role nobody knows, as lead in published words": (
        "body.yaml",
        "published:\n              lead: tu-phap",
        "published:\n              lead: tu-phapp",
        "ten-la",
        "tu-phap",
    ),
    "a term nobody knows, in a short form": (
        "body.yaml",
        "quán triệt nội dung {{ directive }}\n",
        "quán triệt nội dung {{ directve }}\n",
        "ten-la",
        "directive",
    ),
    "a way of grouping nobody knows": (
        "body.yaml",
        "grouping: {cap-tinh: phang}",
        "grouping: {cap-tinh: bang}",
        "sai-gia-tri",
        "bang",
    ),
    "a role nobody knows, of a section": ("body.yaml", "office: dau-moi", "office: dau", "ten-la", "dau-moi"),
    "a role nobody knows, at one level": ("body.yaml", "{cap-tinh: bao-chi,", "{cap-tinh: bao,", "ten-la", "bao-"),
    "a role nobody knows, of an office": (
        "pack.yaml",
        "short: STP, roles: [tu-phap]",
        "short: STP, roles: [tu-phat]",
        "ten-la",
        "tu-phap",
    ),
    "a role nobody knows, covered": ("pack.yaml", "covers: [thon]", "covers: [thonn]", "ten-la", "thon"),
    "a target nobody knows": ("body.yaml", "target: giam-hoi-nghi", "target: giam-hoi", "ten-la", "giam-hoi-nghi"),
    "a recipient nobody knows, of a place": ("pack.yaml", "without: [hdnd]", "without: [hdn]", "ten-la", "hdnd"),
    "a role nobody knows, of a place": ("pack.yaml", "outside: [mot-cua]", "outside: [mot]", "ten-la", "mot-cua"),
    "a term nobody knows, of a place": ("pack.yaml", "terms: {service_office", "terms: {service", "ten-la", "service_"),
    "a term nobody knows, in doubt": ("pack.yaml", "- term: below", "- term: belo", "ten-la", "below"),
    "an item's id twice": ("body.yaml", "id: md-khac-phuc", "id: md-quan-triet", "ma-trung", "md-quan-triet"),
    "a section's id twice": ("body.yaml", "id: yeu-cau", "id: muc-dich", "ma-trung", "muc-dich"),
    "a recipient's id twice": ("pack.yaml", "{id: hdnd,", "{id: dang,", "ma-trung", "dang"),
    "an id with capitals": ("body.yaml", "id: md-khac-phuc", "id: MD_2", "sai-gia-tri", "MD_2"),
    "a term nobody knows": (
        "body.yaml",
        "lao động {{ staff_scope }}",
        "lao động {{ staf_scope }}",
        "ten-la",
        "staff_scope",
    ),
    "a document nobody knows, cited": (
        "body.yaml",
        "là {{ cite('nq-76') }}",
        "là {{ cite('nq-67') }}",
        "ten-la",
        "nq-76",
    ),
    "a role nobody knows, in words": (
        "body.yaml",
        "{{ office('bao-dai') }}",
        "{{ office('bao') }}",
        "ten-la",
        "bao-dai",
    ),
    "a target nobody knows, in words": (
        "body.yaml",
        "giảm {{ target('giam-hoi-nghi')",
        "giảm {{ target('giam')",
        "ten-la",
        "giam-",
    ),
    "braces left open": ("body.yaml", "lao động {{ staff_scope }}", "lao động {{ staff_scope }", "jinja", "{{ }}"),
    "a tag nobody knows": ("body.yaml", "{% if deadline %}", "{% iff deadline %}", "jinja", "{{ }}"),
}


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "qd-534", ignore=lambda *_: ["README.md"])


def slip(folder, file, old, new):
    """Change the pack at one place, and return the line of the change."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_its_file_and_line(name, folder):
    file, old, new, problem_id, words = SLIPS[name]
    line = slip(folder, file, old, new)
    with pytest.raises(Invalid) as refused:
        read_pack_folder(folder)
    fitting = [p for p in refused.value.problems if p.id == problem_id and words in p.message]
    assert fitting, refused.value
    assert {p.place.file for p in fitting} == {str(folder / file)}
    assert any(-12 <= p.place.line - line <= 3 for p in fitting), (line, fitting)


def test_the_pack_as_it_is_has_none(folder):
    assert read_pack_folder(folder).pack.chain == ("kl-226", "qd-534")


def test_all_slips_are_told_at_once(folder):
    slip(folder, "pack.yaml", "covers: [thon]", "covers: [thonn]")
    slip(folder, "body.yaml", "lead: tu-phap", "lead: tu-phapp")
    slip(folder, "body.yaml", "là {{ cite('nq-76') }}", "là {{ cite('nq-67') }}")
    with pytest.raises(Invalid) as refused:
        read_pack_folder(folder)
    assert [p.id for p in refused.value.problems] == ["ten-la"] * 3
    assert {p.place.file for p in refused.value.problems} == {str(folder / "pack.yaml"), str(folder / "body.yaml")}


def test_a_key_in_two_files_is_told_with_both(folder):
    (folder / "more.yaml").write_text("title: Bộ mẫu khác\n", "utf-8")
    with pytest.raises(Invalid, match=r"pack\.yaml:3:1: .*more\.yaml:1:1"):
        read_pack_folder(folder)


def test_a_pack_that_is_not_there_is_told_with_the_nearest_that_is():
    with pytest.raises(KegenError, match="qd-534"):
        find_pack("qd-543")


@pytest.mark.parametrize("name", ["9" * 4000, "a\0b"])
def test_a_name_that_no_folder_can_have_is_no_pack(name):
    with pytest.raises(KegenError, match="chưa có bộ mẫu"):
        find_pack(name)
