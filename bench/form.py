"""Random edits of the form on the shipped profiles, and what becomes of a person's words when a save is disturbed.

`python bench/form.py [--edits N] [--seed S]`: each edit is one that the form of the profile as it then stands allows;
the profile must parse, say the edit and nothing else, and keep every other line byte for byte. `--faults`: every file
call of a save fails or is met by a signal, as in `faults.py`; the profile must lie whole as it was or as it is to be,
and what was typed must come back. Ends with 1 where it finds anything.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from multiprocessing import Process
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.faults import Gate, faults
from kegen.form.desk import Desk, NotWritten, Written
from kegen.form.edit import SetField
from tests.form.random_edits import faults as found_in
from tests.form.random_edits import in_other_dress, random_edit, shipped

ROUND = 12
"""Edits made one after another on one profile."""


def random_edits(count: int, seed: int, folder: Path) -> int:
    """Make so many edits; print what is wrong, and return how often it was."""
    random, tally, refused, wrong = Random(seed), Counter[str](), Counter[str](), 0
    while sum(tally.values()) < count:
        file = folder / "x.yaml"
        file.write_bytes(in_other_dress(random, random.choice(shipped()).read_bytes()))
        desk = Desk(file)
        for _ in range(ROUND):
            old, version = desk.read()
            tried = random_edit(random, old, file)
            outcome = desk.write(tried.edit, version)
            same = isinstance(outcome, Written) and file.read_bytes() == old
            tally["said already" if same else type(outcome).__name__] += 1
            if isinstance(outcome, NotWritten):
                refused[re.sub(r"^.*?: (lỗi: )?|“[^”]*”|[0-9]+", "", outcome.why)[:70]] += 1
            for each in found_in(tried, old, file.read_bytes()) if isinstance(outcome, Written) else ():
                wrong += 1
                print(tried.edit, each)
            if not isinstance(outcome, Written) and file.read_bytes() != old:
                wrong += 1
                print(tried.edit, "was not written, and yet the file is another")
    print(*(f"{number} not written: {why}" for why, number in refused.most_common()), sep="\n")
    print(dict(tally), f"{wrong} wrong")
    return wrong


EDIT = SetField(("signer", "name"), "Trần Thị Lời Gõ 73519")


def disturbed(folder: Path) -> int:
    """Disturb a save at each of its file calls; return how often something was lost."""
    file = folder / "x.yaml"
    before = shipped()[-1].read_bytes()
    file.write_bytes(before)
    gate = Gate(None)
    _in_child(file, gate, folder)
    count = int((folder / "calls").read_text())
    after = file.read_bytes()
    lost = tried = 0
    for fault in faults(count):
        for each in folder.iterdir():
            each.unlink()
        file.write_bytes(before)
        _in_child(file, Gate(fault), folder)
        tried += 1
        told = (folder / "told").read_text(encoding="utf-8") if (folder / "told").exists() else ""
        state = file.read_bytes() if file.exists() else b""
        whole = state in (before, after)
        if (
            not whole
            or "Traceback" in told
            or (fault.how in ("once", "on") and state == before and EDIT.value not in told)
        ):
            lost += 1
            print(fault, "whole" if whole else "HALF", told[-300:])
    print(f"{lost} lost in {tried} faults at {count} file calls")
    return lost


def _in_child(file: Path, gate: Gate, folder: Path) -> None:
    child = os.fork()
    if child == 0:
        try:
            _save(file, gate, folder)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def _save(file: Path, gate: Gate, folder: Path) -> None:
    told = (folder / "told").open("w", encoding="utf-8")
    calls = (folder / "calls").open("w", encoding="utf-8")
    signal.alarm(60)
    desk = Desk(file)
    _, version = desk.read()
    gate.install()
    try:
        outcome = desk.write(EDIT, version)
        text = "" if isinstance(outcome, Written) else f"{outcome.edit} {getattr(outcome, 'why', '')}"
    except KeyboardInterrupt:
        text = str(EDIT)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        text = f"Traceback {error!r}"
    calls.write(str(gate.count))
    told.write(text)
    for stream in (told, calls):
        stream.flush()


def _writer(file: Path, name: str, count: int) -> None:
    """Write so many edits of one's own, each anew where another was quicker."""
    desk = Desk(file)
    for number in range(count):
        while not isinstance(
            desk.write(SetField(("terms", f"{name}-{number}"), f"lời {number}"), desk.read()[1]), Written
        ):
            pass


def two_writers(folder: Path, count: int = 15) -> int:
    """Let two processes write at once; return how many words were lost."""
    file = folder / "x.yaml"
    file.write_bytes(shipped()[0].read_bytes())
    writers = [Process(target=_writer, args=(file, name, count)) for name in ("mot", "hai")]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    text = file.read_text(encoding="utf-8")
    lost = sum(f"{name}-{number}: " not in text for name in ("mot", "hai") for number in range(count))
    print(f"{lost} lost of {2 * count} edits by two writers at once")
    return lost


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", action="store_true")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="kegen-form-") as place:
        folder = Path(place)
        if not chosen.faults:
            return int(bool(random_edits(chosen.edits, chosen.seed, folder)))
        lost = disturbed(folder)
        shutil.rmtree(folder)
        folder.mkdir()
        return int(bool(lost + two_writers(folder)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
