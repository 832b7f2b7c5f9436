"""No PDF, however built, gives a traceback, takes ten seconds or three hundred MB."""

import os
import random
import re
import subprocess
import sys
import time
import zlib

import pytest

from kegen.docx.find import find_parts
from kegen.pdf import process
from kegen.pdf.document import read_pdf
from kegen.problem import KegenError
from tests.pdf_files.make import Sheet, Text, pdf
from tests.pdf_files.plans import tagged, untagged

VALUES = [b"-1", b"0", b"99999999999", b"1e308", b"nan", b"null", b"<<>>", b"[]", b"(x)", b"/X"]


def mutants(count, seed):
    chance = random.Random(seed)
    whole = [tagged(), untagged(Text(150, 114, "115", 11), signed="D:20260804")]
    for _ in range(count):
        data, way = bytearray(chance.choice(whole)), chance.random()
        if way < 0.3:
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        elif way < 0.8:
            for _ in range(chance.randint(1, 10)):
                number = chance.choice(list(re.finditer(rb"(?<=[ \[])\d+(?=[ \]/\n])", data)))
                data[number.start() : number.end()] = chance.choice([*VALUES, str(chance.randrange(60)).encode()])
        elif way < 0.9:
            start, at = chance.randrange(len(data)), chance.randrange(len(data))
            data[at:at] = data[start : start + chance.randrange(3000)]
        else:
            data = data[: chance.randrange(len(data))]
        yield bytes(data)


@pytest.mark.heavy
def test_mutated_files_are_read_or_refused_and_never_a_bug():
    """KEGEN_EXAMPLES says how many."""
    count, slowest, read = int(os.environ.get("KEGEN_EXAMPLES", "12")), 0.0, 0
    for data in mutants(count, seed=14):
        start = time.monotonic()
        try:
            find_parts(read_pdf(data).document)
            read += 1
        except KegenError:
            pass
        slowest = max(slowest, time.monotonic() - start)
    assert slowest < process.SECONDS + 2
    assert read > 0, "some are read, else the mutations try nothing"


def with_content(content, resources="", extra=""):
    """Return a PDF of one page with that packed content."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
        + resources.encode() + b" >> >>",
        b"<< /Filter /FlateDecode /Length %d %s >>\nstream\n" % (len(packed), extra.encode()) + packed + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]  # fmt: skip
    out = b"%PDF-1.7\n"
    for at, each in enumerate(objects, 1):
        out += b"%d 0 obj\n" % at + each + b"\nendobj\n"
    return out + b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n"


SHOWN = b"(" + b"a" * 60 + b") Tj\n"
BOMBS = {
    "blanks": (b" " * (400 << 20),),
    "letters": (b"BT /F 12 Tf 10 100 Td " + SHOWN * 300_000 + b"ET",),
    "lines": (b"".join(b"%d 0 m %d 800 l S\n" % (at % 595, at % 595) for at in range(200_000)),),
    "states": (b"q " * 5_000_000,),
    "itself": (
        b"/Me Do " * 2000,
        "/XObject << /Me 4 0 R >>",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Me 4 0 R >> >>",
    ),
}


@pytest.mark.heavy
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_within_the_bounds(name):
    start = time.monotonic()
    with pytest.raises(KegenError) as refused:
        read_pdf(with_content(*BOMBS[name]), "x.pdf")
    assert "hãy" in str(refused.value)
    assert time.monotonic() - start < process.SECONDS + 5


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(process, "SECONDS", 0.01)
    with pytest.raises(KegenError, match="quá lâu"):
        read_pdf(untagged())


def test_more_pages_than_any_plan_has_are_refused():
    data = pdf(*[Sheet(())] * 401)
    with pytest.raises(KegenError, match="quá mức"):
        read_pdf(data)


def test_the_worker_writes_plain_values_and_nothing_else():
    done = subprocess.run([sys.executable, "-m", "kegen.pdf.worker"], input=untagged(), capture_output=True, check=True)
    assert done.stdout.startswith(b'{"tagged":false')
    assert done.stderr == b""
