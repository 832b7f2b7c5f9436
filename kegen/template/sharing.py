"""Tables that a prepared template has several times over: each stands, and is compiled, once."""

from __future__ import annotations

import re
from collections import Counter

from jinja2.meta import find_undeclared_variables

from kegen.template.fill import environment
from kegen.template.template_check import NAMES

_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tbl>).)*?</w:tbl>", re.DOTALL)


def share_tables(source: str) -> str:
    """Return the source with a Jinja macro, before all else, in place of each table that it has more than once.

    A macro is given the variables of loops around the table; what every part of a template knows it knows itself.
    """
    counts = Counter(_TABLE.findall(source))
    macros: list[str] = []
    for table in (each for each, count in counts.items() if count > 1 and "{%" in each):
        names = find_undeclared_variables(environment().parse(table)) - NAMES.keys()
        if "loop" in names:
            continue
        given = ", ".join(sorted(each for each in names if not each.startswith("kegen_")))
        name = f"kegen_table_{len(macros)}"
        macros.append(f"{{% macro {name}({given}) %}}{table}{{% endmacro %}}")
        source = source.replace(table, f"{{{{ {name}({given}) }}}}")
    return "".join(macros) + source
