"""A table of a page as HTML: a real table, with its columns, rows and lines where the layout has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from kegen.pages.boxes import CellBox, Placed, RowBox, TableBox
from kegen.pages.html import style

PutContent = Callable[[Iterable[Placed], float, float], str]
"""Makes HTML of what stands in a cell, moved down and to the right by so many twips."""
_DATA = 2
"""A table with lines and so many columns sets data; any other only puts texts side by side."""


def table_html(box: TableBox, top: float, left: float, put: PutContent) -> str:
    """Return the part of a table on the page as HTML, at a place counted in twips from what holds it."""
    is_data = bool(box.heads) or (box.table.bordered and box.table.columns >= _DATA)
    edges = sorted({edge for row in (*box.heads, *box.rows) for cell in row.cells for edge in _sides(cell)})
    columns = "".join(f"<col{style(w=right - at)}>" for at, right in pairwise(edges))
    head = _rows(box.heads, edges, put, "th") if box.heads else ""
    head = f"<thead>{head}</thead>" if head else ""
    role = "" if is_data else ' role="presentation"'
    place = style(y=top, x=left + box.left, w=(edges[-1] - edges[0]) if edges else 0.0)
    body = _rows(box.rows, edges, put, "td")
    return f'<table class="t"{role}{place}><colgroup>{columns}</colgroup>{head}<tbody>{body}</tbody></table>'


def _sides(cell: CellBox) -> tuple[float, float]:
    return cell.left, cell.left + cell.width


def _rows(rows: Sequence[RowBox], edges: Sequence[float], put: PutContent, tag: str) -> str:
    return "".join(
        f"<tr{style(h=row.height)}>"
        + "".join(_cell(cell, rows[index:], edges, put, tag) for cell in row.cells if cell.rows)
        + "</tr>"
        for index, row in enumerate(rows)
    )


def _cell(cell: CellBox, rows: Sequence[RowBox], edges: Sequence[float], put: PutContent, tag: str) -> str:
    """Return a cell; `rows` are its own and those below it on the page."""
    spans = edges.index(cell.left + cell.width) - edges.index(cell.left)
    height = sum(row.height for row in rows[: cell.rows])
    free = height - cell.above - cell.below - cell.height
    down = cell.above + {"center": free / 2, "bottom": free}.get(cell.cell.stands, 0.0)
    scope = f' scope="{"colgroup" if spans > 1 else "col"}"' if tag == "th" else ""
    column = f' colspan="{spans}"' if spans > 1 else ""
    down_to = f' rowspan="{min(cell.rows, len(rows))}"' if cell.rows > 1 else ""
    beside = [each for each in rows[0].cells if each.left == cell.left + cell.width]
    below = [each for each in rows[cell.rows].cells if _overlap(each, cell)] if cell.rows < len(rows) else []
    lines = _lines(cell, beside, below)
    return f"<{tag}{lines}{scope}{column}{down_to}>{put(cell.content, down, cell.inner_left)}</{tag}>"


def _overlap(one: CellBox, other: CellBox) -> bool:
    return one.left < other.left + other.width and other.left < one.left + one.width


def _lines(cell: CellBox, beside: Sequence[CellBox], below: Sequence[CellBox]) -> str:
    """Return which edges of a cell are drawn: those on the right and below only where no neighbour draws them."""
    drawn = {
        "bt": cell.cell.top,
        "bl": cell.cell.left,
        "bb": None if below and all(each.cell.top for each in below) else cell.cell.bottom,
        "br": None if beside and all(each.cell.left for each in beside) else cell.cell.right,
    }
    names = " ".join(name for name, border in drawn.items() if border is not None)
    return f' class="{names}"' if names else ""
