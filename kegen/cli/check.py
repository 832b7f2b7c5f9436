"""`kegen check`: Word files in, what is wrong with their form and wording out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

import click

from kegen import __version__
from kegen.check.accepting import unmet
from kegen.check.files import check_bytes
from kegen.check.options import CheckOptions, Medium, Mode, context_of
from kegen.check.report import Report
from kegen.check.rule import Rule
from kegen.cli.annotated_copy import Copy, copy_to
from kegen.cli.completing import files, profiles
from kegen.cli.console import can_print_vietnamese, complain, explain_hint, print_lines, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS, UNUSABLE
from kegen.cli.input_files import Source, sources_of
from kegen.cli.rules import ids_of_rules, selected
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.docx.read import read_document
from kegen.plan.model import Plan
from kegen.problem import Invalid, KegenError
from kegen.reporting.records import report_record, sarif_record
from kegen.reporting.summary import Outcome, Unreadable
from kegen.reporting.text import report_lines

if TYPE_CHECKING:
    from kegen.profile.read import Loaded

_HELP = (
    "Kiểm tra thể thức và lời văn của văn bản Word (.docx). "
    "TỆP là một tệp, một thư mục, hoặc dấu - để đọc từ lệnh trước; không tệp nào bị sửa."
)


@click.command(cls=VietnameseCommand, help=_HELP)
@click.argument("files", nargs=-1, shell_complete=files, metavar="TỆP…")
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
    shell_complete=ids_of_rules,
    metavar="MÃ",
    help="Chỉ xét quy tắc này; ghi nhiều lần, hoặc nhiều mã cách nhau dấu phẩy.",
)
@option(
    "--ignore",
    multiple=True,
    shell_complete=ids_of_rules,
    metavar="MÃ",
    help="Không xét quy tắc này; ghi như --select.",
)
@format_option("text", "json", "sarif")
@option("--annotate", metavar="TỆP", help="Ghi thêm bản sao .docx này, có nhận xét bên lề (chỉ khi kiểm tra một tệp).")
@option("--force", is_flag=True, help="--annotate ghi đè cả tệp có sẵn; tệp cũ được giữ lại bên cạnh.")
@option(
    "--profile",
    shell_complete=profiles,
    metavar="TỆP",
    help="Hồ sơ của đơn vị (.yaml) để đối chiếu (chỉ khi kiểm tra một tệp).",
)
@option("--parent", metavar="TỆP", help="Văn bản của cấp trên (.docx) để đối chiếu.")
def command(  # noqa: PLR0913 - one for each option
    *,
    files: tuple[str, ...],
    mode: str,
    medium: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    annotate: str | None,
    force: bool,
    profile: str | None,
    parent: str | None,
) -> int:
    """Check every file; one that cannot be read stops no other."""
    sources = sources_of(files)
    _refuse_for_several(sources, {"--annotate": annotate, "--profile": profile})
    copy = None if annotate is None else copy_to(annotate, (sources[0].file, parent), force=force)
    rules = selected(select, ignore)
    above = None if parent is None else read_document(Source(parent).read(), parent)
    try:
        known = None if profile is None else _known(profile)
    except Invalid as error:
        tell(error.problems)
        return UNUSABLE
    facts = None if known is None else context_of(known[0].profile, known[1], known[0].path.parent)
    options = CheckOptions(cast("Mode", mode), cast("Medium", medium), facts, above)
    outcomes = [_check(each, rules, options, copy) for each in sources]
    if known:
        tell(problem for each in outcomes if isinstance(each, Report) for problem in unmet(*known, each))
    _print(outcomes, rules, output_format)
    return max(*map(_exit_code, outcomes), copy.tell(output_format) if copy else 0)


def _refuse_for_several(sources: Sequence[Source | Unreadable], given: Mapping[str, str | None]) -> None:
    """Raise a usage error where an option that is about one document was given for several."""
    for name, value in given.items():
        if value is not None and len(sources) > 1:
            raise Misuse(f"{name} chỉ dùng khi kiểm tra một tệp, ở đây có {len(sources)} tệp; hãy chạy riêng từng tệp")


def _known(profile: str) -> tuple[Loaded, Plan]:
    """Return the profile and the plan that it makes; raises Invalid where it has errors."""
    from kegen.plan.resolve import resolve  # noqa: PLC0415 - a check without a profile drafts nothing
    from kegen.profile.read import find_profile, load  # noqa: PLC0415 - the same

    loaded = load(find_profile(profile))
    return loaded, resolve(loaded)


def _check(source: Source | Unreadable, rules: Sequence[Rule], options: CheckOptions, copy: Copy | None) -> Outcome:
    """Return what the rules find in the file, or why it cannot be read; write the copy with remarks if wanted."""
    if isinstance(source, Unreadable):
        return source
    try:
        data = source.read()
        report = check_bytes(data, source.file, rules, options)
    except KegenError as error:
        return Unreadable(source.file, str(error))
    if copy:
        copy.write(data, report)
    return report


def _exit_code(outcome: Outcome) -> int:
    """Return the code that the outcome alone would end with."""
    if not isinstance(outcome, Report):
        return UNUSABLE
    return PROBLEMS if outcome.count("error") else DONE


def _print(outcomes: Sequence[Outcome], rules: Sequence[Rule], output_format: str) -> None:
    """Print the outcomes on stdout; on stderr, whatever the format, what could not be read."""
    for outcome in outcomes:
        if isinstance(outcome, Unreadable):
            complain(outcome.why)
    if output_format == "text":
        print_lines(report_lines(outcomes))
        if any(isinstance(each, Report) and each.findings for each in outcomes):
            explain_hint()
        return
    record = report_record(outcomes) if output_format == "json" else sarif_record(outcomes, rules, __version__)
    print_result(json.dumps(record, ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
