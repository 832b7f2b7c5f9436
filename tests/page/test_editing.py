"""What the form sends: written whole on the version it was made on, or given back with the reason."""

import io
import zipfile

from tests.page.client import PROFILE

SIGNER = {"edit": "set", "path": ["signer", "name"], "value": "Trần Thị Bình"}


def sent(client, edit, version=None):
    live = client.live()
    return client.post("/ho-so/x.yaml/edit", {"edit": edit, "version": version or live.desk.read()[1]})


def test_an_edit_is_a_splice_of_the_file(client, tmp_path):
    answer = sent(client, SIGNER)
    assert answer.status == 200
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == PROFILE.replace("Nguyễn Văn A", "Trần Thị Bình")


def test_an_edit_on_an_older_version_shows_both_texts_and_writes_nothing(client, tmp_path):
    live = client.live()
    _, version = live.desk.read()
    theirs = PROFILE.replace("Nguyễn Văn A", "<b>Lê Văn C</b>")
    (tmp_path / "x.yaml").write_text(theirs, encoding="utf-8")
    answer = sent(client, SIGNER, version)
    assert answer.status == 409
    assert "&lt;b&gt;Lê Văn C&lt;/b&gt;" in answer.json["html"]
    assert "Trần Thị Bình" in answer.json["html"]
    assert "Trần Thị Bình" in answer.json["mine"]
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == theirs


def test_the_text_chosen_is_written_and_the_other_kept(client, tmp_path):
    live = client.live()
    _, version = live.desk.read()
    (tmp_path / "x.yaml").write_text(PROFILE.replace("Nguyễn Văn A", "Lê Văn C"), encoding="utf-8")
    answer = sent(client, SIGNER, version).json
    kept = client.post("/ho-so/x.yaml/keep", {"text": answer["mine"], "version": answer["version"]})
    assert kept.status == 200
    assert "Trần Thị Bình" in (tmp_path / "x.yaml").read_text(encoding="utf-8")
    others = [each.read_text(encoding="utf-8") for each in tmp_path.iterdir() if each.name != "x.yaml"]
    assert any("Lê Văn C" in each for each in others)
    assert "giữ tại" in kept.json["message"]


def test_an_edit_that_makes_the_profile_wrong_is_told_and_not_written(client, tmp_path):
    answer = sent(client, {"edit": "set", "path": ["date"], "value": "37/6/2026"})
    assert answer.status == 422
    assert "37/6/2026" in answer.json["why"]
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == PROFILE


def test_steps_go_back_and_forth(client, tmp_path):
    sent(client, SIGNER)
    assert client.post("/ho-so/x.yaml/undo").status == 200
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == PROFILE
    assert client.post("/ho-so/x.yaml/redo").status == 200
    assert "Trần Thị Bình" in (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert client.post("/ho-so/x.yaml/redo").status == 422


def test_the_draft_lies_in_the_folder_and_is_the_one_that_is_taken(client, tmp_path):
    client.whole()
    answer = client.post("/ho-so/x.yaml/draft")
    assert answer.json["saved"]
    taken = client.ask("GET", "/ho-so/x.yaml/ban-soan.docx")
    assert taken.status == 200
    assert taken.headers["content-disposition"].startswith("attachment;")
    assert taken.body == (tmp_path / "x.docx").read_bytes()
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(taken.body)).namelist()


def test_a_draft_that_somebody_edited_stays_and_is_told(client, tmp_path):
    client.whole()
    (tmp_path / "x.docx").write_bytes(b"edited")
    answer = client.post("/ho-so/x.yaml/draft").json
    assert not answer["saved"]
    assert "x.docx trong thư mục đã được sửa nên giữ nguyên" in answer["message"]
    assert "--" not in answer["message"]
    assert (tmp_path / "x.docx").read_bytes() == b"edited"
    assert client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").status == 200


def test_the_draft_taken_is_that_of_the_file_as_it_now_is_also_where_no_tab_shows_it(client, tmp_path):
    (tmp_path / "x.yaml").write_text(PROFILE.replace("Nguyễn Văn A", "Trần Thị Bình"), encoding="utf-8")
    client.live()
    taken = zipfile.ZipFile(io.BytesIO(client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").body))
    assert "Trần Thị Bình" in taken.read("word/document.xml").decode()


def test_of_a_broken_profile_no_draft_is_taken(client, tmp_path):
    (tmp_path / "x.yaml").write_text("unit: {level: xaa}")
    client.whole()
    assert client.post("/ho-so/x.yaml/draft").json["stop"] == "wrong"
    assert client.ask("GET", "/ho-so/x.yaml/ban-soan.docx").status == 409
