"""A Plan as YAML text: stable, in the Plan's own order, for reading, comparing and keeping."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from kegen.plan.model import Plan


def dump(plan: Plan) -> str:
    """Return the plan as block YAML; what stayed empty is left out, warnings are no part of a plan."""
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 110
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # ruamel's own attribute
    stream = StringIO()
    writer.dump(_plain(plan._replace(warnings=())), stream)
    return re.sub(r" +$", "", stream.getvalue(), flags=re.MULTILINE)  # blanks before a fold mean nothing in YAML


def is_dump(data: bytes) -> bool:
    """Whether the bytes look like a plan that `dump` wrote, which no profile does."""
    return data.startswith(f"{Plan._fields[0]}:".encode())


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of named tuples, tuples and text
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items() if part not in ("", (), None)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
