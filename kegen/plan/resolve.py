"""Profile + pack → Plan: every word, date and mark decided, or every problem told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kegen.dates import PlanDate
from kegen.pack.read import pack_named, read_pack
from kegen.plan.annex import MENTION, make_annex
from kegen.plan.blanks import list_blanks
from kegen.plan.case import Case
from kegen.plan.citing import Citer
from kegen.plan.documents import gather_documents
from kegen.plan.laid import lay_out
from kegen.plan.layout import Layout
from kegen.plan.model import Covered, LeftOut, Paragraph, Plan
from kegen.plan.offices import Offices, assign_offices
from kegen.plan.opening import make_opening
from kegen.plan.outline import Outline, pack_outline
from kegen.plan.recipients import make_recipients
from kegen.plan.revise import revise
from kegen.plan.signature import make_signature
from kegen.plan.standing import make_standing
from kegen.plan.targets import set_targets, written
from kegen.plan.timing import Days, check_dates, reporting_days
from kegen.plan.unit import UnitNames, issuer_of, make_header, name_unit
from kegen.plan.wording import Term, Wordsmith
from kegen.problem import Invalid, KegenError, Severity
from kegen.profile.read import Loaded, load
from kegen.profile.unit import Department, ParentPlan
from kegen.source.tree import Tree
from kegen.vietnamese import nearest

_BLANK_NUMBER = " " * 8


def resolve(loaded: Loaded) -> Plan:
    """Return the plan that the profile asks for; raises Invalid with every problem where it cannot be drafted."""
    plan = examine(loaded)
    if any(p.severity is Severity.ERROR for p in plan.warnings):
        raise Invalid(plan.warnings)
    return plan


def examine(loaded: Loaded, below: tuple[Path, ...] = ()) -> Plan:
    """Return the plan as far as the profile makes one: its problems, errors too, are the plan's warnings.

    `below` are the profiles being resolved, each of which takes the next as the plan above it.
    """
    case = _case(loaded)
    case.problems += loaded.problems
    parent = loaded.profile.parent_plan
    if parent and (parent.plan or parent.profile):
        _take_above(case, parent, below)
    return _resolve(case)


def _take_above(case: Case, parent: ParentPlan, below: tuple[Path, ...]) -> None:
    """Take the plan above as data, with what it orders this unit to do."""
    from kegen.plan.above import take_above  # noqa: PLC0415 - few profiles name a file
    from kegen.plan.orders import orders_to  # noqa: PLC0415 - the same

    case.above = take_above(case, parent, below, _resolve_above)
    if case.above is not None:
        case.orders = orders_to(case, case.above.plan)


def _resolve_above(file: Path, below: tuple[Path, ...]) -> tuple[Plan, Tree]:
    loaded = load(file)
    plan = examine(loaded, below)
    if any(p.severity is Severity.ERROR for p in plan.warnings):
        raise Invalid(p for p in plan.warnings if p.severity is Severity.ERROR)
    return plan, loaded.tree


def _case(loaded: Loaded) -> Case:
    try:
        name = pack_named(loaded.profile.directive)
        return Case(loaded, read_pack(name).pack, name)
    except Invalid:
        raise
    except KegenError as unknown:
        problem = loaded.tree.problem(("directive",), "bo-mau-la", str(unknown))
        raise Invalid((*loaded.problems, problem)) from None


def _resolve(case: Case) -> Plan:
    names = name_unit(case)
    check_dates(case)
    number = _number(case)
    smith = Wordsmith(case)
    reporting = reporting_days(case)
    _set_terms(case, smith, names, reporting)
    offices = assign_offices(case, _default_offices(case, smith))
    targets = set_targets(case)
    citer = Citer(gather_documents(case, names, smith))
    figures = {name: written(target) for name, target in targets.items()}
    _set_functions(case, smith, citer, offices, figures)
    outline = pack_outline(case)
    if case.orders and not case.leaves_body:
        from kegen.plan.orders import offer  # noqa: PLC0415 - the same

        offer(outline, case.orders)
    revise(case, outline)

    with citer.aside():
        title = smith.written(case.profile.title, case.choose(case.pack.plan_title) or "", ("title",))
    opening = make_opening(case, citer, smith)
    layout = Layout(case, smith, citer, offices, figures)
    body, tasks = lay_out(layout, outline)
    closing = smith.written(case.profile.closing, case.choose(case.pack.closing) or "", ("closing",))
    header = make_header(case, names, number, case.profile.date or PlanDate(case.year))
    recipients = make_recipients(case, smith, offices, tasks)
    signature = make_signature(case)
    smith.note_unused()
    coverage: tuple[Covered, ...] = ()
    if case.above is not None:
        from kegen.plan.coverage import cover, warn_of_open  # noqa: PLC0415 - the same

        coverage = cover(case, outline, targets, body, tasks)
        warn_of_open(case, coverage)
    annexed = case.profile.annex
    plan = Plan(
        header=header,
        kind="KẾ HOẠCH",
        title=title,
        opening=tuple(opening),
        body=body,
        closing=(*((MENTION,) if annexed else ()), Paragraph("doan", closing.rstrip(" ./") + "./.")),
        recipients=recipients,
        signature=signature,
        annex=make_annex(header, issuer_of(case, names), tasks) if annexed else None,
        tasks=tasks,
        targets=tuple(targets.values()),
        left_out=tuple(_told(case, outline, smith)),
        blanks=list_blanks(case, offices),
        unit_name=names.committee("Ủy ban nhân dân"),
        issued=_issued(case),
        standing=make_standing(case, names, header, citer, reporting),
        coverage=coverage,
        warnings=tuple(sorted(set(case.problems))),
    )
    smith.finish()
    return plan


def _told(case: Case, outline: Outline, smith: Wordsmith) -> Iterator[LeftOut]:
    """Yield what is left out, in the words it would have had."""
    for each in outline.left_out:
        what = smith.render(each.what) if each.what else case.orders[each.id].wording
        yield LeftOut(each.id, what, each.reason)


def _issued(case: Case) -> str:
    date = case.profile.date
    return date.iso() if date else ""


def _number(case: Case) -> str:
    """Return the order number, two digits at least (NĐ 30, Phụ lục I, II.3.c), or blanks for it."""
    said = case.profile.number
    if said is None:
        return _BLANK_NUMBER
    digits = said.partition("/")[0].strip()
    if not re.fullmatch(r"\d{1,5}", digits) or int(digits) == 0:
        case.error(("number",), "sai-so", f"“{said}” không phải là số của kế hoạch; hãy chỉ ghi số, ví dụ number: 114")
        return _BLANK_NUMBER
    return f"{int(digits):02}"


def _set_terms(case: Case, smith: Wordsmith, names: UnitNames, reporting: Days) -> None:
    half_year, year_end = reporting
    smith.context |= {
        "level": case.level,
        "tier": case.tier,
        "area": names.area,
        "unit": names.unit,
        "province_area": names.province_area,
        "province_unit": names.province_unit,
        "year": case.year,
        "half_year": half_year,
        "year_end": year_end,
    }
    for name, choices in case.pack.terms.items():
        wording = case.choose(choices)
        own = case.profile.terms.get(name)
        if own is not None:
            smith.context[name] = own
        elif wording is not None:
            smith.context[name] = smith.term(wording)
    for name in case.profile.terms:
        if name not in case.pack.terms:
            near = nearest(name, case.pack.terms)
            hint = f"có phải là “{near}”?" if near else f"các từ: {', '.join(case.pack.terms)}"
            case.key_error(("terms", name), "tu-la", f"bộ mẫu không có từ “{name}”; {hint}")
    smith.context["issuer"] = Term(lambda: issuer_of(case, names, str(smith.context["committee"])))


def _default_offices(case: Case, smith: Wordsmith) -> tuple[Department, ...]:
    offices = case.defaults.departments
    return tuple(
        each.model_copy(update={"name": smith.render(each.name)}) if "{" in each.name else each for each in offices
    )


def _set_functions(case: Case, smith: Wordsmith, citer: Citer, offices: Offices, targets: dict[str, str]) -> None:
    def office(role: str) -> str:
        found = offices.get(role)
        return found.name if found else case.pack.roles[role].title

    smith.context |= {"cite": citer.cite, "office": office, "target": targets.__getitem__}
