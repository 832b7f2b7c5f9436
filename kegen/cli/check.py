"""`kegen check`: Word files in, what is wrong with their form and wording out."""

from __future__ import annotations

import click

from kegen.cli.copying import copy_to
from kegen.cli.endings import UNUSABLE
from kegen.cli.looking import ending_of, look, only_one, way_of
from kegen.cli.selection import selected
from kegen.cli.showing import show
from kegen.cli.sources import sources_of
from kegen.cli.speech import VietnameseCommand, option

_HELP = (
    "Kiểm tra thể thức và lời văn của văn bản Word (.docx). "
    "TỆP là một tệp, một thư mục, hoặc dấu - để đọc từ lệnh trước; không tệp nào bị sửa."
)


@click.command(cls=VietnameseCommand, help=_HELP)
@click.argument("files", nargs=-1, metavar="TỆP…")
@option(
    "--mode",
    type=click.Choice(["draft", "issued"]),
    default="draft",
    metavar="draft|issued",
    help="draft: dự thảo, số và ngày còn trống được; issued: đã ban hành, phải đủ.",
)
@option(
    "--medium",
    type=click.Choice(["electronic", "paper"]),
    default="electronic",
    metavar="electronic|paper",
    help="electronic: văn bản điện tử; paper: văn bản giấy.",
)
@option(
    "--select",
    multiple=True,
    metavar="MÃ",
    help="Chỉ xét quy tắc này; ghi nhiều lần, hoặc nhiều mã cách nhau dấu phẩy.",
)
@option("--ignore", multiple=True, metavar="MÃ", help="Không xét quy tắc này; ghi như --select.")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    metavar="text|json|sarif",
    help="Cách in kết quả.",
)
@option("--annotate", metavar="TỆP", help="Ghi thêm bản sao .docx này, có nhận xét bên lề (chỉ khi kiểm tra một tệp).")
@option("--force", is_flag=True, help="--annotate ghi đè cả tệp có sẵn; tệp cũ được giữ lại bên cạnh.")
@option("--profile", metavar="TỆP", help="Hồ sơ của đơn vị (.yaml) để đối chiếu (chỉ khi kiểm tra một tệp).")
@option("--parent", metavar="TỆP", help="Văn bản của cấp trên (.docx) để đối chiếu.")
def command(  # noqa: PLR0913 - one for each option
    *,
    files: tuple[str, ...],
    mode: str,
    medium: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    annotate: str | None,
    force: bool,
    profile: str | None,
    parent: str | None,
) -> int:
    """Check every file; one that cannot be read stops no other."""
    sources = sources_of(files)
    only_one(sources, {"--annotate": annotate, "--profile": profile})
    copy = None if annotate is None else copy_to(annotate, (sources[0].file, parent), force=force)
    rules = selected(select, ignore)
    way = way_of(mode, medium, profile, parent)
    if way is None:
        return UNUSABLE
    outcomes = [look(each, rules, way, copy) for each in sources]
    show(outcomes, rules, form)
    return max(*map(ending_of, outcomes), copy.tell(form) if copy else 0)
