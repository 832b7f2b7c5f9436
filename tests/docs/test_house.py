"""What keeps the house plain: no tricks on libraries or processes, few late imports and caches, no import circle."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "kegen").rglob("*.py"))
LINES = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)


@cache
def trees():
    """Return the syntax tree of each file; not at import, which every process of the suite does."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def place(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def is_private(name):
    return any(part.startswith("_") and not part.startswith("__") for part in name.split("."))


def outside_names(tree):
    """Return the names that a module takes from other libraries, modules and what is in them alike."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("kegen"):
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def reaches(tree):
    """Return each place that names something private of another library."""
    names = outside_names(tree)
    return [node for node in ast.walk(tree) if is_reach(node, names)]


def is_reach(node, names):
    if isinstance(node, ast.ImportFrom):
        words = [node.module or "", *(alias.name for alias in node.names)]
        return not words[0].startswith("kegen") and any(map(is_private, words))
    if isinstance(node, ast.Import):
        return any(is_private(alias.name) for alias in node.names)
    root = root_of(node)
    return isinstance(node, ast.Attribute) and is_private(node.attr) and isinstance(root, ast.Name) and root.id in names


def root_of(node):
    while isinstance(node, ast.Attribute):
        node = node.value
    return node


LIBRARY = "(pickle|marshal|ctypes)"
TRICK = re.compile(rf"(eval|exec)\(|import {LIBRARY}\b|from {LIBRARY}\b|os\._exit$|sys\.modules\[")


def tricks(tree):
    """Return each place that runs text as code, unpickles, puts modules in others' places or ends without an end."""
    kinds = ast.Call | ast.Import | ast.ImportFrom | ast.Attribute | ast.Assign | ast.Delete
    return [node for node in ast.walk(tree) if isinstance(node, kinds) and TRICK.match(said(node))]


def said(node):
    """Return how a node begins; what a call is given is a node of its own."""
    if isinstance(node, ast.Call):
        return f"{node.func.id}(" if isinstance(node.func, ast.Name) else ""
    return ast.unparse(node.targets[0] if isinstance(node, ast.Assign | ast.Delete) else node)


MEMORIES = ("lru_cache", "cache", "cached_property")


def late_imports(tree):
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node


def test_nothing_reaches_into_private_names_of_other_libraries():
    assert [place(path, node) for path, tree in trees().items() for node in reaches(tree)] == []


def test_no_code_is_made_of_text_and_no_process_is_tricked():
    assert [place(path, node) for path, tree in trees().items() for node in tricks(tree)] == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("import re\nre._cache", 1),
        ("from re import _parser", 1),
        ("import _sre", 1),
        ("from lxml import etree\ndef f(x: etree._Element): ...", 1),
        ("import re\nre.compile('a')\nfrom kegen.a import _b\nclass A: ...\nA()._b", 0),
    ],
)
def test_a_private_name_is_seen(code, count):
    assert len(reaches(ast.parse(code))) == count


@pytest.mark.parametrize(
    "code", ["eval('1')", "import pickle", "from pickle import loads", "os._exit(0)", "sys.modules['a'] = 1"]
)
def test_a_trick_is_seen(code):
    assert len(tricks(ast.parse(code))) == 1


def test_few_imports_are_late():
    late = [place(path, node) for path, tree in trees().items() for node in late_imports(tree)]
    assert len(late) <= 30, late


def test_few_warnings_of_the_linter_are_silenced():
    count = sum(path.read_text(encoding="utf-8").count("# noqa") for path in FILES)
    assert count * 1000 <= 3 * LINES, count


def test_few_things_are_kept_in_memory():
    marks = [
        place(path, node)
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in MEMORIES)
        or (isinstance(node, ast.Attribute) and node.attr in MEMORIES and root_of(node).id == "functools")
    ]
    assert len(marks) <= 40, marks


NO_NAMES = frozenset(("said", "told", "kept", "way", "ways", "looks", "held", "aside", "asides"))
"""Words that stood for a dozen things each: a name says which."""


def names_in(tree):
    for node in ast.walk(tree):
        match node:
            case ast.arg(arg=name) | ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield node, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node, name


def test_a_name_says_which_thing_it_is():
    vague = [
        place(path, node)
        for path, tree in trees().items()
        for node, name in names_in(tree)
        if name.lower().strip("_") in NO_NAMES
    ]
    assert vague == []
    assert [path.name for path in FILES if path.stem in NO_NAMES] == []


def imports_of(path):
    """Return the modules of kegen that a module imports, wherever in it: late ones and those for types count too."""
    found = set()
    for node in ast.walk(trees()[path]):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kegen"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) or ({node.module} & MODULES.keys())
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & MODULES.keys()
    return found


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in FILES}


def circles(edges):
    """Return the modules that lead back to themselves."""

    def reachable(start):
        seen, todo = set(), [start]
        while todo:
            for each in edges[todo.pop()] - seen:
                seen.add(each)
                todo.append(each)
        return seen

    return sorted(name for name in edges if name in reachable(name))


def test_no_modules_import_each_other_in_a_circle():
    # The package itself offers `kegen.load` and the like; what is in it takes only the version from there.
    edges = {name: imports_of(path) - {"kegen"} for name, path in MODULES.items()}
    assert sum(map(len, edges.values())) > 500
    assert circles(edges) == []


def test_a_circle_is_seen():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]
