"""The last reports, kept across runs: the same file, judged by the same rules against the same facts, has the same one.

Why no more is kept than the last few: they spare the wait for one who drafts, looks, changes a word and drafts again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kegen.cache import keep, recall
from kegen.check.report import Finding, Report, Spot, Verdict
from kegen.check.rules import Chosen
from kegen.digest import digest_of
from kegen.named_tuple import NamedTuple
from kegen.shipped import templates_folder

if TYPE_CHECKING:
    from kegen.check.rule import Rule
    from kegen.check.way import Way

_KEY = "reports"
_MOST = 8
_CODE = Path(__file__).parent.parent
_JUDGING = ("", "check", "check/form", "check/wording", "check/agreement", "document", "gazetteer", "pack", "plan")
"""The folders of code that has a say in a report."""


class Kept(NamedTuple):
    """The place of one report among those kept."""

    stamp: str
    """What the files that judge were, by name, size and time: with other rules the reports are of no use."""
    name: str
    reports: dict[str, Any]
    """Those kept, by name, as they were read."""

    def recalled(self, file: str) -> Report | None:
        """Return the report as that of the file, None where it is not kept or not whole."""
        try:
            return _read(self.reports[self.name], file)
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, report: Report) -> None:
        """Keep the report and let the oldest go."""
        older = {name: each for name, each in self.reports.items() if name != self.name}
        latest = dict(list(older.items())[-_MOST + 1 :])
        record = [{rule: list(each) for rule, each in report.verdicts.items()}, report.findings]
        keep(_KEY, {"stamp": self.stamp, "reports": {**latest, self.name: record}})


def kept_report(data: bytes, rules: Sequence[Rule], way: Way) -> Kept | None:
    """Return where the report is kept, None for one that is not: of other rules than kegen's, against a document."""
    if not isinstance(rules, Chosen) or way.above is not None:
        return None
    asked = "\0".join((*rules.ids, way.mode, way.medium, repr(way.facts)))
    stamp = _digest("\0".join(stamps(_JUDGING)).encode())
    return Kept(stamp, _digest(asked.encode(), data), _reports(stamp))


def _reports(stamp: str) -> dict[str, Any]:
    known = recall(_KEY)
    reports = known.get("reports") if isinstance(known, dict) and known.get("stamp") == stamp else None
    return reports if isinstance(reports, dict) else {}


def _digest(*contents: bytes) -> str:
    return digest_of(b"\0".join(contents))


def stamps(code: Iterable[str]) -> Iterator[str]:
    """Yield name, size and time of every file in these folders of code and in those of the packs."""
    folders = (*(_CODE / each for each in code), *(each.parent for each in templates_folder().glob("*/pack.yaml")))
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in sorted((each for each in entries if each.is_file()), key=lambda each: each.name):
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


def _read(record: Any, file: str) -> Report:  # noqa: ANN401 - whatever JSON holds
    verdicts, findings = record
    read = tuple(_finding(*each) for each in findings)
    return Report(file, {rule: Verdict(*each) for rule, each in verdicts.items()}, read)


def _finding(*fields: Any) -> Finding:  # noqa: ANN401
    from kegen.document.model import Place  # noqa: PLC0415 - only a fault has one

    rule, severity, message, (text, place, order), found, expected, cite = fields
    return Finding(rule, severity, message, Spot(text, place and Place(*place), order), found, expected, cite)
