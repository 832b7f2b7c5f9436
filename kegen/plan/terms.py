"""The names that the wordings of a pack may use, beside its own terms: facts of the unit, and functions."""

from __future__ import annotations

from collections.abc import Mapping

from kegen.dates import PlanDate
from kegen.pack.model import ByLevel
from kegen.plan.citing import Citer
from kegen.plan.offices import Offices
from kegen.plan.problems import ProfileProblems
from kegen.plan.timing import ReportingDays, soon, working_year
from kegen.plan.unit import UnitLevel, UnitNames
from kegen.plan.wording import Context, WordingRenderer
from kegen.vietnamese import nearest

_IN_WORDS = ("month", "quarter", "event")
"""The reports whose days are given in words."""


def unit_facts(
    level: UnitLevel, names: UnitNames, parent: tuple[str, str], issued: PlanDate, days: ReportingDays
) -> Context:
    """Return the names of the unit, kind and issuer of the plan above, the time of the plan, days of its reports."""
    return {
        "level": level.name,
        "tier": level.tier,
        "area": names.area,
        "unit": names.unit,
        "province_area": names.province_area,
        "province_unit": names.province_unit,
        "parent_body": names.parent_body,
        "parent_kind": parent[0],
        "parent_issuer": parent[1],
        "year": working_year(issued),
        "soon": soon(issued),
        "half_year": days.half_year,
        "year_end": days.year,
        "units_half_year": days.units.half_year,
        "units_year_end": days.units.year,
        **{name: getattr(days, name) for name in _IN_WORDS},
        **{f"units_{name}": getattr(days.units, name) for name in _IN_WORDS},
    }


def choose_terms(
    packed: Mapping[str, ByLevel],
    own: Mapping[str, str],
    level: UnitLevel,
    renderer: WordingRenderer,
    problems: ProfileProblems,
) -> Context:
    """Return each term of the pack, in the profile's own words where it has some; notes terms that the pack has not."""
    for name in own:
        if name not in packed:
            near = nearest(name, packed)
            known = (_with_text(each, level.choose(packed[each])) for each in packed)
            hint = f"có phải là “{near}”?" if near else f"các từ: {', '.join(known)}"
            problems.key_error(("terms", name), "tu-la", f"bộ mẫu không có từ “{name}”; {hint}")
    shipped = {
        name: renderer.term(text) for name, choices in packed.items() if (text := level.choose(choices)) is not None
    }
    return shipped | {name: renderer.own_term(name, text) for name, text in own.items() if name in packed}


def _with_text(name: str, text: str | None) -> str:
    """Return a term with what it stands for, where that is a text of its own."""
    return f"{name} (“{text}”)" if text and "{" not in text else name


def functions_of(citer: Citer, offices: Offices, figures: Mapping[str, str]) -> Context:
    """Return the functions that cite a document, name an office by its role and give a target as sentences write it."""
    return {"cite": citer.cite, "office": offices.title, "target": figures.__getitem__}
