"""`kegen pull`: what it prints, what it asks, what it writes, and how it ends."""

import json

import pytest
from docx import Document

from kegen.cli import pull as command
from kegen.libreoffice import converted, program
from kegen.shipped import templates_folder

from .conftest import GOOD


def edited(folder, old="nghiêm túc", new="thật nghiêm túc", name="xa-a.docx"):
    """Change a word of the draft as Word would."""
    document = Document(folder / name)
    paragraph = next(each for each in document.paragraphs if old in each.text)
    paragraph.runs[0].text = paragraph.text.replace(old, new, 1)
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    document.save(folder / name)


@pytest.fixture
def drafted(folder, kegen):
    assert kegen("draft", "--profile", "xa-a.yaml").code == 0
    return folder


def test_it_shows_writes_keeps_a_copy_and_the_next_draft_says_the_same(kegen, drafted):
    edited(drafted)
    shown = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml")
    assert shown.code == 1
    assert "“nghiêm” → “thật nghiêm”" in shown.out or "thêm “thật”" in shown.out
    assert "Chưa ghi gì vào hồ sơ" in shown.out
    assert (drafted / "xa-a.yaml").read_text(encoding="utf-8") == GOOD
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    assert (run.code, run.err) == (0, "")
    assert "hồ sơ cũ được giữ tại xa-a.yaml.truoc-1" in run.out
    assert (drafted / "xa-a.yaml.truoc-1").read_text(encoding="utf-8") == GOOD
    assert (drafted / "xa-a.yaml").read_text(encoding="utf-8").startswith(GOOD)
    again = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml")
    assert again.code == 0
    assert "chưa ai sửa" in again.out


def test_drafting_over_the_edited_file_loses_nothing(kegen, drafted):
    edited(drafted)
    kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    before = (drafted / "xa-a.docx").read_bytes()
    run = kegen("draft", "--profile", "xa-a.yaml")
    assert run.code == 1
    assert (drafted / "xa-a.docx").read_bytes() == before


def test_copies_of_profiles_are_never_written_over(kegen, drafted):
    edited(drafted)
    kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    edited(drafted, "Khắc phục", "Mau khắc phục")
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    assert "xa-a.yaml.truoc-2" in run.out
    assert (drafted / "xa-a.yaml.truoc-1").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(("answer", "written"), [("c", True), ("k", False)])
def test_at_a_terminal_it_asks_before_it_writes(kegen, drafted, monkeypatch, answer, written):
    edited(drafted)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(command.click, "confirm", lambda *_, **__: answer == "c")
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml")
    assert run.code == (0 if written else 1)
    assert (drafted / "xa-a.yaml.truoc-1").exists() == written


def test_json_has_what_was_taken_whole(kegen, drafted):
    edited(drafted)
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes", "--format", "json")
    record = json.loads(run.out)
    assert list(record) == ["taken", "left", "contradictions", "comments", "follows", "renumbered"]
    assert record["taken"][0]["new"] == record["taken"][0]["old"].replace("nghiêm túc", "thật nghiêm túc", 1)
    assert record["taken"][0]["where"] == "I. MỤC ĐÍCH, YÊU CẦU > 1. Mục đích"


def test_an_unedited_draft_is_said_to_be_one(kegen, drafted):
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml")
    assert run.code == 0
    assert "chưa ai sửa" in run.out
    assert sorted(each.name for each in drafted.iterdir()) == ["xa-a.docx", "xa-a.yaml"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"Gia Kiệm": "Thống Nhất"}, "đây là bản soạn của xã Gia Kiệm, Đồng Nai"),
        ({"number: 12": "numbr: 12"}, "numbr"),
    ],
)
def test_a_profile_of_another_unit_or_a_broken_one_is_refused(kegen, drafted, change, says):
    text = GOOD
    for old, new in change.items():
        text = text.replace(old, new)
    (drafted / "xa-a.yaml").write_text(text, encoding="utf-8")
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    assert run.code in (1, 2)
    assert says in run.err
    assert (drafted / "xa-a.yaml").read_text(encoding="utf-8") == text


def test_the_draft_of_another_profile_is_refused_unless_that_was_renamed(kegen, drafted):
    edited(drafted)
    (drafted / "xa-a.yaml").rename(drafted / "xa-b.yaml")
    run = kegen("pull", "xa-a.docx", "--profile", "xa-b.yaml", "--yes")
    assert run.code == 2
    assert "được soạn từ hồ sơ xa-a.yaml" in run.err
    assert kegen("pull", "xa-a.docx", "--profile", "xa-b.yaml", "--yes", "--renamed").code == 0


def test_what_is_no_draft_is_refused(kegen, drafted):
    Document().save(drafted / "khac.docx")
    (drafted / "hong.docx").write_bytes(b"PK\3\4 hong")
    for name, says in (
        ("khac.docx", "không phải là bản do kegen soạn"),
        ("hong.docx", "hong.docx"),
        ("khac.pdf", ".docx"),
    ):
        run = kegen("pull", name, "--profile", "xa-a.yaml", "--yes")
        assert run.code == 2
        assert says in run.err
    assert kegen("pull", "--profile", "xa-a.yaml").code == 2


def test_a_profile_saved_meanwhile_is_not_written_over(kegen, drafted, monkeypatch):
    edited(drafted)
    real, path = command.pull_file, drafted / "xa-a.yaml"

    def slow(*arguments, **named):
        result = real(*arguments, **named)
        path.write_text(GOOD + "# lưu ở trình soạn thảo\n", encoding="utf-8")
        return result

    monkeypatch.setattr(command, "pull_file", slow)
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    assert run.code == 1
    assert "vừa được lưu ở chương trình khác" in run.err
    assert path.read_text(encoding="utf-8").endswith("# lưu ở trình soạn thảo\n")
    assert not (drafted / "xa-a.yaml.truoc-1").exists()


def test_what_cannot_be_placed_is_told_whole_and_ends_with_1(kegen, drafted):
    document = Document(drafted / "xa-a.docx")
    document.sections[0].footer.is_linked_to_previous = False
    document.sections[0].footer.add_paragraph("Lời ở chân trang không có chỗ trong hồ sơ")
    document.save(drafted / "xa-a.docx")
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--yes")
    assert run.code == 1
    assert "Không đặt được vào hồ sơ" in run.out
    assert "Lời ở chân trang không có chỗ trong hồ sơ" in run.out


@pytest.mark.libreoffice
def test_a_draft_saved_as_odt_is_read_through_libreoffice(kegen, drafted):
    if program() is None:
        pytest.skip("LibreOffice is not installed")
    edited(drafted)
    (drafted / "xa-a.odt").write_bytes(converted((drafted / "xa-a.docx").read_bytes(), ".docx", ".odt"))
    run = kegen("pull", "xa-a.odt", "--profile", "xa-a.yaml", "--yes")
    assert run.code == 0
    assert "thật nghiêm túc" in kegen("resolve", "--profile", "xa-a.yaml").out


def test_the_form_of_the_unit_is_the_one_it_was_drafted_with(kegen, folder):
    form = Document(templates_folder() / "ke-hoach.docx")
    form.sections[0].footer.paragraphs[0].text = "Mẫu của xã"
    form.save(folder / "mau.docx")
    assert kegen("draft", "--profile", "xa-a.yaml", "--template", "mau.docx").code == 0
    edited(folder)
    run = kegen("pull", "xa-a.docx", "--profile", "xa-a.yaml", "--template", "mau.docx", "--yes")
    assert run.code == 0
