"""An edited draft dropped on the page of its profile: shown first, written whole or not at all, taken back."""

import io
from urllib.parse import quote

import docx
import pytest

from tests.page.browsing import opened, show, state
from tests.page.client import GATE, OWN, PROFILE


@pytest.fixture
def draft(client):
    """The draft of x.yaml as the page gives it."""
    client.whole()
    return client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").body


def edited(data, change):
    """The draft after somebody edited it in Word."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def signer(document):
    run = next(
        run
        for table in document.tables
        for cell in table._cells
        for p in cell.paragraphs
        for run in p.runs
        if "Nguyễn Văn A" in run.text
    )
    run.text = run.text.replace("Nguyễn Văn A", "Trần <b>Bình</b>")


def sent(client, data, name="x.docx"):
    headers = OWN | {"x-kegen-token": GATE.token, "x-kegen-name": quote(name)}
    return client.ask("POST", "/ho-so/x.yaml/word", headers=headers, body=data)


def test_what_an_edited_draft_brings_is_shown_as_text_and_not_written(client, draft, tmp_path):
    answer = sent(client, edited(draft, signer))
    assert answer.status == 200
    assert "<ins>" in answer.json["html"]
    assert "&lt;b&gt;Bình&lt;/b&gt;" in answer.json["html"]
    assert answer.json["takes"]
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == PROFILE


def test_what_was_shown_is_written_kept_and_taken_back(client, draft, tmp_path):
    version = sent(client, edited(draft, signer)).json["version"]
    taken = client.post("/ho-so/x.yaml/word/take", {"version": version})
    assert taken.status == 200
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert "Trần <b>Bình</b>" in text
    assert "# ghi chú của văn phòng" in text
    kept = next(each for each in tmp_path.iterdir() if ".truoc-" in each.name)
    assert kept.name in taken.json["message"]
    assert kept.read_text(encoding="utf-8") == PROFILE
    assert client.post("/ho-so/x.yaml/undo").status == 200
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == PROFILE


def test_a_profile_saved_elsewhere_meanwhile_is_left_alone(client, draft, tmp_path):
    version = sent(client, edited(draft, signer)).json["version"]
    other = PROFILE.replace("Nguyễn Văn A", "Lê Văn C")
    (tmp_path / "x.yaml").write_text(other, encoding="utf-8")
    answer = client.post("/ho-so/x.yaml/word/take", {"version": version})
    assert answer.status == 422
    assert "hãy thả lại bản Word" in answer.json["why"]
    assert str(tmp_path) not in answer.json["why"]
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == other
    assert client.post("/ho-so/x.yaml/word/take", {"version": "khác"}).status == 422


def test_a_draft_that_nobody_edited_brings_nothing(client, draft):
    answer = sent(client, draft)
    assert answer.status == 200
    assert "chưa ai sửa" in answer.json["html"]
    assert not answer.json["takes"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7", "x.pdf", ".docx"),
        (b"PK\x03\x04 hong", "x.docx", "x.docx"),
        (b"", "../../x.exe", "x.exe"),
    ],
)
def test_another_file_is_told_and_nothing_is_written(client, data, name, words, tmp_path):
    client.whole()
    answer = sent(client, data, name)
    assert answer.status == 422
    assert words in answer.json["why"]
    assert "--profile" not in answer.json["why"]
    assert {each.name for each in tmp_path.iterdir()} <= {"x.yaml", ".kegen"}


def test_a_draft_of_another_unit_is_told(client, draft, tmp_path):
    (tmp_path / "x.yaml").write_text(
        PROFILE.replace("Nhữ Khê", "Bắc Hà").replace("Tuyên Quang", "Lào Cai"), encoding="utf-8"
    )
    answer = sent(client, edited(draft, signer))
    assert answer.status == 422
    assert "Nhữ Khê" in answer.json["why"]


def deputy(document):
    """A deputy signs, as somebody types it who forgets to write for whom."""
    signer(document)
    cells = [p for table in document.tables for cell in table._cells for p in cell.paragraphs]
    next(each for each in cells if each.text.strip() == "CHỦ TỊCH").runs[0].text = "PHÓ CHỦ TỊCH"


def test_what_a_person_has_to_do_stands_first_and_is_told_again_at_the_end(client, draft):
    answer = sent(client, edited(draft, deputy))
    html = answer.json["html"]
    assert html.index("Không đặt được vào hồ sơ") < html.index("Nhận vào hồ sơ")
    assert "1 chỗ sửa nhận được, 1 chỗ không đặt được" in html
    assert "phần Người ký" in html
    taken = client.post("/ho-so/x.yaml/word/take", {"version": answer.json["version"]})
    assert "Còn 1 chỗ cần tự ghi lại" in taken.json["message"]


@pytest.mark.browser
def test_an_edited_draft_is_chosen_seen_and_taken(page, tmp_path):
    profile = tmp_path / "x.yaml"
    profile.write_text(PROFILE, encoding="utf-8")
    with opened(tmp_path) as (address, _):
        show(page, address)
        with page.expect_download() as download:
            page.locator("#take:enabled").click()
        word = tmp_path / "sửa rồi.docx"
        word.write_bytes(edited(download.value.path().read_bytes(), signer))
        page.locator("#word").set_input_files(word)
        page.locator("#pulled ins", has_text="Trần <b>Bình</b>").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE
        page.locator("#pulled-take").click()
        page.locator(".page", has_text="Trần <b>Bình</b>").wait_for()
        state(page, "hồ sơ cũ được giữ tại x.yaml.truoc-1")
        page.locator("#undo:enabled").click()
        page.locator(".page", has_text="Nguyễn Văn A").wait_for()
        assert profile.read_text(encoding="utf-8") == PROFILE
