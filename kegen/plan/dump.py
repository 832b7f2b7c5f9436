"""A Plan as YAML text: stable, in the Plan's own order, for reading, comparing and keeping."""

from __future__ import annotations

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
    return stream.getvalue()


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of named tuples, tuples and text
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items() if part not in ("", (), None)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
