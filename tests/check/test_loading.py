"""Rules are modules like any other, wherever kegen lies."""

import subprocess
import sys
import zipfile
from pathlib import Path

import kegen
from kegen.check.rules import GROUPS

ZIPPED = """
import sys
sys.path.insert(0, sys.argv[1])
import kegen
from kegen.check.rules import all_rules
print(kegen.__file__.startswith(sys.argv[1]), len(all_rules()))
"""


def test_rules_in_an_archive_are_loaded(tmp_path):
    folder = Path(kegen.__file__).parent
    with zipfile.ZipFile(tmp_path / "kegen.zip", "w") as archive:
        for file in folder.rglob("*"):
            if file.suffix in {".py", ".tsv", ".json", ".jsonl"}:
                archive.write(file, Path("kegen") / file.relative_to(folder))
    command = [sys.executable, "-c", ZIPPED, str(tmp_path / "kegen.zip")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == f"True {sum(len(names) for *_, names in GROUPS)}\n", done.stderr
