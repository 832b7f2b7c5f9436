"""How much time and memory a PDF may take, and how long it may be."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource

SECONDS = 7
_MEMORY = 300 << 20
MOST_BYTES = 60 << 20
MOST_PAGES = 400
MOST_CHARACTERS = 200_000
"""A hundred pages have less."""
MOST_RULES = 300_000
MOST_TAGS = 1_000_000


def bound_this_process() -> None:
    """Hold this process to its time and memory, where the system can (POSIX `setrlimit`)."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
