"""Render a Plan: the prepared template filled, each part packed, one .docx as bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kegen.problem import KegenError
from kegen.shipped import templates_folder
from kegen.template.archive import archive
from kegen.template.cache import prepared_template
from kegen.template.context import context
from kegen.template.fill import fill
from kegen.template.prepared import Packed, Prepared, Source, pack

if TYPE_CHECKING:
    from pathlib import Path

    from kegen.plan.model import Plan


def render(plan: Plan, template: Path | None = None) -> bytes:
    """Return the plan as a .docx in the form of the template, by default the shipped one.

    Raises KegenError for a template that cannot be used; Invalid lists all the names it gets wrong.
    """
    file = template or templates_folder() / "ke-hoach.docx"
    prepared = _prepared(_read(file), str(file))
    values = context(plan)
    return archive(_filled(part, values) for part in prepared.parts)


@lru_cache(maxsize=4)
def _prepared(data: bytes, file: str) -> Prepared:
    return prepared_template(data, file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KegenError(f"{file}: không đọc được tệp mẫu; hãy xem lại đường dẫn") from error


def _filled(part: Packed | Source, values: dict[str, object]) -> Packed:
    if isinstance(part, Packed):
        return part
    return pack(part.name, fill(part.noted if values["notes"] else part.plain, values).encode())
