"""The annexes of a plan: the table of its tasks, and what its main text says of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from kegen.pack.model import PackAnnex
from kegen.plan.cell_emphasis import Faces, stand_out
from kegen.plan.layout import PlanBody
from kegen.plan.model import Annex, Header, Paragraph, tables_of
from kegen.plan.problems import ProfileProblems
from kegen.plan.tables import TableMaker
from kegen.plan.task_table import USUAL_COLUMNS
from kegen.plan.unit import UnitLevel
from kegen.plan.wording import WordingRenderer
from kegen.profile.annexes import AnnexSpec, ColumnSpec
from kegen.profile.model import Profile
from kegen.profile.scalars import is_none
from kegen.vietnamese import nearest, roman
from kegen.yaml_text.tree import Path

TABLE_TITLE = "Bảng phân công nhiệm vụ"
_NOTE = r"\(|\*|ghi chú|nguồn"
_MOST_UPRIGHT = 4
"""Columns of a table that an upright page holds well."""


def reference_line(header: Header, issuer: str, renderer: WordingRenderer) -> str:
    """Return the line under an annex's title that says which plan it comes with (III.1.c)."""
    number = header.number.removeprefix("Số: ")
    date = header.place_and_date.partition(", ")[2]
    return renderer.reworded(f"(Kèm theo Kế hoạch số {_open(number)} {_open(date)} của {issuer})")


class ChosenAnnex(NamedTuple):
    """An annex that the plan has: what is said of it, where, and whether the pack says it."""

    spec: AnnexSpec
    path: Path
    of_pack: bool = False


def choose_annexes(
    profile: Profile, packed: Sequence[PackAnnex], level: UnitLevel, problems: ProfileProblems
) -> list[ChosenAnnex]:
    """Return the annexes of the profile's list, else those of the pack; before them the short way, `annex: có`.

    Notes what the list names that the pack has not, and what it leaves out of the pack's.
    """
    short = [ChosenAnnex(AnnexSpec(), ("annex",))] if profile.annex else []
    usual = {each.id: each for each in packed if level.applies(each.levels)}
    if profile.annexes is None:
        return short + [ChosenAnnex(each, ("annex",), of_pack=True) for each in usual.values()]
    _note_lost(profile.annexes, usual, problems)
    every = {each.id: each for each in packed}
    for at, each in enumerate(profile.annexes):
        if isinstance(each, AnnexSpec):
            short.append(ChosenAnnex(each, ("annexes", at)))
        elif each in every:
            short.append(ChosenAnnex(every[each], ("annexes", at), of_pack=True))
        else:
            near = nearest(each, every)
            hint = f"có phải là “{near}”?" if near else "hãy ghi phụ lục gồm title, columns, rows"
            problems.error(("annexes", at), "phu-luc-la", f"bộ mẫu không có phụ lục “{each}”; {hint}")
    return short


def _note_lost(listed: Sequence[AnnexSpec | str], usual: Mapping[str, PackAnnex], problems: ProfileProblems) -> None:
    for name in (each for each in usual if each not in listed):
        message = f"bộ mẫu có phụ lục “{name}” mà danh sách không có; hãy ghi thêm mã ấy, hoặc chấp nhận (accept)"
        problems.warn(("annexes",), "thieu-phu-luc", message)


class AnnexMaker:
    """Makes the annexes of a plan."""

    def __init__(self, chosen: Sequence[ChosenAnnex], tables: TableMaker, renderer: WordingRenderer) -> None:
        self._specs, self._tables, self._renderer = chosen, tables, renderer

    def labels(self) -> list[str]:
        """Return what each annex is called: with a Roman numeral where there is more than one (III.1.b)."""
        several = len(self._specs) > 1
        usual = (f"Phụ lục {roman(at)}" if several else "Phụ lục" for at in range(1, len(self._specs) + 1))
        return [_own(each.spec.label, label) for each, label in zip(self._specs, usual, strict=True)]

    def titles(self) -> list[str]:
        """Return the titles as typed; notes an annex without one."""
        return list(map(self._title, self._specs))

    def make(self, reference: Callable[[], str]) -> tuple[Annex, ...]:
        """Return the annexes, each with that line under its title unless it has its own."""
        line = reference() if self._specs else ""
        named = zip(self._specs, self.labels(), self.titles(), strict=True)
        return tuple(self._annex(each, (label, title, line)) for each, label, title in named)

    def _annex(self, chosen: ChosenAnnex, head: tuple[str, str, str]) -> Annex:
        label, title, reference = head
        spec = chosen.spec
        blocks = (*self._blocks(chosen, "above"), *self._main(chosen))
        blocks = self._standing_out(chosen, _ended((*blocks, *self._blocks(chosen, "below"))))
        reference = _own(spec.reference and self._words(chosen)(spec.reference), reference)
        widest = max((len(table.columns) for table in tables_of(blocks)), default=0)
        usual: Literal["ngang", "doc"] = "ngang" if widest > _MOST_UPRIGHT else "doc"
        return Annex(label, title.upper(), reference, blocks, spec.orientation or usual)

    def _main(self, chosen: ChosenAnnex) -> Iterator[Paragraph]:
        """Yield the table of the annex: of all tasks where nothing is said of it; none where there is text alone."""
        if _has_table(chosen.spec):
            yield Paragraph("bang", "", table=self._tables.make(chosen.spec, chosen.path, self._words(chosen)))

    def _blocks(self, chosen: ChosenAnnex, name: Literal["above", "below"]) -> Iterator[Paragraph]:
        """Yield what stands above the table, or below it."""
        words = self._words(chosen)
        for at, each in enumerate(chosen.spec.above if name == "above" else chosen.spec.below):
            if isinstance(each, str):
                yield Paragraph("doan", words(each))
            else:
                yield self._tables.block(each, (*chosen.path, name, at), words, of_pack=chosen.of_pack)

    def _standing_out(self, chosen: ChosenAnnex, blocks: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        faces = Faces(chosen.spec.emphasis or {}, chosen.path, "phụ lục", chosen.of_pack)
        return stand_out(blocks, faces, self._renderer.problems, self._words(chosen))

    def _words(self, chosen: ChosenAnnex) -> Callable[[str], str]:
        """Return what makes the words that are printed: the profile's are so as they are."""
        return self._renderer.filled_in if chosen.of_pack else str

    def _title(self, chosen: ChosenAnnex) -> str:
        if chosen.spec.title:
            return _own(self._words(chosen)(chosen.spec.title))
        if not tells_tasks(chosen.spec):
            message = "phụ lục chưa có tên; hãy ghi title"
            self._renderer.problems.error(chosen.path, "phu-luc-khong-ten", message)
        return self._renderer.reworded(TABLE_TITLE)


def _ended(blocks: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the blocks with the mark that ends an annex of text (Phụ lục III, Mẫu 2.1); a note has none."""
    if not blocks or blocks[-1].kind == "bang" or re.match(_NOTE, blocks[-1].text, re.IGNORECASE):
        return blocks
    return (*blocks[:-1], blocks[-1]._replace(text=blocks[-1].text.rstrip(" ./;") + "./."))


def _own(words: str | None, usual: str = "") -> str:
    """Return the profile's own words, "" where they say that there is nothing, the usual ones where there are none."""
    return "" if words and is_none(words) else words or usual


def _has_table(spec: AnnexSpec) -> bool:
    return bool(spec.columns or spec.rows or not (spec.above or spec.below))


def tells_tasks(spec: AnnexSpec) -> bool:
    """Whether the annex has the table of tasks, their offices among its columns."""
    fields = {each.field if isinstance(each, ColumnSpec) else each for each in spec.columns or USUAL_COLUMNS}
    return _has_table(spec) and {"nhiem-vu", "chu-tri"} <= fields


def mention(renderer: WordingRenderer) -> Paragraph:
    """Return what the main text of a published plan says of the annex."""
    return Paragraph("doan", renderer.reworded(f"(Có Phụ lục {TABLE_TITLE} kèm theo)."))


def mention_rest(labels: Sequence[str], titles: Sequence[str], text: str) -> Iterator[Paragraph]:
    """Yield what the main text says at its end of the annexes that nothing in it names (III.1.a)."""
    several = len(labels) > 1
    pairs = [pair for pair in zip(labels, titles, strict=True) if any(pair) and not _is_named(pair[0] or pair[1], text)]
    named = [f"{label} {title}".strip() for label, title in pairs]
    if named and (several or not re.search(r"phụ\s+lục", text, re.IGNORECASE)):
        yield Paragraph("doan", f"(Có {'; '.join(named)} kèm theo).")


def _is_named(label: str, text: str) -> bool:
    return bool(re.search(rf"{re.escape(label)}(?!\w)", text, re.IGNORECASE))


_REFERENCE = (
    "Cơ quan chủ trì, cơ quan phối hợp, thời hạn và sản phẩm của từng nhiệm vụ nêu tại {label} kèm theo Kế hoạch này."
)
"""What the main text says of the annex: it must refer to each (III.1.a)."""


def refer_to_annex(body: PlanBody, renderer: WordingRenderer, label: str) -> PlanBody:
    """Return the body with the reference to the annex under the first heading I., II. that has tasks under it."""
    tasks, headings = {task.id for task in body.tasks}, [0]
    for index, paragraph in enumerate(body.paragraphs):
        if paragraph.kind == "muc":
            headings.append(index + 1)
        if paragraph.id in tasks and paragraph.kind != "muc":
            break
    at, reference = headings[-1], Paragraph("doan", renderer.reworded(_REFERENCE.format(label=label)))
    return body._replace(paragraphs=(*body.paragraphs[:at], reference, *body.paragraphs[at:]))


def _open(text: str) -> str:
    """Return the text with runs of blanks as dots, so that a reader sees what is still open."""
    return re.sub(r" {3,}", " …… ", text).replace("…… /", "……/").strip()
