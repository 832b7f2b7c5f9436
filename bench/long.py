"""Long texts: one token again and again, thousands of citations, names and keys of any length, each in bounded time.

`python bench/long.py [check] [draft] [import] [--letters N]`. Of `check`, a paragraph of 60 KB is made of each token
and checked by every rule; then come 8,000 paragraphs of citations. Of `draft`, names, values and keys of a profile are
long. Of `import`, a plan with such a paragraph, or with thousands of paragraphs, rows, headings or questions, goes
through import, confirm, new and draft. It prints the slowest and ends with 1 where one takes over 5 s of a processor
(10 s where it is five commands) or the process over 500 MB.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))  # this checkout, and the papers that its tests make up

import docx

import kegen
from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.cli.shell import run as run_command
from kegen.docx.read import read_document
from kegen.problem import KegenError
from tests.importing.papers import paper, row, table

SECONDS, MEGABYTES = {"check": 5, "draft": 5, "import": 10}, 500
SIGNS = "()[]“”\"'‘’«»,;.:…-–—/\\|+*#%&@=~^_!?<>°²019Ðđơ\u0301\u00a0\u200b\u202e"
WORDS = (
    *("a ", "xã ", "xã An ", "Xã An ", "tỉnh ", "huyện ", "của ", "của của ", "và ", "các ", "số ", "ngày ", "tháng "),
    *("năm ", "Điều ", "khoản ", "điểm a ", "Mục I ", "Phụ lục ", "Căn cứ ", "theo ", "UBND ", "HĐND ", "MTTQ ", "Bộ "),
    *("ngày 01/01/2026 ", "31/02/2026 ", "1/2 ", "10% ", "10 % ", "giảm 10%, ", "từ 1 đến 2 ", "tối thiểu 50%; "),
    *("Quyết định số 534/QĐ-TTg ", "Nghị quyết số 1/NQ-CP ngày 01/01/2026 của Chính phủ về việc ", "số 1-KL/TW, "),
    *("Luật ", "Luật Đất đai ", "khoản 1 Điều 2 Luật Đất đai, ", "Thủ tướng ", "Thủ tướng Chính phủ; ", "Ban Bí thư, "),
    *("Sở Nội vụ, ", "Sở Nội vụ và ", "Phòng Kinh tế chủ trì, phối hợp với ", "Văn phòng HĐND và UBND xã; ", "giao "),
    *("tỉnh Lào Cai, ", "thành phố Hà Nội; ", "Thành phố Hồ Chí Minh ", "phường Bến Nghé, ", "xã Nhữ Khê, "),
    *("trên địa bàn xã ", "từ tỉnh đến xã ", "quý I năm 2026 ", "trước ngày 30/6 ", "hằng năm, ", "thường xuyên; "),
    *("Ông Nguyễn Văn A, ", "CHỦ TỊCH ", "TM. ", "KT. ", "Nơi nhận: ", "Kính gửi: ", "- Lưu: VT; ", "Số: /KH-UBND "),
    *("ỦY BAN NHÂN DÂN ", "CỘNG HÒA XÃ HỘI ", "Độc lập - Tự do - Hạnh phúc ", "KẾ HOẠCH ", "Điều 1. ", "1. ", "1.1. "),
    *("nghieem ", "thưcj ", "hợpp ", "sử dụng ", "hòa hoà ", "Văn hóa - Xã hội ", "(Kèm theo ", "“Luật ", "§ ", "\t"),
    *("Đồng Nai ", "a) ", "\n", "hòa. an ", "Nguyễn Hòa ", "TP.; ", "NHÂN DÂN      ", "từ ngày 01/6 đến ngày 01/5, "),
    *("03 nhiệm vụ, ", "2026 - 2030, ", "giai đoạn 2026 - 2030, ", "theo Phụ lục II, ", "tại Điều 5, ", "tổng số 5: "),
)
CITED = "Căn cứ Nghị quyết số {}/NQ-HĐND ngày 05/3/2020 của Hội đồng nhân dân tỉnh về việc {};"
PROFILE = """directive: qd-534
unit: {level: xa, name: NAME, province: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: SIGNER}
KEY: VALUE
"""


def word_file(paragraphs: list[str]) -> bytes:
    document, memory = docx.Document(), io.BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(memory)
    return memory.getvalue()


def check(data: bytes) -> None:
    judge(Paper(read_document(data)), all_rules())


def draft(**values: str) -> None:
    text = PROFILE
    for name in ("NAME", "SIGNER", "KEY", "VALUE"):
        text = text.replace(name, values.get(name, {"KEY": "number", "VALUE": "1"}.get(name, "Nhữ Khê")))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "in.yaml"
        file.write_text(text, encoding="utf-8")
        kegen.render(kegen.resolve(kegen.load(file)))


def take_in(*lines: str) -> None:
    """Do with a plan that was received what a person does."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("in.docx").write_bytes(paper(*lines))
        for command in ONWARD:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                code = run_command(command.split("|"))
            if code and command == ONWARD[0]:
                return  # refused in a sentence


ONWARD = (
    "import|in.docx",
    "confirm|in.plan.yaml|--list",
    "confirm|in.plan.yaml|--answer|hoi-1=1",
    "new|--parent|in.plan.yaml|--unit|xã Bắc Sơn|--yes|--output|xa.yaml",
    "draft|--profile|xa.yaml|--no-check",
)


def imports(letters: int) -> Iterator[tuple[str, Callable[[], None]]]:
    for token in (*(f"{sign} " for sign in SIGNS), *SIGNS, *WORDS, *OF_PLANS):
        words = escape((token.replace("\n", " ") * letters)[:letters])
        lines = "*I. VIỆC", words, f"- UBND các xã chủ trì {words}"
        yield f"plan with a paragraph and a task of {token!r}", lambda lines=lines: take_in(*lines)
    for name, lines in HEAVY.items():
        yield f"plan with {name}", lambda lines=lines: take_in(*lines)


OF_PLANS = (
    *(
        "phối hợp với Sở Y tế, ",
        "Sở Y tế, Sở Nội vụ và ",
        "trên 60% hộ, ",
        "giảm từ 10% đến 20%; ",
        "hoàn thành trước ",
    ),
    *(
        "theo quy định ",
        "báo cáo UBND tỉnh ",
        "(1) ",
        "a) ",
        "- ",
        "+ ",
        "I. ",
        "./. ",
        "Chủ trì: ",
        "Thời hạn: ",
        "(Sở ",
    ),
)
HEADINGS = ("Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")
ROW = ("Trồng cây", "Sở Y tế", "Sở Nội vụ", "30/9/2026")
HEAVY = {
    "8,000 paragraphs": ["*I. VIỆC", *(f"- Việc số {n} phải làm." for n in range(8_000))],
    "8,000 tasks": ["*I. VIỆC", *(f"- Sở Y tế chủ trì, phối hợp với UBND các xã làm việc {n}." for n in range(8_000))],
    "2,000 tasks": ["*I. VIỆC", *(f"- UBND các xã làm việc {n} trước ngày 30/9/2026." for n in range(2_000))],
    "1,000 tasks without lead": [f"{'*' if n % 3 == 0 else '- '}{n}. Việc {n}." for n in range(1_500)],
    "4,000 questions": [f"- Sở {n}, Sở X{n} chủ trì việc {n} đạt {n % 90}%." for n in range(4_000)],
    "500 questions": ["*I. VIỆC", *(f"- Sở A{n}, Sở X{n} chủ trì việc đạt {n % 90}%." for n in range(500))],
    "3,000 rows": [table(row("TT", *HEADINGS), *(row(f"{n}", *ROW) for n in range(3_000)), columns=5)],
    "600 rows": [table(row("TT", *HEADINGS), *(row(f"{n}", *ROW) for n in range(600)), columns=5)],
    "500 headings ever deeper": [f"*{'.'.join(['1'] * (n + 1))}. Mục" for n in range(500)],
    "500 headings and tasks": [each for n in range(500) for each in (f"*{n + 1}. Mục {n}", f"- UBND các xã làm {n}.")],
}


def checks(letters: int) -> Iterator[tuple[str, Callable[[], None]]]:
    for token in (*(f"{sign} " for sign in SIGNS), *SIGNS, *WORDS):
        data = word_file([(token * letters)[:letters]])
        yield f"paragraph of {token!r}", lambda data=data: check(data)
    for name, numbers in (("8,000 citations", range(8000)), ("8,000 equal citations", [1] * 8000)):
        data = word_file([CITED.format(n, n) for n in numbers])
        yield name, lambda data=data: check(data)


def drafts(_: int) -> Iterator[tuple[str, Callable[[], None]]]:
    for count in (100, 1_000, 10_000):
        for token in ("Nhữ ", "a", "xã An - ", "\u0301", "“"):
            value = f'"{(token * count)[:60_000].strip()}"'
            for name in ("NAME", "SIGNER", "KEY", "VALUE"):
                yield f"{name} of {count} {token!r}", lambda name=name, value=value: draft(**{name: value})
    keys = "\n".join(f"khoa-la-{n}: 1" for n in range(5_000))
    yield "5,000 unknown keys", lambda: draft(VALUE=f"1\n{keys}")


KINDS = {"check": checks, "draft": drafts, "import": imports}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--letters", type=int, default=60_000)
    chosen = parser.parse_args(arguments)
    rows = []
    for kind in chosen.kinds:
        for name, run in KINDS[kind](chosen.letters):
            start = time.process_time()
            with contextlib.suppress(KegenError):  # refused in a sentence
                run()
            seconds = time.process_time() - start
            rows.append((seconds / SECONDS[kind], seconds, name))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for _, seconds, name in sorted(rows, reverse=True)[:12]:
        print(f"{seconds:6.2f} s  {name}")
    share = max(rows)[0]
    print(f"{len(rows)} cases, slowest {share:.0%} of its bar ({SECONDS}), peak {peak} MB (bar {MEGABYTES})")
    return int(share > 1 or peak > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
