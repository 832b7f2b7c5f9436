"""The command line, `kegen draft` and the others. Thin: it parses, calls the core, prints; the core does neither."""

from __future__ import annotations

import gc
import os
import sys

_RARE = ("kegen.check.rule", "docxtpl", "pydantic", "openpyxl", "icalendar")
"""What few runs load: were the patterns of these kept, every run would take them up. Rules keep theirs elsewhere."""


def main() -> None:
    """Run kegen as a command; the process ends with 0 done, 1 problems found, 2 wrong use or unreadable input."""
    gc.disable()  # a run is short: collecting takes a fifth of it and frees nothing of use
    from kegen.cli.ahead import end_ahead, names_profile, start_ahead  # noqa: PLC0415 - after the line above
    from kegen.cli.waiting import let_wait  # noqa: PLC0415

    try:
        let_wait()
        start_ahead(sys.argv[1:])
        code = (_run_with_patterns if names_profile(sys.argv[1:]) else _run)(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to stop
        code = 130
    finally:
        end_ahead()
    _end(code)


def _run(arguments: list[str]) -> int:
    from kegen.cli.shell import run  # noqa: PLC0415 - with all that it names

    return run(arguments)


def _run_with_patterns(arguments: list[str]) -> int:
    """Run it with the patterns that earlier runs compiled: who reads a profile has use for what keeps them anyway."""
    from kegen.patterns import keep_new, take_up  # noqa: PLC0415 - a process started ahead takes up its own

    known = take_up("command")
    code = _run(arguments)
    if sys.modules.keys().isdisjoint(_RARE):
        keep_new("command", known)
    return code


def _end(code: int) -> None:
    """End the process at once: the system takes everything back faster than Python does, object by object.

    Processes of a pool that is still there end with their pipes.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()  # whatever prints here does so already, or says why it cannot
    os._exit(code)
