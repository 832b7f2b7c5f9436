"""Try a template out before its first draft: every name known, every text of a plan printed, whole XML out.

Why by trial: a name may stand in a template and yet never be printed, behind a condition or a kind of
paragraph nobody asks for. A plan of marks is filled in, and each mark must come out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree

from kegen.plan.model import Annex, AnnexRow, Header, Kind, Note, Paragraph, Plan, Signature
from kegen.problem import Place, Problem
from kegen.template.context import context
from kegen.template.fill import environment, try_out
from kegen.template.names import unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_MARKS = {
    "kgParent": "parent", "kgIssuer": "issuer", "kgNumber": "number", "kgPlace": "place_and_date",
    "kgKind": "kind",
    "kgTitle": "title", "kgRecipient": "recipients", "kgAuthority": "authority", "kgSigner": "signer",
    "kgLabel": "annex.label", "kgAnnex": "annex.title", "kgReference": "annex.reference",
    "kgTask": "row.task",
    "kgLead": "row.lead", "kgHelpers": "row.helpers", "kgDeadline": "row.deadline",
    "kgProduct": "row.product",
    "kgNote": "note",
}  # fmt: skip
"""What the trial plan says, and the name a template prints it by."""


def trial_plan() -> Plan:
    """Return a plan whose every text is a mark of its own."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    body = tuple(Paragraph(kind, f"kgBody{at}.") for at, kind in enumerate(kinds))
    row = AnnexRow(1, "kgTask", "kgLead", "kgHelpers", "kgDeadline", "kgProduct")
    return Plan(
        header=Header("kgParent", ("kgIssuer",), "kgNumber", "kgPlace"), kind="kgKind", title="kgTitle",
        opening=(), body=body, closing=(Paragraph("doan", "kgLast.", (Note(2, "kgNote"),)),),
        recipients=("kgRecipient",), signature=Signature(("kgAuthority",), "kgSigner"),
        annex=Annex("kgLabel", "kgAnnex", "kgReference", (row,)),
        tasks=(), targets=(), left_out=(), blanks=(), unit_name="kgUnit", issued="",
    )  # fmt: skip


def problems_of(sources: Mapping[str, str], unknown_lines: tuple[str, ...], file: str) -> list[Problem]:
    """Return everything wrong with the sources of a template."""
    place = Place(file)
    spoilt = [Problem(place, "mau-cu-phap", text) for text in _spoilt(sources)]
    if spoilt:
        return spoilt
    trees = (environment().parse(source) for source in sources.values())
    unknown = [Problem(place, "mau-ten-la", text) for tree in trees for text in unknown_names(tree)]
    lines = [Problem(place, "mau-ten-la", f"mẫu có đường kẻ tên lạ “{name}”") for name in unknown_lines]
    return unknown + lines + list(_tried(sources, place, certain=not unknown))


def _spoilt(sources: Mapping[str, str]) -> Iterator[str]:
    for source in sources.values():
        text = re.sub(r"<w:p([ >])", r"\n<w:p\1", source)  # so that a line of the error is a paragraph
        try:
            environment().from_string(text)
        except TemplateSyntaxError as error:
            line = text.split("\n")[error.lineno - 1]
            words = re.sub(r"<[^>]*>", "", line).strip() or "…"
            yield f"thẻ Jinja viết sai ở gần “{words[:80]}” ({error.message}); hãy xem lại thẻ mở, thẻ đóng"


def _tried(sources: Mapping[str, str], place: Place, *, certain: bool) -> Iterator[Problem]:
    """Yield what goes wrong when the sources are filled; an unknown name already told is not told again."""
    full = trial_plan()
    bare = full._replace(header=full.header._replace(parent=""), closing=(), annex=None)
    try:
        printed = "".join(_filled(sources, full, certain=certain))
        list(_filled(sources, bare, certain=certain))
    except etree.XMLSyntaxError as error:
        why = f"mẫu điền xong thì hỏng ({error.msg}); hãy xem lại chỗ đặt các thẻ {{%p … %}}, {{%tr … %}}"
        yield Problem(place, "mau-cu-phap", why)
    except _FAILURES as error:
        yield Problem(place, "mau-cu-phap", f"mẫu không điền được ({error}); hãy xem lại các thẻ Jinja")
    else:
        yield from (Problem(place, "mau-thieu-ten", text) for text in _missing(printed))


def _filled(sources: Mapping[str, str], plan: Plan, *, certain: bool) -> Iterator[str]:
    values = context(plan)
    for source in sources.values():
        text = try_out(source, values, lenient=not certain)
        etree.fromstring(text.encode())
        yield text


def _missing(printed: str) -> Iterator[str]:
    text = re.sub(r"<[^>]*>", "", printed)
    yield from (f"mẫu thiếu {{{{ {name} }}}}" for mark, name in _MARKS.items() if mark not in text)
    for at, kind in enumerate(get_args(Kind)):
        if f"kgBody{at}." not in text:
            yield f"mẫu không in đoạn loại “{kind}”: thiếu nhánh có {{{{ p.text }}}} cho loại đó"
    if "kgLast." not in text:
        yield "mẫu không in đoạn cuối (p.last) của nội dung"
    if "<w:footnoteReference" not in printed:
        yield "mẫu thiếu số chú thích mẫu đặt ngay sau một {{ p.text }} trong thân văn bản"
