"""kegen as a command: its commands, how it ends, and what it says when it cannot go on."""

from __future__ import annotations

import os

import click
from click.shell_completion import add_completion_class

from kegen import __version__
from kegen.cli.console import complain, prepare_streams, print_result, tell
from kegen.cli.exit_codes import DONE, INTERRUPTED, PROBLEMS, UNUSABLE
from kegen.cli.powershell import PowerShellCompletion
from kegen.cli.vietnamese_click import VietnameseGroup, VietnameseOption, explained
from kegen.output.whole import disk_error
from kegen.problem import Invalid, KegenError

_HELP = (
    "Đọc kế hoạch cấp trên gửi xuống; soạn KẾ HOẠCH của đơn vị mình từ một hồ sơ YAML ngắn, đúng thể thức Nghị định "
    "30/2020/NĐ-CP; kiểm tra văn bản Word theo Nghị định ấy."
)
_HOMES = {
    "import": "kegen.cli.import_",
    "confirm": "kegen.cli.confirm",
    "new": "kegen.cli.new",
    "draft": "kegen.cli.draft",
    "pull": "kegen.cli.pull",
    "open": "kegen.cli.open",
    "preview": "kegen.cli.preview",
    "coverage": "kegen.cli.coverage",
    "tasks": "kegen.cli.tasks",
    "cascade": "kegen.cli.cascade",
    "resolve": "kegen.cli.resolve",
    "diff": "kegen.cli.diff",
    "check": "kegen.cli.check",
    "rules": "kegen.cli.rules",
    "explain": "kegen.cli.explain",
    "doctor": "kegen.cli.doctor",
    "completion": "kegen.cli.completion",
}
"""The module of each command, in the order in which an officer needs them."""


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print_result(f"kegen {__version__}")
        ctx.exit()


kegen = VietnameseGroup(
    "kegen",
    help=_HELP,
    homes=_HOMES,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        VietnameseOption(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help="Hiện phiên bản rồi thoát.",
        )
    ],
)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; a bug keeps its traceback."""
    # pydantic looks for plugins of its own in the metadata of every installed package; kegen's records have none
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare_streams()
    add_completion_class(PowerShellCompletion)
    try:
        code = kegen.main(arguments or ["--help"], prog_name="kegen", standalone_mode=False)
    except click.UsageError as error:
        complain(explained(error))
        return UNUSABLE
    except Invalid as error:
        tell(error.problems)
        return PROBLEMS
    except KegenError as error:
        complain(str(error))
        return UNUSABLE
    except OSError as error:  # of the disk, in a place where nothing better can be told of it
        if error.errno is None:
            raise
        complain(str(disk_error(error, "kegen")))
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        complain("Đã dừng theo yêu cầu; tệp đang ghi dở (nếu có) đã được bỏ.")
        return INTERRUPTED
    return code if isinstance(code, int) else DONE
