"""`kegen open`: the page in the browser, for a folder or for one profile."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kegen.cli.completing import profiles
from kegen.cli.console import print_result
from kegen.cli.exit_codes import DONE
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, option
from kegen.extras import extra
from kegen.files import stored
from kegen.problem import KegenError
from kegen.profile.read import find_profile
from kegen.shipped import profiles_folder

_HELP = (
    "Mở trang làm việc trong trình duyệt, chỉ trên máy này: thả kế hoạch nhận được, điền biểu mẫu, xem từng trang, "
    "lấy tệp Word. Không ghi tên thì mở thư mục đang đứng."
)


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Mở trang làm việc trong trình duyệt.")
@click.argument("files", nargs=-1, shell_complete=profiles, metavar="[THƯ MỤC|HỒ SƠ]")
@option("--no-browser", "silent", is_flag=True, help="Chỉ in địa chỉ, không mở trình duyệt.")
def command(files: tuple[str, ...], *, silent: bool) -> int:
    """Serve the page until it is closed."""
    if len(files) > 1:
        raise Misuse("chỉ mở một thư mục hoặc một hồ sơ mỗi lần")
    show(*_meant(files[0] if files else "."), browser=not silent)
    return DONE


def show(folder: Path, profile: str, *, browser: bool) -> None:
    """Serve the page of a folder, beginning with one of its profiles where one is named, until it is closed."""
    _refuse_shipped(folder)
    with extra("page", "mở trang trong trình duyệt"):
        from kegen.page.serving import serve  # noqa: PLC0415 - an extra
    try:
        serve(folder, profile, _print_address, browser=browser)
    except KeyboardInterrupt:
        pass
    except OSError as error:
        raise KegenError(f"không mở được trang trên máy này (mã lỗi {error.errno}); hãy chạy lại lệnh") from None
    print_result("Đã đóng trang.")


def _refuse_shipped(folder: Path) -> None:
    """Raise KegenError for the profiles that come with kegen: what is filled in there goes with the next version."""
    shipped = profiles_folder().resolve()
    if folder.resolve() == shipped and Path.cwd() not in (shipped, *shipped.parents):
        raise KegenError(
            f"{folder}: đây là hồ sơ mẫu kèm theo kegen, không sửa tại chỗ; "
            "hãy chép tệp vào thư mục của đơn vị rồi mở ở đó"
        )


def _meant(name: str) -> tuple[Path, str]:
    """Return the folder and the profile in it that a name stands for."""
    if os.path.isdir(name):  # noqa: PTH112 - no error for a name too long
        return stored(Path(name)), ""
    path = find_profile(name)
    path = path.resolve() if path.is_symlink() else path
    return path.parent, path.name


def _print_address(address: str) -> None:
    print_result(f"Trang đang mở tại: {address}\nĐóng trang: bấm Ctrl-C ở đây.")
