"""Profile + pack → Plan: every word, date and mark decided, or every problem told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path as FilePath
from typing import NamedTuple

from kegen.country import official_name
from kegen.dates import DateStyle
from kegen.pack.model import LevelDefaults, Pack
from kegen.plan.above import PlanAbove, TakenAbove, take_above
from kegen.plan.accepting import accept
from kegen.plan.annexes import (
    AnnexMaker,
    ChosenAnnex,
    choose_annexes,
    mention,
    mention_rest,
    refer_to_annex,
    reference_line,
    tells_tasks,
)
from kegen.plan.basis_lines import (
    LineForm,
    check_opening,
    lay_out_lines,
    named_in_lines,
    typed_lines,
    usual_lines,
    write_lines,
)
from kegen.plan.blanks import list_blanks
from kegen.plan.citing import Cited, Citer
from kegen.plan.coverage import cover_orders, cover_targets, left_out_targets, place_open, warn_of_open
from kegen.plan.documents import (
    PARENT,
    DocumentGatherer,
    ParentDocument,
    links_above,
    links_of,
    note_changed_facts,
    note_uncited,
)
from kegen.plan.edits import Editor, TaskNames, note_of_other_levels
from kegen.plan.emphasis import Anchors, mark
from kegen.plan.layout import Layout, PlanBody, body_style, ended
from kegen.plan.model import (
    KIND,
    Covered,
    Header,
    LeftOut,
    Link,
    Order,
    Paragraph,
    Plan,
    PlanIdentity,
    Signature,
    Target,
    printed_text,
)
from kegen.plan.offices import DRAFTER, Offices, assign_offices, note_idle
from kegen.plan.opening import OpeningStyle, check_bases, cite_bases, describe_proposal, make_opening, usual_bases
from kegen.plan.orders import ParentDeadlines, offer, orders_to, warn_of_copied
from kegen.plan.outline import Omission, Outline, pack_outline
from kegen.plan.parent_facts import check_parent, issuer_above, lacks_parent
from kegen.plan.places import LocalFacts, local_facts, note_doubts
from kegen.plan.problems import ProfileProblems
from kegen.plan.recipients import (
    UsualRecipient,
    archive_of,
    make_recipients,
    recipient_lines,
    usual_recipients,
)
from kegen.plan.signature import make_signature
from kegen.plan.tables import TableMaker
from kegen.plan.target_edits import FigureEdits
from kegen.plan.targets import (
    OwnTargets,
    note_past_years,
    of_the_unit,
    offered_targets,
    ordered_targets,
    set_targets,
    with_values,
)
from kegen.plan.terms import choose_terms, functions_of, unit_facts
from kegen.plan.timing import (
    PlanDates,
    ReportingDays,
    by,
    check_dates,
    note_edited_days,
    note_unprinted,
    note_unprinted_above,
    reporting_days,
)
from kegen.plan.unit import (
    WORDS,
    IssuedBy,
    UnitLevel,
    UnitNames,
    head_title,
    issuer_of,
    make_header,
    name_unit,
    order_number,
)
from kegen.plan.which_pack import pack_of
from kegen.plan.which_unit import settle_unit
from kegen.plan.wording import Term, WordingRenderer
from kegen.problem import Invalid, KegenError, Problem, Severity
from kegen.profile.bases import Bases, BasisLine
from kegen.profile.body import Style, Task
from kegen.profile.model import OWN_OUTLINE, Profile
from kegen.profile.read import Loaded, load
from kegen.profile.scalars import AS_TYPED, is_none
from kegen.profile.unit import Department, ParentPlan, Unit
from kegen.vietnamese import upper_first
from kegen.yaml_text.tree import Path, Tree


class ResolveContext(NamedTuple):
    """What a plan is resolved from; no step outside this module takes it whole."""

    profile: Profile
    """As written, but what it says of the plan above completed by that plan itself."""
    pack: Pack
    directive: str
    """The name of the pack."""
    problems: ProfileProblems
    above: TakenAbove
    orders: dict[str, Order]
    """What the plan above orders this unit to do, by id."""

    @property
    def plan_above(self) -> PlanAbove | None:
        """The plan above, where the profile names its file."""
        return self.above.found

    @property
    def level(self) -> UnitLevel:
        """The unit's level."""
        return UnitLevel(self.profile.unit.level)

    @property
    def usual(self) -> LevelDefaults:
        """What the pack says of plans of this level."""
        return self.level.at_level(self.pack.levels) or LevelDefaults()

    @property
    def dates(self) -> PlanDates:
        """The dates of the last link of the chain, of the plan above and of the plan."""
        return _dates(self.profile, self.pack)

    @property
    def date_style(self) -> DateStyle:
        """How the plan writes dates."""
        return self.profile.style.dates or self.usual.style.dates or "ngan"

    @property
    def is_published(self) -> bool:
        """Whether the plan has the words of the published plans, not those of its level."""
        return (self.profile.style.wording or self.usual.style.wording) == "da-ban-hanh"

    @property
    def issued_by(self) -> IssuedBy:
        """Whether the committee as a body or its Chairman issues the plan."""
        return self.profile.issued_by or self.usual.issued_by

    @property
    def links(self) -> list[Link]:
        """The chain of documents above the plan above, where its file tells it."""
        return links_above(self.plan_above.plan.standing.chain) if self.plan_above else []


class Resolution(NamedTuple):
    """A plan as far as its profile makes one, with what it was made of: for those who show how it comes about."""

    plan: Plan
    profile: Profile
    """As written, with what the plan above and the list of units say where it says nothing."""
    pack: Pack
    usual: LevelDefaults
    issued_by: IssuedBy
    outline: Outline
    """As the profile changes it."""
    offices: Offices
    usual_offices: tuple[Department, ...]
    """The offices that units of the level have, under their names in this unit."""
    recipients: dict[str, UsualRecipient]
    """The pack's recipients, by id."""
    offered: dict[str, str]
    """The words of what the plan does not take and could, by id."""
    paths: dict[Problem, Path]
    """Which value of the profile a problem is about, where that is known."""
    above: Plan | None = None
    """The plan above, where the profile names its file."""


def resolve(loaded: Loaded) -> Plan:
    """Return the plan that the profile asks for; raises Invalid with every problem where it cannot be drafted."""
    plan = resolve_leniently(loaded)
    if any(p.severity is Severity.ERROR for p in plan.warnings):
        raise Invalid(plan.warnings)
    return plan


def resolve_leniently(loaded: Loaded, below: tuple[FilePath, ...] = ()) -> Plan:
    """Return the plan as far as the profile makes one: its problems, errors too, are the plan's warnings.

    `below` are the profiles being resolved, each of which takes the next as the plan above it.
    """
    return _resolve(_context(loaded, below)).plan


def resolve_with_parts(loaded: Loaded) -> Resolution:
    """Return the plan as `resolve_leniently` does, with what it was made of and what it could take yet."""
    return _resolve(_context(loaded, ()), offers=True)


def _context(loaded: Loaded, below: tuple[FilePath, ...]) -> ResolveContext:
    problems = ProfileProblems(loaded.tree, loaded.problems)
    above = take_above(loaded, below, _resolve_above, problems)
    directive, pack = pack_of(loaded, above.found, problems)
    profile = loaded.profile.model_copy(update={"parent_plan": above.parent})
    unit = settle_unit(profile.unit, _dates(profile, pack), problems)
    profile = profile.model_copy(update={"unit": unit})
    orders = orders_to(profile.unit, above.found.plan) if above.found else {}
    return ResolveContext(profile, pack, directive, problems, above, orders)


def _dates(profile: Profile, pack: Pack) -> PlanDates:
    """Return the dates of the last link of the chain, of the plan above and of the plan."""
    dates = [date for link in pack.chain if (date := pack.documents[link].date)]
    parent = profile.parent_plan
    return PlanDates(max(dates, default=None), parent.date if parent else None, profile.date)


def _resolve_above(file: FilePath, below: tuple[FilePath, ...]) -> tuple[Plan, Tree]:
    loaded = load(file)
    plan = resolve_leniently(loaded, below)
    if any(p.severity is Severity.ERROR for p in plan.warnings):
        raise Invalid(p for p in plan.warnings if p.severity is Severity.ERROR)
    return plan, loaded.tree


def _resolve(context: ResolveContext, *, offers: bool = False) -> Resolution:
    """Take all steps, each after those whose mentions of documents come before its own."""
    profile, pack, level, problems = context.profile, context.pack, context.level, context.problems
    above = context.plan_above
    _check_dates(context)
    check_parent(profile, pack, level.tier, problems)
    _check_of_no_effect(profile, level, problems)
    chosen = choose_annexes(profile, pack.annexes, level, problems)
    _check_style(context, chosen)
    names = name_unit(profile.unit, level, context.dates)
    days = _reporting_days(context)
    outline = _outline(context, days)
    ordered = ordered_targets(pack.targets, above)
    edits = FigureEdits(with_values(ordered, profile.targets), problems)
    edits.of_items(outline)
    replacing = edits.settled(profile.replace, ordered, ("replace",))
    own = OwnTargets(edits.targets(profile.targets), edits.paths())
    targets = set_targets(ordered, own, above, problems)
    local = local_facts(pack, level, names, profile.unit.name)
    renderer = WordingRenderer(context.directive, replacing, problems)
    _name_terms(context, names, days, local, renderer)
    usual_offices = _usual_offices(context, renderer)
    offices = assign_offices(profile.departments, usual_offices, (names.unit, names.area), pack.roles, problems)
    outline.without_helping_itself(offices)
    citer = Citer(_documents(context, names, renderer))
    renderer.context |= functions_of(citer, offices, {name: target.written for name, target in targets.items()})

    with citer.separate_text():
        title = renderer.written(profile.title, level.choose(pack.plan_title) or "", ("title",))
    opening = _marked(_opening(context, citer, renderer), profile.bases, problems)
    deadlines = ParentDeadlines(above, context.orders, context.dates.earliest, problems)
    layout = Layout(_body_style(context), renderer, citer, offices, deadlines)
    body = layout.lay_out(outline)
    annexes = AnnexMaker(chosen, TableMaker(body.tasks, problems), renderer)
    if profile.annex and not (context.is_published or profile.outline == OWN_OUTLINE):
        body = refer_to_annex(body, renderer, annexes.labels()[0])
    left_out = {each.id: each for each in left_out_targets(profile.targets, targets, outline, body, problems)}
    body = body.without_targets(left_out)
    body, closing = _close(context, renderer, body, annexes)
    number = order_number(profile.number, profile.unit, problems)
    header = make_header(profile.unit, names, number, context.dates.issued)
    recipients = usual_recipients(pack.recipients, level, local, offices, renderer)
    plan = Plan(
        header=header,
        kind="KẾ HOẠCH",
        title=title,
        opening=opening,
        body=body.paragraphs,
        closing=closing,
        recipients=_recipients(context, recipients, offices, body),
        signature=_signature(context),
        tasks=body.tasks,
        targets=of_the_unit({**offered_targets(ordered, above), **targets}, left_out, own.given, outline),
        left_out=(*_left_out(outline, renderer), *left_out.values()),
        blanks=list_blanks(profile, offices.get(DRAFTER)),
        unit_name=names.committee("Ủy ban nhân dân"),
        issued=profile.date.iso() if profile.date else "",
        standing=_identity(context, names, header, citer, days),
        coverage=_coverage(context, outline, targets, body),
        annexes=annexes.make(lambda: reference_line(header, issuer_of(names, context.issued_by), renderer)),
    )
    printed = "\n".join(printed_text(plan))
    warn_of_copied(outline, context.orders, above.plan.targets if above else (), level.name, problems)
    _note_of_no_use(context, offices, printed)
    note_doubts(local, profile, printed, renderer, problems)
    renderer.note_unused(printed, (*header.issuer, header.parent, header.place_and_date, *plan.signature.lines))
    offered = _offered(outline, renderer) if offers else {}
    renderer.finish()
    accepted = accept(profile.accept, problems)
    return Resolution(
        plan=plan._replace(accepted=accepted, warnings=tuple(sorted(set(problems.found)))),
        profile=profile,
        pack=pack,
        usual=context.usual,
        issued_by=context.issued_by,
        outline=outline,
        offices=offices,
        usual_offices=usual_offices,
        recipients=recipients,
        offered=offered,
        paths=dict(problems.paths),
        above=above.plan if above else None,
    )


def _note_of_no_use(context: ResolveContext, offices: Offices, printed: str) -> None:
    """Note what the profile says of offices, of reports and of documents that nothing printed tells."""
    profile, level, problems = context.profile, context.level, context.problems
    note_idle(profile.departments, offices, printed, problems)
    note_unprinted(profile.reporting, level.tier, printed, problems)
    note_unprinted_above(profile.reporting, profile.parent_plan, printed, problems)
    is_usual = level.tier != "cap-tinh" or not context.pack.chain
    note_uncited(profile, context.pack.documents, printed, problems, above_is_usual=is_usual)


def _offered(outline: Outline, renderer: WordingRenderer) -> dict[str, str]:
    """Return the words that the items at hand would have, by id; of one whose words this plan cannot fill none."""
    found = {}
    for name, item in outline.spare.items():
        with suppress(KegenError):
            found[name] = item.wording if item.own else renderer.filled_in(item.wording)
    return found


def _close(
    context: ResolveContext, renderer: WordingRenderer, body: PlanBody, annexes: AnnexMaker
) -> tuple[PlanBody, tuple[Paragraph, ...]]:
    """Return body and closing, the last paragraph of both ended by `./.` (NĐ 30, Mẫu 1.4); there may be no closing."""
    wording = context.level.choose(context.pack.closing) or ""
    own = context.profile.closing
    text = "" if is_none(own if isinstance(own, str) else wording) else renderer.written(own, wording, ("closing",))
    references = _references(context, renderer, annexes, "\n".join((*(each.text for each in body.paragraphs), text)))
    last = (Paragraph("doan", text),) if text else ()
    closing = (*references, *last)
    if closing:
        return body, _faced_closing(context, (*closing[:-1], ended(closing[-1])))
    _faced_closing(context, ())
    return body._replace(paragraphs=(*body.paragraphs[:-1], *map(ended, body.paragraphs[-1:]))), ()


def _faced_closing(context: ResolveContext, closing: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the closing with the words that stand out in it; notes those that it has not."""
    anchors = Anchors({}, context.profile.closing_emphasis or {}, (), "lời kết", "closing_emphasis")
    marked = mark(anchors, [each.text for each in closing], context.problems)
    return tuple(each._replace(spans=own.spans) for each, own in zip(closing, marked, strict=True))


def _references(
    context: ResolveContext, renderer: WordingRenderer, annexes: AnnexMaker, text: str
) -> tuple[Paragraph, ...]:
    """Return what the end of the text says of annexes that it does not speak of elsewhere (Phụ lục I, III.1.a)."""
    if context.profile.outline == OWN_OUTLINE:
        return ()
    if context.profile.annexes or context.pack.annexes:
        return tuple(mention_rest(annexes.labels(), annexes.titles(), text))
    return (mention(renderer),) if context.profile.annex and context.is_published else ()


def _body_style(context: ResolveContext) -> dict[str, str]:
    """Return how the items stand; an outline of the profile's own follows no habit of the level."""
    is_own = context.profile.outline == OWN_OUTLINE
    return body_style(context.profile.style, Style() if is_own else context.usual.style)


def _check_style(context: ResolveContext, annexes: Sequence[ChosenAnnex]) -> None:
    """Note a style by which offices have the numbers of the sections, or nobody is named who is to do the work."""
    if context.profile.style.group_marks == "1.":
        message = "dấu nhóm “1.” trùng với số của khoản ở trên nó; hãy ghi group_marks: a), hoặc bỏ dòng này"
        context.problems.error(("style", "group_marks"), "dau-trung", message)
    tabled = any(tells_tasks(each.spec) for each in annexes)
    if context.profile.style.grouping == "phang" and not (tabled or context.is_published):
        message = (
            "cách nhóm phang không nêu tên cơ quan mà kế hoạch không kèm Phụ lục, nên không rõ việc nào của ai;"
            " hãy ghi theo-co-quan hoặc trong-cau, hoặc thêm annex: có"
        )
        context.problems.warn(("style", "grouping"), "khong-ro-ai", message)


def _check_dates(context: ResolveContext) -> None:
    """Note dates that do not run forward, and years of targets that are over."""
    check_dates(context.dates, context.problems)
    note_past_years(context.profile.targets, context.dates.issued, context.problems)


def _check_of_no_effect(profile: Profile, level: UnitLevel, problems: ProfileProblems) -> None:
    """Note what a profile says in vain."""
    if profile.issued_by and level.tier == "so":
        message = "kế hoạch của sở, đơn vị do người đứng đầu cơ quan ký, không chọn issued_by; hãy bỏ dòng này"
        problems.error(("issued_by",), "thua", message)
    _check_names_of_no_effect(profile.unit, level, problems)
    if profile.unit.head and level.tier != "so":
        message = f"người đứng đầu {WORDS[level.name]} là Chủ tịch, không ghi head; hãy bỏ dòng này"
        problems.error(("unit", "head"), "thua", message)
    for name, task in profile.tasks.items():
        if isinstance(task, Task) and task.omit and set(task.model_fields_set) != {"omit"}:
            problems.error(("tasks", name, "omit"), "thua", f"ý “{name}” đã bỏ thì không ghi gì khác; {_EITHER}")
    for name, section in profile.sections.items():
        if section.omit and set(section.model_fields_set) != {"omit"}:
            problems.error(("sections", name, "omit"), "thua", f"mục “{name}” đã bỏ thì không ghi gì khác; {_EITHER}")


def _check_names_of_no_effect(unit: Unit, level: UnitLevel, problems: ProfileProblems) -> None:
    """Note what a committee says of itself as only a department may."""
    if level.tier == "so":
        return
    if unit.abbreviation and "UBND" not in unit.abbreviation.upper():
        message = f"ký hiệu văn bản của Ủy ban nhân dân ghi UBND, không ghi {unit.abbreviation}; hãy bỏ dòng này"
        problems.error(("unit", "abbreviation"), "thua", f"{message} (khóa unit.abbreviation)")
    if unit.parent_body and not re.match(r"(?:UBND|[ỦU]y ban nhân dân)\b", unit.parent_body, re.IGNORECASE):
        message = f"{unit.parent_body} không phải cơ quan chủ quản của Ủy ban nhân dân {WORDS[level.name]}"
        problems.error(("unit", "parent_body"), "thua", f"{message}; hãy bỏ dòng này (khóa unit.parent_body)")
    if level.tier == "cap-tinh" and unit.province and official_name(unit.province) != unit.name:
        message = f"đơn vị là {WORDS[level.name]} {unit.name}, nên province: {unit.province} không có tác dụng"
        problems.error(("unit", "province"), "thua", f"{message}; hãy bỏ dòng này, hoặc sửa level và name")


_EITHER = "hãy bỏ dòng omit, hoặc bỏ các dòng kia"


def _reporting_days(context: ResolveContext) -> ReportingDays:
    own, parent, problems = context.profile.reporting, context.profile.parent_plan, context.problems
    if own.units and context.level.tier == "cap-tinh":
        message = "ở cấp tỉnh, half_year và year đã là hạn các sở, địa phương gửi báo cáo; hãy bỏ dòng units"
        problems.error(("reporting", "units"), "thua", message)
    return reporting_days(own, parent.reporting if parent else None, context.usual.reporting, problems)


def _name_terms(
    context: ResolveContext, names: UnitNames, days: ReportingDays, local: LocalFacts, renderer: WordingRenderer
) -> None:
    """Tell the renderer the facts and terms that the plan's sentences may name."""
    profile, pack, level, problems = context.profile, context.pack, context.level, context.problems
    above = profile.parent_plan
    parent = (upper_first(above.kind or KIND), issuer_above(above, names)) if above else ("", "")
    renderer.context |= unit_facts(level, names, parent, context.dates.issued, days)
    renderer.context |= choose_terms(pack.terms | local.terms, profile.terms, level, renderer, problems)
    # the published plans do not repeat the name of the province after its Chairman
    known = names._replace(unit=names.area) if context.is_published and context.issued_by == "chu-tich" else names
    renderer.context["issuer"] = Term(lambda: issuer_of(known, context.issued_by, str(renderer.context["committee"])))


def _usual_offices(context: ResolveContext, renderer: WordingRenderer) -> tuple[Department, ...]:
    """Return the offices that units of the level have, under their names in this unit."""
    offices = context.usual.departments
    return tuple(
        each.model_copy(
            update={"name": renderer.render(each.name), "short": each.short and renderer.render(each.short)}
        )
        for each in offices
    )


def _documents(context: ResolveContext, names: UnitNames, renderer: WordingRenderer) -> dict[str, Cited]:
    profile, pack = context.profile, context.pack
    parent = None
    above = profile.parent_plan or (ParentPlan() if lacks_parent(profile, pack) else None)  # an error: read on
    if above:
        subject = context.level.choose(pack.parent_subject) or ""
        parent = ParentDocument(above, issuer_above(above, names), subject)
    gatherer = DocumentGatherer(profile.documents, context.date_style, renderer, context.problems)
    return gatherer.gather(pack.documents, context.links, parent)


def _outline(context: ResolveContext, days: ReportingDays) -> Outline:
    """Return the pack's outline with what the profile changes in it."""
    profile, pack, above = context.profile, context.pack, context.plan_above
    outline = pack_outline(pack.sections, context.level, published=context.is_published)
    offer(outline, context.orders.values(), pack.orders_into)
    targets_above = [target.id for target in above.plan.targets] if above else []
    names = TaskNames(
        directive=context.directive,
        targets=list(dict.fromkeys((*pack.targets, *profile.targets, *targets_above))),
        orders=context.orders,
        tasks_above=[*(task.id for task in above.plan.tasks), *targets_above] if above else None,
        above_is_lost=context.above.is_lost,
    )
    if profile.outline == OWN_OUTLINE:
        outline.put_aside()
    Editor(outline, names, context.problems).apply(profile.sections, profile.tasks)
    if not (context.is_published or profile.outline == OWN_OUTLINE):
        note_of_other_levels(outline, context.orders, context.problems)
    note_changed_facts(profile.replace, pack.documents, context.problems)
    note_edited_days(profile.replace, ("replace",), days, context.problems)
    for _, item in outline.walk_items():
        if not item.own:
            note_edited_days(item.edits, (*item.path, "edits"), days, context.problems)
    return outline


def _opening(context: ResolveContext, citer: Citer, renderer: WordingRenderer) -> tuple[Paragraph, ...]:
    bases, usual, problems = context.profile.bases, context.usual.bases, context.problems
    check_opening(bases, usual, problems)
    cite = partial(cite_bases, citer=citer, defines=bool(bases.short_names))
    wording = context.level.choose(context.pack.enacting) or ""
    if lines := _lines(context):
        check_bases(named_in_lines(lines) if bases.lines else [], citer.documents, problems)
        if bases.ending == AS_TYPED:
            texts = typed_lines(lines, citer)
        else:
            texts = write_lines(lines, cite, citer, renderer, own=bases.lines is not None)
        texts += [f"{bases.proposal.verb or _ASKING} {_proposal(context)}"] if bases.proposal else []
        issuing = renderer.written(bases.enacting, wording, ("bases", "enacting"))
        citer.note_mentions(issuing)
        return tuple(lay_out_lines(texts, issuing, LineForm.of(bases, usual, texts)))
    names = bases.cite
    if names is None:
        names = usual_bases(usual.cite or context.pack.chain, context.links, citer.documents)
    check_bases([(("bases", "cite", index), name) for index, name in enumerate(names)], citer.documents, problems)
    cites = cite(names)
    issuing = renderer.written(bases.enacting, wording, ("bases", "enacting"))
    citer.note_mentions(issuing)
    form = OpeningStyle.of(bases, usual)
    proposal, verb = "", (bases.proposal and bases.proposal.verb) or ""
    if bases.proposal and not form.names_proposal(cites):
        message = "phần căn cứ không viện dẫn văn bản nào nên không nêu tờ trình; hãy ghi cite, hoặc bỏ proposal"
        problems.error(("bases", "proposal"), "thua", message)
    if bases.layout in {"lien", "lien-cau"} and (form.style == "can-cu" or bases.proposal):
        message = "từng căn cứ, tờ trình đứng riêng một đoạn nên lời ban hành không viết liền; hãy bỏ dòng layout"
        problems.warn(("bases", "layout"), "thua", message)
    if bases.proposal and form.names_proposal(cites):
        proposal = _proposal(context)
    return tuple(_reworded(each, issuing, renderer) for each in make_opening(cites, proposal, issuing, form, verb))


def _marked(opening: tuple[Paragraph, ...], bases: Bases, problems: ProfileProblems) -> tuple[Paragraph, ...]:
    """Return the opening with its footnotes and what stands out in it."""
    anchors = Anchors(bases.footnotes or {}, bases.emphasis or {}, ("bases",))
    marked = mark(anchors, [each.text for each in opening], problems)
    return tuple(
        each._replace(notes=own.notes, spans=(*each.spans, *own.spans))
        for each, own in zip(opening, marked, strict=True)
    )


def _lines(context: ResolveContext) -> tuple[str | BasisLine, ...]:
    """Return the lines of the opening that the profile lists, or the pack's usual ones; () for bases in one style.

    Bases by ids alone become lines where the profile says how lines stand.
    """
    bases, usual = context.profile.bases, context.usual.bases
    if bases.lines is not None:
        return bases.lines
    known = {
        *context.pack.documents,
        *(link.id for link in context.links),
        *([PARENT] if context.profile.parent_plan else []),
    }
    if usual.lines and bases.cite is None and bases.style is None:
        return tuple(usual_lines(usual.lines, context.links, known))
    if not any(each.join or each.ending or each.italic is not None for each in (bases, usual)):
        return ()
    names = bases.cite
    if names is None:
        names = usual_bases(usual.cite or context.pack.chain, context.links, known)
    style = bases.style or usual.style
    return (BasisLine(verb="Căn cứ" if style == "can-cu" else "Thực hiện", cite=names),)


_ASKING = "Theo đề nghị của"
"""The words before who proposes the plan, after bases on lines of their own."""


def _proposal(context: ResolveContext) -> str:
    """Return who proposes the plan in which document, "" for nobody."""
    proposal, year = context.profile.bases.proposal, context.dates.issued.year
    return describe_proposal(proposal, context.date_style, year, context.problems) if proposal else ""


def _reworded(paragraph: Paragraph, issuing: str, renderer: WordingRenderer) -> Paragraph:
    """Return the paragraph with the profile's changes, but for the words that issue the plan: they have theirs."""
    own = issuing if paragraph.text.endswith(issuing) else ""
    return paragraph._replace(text=renderer.reworded(paragraph.text.removesuffix(own)) + own)


def _recipients(
    context: ResolveContext, usual: dict[str, UsualRecipient], offices: Offices, body: PlanBody
) -> tuple[str, ...]:
    profile, problems = context.profile, context.problems
    entries = make_recipients(profile.recipients, usual, body.tasks, problems)
    return recipient_lines(entries, archive_of(profile.archive, offices.get(DRAFTER), problems))


def _signature(context: ResolveContext) -> Signature:
    unit, collective = context.profile.unit, context.level.tier != "so" and context.issued_by == "ubnd"
    return make_signature(context.profile.signer, head_title(unit), context.problems, collective=collective)


def _left_out(outline: Outline, renderer: WordingRenderer) -> tuple[LeftOut, ...]:
    """Return what is left out, in the words it would have had."""
    return tuple(LeftOut(each.id, _words_of(each, renderer), each.reason) for each in outline.left_out)


def _words_of(omission: Omission, renderer: WordingRenderer) -> str:
    if omission.own:
        return omission.wording
    due = renderer.render(omission.deadline)
    return renderer.reworded(renderer.render(omission.wording, {"deadline": due, "due": by(due)}))


def _identity(
    context: ResolveContext, names: UnitNames, header: Header, citer: Citer, days: ReportingDays
) -> PlanIdentity:
    """Return what a plan under this one must know of it."""
    above = [link.id for link in context.links]
    due = days.units if context.level.tier == "so" else days
    return PlanIdentity(
        directive=context.directive,
        level=context.level.name,
        unit=context.profile.unit.name,
        province=names.province,
        symbol=header.number.removeprefix("Số: ") if context.profile.number else "",
        issuer=issuer_of(names, context.issued_by),
        chain=tuple(links_of((*(above or context.pack.chain), PARENT), citer)),
        half_year=due.half_year or "",
        year=due.year or "",
        month=due.month or "",
        quarter=due.quarter or "",
        event=due.event or "",
    )


def _coverage(
    context: ResolveContext, outline: Outline, targets: dict[str, Target], body: PlanBody
) -> tuple[Covered, ...]:
    """Return what the plan does about each order of the plan above, in their own turn, then about each target."""
    above, parent = context.plan_above, context.profile.parent_plan
    if above is None:
        return ()
    reasons = {name: own.omit for name, own in context.profile.targets.items() if own.omit}
    rows = [
        *cover_orders(context.orders.values(), outline, body, context.usual.carries_out),
        *cover_targets(above.plan.targets, targets, outline, body, reasons),
    ]
    placed = place_open(rows, body, context.pack.orders_into)
    warn_of_open(placed, ("parent_plan", "plan" if parent and parent.plan else "profile"), context.problems)
    return placed
