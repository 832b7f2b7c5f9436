"""Pages of the guide as they are followed: the fenced blocks of a page in their order, each done as the page says.

A comment before a block says what the page leaves to its reader, parts divided by `; `:
`<!-- run: exit 1 -->` the code the last command ends with; `<!-- run: type a | b -->` what is typed, a line each;
`<!-- run: into FILE -->` a profile's lines, put into that profile; `<!-- run: file FILE -->` the whole of a file;
`<!-- run: needs MODULE -->` a block that asks for an optional library, left where it is not installed;
`<!-- run: not here, REASON -->` a block that no test can run.
A `text` block is what was printed; `…` alone leaves lines out. A command's comment `# → FILE` names what it writes.
"""

import io
import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

import kegen
from kegen.cli.shell import run

FENCE = re.compile(
    r"(?:^<!-- run: (?P<how>[^\n]*) -->\n+)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
WRITTEN = re.compile(r"[\w.-]+(?:/[\w.-]+)*\.(?:docx|yaml|html|xlsx|ics|csv|json|pdf)")
INSTALLERS = ("pip", "uv", "pytest")
"""What `.ci/run` does: it installs kegen, runs README's own test line and drafts with the wheel."""


class Block(NamedTuple):
    kind: str
    text: str
    how: dict[str, str]


def blocks(text):
    return [Block(found["kind"], found["text"], parts(found["how"])) for found in FENCE.finditer(text)]


def parts(how):
    """Return the parts of what a comment says by their first word."""
    return {word: rest for word, _, rest in (each.partition(" ") for each in (how or "").split("; "))}


def commands(text):
    """Return the words of each command of a block, and the files that its comment says it writes."""
    for line in text.splitlines():
        for each in line.partition(" #")[0].split("&&"):
            if words := shlex.split(each, comments=True):
                yield words, WRITTEN.findall(line.partition("# →")[2])


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self):
        return True


class Reader:
    """Somebody who follows a page in the folder where they stand."""

    def __init__(self, monkeypatch):
        self._monkeypatch, self.printed = monkeypatch, ""

    def follow(self, text):
        for block in blocks(text):
            if "not" not in block.how and ("needs" not in block.how or find_spec(block.how["needs"])):
                getattr(self, f"_{block.kind}")(block)

    def _sh(self, block):
        self.printed, expected = "", int(block.how.get("exit", 0))
        self._sit_down(block.how.get("type"))
        steps = list(commands(block.text))
        for number, (words, files) in enumerate(steps, 1):
            if words[0] in INSTALLERS:
                continue
            assert words[0] == "kegen", (
                f"{words}: a block that no test runs needs its reason, <!-- run: not here, … -->"
            )
            code = self._run(words[1:])
            assert code == (expected if number == len(steps) else 0), f"{shlex.join(words)}: {code}\n{self.printed}"
            assert [each for each in files if not Path(each).exists()] == [], f"{shlex.join(words)} did not write these"

    def _run(self, words):
        if words[0] == "cascade":
            words = [*words, "--jobs", "1"]  # the same in this process, without the start of others
        stream = io.StringIO()
        with redirect_stdout(stream), redirect_stderr(stream):
            code = run(words)
        self.printed += stream.getvalue()
        return code

    def _sit_down(self, typed):
        keyboard = (
            io.StringIO() if typed is None else Keyboard("".join(f"{each.strip()}\n" for each in typed.split("|")))
        )
        self._monkeypatch.setattr(sys, "stdin", keyboard)
        self._monkeypatch.setattr("click.termui.visible_prompt_func", lambda _text: typed_line(keyboard))

    def _text(self, block):
        missing = lacking(block.text, self.printed)
        assert not missing, f"not printed:\n{missing}\nbut:\n{self.printed}"

    def _yaml(self, block):
        assert block.how.keys() & {"into", "file"}, f"where does this go? <!-- run: into FILE -->\n{block.text}"
        if "file" in block.how:
            Path(block.how["file"]).write_text(block.text, encoding="utf-8")
            return
        path = Path(block.how["into"])
        path.write_text(merged(path, block.text) if path.exists() else block.text, encoding="utf-8")
        kegen.resolve(kegen.load(path))


def typed_line(keyboard):
    if not (line := keyboard.readline()):
        raise EOFError
    return line.rstrip("\n")


def lacking(shown, printed):
    """Return the first piece of a shown text, between `…` lines, that was not printed after the one before it."""
    at = 0
    for piece in re.split(r"^…\n", shown, flags=re.MULTILINE):
        found = f"\n{printed}".find(f"\n{piece}", at) if piece else at
        if found < 0:
            return piece
        at = found + len(piece)
    return ""


def merged(path, text):
    """Return the profile with those lines put in, as somebody at Notepad does it."""
    yaml = YAML()
    yaml.width, yaml.preserve_quotes = 100_000, True
    whole = yaml.load(path.read_text(encoding="utf-8"))
    put(whole, yaml.load(text))
    stream = io.StringIO()
    yaml.dump(whole, stream)
    return stream.getvalue()


def put(whole, piece):
    for key, value in piece.items():
        if isinstance(value, dict) and isinstance(whole.get(key), dict) and "omit" not in value:
            put(whole[key], value)
        else:
            whole[key] = value
