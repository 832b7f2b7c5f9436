"""A plan by the name of its file: a profile, or a plan that `kegen resolve` saved."""

from __future__ import annotations

import os
from pathlib import Path

from kegen.files import stored
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve
from kegen.plan.saved import is_saved_plan, read_plan
from kegen.profile.read import Loaded, find_profile, load


def plan_of(name: str) -> Plan:
    """Return the plan; raises KegenError where there is none, Invalid where it is wrong."""
    loaded = profile_of(name)
    return resolve(loaded) if loaded else read_plan(stored(Path(name))).plan


def profile_of(name: str) -> Loaded | None:
    """Return the profile, None where the name is that of a saved plan; raises as `plan_of`."""
    path = stored(Path(name))
    is_saved = is_saved_plan(path) and os.path.isfile(path)  # noqa: PTH113 - no error for a name too long
    return None if is_saved else load(find_profile(name))
