"""Every id that the code can print is explained, and nothing else is; the examples of the pages are true."""

import ast
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import kegen
from kegen.check.rules import all_rules
from kegen.plan.model import AskKind
from kegen.problem import Invalid
from kegen.profile.model import Profile
from kegen.profile.read import Loaded
from kegen.reporting.messages import message_groups, message_page
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree

ROOT = Path(__file__).parents[2] / "kegen"
GROUPS = message_groups()
PAGES = {page.id: page for group in GROUPS for page in group.pages}
RULES = {rule.id for rule in all_rules()}

SINKS = {"Problem": 1, "problem": 1, "error": 1, "warn": 1, "key_error": 1, "key_warn": 1, "Slip": 1}
"""What makes a problem, by the place of the id among its arguments; found besides: functions that hand an id on."""
HANDED_ON = {"each.id", "slip.id", "each.rule", "text(data['id'])"}
"""Ids that were made elsewhere: of a problem, a slip, a finding of a rule, a result that another process sends."""


class Module:
    """A module's tree with what its names stand for."""

    def __init__(self, path):
        self.path, self.tree = path, ast.parse(path.read_text(encoding="utf-8"))
        self.calls = list(calls_of(self.tree))
        self.constants = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                self._constant(node)

    def _constant(self, node):
        for target in node.targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = node.value.elts if isinstance(target, ast.Tuple) else [node.value]
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                    self.constants[name.id] = value.value


@cache
def printed():
    """Return what all of the code prints, but the rules themselves, whose ids are their files' names."""
    paths = [path for path in sorted(ROOT.rglob("*.py")) if ROOT / "check" not in path.parents or "accept" in path.name]
    return ids_of([Module(path) for path in paths])


def ids_of(found):
    """Return the ids that calls in the modules print, and the places of those that cannot be told."""
    constants = {name: value for module in found for name, value in module.constants.items()}
    made = Made(constants)
    while made.grows:  # a function that hands on an id of its caller is a maker of problems, too
        made.look(found)
    return made.ids, made.unknown


class Made:
    """The ids met, by the makers of problems known so far."""

    def __init__(self, constants):
        self.constants, self.sinks, self.grows = constants, {("", name): at for name, at in SINKS.items()}, True
        self.ids, self.unknown = set(), set()

    def look(self, found):
        self.grows, self.unknown = False, set()
        for module in found:
            for function, call in module.calls:
                for node in self.expressions(module, call):
                    self.take(module, function, node)

    def expressions(self, module, call):
        """Return what a call gives for an id, each branch of a choice apart."""
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        at = self.sinks.get((module.path, name), self.sinks.get(("", name)))
        return [] if at is None or len(call.args) <= at else branches(call.args[at])

    def take(self, module, function, node):
        parameters = [each.arg for each in function.args.args if each.arg != "self"] if function else []
        local = values_in(function, node) if isinstance(node, ast.Name) else []
        if isinstance(node, ast.Constant):
            self.ids.add(node.value)
        elif local:
            self.ids.update(local)
        elif isinstance(node, ast.Name) and node.id in parameters:
            self.hand_on(module, function.name, parameters.index(node.id))
        elif isinstance(node, ast.Name) and node.id in self.constants:
            self.ids.add(self.constants[node.id])
        elif ast.unparse(node) not in HANDED_ON:
            self.unknown.add(f"{module.path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}")

    def hand_on(self, module, name, at):
        """Note a function as a maker of problems; outside of its module only if it is public."""
        key = (module.path if name.startswith("_") else "", name)
        if key not in self.sinks:
            self.sinks[key], self.grows = at, True


def calls_of(tree, function=None):
    """Yield each call with the function that it stands in."""
    for node in ast.iter_child_nodes(tree):
        inner = node if isinstance(node, ast.FunctionDef) else function
        if isinstance(node, ast.Call):
            yield inner, node
        yield from calls_of(node, inner)


def branches(node):
    return [*branches(node.body), *branches(node.orelse)] if isinstance(node, ast.IfExp) else [node]


def values_in(function, name):
    """Return the texts that a name is set to in the function."""
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)] if function else []
    values = [each for node in assigned if ast.unparse(node.targets[0]) == name.id for each in branches(node.value)]
    return [each.value for each in values if isinstance(each, ast.Constant)]


def in_code(tmp_path, text):
    path = tmp_path / "a.py"
    path.write_text(text, encoding="utf-8")
    module = Module(path)
    module.path = ROOT / "a.py"
    return ids_of([module])


@pytest.mark.parametrize(
    ("code", "ids"),
    [
        ("def f(p): p.error((), 'mot', '')", {"mot"}),
        ("A = 'hai'\ndef f(p): p.warn((), A, '')", {"hai"}),
        ("def f(p, a): p.error((), 'mot' if a else 'hai', '')", {"mot", "hai"}),
        ("def note(place, name): Problem(place, name, '')\ndef f(): note(1, 'ba')", {"ba"}),
        ("def f(): Problem(1, 'bon', '')", {"bon"}),
        ("def f(p, a):\n    b = 'nam' if a == 'x' else 'sau'\n    p.error((), b, '')", {"nam", "sau"}),
    ],
)
def test_an_id_in_the_code_is_seen(tmp_path, code, ids):
    assert in_code(tmp_path, code) == (ids, set())


def test_an_id_that_cannot_be_told_is_seen(tmp_path):
    assert in_code(tmp_path, "def f(p): p.error((), made_up(), '')")[1] == {"a.py:1 made_up()"}


def test_every_id_that_the_code_prints_is_explained():
    ids, unknown = printed()
    assert unknown == set()
    assert len(ids) > 80
    assert sorted(each for each in ids if each not in PAGES and each not in RULES) == []


def test_nothing_is_explained_that_nothing_prints():
    ids, _ = printed()
    assert sorted(set(PAGES) - ids - set(get_args(AskKind)) - {"hoi"}) == []
    assert set(PAGES) & RULES == set()


def test_every_kind_of_question_about_a_received_plan_is_explained():
    assert {page.id for page in GROUPS[-1].pages} == {*get_args(AskKind), "hoi"}
    assert message_page("so-ngay-standing-issued").id == "so-ngay"
    assert message_page("hoi-12").id == "hoi"
    assert message_page("thieu-gi-do") is None


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_a_page_says_what_it_means_and_shows_wrong_and_right(page):
    heads = [part.head for part in page.parts]
    assert heads[:3] == ["Nghĩa là gì", "Sai", "Đúng"]
    assert set(heads[3:]) <= {"Căn cứ", "Lưu ý"}
    assert all(part.text.endswith((".", "`")) for part in page.parts)
    assert page.parts[1].text != page.parts[2].text
    assert not page.title.endswith(".")


BASE = {
    "unit": "{level: xa, name: Nhữ Khê, province: Tuyên Quang}",
    "parent_plan": "{number: 176/KH-UBND, date: 04/5/2026}",
    "departments": "[{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi, tuyen-truyen]}]",
    "signer": "{position: PHÓ CHỦ TỊCH, name: Nguyễn Văn An}",
    "date": "03/6/2026",
}


def lines_in(text):
    """Return the lines of a profile that an example shows: what is between back ticks, from a key on."""
    return [each for each in text.split("`")[1::2] if each != "unit" and not each.startswith("kegen ")]


def ids_with(lines):
    """Return the ids of what is wrong with a right profile that has the lines in place of its own."""
    own = {line.partition(":")[0]: line for line in lines}
    text = "\n".join([*(f"{key}: {value}" for key, value in BASE.items() if key not in own), *own.values(), ""])
    problems = []
    try:
        tree = parse_tree(SourceText("xa.yaml", text))
        read = read_record(Profile, tree)
        problems = [*tree.problems, *read.problems]
        if read.value is not None:
            problems += kegen.resolve(Loaded(Path("xa.yaml"), read.value, tree, read.problems)).warnings
    except Invalid as error:
        problems += error.problems
    return {each.id for each in problems}


SHOWN = [page for page in PAGES.values() if lines_in(page.parts[1].text)]


@pytest.mark.parametrize("page", SHOWN, ids=[page.id for page in SHOWN])
def test_the_example_is_what_it_says(page):
    assert page.id in ids_with(lines_in(page.parts[1].text))
    assert page.id not in ids_with(lines_in(page.parts[2].text))


def test_most_pages_about_profiles_have_an_example_that_is_tried():
    assert len(SHOWN) >= 60
