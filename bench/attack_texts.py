"""Texts that would be HTML, script, style or a template if anything took them for it: in profiles, names, packs, plans.

Every view of the page that shows them is parsed, and looked at in Chromium: they must be text.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

from ruamel.yaml import YAML

import kegen
from bench import fuzz
from bench.attacked import OK, TOLD, Result, Server
from kegen.form.desk import version_of
from kegen.problem import KegenError
from kegen.shipped import profiles_folder
from tests.importing.papers import paper, row, table
from tests.starting.parents import PARENT

PLAIN = (
    "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'><svg onload=alert(3)> javascript:alert(4) "
    "</style></textarea></title><script>alert(5)</script> ${alert(6)} &lt;b&gt; ]]>"
)
SUM = "{{ 7+1330 }}{% raw %}"
HOSTILE = f"{PLAIN} {SUM}"
"""What is put into every text; a template that ran would make 1337 of the sum."""
NAME = "'><img src=x onerror=alert(7)>{{ 7+1330 }}\""
"""What is put into the name of a file."""
FOREIGN = frozenset(("style", "iframe", "object", "embed", "img", "svg", "base", "math", "video", "audio", "template"))


def texts(_: int) -> Iterator[Result]:
    """Yield how each view shows the texts."""
    with tempfile.TemporaryDirectory(prefix="kegen-attack-") as place:
        folder = Path(place)
        yield from _made(folder)
        with Server(folder) as server:
            yield from _dropped(server)
            views = dict(_views(server))
            for name, html in views.items():
                yield Result("texts", name, "; ".join(found_in(html)), f"{html.count('alert(')} times as text")
            bare = [
                name for name, html in views.items() if "pieces" in name and "-sai" in name and "alert(" not in html
            ]
            yield Result("texts", "views without the texts", ", ".join(bare), "none of those that are to have them")
            yield from _in_chromium(server, [name for name in views if name.startswith("/")])


def _made(folder: Path) -> Iterator[Result]:
    """Write profiles, a pack and a plan with the texts in every value that may have them."""
    for file in sorted(profiles_folder().glob("*.yaml")):
        path, found = folder / f"{file.stem}.yaml", _Leaves(file.read_text(encoding="utf-8"))
        _write(path, found.all(HOSTILE))
        path.rename(folder / f"{file.stem}-sai.yaml")
        taken = found.keep(HOSTILE, lambda text, path=path: _drafts(path, text))
        yield Result("texts", f"made {file.name}", "", f"{taken} of {len(found.places)} values take the text")
    shutil.copy(folder / "xa-nhu-khe.yaml", folder / f"{NAME}.yaml")
    pack, user = folder / "bo-mau.yaml", folder / "theo-bo-mau.yaml"
    _write(user, fuzz.BY_PATH)
    found = _Leaves(
        fuzz.pack()[0].decode(), {"title", "wording", "name", "short", "explanation", "source", "text", "label"}
    )

    def pack_drafts(text: str) -> bool:
        _write(pack, text)
        return _drafts(user, fuzz.BY_PATH)

    taken = found.keep(PLAIN, pack_drafts)
    yield Result(
        "texts", "made a pack", "" if taken else "no value takes the text", f"{taken} of {len(found.places)} values"
    )
    (folder / f"{NAME}.plan.yaml").write_text(
        _Leaves(PARENT, {"text", "wording", "lead", "title", "deadline", "product", "question", "told"}).all(HOSTILE),
        encoding="utf-8",
    )
    (folder / "hong.plan.yaml").write_text(_Leaves(PARENT).all(HOSTILE), encoding="utf-8")


class _Leaves:
    """A YAML text and the places of its strings."""

    def __init__(self, text: str, names: set[str] | None = None) -> None:
        self._yaml = YAML()
        self._yaml.width = 10_000
        self._root = self._yaml.load(text)
        self.places = list(_places(self._root, names))

    def all(self, more: str) -> str:
        """Return the text with more in every value."""
        before = [(holder, key, holder[key]) for holder, key in self.places]
        for holder, key, value in before:
            holder[key] = f"{value} {more}"
        text = self._text()
        for holder, key, value in before:
            holder[key] = value
        return text

    def keep(self, more: str, is_right: Callable[[str], bool]) -> int:
        """Put more into each value that may have it, one after another; return into how many."""
        taken = 0
        for holder, key in self.places:
            value = holder[key]
            holder[key] = f"{value} {more}"
            if is_right(self._text()):
                taken += 1
            else:
                holder[key] = value
        is_right(self._text())
        return taken

    def _text(self) -> str:
        stream = StringIO()
        self._yaml.dump(self._root, stream)
        return stream.getvalue()


def _places(node: Any, names: set[str] | None) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - as YAML has it
    for key in node if isinstance(node, dict) else range(len(node)):
        value = node[key]
        if isinstance(value, str) and (names is None or key in names):
            yield node, key
        elif isinstance(value, dict | list):
            yield from _places(value, names)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _drafts(path: Path, text: str) -> bool:
    """Write the profile; return whether it can be drafted."""
    _write(path, text)
    try:
        kegen.resolve(kegen.load(path))
    except KegenError:
        return False
    return True


def _dropped(server: Server) -> Iterator[Result]:
    """Drop a plan with the texts in paragraphs and cells, under a name like them."""
    cells = table(row("TT", f"Nhiệm vụ {escape(HOSTILE)}"), row("1", escape(HOSTILE)))
    data = paper(f"*I. VIỆC {HOSTILE}", f"1. {HOSTILE} UBND các xã", f"- Sở Y tế, Sở Tư pháp chủ trì {HOSTILE}.", cells)
    for name in (f"{NAME}.docx", "' onfocus=alert(8) '{{ 7+1330 }}&lt;.docx", "a.docx"):
        answer = server.ask("POST", "/nhan", {"X-Kegen-Name": quote(name)}, data, seconds=60)
        yield Result(
            "texts", f"dropped {name}", "" if answer.status in {OK, TOLD} else str(answer.status), answer.text[:90]
        )


def _views(server: Server) -> Iterator[tuple[str, str]]:
    """Yield the HTML of all that the page shows, by address and by what was asked for."""
    start = server.ask("GET", "/").text
    yield "/", start
    for address in sorted(set(re.findall(rf'href="/{server.token}(/(?:ho-so|ke-hoach|moi|ca-tinh)[^"]*)"', start))):
        path = address.replace("&#39;", "'")
        yield path, server.ask("GET", path).text
        if path.startswith("/ho-so"):
            yield f"pieces of {path}", "\n".join(_pieces(server, path))
            yield f"conflict at {path}", _answer(server, f"{path}edit", {"edit": _SET, "version": "?"})
            yield (
                f"refusal at {path}",
                _answer(server, f"{path}edit", {"edit": _SET, "version": _version(server, path)}),
            )
        if path.startswith("/ke-hoach"):
            yield f"answers at {path}", _answer(server, f"{path}answers", {"answers": {"a": HOSTILE}, "version": "?"})
    for parent in ("", f"{NAME}.plan.yaml", "hong.plan.yaml"):
        for unit in (HOSTILE, "xã Nhữ Khê, tỉnh Tuyên Quang"):
            answers = dict.fromkeys(("level", "parent_body", "signer", "date", "number", "offices"), HOSTILE) | {
                "unit": unit
            }
            yield (
                f"questions on {parent} {unit[:9]}",
                _answer(server, "/moi/cau-hoi", {"answers": answers, "parent": parent}),
            )
    yield "an address of none", server.ask("GET", f"/ho-so/{quote(PLAIN, safe='')}/", {"Accept": "text/html"}).text
    yield "/moi", server.ask("GET", "/moi").text


_SET = {"edit": "set", "path": ["date"], "value": HOSTILE}


def _version(server: Server, path: str) -> str:
    return version_of((server.folder / unquote(path).split("/")[2]).read_bytes())


def _answer(server: Server, path: str, record: dict[str, Any]) -> str:
    """Return what of an answer the script of the page takes for HTML."""
    answer = server.ask("POST", path, {}, json.dumps(record).encode())
    if "json" not in answer.headers.get("content-type", ""):
        return f"<script>{answer.text}</script>"  # it has no words for the page
    return str(json.loads(answer.body).get("html", ""))


def _pieces(server: Server, path: str) -> Iterator[str]:
    """Yield the pieces of HTML that a tab gets of a profile, until all of it is there."""
    with server.connect(30) as line:
        line.sendall(server.head("GET", f"{path}events"))
        stream = line.makefile("rb")
        while text := stream.readline():
            if text.startswith(b"data: "):
                news = json.loads(text[6:])
                yield from news["changed"].values()
                if "version" in news["facts"]:
                    return


class _Reader(HTMLParser):
    """Notes what a page must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element or an attribute that no template of the page has."""
        given = {name: value or "" for name, value in attrs}
        if tag in FOREIGN or (tag == "script" and not re.fullmatch(r"/[\w-]+/files/\w+\.js", given.get("src", ""))):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            is_address = name in {"href", "src", "action", "formaction", "xlink:href", "srcdoc"}
            own = not is_address or re.match(r"/[\w-]{43}/|#", value)
            if name.startswith("on") or not own or (name == "style" and re.search(r"[<>\"{}]|url|expression", value)):
                self.found.append(f"{tag} {name}={value[:40]!r}")
            if not re.fullmatch(r"[a-z-]+|viewbox", name):
                self.found.append(f"{tag} with {name!r}")

    def handle_comment(self, data: str) -> None:
        """Note a comment: no template of the page has one."""
        self.found.append(f"<!--{data[:30]}")


def found_in(html: str) -> list[str]:
    """Return what is in the HTML that no template of the page puts there."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [*reader.found[:3], *(["the sum was made"] if "1337" in html else [])]


def _in_chromium(server: Server, paths: list[str]) -> Iterator[Result]:
    """Yield what Chromium makes of the views: no dialog, nothing that is not ours, no breach of the policy."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with suppress(ImportError):
        from playwright.sync_api import sync_playwright  # not everybody has it

        if program is not None:
            with sync_playwright() as playwright, playwright.chromium.launch(executable_path=program) as browser:
                for path in paths:
                    page, told = browser.new_page(), list[str]()
                    page.on(
                        "dialog", lambda dialog, told=told: (told.append(f"dialog {dialog.message}"), dialog.dismiss())
                    )
                    page.on("pageerror", lambda error, told=told: told.append(str(error)))
                    page.on(
                        "console", lambda line, told=told: "Security Policy" in line.text and told.append(line.text)
                    )
                    elements = _looked_at(page, f"http://{server.host}/{server.token}{path}")
                    page.close()
                    yield Result("texts", f"in Chromium {path}", "; ".join([*told, *elements]), "shown as text")
            return
    yield Result("texts", "in Chromium", "", "not tried: no chromium or no playwright")


def _looked_at(page: Any, address: str) -> list[str]:  # noqa: ANN401 - playwright may be missing
    """Open a view, type the texts into its fields, and return what stands in it that is not ours."""
    page.goto(address)
    if "/ho-so/" in address:
        ready = "document.getElementById('counts').textContent && document.querySelector('#form .part')"
        page.wait_for_function(f"() => {ready} || !document.getElementById('broken').hidden", timeout=30_000)
        field = page.locator('#form .field[data-at="signer/name"] [data-path]')
        if field.count():
            field.first.fill(HOSTILE)
            field.first.press("Tab")
            page.wait_for_timeout(700)
    elif page.locator("#questions input").count():
        field = page.locator("#questions input[type=text]").first
        field.fill(HOSTILE)
        field.press("Tab")
        page.wait_for_timeout(400)
    names = ",".join(FOREIGN - {"template"})
    count = f"""() => [...document.querySelectorAll('{names},script:not([src])')].map(each => each.outerHTML)
        .concat([...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames().filter(name =>
        name.startsWith('on') || /^\\s*javascript:/i.test(each.getAttribute(name)) && name !== 'value')))"""
    return page.evaluate(count)
