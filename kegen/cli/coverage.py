"""`kegen coverage`: each order of the plan above, and what the unit's plan does about it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kegen.cli.completing import profiles
from kegen.cli.console import can_print_vietnamese, print_lines, print_result, tell
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.output_files import output_format_of, saved_lines, stem_of
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.output.guard import save
from kegen.plan.coverage import OPEN_ORDER
from kegen.plan.model import Plan
from kegen.plan.resolve import resolve_leniently
from kegen.plan.saved import is_saved_plan
from kegen.plan.which_unit import UNIT_PROBLEMS
from kegen.problem import KegenError, Severity
from kegen.profile.read import Loaded, find_profile, load
from kegen.profile.unit import ParentPlan
from kegen.sheets.coverage import coverage_table, headline, lines, record
from kegen.sheets.workbook import write_workbook


@click.command(cls=VietnameseCommand, help="Đối chiếu kế hoạch với từng việc, từng chỉ tiêu mà cấp trên giao.")
@option("--profile", required=True, shell_complete=profiles, metavar="TỆP", help="Hồ sơ của đơn vị (.yaml).")
@option("--parent", metavar="TỆP", help="Hồ sơ hoặc tệp .plan.yaml của cấp trên, thay cho tệp ghi ở parent_plan.")
@option("--output", metavar="TỆP", help="Tệp để ghi, cho xlsx; mặc định là <hồ sơ>.doi-chieu.xlsx tại đây.")
@option("--force", is_flag=True, help="Ghi đè cả tệp đã được sửa; tệp cũ được giữ lại bên cạnh.")
@format_option("text", "json", "xlsx", default=None, about="text, json: in ra; xlsx: ghi bảng Excel.")
def command(profile: str, parent: str | None, output: str | None, output_format: str | None, *, force: bool) -> int:
    """Tell what is taken up, left out and open."""
    output_format = output_format_of(output_format, output, {"xlsx": ".xlsx"})
    if output is not None and not (output_format == "xlsx" and output.lower().endswith(".xlsx")):
        raise Misuse(f"--output {output}: chỉ bảng Excel được ghi ra tệp; hãy ghi --format xlsx --output bang.xlsx")
    path = find_profile(profile)
    loaded = load(path)
    plan = resolve_leniently(loaded if parent is None else _under(loaded, find_profile(parent)))
    tell(each for each in plan.warnings if each.id != OPEN_ORDER)  # the account itself says it
    errors = [each for each in plan.warnings if each.severity is Severity.ERROR]
    if errors and not (plan.coverage and UNIT_PROBLEMS.isdisjoint(each.id for each in errors)):
        return PROBLEMS  # the plan above, too, is told there; of no unit nothing can be said
    if not plan.coverage:
        raise KegenError(
            f"{path}: parent_plan chỉ ghi số, ngày nên không biết cấp trên giao những gì; hãy ghi"
            " parent_plan: {plan: tên.plan.yaml} (tệp cấp trên gửi xuống) hoặc thêm --parent TỆP"
        )
    if output_format == "json":
        print_result(json.dumps(record(plan), ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    elif output_format == "xlsx":
        _write(Path(output or f"{stem_of(profile)}.doi-chieu.xlsx"), plan, path, force=force)
    else:
        print_lines([(f"{path}: {headline(plan)}", "title"), *lines(plan)])
    unsound = any(each.severity is Severity.ERROR for each in plan.warnings)
    return PROBLEMS if unsound or any(each.state == "open" for each in plan.coverage) else DONE


def _under(loaded: Loaded, parent: Path) -> Loaded:
    """Return the profile as if it named that file as the plan above."""
    own = loaded.profile.parent_plan or ParentPlan()
    file = str(parent.resolve())
    named = own.model_copy(
        update={"plan": file, "profile": None} if is_saved_plan(parent) else {"plan": None, "profile": file}
    )
    return loaded._replace(profile=loaded.profile.model_copy(update={"parent_plan": named}))


def _write(path: Path, plan: Plan, profile: Path, *, force: bool) -> None:
    saved = save(path, write_workbook(coverage_table(plan), plan.issued), force=force, like=[profile])
    print_result("\n".join(saved_lines(saved)))
