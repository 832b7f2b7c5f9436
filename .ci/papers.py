"""Real papers through the checker: the decree's own form has no fault but its blanks, and no paper breaks anything.

`python .ci/papers.py KEGEN SHARED DRAFTS`: KEGEN is the command, SHARED the folder with `samples/`, DRAFTS a folder of
files that kegen wrote.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.report import Finding
from kegen.check.rules import all_rules
from kegen.docx.lines import line_of
from kegen.docx.model import Document, Paragraph
from kegen.docx.read import read_document

FORM = ("Mẫu 1.4", "Mẫu 1.5")
"""The form of a KẾ HOẠCH in the file of forms stands between these two headings."""
PLACEHOLDER = re.compile(r"\.{3,}|TÊN")
"""What the form holds where a document holds words: rows of dots, the name of a part in its place."""


def own_form(document: Document) -> Document:
    """Return the file of forms cut down to the one form."""
    starts = [
        next(i for i, block in enumerate(document.blocks) if isinstance(block, Paragraph) and _begins(block, heading))
        for heading in FORM
    ]
    return document._replace(blocks=document.blocks[starts[0] + 1 : starts[1]])


def _begins(paragraph: Paragraph, heading: str) -> bool:
    return line_of(paragraph).text.startswith(heading)


def is_blank_of_the_form(finding: Finding) -> bool:
    """Whether what was found stands on a placeholder."""
    return PLACEHOLDER.search(f"{finding.found} {finding.where.text}") is not None


def check_form(shared: Path) -> int:
    """Print what is found in the form; return how many errors are no placeholders."""
    data = (shared / "samples" / "nd30-phuluc3-mau.docx").read_bytes()
    report = judge(Paper(own_form(read_document(data))), all_rules())
    errors = [each for each in report.findings if each.severity == "error"]
    wrong = [each for each in errors if not is_blank_of_the_form(each)]
    for each in wrong:
        print(f"Mẫu 1.4: {each.rule}: {each.message}: {each.found} ({each.where.text})")
    passed = sum(verdict.state == "pass" for verdict in report.verdicts.values())
    print(f"Mẫu 1.4: {passed} rules pass, {len(errors)} errors, {len(wrong)} of them no placeholder")
    return len(wrong) + (passed == 0)


def check_files(kegen: str, files: list[Path], worst: int) -> int:
    """Run the command over files; return 1 where it ends worse than `worst` or does not tell of each."""
    run = subprocess.run(
        [kegen, "check", "--format", "json", *map(str, files)], capture_output=True, text=True, check=False
    )
    told = json.loads(run.stdout)["files"] if run.stdout else []
    for each in told:
        errors = [f["rule"] for f in each["findings"] if f["severity"] == "error"]
        print(f"{each['file']}: {len(errors)} errors", *sorted(set(errors)))
    print(f"{len(told)} of {len(files)} files told, exit {run.returncode}", run.stderr[-2000:])
    return int(run.returncode > worst or len(told) != len(files) or not files)


def main(kegen: str, shared: str, drafts: str) -> int:
    bad = check_files(kegen, sorted(Path(drafts).glob("*.docx")), worst=0)
    if (Path(shared) / "samples").is_dir():
        bad += check_files(kegen, sorted((Path(shared) / "samples").glob("*.docx")), worst=1)
        bad += check_form(Path(shared))
    else:
        print(f"BỎ QUA: không có {shared}/samples, không thử được trên văn bản thật")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
