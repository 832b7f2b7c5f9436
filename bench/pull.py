"""Random edits made in Word to drafts, and whether `kegen pull` keeps its promise for each.

`python bench/pull.py [--count N] [--office N] [--seed S] [--kinds KIND …]`: each case drafts a profile (those shipped,
with comments and odd layouts put in; one made by `kegen new` of a plan received; one that `kegen import --own` read),
edits the .docx as a person does in Word (`word_edits.py`) or in LibreOffice (`office_edits.py`), pulls, drafts the
profile again and compares (`pull_judge.py`): what was typed lies in the redraft or was told, nothing differs without a
word, comments and untouched lines of the profile are as they were, a copy of it is there. It prints what became of each
kind; cases that fail are kept in `kegen-pull/`, each under the seed by which `--one` runs it again. Ends with 1 where
there are any. `--office` needs LibreOffice and Debian's python3-uno.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shlex
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bench import office_plan
from bench.pull_judge import Case, Verdict, faults_of_profile, judge
from bench.word_draft import Draft, settle
from bench.word_edits import KINDS, Edit, edits
from bench.word_texts import lines_of, read_lines
from kegen.cli.shell import run as run_command
from kegen.shipped import profiles_folder

KEPT = Path("kegen-pull")
MOST = 8
"""Edits in one draft."""
SECONDS = 60
OFFICE = 50_000
"""The seeds from here to the next hundred thousand are cases for LibreOffice."""
OUTCOMES = ("taken", "formed", "told", "lost", "wrong")
SINCE = 0.15
"""How often somebody writes into the profile after the draft was made."""
LATER = (("number", "8731"), ("archive", "HCTH8731"))
REMARKS = ("# xem lại với chị Hà {}", "#{} chưa chắc", "# {}: hỏi Văn phòng", "#### mục {} ####")
RICH = """\
annex: có
tasks:
  hh-lich-hop: {footnotes: {"lịch họp": "Theo Quy chế làm việc của Ủy ban nhân dân xã."}}
  vb-quy-trinh: {footnotes: {"quy trình": "Quy trình ISO của xã."}}
  hh-thoi-gian:
    emphasis: {"thời gian họp": dam}
  bang-muc-tieu:
    section: hoi-hop
    wording: Thực hiện các mức sau
    table: {columns: [Chỉ tiêu, Mức], rows: [[Cuộc họp trực tuyến, "60%"], [Hội nghị giảm, "10%"]]}
annexes:
  - title: Danh mục quy chế cần sửa đổi
    above: [Danh mục này áp dụng từ Quý III năm 2026.]
    columns: [stt, Quy chế, {title: Nơi soạn}, thoi-han]
    rows:
      - Nhóm thứ nhất
      - ["1", Quy chế làm việc, Văn phòng, Quý III]
      - ["2", Quy chế tiếp công dân, Phòng Kinh tế, Quý IV]   # hỏi lại
    below: [Số liệu tính đến 30/4/2026.]
"""


class Spoken(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    said: str


def kegen(folder: Path, command: str) -> Spoken:
    """Run the command in the folder, in this process."""
    out, said = io.StringIO(), io.StringIO()
    code = 99
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    with chdir(folder), redirect_stdout(out), redirect_stderr(said):
        try:
            code = run_command(shlex.split(command))
        except BaseException:  # noqa: BLE001 - what Python would do with it
            traceback.print_exc()
        finally:
            signal.alarm(0)
    return Spoken(code, out.getvalue(), said.getvalue())


def _too_long(*_: object) -> None:
    raise TimeoutError(f"no end in {SECONDS} s")


# The profiles -------------------------------------------------------------------------------------------------------


def make_profiles(folder: Path) -> list[Path]:
    """Return folders with a profile `ho-so.yaml` each, and what it names."""
    made = [_in_folder(folder / each.stem, each.read_bytes()) for each in sorted(profiles_folder().glob("*.yaml"))]
    rich = (profiles_folder() / "mau-xa.yaml").read_text(encoding="utf-8") + RICH
    made += [_in_folder(folder / "phong-phu", rich.encode())] * 3  # the only one with notes and tables of its own
    for name in ("tinh-an-giang", "phuong-le-chan"):
        _must(folder / name, "draft --profile ho-so.yaml --output nhan.docx --no-check")
        _must(folder / name, "import --own nhan.docx --output lai.yaml")
        made.append(_in_folder(folder / f"own-{name}", (folder / name / "lai.yaml").read_bytes()))
    above = folder / "tinh-an-giang"
    _must(above, "import nhan.docx --output cap-tren.plan.yaml")
    received = folder / "new"
    received.mkdir()
    shutil.copy(above / "cap-tren.plan.yaml", received)
    _must(received, "new --parent cap-tren.plan.yaml --unit 'xã Mỹ Hòa Hưng' --yes --output ho-so.yaml")
    return [*made, received]


def _in_folder(folder: Path, data: bytes) -> Path:
    folder.mkdir()
    (folder / "ho-so.yaml").write_bytes(data)
    return folder


def _must(folder: Path, command: str) -> None:
    spoken = kegen(folder, command)
    if spoken.code:
        raise SystemExit(f"{folder.name}: kegen {command}: {spoken.code} {spoken.said}")


def scribbled(random: Random, data: bytes) -> tuple[bytes, list[str]]:
    """Return the profile with comments and blank lines where they change nothing, in some coding; and the comments."""
    text = data.decode()
    if "\nannex" not in text and random.random() < 0.7:  # noqa: PLR2004
        text = f"{text.rstrip()}\nannex: có\n"
    remarks = [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
    wanted = _content(text)
    for _ in range(random.randint(0, 12)):
        lines = text.split("\n")
        at = random.randrange(len(lines) - 1)
        remark = random.choice(REMARKS).format(random.randrange(10_000, 99_999))
        indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
        tried = random.choice(
            ([f"{lines[at]}  {remark}"], [f"{indent}{remark}", lines[at]], [lines[at], remark], ["", lines[at], ""])
        )
        changed = "\n".join([*lines[:at], *tried, *lines[at + 1 :]])
        if _content(changed) == wanted:
            text = changed
            remarks += [remark] if remark in "".join(tried) else []
    dress = random.choice(("", "", "", "crlf", "utf-16", "bom"))
    if dress in ("crlf", "utf-16"):
        text = text.replace("\n", "\r\n")
    if dress == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le"), remarks
    return (b"\xef\xbb\xbf" if dress == "bom" else b"") + text.encode(), remarks


def changed_since(random: Random, data: bytes) -> tuple[bytes, list[Edit]]:
    """Return the profile with a line more, as somebody writes who has a number meanwhile, and that edit."""
    coding = "utf-16-le" if data[:2] == b"\xff\xfe" else "utf-8"
    text = data.decode(coding)
    lines = [(key, value) for key, value in LATER if not re.search(rf"^{key}:", text, re.MULTILINE)]
    if not lines:
        return data, []
    key, value = random.choice(lines)
    end = "\r\n" if "\r\n" in text else "\n"
    return f"{text.rstrip()}{end}{key}: {value}{end}".encode(coding), [Edit("profile-since", (value,))]


def _content(text: str) -> Any:  # noqa: ANN401
    try:
        return YAML(typ="safe", pure=True).load(text)
    except YAMLError:
        return None


# One case -----------------------------------------------------------------------------------------------------------


class Begun(NamedTuple):
    """A case before the pull: its folder, what its profile was, what its draft said, what was done to it."""

    seed: int
    folder: Path
    profile: bytes
    remarks: list[str]
    original: list[Any]
    edits: list[Edit]
    edited: list[Any]
    with_looks: bool = True


class Outcome(NamedTuple):
    """What a case came to."""

    verdict: Verdict
    failures: list[str]
    report: dict[str, Any]
    seconds: float


def begin(seed: int, profiles: list[Path], scratch: Path) -> tuple[Random, Path, bytes, list[str]]:
    """Draft some profile in a folder of its own."""
    random = Random(seed)
    folder = scratch / str(seed)
    shutil.copytree(random.choice(profiles), folder)
    data, remarks = scribbled(random, (folder / "ho-so.yaml").read_bytes())
    (folder / "ho-so.yaml").write_bytes(data)
    _must(folder, "draft --profile ho-so.yaml --output ke-hoach.docx --no-check")
    shutil.copy(folder / "ke-hoach.docx", folder / "ban-dau.docx")
    return random, folder, data, remarks


def edit_in_word(seed: int, profiles: list[Path], scratch: Path, kinds: tuple[str, ...]) -> Begun:
    """Begin a case, edited by python-docx."""
    random, folder, data, remarks = begin(seed, profiles, scratch)
    original = read_lines(folder / "ke-hoach.docx")
    document = docx.Document(str(folder / "ke-hoach.docx"))
    draft = Draft(document, random)
    made = list(edits(draft, kinds, random.randint(1, MOST)))
    settle(draft)
    edited = lines_of(document)
    document.save(str(folder / "ke-hoach.docx"))
    if random.random() < SINCE:
        data, since = changed_since(random, data)
        (folder / "ho-so.yaml").write_bytes(data)
        made += since
    return Begun(seed, folder, data, remarks, original, made, edited)


def edit_in_office(seeds: list[int], profiles: list[Path], scratch: Path) -> Iterator[Begun]:
    """Begin cases, all edited by one LibreOffice."""
    begun, plans = [], []
    for seed in seeds:
        random, folder, data, remarks = begin(seed, profiles, scratch)
        file = folder / "ke-hoach.docx"
        begun.append(Begun(seed, folder, data, remarks, read_lines(file), [], [], with_looks=False))
        plans.append(office_plan.plan(file, random, MOST))
    if not seeds:
        return
    files = [each.folder / "ke-hoach.docx" for each in begun]
    for each, file, made in zip(begun, files, office_plan.made(files, plans), strict=True):
        yield each._replace(edits=made, edited=read_lines(file))


def take(begun: Begun, tally: Tally) -> None:
    """Finish a case and count it."""
    tally.add(begun, finish(begun))
    shutil.rmtree(begun.folder)


def finish(begun: Begun) -> Outcome:
    """Pull, draft again, and judge."""
    folder = begun.folder
    before = (folder / "ke-hoach.docx").read_bytes()
    shutil.copy(folder / "ke-hoach.docx", folder / "da-sua.docx")
    there = {each.name for each in folder.iterdir()}
    start = process_time()
    pulled = kegen(folder, "pull ke-hoach.docx --profile ho-so.yaml --yes --format json")
    seconds = process_time() - start
    (folder / "pull.json").write_text(pulled.out, encoding="utf-8")
    (folder / "pull.err").write_text(pulled.said, encoding="utf-8")
    failures = ["traceback in pull"] if "Traceback" in pulled.said else []
    try:
        report = json.loads(pulled.out)
    except ValueError:
        report, failures = {}, [*failures, f"no JSON ({pulled.code}): {pulled.said[-300:]}"]
    profile = (folder / "ho-so.yaml").read_bytes()
    if profile != begun.profile:
        copies = [each for each in folder.iterdir() if each.name not in {*there, "ho-so.yaml"}]
        if not any(each.is_file() and each.read_bytes() == begun.profile for each in copies):
            failures.append("no copy of the profile")
        failures += faults_of_profile(begun.profile, profile, begun.remarks)
    if (folder / "ke-hoach.docx").read_bytes() != before:
        failures.append("the edited file is another")
    drafted = kegen(folder, "draft --profile ho-so.yaml --output soan-lai.docx --no-check")
    if drafted.code:
        return Outcome(Verdict([], []), [*failures, f"no redraft: {drafted.said[-400:]}"], report, seconds)
    redraft = read_lines(folder / "soan-lai.docx")
    case = Case(begun.original, begun.edited, redraft, begun.edits, report)
    verdict = judge(case, with_looks=begun.with_looks)
    bad = [f"{kind}: {state}" for kind, state in verdict.edits if state in OUTCOMES[3:]]
    return Outcome(verdict, [*failures, *bad, *verdict.silent], report, seconds)


class Tally:
    """What became of the edits of each kind, and the cases that failed."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.failed: list[int] = []
        self.reasons: Counter[str] = Counter()
        self.seconds: list[float] = []

    def add(self, begun: Begun, outcome: Outcome) -> None:
        """Count a case, and keep it where it failed."""
        self.seconds.append(outcome.seconds)
        if len(self.seconds) % 25 == 0:
            print(*self.lines()[-2:], sep="\n", file=sys.stderr)
        for kind, state in outcome.verdict.edits or [(each.kind, "lost") for each in begun.edits]:
            self.counts.setdefault(kind, Counter())[state] += 1
        if outcome.failures:
            self.failed.append(begun.seed)
            self.reasons.update({re.sub(r"[0-9]+", "N", each.partition(":")[0]) for each in outcome.failures})
            kept = KEPT / str(begun.seed)
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(begun.folder, kept)
            made = [f"{each.kind}: {' / '.join((*each.typed, *each.gone))}" for each in begun.edits]
            why = [*made, "", *outcome.failures, ""]
            (kept / "why.txt").write_text("\n".join(why), encoding="utf-8")
            (kept / "ho-so.old.yaml").write_bytes(begun.profile)

    def lines(self) -> list[str]:
        """Return the figures."""
        rows = [f"{'':20}" + "".join(f"{each:>7}" for each in ("made", *OUTCOMES))]
        total = Counter[str]()
        for kind, counts in [*sorted(self.counts.items()), ("all", total)]:
            if kind != "all":
                total += counts
            figures = (sum(counts.values()), *(counts[each] for each in OUTCOMES))
            rows.append(f"{kind:20}" + "".join(f"{each:7}" for each in figures))
        rows += [f"{count:5} cases: {reason}" for reason, count in self.reasons.most_common()]
        rows.append(f"a pull: {median(self.seconds):.1f} s, at most {max(self.seconds):.1f} s of the processor")
        rows.append(f"{len(self.failed)} of {len(self.seconds)} cases failed: {' '.join(map(str, self.failed))}")
        return rows


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--office", type=int, default=0, help="so many more through LibreOffice")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--one", type=int, action="append", help="only the case of that seed")
    chosen = parser.parse_args(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kegen-pull-") as place:
        scratch = Path(place)
        (scratch / "profiles").mkdir()
        profiles = make_profiles(scratch / "profiles")
        first = chosen.seed * 100_000
        office = [first + OFFICE + number for number in range(chosen.office)]
        seeds = chosen.one or [*range(first, first + chosen.count), *office]
        for seed in seeds:
            if seed % 100_000 < OFFICE:
                take(edit_in_word(seed, profiles, scratch, tuple(chosen.kinds)), tally)
        for begun in edit_in_office([each for each in seeds if each % 100_000 >= OFFICE], profiles, scratch):
            take(begun, tally)
    print(*tally.lines(), sep="\n")
    return int(bool(tally.failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
