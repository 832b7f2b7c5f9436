"""Rules are modules like any other, wherever kegen lies."""

import importlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import kegen
from kegen.check.rules import GROUPS, _module

ZIPPED = """
import sys
sys.path.insert(0, sys.argv[1])
import kegen
from kegen.check.rules import all_rules
print(kegen.__file__.startswith(sys.argv[1]), len(all_rules()))
"""


def test_a_rule_loaded_is_the_module_that_is_imported():
    for folder, _, names in GROUPS:
        package = importlib.import_module(f"kegen.check.{folder}")
        for name in names:
            module = _module(package.__name__, name)
            assert module is importlib.import_module(f"{package.__name__}.{name}") is getattr(package, name)
            assert Path(str(module.__file__)) == Path(str(package.__file__)).with_name(f"{name}.py")


def test_rules_in_an_archive_are_loaded(tmp_path):
    folder = Path(kegen.__file__).parent
    with zipfile.ZipFile(tmp_path / "kegen.zip", "w") as archive:
        for file in folder.rglob("*"):
            if file.suffix in {".py", ".tsv", ".json", ".jsonl"}:
                archive.write(file, Path("kegen") / file.relative_to(folder))
    command = [sys.executable, "-c", ZIPPED, str(tmp_path / "kegen.zip")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == f"True {sum(len(names) for *_, names in GROUPS)}\n", done.stderr


PLAIN = """
import typing
from kegen.check.helper import _load_all
compile = typing.ForwardRef.__init__
typing.ForwardRef.__init__ = lambda *given, **named: print(given[1]) or compile(*given, **named)
_load_all()
"""


def test_what_checking_loads_compiles_no_type_written_as_text(tmp_path):
    """The first costs a whole millisecond: `typing` does it for its own named tuples, and for hints it is asked for."""
    environment = {**os.environ, "KEGEN_CACHE_DIR": str(tmp_path)}
    for _ in range(2):  # what the packs say is kept by the first
        command = [sys.executable, "-c", PLAIN]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == ""
