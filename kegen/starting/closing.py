"""What a new profile came to, in a few lines: what is in it, what is open, what is copied, what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kegen.files import as_typed
from kegen.plan.model import Plan
from kegen.sheets.coverage import shortened
from kegen.starting.make import Made, still_open
from kegen.starting.share import copied_share

Lines = Iterator[tuple[str, str]]
"""Lines, each with the tone it has on a terminal."""


def closing_lines(path: Path, made: Made, above: Plan | None) -> Lines:
    """Yield the lines."""
    yield f"{path}: đã ghi.", "title"
    if above is not None and made.plan is not None:
        yield from _orders(made)
        yield from _open(made.plan, above)
        share = copied_share(made.plan, above)
        yield f"  Chép nguyên văn cấp trên: {share}% số chữ; văn bản chỉ đạo không cho sao chép, {_REWRITE}.", "plain"
    yield f"Lệnh tiếp theo: kegen draft --profile {as_typed(path)}", "info"


_REWRITE = "hãy viết lại ở dòng wording của từng việc"


def _orders(made: Made) -> Lines:
    orders, tasks = made.orders, made.tasks.tasks if made.tasks else ()
    given = [each for each in tasks if not each.means]
    guessed = sum(each.guess is not None for each in given)
    rows = made.plan.coverage if made.plan else ()
    known = {each.row.order.id for each in tasks}
    answered = sum(each.state == "taken" and each.order.id not in known for each in rows)
    counts = f"{guessed} việc kegen đoán cơ quan chủ trì, {len(given) - guessed} việc chưa chọn, tạm là cơ quan đầu mối"
    if others := len(tasks) - len(given):
        counts += f", {others} việc chính kế hoạch này và báo cáo đã thực hiện"
    packed = f"; {answered} việc, chỉ tiêu nữa đã có trong kế hoạch" if answered > 0 else ""
    yield f"  Cấp trên giao chủ trì: {len(tasks)} việc ghi sẵn ở tasks ({counts}){packed}.", "plain"
    if orders.helping:
        yield f"  Phối hợp: {len(orders.helping)} việc, ghi sau dấu #, bỏ dấu # nếu đưa vào kế hoạch.", "plain"
    if orders.unclear:
        yield f"  Chưa rõ cấp trên giao ai: {len(orders.unclear)} việc, ghi ở cuối hồ sơ.", "warning"


def _open(plan: Plan, above: Plan) -> Lines:
    rows = still_open(plan)
    if rows:
        yield f"  Còn bỏ ngỏ {len(rows)} việc, chỉ tiêu của cấp trên:", "warning"
        yield from ((f"    - {each.order.id}: {shortened(each.order.wording)}", "plain") for each in rows)
    asks = [each for each in above.asks if not each.answer]
    if asks:
        yield f"  Kế hoạch cấp trên còn {len(asks)} chỗ chưa xác nhận (kegen confirm).", "warning"
