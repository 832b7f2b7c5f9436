"""kegen drafts the KẾ HOẠCH of a Vietnamese local government from a short profile: load, resolve, render."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kegen.plan.resolve import resolve
    from kegen.profile.read import load
    from kegen.template.render import render

__version__ = "0.1.0"
__all__ = ["__version__", "load", "render", "resolve"]

_HOMES = {"load": "kegen.profile.read", "resolve": "kegen.plan.resolve", "render": "kegen.template.render"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import a public function when it is first asked for: what a run does not use, it need not load."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found
