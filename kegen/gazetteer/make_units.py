"""Makes units.jsonl from the wheel of vietnamadminunits 1.0.4 (PyPI, MIT licence).

`pip download --no-deps vietnamadminunits==1.0.4`, then `python -m kegen.gazetteer.make_units WHEEL` writes it;
`--check` writes nothing and ends with 1 if the file is not what the wheel gives.

What the script does not take over from the wheel as it stands:

- the kind is read from the full name (`Xã Phong Điền`), not from the column `wardType`, which contradicts it for
  four units (Việt Hòa and Vĩnh Hòa of Hải Phòng, Tân Lộc and Phong Điền of Cần Thơ); the resolutions of 2025 and the
  list of the statistics office have the kind of the full name;
- the straight apostrophe of seven names (`Ea H'Leo`) becomes the one the statistics office writes (`Ea H’Leo`).

Codes, names and kinds were compared once with the list of the statistics office as PyPI's vietnam-provinces 2026.9.0
has it: the same 3,321, but for where the tone mark stands in ten names (`Hoà`; here always `Hòa`) and one small letter.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from kegen.country import PROVINCES
from kegen.gazetteer.units import key_of
from kegen.vietnamese import normalise

OUTPUT = Path(__file__).with_name("units.jsonl")
SOURCE = "vietnamadminunits 1.0.4 (PyPI, MIT), theo Quyết định 19/2025/QĐ-TTg"
COUNTS = {"xa": 2621, "phuong": 687, "dac-khu": 13}
"""How many of each kind there were on 01/7/2025."""

_DATABASE = "vietnamadminunits/data/dataset.db"
_QUERY = "SELECT provinceShort, ward, wardCode FROM admin_units ORDER BY wardCode"
_KINDS = {"Xã ": "xa", "Phường ": "phuong", "Đặc khu ": "dac-khu"}

Row = tuple[str, str, str]


def rows_of(wheel: Path) -> list[Row]:
    """Return province, full name and code of every unit in the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as archive:
            database = archive.extract(_DATABASE, folder)
        connection = sqlite3.connect(database)
        try:
            return connection.execute(_QUERY).fetchall()
        finally:
            connection.close()


def split_kind(full: str) -> tuple[str, str]:
    """Return the kind and the name alone of a full name such as `Đặc khu Cô Tô`."""
    return next((kind, full[len(word) :]) for word, kind in _KINDS.items() if full.startswith(word))


def units_lines(rows: list[Row]) -> str:
    """Return the text of units.jsonl: the source, then a line a province in the order of kegen.country.

    A unit is its code, name, kind and key.

    Raises ValueError where the rows are not the 34 provinces and the 3,321 units that the law made.
    """
    provinces: dict[str, list[tuple[str, str, str, str]]] = {name: [] for name in PROVINCES}
    for province, full, code in rows:
        kind, name = split_kind(" ".join(normalise(full).split()).replace("'", "’"))
        provinces.setdefault(normalise(province), []).append((code, name, kind, key_of(name)))
    _check(provinces)
    lines = [_compact({"source": SOURCE}), *(_compact(provinces[name]) for name in PROVINCES)]
    return "".join(f"{line}\n" for line in lines)


def _check(provinces: dict[str, list[tuple[str, str, str, str]]]) -> None:
    units = [unit for each in provinces.values() for unit in each]
    counts = Counter(kind for _, _, kind, _ in units)
    codes = {code for code, *_ in units}
    if set(provinces) != set(PROVINCES) or not all(provinces.values()):
        raise ValueError(f"not the 34 provinces: {sorted(set(provinces) ^ set(PROVINCES))}")
    if counts != COUNTS or len(codes) != len(units):
        raise ValueError(f"not the units of 01/7/2025: {dict(counts)}, {len(codes)} codes")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(arguments: list[str]) -> int:
    """Write units.jsonl, or with --check say whether it is what the wheel gives; return the exit code."""
    wheels = [Path(argument) for argument in arguments if argument != "--check"]
    if len(wheels) != 1:
        sys.stderr.write("make_units.py [--check] vietnamadminunits-1.0.4-py3-none-any.whl\n")
        return 2
    text = units_lines(rows_of(wheels[0]))
    if "--check" not in arguments:
        OUTPUT.write_text(text, encoding="utf-8", newline="\n")
        return 0
    same = OUTPUT.is_file() and OUTPUT.read_text(encoding="utf-8") == text
    sys.stdout.write(f"{OUTPUT.name}: {'đúng' if same else 'đã cũ'}\n")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
