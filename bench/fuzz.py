"""Broken inputs by the thousand through whole commands: none ends in a traceback, takes long, or writes a broken file.

Run it with the Python that has kegen and all its extras: `python bench/fuzz.py [KIND ...] [--count N] [--seed S]`.
Each input is a good one with some letters, lines, tags or bytes changed; each command runs in this process, in a folder
of its own, and every Word file it leaves is opened again and all its XML parsed. It prints a line per kind and each
fault, keeps what caused it in `kegen-fuzz/` of the folder it was started in, and ends with 1 where it found any.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import resource
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch
from xml.sax.saxutils import escape, unescape

import docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))  # this checkout, and the papers that its tests make up

import kegen
from kegen.cli.shell import run as run_command
from kegen.gazetteer.units import units_of
from kegen.plan.saved import dump
from kegen.shipped import profiles_folder, templates_folder
from tests.importing.papers import paper, row, table
from tests.pdf_files.make import Text
from tests.pdf_files.plans import tagged, untagged
from tests.starting.parents import PARENT

SECONDS, MEGABYTES = 10, 300
ODD = (
    *("\u00a0", "\u200e", "\u00ad", "\u2011", "\u0430", "Ð", "“", '"', "'", "\t", "：", "{", "}", "[", "]", ": ", " #"),
    *("- ", "*a", "&a ", "!x ", "\n", "\n  ", "|\n", "\x01", "\ud800", "~", "<<: ", "%", "{{", "{%", "x" * 3000),
    *("a b " * 1000, "\u0300", "\u202e", "²", "0/0", "-1", "9" * 20, "null", "\U0001f600", "? ", "\r", "\ufffe"),
    *("31/02/2026", "1/2", "omit", "unit", "wording", '""', "{}", "[]", "0", "ngày", "xã", "tỉnh"),
)
TAGS = (
    *("{{ title }}", "{%p if title %}", "{%p endif %}", "{% for i in range(3) %}", "{% endfor %}", "{{", "}}", "{#"),
    *("<w:ins w:id='2'>", "</w:ins>", "<w:p>", "</w:p>", "<w:del w:id='1'><w:r><w:delText>{{ x }}</w:delText></w:r>"),
    *("{{ title|upper }}", "|", "{%tr for r in annex.rows %}", "{{r title }}", "{% hm %}", "{%- if 1 -%}", "&lt;"),
    *("{{ title|safe }}", "{% raw %}", "{% macro a() %}", "{{ a() }}", "<w:bookmarkStart w:id='1' w:name='a'/>"),
)
TYPED = (
    *(
        "",
        "",
        "",
        "1",
        "2",
        "3",
        "<",
        "<",
        "?",
        "bỏ qua",
        "dừng",
        "có",
        "không",
        "0",
        "99",
        "-1",
        "²",
        "１",
        "x" * 3000,
    ),
    *("xã Nhữ Khê", "nhữ khê", "tân an", "phường Minh Xuân", "Sở Nội vụ", "tỉnh Tuyên Quang", "Tuyên Quang", "Lào Cai"),
    *("Lê Văn Tư", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "176/KH-UBND", "04/5/2026", "31/02/2026", "30/6", "UBND các xã, phường"),
    *("Sở Xây dựng; Sở Y tế", ";", "toan-dia-ban", "60", "in.plan.yaml", "khong-co.plan.yaml", "a.docx", "qd-534"),
    *(
        "Phòng Kinh tế (KT): tai-chinh",
        "(",
        ": :",
        '"',
        "'",
        "{",
        "\u202e",
        "e\u0301",
        "\x01",
        "\ud800",
        "Ð",
        "{{ x }}",
    ),
)
PLAN_WORDS = (
    *(
        "I.",
        "1.",
        "1.1.",
        "a)",
        "-",
        "+",
        "Phụ lục",
        "Nơi nhận:",
        "chủ trì",
        "phối hợp",
        "trước ngày",
        "60%",
        "KẾ HOẠCH",
    ),
    *("Căn cứ", "Thực hiện", "theo quy định", "hằng năm", "Số:", "ngày", "TM.", "./.", "Sở Y tế,", "UBND các xã"),
)
VALUES = (b"-1", b"0", b"99999999999", b"", b"x", "ố".encode(), b"1.5", b"\xc3\x28", b"NaN", b"1e308")


class Kind(NamedTuple):
    """A kind of input: the good ones, how one is broken, what is run on it."""

    good: Callable[[], list[bytes]]
    broken: Callable[[bytes, random.Random], bytes]
    name: str
    commands: tuple[tuple[str, ...], ...]
    typed: bool = False
    """Whether the lines of the input are typed at the commands."""


def put_in(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def take_out(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(40) :]


def repeat(text: str, chance: random.Random) -> str:
    at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
    return text[:at] + text[other : other + chance.randrange(200)] + text[at:]


def swap_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def replace_value(text: str, chance: random.Random) -> str:
    values = list(re.finditer(r"(?<=: )[^\n,}\]]+|[a-z_]+(?=:)", text))
    if not values:
        return text
    value = chance.choice(values)
    return text[: value.start()] + chance.choice(ODD) + text[value.end() :]


def put_tag_in(text: str, chance: random.Random) -> str:
    at = chance.choice([each.start() for each in re.finditer(r"\{\{|\{%|</w:t>|<w:r>|<w:p>", text)] or [0])
    return text[:at] + chance.choice(TAGS) + text[at:]


def drop_piece(pieces: list[bytes], at: int, _: random.Random) -> None:
    pieces[at] = b""


def repeat_piece(pieces: list[bytes], at: int, chance: random.Random) -> None:
    pieces[at] *= chance.choice((2, 50))


def move_piece(pieces: list[bytes], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(pieces))
    pieces[at], pieces[other] = pieces[other], pieces[at]


def change_value(pieces: list[bytes], at: int, chance: random.Random) -> None:
    value = chance.choice(VALUES)
    pieces[at] = re.sub(rb'"[^"]*"', lambda _: b'"%s"' % value, pieces[at], count=1)


def rename(pieces: list[bytes], at: int, chance: random.Random) -> None:
    new = chance.choice((b"w:p", b"w:tbl", b"w:tc", b"w:r", b"w:t", b"w:sectPr", b"w:ins", b"w:del"))
    pieces[at] = re.sub(rb"w:\w+", new, pieces[at])


def cut(pieces: list[bytes], at: int, _: random.Random) -> None:
    pieces[at] = pieces[at][: len(pieces[at]) // 2]


OF_TEXT = (put_in, take_out, repeat, swap_lines, replace_value)
OF_TEMPLATE = (put_tag_in, put_tag_in, take_out, repeat)
OF_XML = (drop_piece, repeat_piece, move_piece, change_value, rename, cut)


def edited(data: bytes, chance: random.Random) -> bytes:
    """Return a text with some letters, values or lines put in, taken out or moved."""
    text = data.decode()
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        text = chance.choice(OF_TEXT)(text, chance)
    return text.encode("utf-8", "surrogatepass")


def revalued(data: bytes, chance: random.Random) -> bytes:
    """Return a text that is often still YAML, with other values, or one that is edited anyhow."""
    if chance.randrange(3) == 0:
        return edited(data, chance)
    text = data.decode()
    for _ in range(chance.choice((1, 1, 2))):
        text = chance.choice((replace_value, drop_line, take_value))(text, chance)
    return text.encode("utf-8", "surrogatepass")


def drop_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def take_value(text: str, chance: random.Random) -> str:
    """Put a value of the text in the place of another."""
    values = list(re.finditer(r"(?<=: )[^\n,}\]]+", text)) or [re.match("", text)]
    one, other = chance.choice(values), chance.choice(values)
    return text[: one.start()] + other[0] + text[one.end() :]


def retagged(data: bytes, chance: random.Random) -> bytes:
    """Return a template with tags put in, letters taken out or repeated in one of its parts."""
    parts = unzipped(data)
    name = chance.choice(["word/document.xml"] * 6 + sorted(parts))
    text = parts[name].decode(errors="ignore")
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(OF_TEMPLATE)(text, chance)
    return zipped(parts | {name: text.encode()})


def rewritten(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file with bytes changed, or with elements of one part dropped, moved or given wild values."""
    if chance.randrange(10) == 0:
        return scattered(data, chance)
    parts = unzipped(data)
    name = chance.choice(["word/document.xml"] * 4 + sorted(parts))
    pieces = re.split(rb"(<[^>]*>)", parts[name])
    for _ in range(chance.randint(1, 12)):
        chance.choice(OF_XML)(pieces, chance.randrange(len(pieces)), chance)
    return zipped(parts | {name: b"".join(pieces)})


def reworded(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file with other words in it, or one that is rewritten anyhow."""
    if chance.randrange(2):
        return rewritten(data, chance)
    parts = unzipped(data)
    pieces = re.split(r"(?<=>)([^<]+)(?=</w:t>)", parts["word/document.xml"].decode())
    for _ in range(chance.choice((1, 3, 10, 40))):
        at = chance.randrange(1, len(pieces), 2)
        pieces[at] = escape(chance.choice((put_in, take_out, repeat, replace_word))(unescape(pieces[at]), chance))
    text = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe]", "?", "".join(pieces))
    return zipped(parts | {"word/document.xml": text.encode()})


def replace_word(text: str, chance: random.Random) -> str:
    """Put a sign, a token of plans or what somebody types in the place of a word."""
    words = text.split(" ")
    words[chance.randrange(len(words))] = chance.choice((*TYPED, *PLAN_WORDS))
    return " ".join(words)


def rewritten_pdf(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with bytes, numbers, names or whole objects changed, in its packed streams too."""
    way = chance.choice(["bytes", "end"] + ["stream"] * 3 + ["objects"] + ["words"] * 4)
    if way == "bytes":
        return scattered(data, chance)
    if way == "end":
        return data[: chance.randrange(len(data))]
    if way == "stream":
        return OF_STREAM.sub(lambda found: stream_changed(found, chance), data)
    pieces = re.split(rb"(?<=endobj)" if way == "objects" else rb"([ \[\]/<>\n]+)", data)
    for _ in range(chance.randint(1, 12)):
        chance.choice(OF_PDF)(pieces, chance.randrange(len(pieces)), chance)
    return b"".join(pieces)


OF_STREAM = re.compile(rb"(?<=stream\n).*?(?=\n?endstream)", re.DOTALL)


def stream_changed(found: re.Match[bytes], chance: random.Random) -> bytes:
    """Return one stream of a PDF in so many with numbers and operators changed."""
    if chance.randrange(4):
        return found[0]
    try:
        plain, packed = zlib.decompress(found[0]), True
    except zlib.error:
        plain, packed = found[0], False
    pieces = re.split(rb"([ \n\[\]<>()/]+)", plain)
    for _ in range(chance.choice((1, 3, 30))):
        chance.choice(OF_PDF)(pieces, chance.randrange(len(pieces)), chance)
    changed = b"".join(pieces)
    return zlib.compress(changed) if packed else changed


def scattered(data: bytes, chance: random.Random) -> bytes:
    raw = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def wild_value(pieces: list[bytes], at: int, chance: random.Random) -> None:
    pieces[at] = chance.choice(
        (*VALUES, b"null", b"<<>>", b"[]", b"(x)", b"/X", b"1 0 R", b"7 0 R", b"q", b"BT", b"ET")
    )


OF_PDF = (drop_piece, repeat_piece, move_piece, wild_value, wild_value)


def typed(_: bytes, chance: random.Random) -> bytes:
    """Return what somebody types at one command after another: good answers, and some that are none."""
    lines = ["UBND các xã", "2", "176/KH-UBND", "in.plan.yaml", "không", "xã Nhữ Khê", "", "", "1", "Lê Văn Tư", "", ""]
    for _ in range(chance.choice((0, 1, 1, 2, 5, 20))):
        at = chance.randrange(len(lines) + 1)
        lines[at : at + chance.randrange(2)] = [chance.choice(TYPED)]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return memory.getvalue()


def profiles() -> list[bytes]:
    return [file.read_bytes() for file in sorted(profiles_folder().glob("*.yaml"))]


def saved_plans() -> list[bytes]:
    plans = (kegen.resolve(kegen.load(profiles_folder() / f"{name}.yaml")) for name in ("mau-tinh", "mau-xa"))
    return [dump(plan).encode() for plan in plans]


def drafts() -> list[bytes]:
    files = sorted(profiles_folder().glob("*.yaml"))
    return [kegen.render(kegen.resolve(kegen.load(file))) for file in files]


def papers() -> list[bytes]:
    """Return plans as other offices write them."""
    rows = table(row("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), row("1", "Trồng cây", "Sở Xây dựng", "30/9"), columns=4)
    work = (
        "*I. VIỆC",
        "1. UBND các xã",
        "a) Trồng ít nhất 60% diện tích.",
        "- Sở Y tế, Sở Tư pháp chủ trì khám.",
        rows,
    )
    blank = {"issuer": ("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"), "number": "Số:    /KH-UBND", "date": "ngày   tháng   năm"}
    return [paper(*work), paper(*work, head=blank), paper(*work, kind="CHỈ THỊ", opening=())]


def pdfs() -> list[bytes]:
    stamp = Text(150, 114, "115", 11)
    return [tagged(), untagged(), tagged(stamp, signed="D:20260804"), untagged(stamp, signed="D:20260804")]


def pack() -> list[bytes]:
    """Return a whole pack as one file."""
    return [b"\n".join(file.read_bytes() for file in sorted((templates_folder() / "chung").glob("*.yaml")))]


DRAFT = ("draft", "--profile", "xa-nhu-khe.yaml")
ONWARD = (
    ("confirm", "in.plan.yaml", "--list"),
    ("confirm", "in.plan.yaml", "--answer", "ASK=Sở Xây dựng; Sở Y tế"),
    ("confirm", "in.plan.yaml", "--answer", "ASK=2"),
    ("new", "--parent", "in.plan.yaml", "--unit", "UNIT", "--yes", "--output", "xa-nhu-khe.yaml"),
    DRAFT,
    ("cascade", "--profile", "in.plan.yaml", "--units", "u.csv", "--output", "ra", "--jobs", "1"),
)
"""What is done with a plan that was read."""
KINDS = {
    "profiles": Kind(profiles, edited, "in.yaml", (("draft", "--profile", "in.yaml"),)),
    "plans": Kind(
        saved_plans,
        edited,
        "in.plan.yaml",
        (("diff", "good", "in.plan.yaml"), ("draft", "--profile", "under.yaml", "--no-check")),
    ),
    "templates": Kind(
        lambda: [(templates_folder() / "ke-hoach.docx").read_bytes()],
        retagged,
        "in.docx",
        (("draft", "--profile", "good.yaml", "--template", "in.docx", "--output", "out.docx"),),
    ),
    "documents": Kind(
        drafts,
        rewritten,
        "in.docx",
        (("check", "in.docx", "--annotate", "out.docx"), ("diff", "good", "in.docx", "--output", "diff.docx")),
    ),
    "import-docx": Kind(lambda: [*drafts(), *papers()], reworded, "in.docx", (("import", "in.docx"), *ONWARD)),
    "import-pdf": Kind(pdfs, rewritten_pdf, "in.pdf", (("import", "in.pdf"), *ONWARD)),
    "parents": Kind(lambda: [PARENT.encode()], revalued, "in.plan.yaml", ONWARD),
    "packs": Kind(pack, revalued, "bo-mau.yaml", (("draft", "--profile", "by-path.yaml", "--no-check"),)),
    "interviews": Kind(
        lambda: [PARENT.encode()], typed, "typed", (("confirm", "in.plan.yaml"), ("new",), DRAFT), typed=True
    ),
}
UNDER = """directive: qd-534
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Nguyễn Văn A}
parent_plan: {file: in.plan.yaml}
"""


BY_PATH = """directive: ./bo-mau.yaml
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Nguyễn Văn A}
date: 2026
parent_plan: {number: 15/KH-UBND, date: 04/5/2026, subject: về việc trồng cây}
"""


def filled(command: tuple[str, ...], good: str) -> list[str]:
    """Return the command with the good file, a commune of the province of the plan that was read, and an ask of it."""
    plan = Path("in.plan.yaml")
    text = plan.read_bytes().decode(errors="replace") if plan.exists() else ""
    province = re.search(r"^  province: (.+)$", text, re.MULTILINE)
    commune = next(iter(units_of(province[1] if province else "")), None)
    if commune and "cascade" in command:
        Path("u.csv").write_text(f"Tên\n{commune.name}\n", encoding="utf-8")
    ask = re.search(r"^asks:\n *- id: ([\w-]+)$", text, re.MULTILINE)
    values = {"good": good, "UNIT": commune.name if commune else "xã Nhữ Khê"}
    return [values.get(each, each.replace("ASK", ask[1] if ask else "hoi-1")) for each in command]


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True

    def line(self, _: object) -> str:
        """Return the next line; at the end somebody presses Ctrl-D."""
        if not (line := self.readline()):
            raise EOFError
        return line.rstrip("\n")


def faults_of(kind: Kind, good: bytes, data: bytes) -> Iterator[str]:
    """Yield what goes wrong when the commands are run on the input, in the folder at hand."""
    suffix = begin(kind, good, data)
    inputs = set(Path.cwd().iterdir())
    keyboard = Keyboard(data.decode("utf-8", "surrogatepass") if kind.typed else "")
    for command in kind.commands:
        needed = command[2] if command[0] == "draft" else "in.plan.yaml"
        if needed not in command or Path(needed).exists():
            yield from faults_of_command(filled(command, f"good{suffix}"), keyboard)
    opened = kind.name.endswith(".docx") and opens(Path(kind.name))
    for file in set(Path.cwd().iterdir()) - inputs:
        if file.suffix == ".docx":
            yield from (f"{file.name}: {each}" for each in unsound_parts(file))
            if (opened or not kind.name.endswith(".docx")) and not opens(file):
                yield f"{file.name} does not open"


def begin(kind: Kind, good: bytes, data: bytes) -> str:
    """Write the input and what else the commands read; return how the name of the good one ends."""
    suffix = "".join(Path(kind.name).suffixes)
    Path(f"good{suffix}").write_bytes(good)
    Path("in.plan.yaml" if kind.typed else kind.name).write_bytes(good if kind.typed else data)
    for name, text in (("under", UNDER), ("by-path", BY_PATH), ("u", "Tên\nNhữ Khê\n"), ("good.plan", PARENT)):
        Path(f"{name}.csv" if name == "u" else f"{name}.yaml").write_text(text, encoding="utf-8")
    if kind.name != "in.yaml" and suffix != ".yaml":
        Path("good.yaml").write_bytes((profiles_folder() / "xa-nhu-khe.yaml").read_bytes())
    if kind.name.startswith("in.") and suffix != ".plan.yaml":
        Path("in.plan.yaml").unlink(missing_ok=True)
    return suffix


def faults_of_command(arguments: list[str], keyboard: Keyboard) -> Iterator[str]:
    """Yield what goes wrong in one command."""
    start, out, err = spent(), io.StringIO(), io.StringIO()
    asked = patch.object(sys, "stdin", keyboard), patch("click.termui.visible_prompt_func", keyboard.line)
    try:
        with redirect_stdout(out), redirect_stderr(err), asked[0], asked[1]:
            code = run_command(arguments)
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        yield f"{arguments[0]}: {error!r}"
        return
    seconds = spent() - start
    SLOWEST[arguments[0]] = max(SLOWEST.get(arguments[0], 0), seconds)
    CODES[arguments[0], code] = CODES.get((arguments[0], code), 0) + 1
    if "Traceback" in err.getvalue() or code not in (0, 1, 2, 130):
        yield f"{arguments[0]}: code {code}: {err.getvalue()[-300:]}"
    if code in (1, 2) and not (err.getvalue() + out.getvalue()).strip():
        yield f"{arguments[0]}: code {code} without a word"
    if seconds > SECONDS:
        yield f"{arguments[0]}: {seconds:.0f} s"


SLOWEST: dict[str, float] = {}
CODES: dict[tuple[str, int], int] = {}


def spent() -> float:
    """Return the seconds of a processor that this process and those it started have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def opens(file: Path) -> bool:
    """Tell whether python-docx opens the file."""
    try:
        docx.Document(str(file))
    except Exception:  # noqa: BLE001 - whatever it raises
        return False
    return True


def unsound_parts(file: Path) -> Iterator[str]:
    """Yield each part that is no XML, and why."""
    for name, part in unzipped(file.read_bytes()).items():
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(part)
            except etree.XMLSyntaxError as error:
                yield f"{name}: {error}"


def run(name: str, count: int, seed: int, kept: Path) -> int:
    """Run the commands on so many inputs of the kind; print and return how many went wrong."""
    kind, chance, wrong = KINDS[name], random.Random(seed), 0
    sources = kind.good()
    for number in range(count):
        good = chance.choice(sources)
        data = kind.broken(good, chance)
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            found = list(faults_of(kind, good, data))
        for each in found:
            print(f"{name} {number}: {each}", flush=True)
        if found:
            kept.mkdir(exist_ok=True)
            (kept / f"{name}-{seed}-{number}-{kind.name}").write_bytes(data)
            wrong += 1
    peak = max(resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    slowest = ", ".join(f"{command} {seconds:.1f} s" for command, seconds in SLOWEST.items())
    ended = ", ".join(f"{command} {code}: {times}" for (command, code), times in sorted(CODES.items()))
    print(
        f"{name}: {wrong} of {count} went wrong; peak {peak} MB (bar {MEGABYTES}); slowest: {slowest}; {ended}",
        flush=True,
    )
    SLOWEST.clear()
    CODES.clear()
    return wrong + (peak > MEGABYTES)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=534)
    chosen = parser.parse_args(arguments)
    kept = Path.cwd() / "kegen-fuzz"
    return min(1, sum(run(name, chosen.count, chosen.seed, kept) for name in chosen.kinds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
