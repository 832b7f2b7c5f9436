"""The paragraphs before Mục I: the bases in their chosen style, the proposal, and the words that issue the plan."""

from __future__ import annotations

from kegen.dates import BLANK, PlanDate
from kegen.plan.case import Case
from kegen.plan.citing import Citer
from kegen.plan.documents import PARENT, check_symbol, upper_links
from kegen.plan.model import Paragraph
from kegen.plan.wording import Wordsmith
from kegen.profile.bases import Bases, Proposal
from kegen.vietnamese import nearest


def make_opening(case: Case, citer: Citer, smith: Wordsmith) -> list[Paragraph]:
    """Return the opening paragraphs; notes bases that are no documents."""
    names = _bases(case, citer)
    cites = [_cite(case, citer, name) for name in names]
    issuing = smith.written(case.profile.bases.enacting, case.choose(case.pack.enacting) or "", ("bases", "enacting"))
    citer.note_mentions(issuing)
    proposal = case.profile.bases.proposal
    if _said(case, "style") == "can-cu":
        return [*_numbered(case, cites, proposal), Paragraph("mo-dau", issuing)]
    if not cites:
        return [Paragraph("mo-dau", issuing)]
    carried = f"Thực hiện {', '.join(cites)}"
    if _said(case, "layout") == "lien" and not proposal:
        return [Paragraph("mo-dau", f"{carried}, {issuing}")]
    if _said(case, "layout") == "lien-cau" and not proposal:
        return [Paragraph("mo-dau", f"{carried}. {issuing}")]
    asked = [Paragraph("mo-dau", f"Xét đề nghị của {_proposal(case, proposal)}.")] if proposal else []
    return [Paragraph("mo-dau", f"{carried}."), *asked, Paragraph("mo-dau", issuing)]


def _numbered(case: Case, cites: list[str], proposal: Proposal | None) -> list[Paragraph]:
    """Each basis on a line of its own, `;` after each and `.` after the last (NĐ 30, Phụ lục I, II.6.a)."""
    lines = [f"Căn cứ {cite}" for cite in cites]
    if proposal:
        lines.append(f"Theo đề nghị của {_proposal(case, proposal)}")
    return [Paragraph("can-cu", line + (";" if line is not lines[-1] else ".")) for line in lines]


def _bases(case: Case, citer: Citer) -> tuple[str, ...]:
    written = case.profile.bases.cite
    names = written if written is not None else _usual(case)
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f"văn bản “{name}” đã viện dẫn ở trên; hãy bỏ một chỗ"
            case.error(("bases", "cite", index), "van-ban-trung", message)
        if name not in citer.documents and not (name == PARENT and written is None):
            near = nearest(name, citer.documents)
            hint = f"có phải là “{near}”?" if near else f"hãy chọn: {', '.join(citer.documents)}"
            case.error(("bases", "cite", index), "van-ban-la", f"không có văn bản “{name}”; {hint}")
    return tuple(dict.fromkeys(name for name in names if name in citer.documents))


def _usual(case: Case) -> tuple[str, ...]:
    """Return what plans of the level cite, with the plans between the directive and the one above."""
    names = case.defaults.bases.cite or case.pack.chain
    between = [link.id for link in upper_links(case) if link.id.startswith(f"{PARENT}-")]
    return tuple(each for name in names for each in ((*between, name) if name == PARENT else (name,)))


def _cite(case: Case, citer: Citer, name: str) -> str:
    cite, short = citer.cite(name), citer.documents[name].short
    defines = case.profile.bases.short_names and cite != short
    return f"{cite} (sau đây gọi tắt là {short})" if defines else cite


def _said(case: Case, field: str) -> str | None:
    asked: tuple[Bases, Bases] = (case.profile.bases, case.defaults.bases)
    return next((str(value) for each in asked if (value := getattr(each, field))), None)


def _proposal(case: Case, proposal: Proposal) -> str:
    check_symbol(case, proposal.number, ("bases", "proposal", "number"), "257/TTr-SNV")
    style = case.profile.style.dates or case.defaults.style.dates or "ngan"
    date = (proposal.date or PlanDate(case.year)).written(style)
    return f"{proposal.by} tại Tờ trình số {proposal.number or f'{BLANK}/TTr'} ngày {date}"
