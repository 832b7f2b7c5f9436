"""What a profile changes in the sections of an outline: left out, retitled, moved and added."""

from __future__ import annotations

from kegen.plan.case import Case
from kegen.plan.model import LeftOut
from kegen.plan.outline import Division, Outline, retitle
from kegen.plan.placing import in_turn, move_after
from kegen.plan.unsaid import nothing_said
from kegen.profile.body import Section
from kegen.source.tree import Path
from kegen.vietnamese import nearest


def revise_section(case: Case, outline: Outline, name: str, section: Section) -> None:
    """Change, leave out or add one section; where it stands among its like is settled later."""
    path: Path = ("sections", name)
    found = outline.division(name)
    if found is None:
        _add_section(case, outline, name, section)
        return
    siblings, division = found
    if section.omit:
        _drop(outline, siblings, division, section.omit)
        title = division.title or f"{{{{ office('{division.office}') }}}}"
        outline.left_out.append(LeftOut(name, title, section.omit))
        return
    if section.silent:
        nothing_said(case, path, "mục")
    _set(division, section, path)
    if section.into:
        _enter(case, outline, siblings, division, section.into)


def move_sections(case: Case, outline: Outline) -> None:
    """Put each section after the one it names, that one first."""
    sections = case.profile.sections.items()
    wanted = {name: section.after for name, section in sections if section.after and not section.omit}
    for name in in_turn(wanted):
        if placed := outline.division(name):
            move_after(case, *placed, wanted[name], ("sections", name))


def _drop(outline: Outline, siblings: list[Division], division: Division, reason: str) -> None:
    """Take a division out; its items stay at hand for another one."""
    siblings.remove(division)
    items = [item for each in (division, *division.divisions) for item in each.items]
    outline.spare |= {item.id: item for item in items}
    for item in items:
        outline.excuse(item, reason)


def _enter(case: Case, outline: Outline, siblings: list[Division], division: Division, into: str) -> None:
    """Move a division into the chapter of that id."""
    home = _chapter(case, outline, into, ("sections", division.id, "into"))
    if home is not None and home is not division and home.divisions is not siblings:
        siblings.remove(division)
        home.divisions.append(division)


def _chapter(case: Case, outline: Outline, name: str, path: Path) -> Division | None:
    chapter = next((each for each in outline.divisions if each.id == name), None)
    if chapter is None:
        known = [each.id for each in outline.divisions]
        near = nearest(name, known)
        hint = f"có phải là “{near}”?" if near else f"các mục lớn: {', '.join(known)}"
        case.error(path, "muc-la", f"không có mục lớn “{name}”; {hint}")
    return chapter


def _set(division: Division, section: Section, path: Path) -> None:
    division.path = path
    retitle(division, section.title)
    for field in ("marks", "group_marks", "grouping", "office", "run_in"):
        if getattr(section, field) is not None:
            setattr(division, field, getattr(section, field))


def _add_section(case: Case, outline: Outline, name: str, section: Section) -> None:
    path: Path = ("sections", name)
    if section.omit or not (isinstance(section.title, str) or section.office):
        hint = f"{which_section(outline, name)} Nếu là mục thêm, hãy ghi title và into"
        case.key_error(path, "muc-la", f"mẫu của cấp này không có mục “{name}”; {hint}")
        return
    division = Division(name, "", [], [])
    _set(division, section, path)
    home = outline.divisions
    if section.into:
        chapter = _chapter(case, outline, section.into, (*path, "into"))
        if chapter is None:
            return
        home = chapter.divisions
    home.append(division)


def which_section(outline: Outline, name: str) -> str:
    """Return which sections a name could have meant, for a message."""
    known = [division.id for _, division in outline.walk()]
    near = nearest(name, known)
    return f"có phải là “{near}”?" if near else f"các mục: {', '.join(known)}."
