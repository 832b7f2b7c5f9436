"""Words typed on the page while something disturbs: a stale tab, two tabs, an editor, a kill in a save, a full disk."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ruamel.yaml import YAML

from bench.attacked import CONFLICT, OK, PROFILE, Answer, Result, Server
from kegen.form.desk import version_of

PATH = "/ho-so/x.yaml"
LONG = 2000
"""Words of an edit for which a full disk has no room."""


def words(count: int) -> Iterator[Result]:
    """Yield how many words each disturbance loses."""
    for work in (stale_tab, tabs, editor):
        with tempfile.TemporaryDirectory(prefix="kegen-attack-") as folder:
            file = _file(Path(folder))
            with Server(file.parent) as server:
                yield work(server, file, count)
    yield killed(count)
    yield full_disk()


def _file(folder: Path) -> Path:
    file = folder / "x.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    return file


def _edit(server: Server, word: str, version: str) -> Answer:
    record = {"edit": {"edit": "set", "path": ["terms", word], "value": f"lời {word}"}, "version": version}
    return server.ask("POST", f"{PATH}/edit", {}, json.dumps(record).encode())


def _version(file: Path) -> str:
    return version_of(file.read_bytes())


def _result(name: str, lost: int, tried: int, unit: str) -> Result:
    return Result("words", name, f"{lost} lost of {tried} {unit}" if lost else "", f"0 lost of {tried} {unit}")


def stale_tab(server: Server, file: Path, count: int) -> Result:
    """Edit on the version of long ago: each must come back with both texts."""
    old, lost = _version(file), 0
    server.ask("GET", f"{PATH}/events")  # a tab that opened the profile, as it then was
    _edit(server, "moi", old)
    for number in range(count):
        before = file.read_bytes()
        answer = _edit(server, f"cu-{number}", old)
        both = answer.status == CONFLICT and f"cu-{number}" in (json.loads(answer.body)["mine"] or "")
        lost += not both or file.read_bytes() != before
    return _result("a stale tab", lost, count, "edits")


def tabs(server: Server, file: Path, count: int) -> Result:
    """Let four tabs write at once, each anew where another was quicker."""

    def work(name: str) -> None:
        for number in range(count):
            while _edit(server, f"{name}-{number}", _version(file)).status != OK:
                pass

    names = ("mot", "hai", "ba", "bon")
    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    text = file.read_text(encoding="utf-8")
    lost = sum(f"{name}-{number}: " not in text for name in names for number in range(count))
    return _result("four tabs at once", lost, len(names) * count, "edits")


def editor(server: Server, file: Path, count: int) -> Result:
    """Save in an editor, which puts a new file in the old one's place, while the page writes too.

    The editor looks once more whether the file is as it was read, as those do that warn of changes from outside.
    """
    done: list[str] = []
    end = threading.Event()

    def save() -> None:
        chance = random.Random(7)
        while not end.is_set():
            data = file.read_bytes()
            word = f"# biên tập {len(done)}\n"
            other = file.with_suffix(".luu")
            other.write_bytes(word.encode() + data)
            if file.read_bytes() == data:
                other.replace(file)
                done.append(word)
            time.sleep(chance.random() / 5)

    thread = threading.Thread(target=save)
    thread.start()
    number = refused = 0
    while number < 5 * count:
        if _edit(server, f"trang-{number}", _version(file)).status == OK:
            number += 1
        else:
            refused += 1
    end.set()
    thread.join()
    text = file.read_text(encoding="utf-8")
    lost = [f"trang-{each}" for each in range(number) if f"trang-{each}: " not in text] + [
        w for w in done if w not in text
    ]
    return _result(f"an editor and the page at once ({refused} conflicts told)", len(lost), number + len(done), "saves")


def killed(count: int) -> Result:
    """Kill the server at moments of its saves: the file must be whole, with all that was said to be written."""
    chance, lost, saved = random.Random(3), 0, 0
    for _ in range(count):
        with tempfile.TemporaryDirectory(prefix="kegen-attack-") as folder:
            file = _file(Path(folder))
            with Server(file.parent) as server:
                told: list[str] = []
                thread = threading.Thread(target=_writing, args=(server, file, told))
                thread.start()
                while not told:
                    time.sleep(0.001)
                time.sleep(chance.random() / 5)
                os.kill(server.process.pid, signal.SIGKILL)
                server.process.wait()
                thread.join()
            whole = YAML(typ="safe").load(file.read_bytes())
            lost += sum(whole["terms"].get(word) != f"lời {word}" for word in told) + (
                whole["unit"]["name"] != "Nhữ Khê"
            )
            saved += len(told)
    return _result(f"the server killed ({count} times)", lost, saved, "saves")


def _writing(server: Server, file: Path, told: list[str]) -> None:
    while True:
        word = f"viet-{len(told)}"
        try:
            if _edit(server, word, _version(file)).status != OK:
                return
        except OSError:
            return
        told.append(word)


def full_disk() -> Result:
    """Edit, draft and drop on a full disk: the profile stays as it was, each is told, and works once there is room."""
    with _small_disk() as folder:
        if folder is None:
            return Result("words", "a full disk", "", "not tried: mounting a small tmpfs needs root")
        file = _file(folder)
        with Server(folder) as server:
            before = file.read_bytes()
            filling = folder / "day"
            with filling.open("wb", buffering=0) as stream:
                try:
                    while stream.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            long = "lời " * LONG
            record = {"edit": {"edit": "set", "path": ["terms", "dai"], "value": long}, "version": _version(file)}
            answers = [
                server.ask("POST", f"{PATH}/edit", {}, json.dumps(record).encode()),
                server.ask("POST", f"{PATH}/draft"),
                server.ask(
                    "POST",
                    f"{PATH}/keep",
                    {},
                    json.dumps({"text": PROFILE + "# mới\n" * 3000, "version": _version(file)}).encode(),
                ),
                server.ask("POST", "/nhan", {"X-Kegen-Name": "a.docx"}, bytes(100_000)),
            ]
            faults = [each.text[:200] for each in answers if "ổ đĩa đã đầy" not in each.text]
            faults += [] if file.read_bytes() == before else ["the profile is another"]
            faults += [each.name for each in folder.iterdir() if each.name not in {"x.yaml", "day"}]
            filling.unlink()
            again = server.ask("POST", f"{PATH}/edit", {}, json.dumps(record).encode())
            faults += (
                []
                if again.status == OK and file.read_text(encoding="utf-8").count("lời") >= LONG
                else [again.text[:200]]
            )
    return Result(
        "words",
        "a full disk",
        "; ".join(faults),
        f"{len(answers)} refusals told, profile as it was; with room it is written",
    )


@contextmanager
def _small_disk() -> Iterator[Path | None]:
    with tempfile.TemporaryDirectory(prefix="kegen-attack-") as place:
        mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", place]
        if os.name != "posix" or os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
            yield None
            return
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=False)
