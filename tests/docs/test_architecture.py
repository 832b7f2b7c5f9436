"""The packages use each other, and libraries, as the table in docs/packages.md says, and no other way."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `(\w+)` \| ([^|]*) \| ?([^|]*)\|$", re.MULTILINE)
TABLE = {
    package: set(re.findall(r"\w+", own + " " + libraries))
    for package, own, libraries in ROW.findall((ROOT / "docs" / "packages.md").read_text(encoding="utf-8"))
}


def imported(path):
    """Yield the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def uses(package):
    """Return what the files of a package import: other parts of kegen and libraries."""
    modules = {name for path in (ROOT / "kegen" / package).rglob("*.py") for name in imported(path)}
    parts = {name.split(".")[1] for name in modules if name.startswith("kegen.")}
    libraries = {name.split(".")[0] for name in modules} - sys.stdlib_module_names - {"kegen"}
    return (parts | libraries) - {package}


def test_the_table_has_every_package():
    assert set(TABLE) == {path.parent.name for path in (ROOT / "kegen").glob("*/__init__.py")}


@pytest.mark.parametrize("package", TABLE)
def test_a_package_uses_what_the_table_says(package):
    assert uses(package) == TABLE[package]


def test_the_form_sees_the_plan_and_not_how_it_was_made():
    modules = {name for path in (ROOT / "kegen" / "template").glob("*.py") for name in imported(path)}
    assert {name for name in modules if name.startswith("kegen.plan")} == {"kegen.plan.model"}
