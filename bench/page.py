"""How fast the page is: from the command to the page, and from a save to the new page with its check.

`python bench/page.py [--profile FILE] [--saves N]`: serves a copy of the profile, with its annex, reads the page's own
stream of news, and saves the copy N times, each time with another date, as an editor does that puts a new file in the
old one's place. Prints medians and 95th percentiles in milliseconds; ends with 1 where a bar of docs is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import SplitResult, urlsplit

ROOT = Path(__file__).parents[1]
START, MEDIAN, LATE = 1.5, 0.3, 0.5
"""Bars, in seconds: command to page; save to page with check, median and 95th of a hundred."""
DATE = re.compile(r"^date:.*$", re.MULTILINE)
ANNEX = "\nannex: có\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", default=str(ROOT / "profiles" / "xa-nhu-khe.yaml"))
    parser.add_argument("--saves", type=int, default=100)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.yaml")
        text = Path(chosen.profile).read_text(encoding="utf-8")
        text = text if DATE.search(text) else f"{text}\ndate: 30/6/2026\n"
        file.write_text(text if re.search(r"^annex:", text, re.MULTILINE) else text + ANNEX, encoding="utf-8")
        return measure(file, chosen.saves)


def measure(file: Path, saves: int) -> int:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "kegen", "open", str(file), "--no-browser"]
    with subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    ) as process:
        address = urlsplit(re.search(r"http\S+", process.stdout.readline())[0])
        get(address, address.path).read()
        started = time.perf_counter() - begun
        news = stream(get(address, f"{address.path}events"))
        pages = settled(news)
        shown = time.perf_counter() - begun
        figures = [save(file, news, number) for number in range(saves)]
        process.send_signal(signal.SIGINT)
    return told(started, shown, pages, figures)


def get(address: SplitResult, path: str) -> HTTPResponse:
    connection = HTTPConnection(address.netloc, timeout=60)
    connection.request("GET", path)
    return connection.getresponse()


def stream(response: HTTPResponse) -> Iterator[dict]:
    while line := response.readline():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def settled(news: Iterator[dict]) -> int:
    """Wait until the form is there too; return how many pages there are."""
    for each in news:
        if "version" in each["facts"]:
            return len(each["order"]["pages"])
    raise SystemExit("no form came")


def save(file: Path, news: Iterator[dict], number: int) -> tuple[float, float, float]:
    """Save the file with another date; return the seconds until pages, check and form of it are there."""
    text = DATE.sub(f"date: {number % 28 + 1:02}/{7 + number // 28 % 2}/2026", file.read_text(encoding="utf-8"))
    other = file.with_suffix(".tmp")
    other.write_text(text, encoding="utf-8")
    before = time.perf_counter()
    other.replace(file)
    while not any(name.startswith("page-") for name in next(news)["changed"]):
        pass
    pages = time.perf_counter() - before
    next(news)
    check = time.perf_counter() - before
    next(news)
    return pages, check, time.perf_counter() - before


def told(started: float, shown: float, pages: int, figures: list[tuple[float, float, float]]) -> int:
    print(f"command → page {started:.2f} s (bar {START} s); → all of it drawn {shown:.2f} s; {pages} pages")
    missed = started > START
    for name, times in zip(("pages", "pages and check", "all with the form"), zip(*figures, strict=True), strict=True):
        middle, late = median(times), quantiles(times, n=20)[-1]
        print(f"save → {name}: median {1000 * middle:.0f} ms, 95th {1000 * late:.0f} ms of {len(times)}")
        missed |= name == "pages and check" and (middle > MEDIAN or late > LATE)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
