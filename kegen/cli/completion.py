"""`kegen completion`: the script by which a shell completes the commands, options, profiles and ids of kegen."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import ShellComplete, get_completion_class

from kegen.cli.completing import shells
from kegen.cli.console import print_exactly
from kegen.cli.exit_codes import DONE
from kegen.cli.powershell import PowerShellCompletion
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, nearest_or_all

_HELP = (
    "In đoạn lệnh để gõ nửa chừng rồi bấm Tab thì hiện nốt tên lệnh, tùy chọn, tệp hồ sơ, mã bộ mẫu, mã quy tắc. "
    "CỬA SỔ LỆNH là powershell, bash hoặc zsh; cách cài ghi ở đầu đoạn lệnh."
)
SHELLS: Final = {
    "powershell": """\
# Hoàn tất lệnh kegen trong PowerShell. Cài một lần, trong cửa sổ PowerShell:
#   if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }
#   Add-Content $PROFILE 'kegen completion powershell | Out-String | Invoke-Expression'
# rồi mở cửa sổ mới. Nếu báo không được chạy tập lệnh thì chạy trước:
#   Set-ExecutionPolicy -Scope CurrentUser RemoteSigned
""",
    "bash": """\
# Hoàn tất lệnh kegen trong bash (4.4 trở lên). Cài một lần:
#   echo 'eval "$(kegen completion bash)"' >> ~/.bashrc
# rồi mở cửa sổ mới.
""",
    "zsh": """\
# Hoàn tất lệnh kegen trong zsh. Cài một lần:
#   echo 'autoload -Uz compinit && compinit' >> ~/.zshrc
#   echo 'eval "$(kegen completion zsh)"' >> ~/.zshrc
# rồi mở cửa sổ mới (dòng đầu không cần nếu ~/.zshrc đã có).
""",
}
"""How to install the script, by the shell's name; a comment in each of the three."""
VARIABLE: Final = "_KEGEN_COMPLETE"
"""The variable by which a shell asks; click makes its name of that of the program."""


@click.command(cls=VietnameseCommand, help=_HELP, short_help="In đoạn lệnh để bấm Tab thì hiện nốt lệnh, tùy chọn, mã.")
@click.argument("shell", nargs=-1, metavar="CỬA SỔ LỆNH", shell_complete=shells)
def command(shell: tuple[str, ...]) -> int:
    """Print the script of the shell, with how to install it."""
    if len(shell) != 1 or shell[0] not in SHELLS:
        word = shell[0] if shell else ""
        raise Misuse(f"hãy ghi một cửa sổ lệnh; {nearest_or_all(word, list(SHELLS))}")
    print_exactly(f"{SHELLS[shell[0]]}\n{_script(shell[0])}")
    return DONE


def _script(shell: str) -> str:
    """Return click's script; that of bash without asking which bash this machine has, as another may run it."""
    kind = PowerShellCompletion if shell == "powershell" else get_completion_class(shell) or ShellComplete
    return ShellComplete.source(kind(click.Command("kegen"), {}, "kegen", VARIABLE))
