"""`kegen resolve`: the resolved plan as YAML, every word and date decided."""

from __future__ import annotations

from pathlib import Path

import click

from kegen.cli.console import tell
from kegen.cli.speech import VietnameseCommand
from kegen.profile.find import find_profile


@click.command(cls=VietnameseCommand, help="In kế hoạch đã hoàn chỉnh (mọi câu, số, ngày) dưới dạng YAML.")
@click.option("--profile", required=True, metavar="TỆP", help="Hồ sơ của đơn vị (.yaml).")
@click.option("--output", metavar="TỆP", help="Ghi ra tệp này thay vì in ra màn hình.")
def command(profile: str, output: str | None) -> int:
    """Print the plan, or write it."""
    import kegen  # noqa: PLC0415 - loaded when the command line has proved sound
    from kegen.plan.dump import dump  # noqa: PLC0415

    plan = kegen.resolve(kegen.load(find_profile(profile)))
    tell(plan.warnings)
    text = dump(plan)
    if output is None:
        print(text, end="")
    else:
        from kegen.output.whole import write_whole  # noqa: PLC0415

        write_whole(Path(output), text.encode("utf-8"))
    return 0
