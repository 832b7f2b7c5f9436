"""Packs made up for the tests, one for each kind of parent: every form that a pack has, drafted at every level."""

import io
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import kegen
from kegen.check.files import check_draft
from kegen.pack.read import read_pack_folder
from kegen.plan.model import printed_text

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALIDATOR = os.environ.get("KEGEN_OOXML_VALIDATOR", "")
PACKS = {"trong-rung": HERE / "trong-rung", "nuoc-sach": HERE / "nuoc-sach.yaml", "doc-sach": HERE / "doc-sach.yaml"}
UNITS = {
    "tinh": "{level: tinh, name: Tuyên Quang}",
    "thanh-pho": "{level: thanh-pho, name: Hải Phòng}",
    "xa": "{level: xa, name: Nhữ Khê, province: Tuyên Quang}",
    "phuong": "{level: phuong, name: Lê Chân, province: Hải Phòng}",
    "dac-khu": "{level: dac-khu, name: Phú Quốc, province: An Giang}",
    "so": "{level: so, name: Sở Nông nghiệp và Môi trường, abbreviation: SNNMT, province: Tuyên Quang}",
    "don-vi": "{level: don-vi, name: Trung tâm Dịch vụ xã Nhữ Khê, parent_body: UBND xã Nhữ Khê, abbreviation: TTDV,"
    " province: Tuyên Quang}",
}
EVERY_COLUMN = "[stt, nhiem-vu, chu-tri, phoi-hop, theo-doi, thoi-han, san-pham]"
TOLD = {("trong-rung", "don-vi"): ["chua-chac"]}
"""What is told of a draft: what the pack itself is not sure of."""
PRINTED = ("plan_title", "enacting", "closing", "sections", "annexes", "recipients")
CODES = {"id", "lead", "helpers", "watcher", "target", "mark", "marks", "group_marks", "grouping", "levels", "source"}
CODES |= {"office", "orientation", "field", "width", "run_in", "covers", "cite", "task", "into", "after", "section"}
OWN = sorted(each.name for each in (HERE / "ho-so").glob("*.yaml"))


def written(tmp_path, pack, level):
    """Load the shortest profile of the level, with one annex more that tells all of each task."""
    listed = ", ".join(each.id for each in read_pack_folder(PACKS[pack]).pack.annexes)
    parent = "" if level in {"tinh", "thanh-pho"} else "parent_plan: {number: 61/KH-UBND, date: 20/3/2026}\n"
    more = f"annexes: [{listed}, {{title: Việc, columns: {EVERY_COLUMN}}}]\n"
    path = tmp_path / "don-vi.yaml"
    path.write_text(f'directive: {PACKS[pack]}\nunit: {UNITS[level]}\ndate: "2026"\n{parent}{more}', "utf-8")
    return kegen.load(path)


def text_of(draft):
    """Return all words of the draft, those of its footnotes too, paragraph by paragraph."""
    with zipfile.ZipFile(io.BytesIO(draft)) as z:
        roots = [etree.fromstring(z.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    signs = {f"{W}noBreakHyphen": "-", f"{W}br": " "}
    lines = (
        "".join(signs.get(e.tag, e.text or "") for e in p.iter(f"{W}t", *signs)) for r in roots for p in r.iter(f"{W}p")
    )
    return plain("\n".join(lines))


def plain(text):
    return re.sub(r"[ \u00a0]+", " ", text).lower()


def fixed(value, key=""):
    """Yield what a pack's value says letter for letter, beside its Jinja."""
    if isinstance(value, dict):
        for name, each in value.items():
            if key in {"footnotes", "emphasis"}:
                yield from fixed(re.sub(r"[\[\]]", "", name))
            if name not in CODES and key != "emphasis":
                yield from fixed(each, name)
    elif isinstance(value, list):
        yield from (text for each in value for text in fixed(each, key))
    elif value and value != "khong" and not (key == "columns" and re.fullmatch(r"[a-z-]+", value)):
        pieces = re.split(r"\{\{.*?\}\}|\{%.*?%\}", value)
        yield from (each.strip(" .,;:") for each in pieces if re.search(r"\w{2}", each))


def problems(draft, loaded, plan):
    return [
        each for each in check_draft(draft, "a.docx", loaded, plan, final=False).findings if each.severity != "info"
    ]


@pytest.mark.heavy
@pytest.mark.parametrize("level", UNITS)
@pytest.mark.parametrize("pack", PACKS)
def test_a_draft_has_all_words_of_its_plan_and_nothing_is_wrong_with_it(pack, level, tmp_path):
    loaded = written(tmp_path, pack, level)
    plan = kegen.resolve(loaded)
    draft = kegen.render(plan)
    assert [each.id for each in plan.warnings] == TOLD.get((pack, level), [])
    assert problems(draft, loaded, plan) == []
    found = text_of(draft)
    missing = [each for text in printed_text(plan) for each in text.split("\n") if plain(each) not in found]
    assert missing == []


@pytest.mark.parametrize("pack", PACKS)
def test_all_that_a_pack_says_is_in_a_draft_of_some_level(pack, tmp_path):
    drafts = [text_of(kegen.render(kegen.resolve(written(tmp_path, pack, level)))) for level in UNITS]
    whole = read_pack_folder(PACKS[pack]).tree.plain()
    said = {plain(each) for name in PRINTED for each in fixed(whole.get(name), name)}
    assert len(said) > 30
    assert [each for each in sorted(said) if not any(each in draft for draft in drafts)] == []


@pytest.mark.parametrize("name", OWN)
def test_a_profile_with_forms_of_its_own_is_drafted_with_nothing_wrong(name):
    loaded = kegen.load(HERE / "ho-so" / name)
    plan = kegen.resolve(loaded)
    draft = kegen.render(plan)
    assert [each for each in plan.warnings if each not in [accepted.problem for accepted in plan.accepted]] == []
    assert problems(draft, loaded, plan) == []
    found = text_of(draft)
    said = fixed({key: loaded.tree.plain().get(key) for key in ("sections", "tasks", "annexes")})
    assert [each for each in said if not each.startswith("pl-") and plain(each) not in found] == []


@pytest.mark.validator
@pytest.mark.skipif(not VALIDATOR, reason="KEGEN_OOXML_VALIDATOR không đặt")
@pytest.mark.parametrize("case", [*((pack, level) for pack in PACKS for level in UNITS), *((each, "") for each in OWN)])
def test_the_validator_finds_no_error(case, tmp_path):
    pack, level = case
    loaded = written(tmp_path, pack, level) if level else kegen.load(HERE / "ho-so" / pack)
    file = tmp_path / "draft.docx"
    file.write_bytes(kegen.render(kegen.resolve(loaded)))
    done = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
