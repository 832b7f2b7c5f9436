"""Long texts: one token again and again, thousands of citations, names and keys of any length, each in bounded time.

`python bench/long.py [--letters N]`: a paragraph of 60 KB is made of each token and checked by every rule; then come
8,000 paragraphs of citations, and profiles whose names, values and keys are long. It prints the slowest and ends with 1
where one takes over 5 s of a processor or the process over 500 MB.
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
from pathlib import Path

import docx

import kegen
from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.docx.read import read_document
from kegen.problem import KegenError

SECONDS, MEGABYTES = 5, 500
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


def cases(letters: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield a name and what is to be timed."""
    for token in (*(f"{sign} " for sign in SIGNS), *SIGNS, *WORDS):
        data = word_file([(token * letters)[:letters]])
        yield f"paragraph of {token!r}", lambda data=data: check(data)
    for name, numbers in (("8,000 citations", range(8000)), ("8,000 equal citations", [1] * 8000)):
        data = word_file([CITED.format(n, n) for n in numbers])
        yield name, lambda data=data: check(data)
    for count in (100, 1_000, 10_000):
        for token in ("Nhữ ", "a", "xã An - ", "\u0301", "“"):
            value = f'"{(token * count)[:60_000].strip()}"'
            for name in ("NAME", "SIGNER", "KEY", "VALUE"):
                yield f"{name} of {count} {token!r}", lambda name=name, value=value: draft(**{name: value})
    keys = "\n".join(f"khoa-la-{n}: 1" for n in range(5_000))
    yield "5,000 unknown keys", lambda: draft(VALUE=f"1\n{keys}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=60_000)
    rows = []
    for name, run in cases(parser.parse_args(arguments).letters):
        start = time.process_time()
        with contextlib.suppress(KegenError):  # refused in a sentence
            run()
        rows.append((time.process_time() - start, name))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for seconds, name in sorted(rows, reverse=True)[:12]:
        print(f"{seconds:6.2f} s  {name}")
    print(f"{len(rows)} cases, slowest {max(rows)[0]:.2f} s (bar {SECONDS}), peak {peak} MB (bar {MEGABYTES})")
    return int(max(rows)[0] > SECONDS or peak > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
