"""Looking at one file after the other, and how the command ends by what was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from kegen.cli.console import tell
from kegen.cli.endings import DONE, PROBLEMS, UNUSABLE
from kegen.cli.misuse import Misuse
from kegen.cli.sources import Source
from kegen.problem import Invalid, KegenError

if TYPE_CHECKING:
    from kegen.check.rule import Rule
    from kegen.check.way import Facts, Medium, Mode, Way
    from kegen.cli.copying import Copy
    from kegen.reporting.summary import Outcome, Unreadable


def only_one(sources: Sequence[Source | Unreadable], given: Mapping[str, str | None]) -> None:
    """Raise a usage error where an option that is about one document was given for several."""
    for option, value in given.items():
        if value is not None and len(sources) > 1:
            raise Misuse(
                f"{option} chỉ dùng khi kiểm tra một tệp, ở đây có {len(sources)} tệp; hãy chạy riêng từng tệp"
            )


def way_of(mode: str, medium: str, profile: str | None, parent: str | None) -> Way | None:
    """Return how to judge, None where the profile has errors, which are told."""
    from kegen.check.way import Way  # noqa: PLC0415 - loaded when the command line has proved sound

    above = None
    if parent is not None:
        from kegen.document.read import read_document  # noqa: PLC0415

        above = read_document(Source(parent).read(), parent)
    try:
        facts = None if profile is None else _facts(profile)
    except Invalid as error:
        tell(error.problems)
        return None
    return Way(cast("Mode", mode), cast("Medium", medium), facts, above)


def _facts(profile: str) -> Facts:
    import kegen  # noqa: PLC0415
    from kegen.check.way import facts_of  # noqa: PLC0415
    from kegen.profile.find import find_profile  # noqa: PLC0415

    loaded = kegen.load(find_profile(profile))
    return facts_of(loaded.profile, kegen.resolve(loaded))


def look(source: Source | Unreadable, rules: Sequence[Rule], way: Way, copy: Copy | None) -> Outcome:
    """Return what the rules say of the file, or why it cannot be looked at; write the copy with remarks if wanted."""
    from kegen.check.files import check_bytes  # noqa: PLC0415
    from kegen.reporting.summary import Unreadable  # noqa: PLC0415

    if isinstance(source, Unreadable):
        return source
    try:
        data = source.read()
        report = check_bytes(data, source.file, rules, way)
    except KegenError as error:
        return Unreadable(source.file, str(error))
    if copy:
        copy.write(data, report)
    return report


def ending_of(outcome: Outcome) -> int:
    """Return the code that the outcome alone would end with."""
    from kegen.check.report import Report  # noqa: PLC0415

    if not isinstance(outcome, Report):
        return UNUSABLE
    return PROBLEMS if outcome.count("error") else DONE
