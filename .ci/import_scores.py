"""How well `kegen import` reads: precision and recall per document and field, held against truth that was read by hand.

`python .ci/import_scores.py SHARED [--forms docx,pdf-tagged,pdf] [--only NAME,…] [--plans FOLDER] [--renew] [--misses]`

SHARED has `samples/`; the published plans are the drafts of their shipped profiles. PDFs are made by LibreOffice, and
are skipped aloud where it or `kegen[pdf]` is not. With `--plans` the plans are taken as they lie there (NAME.plan.yaml,
NAME.pdf.plan.yaml …) and nothing is read. `--misses` prints what was wrong, in numbers and marks.

Ends with 1 where a figure is lower than `truth/scores.tsv` says, or nothing could be looked at; `--renew` writes that
file.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from import_fields import Field, fields
from import_truth import Truth, read_all

from kegen.docx.find import find_parts
from kegen.docx.read import read_document
from kegen.plan.saved import SUFFIX, read_plan

HERE = Path(__file__).parent
STOOD = HERE / "truth" / "scores.tsv"
FORMS = ("docx", "pdf-tagged", "pdf")
TOTAL = "total"
HEADINGS = ("form", "document", "field", "precision", "recall", "right", "given", "wanted")
NONE = "-"
"""A share of nothing: nothing was given, or nothing wanted."""
SLACK = 0.0005
"""Figures stand with three decimals in the file."""
KEGEN = (sys.executable, "-m", "kegen")


class Score(NamedTuple):
    """One line of the table."""

    form: str
    document: str
    field: str
    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def row(self) -> tuple[str, ...]:
        """As the table and the file have it."""
        counts = (str(self.right), str(self.given), str(self.wanted))
        shares = (f"{self.precision:.3f}" if self.given else NONE, f"{self.recall:.3f}" if self.wanted else NONE)
        return (self.form, self.document, self.field, *shares, *counts)


def sources(truths: list[Truth], shared: Path, work: Path) -> Iterator[tuple[Truth, Path]]:
    """Yield the .docx of each truth: a sample, or the draft of a shipped profile."""
    for truth in truths:
        target = work / f"{truth.name}.docx"
        if truth.document.startswith("profiles/"):
            profile = HERE.parent / truth.document
            command = (*KEGEN, "draft", "--profile", str(profile), "--output", str(target), "--no-check")
            subprocess.run(command, check=True, capture_output=True)
        elif found := sorted(shared.glob(truth.document)):
            shutil.copy(found[0], target)
        else:
            print(f"BỎ QUA: không có {shared / truth.document}")
            continue
        yield truth, target


def as_pdf(files: list[Path], folder: Path, *, tagged: bool) -> None:
    """Write a PDF of each file into the folder, all in one run of LibreOffice."""
    switch = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
    own = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", "--headless", own, "--convert-to", switch, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def files_of(form: str, found: list[tuple[Truth, Path]], work: Path) -> Iterator[tuple[Truth, Path]]:
    """Yield the file of each document in the form that is asked for."""
    if form == "docx":
        yield from found
        return
    folder = work / form
    folder.mkdir()
    as_pdf([path for _, path in found], folder, tagged=form == "pdf-tagged")
    yield from ((truth, folder / f"{truth.name}.pdf") for truth, _ in found)


def obstacle(form: str) -> str:
    """Return why a form cannot be tried here, "" where it can."""
    if form == "docx":
        return ""
    if shutil.which("soffice") is None:
        return "không có LibreOffice"
    return "" if importlib.util.find_spec("pypdfium2") else "không có kegen[pdf]"


def imported(path: Path) -> Path:
    """Read the file as a user would, and return the plan that was written."""
    target = path.parent / f"{path.name}{SUFFIX}"
    command = (*KEGEN, "import", str(path), "--output", str(target), "--force")
    for _ in range(2):  # once more where a busy machine took longer than a PDF may take
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if target.is_file():
            break
        print(f"{path.name}: {run.stdout}{run.stderr}", file=sys.stderr)
    return target


def lies_at(folder: Path, name: str, form: str) -> Path:
    """Return where a plan lies that was read before."""
    return folder / (f"{name}{SUFFIX}" if form == "docx" else f"{name}.{form}{SUFFIX}")


def letters_of(path: Path) -> list[str]:
    """Return the paragraphs of the body as the .docx has them."""
    return [" ".join(each.line.text.split()) for each in find_parts(read_document(path.read_bytes(), path.name)).body]


def scored(form: str, truth: Truth, plan: Path, source: Path, *, misses: bool) -> list[Score]:
    """Return the scores of one document; one that was not read has none right."""
    if not plan.is_file():
        return [Score(form, truth.name, "read at all", 0, 0, 1)]
    found = list(fields(read_plan(plan).plan, truth, letters_of(source)))
    if misses:
        for each in found:
            print_misses(form, truth, each)
    rows = [Score(form, truth.name, each.name, each.right, each.given.total(), each.wanted.total()) for each in found]
    return [Score(form, truth.name, "read at all", 1, 1, 1), *(each for each in rows if each.given or each.wanted)]


def print_misses(form: str, truth: Truth, field: Field) -> None:
    """Print what was wanted and not given, and the other way about."""
    for sign, values in (("-", field.wanted - field.given), ("+", field.given - field.wanted)):
        for value in values:
            print(f"{form} {truth.name} {field.name} {sign} {value}")


def totals(scores: list[Score]) -> list[Score]:
    """Return the sum of each form and field over all documents."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    for each in scores:
        counts = {"right": each.right, "given": each.given, "wanted": each.wanted}
        sums.setdefault((each.form, each.field), Counter()).update(counts)
    return [Score(form, TOTAL, field, n["right"], n["given"], n["wanted"]) for (form, field), n in sums.items()]


def show(scores: list[Score]) -> None:
    """Print the table."""
    for row in (HEADINGS, *(each.row for each in scores)):
        form, document, field, precision, recall, *counts = row
        print(f"{form:11}{document:17}{field:36}{precision:>10}{recall:>8}" + "".join(f"{each:>7}" for each in counts))


def stood() -> dict[tuple[str, str, str], tuple[float, float]]:
    """Return precision and recall as they stood before, by form, document and field."""
    if not STOOD.is_file():
        return {}
    with STOOD.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {
            (row["form"], row["document"], row["field"]): (share(row["precision"]), share(row["recall"]))
            for row in rows
        }


def share(text: str) -> float:
    """Return a share as the file has it; one of nothing cannot fall."""
    return 0.0 if text == NONE else float(text)


def lower(scores: list[Score]) -> list[str]:
    """Return the figures that are lower than they stood."""
    before = stood()
    found = []
    for each in scores:
        precision, recall = before.get((each.form, each.document, each.field), (0.0, 0.0))
        for name, was, now in (("precision", precision, each.precision), ("recall", recall, each.recall)):
            if now < was - SLACK:
                found.append(f"{each.form} {each.document} {each.field}: {name} {now:.3f}, stood at {was:.3f}")
    return found


def renew(scores: list[Score], forms: list[str]) -> None:
    """Write the figures; those of forms that were not tried stay."""
    old = []
    if STOOD.is_file():
        lines = STOOD.read_text(encoding="utf-8").splitlines()[1:]
        old = [line for line in lines if line.split("\t")[0] not in forms]
    rows = ["\t".join(HEADINGS), *("\t".join(each.row) for each in scores), *old]
    STOOD.write_text("\n".join(rows) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", type=Path)
    cli.add_argument("--forms", default=",".join(FORMS))
    cli.add_argument("--only", default="")
    cli.add_argument("--plans", type=Path)
    cli.add_argument("--renew", action="store_true")
    cli.add_argument("--misses", action="store_true")
    return cli.parse_args()


def main() -> int:
    asked = arguments()
    if not (asked.shared / "samples").is_dir():
        print(f"BỎ QUA: không có {asked.shared}/samples, không đo được việc đọc kế hoạch gửi xuống")
        return 0
    only = set(filter(None, asked.only.split(",")))
    truths = [each for each in read_all(HERE / "truth") if not only or each.name in only]
    scores: list[Score] = []
    tried = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        found = list(sources(truths, asked.shared, work))
        origin = {truth.name: path for truth, path in found}
        for form in asked.forms.split(","):
            if why := obstacle(form):
                print(f"BỎ QUA {form}: {why}")
                continue
            tried.append(form)
            for truth, path in found if asked.plans else files_of(form, found, work):
                plan = lies_at(asked.plans, truth.name, form) if asked.plans else imported(path)
                scores += scored(form, truth, plan, origin[truth.name], misses=asked.misses)
    scores += totals(scores)
    show(scores)
    return judged(scores, tried, len(found), asked.renew and not only)


def judged(scores: list[Score], tried: list[str], documents: int, is_renewed: bool) -> int:
    """Print what it came to; return the code to end with."""
    worse = lower(scores)
    print("\n".join(worse))
    looked = sum(each.wanted for each in scores if each.document == TOTAL)
    print(f"{documents} documents as {', '.join(tried)}: {looked} facts looked at, {len(worse)} figures lower")
    if is_renewed:
        renew(scores, tried)
        print(f"written: {STOOD}")
    return int(not looked or (bool(worse) and not is_renewed))


if __name__ == "__main__":
    sys.exit(main())
