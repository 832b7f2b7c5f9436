"""`--jobs`: how many processes draft side by side."""

from __future__ import annotations

import click

from kegen.cli.vietnamese_click import Misuse, option


def _checked(_ctx: click.Context, _param: click.Parameter, count: int | None) -> int | None:
    if count is not None and count < 1:
        raise Misuse(f"--jobs {count}: hãy ghi số tiến trình từ 1 trở lên, hoặc bỏ --jobs để dùng mọi lõi của máy")
    return count


jobs_option = option(
    "--jobs",
    type=int,
    metavar="N",
    callback=_checked,
    help="Số tiến trình cùng soạn khi có nhiều đơn vị; mặc định là số lõi của máy.",
)
