"""Whether the page fits every unit: header between the margins, no name, date, number or symbol broken over a line.

Run it with the Python that has kegen installed: `python bench/pages.py [--plans N] [--widest N FOLDER]`. By the widths
of the font it holds the header of all communes, provinces and departments, at several dates, with a number and without,
with the unit word in the place name and without, against the cells of the shipped form. It then drafts the default
plan of every N-th commune and of each province and looks at each place where a line may break. `--widest` writes the
drafts of those whose headers are widest, to be looked at. It ends with 1 where it found anything.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import kegen
from kegen.country import PROVINCES, province_kind
from kegen.dates import PlanDate
from kegen.font_widths import width_mm
from kegen.gazetteer.units import units_of
from kegen.plan.model import Header, Plan
from kegen.plan.resolve import resolve_leniently
from kegen.template.context import context, header_values
from kegen.template.render import render

WORDS = {"tinh": "tỉnh", "thanh-pho": "thành phố", "xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
DATES = (PlanDate(2026), PlanDate(2026, 3, 5), PlanDate(2026, 12, 28))
NUMBERS = ("        ", "114", "1888")
DEPARTMENTS = {
    "Sở Nội vụ": "SNV",
    "Sở Văn hóa, Thể thao và Du lịch": "SVHTTDL",
    "Sở Nông nghiệp và Môi trường": "SNNMT",
    "Sở Dân tộc và Tôn giáo": "SDTTG",
    "Ban Quản lý các khu kinh tế và khu công nghiệp": "BQLKKT",
}
PAGE, LEFT, NEXT, LAST = 160.0, 62.0, 52.0, 39.5
"""The page, and where the cell of the number ends, in mm."""
APART = 1.1
"""Between two texts side by side, in mm: a blank of 13 pt. One header of 60,900 has no more."""


class Unit(NamedTuple):
    """A unit's level and name, and its province's name."""

    level: str
    name: str
    province: str

    @property
    def called(self) -> str:
        """The name after its unit word."""
        word = WORDS[self.level]
        return f"{word.capitalize() if self.name[0].isdigit() else word} {self.name}"


def communes() -> list[Unit]:
    return [Unit(each.kind, each.name, each.province) for province in PROVINCES for each in units_of(province)]


def provinces() -> list[Unit]:
    return [Unit(province_kind(each, DATES[-1]), each, each) for each in PROVINCES]


def headers() -> Iterator[tuple[Unit, Header]]:
    """Yield every header to be held against the form."""
    for unit in (*communes(), *provinces()):
        for date in DATES:
            for place in (unit.name, unit.called[0].upper() + unit.called[1:]):
                for number in NUMBERS:
                    line = f"{place}, {date.line()}"
                    names = ("ỦY BAN NHÂN DÂN", unit.called.upper())
                    yield unit, Header("", names, f"Số: {number}/KH-UBND", line)
    for unit in provinces():
        for name, short in DEPARTMENTS.items():
            for date in DATES:
                place = "Thành phố Hồ Chí Minh" if unit.name == "Hồ Chí Minh" else unit.name
                line = f"{place}, {date.line()}"
                parent = f"UBND {unit.called}".upper()
                yield unit._replace(level="so"), Header(parent, (name.upper(),), f"Số: {NUMBERS[-1]}/KH-{short}", line)


def header_faults(unit: Unit, header: Header) -> Iterator[str]:
    """Yield what does not fit of a header in the shipped form."""
    values = header_values(header)
    small, issuer = bool(values["header_small"]), cast("tuple[str, ...]", values["issuer"])
    size = 12 if small else 13
    parent, names = str(values["parent"]).split("\n"), [line for name in issuer for line in name.split("\n")]
    widths = [*(width_mm(line, size) for line in parent), *(width_mm(line, size, "bold") for line in names)]
    widest = max(widths)
    motto = width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size, "bold")
    if (LEFT - widest) / 2 + (PAGE - LEFT - motto) / 2 < APART or widest > LEFT:
        yield f"names {widest:.1f} mm"
    end = LAST if values["date_widest"] else NEXT if values["date_wide"] else LEFT
    number = width_mm(str(values["number"]), 13)
    date = width_mm(str(values["place_and_date"]), 13 if small else 14, "italic")
    if number > end or date > PAGE - end:
        yield f"number {number:.1f} of {end}, date {date:.1f} of {PAGE - end}"
    apart = (PAGE - number - date) / 2
    if apart < APART:
        yield f"number and date {apart:.1f} mm apart"
    if unit.level != "so" and not any(unit.name.upper() in line for line in names):
        yield f"the name is broken: {names}"


def width_of(header: Header) -> float:
    """Return how wide the names and the date line are together, to find the widest."""
    return width_mm(header.issuer[-1], 13, "bold") / LEFT + width_mm(header.place_and_date, 13, "italic") / PAGE


SPANS = re.compile(
    r"[\w/]*-[\w/-]+|ngày (?:\d|…)\S*(?: tháng \S+ năm \d{4})?|\d+ tháng \d+ năm \d{4}|tháng \d+(?: năm \d{4})?"
    r"|[Qq]uý [IVX]+(?: năm \d{4}|/\d{4})?|năm \d{4}|(?<!\w)số \S*\d\S*|\d+(?:,\d+)? ?%|[≥≤] ?\d+|Điều \d+|khoản \d+"
    r"|Thủ tướng|Chính phủ|Ban Bí thư|Bộ Chính trị|Quốc hội|Ủy ban|Hội đồng|\d{4} [-–] \d{4}|Hồ Chí Minh|Hà Nội"
)
"""What must not break, said anew: not by the words that the form itself goes by."""


def text_faults(plain: str, firm: str, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield each name, date and number in which a line of the firm text may still break."""
    if len(plain) != len(firm):
        yield f"another length: {plain[:40]}"
    spans = [found.span() for found in SPANS.finditer(plain)]
    spans += [found.span() for name in names for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain)]
    for start, end in spans:
        if re.search(r"[ -]", firm[start:end]):
            yield firm[start:end]


def plan_faults(plan: Plan, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what may break in the title and the body of a plan."""
    values: dict[str, object] = context(plan)
    yield from text_faults(plan.title, str(values["title"]), names)
    paragraphs = (*plan.opening, *plan.body, *plan.closing)
    for paragraph, line in zip(paragraphs, values["body"], strict=True):  # type: ignore[call-overload]
        yield from text_faults(paragraph.text, line.text, names)


def plan_of(unit: Unit, folder: Path) -> Plan:
    """Return the default plan of a unit, with an annex."""
    facts = {"level": unit.level, "name": unit.name}
    if unit.level not in ("tinh", "thanh-pho"):
        facts["province"] = unit.province
    above = {"number": "144/KH-UBND", "date": "21/4/2026"}
    offices = [{"name": "Văn phòng HĐND và UBND", "short": "VP", "roles": ["van-phong", "dau-moi"]}]
    profile = {"unit": facts, "parent_plan": above, "date": "28/12/2026", "annex": "có", "departments": offices}
    file = folder / "unit.yaml"
    file.write_text(json.dumps(profile, ensure_ascii=False), "utf-8")
    return resolve_leniently(kegen.load(file))


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--plans", type=int, default=10)
    cli.add_argument("--widest", nargs=2, metavar=("N", "FOLDER"))
    args = cli.parse_args()
    found, count, widest = 0, 0, {}
    for unit, header in headers():
        count += 1
        if unit.level != "so":
            widest[unit] = max(widest.get(unit, (0.0, header)), (width_of(header), header))
        for fault in header_faults(unit, header):
            found += 1
            print(unit.called if unit.level != "so" else header.issuer, header.number, header.place_and_date, fault)
    print(f"{count} headers, {found} faults")
    with tempfile.TemporaryDirectory() as name:
        chosen = (*communes()[:: args.plans], *provinces())
        for unit in chosen:
            for fault in plan_faults(plan_of(unit, Path(name)), (unit.called,)):
                found += 1
                print(unit.called, fault)
        print(f"{len(chosen)} plans, {found} faults in all")
        if args.widest:
            write_widest(sorted(widest.items(), key=lambda each: -each[1][0])[: int(args.widest[0])], Path(name), args)
    sys.exit(found > 0)


def write_widest(widest: list[tuple[Unit, tuple[float, Header]]], folder: Path, args: argparse.Namespace) -> None:
    for at, (unit, (_, header)) in enumerate(widest, 1):
        plan = plan_of(unit, folder)
        Path(args.widest[1], f"{at:02}.docx").write_bytes(render(plan._replace(header=header)))


if __name__ == "__main__":
    main()
