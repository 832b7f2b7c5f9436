"""Dropped files that are broken or built to hurt: told, and nothing written elsewhere, while an officer works."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack

from bench import fuzz
from bench.attacked import (
    OK,
    TOLD,
    Officer,
    Result,
    opened,
    outside_of,
)
from tests.docx_files.make import docx, p
from tests.docx_files.test_hostile import REFUSED, link


def files(count: int) -> Iterator[Result]:
    """Yield what becomes of dropped files that are broken, or built to hurt."""
    with ExitStack() as stack:
        server = opened(stack)
        before = outside_of(server.folder.parent, server.folder)
        listed = list(_hostile(count))  # made first: the officer works in this process too
        officer = stack.enter_context(Officer(server).working())
        slowest = 0.0
        for name, suffix, data in listed:
            begun = time.monotonic()
            answer = server.ask("POST", "/nhan", {"X-Kegen-Name": f"tep{suffix}"}, data, seconds=310)
            slowest = max(slowest, time.monotonic() - begun)
            told = answer.status == OK or (answer.status == TOLD and _is_told(answer.text))
            yield Result("files", name, "" if told else f"{answer.status} {answer.text[:200]}", answer.text[:110])
        same = outside_of(server.folder.parent, server.folder) == before
        yield Result(
            "files", "what lies outside the folder", "" if same else "changed", f"as it was; slowest {slowest:.1f} s"
        )
        stack.pop_all().close()
        yield Result("files", "the officer meanwhile", officer.fault(), officer.figures())


def _is_told(text: str) -> bool:
    return "Traceback" not in text and any(each in text for each in ("không", "đã", "hãy", "được"))


def _hostile(count: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield names, endings and bytes of files."""
    chance = random.Random(15)
    for name, (data, _) in REFUSED.items():
        yield f"Word: {name}", ".docx", data
    with_macro = docx(p("x"), extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(5000)})
    yield "Word: macro", ".docm", with_macro
    yield "Word: remote picture", ".docx", docx(p("x"), rels=link("image", "http://example.invalid/x.png"))
    yield "Word: part outside", ".docx", docx(p("x"), extra={"../../thoat.docx": b"x", "/etc/thoat": b"x"})
    yield "PDF: laughing streams", ".pdf", _laughing_pdf()
    yield "PDF: nothing after the head", ".pdf", b"%PDF-1.7\n"
    yield (
        "PDF: script",
        ".pdf",
        fuzz.pdfs()[1].replace(
            b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
        ),
    )
    words, pdfs = fuzz.papers(), fuzz.pdfs()
    for number in range(count):
        yield f"Word changed {number}", ".docx", fuzz.reworded(chance.choice(words), chance)
        yield f"PDF changed {number}", ".pdf", fuzz.rewritten_pdf(chance.choice(pdfs), chance)


def _laughing_pdf() -> bytes:
    """Return a PDF whose one page is a stream packed three times, of 500 MB."""
    data = b" 0 0 m" * (80 << 20)
    for _ in range(3):
        data = zlib.compress(data)
    stream = (
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n" % len(data)
        + data
        + b"\nendstream"
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        stream,
    )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"
