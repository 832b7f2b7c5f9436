"""`kegen preview`: the pages of a plan to be looked at, without Word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import click

from kegen.cli.console import complain, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.open import show
from kegen.cli.output_files import output_format_of, saved_lines, stem_of
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.output.guard import Saved, save, save_known
from kegen.pages.pages import draw_pages
from kegen.pages.printing import as_pdf, as_pictures
from kegen.pages.whole import is_whole_html, whole_html
from kegen.plan.resolve import resolve
from kegen.problem import KegenError
from kegen.profile.read import find_profile, load
from kegen.template.render import render

_SUFFIXES: Final = {"html": ".html", "pdf": ".pdf", "png": ".png"}
_HELP = (
    "Xem kế hoạch thành từng trang A4, không cần Word: trong trình duyệt, vẽ lại mỗi lần lưu hồ sơ; "
    "có --format hoặc --output thì ghi ra tệp HTML, PDF, ảnh."
)


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Xem kế hoạch thành từng trang A4, không cần Word.")
@option("--profile", required=True, metavar="TỆP", help="Hồ sơ của đơn vị (.yaml).")
@format_option(
    *_SUFFIXES,
    default=None,
    about="html: mở bằng trình duyệt; pdf, png (mỗi trang một ảnh): cần LibreOffice. Không ghi thì theo đuôi của "
    "--output; không ghi cả hai thì mở trang trong trình duyệt.",
)
@option("--output", metavar="TỆP", help="Tệp để ghi; mặc định là <hồ sơ>.<đuôi> tại đây.")
@option("--template", metavar="TỆP", help="Mẫu Word của đơn vị thay cho mẫu kèm theo kegen.")
@option("--force", is_flag=True, help="Ghi đè cả tệp không do kegen ghi; tệp cũ được giữ lại bên cạnh.")
@option("--no-browser", "silent", is_flag=True, help="Chỉ in địa chỉ của trang, không mở trình duyệt.")
def command(  # noqa: PLR0913 - one for each option
    *, profile: str, output_format: str | None, output: str | None, template: str | None, force: bool, silent: bool
) -> int:
    """Show the pages in the browser, drawn anew at every save; with a format or a file named, write them."""
    path = find_profile(profile)
    if output_format is None and output is None and template is None:
        show(path.parent, path.name, browser=not silent)
        return DONE
    output_format = _output_format(output_format, output)
    plan = resolve(load(path))
    tell(plan.warnings)
    data = render(plan, None if template is None else Path(template), profile=path.name)
    target = Path(output or f"{stem_of(profile)}{_SUFFIXES[output_format]}")
    try:
        print_result("\n".join(_written(data, output_format, target, path, force=force)))
    except KegenError as error:
        complain(str(error))
        return PROBLEMS
    return DONE


def _output_format(output_format: str | None, output: str | None) -> str:
    """Return the format asked for; raises a usage error where the name of the file says another."""
    output_format = output_format_of(output_format, output, _SUFFIXES, "html")
    if output is not None and Path(output).suffix.lower() != _SUFFIXES[output_format]:
        raise Misuse(f"--output {output}: dạng {output_format} được ghi ra tệp có đuôi {_SUFFIXES[output_format]}")
    return output_format


def _written(data: bytes, output_format: str, target: Path, profile: Path, *, force: bool) -> list[str]:
    """Write the pages of a draft and return where they are."""
    if output_format == "html":
        pages = draw_pages(data, str(target))
        html = whole_html(pages, target.stem).encode("utf-8")
        saved = save_known(target, html, is_whole_html, force=force, like=[profile])
        return [*saved_lines(saved), f"  {len(pages.pages)} trang; mở tệp này bằng trình duyệt để xem hoặc in"]
    pdf = as_pdf(data, str(target))
    keep = partial(save, force=force, like=[profile])
    if output_format == "pdf":
        return saved_lines(keep(target, pdf))
    return [line for saved in _pictures(pdf, target, keep) for line in saved_lines(saved)]


def _pictures(pdf: bytes, target: Path, keep: partial[Saved]) -> Iterator[Saved]:
    """Write a picture of each page, their names numbered."""
    pictures = as_pictures(pdf)
    digits = len(str(len(pictures)))
    for number, picture in enumerate(pictures, 1):
        yield keep(target.with_stem(f"{target.stem}-{number:0{digits}}"), picture)
