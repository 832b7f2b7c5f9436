"""The paragraphs before Mục I: the bases in their chosen style, the proposal, and the words that issue the plan."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kegen.dates import BLANK, DateStyle, PlanDate
from kegen.plan.citing import Citer
from kegen.plan.documents import PARENT, check_symbol
from kegen.plan.model import Link, Paragraph
from kegen.plan.problems import ProfileProblems
from kegen.profile.bases import Bases, Proposal
from kegen.profile.scalars import is_none
from kegen.vietnamese import lower_first, nearest, upper_first
from kegen.yaml_text.tree import Path


class OpeningStyle(NamedTuple):
    """How the bases are written: as `Bases.style` and `Bases.layout` of the profile say, else of the level."""

    style: str | None
    layout: str | None

    @classmethod
    def of(cls, own: Bases, usual: Bases) -> OpeningStyle:
        """Return the profile's own style where it has one, else the usual one of the level."""
        return cls(own.style or usual.style, own.layout or usual.layout)

    def names_proposal(self, cites: Sequence[str]) -> bool:
        """Whether the opening says who proposed the plan: one that cites nothing, in the running style, does not."""
        return bool(cites) or self.style == "can-cu"


def make_opening(
    cites: Sequence[str], proposal: str, issuing: str, form: OpeningStyle, verb: str = ""
) -> list[Paragraph]:
    """Return the opening paragraphs from the citations, the proposal ("" for none) and the words that issue.

    `verb` are the profile's words before who proposes, "" for the usual ones.
    """
    asking = verb or ("Theo đề nghị của" if form.style == "can-cu" else "Xét đề nghị của")
    if form.style == "can-cu":
        return [*_numbered(cites, proposal and f"{asking} {proposal}"), Paragraph("mo-dau", issuing)]
    if not cites:
        return [Paragraph("mo-dau", issuing)]
    carried = f"Thực hiện {', '.join(cites)}"
    if form.layout == "lien":
        asked = f"; {lower_first(asking)} {proposal}" if proposal else ""
        return [Paragraph("mo-dau", f"{carried}{asked}, {issuing}")]
    if form.layout == "lien-cau" and not proposal:
        return [Paragraph("mo-dau", f"{carried}. {issuing}")]
    lines = [carried, *([f"{asking} {proposal}"] if proposal else [])]
    return [*(Paragraph("mo-dau", f"{line}.") for line in lines), Paragraph("mo-dau", issuing)]


def _numbered(cites: Sequence[str], proposal: str) -> list[Paragraph]:
    """Each basis on a line of its own, `;` after each and `.` after the last (NĐ 30, Phụ lục I, II.6.a)."""
    lines = [*(f"Căn cứ {cite}" for cite in cites), *([proposal] if proposal else [])]
    return [Paragraph("can-cu", f"{line};") for line in lines[:-1]] + [
        Paragraph("can-cu", f"{line}.") for line in lines[-1:]
    ]


def usual_bases(listed: Sequence[str], links: Sequence[Link], documents: Collection[str]) -> tuple[str, ...]:
    """Return what plans of the level cite, the plan above after those between the directive and it, if there is one."""
    between = [link.id for link in links if link.id.startswith(f"{PARENT}-")]
    names = (each for name in listed for each in ((*between, name) if name == PARENT else (name,)))
    return tuple(name for name in names if name != PARENT or name in documents)


def check_bases(named: Sequence[tuple[Path, str]], documents: Collection[str], problems: ProfileProblems) -> None:
    """Note bases, each with its place in the profile, that are no documents, or stand there twice."""
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            problems.error(path, "van-ban-trung", f"văn bản “{name}” đã viện dẫn ở trên; hãy bỏ một chỗ")
        seen.add(name)
        if name not in documents:
            near = nearest(name, documents)
            hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(documents)}"
            problems.error(path, "van-ban-la", f"không có văn bản “{name}”; {hint}")


def cite_bases(names: Sequence[str], citer: Citer, *, defines: bool) -> list[str]:
    """Return the citation of each known document, each once; `defines`: with the short name that it has later on."""
    cites = []
    for name in dict.fromkeys(name for name in names if name in citer.documents):
        cite, short = citer.cite(name), citer.documents[name].short
        is_named = bool(citer.documents[name].short_name)
        cites.append(f"{cite} (sau đây gọi tắt là {short})" if defines and cite != short and not is_named else cite)
    return cites


def describe_proposal(proposal: Proposal, style: DateStyle, year: int, problems: ProfileProblems) -> str:
    """Return who proposes the plan in which document; notes a number that no document has."""
    if proposal.paper and is_none(proposal.paper):
        return proposal.by
    check_symbol(proposal.number, ("bases", "proposal", "number"), "257/TTr-SNV", problems)
    date = (proposal.date or PlanDate(year)).written(style)
    paper = upper_first(proposal.paper or "Tờ trình")
    return f"{proposal.by} tại {paper} số {proposal.number or f'{BLANK}/TTr'} ngày {date}"
