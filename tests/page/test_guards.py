"""Nobody but the page itself is let through, in any way; and the page is."""

import pytest

from kegen.page.guards import Gate
from tests.page.client import GATE, OWN

EDIT = {"edit": {"edit": "set", "path": ["number"], "value": "7"}, "version": "?"}
HOST = OWN["host"]


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765"])
def test_the_page_is_let_through_under_the_names_of_this_machine(client, host):
    assert client.ask("GET", "/", headers={"host": host}).status == 200


@pytest.mark.parametrize(
    "host",
    ["example.vn", "example.vn:8765", "127.0.0.1", "127.0.0.1:8766", "localhost:8765.example.vn", "[::1]:8765", ""],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_host_is_refused(client, method, host):
    answer = client.ask(method, "/", headers=OWN | {"host": host, "x-kegen-token": GATE.token})
    assert answer.status == 421
    assert "Hồ sơ" not in answer.text


@pytest.mark.parametrize("headers", [[], [("host", HOST), ("host", "example.vn")], [("host", HOST), ("host", HOST)]])
def test_a_request_without_one_host_is_refused(client, headers):
    assert client.ask("GET", "/", headers=headers).status == 421


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_of_another_site_is_refused_with_the_token_too(client, method, site):
    assert client.ask(method, "/", headers=OWN | {"sec-fetch-site": site, "x-kegen-token": GATE.token}).status == 403


def test_an_address_that_a_person_opens_is_read_but_writes_nothing(client):
    typed = {"host": HOST, "sec-fetch-site": "none"}
    assert client.ask("GET", "/", headers=typed).status == 200
    assert client.post("/ho-so/x.yaml/edit", EDIT, headers=typed).status == 403


@pytest.mark.parametrize("origin", ["https://example.vn", "null", "http://127.0.0.1:9", "https://127.0.0.1:8765", ""])
def test_another_origin_is_refused(client, origin):
    for headers in ({"host": HOST, "origin": origin}, OWN | {"origin": origin}):
        assert client.post("/ho-so/x.yaml/edit", EDIT, headers=headers).status == 403
        assert client.ask("GET", "/", headers=headers).status == 403


def test_a_browser_that_tells_its_origin_alone_may_write(client):
    assert client.post("/ho-so/x.yaml/edit", EDIT, headers={"host": HOST, "origin": f"http://{HOST}"}).status == 409


def test_a_write_that_tells_neither_site_nor_origin_is_refused(client):
    assert client.post("/ho-so/x.yaml/edit", EDIT, headers={"host": HOST}).status == 403


@pytest.mark.parametrize("token", ["", "t0ke", "t0kenn", "T0ken"])
def test_a_write_without_the_token_is_refused(client, token):
    assert client.post("/ho-so/x.yaml/edit", EDIT, token=token).status == 403


def test_a_form_of_another_page_is_refused(client):
    form = {"host": HOST, "origin": "null", "content-type": "application/x-www-form-urlencoded"}
    assert client.ask("POST", "/ho-so/x.yaml/undo", headers=form).status == 403


@pytest.mark.parametrize("path", ["/", "/t0ke/", "/t0kenn/", "/files/page.js", "//t0ken/", "/T0KEN/", "/t0ken"])
def test_nothing_is_read_without_the_token(client, path):
    answer = client.raw("GET", path)
    assert answer.status == 404
    assert "x.yaml" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(client, method):
    assert client.ask(method, "/ho-so/x.yaml/edit", headers=OWN | {"x-kegen-token": GATE.token}).status == 405


@pytest.mark.parametrize(
    "name",
    ["../x.yaml", "..%2Fx.yaml", "%2e%2e/x.yaml", "..\\x.yaml", "/etc/passwd", "x.yaml%00", ".hidden.yaml", "y.txt"],
)
def test_no_file_but_a_profile_of_the_folder_is_opened(client, tmp_path, name):
    (tmp_path / ".hidden.yaml").write_text("a: b")
    (tmp_path / "y.txt").write_text("a: b")
    for path in (f"/ho-so/{name}/", f"/files/{name}", f"/ho-so/{name}/ban-soan.docx", f"/ho-so/{name}/events"):
        assert client.ask("GET", path).status == 404


def test_every_answer_binds_the_browser_to_the_page_s_own_files(client):
    for answer in (client.ask("GET", "/"), client.raw("GET", "/"), client.ask("GET", "/nothing")):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'self';" in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers


def test_a_body_too_large_is_refused_whether_it_tells_its_length_or_not(client):
    headers = OWN | {"x-kegen-token": GATE.token}
    told = client.ask("POST", "/ho-so/x.yaml/edit", headers=headers | {"content-length": str(1 << 30)})
    untold = client.ask("POST", "/ho-so/x.yaml/edit", headers=headers, chunks=[b" " * (1 << 16)] * 20)
    assert (told.status, untold.status) == (413, 413)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"edit": 1}', b'{"edit": {"edit": "set"}}']
)
def test_a_body_that_is_no_edit_is_told_and_nothing_is_written(client, tmp_path, body):
    before = (tmp_path / "x.yaml").read_bytes()
    headers = OWN | {"x-kegen-token": GATE.token}
    assert client.ask("POST", "/ho-so/x.yaml/edit", headers=headers, body=body).status in {400, 422}
    assert (tmp_path / "x.yaml").read_bytes() == before


def test_a_body_in_chunks_is_refused_before_it_is_read(client):
    headers = OWN | {"x-kegen-token": GATE.token, "transfer-encoding": "chunked"}
    assert client.ask("POST", "/ho-so/x.yaml/edit", headers=headers).status == 411


@pytest.mark.parametrize("path", ["/moi/cau-hoi", "/moi/ghi", "/ho-so/x.yaml/keep", "/ho-so/x.yaml/edit"])
def test_half_of_a_character_is_refused_and_a_whole_one_is_not(client, tmp_path, path):
    whole = client.live().desk.read()[1]
    for text, refused in (("\ud83d", True), ("\U0001f600", False)):
        record = {"answers": {"unit": text}, "text": text, "version": whole, "edit": EDIT["edit"] | {"value": text}}
        answer = client.post(path, record)
        assert (answer.status == 400) is refused
        assert answer.status < 500
        for each in tmp_path.glob("*.yaml"):
            each.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/khong-co", "/ho-so/x.yaml/edit"])
def test_what_the_page_has_no_address_for_is_told_in_vietnamese(client, path):
    assert "địa chỉ này" in client.ask("GET", path).json["why"].lower()


def test_a_link_that_leads_out_of_the_folder_is_not_opened_and_the_start_says_so(client, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("ngoai")
    for name in ("la.yaml", "la.plan.yaml"):
        (outside / name).write_bytes((tmp_path / "x.yaml").read_bytes())
        (tmp_path / name).symlink_to(outside / name)
    (tmp_path / "trong.yaml").symlink_to(tmp_path / "x.yaml")
    for path in ("/ho-so/la.yaml/", "/ke-hoach/la.plan.yaml/", "/moi?parent=la.plan.yaml", "/ca-tinh/la.yaml/"):
        assert client.ask("GET", path).status == 404
    assert client.post("/ho-so/la.yaml/draft").status == 404
    assert client.ask("GET", "/ho-so/trong.yaml/").status == 200
    assert "la.yaml là liên kết đến tệp ở ngoài" in client.ask("GET", "/").text
    assert sorted(each.name for each in outside.iterdir()) == ["la.plan.yaml", "la.yaml"]


def test_each_run_has_another_token():
    assert Gate(1, "a").root != Gate(1, "b").root
