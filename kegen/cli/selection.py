"""`--select` and `--ignore`: which rules to check by, each named as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kegen.cli.misuse import Misuse

if TYPE_CHECKING:
    from kegen.check.rule import Rule


def selected(select: tuple[str, ...], ignore: tuple[str, ...]) -> Sequence[Rule]:
    """Return the rules that are selected and not ignored; raises a usage error for an id that names none."""
    from kegen.check.rules import chosen  # noqa: PLC0415 - loaded when the command line has proved sound

    rules = chosen(_ids("--select", select), _ids("--ignore", ignore))
    if not rules:
        raise Misuse("--select và --ignore không để lại quy tắc nào; hãy bớt mã ở --ignore")
    return rules


def _ids(option: str, given: tuple[str, ...]) -> list[str]:
    ids = [known_id(word.strip(), option) for text in given for word in text.split(",") if word.strip()]
    if given and not ids:
        raise Misuse(f"{option} không có mã nào; xem các mã bằng: kegen rules")
    return ids


def known_id(word: str, option: str = "") -> str:
    """Return the id as it is written, or the beginning of ids; raises a usage error, with the nearest, for neither."""
    from kegen.check.rules import all_rules, chosen  # noqa: PLC0415

    name = word.lower().replace("_", "-")
    if chosen([name]):
        return name
    from kegen.vietnamese import nearest  # noqa: PLC0415 - only a slip needs it

    near = nearest(name, [rule.id for rule in all_rules()])
    hint = f"có phải là {near}?" if near else "xem các mã bằng: kegen rules"
    raise Misuse(f"{option} {word}: không có quy tắc nào mang mã này; {hint}".lstrip())
