"""The plan of the province that all others carry out: read once, handed down as one file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kegen.cascade.stems import slug
from kegen.country import official_name
from kegen.dates import PlanDate, parse_date
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.plan.saved import SUFFIX, dump, is_saved_plan, read_plan
from kegen.plan.unit import WORDS
from kegen.problem import KegenError
from kegen.profile.read import load
from kegen.vietnamese import fold


class Above(NamedTuple):
    """The plan above and the file it is handed down in."""

    plan: Plan
    text: str
    """The file's whole text."""
    file: str
    """Its name."""

    @property
    def title(self) -> str:
        """The unit above as running text names it: `tỉnh Tuyên Quang`."""
        return f"{WORDS[self.plan.standing.level]} {self.province}"

    @property
    def province(self) -> str:
        """The name of the province."""
        return self.plan.standing.province

    @property
    def issued(self) -> PlanDate | None:
        """Its date, None while that is not whole."""
        return parse_date(self.plan.issued) if self.plan.issued else None

    @property
    def digest(self) -> str:
        """What tells one state of the plan from another."""
        return sha256(self.text.encode()).hexdigest()

    def named(self, known: str) -> Above:
        """Return it under the file name it had before, also where the province has become a city since."""
        return self._replace(file=known) if known.endswith(f"-{fold(self.province)}{SUFFIX}") else self


def read_above(path: Path) -> Above:
    """Return the province's plan from its profile, or from a plan that kegen saved.

    Raises Invalid with every problem of it, KegenError where it cannot be read or is no province's.
    """
    plan = read_plan(path).plan if is_saved_plan(path) else resolve(load(path))
    standing = plan.standing
    if standing.level not in {"tinh", "thanh-pho"} or official_name(standing.province) is None:
        raise KegenError(
            f"{path}: đây là kế hoạch của {plan.unit_name}; "
            f"kegen cascade cần hồ sơ, hoặc tệp {SUFFIX}, của một tỉnh, thành phố"
        )
    return Above(plan, dump(plan), slug(standing.level, standing.province) + SUFFIX)
