"""`kegen resolve`: the resolved plan as YAML, every word and date decided."""

from __future__ import annotations

from pathlib import Path

import click

from kegen.cli.console import complain, print_exactly, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, option
from kegen.output.whole import write_whole
from kegen.plan.resolve import resolve
from kegen.plan.saved import dump, is_dump
from kegen.problem import KegenError
from kegen.profile.read import find_profile, load


@click.command(cls=VietnameseCommand, help="In kế hoạch đã hoàn chỉnh (mọi câu, số, ngày) dưới dạng YAML.")
@option("--profile", required=True, metavar="TỆP", help="Hồ sơ của đơn vị (.yaml).")
@option("--output", metavar="TỆP", help="Ghi ra tệp .yaml này thay vì in ra màn hình.")
def command(profile: str, output: str | None) -> int:
    """Print the plan, or write it."""
    if output is not None and not output.lower().endswith((".yaml", ".yml")):
        raise Misuse(f"--output {output}: kế hoạch được ghi dưới dạng YAML, nên tên tệp phải có đuôi .yaml")
    plan = resolve(load(find_profile(profile)))
    tell(plan.warnings)
    if output is not None:
        return _write(Path(output), dump(plan))
    print_exactly(dump(plan))
    return DONE


def _write(path: Path, text: str) -> int:
    try:
        _check_old(path)
        write_whole(path, text.encode("utf-8"))
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    print_result(f"{path}: đã ghi")
    return DONE


def _check_old(path: Path) -> None:
    """Refuse to write over a file that is no plan written by this command: it may be the profile itself."""
    try:
        ours = is_dump(path.read_bytes())
    except OSError:
        return  # none there, or writing will say what is wrong
    if not ours:
        raise KegenError(
            f"{path}: tệp đang có ở đây không phải kế hoạch do kegen resolve ghi, nên không ghi đè; "
            "hãy chọn tên khác bằng --output, ví dụ ke-hoach.plan.yaml"
        )
