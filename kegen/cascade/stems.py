"""File names of units: `xa-nhu-khe`, safe on any disk, each its own, and the same in every run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kegen.cascade.members import Member
from kegen.vietnamese import fold


def slug(kind: str, name: str) -> str:
    """Return kind and name in small letters without marks, signs of other kinds left out."""
    return f"{kind}-{re.sub(r'[^a-z0-9]+', '-', re.sub(r'[^a-z0-9-]', '', fold(name))).strip('-')}"


def stems_of(members: Iterable[Member], known: Mapping[str, str]) -> dict[str, str]:
    """Return the name of each unit's files by its code: the one known from earlier runs, else its slug.

    Two units of one slug have their code in the name; so must all units of the province be given, not only those
    that are wanted, or a name would depend on the company it is in.
    """
    slugs = {each.code: slug(each.kind, each.name) for each in members}
    count = Counter(slugs.values())
    return {code: known.get(code) or (each if count[each] == 1 else f"{each}-{code}") for code, each in slugs.items()}
