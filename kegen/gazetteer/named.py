"""Units that write their unit word in their place name: named after a person, a number or an event of history.

NĐ 30, Phụ lục I, II.4.a (`Phường Lê Chân, ngày …`) and Phụ lục II, III.1.b (`Quận 1`, `Phường Điện Biên Phủ`).
named.json holds the names reviewed by hand. It leaves out what may be a mere place name (Quang Trung, Bạch Đằng,
Hưng Đạo, An Dương) and persons' names whose bearer was not found, so a name it lacks is unknown, not plain.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from kegen.gazetteer.units import Unit
from kegen.vietnamese import normalise


@cache
def _names() -> dict[str, str]:
    """Return whom or what the names, in small letters, are those of."""
    data: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("named.json").read_text(encoding="utf-8"))
    return {normalise(name).lower(): who for name, who in (data["persons"] | data["events"]).items()}


def named_after(unit: Unit) -> str | None:
    """Return, in Vietnamese, the person or event that the unit is surely named after, None where not known."""
    return _names().get(normalise(unit.name).lower())


def is_named_after(name: str) -> bool:
    """Whether a name, in capitals or not, is surely that of a person or an event, or begins with a number."""
    return name[:1].isdigit() or normalise(name).lower() in _names()


def keeps_unit_word(unit: Unit) -> bool | None:
    """Return True where the place name surely has the unit word (`Phường Lê Chân`, `Phường 1 Bảo Lộc`), else None."""
    return is_named_after(unit.name) or None
