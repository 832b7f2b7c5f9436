"""What is started before the command line is even read: the second process of a run that checks its only draft."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Sequence

_PROFILE = "--profile"


def start_ahead(arguments: Sequence[str]) -> None:
    """Start what the arguments are sure to need; they are looked at, not judged: that is for whoever reads them."""
    if drafts_one(arguments):
        from kegen.check.aside import start  # noqa: PLC0415 - for few commands

        start()


def end_ahead() -> None:
    """End what was started and is no more needed."""
    if aside := sys.modules.get("kegen.check.aside"):
        aside.end()


def drafts_one(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for one draft and its check."""
    if arguments[:1] != ["draft"] or not {"--no-check", "-h", "--help"}.isdisjoint(arguments):
        return False
    profiles = _profiles(arguments)
    return len(profiles) == 1 and not os.path.isdir(profiles[0])  # noqa: PTH112 - no error for a name too long


def names_profile(arguments: Sequence[str]) -> bool:
    """Whether the arguments name a profile: help, a version, rules need none of what reading one does."""
    return bool(_profiles(arguments))


def _profiles(arguments: Sequence[str]) -> list[str]:
    after = [value for option, value in itertools.pairwise(arguments) if option == _PROFILE]
    return after + [each.partition("=")[2] for each in arguments if each.startswith(f"{_PROFILE}=")]
