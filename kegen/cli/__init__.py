"""The command line, `kegen draft` and the others. Thin: it parses, calls the core, prints; the core does neither."""

from __future__ import annotations

import gc
import signal
import sys


def main() -> None:
    """Run kegen as a command; the process ends with 0 done, 1 problems found, 2 wrong use or unreadable input."""
    gc.disable()  # a run is short: collecting takes a fifth of it and frees nothing of use
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that it ends like Ctrl-C, leaving nothing half
    from kegen.cli.shell import run  # noqa: PLC0415 - after the line above

    code = run(sys.argv[1:])
    gc.freeze()  # nor does a collection while Python ends, which takes an eighth
    sys.exit(code)
