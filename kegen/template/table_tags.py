"""Tables whose columns a loop of the template makes: their grid and the width of each cell, which no tag can hold."""

from __future__ import annotations

import re

from kegen.template.package import Element, all_of, put_before, text_of, w

_ROWS = re.compile(r"\{%tr\s*for \w+ in (?P<table>[\w.]+)\.(?:heads|rows)\s*%\}")
_CELLS = re.compile(r"\{%tc\s*for (?P<cell>\w+) in [\w.]+\.cells\s*%\}")


def tie_tables(root: Element) -> None:
    """Let each table with a loop over cells be as wide, and have as many columns, as what it is filled with."""
    for table in all_of(root, "tbl"):
        rows = list(table.iterchildren(w("tr")))
        found = next((each for row in rows if (each := _ROWS.search(text_of(row)))), None)
        looped = [(row, each["cell"]) for row in rows if (each := _CELLS.search(text_of(row)))]
        if found and looped:
            _tie_grid(table, found["table"])
            for row, cell in looped:
                _tie_cells(row, cell)


def _tie_grid(table: Element, name: str) -> None:
    for width in table.iterfind(f"{w('tblPr')}/{w('tblW')}"):
        width.set(w("w"), f"{{{{ {name}.width }}}}")
    grid = table.find(w("tblGrid"))
    if grid is None or not len(grid):
        return
    for column in grid[1:]:
        grid.remove(column)
    grid[0].set(w("w"), "{{ width }}")
    put_before(grid[0], f"{{% for width in {name}.widths %}}")
    grid[0].tail = "{% endfor %}"


def _tie_cells(row: Element, cell: str) -> None:
    """Let each cell of the row be as wide as its columns, and stay with what follows where it is to."""
    for width in row.iterfind(f"{w('tc')}/{w('tcPr')}/{w('tcW')}"):
        width.set(w("w"), f"{{{{ {cell}.width }}}}")
        span = width.makeelement(w("gridSpan"), {w("val"): f"{{{{ {cell}.span }}}}"})
        merge = width.makeelement(w("vMerge"), {w("val"): f"{{{{ {cell}.merge }}}}"})
        _put_behind(width, span, f"{cell}.span > 1")
        span.addnext(merge)
        span.tail = f"{{% endif %}}{{% if {cell}.merge %}}"
        merge.tail = "{% endif %}"
    for style in row.iterfind(f"{w('tc')}/{w('p')}/{w('pPr')}/{w('pStyle')}"):
        _put_behind(style, style.makeelement(w("keepNext")), f"{cell}.keep")


def _put_behind(element: Element, one: Element, condition: str) -> None:
    """Put one behind the element, there where the condition holds."""
    element.addnext(one)
    put_before(one, f"{{% if {condition} %}}")
    one.tail = "{% endif %}"
