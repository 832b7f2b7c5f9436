"""In which form a result is wanted: as `--format` says, else as the end of `--output` does."""

from __future__ import annotations

from collections.abc import Mapping


def form_of(form: str | None, output: str | None, suffixes: Mapping[str, str]) -> str:
    """Return the form; text where neither says one. `suffixes` gives each form the end of its files."""
    return form or next((each for each, end in suffixes.items() if (output or "").lower().endswith(end)), "text")
