"""`kegen resolve`: the resolved plan as YAML, every word and date decided."""

from __future__ import annotations

from pathlib import Path

import click

from kegen.cli.completing import profiles
from kegen.cli.console import complain, print_exactly, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, option
from kegen.files import stored
from kegen.output.guard import save
from kegen.output.older import bytes_there
from kegen.plan.resolve import resolve
from kegen.plan.saved import dump, is_dump
from kegen.problem import KegenError
from kegen.profile.read import find_profile, load


@click.command(cls=VietnameseCommand, help="In kế hoạch đã hoàn chỉnh (mọi câu, số, ngày) dưới dạng YAML.")
@option("--profile", required=True, shell_complete=profiles, metavar="TỆP", help="Hồ sơ của đơn vị (.yaml).")
@option("--output", metavar="TỆP", help="Ghi ra tệp .yaml này thay vì in ra màn hình.")
def command(profile: str, output: str | None) -> int:
    """Print the plan, or write it."""
    if output is not None and not output.lower().endswith((".yaml", ".yml")):
        raise Misuse(f"--output {output}: kế hoạch được ghi dưới dạng YAML, nên tên tệp phải có đuôi .yaml")
    path = find_profile(profile)
    plan = resolve(load(path))
    tell(plan.warnings)
    if output is not None:
        return _write(Path(output), dump(plan), path)
    print_exactly(dump(plan))
    return DONE


def _write(path: Path, text: str, profile: Path) -> int:
    """Write the plan; another one that is there, which somebody may have edited, is kept beside it."""
    try:
        _check_old(path)
        saved = save(path, text.encode("utf-8"), force=True, like=[profile])
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    backup = [f"  tệp cũ được giữ tại {saved.backup}"] if saved.backup else []
    print_result("\n".join((f"{path}: đã ghi", *backup)))
    return DONE


def _check_old(path: Path) -> None:
    """Refuse to write over a file that is no plan written by this command: it may be the profile itself."""
    old = bytes_there(stored(path))
    if old is not None and not is_dump(old):
        raise KegenError(
            f"{path}: tệp đang có ở đây không phải kế hoạch do kegen resolve ghi, nên không ghi đè; "
            "hãy chọn tên khác bằng --output, ví dụ ke-hoach.plan.yaml"
        )
