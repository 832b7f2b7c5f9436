"""Render a Plan: the prepared template filled, each part packed, one .docx as bytes."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.template.archive import archive
from kegen.template.cache import prepared_template
from kegen.template.context import context
from kegen.template.fill import fill_of
from kegen.template.prepared import Packed, Source, pack

if TYPE_CHECKING:
    from pathlib import Path

    from kegen.jinja.filler import Fill
    from kegen.plan.model import Plan


def render(plan: Plan, template: Path | None = None) -> bytes:
    """Return the plan as a .docx in the form of the template, by default the shipped one.

    Raises KegenError for a template that cannot be used; Invalid lists all the names it gets wrong.
    """
    file = template or templates_folder() / "ke-hoach.docx"
    values = context(plan)
    return archive(_filled(part, values) for part in _ready(_read(file), str(file)))


class _Ready:
    """A part that differs from draft to draft, its forms made functions when they are first filled."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def plain(self) -> Fill:
        return fill_of(self._source.plain)

    @cached_property
    def noted(self) -> Fill:
        return fill_of(self._source.noted)

    def filled(self, values: dict[str, object]) -> Packed:
        fill = self.noted if values["notes"] else self.plain
        return pack(self._source.name, fill(values).encode())


@lru_cache(maxsize=4)
def _ready(data: bytes, file: str) -> tuple[Packed | _Ready, ...]:
    return tuple(each if isinstance(each, Packed) else _Ready(each) for each in prepared_template(data, file).parts)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KegenError(f"{file}: không đọc được tệp mẫu; hãy xem lại đường dẫn") from error


def _filled(part: Packed | _Ready, values: dict[str, object]) -> Packed:
    return part if isinstance(part, Packed) else part.filled(values)
