"""Hold kegen's own pages against LibreOffice's PDF of the same .docx: how many pages, and where each of them starts.

Usage: python .ci/pages.py [FOLDER]. Drafts the shipped profiles with and without annex, and starting profiles of fifty
communes, the widest names among them; FOLDER keeps .docx and PDF to be looked at. A page starts equally where the same
characters stand before it. It fails where less than 99 % of the page starts are equal.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from kegen.cascade.province import ProvincePlan, province_unit, read_province_plan
from kegen.cascade.starting_profile import open_orders, orders_of, starting_profile
from kegen.country import PROVINCES, province_kind
from kegen.dates import PlanDate
from kegen.font_widths import width_mm
from kegen.gazetteer.units import Unit, units_of
from kegen.pages.pages import Page, draw_pages
from kegen.plan.resolve import resolve
from kegen.profile.read import load
from kegen.template.render import render

BAR = 0.99
WIDEST, SPREAD = 25, 25
ON = PlanDate(2026, 6, 3)
SECONDS = 600
ANNEX = re.compile(r"^(?:# )?annex:.*$", re.MULTILINE)


def profiles(folder: Path, shipped: Path) -> Iterator[Path]:
    """Yield every profile to be drafted, written into the folder."""
    for path in sorted(shipped.glob("*.yaml")):
        text = ANNEX.sub("", path.read_text(encoding="utf-8"))
        for name, annex in (("", ""), ("-phu-luc", "annex: có\n")):
            target = folder / f"{path.stem}{name}.yaml"
            target.write_text(text + annex, encoding="utf-8")
            yield target
    for unit in chosen():
        yield commune(folder, shipped, unit)


def chosen() -> list[Unit]:
    """Return the communes: those of the widest names, and some spread over the country."""
    units = [unit for province in PROVINCES for unit in units_of(province)]
    widest = sorted(units, key=lambda unit: -width_mm(unit.name.upper(), 13, "bold"))[:WIDEST]
    rest = [unit for unit in units if unit not in widest]
    return [*widest, *rest[:: len(rest) // SPREAD][:SPREAD]]


def commune(folder: Path, shipped: Path, unit: Unit) -> Path:
    """Write the starting profile of a commune, as `kegen cascade` does, every other one with an annex."""
    own = folder / unit.code
    own.mkdir()
    above = province_plan(own, shipped, unit.province)
    (own / above.file).write_text(above.text, encoding="utf-8")
    listed = province_unit(unit, ON)
    orders = orders_of(listed, open_orders(listed.kind, own, above), own, above)
    text = starting_profile(listed, unit.code, above, orders)
    target = own / f"{unit.code}.yaml"
    annex = "annex: có\n" if int(unit.code) % 2 else ""
    target.write_text(ANNEX.sub("", text) + annex, encoding="utf-8")
    return target


def province_plan(folder: Path, shipped: Path, province: str) -> ProvincePlan:
    """Return the plan of a province, as the sample profile of its kind has it."""
    model = shipped / ("mau-thanh-pho.yaml" if province_kind(province, ON) == "thanh-pho" else "mau-tinh.yaml")
    path = folder / "tinh.yaml"
    text = re.sub(
        r"^  name: .*$", f"  name: {province}", model.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
    )
    path.write_text(text, encoding="utf-8")
    return read_province_plan(path)


def texts_of_pdf(path: Path) -> list[str]:
    run = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return run.stdout.split("\f")[:-1]


def characters(text: str) -> Counter[str]:
    """Return the characters of a page but for blanks; hyphens are of one kind."""
    return Counter("".join(text.split()).replace("\u2011", "-"))


def equal_starts(ours: Iterable[str], theirs: Iterable[str]) -> list[bool]:
    """Return for each page whether the same stands before it in both."""
    before = [list(accumulate(map(characters, each), initial=Counter[str]()))[:-1] for each in (ours, theirs)]
    most = max(map(len, before))
    return [index < min(map(len, before)) and before[0][index] == before[1][index] for index in range(most)]


def drafted(work: Path, shipped: Path) -> dict[Path, tuple[Page, ...]]:
    """Return the pages of each draft, by its file."""
    found = {}
    for profile in profiles(work, shipped):
        data = render(resolve(load(profile)), profile=profile.name)
        target = work / f"{profile.stem}.docx"
        target.write_bytes(data)
        found[target] = draw_pages(data).pages
    return found


def convert(files: Iterable[Path], work: Path) -> None:
    """Write a PDF of each file, in one run of LibreOffice."""
    office = ["soffice", "--headless", f"-env:UserInstallation={(work / 'lo').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*office, "--outdir", work, *files], capture_output=True, check=True, timeout=SECONDS)


def compare(file: Path, pages: tuple[Page, ...]) -> list[bool]:
    ours, theirs = [page.text for page in pages], texts_of_pdf(file.with_suffix(".pdf"))
    equal = equal_starts(ours, theirs)
    for index, same in enumerate(equal, 1):
        if not same:
            first = [each[index - 1].split()[:12] if index <= len(each) else ["-"] for each in (ours, theirs)]
            print(f"{file.name}, page {index}: {' '.join(first[0])!r}, LibreOffice has {' '.join(first[1])!r}")
    return equal


def main(folder: str = "") -> int:
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        print("PAGES NOT COMPARED: soffice or pdftotext is not here")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(folder or temporary)
        drafts = drafted(work, Path(__file__).parents[1] / "profiles")
        convert(drafts, work)
        equal = [compare(file, pages) for file, pages in drafts.items()]
    starts = [each for pages in equal for each in pages]
    counts = sum(len(each) == len(pages) for each, pages in zip(equal, drafts.values(), strict=True))
    print(f"{len(drafts)} drafts, {counts} with as many pages; {sum(starts)} of {len(starts)} page starts equal")
    return 0 if sum(starts) >= BAR * len(starts) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
