"""Reading drafts that share a template: what the first takes, what each further one takes, and the memory.

Run it with the Python that has kegen installed: `python bench/read.py [PROFILE] [--count N]`. It drafts the profile,
makes N plans of it (3,321 unless told) that differ in the name of the unit, and reads each with its parts and passages.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import time
import zipfile
from pathlib import Path

import kegen
from kegen.check.paper import Paper
from kegen.document.read import read_document

_MAIN = "word/document.xml"


def seconds(data: bytes) -> float:
    """Return the processor time that reading the file, its parts and its passages takes."""
    start = time.process_time()
    paper = Paper(read_document(data))
    _ = paper.parts, paper.passages
    return time.process_time() - start


def variant(members: dict[str, bytes], name: str, number: int) -> bytes:
    """Return the draft with another name of the unit; every third one has a paragraph more."""
    pieces = members[_MAIN].decode().replace(name, f"Thử {number}").split("<w:p>")
    if number % 3 == 0:
        pieces.insert(40, pieces[30])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for part, content in {**members, _MAIN: "<w:p>".join(pieces).encode()}.items():
            z.writestr(part, content)
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("profile", nargs="?", type=Path, default=Path("profiles/mau-xa.yaml"))
    parser.add_argument("--count", type=int, default=3321)
    chosen = parser.parse_args()
    plan = kegen.resolve(kegen.load(chosen.profile))
    with zipfile.ZipFile(io.BytesIO(kegen.render(plan))) as z:
        members = {each: z.read(each) for each in z.namelist()}
    runs = [seconds(variant(members, plan.standing.unit, number)) * 1000 for number in range(chosen.count)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"first {runs[0]:.1f} ms, further {statistics.median(runs[1:]):.2f} ms (median), {peak:.0f} MB at the most")


if __name__ == "__main__":
    main()
