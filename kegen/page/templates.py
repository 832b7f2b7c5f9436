"""The HTML of the page: Jinja templates of this package, in which every value is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kegen.form.edit import NAMES, Edit
from kegen.form.field import UNDER, Field
from kegen.form.part import FormPart
from kegen.problem import Problem, Severity
from kegen.vietnamese import upper_first
from kegen.yaml_text.tree import Path

HERE: Final = FilePath(__file__).parent
_LETTERS = 52
"""How many letters a line of a text field holds, about."""
_MOST_ROWS = 12
_MOST_WARNINGS = 3
ARROW: Final = " → "
"""What stands between the two texts of a pair, a line each."""


_FORMS = {
    "list": "Mỗi dòng một mục.",
    "levels": f"Mỗi dòng một ý; dòng bắt đầu bằng dấu {UNDER} là ý nhỏ hơn, thuộc ý ở dòng trên.",
    "pairs": f"Mỗi dòng hai vế, ngăn bằng mũi tên, theo mẫu: chữ trong câu{ARROW}điều ghi cho chữ ấy.",
}
"""How a field of each kind is filled in."""


def render_html(template: str, /, **values: Any) -> str:  # noqa: ANN401 - whatever a template names
    """Return what the template makes of the values."""
    return _ENVIRONMENT.get_template(template).render(values)


def digest_of(text: str) -> str:
    """Return what tells one text from others."""
    return sha256(text.encode()).hexdigest()[:16]


def joined(path: Path) -> str:
    """Return a path as the page's script compares it."""
    return "/".join(map(str, path))


def _as_text(field: Field) -> str:
    """Return the value of a field as its text field has it."""
    if isinstance(field.value, str):
        return field.value
    return "\n".join(each if isinstance(each, str) else ARROW.join(each) for each in field.value)


def _rows_of(text: str) -> int:
    lines = text.split("\n")
    return min(max(sum(len(line) // _LETTERS + 1 for line in lines), 2), _MOST_ROWS)


def _hint_of(field: Field) -> str:
    """Return what explains a field: its words, how its value is written, an example."""
    form = _FORMS.get(field.kind, "")
    form = "" if field.choices else form
    example = f"Ví dụ: {field.example}" if field.example and field.kind not in {"flag", "lines"} else ""
    return " ".join(filter(None, (field.description, form, example)))


def _shown_choice(field: Field) -> str:
    return next((each.shown for each in field.choices if each.value == field.value), str(field.value))


def _sent(edit: Edit) -> dict[str, Any]:
    """Return an edit as the page sends it."""
    return {"edit": NAMES[type(edit)], **edit._asdict()}


def _is_wrong(part: FormPart) -> bool:
    """Whether there is something to put right in the part, or in what is shown within it."""
    own = _has_errors(part.problems) or any(_has_errors(each.problems) for each in part.fields)
    return own or any(map(_is_wrong, part.inner))


def _is_told(part: FormPart) -> bool:
    """Whether anything is told of the part, or of what is shown within it."""
    return bool(part.problems) or any(each.problems for each in part.fields) or any(map(_is_told, part.inner))


def _told_of(problems: Sequence[Problem]) -> list[str]:
    """Return what is told at a field: every error, of many warnings the first and where the others stand."""
    texts = [upper_first(each.message) for each in problems]
    if _has_errors(problems) or len(texts) <= _MOST_WARNINGS:
        return texts
    rest = len(texts) - _MOST_WARNINGS + 1
    return [*texts[: _MOST_WARNINGS - 1], f"Còn {rest} điều nữa, xem ở Việc cần làm."]


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(each.severity is Severity.ERROR for each in problems)


def _reject_main(fields: Iterable[Field], is_main: Callable[[Field], bool]) -> list[Field]:
    return [each for each in fields if not is_main(each)]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["reject_main"] = _reject_main
    environment.globals |= {
        "joined": joined,
        "fid": lambda path: f"f{digest_of(joined(path))}",
        "as_text": _as_text,
        "rows_of": _rows_of,
        "hint_of": _hint_of,
        "shown_choice": _shown_choice,
        "sent": _sent,
        "is_wrong": _is_wrong,
        "is_told": _is_told,
        "has_errors": _has_errors,
        "told_of": _told_of,
    }
    return environment


_ENVIRONMENT: Final = _environment()
