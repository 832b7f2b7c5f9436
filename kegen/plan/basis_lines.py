"""The opening line by line, as a profile or a pack lists it: which documents go with which verb, own words between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from kegen.plan.citing import Citer
from kegen.plan.model import Link, Paragraph, Span
from kegen.plan.opening import usual_bases
from kegen.plan.problems import ProfileProblems
from kegen.plan.wording import WordingRenderer
from kegen.profile.bases import Bases, BasisLine
from kegen.profile.scalars import AS_TYPED
from kegen.yaml_text.tree import Path

_APART = "Căn cứ"
"""The verb of legal bases, each of which has a line of its own (NĐ 30, Phụ lục I, II.6.a)."""


def check_opening(own: Bases, usual: Bases, problems: ProfileProblems) -> None:
    """Note what the profile says of its opening twice over: lines say all that ids and a style say."""
    for name in ("cite", "style") if own.lines is not None else ():
        if getattr(own, name) is not None:
            message = f"các dòng mở đầu đã ghi ở lines nên {name} không dùng đến; hãy bỏ dòng này"
            problems.error(("bases", name), "thua", message)
    if own.ending and (own.join or usual.join or "rieng") != "rieng":
        message = "các căn cứ nằm trong một đoạn (join) nên không có dấu cuối dòng; hãy bỏ dòng này"
        problems.error(("bases", "ending"), "thua", message)
    if own.ending == AS_TYPED and not all(isinstance(each, str) for each in own.lines or (None,)):
        message = "ending: nhu-viet chỉ đi với lines gồm lời riêng; hãy ghi từng dòng bằng lời, hoặc ghi dấu ở ending"
        problems.error(("bases", "ending"), "thua", message)


def named_in_lines(lines: Sequence[str | BasisLine]) -> list[tuple[Path, str]]:
    """Return the documents that the profile's lines name, each with its place."""
    return [
        (("bases", "lines", index, "cite", position), name)
        for index, line in enumerate(lines)
        if isinstance(line, BasisLine)
        for position, name in enumerate(line.cite)
    ]


def usual_lines(
    lines: Sequence[str | BasisLine], links: Sequence[Link], known: Collection[str]
) -> Iterator[str | BasisLine]:
    """Yield the lines of a pack with the documents that there are; one that has none left is left out."""
    for line in lines:
        if isinstance(line, str):
            yield line
        elif cite := usual_bases(line.cite, links, known):
            yield line.model_copy(update={"cite": cite})


class LineForm(NamedTuple):
    """How the lines stand: each by itself or in one paragraph, and how the words that issue the plan follow."""

    join: str
    ending: str
    layout: str
    italic: bool

    @classmethod
    def of(cls, own: Bases, usual: Bases, lines: Sequence[str]) -> LineForm:
        """Return the profile's form, else the pack's; legal bases on lines of their own are italic unless it says."""
        join = own.join or usual.join or "rieng"
        italic = own.italic if own.italic is not None else usual.italic
        is_usual = join == "rieng" and bool(lines) and lines[0].startswith(_APART)
        layout = own.layout or (usual.layout if usual.lines and not own.lines else None) or "rieng"
        return cls(join, own.ending or usual.ending or ";", layout, is_usual if italic is None else italic)


def write_lines(
    listed: Sequence[str | BasisLine],
    cite: Callable[[Sequence[str]], list[str]],
    citer: Citer,
    renderer: WordingRenderer,
    *,
    own: bool,
) -> list[str]:
    """Return the text of each line; `own` words are as they were typed, those of a pack are filled in."""
    texts: list[str] = []
    for line in listed:
        for text in _written(line, cite, renderer, own=own):
            bare = text.rstrip(" ;,.")
            texts.append(bare if own else renderer.reworded(bare))
            citer.note_mentions(bare)
    return [text for text in texts if text]


def typed_lines(listed: Sequence[str | BasisLine], citer: Citer) -> list[str]:
    """Return the lines of the profile's own words as they were typed, the mark at the end of each as well."""
    texts = [each for each in listed if isinstance(each, str)]
    for each in texts:
        citer.note_mentions(each)
    return texts


def _written(
    line: str | BasisLine, cite: Callable[[Sequence[str]], list[str]], renderer: WordingRenderer, *, own: bool
) -> Iterator[str]:
    if isinstance(line, str):
        yield line if own else renderer.render(line)
        return
    cites = cite(line.cite)
    after = f" {line.after if own else renderer.render(line.after)}" if line.after else ""
    apart = line.verb == _APART if line.apart is None else line.apart
    for text in cites if apart else [", ".join(cites)] if cites else []:
        yield f"{line.verb} {text}{after}"


def lay_out_lines(lines: Sequence[str], issuing: str, form: LineForm) -> list[Paragraph]:
    """Return the opening paragraphs: the lines, and the words that issue the plan after them or on their own."""
    if not lines:
        return [Paragraph("mo-dau", issuing)]
    if form.ending == AS_TYPED:
        return [*(_paragraph(line, form) for line in lines), Paragraph("mo-dau", issuing)]
    if form.join == "rieng":
        first = [_paragraph(f"{line}{form.ending}", form) for line in lines[:-1]]
        return [*first, *_last(lines[-1], ",", issuing, form)]
    return _last(f"{form.join} ".join(lines), form.join, issuing, form)


def _last(text: str, mark: str, issuing: str, form: LineForm) -> list[Paragraph]:
    """Return the last line with the words that issue the plan: after a mark, as a new sentence, or apart."""
    if form.layout == "rieng":
        return [_paragraph(f"{text}.", form), Paragraph("mo-dau", issuing)]
    start = f"{text}{mark if form.layout == 'lien' else '.'}"
    spans = (Span(0, len(start), "nghieng"),) if form.italic else ()
    return [Paragraph("mo-dau", f"{start} {issuing}", spans=spans)]


def _paragraph(text: str, form: LineForm) -> Paragraph:
    return Paragraph("can-cu" if form.italic else "mo-dau", text)
