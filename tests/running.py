"""kegen run in this process, with how it ended and what it printed."""

from typing import NamedTuple

from kegen.cli.shell import run


class Run(NamedTuple):
    code: int
    out: str
    err: str


def run_kegen(capsys, *arguments):
    """Run it with the arguments."""
    return Run(run(list(arguments)), *capsys.readouterr())
