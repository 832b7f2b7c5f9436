"""How a command ends: the codes the process leaves, which scripts ask for."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
PROBLEMS: Final = 1
"""A profile, pack or template has errors, a blank remains under --final, the place of a draft is taken or full, or a
check finds errors."""
UNUSABLE: Final = 2
"""The command line cannot be meant, or its input cannot be found or read."""
INTERRUPTED: Final = 130
