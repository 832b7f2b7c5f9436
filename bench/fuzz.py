"""Broken inputs by the thousand through whole commands: none ends in a traceback, takes long, or writes a broken file.

Run it with the Python that has kegen and all its extras: `python bench/fuzz.py [KIND ...] [--count N] [--seed S]`.
Each input is a good one with some letters, lines, tags or bytes changed; each command runs in this process, in a folder
of its own, and every Word file it leaves is opened again and all its XML parsed. It prints a line per kind and each
fault, keeps what caused it in `kegen-fuzz/` of the folder it was started in, and ends with 1 where it found any.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import docx
from lxml import etree

import kegen
from kegen.cli.shell import run as run_command
from kegen.plan.saved import dump
from kegen.shipped import profiles_folder, templates_folder

SECONDS, MEGABYTES = 10, 500
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
VALUES = (b"-1", b"0", b"99999999999", b"", b"x", "ố".encode(), b"1.5", b"\xc3\x28", b"NaN", b"1e308")


class Kind(NamedTuple):
    """A kind of input: the good ones, how one is broken, what is run on it."""

    good: Callable[[], list[bytes]]
    broken: Callable[[bytes, random.Random], bytes]
    name: str
    commands: tuple[tuple[str, ...], ...]


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
        raw = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        return bytes(raw)
    parts = unzipped(data)
    name = chance.choice(["word/document.xml"] * 4 + sorted(parts))
    pieces = re.split(rb"(<[^>]*>)", parts[name])
    for _ in range(chance.randint(1, 12)):
        chance.choice(OF_XML)(pieces, chance.randrange(len(pieces)), chance)
    return zipped(parts | {name: b"".join(pieces)})


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
}
UNDER = """directive: qd-534
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Nguyễn Văn A}
parent_plan: {file: in.plan.yaml}
"""


def faults_of(kind: Kind, good: bytes, data: bytes) -> Iterator[str]:
    """Yield what goes wrong when the commands are run on the input, in the folder at hand."""
    Path(kind.name).write_bytes(data)
    suffix = "".join(Path(kind.name).suffixes)
    Path(f"good{suffix}").write_bytes(good)
    Path("under.yaml").write_text(UNDER, encoding="utf-8")
    if kind.name != "in.yaml" and suffix != ".yaml":
        Path("good.yaml").write_bytes((profiles_folder() / "xa-nhu-khe.yaml").read_bytes())
    inputs = set(Path.cwd().iterdir())
    for command in kind.commands:
        arguments = [f"good{suffix}" if each == "good" else each for each in command]
        start, out, err = time.process_time(), io.StringIO(), io.StringIO()
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = run_command(arguments)
        except BaseException as error:  # noqa: BLE001 - that is what is looked for
            yield f"{command[0]}: {error!r}"
            continue
        if "Traceback" in err.getvalue() or code not in (0, 1, 2):
            yield f"{command[0]}: code {code}: {err.getvalue()[-300:]}"
        if (seconds := time.process_time() - start) > SECONDS:
            yield f"{command[0]}: {seconds:.0f} s"
    opened = kind.name.endswith(".docx") and opens(Path(kind.name))
    for file in set(Path.cwd().iterdir()) - inputs:
        if file.suffix == ".docx":
            yield from (f"{file.name}: {each}" for each in unsound_parts(file))
            if (opened or not kind.name.endswith(".docx")) and not opens(file):
                yield f"{file.name} does not open"


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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}: {wrong} of {count} went wrong; peak {peak} MB (bar {MEGABYTES})", flush=True)
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
