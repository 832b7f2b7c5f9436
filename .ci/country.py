"""The test country: a plan for each of the 34 provinces, and by `kegen cascade` one for each of the 3,321 units.

`python .ci/country.py VALIDATOR [FOLDER]`: every draft is checked, none may have an error; the OOXML validator looks at
all names with `’`, `&`, `đ`, the longest and the shortest, and others spread over the country.
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from validate import errors_in

from kegen.cascade.province import slug
from kegen.cascade.result import Status, UnitResult
from kegen.cascade.run import Request, cascade
from kegen.country import PROVINCES, province_kind
from kegen.dates import PlanDate
from kegen.drafting.draft import DraftOptions
from kegen.drafting.pool import all_cores
from kegen.gazetteer.units import units_of

UNITS = 3321
DATE = PlanDate(2026, 10, 1)
SPREAD = 40
"""Besides the names that are looked for, so many are taken at even distances."""
PROFILE = """\
directive: qd-534
unit: {{level: {level}, name: {name}}}
terms: {{below: "{below}"}}
signer: {{position: CHỦ TỊCH, name: Nguyễn Văn An}}
number: {number}
date: 01/10/2026
"""
OFFICE = '"Phòng Kinh tế & Hạ tầng (KT&HT): đầu mối, tuyên truyền"'


def profile_of(province: str, number: int, folder: Path) -> Path:
    """Write the profile of a province."""
    islands = any(unit.kind == "dac-khu" for unit in units_of(province))
    below = "các xã, phường, đặc khu" if islands else "các xã, phường"
    level = province_kind(province, DATE)
    file = folder / f"{slug(level, province)}.yaml"
    file.write_text(PROFILE.format(level=level, name=province, below=below, number=number), encoding="utf-8")
    return file


def drafted(profile: Path, units: Path | None = None) -> list[tuple[Path, UnitResult]]:
    """Draft all units of the province, or those of the list, each told apart by its file."""
    target = profile.with_suffix("") if units is None else units.with_suffix("")
    done = cascade(Request(profile, target, units, all_cores(), DraftOptions(lasting=False)))
    for problem in done.problems:
        print(problem)
    return [(target / result.draft, result) for result in done.results]


def marked(folder: Path) -> list[tuple[Path, UnitResult]]:
    """Draft the units with `’` once more, with offices that have `&` and a signer that has `’`."""
    found = []
    for province in PROVINCES:
        names = [unit.name for unit in units_of(province) if "’" in unit.name]
        if names:
            profile = profile_of(province, 7, folder)
            units = folder / f"rieng-{slug('', province)}.csv"
            rows = (f"{name};H’Hen Niê;{OFFICE}" for name in names)
            units.write_text("\n".join(("Tên;Người ký;Cơ quan", *rows)), encoding="utf-8")
            found += drafted(profile, units)
    return found


def sample(all_drafts: list[tuple[Path, UnitResult]]) -> list[Path]:
    """Return the drafts for the validator."""
    by_length = sorted(all_drafts, key=lambda each: len(each[1].unit))
    told = [file for file, result in all_drafts if set("’&đ") & set(result.unit.lower().removeprefix("đặc khu"))]
    ends = [file for file, _ in (*by_length[:5], *by_length[-5:])]
    spread = [file for file, _ in all_drafts[:: max(1, len(all_drafts) // SPREAD)]]
    return list(dict.fromkeys((*told, *ends, *spread)))


def wrong(all_drafts: list[tuple[Path, UnitResult]]) -> list[str]:
    """Return what each draft with an error has wrong."""
    return [
        f"{file}: {result.status}: {result.obstacle} {[str(each) for each in result.problems]}"
        for file, result in all_drafts
        if result.status is not Status.DONE or result.errors
    ]


def look(validator: str, folder: Path) -> int:
    """Draft the country into the folder and judge it; return the exit code."""
    start = time.perf_counter()
    everything = [each for n, name in enumerate(PROVINCES, 1) for each in drafted(profile_of(name, n, folder))]
    seconds = time.perf_counter() - start
    print(f"{len(everything)} units of {len(PROVINCES)} provinces in {seconds:.0f} s, {all_cores()} jobs, checked")
    special = marked(folder)
    faults = wrong([*everything, *special])
    print("\n".join(faults[:20]), f"{len(faults)} drafts with an error", sep="\n" if faults else "")
    files = [*sample(everything), *(file for file, _ in special)]
    with ThreadPoolExecutor(all_cores()) as pool:
        judged = zip(files, pool.map(partial(errors_in, validator), files), strict=True)
        invalid = {file: found for file, found in judged if found}
    for file, found in list(invalid.items())[:20]:
        print(file, found)
    print(f"{len(files)} files for the validator, {len(invalid)} invalid")
    sound = len(everything) == UNITS and len(special) > 0 and len(files) >= 100  # noqa: PLR2004 - what the issue asks
    return 0 if sound and not faults and not invalid else 1


def main(validator: str, folder: str | None = None) -> int:
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        return look(validator, Path(folder))
    with tempfile.TemporaryDirectory() as name:
        return look(validator, Path(name))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
