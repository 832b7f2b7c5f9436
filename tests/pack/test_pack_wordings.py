"""The shipped packs: their ids, the names they mention, and every wording at every level."""

from typing import get_args

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

import kegen
from kegen.pack.check import FACTS, check_pack
from kegen.pack.model import TIERS
from kegen.pack.read import read_pack_folder
from kegen.pack.wordings import WordingError, fill
from kegen.plan.unit import UnitLevel
from kegen.plan.wording import WordingRenderer
from kegen.profile.unit import Level
from kegen.shipped import pack_names, templates_folder
from tests.annexes import table_of_tasks

LEVELS = get_args(Level)
PACKS = {name: read_pack_folder(templates_folder() / name) for name in pack_names()}


UNITS = {
    "tinh": "unit: {level: tinh, name: An Giang}\n",
    "thanh-pho": "unit: {level: thanh-pho, name: Huế}\n",
    "xa": "unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n",
    "phuong": "unit: {level: phuong, name: An Biên, province: Hải Phòng}\n",
    "dac-khu": "unit: {level: dac-khu, name: Cát Hải, province: Hải Phòng}\n",
    "so": "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n",
}
UNITS["don-vi"] = (
    "unit: {level: don-vi, name: Chi cục Thú y, parent_body: Sở Nông nghiệp và Môi trường, abbreviation: CCTY,"
    " province: Lạng Sơn}\n"
)
FRAMED = "parent_plan: {kind: Chỉ thị, number: 12-CT/TU, date: 04/5/2026, issuer: Tỉnh ủy, subject: về nếp sống mới}\n"
PARENT = "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n"


def resolved(tmp_path, text):
    path = tmp_path / "don-vi.yaml"
    path.write_text(text, "utf-8")
    return kegen.resolve(kegen.load(path))


def unit_of(level, pack="qd-534"):
    if pack != "qd-534":
        return f"{UNITS[level]}{FRAMED}departments: [{{name: Nơi làm đầu mối, short: NĐM, roles: [dau-moi]}}]\n"
    office = "departments: [{name: Phòng Tổ chức, short: TC, roles: [dau-moi, van-phong]}]\n"
    return UNITS[level] + ("" if TIERS[level] == "cap-tinh" else PARENT) + (office if level == "don-vi" else "")


@pytest.mark.parametrize("name", PACKS)
def test_the_pack_has_no_slip(name):
    loaded = PACKS[name]
    assert loaded.tree is not None
    assert list(check_pack(loaded.pack, loaded.tree)) == []


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_unit_of_every_level_gets_a_plan_with_nothing_to_tell(name, level, tmp_path):
    plan = resolved(tmp_path, f"directive: {name}\n{unit_of(level, name)}annex: có\n")
    assert plan.warnings == ()
    assert plan.tasks
    words = [p.text for p in (*plan.opening, *plan.body, *plan.closing)]
    words += [plan.title, *plan.recipients, *(cell for row in table_of_tasks(plan).rows for cell in row.cells)]
    for text in words:
        assert not {"{", "}", "None", "Undefined"} & {part for part in ("{", "}", "None", "Undefined") if part in text}
        assert "  " not in text


@pytest.mark.parametrize("level", LEVELS)
def test_an_optional_item_gets_its_place_at_every_level(level, tmp_path):
    pack = PACKS["qd-534"].pack
    sections = [inner for outer in pack.sections for inner in (outer, *outer.sections)]
    optional = [task.id for section in sections for task in section.tasks if task.optional]
    assert optional
    for task in optional:
        office = "- {name: Đơn vị A, roles: [cong-nghe]}"
        unit = unit_of(level).partition("departments")[0]
        asked = f"tasks: {{{task}: {{product: Báo cáo}}}}\ndepartments:\n{office}\n"
        assert task in {t.id for t in resolved(tmp_path, unit + asked).tasks}


def test_every_wording_renders_at_every_level_it_is_for(tmp_path, monkeypatch):
    """With the real context of a plan at that level, each text of the pack, asked for or not."""
    smiths = []
    made = WordingRenderer.__init__
    monkeypatch.setattr(WordingRenderer, "finish", lambda _: None)
    monkeypatch.setattr(WordingRenderer, "__init__", lambda self, *needs: (made(self, *needs), smiths.append(self))[0])
    rendered = 0
    for level in LEVELS:
        resolved(tmp_path, unit_of(level))
        renderer = smiths[-1]
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        for wording in wordings(PACKS["qd-534"].pack, UnitLevel(level)):
            text = environment.from_string(wording).render(renderer.context, deadline="")
            assert text.strip() or level == "don-vi"  # what is for departments alone
            assert "{{" not in text
            rendered += 1
    assert rendered > 300


def wordings(pack, level):
    sections = [inner for outer in pack.sections for inner in (outer, *outer.sections) if level.applies(inner.levels)]
    tasks = [task for section in sections for task in section.tasks if level.applies(task.levels)]
    texts = [pack.parent_subject, pack.plan_title, pack.enacting, pack.closing, *pack.terms.values()]
    texts += [section.title for section in sections] + [recipient.text for recipient in pack.recipients]
    texts += [text for task in tasks for text in (task.wording, task.deadline, task.product)]
    texts += [document.subject for document in pack.documents.values()]
    return [chosen for text in texts if (chosen := level.choose(text))]


def test_the_facts_that_wordings_may_name_are_those_that_plans_have(tmp_path, monkeypatch):
    smiths = []
    made = WordingRenderer.__init__
    monkeypatch.setattr(WordingRenderer, "finish", lambda _: None)
    monkeypatch.setattr(WordingRenderer, "__init__", lambda self, *needs: (made(self, *needs), smiths.append(self))[0])
    resolved(tmp_path, unit_of("xa"))
    given = smiths[0].context.keys() - PACKS["qd-534"].pack.terms.keys() - {"cite", "office", "target"}
    assert given | {"deadline", "due"} == FACTS


@pytest.mark.parametrize("level", LEVELS)
def test_every_section_of_a_level_has_something_in_it(level, tmp_path):
    body = resolved(tmp_path, unit_of(level)).body
    headings = [i for i, paragraph in enumerate(body) if paragraph.kind in {"muc", "khoan", "nhom"}]
    rank = {"muc": 0, "khoan": 1, "nhom": 2}
    for i in headings:
        following = body[i + 1].kind
        assert rank.get(following, 3) > rank[body[i].kind]


def test_an_unknown_name_in_a_wording_is_told():
    with pytest.raises(WordingError, match=r"^'committe' is undefined$"):
        fill("{{ cite('x') }} {{ committe }}", {"cite": str})
