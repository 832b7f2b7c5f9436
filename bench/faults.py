"""What becomes of people's words when file calls fail or a signal comes: each command, each of its calls, one by one.

Run it with the Python that has kegen and all its extras: `python bench/faults.py [SCENARIO ...] [--every N] [--list]`.
Each command runs in a folder where files with an officer's own words stand in the places of what it writes. In a forked
child every file call of it passes a gate, which makes the N-th fail (once, or all from it on) with EIO, ENOSPC or
EACCES, or sends SIGINT, SIGTERM or SIGKILL before or after it. Then the officer's bytes must lie whole in some file of
the folder that is no passing one, each file must be whole, and stderr must have no traceback. It prints what it found,
most harmful first, and ends with 1 where it found anything. It needs fork; 7,000 faults take a quarter of an hour,
`--every 5` some minutes.
"""

from __future__ import annotations

import argparse
import builtins
import csv
import errno
import io
import json
import os
import pkgutil
import re
import shlex
import shutil
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))  # this checkout, and the papers that its tests make up

import docx
import ruamel.yaml
from lxml import etree

import kegen
import kegen.cli
import kegen.cli.diff
from kegen.cli.shell import run as run_command
from kegen.shipped import profiles_folder
from tests.importing.papers import paper
from tests.pdf_files.plans import untagged
from tests.starting.parents import PARENT

OWN = "lời của cán bộ 73519"
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
SECONDS = 60
CACHE = "cache"
BY_NAME = (
    *("open", "stat", "lstat", "scandir", "listdir", "mkdir", "rmdir", "replace", "rename", "unlink", "remove", "link"),
    *("symlink", "readlink", "chmod", "truncate", "utime"),
)
BY_HANDLE = ("fsync", "fdatasync", "fstat", "ftruncate", "fchmod")


class Fault(NamedTuple):
    """What happens at the call of that number: an error `once` or `on` from it, a signal `before` or `after` it."""

    at: int
    how: str
    number: int

    def failing(self) -> range:
        """Return the calls that fail."""
        return {"once": range(self.at, self.at + 1), "on": range(self.at, sys.maxsize)}.get(self.how, range(0))

    def __str__(self) -> str:
        name = signal.Signals(self.number).name if self.how in ("before", "after") else errno.errorcode[self.number]
        return f"{name} {self.how}"


class Call(NamedTuple):
    """A file call: its name, the name of the file, and where in kegen it is made."""

    name: str
    file: str
    place: str


class Gate:
    """What every file call of this process passes: it counts them and lets the fault happen."""

    def __init__(self, fault: Fault | None) -> None:
        self.fault, self.count = fault, 0
        self.calls: list[Call] = []
        self.files: dict[int, str] = {}

    def pass_through(self, name: str, file: object, real: Callable[[], Any]) -> Any:  # noqa: ANN401 - as the call
        """Return what the real call does, unless the fault comes in its place."""
        at, fault = self.count, self.fault
        self.count += 1
        if fault is None:
            self.calls.append(Call(name, Path(str(file)).name, _place()))
            return real()
        if at == fault.at and fault.how == "before":
            os.kill(os.getpid(), fault.number)
        if at in fault.failing():
            raise OSError(fault.number, os.strerror(fault.number), file)
        result = real()
        if at == fault.at and fault.how == "after":
            os.kill(os.getpid(), fault.number)
        return result

    def install(self) -> None:
        """Put the gate before the calls. Python itself finds modules by other ways, which stay open."""
        for name in BY_NAME:
            setattr(os, name, self._by_name(name, getattr(os, name)))
        for name in BY_HANDLE:
            setattr(os, name, self._by_handle(name, getattr(os, name)))
        io.open = builtins.open = self._open

    def _by_name(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any = ".", *rest: Any, **more: Any) -> Any:  # noqa: ANN401
            if isinstance(file, int):
                return real(file, *rest, **more)
            result = self.pass_through(name, file, lambda: real(file, *rest, **more))
            if name == "open":
                self.files[result] = os.fsdecode(file)
            return result

        return call

    def _by_handle(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int, *rest: Any) -> Any:  # noqa: ANN401
            return self.pass_through(name, self.files.get(handle, "?"), lambda: real(handle, *rest))

        return call

    def _open(self, file: Any, mode: str = "r", buffering: int = -1, *text: Any, **more: Any) -> Any:  # noqa: ANN401
        """Do what the built-in `open` does, with a file whose reads and writes pass the gate."""
        closefd, opener = more.pop("closefd", True), more.pop("opener", None)

        def make() -> GatedFile:
            return GatedFile(file, mode.replace("b", "").replace("t", ""), closefd, opener)

        raw = make() if isinstance(file, int) else self.pass_through("open", file, make)
        raw.gate = self
        if not isinstance(file, int):
            self.files[raw.fileno()] = os.fsdecode(file)
        if buffering == 0:
            return raw
        kind = io.BufferedRandom if "+" in mode else io.BufferedReader if "r" in mode else io.BufferedWriter
        return kind(raw) if "b" in mode else io.TextIOWrapper(kind(raw), *text, **more)


class GatedFile(io.FileIO):
    """A file whose reads and writes pass the gate; a write that fails leaves half, as a full disk does."""

    gate: Gate
    broken: OSError | None = None

    def readall(self) -> bytes:
        """Read all."""
        return self._pass("read", super().readall)

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401
        """Read some."""
        return self._pass("read", lambda: io.FileIO.readinto(self, buffer))

    def write(self, data: Any) -> int:  # noqa: ANN401
        """Write, or write half and fail at the next."""
        if error := self.broken:
            self.broken = None
            raise error
        try:
            return self._pass("write", lambda: io.FileIO.write(self, data))
        except OSError as error:
            if len(data) < 2:  # noqa: PLR2004 - it has no half
                raise
            self.broken = error
            return super().write(memoryview(data)[: len(data) // 2])

    def _pass(self, name: str, real: Callable[[], Any]) -> Any:  # noqa: ANN401
        return self.gate.pass_through(name, self.gate.files.get(self.fileno(), "?"), real)


PACKAGE = f"{Path(kegen.__file__).parent}/"


def _place() -> str:
    """Return the innermost place in kegen that is being run."""
    for frame, _ in traceback.walk_stack(None):
        if frame.f_code.co_filename.startswith(PACKAGE):
            return f"kegen/{frame.f_code.co_filename.removeprefix(PACKAGE)}:{frame.f_code.co_name}"
    return "?"


class Ran(NamedTuple):
    """How a command ended, what it said on stderr, and the file calls it made."""

    code: int
    said: str
    calls: list[Call]


def run(folder: Path, arguments: list[str], fault: Fault | None = None, *, cold: bool = False) -> Ran:
    """Run the command in a child; `cold` is without what this process has in memory of earlier runs."""
    said, listed = folder.with_suffix(".err"), folder.with_suffix(".calls")
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = _in_child(folder, arguments, fault, said, listed, cold=cold)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    calls = [] if fault else [Call(*each) for each in json.loads(listed.read_text(encoding="utf-8"))]
    return Ran(os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8", errors="replace"), calls)


def _in_child(  # noqa: PLR0913 - what `run` knows
    folder: Path, arguments: list[str], fault: Fault | None, said: Path, listed: Path, *, cold: bool
) -> int:
    os.chdir(folder)
    os.environ["KEGEN_CACHE_DIR"] = str(folder / CACHE)
    sys.stdout = folder.with_suffix(".out").open("w", encoding="utf-8")
    sys.stderr = said.open("w", encoding="utf-8", buffering=1)
    listing, write = listed.open("w", encoding="utf-8"), json.dumps
    sys.argv = ["kegen", *arguments]
    if cold:
        forget()
    signal.alarm(SECONDS)
    gate, code = Gate(fault), 0
    gate.install()
    try:
        kegen.cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - what Python would do with it
        traceback.print_exc(file=sys.stderr)
        code = 1
    listing.write(write(gate.calls))
    for stream in (sys.stdout, sys.stderr, listing):
        stream.flush()
    return code


def forget() -> None:
    """Empty what functions of kegen remember."""
    for name, module in list(sys.modules.items()):
        if name.startswith("kegen"):
            for value in list(vars(module).values()):
                with suppress(AttributeError, TypeError):
                    value.cache_clear()


# The scenarios ------------------------------------------------------------------------------------------------------


class Scenario(NamedTuple):
    """A command, and what is done in its folder before.

    `again`: it is run once more, unharmed, after each fault; `puts_into`: the officer's file that it puts values into,
    which then lies whole as it was or as it is to be, with the officer's words in both.
    """

    arguments: str
    prepare: Callable[[Path], None]
    again: bool = False
    cold: bool = False
    puts_into: str = ""


def edit(file: Path) -> None:
    """Write an officer's own words into the Word file, as Word does: anew."""
    document = docx.Document(str(file))
    document.add_paragraph(f"{OWN} trong {file.name}")
    document.save(str(file))


def edit_text(file: Path, old: str = "", new: str = "") -> None:
    """Write an officer's own words into the text file."""
    text = file.read_text(encoding="utf-8").replace(old, new)
    file.write_text(f"{text}# {OWN} trong {file.name}\n", encoding="utf-8")


def own(name: str) -> Callable[[Path], None]:
    """Return what puts a file of an officer's own under the name."""
    return lambda folder: (folder / name).write_bytes(f"{OWN} trong {name}\n".encode())


def do(folder: Path, arguments: str) -> None:
    ran = run(folder, shlex.split(arguments))
    if ran.code not in (0, 1):
        raise SystemExit(f"{arguments}: exit {ran.code}\n{ran.said}")


def drafted(folder: Path) -> None:
    do(folder, "draft --profile xa.yaml --output a.docx --no-check")


def drafted_and_edited(folder: Path) -> None:
    drafted(folder)
    edit(folder / "a.docx")


def edited_to_be_pulled(folder: Path) -> None:
    """Leave the officer's words in the profile, and in a paragraph of its draft that the profile has a key for."""
    drafted(folder)
    edit_text(folder / "xa.yaml")
    document = docx.Document(str(folder / "a.docx"))
    next(each for each in document.paragraphs if each.text.startswith("- ")).runs[0].text = f"- {OWN} tại xã."
    document.save(str(folder / "a.docx"))


def annotated_and_edited(folder: Path) -> None:
    drafted_and_edited(folder)
    do(folder, "check a.docx --annotate b.docx")
    edit(folder / "b.docx")


def annotated_in_its_place(folder: Path) -> None:
    """Leave the officer's words in a copy with remarks alone, where the next draft goes."""
    drafted_and_edited(folder)
    do(folder, "check a.docx --annotate b.docx")
    (folder / "b.docx").replace(folder / "a.docx")


def plan_and_edited(folder: Path) -> None:
    do(folder, "resolve --profile xa.yaml --output a.plan.yaml")
    edit_text(folder / "a.plan.yaml")


def two_drafts(folder: Path) -> None:
    drafted(folder)
    do(folder, "draft --profile khac.yaml --output moi.docx --no-check")
    own("b.docx")(folder)


def folder_of_own(folder: Path) -> None:
    (folder / "ra").mkdir()
    for name in ("ket-qua.csv", "ket-qua.json", "xa-nhu-khe.yaml", "xa-nhu-khe.docx", "tinh-tuyen-quang.plan.yaml"):
        own(f"ra/{name}")(folder)


def cascaded_and_edited(folder: Path) -> None:
    do(folder, CASCADE)
    edit_text(folder / "ra/xa-nhu-khe.yaml")
    edit(folder / "ra/xa-ngoc-duong.docx")
    edit_text(folder / "ra/ket-qua.csv")
    edit_text(folder / "ra/tinh-tuyen-quang.plan.yaml")
    edit_text(folder / "tinh.yaml", 'number: ""', "number: 45")


def received(folder: Path) -> None:
    (folder / "cap-tren.docx").write_bytes(paper("*I. VIỆC", "- Sở Xây dựng chủ trì trồng cây."))
    (folder / "cap-tren.pdf").write_bytes(untagged())


def imported_and_edited(folder: Path) -> None:
    received(folder)
    do(folder, "import cap-tren.docx")
    edit_text(folder / "cap-tren.plan.yaml")


def plan_above(folder: Path) -> None:
    (folder / "tinh.plan.yaml").write_text(PARENT, encoding="utf-8")
    edit_text(folder / "tinh.plan.yaml")
    own("xa-nhu-khe.yaml")(folder)


def starting(folder: Path) -> None:
    plan_above(folder)
    do(folder, f"{NEW} --output xa-tu.yaml")
    edit_text(folder / "xa-tu.yaml")
    drafted_and_edited(folder)


def plan_above_and_folder(folder: Path) -> None:
    plan_above(folder)
    (folder / "ra").mkdir()


NEW = "new --parent tinh.plan.yaml --unit 'xã Nhữ Khê' --yes"
CASCADE = "cascade --profile tinh.yaml --units u.csv --jobs 1 --no-check --output ra"
TASKS = "tasks --profile xa.yaml --force --output b."
SCENARIOS = {
    "draft-cold": Scenario("draft --profile xa.yaml --output a.docx", own("a.docx"), cold=True),
    "draft-over-a-draft": Scenario("draft --profile khac.yaml --output a.docx", drafted),
    "draft-over-an-edited-one": Scenario("draft --profile xa.yaml --output a.docx", drafted_and_edited),
    "draft-over-a-copy-with-remarks": Scenario("draft --profile xa.yaml --output a.docx", annotated_in_its_place),
    "draft-force": Scenario("draft --force --profile xa.yaml --output a.docx", drafted_and_edited),
    "resolve": Scenario("resolve --profile xa.yaml --output a.plan.yaml", plan_and_edited),
    "resolve-anew": Scenario("resolve --profile xa.yaml --output moi.plan.yaml", plan_and_edited),
    "tasks-xlsx": Scenario(f"{TASKS}xlsx", own("b.xlsx")),
    "tasks-csv": Scenario(f"{TASKS}csv", own("b.csv")),
    "tasks-ics": Scenario(f"{TASKS}ics", own("b.ics")),
    "tasks-not-forced": Scenario("tasks --profile xa.yaml --output b.csv", own("b.csv")),
    "diff-docx": Scenario("diff a.docx moi.docx --force --output b.docx", two_drafts),
    "annotate": Scenario("check a.docx --annotate b.docx", annotated_and_edited),
    "annotate-force": Scenario("check a.docx --force --annotate b.docx", annotated_and_edited),
    "import-docx": Scenario("import cap-tren.docx", received),
    "import-pdf": Scenario("import cap-tren.pdf", received),
    "import-over-an-edited-one": Scenario("import cap-tren.docx", imported_and_edited),
    "import-force": Scenario("import cap-tren.docx --force", imported_and_edited),
    "confirm": Scenario(
        "confirm tinh.plan.yaml --answer hoi-1=Công-an --answer hoi-2=2", plan_above, puts_into="tinh.plan.yaml"
    ),
    "new": Scenario(NEW, plan_above),
    "new-in-a-folder": Scenario(f"{NEW} --output ra/a.yaml", plan_above_and_folder),
    "draft-under-a-saved-plan": Scenario("draft --profile xa-tu.yaml --output a.docx", starting),
    "pull": Scenario("pull a.docx --profile xa.yaml --yes", edited_to_be_pulled, puts_into="xa.yaml"),
    "cascade-first": Scenario(CASCADE, folder_of_own, again=True),
    "cascade-again": Scenario(CASCADE, cascaded_and_edited, again=True),
}


def begin(folder: Path) -> None:
    """Write what every command reads."""
    folder.mkdir()
    for name, shipped in (("xa", "mau-xa"), ("tinh", "mau-tinh")):
        shutil.copy(profiles_folder() / f"{shipped}.yaml", folder / f"{name}.yaml")
    text = (folder / "xa.yaml").read_text(encoding="utf-8")
    (folder / "khac.yaml").write_text(text.replace("Phòng Văn hóa - Xã hội", "Phòng Văn hóa"), encoding="utf-8")
    (folder / "u.csv").write_text("Tên\nNhữ Khê\nNgọc Đường\n", encoding="utf-8")


def warm(folder: Path) -> None:
    """Load all that commands load, and make the redline once: its engine is another program, and a slow one."""
    for module in pkgutil.walk_packages(kegen.__path__, "kegen."):
        if not module.name.endswith(("__main__", "make_units")):
            import_module(module.name)
    for library in ("openpyxl", "icalendar", "docxtpl"):
        import_module(library)
    two_drafts(folder)
    made: list[bytes] = []

    def once(*sides: Any) -> bytes:  # noqa: ANN401
        if not made:
            made.append(real(*sides))
        return made[0]

    real, kegen.cli.diff.redline = kegen.cli.diff.redline, once
    with chdir(folder), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for each in SCENARIOS.values():
            run_command(shlex.split(each.arguments))


# What a fault leaves ------------------------------------------------------------------------------------------------


def contents(folder: Path) -> dict[Path, bytes]:
    """Return the files under the folder but for the cache and the lock, which is empty."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path: path.read_bytes() for path in found if path.relative_to(folder).parts[0] != CACHE and path.name != "lock"
    }


def words_of(data: bytes) -> bool:
    """Whether an officer's own words are in the bytes, or in those of an archive."""
    if OWN.encode() in data:
        return True
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(OWN.encode() in archive.read(name) for name in archive.namelist())
    return False


def is_whole(path: Path, data: bytes, known: set[bytes]) -> bool:
    """Whether the file is one that was there, or was to be there, or at least one that can be opened."""
    if data in known:
        return True
    is_text = path.suffix in (".yaml", ".csv", ".json") and data.endswith(b"\n")  # and so may begin as another does
    if not data or (not is_text and any(whole.startswith(data) for whole in known)):
        return False
    try:
        _parse(path.suffix, data)
    except Exception:  # noqa: BLE001 - whatever it is, the file does not open
        return False
    return True


def _parse(suffix: str, data: bytes) -> None:
    if suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))
    elif suffix == ".json":
        json.loads(data)
    elif suffix in (".yaml", ".yml"):
        ruamel.yaml.YAML(typ="safe").load(data)
    elif suffix == ".ics" and not data.endswith(b"END:VCALENDAR\r\n"):
        raise ValueError
    elif suffix == ".csv":
        list(csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True))


class Found(NamedTuple):
    """What a fault came to."""

    lost: list[str]
    half: list[str]
    traces: list[str]
    left: int

    def __bool__(self) -> bool:
        return bool(self.lost or self.half or self.traces)


class Bench:
    """A scenario in its folder: the files before, those after a run with no fault, and the calls of that run."""

    def __init__(self, scenario: Scenario, scratch: Path, cache: Path) -> None:
        self._scenario, self._scratch = scenario, scratch
        self._before = scratch / "before"
        begin(self._before)
        shutil.copytree(cache, self._before / CACHE)
        scenario.prepare(self._before)
        before = contents(self._before)
        self._own = {path.name: data for path, data in before.items() if words_of(data)}
        self._known = set(before.values())
        folder = self._fresh()
        ran = run(folder, shlex.split(scenario.arguments), cold=scenario.cold)
        if not ran.calls:
            raise SystemExit(f"{scenario.arguments}: no file call passes the gate: {ran.said}")
        self.calls = ran.calls
        after = contents(folder)
        self._known |= set(after.values())
        self._filled = next((data for path, data in after.items() if path.name == scenario.puts_into), b"")
        self.unharmed = self._looked(folder, [ran])
        for name in self.unharmed.lost:  # told once, not for each fault
            del self._own[name]

    def try_out(self, fault: Fault) -> Found:
        """Return what the fault comes to, beyond what a run without it does."""
        folder, arguments = self._fresh(), shlex.split(self._scenario.arguments)
        found = self._looked(folder, [run(folder, arguments, fault, cold=self._scenario.cold)])
        if self._scenario.again and not found:
            found = self._looked(folder, [run(folder, arguments)])
        return found

    def _fresh(self) -> Path:
        folder = self._scratch / "work"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._before, folder)
        return folder

    def _looked(self, folder: Path, ran: list[Ran]) -> Found:
        there = contents(folder)
        passing = [path for path in there if path.name.startswith(".kegen-")]
        values = {data for path, data in there.items() if path not in passing and ".kegen-cascade" not in path.parts}
        return Found(
            [name for name, data in self._own.items() if data not in values and not self._is_filled(name, values)],
            [
                path.name
                for path, data in there.items()
                if path not in passing and not is_whole(path, data, self._known)
            ],
            [_last_line(each) for each in ran if "Traceback" in each.said or each.code == -signal.SIGALRM],
            len(passing),
        )

    def _is_filled(self, name: str, values: set[bytes]) -> bool:
        """Whether the officer's file is there with the values that it was to have, and the officer's words."""
        return name == self._scenario.puts_into and self._filled in values and words_of(self._filled)


def _last_line(ran: Ran) -> str:
    """Return where in kegen the traceback ends, and with what."""
    if ran.code == -signal.SIGALRM:
        return f"no end in {SECONDS} s"
    lines = [line.strip() for line in ran.said.splitlines() if line.strip()]
    places = re.findall(rf'"{PACKAGE}(.*)", line (\d+), in (\w+)', ran.said)
    last = "kegen/{}:{} {}".format(*places[-1]) if places else "?"
    error = next((line for line in reversed(lines) if re.match(r"\w*(Error|Interrupt|Exit)\b", line)), lines[-1])
    return f"{last}: {error[:60]}"


def faults(count: int) -> Iterator[Fault]:
    """Yield every fault for so many calls."""
    for at in range(count):
        yield from (Fault(at, how, number) for number in ERRORS for how in ("once", "on"))
        yield from (Fault(at, how, number) for number in SIGNALS for how in ("before", "after"))


KINDS = ("lost words", "half files", "tracebacks")


class Tally:
    """The counts, and each kind of finding with how often it came, in which scenarios, and one fault that brings it."""

    def __init__(self) -> None:
        self.faults = self.left = 0
        self.counts: Counter[str] = Counter()
        self._places: Counter[tuple[str, str]] = Counter()
        self._seen: dict[tuple[str, str], list[str]] = {}
        self._examples: dict[tuple[str, str], str] = {}

    def add(self, scenario: str, where: str, found: Found, how: str) -> None:
        """Count what the fault at that place came to; a traceback tells its own place."""
        self.left += found.left
        for kind, each in zip(KINDS, (found.lost, found.half, found.traces), strict=True):
            if each:
                place = (kind, each[0].partition(": ")[0] if kind == "tracebacks" else where)
                self.counts[kind] += 1
                self._places[place] += 1
                self._seen.setdefault(place, []).append(scenario)
                self._examples.setdefault(place, f"{how}: {', '.join(each)}")

    def lines(self) -> Iterator[str]:
        """Yield the kinds of finding, then the counts."""
        for kind in KINDS:
            for place, count in self._places.most_common():
                if place[0] == kind:
                    yield f"{kind}: {count} at {place[1]} ({', '.join(dict.fromkeys(self._seen[place]))})"
                    yield f"    {self._examples[place]}"
        counted = ", ".join(f"{self.counts[kind]} {kind}" for kind in KINDS)
        yield f"{counted} in {self.faults} faults ({self.left} temporary files left)"


def sweep(name: str, bench: Bench, every: int, tally: Tally) -> None:
    """Try every fault of the scenario, or one of so many."""
    tally.add(name, "no fault at all", bench.unharmed, "unharmed")
    for number, fault in enumerate(faults(len(bench.calls))):
        if number % every == 0:
            call = bench.calls[fault.at]
            tally.faults += 1
            found = bench.try_out(fault)
            tally.add(name, f"{call.name} in {call.place}", found, f"{fault} call {fault.at} ({call.file})")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("scenarios", nargs="*", help="; ".join(SCENARIOS))
    parser.add_argument(
        "--every", type=int, default=1, help="try one fault of so many; 5, 7, 11 meet every kind of fault"
    )
    parser.add_argument("--list", action="store_true", help="only print the file calls of each")
    chosen = parser.parse_args(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kegen-faults-") as place:
        scratch = Path(place)
        tempfile.tempdir = place  # where what is killed leaves its passing files
        begin(scratch / "warm")
        os.environ["KEGEN_CACHE_DIR"] = str(scratch / "warm" / CACHE)
        warm(scratch / "warm")
        for name in chosen.scenarios or SCENARIOS:
            (scratch / name).mkdir()
            bench = Bench(SCENARIOS[name], scratch / name, scratch / "warm" / CACHE)
            if chosen.list:
                print(name, *(f"  {each.name} {each.file} in {each.place}" for each in bench.calls), sep="\n")
            else:
                sweep(name, bench, chosen.every, tally)
                print(f"{name}: {tally.faults} faults so far", file=sys.stderr)
            shutil.rmtree(scratch / name)
    print(*tally.lines(), sep="\n")
    return int(any(tally.counts.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
