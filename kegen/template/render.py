"""Render a Plan: the prepared template filled, each part packed, one .docx as bytes."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.template.archive import archive
from kegen.template.cache import prepared_template
from kegen.template.context import context
from kegen.template.fill import fill_of
from kegen.template.prepared import Packed, Source, pack

if TYPE_CHECKING:
    from kegen.jinja.filler import Fill
    from kegen.plan.model import Plan


def render(plan: Plan, template: Path | None = None) -> bytes:
    """Return the plan as a .docx in the form of the template, by default the shipped one.

    Raises KegenError for a template that cannot be used; Invalid lists all the names it gets wrong.
    """
    file = str(template or templates_folder() / "ke-hoach.docx")
    values = context(plan)
    return archive(_filled(part, values) for part in _ready(file, _state(file)))


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
        return pack(self._source.name, fill(values).encode(), quickly=True)


@lru_cache(maxsize=4)
def _ready(file: str, _state: object) -> tuple[Packed | _Ready, ...]:
    """Return the parts of the file, read again only when it has changed."""
    parts = prepared_template(_read(Path(file)), file).parts
    return tuple(each if isinstance(each, Packed) else _Ready(each) for each in parts)


def _state(file: str) -> tuple[int, ...] | None:
    """Return what tells the file from another, or an older, of the same name."""
    try:
        found = os.stat(file)  # noqa: PTH116 - once a draft
    except (OSError, ValueError):
        return None  # reading it will tell
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KegenError(f"{file}: không đọc được tệp mẫu; hãy xem lại đường dẫn") from error


def _filled(part: Packed | _Ready, values: dict[str, object]) -> Packed:
    return part if isinstance(part, Packed) else part.filled(values)
