"""Changes made in a YAML file where they belong, all else byte for byte as a person left it, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kegen.problem import Invalid
from kegen.yaml_text.change import Change, Insert, Move, Put, Remove, Unspliceable, meant, ordered, typed
from kegen.yaml_text.compose import YamlSyntaxError, compose
from kegen.yaml_text.layout import Layout, TextEdit
from kegen.yaml_text.nodes import Plain
from kegen.yaml_text.raw_lines import RawLines
from kegen.yaml_text.spans import Spans
from kegen.yaml_text.text import SourceText, decode_text
from kegen.yaml_text.tree import parse_tree

_BROKEN = "dòng này còn lỗi nên chưa ghi gì vào tệp; hãy sửa dòng này trước"
_UNSURE = (
    "chưa ghi gì vào tệp, vì ở đây không ghi được mà chắc chắn giữ nguyên mọi chỗ khác;"
    " hãy mở tệp bằng Notepad và sửa dòng này bằng tay"
)


def change_bytes(data: bytes, changes: Sequence[Change], file: str = "") -> bytes:
    """Return the file's bytes with the changes made, one after the other; `file` is the name to tell problems by.

    Encoding, line ends and every line that no change is about stay as they are. Raises Unspliceable, naming the line,
    where what comes out would not be exactly the old content with the changes, or a comment would go; Invalid where
    the file is no text.
    """
    left = [_typed(each) for each in changes]
    many = len(left)
    while left:
        try:
            data = _changed(data, left[:many], file)
        except Unspliceable:
            if many == 1:
                raise
            many //= 2  # one may be about what another one makes
        else:
            left = left[many:]
            many = len(left)
    return data


def _changed(data: bytes, changes: Sequence[Change], file: str) -> bytes:
    """Return the bytes with the changes made in one pass, each where it goes in the text as it now is."""
    source = decode_text(data, file)
    if source.problems:
        raise Unspliceable(f"{source.problems[0].place}: {_BROKEN}")
    return RawLines.of(data).changed(source.text, _text_edits(source, changes)).data()


def _text_edits(source: SourceText, changes: Sequence[Change]) -> list[TextEdit]:
    """Return what the changes replace in the text; raises Unspliceable as `change_bytes`."""
    text, file = source.text, source.file
    content = _content(text, file)
    try:
        spans = Spans(text, compose(text).root)
    except YamlSyntaxError as error:  # pragma: no cover - the content was read
        raise Unspliceable(f"{file}:{error.line}: {_BROKEN}") from None
    layout = Layout(spans, file)
    try:
        wanted = meant(content, changes)
    except (LookupError, TypeError):
        where = ", ".join(f"“{path_name(each.path)}”" for each in changes)
        raise layout.refusal(0, f"trong tệp không có chỗ {where} để sửa") from None
    inner_first = sorted(changes, key=_depth, reverse=True)  # where a list ends that ends a group, its item goes first
    found = [edit for each in inner_first for edit in layout.edits(each)]
    edits = sorted((each for each in found if each != (each.start, each.start, "")), key=lambda each: each[:2])
    if any(one.end > other.start for one, other in pairwise(edits)) or not _is_exact(
        _applied(text, edits), wanted, sorted(spans.comments(0, len(text)))
    ):
        line = text.count("\n", 0, edits[0].start if edits else 0) + 1
        raise Unspliceable(f"{file}:{line}: {_UNSURE}")
    return edits


def _depth(change: Change) -> int:
    return len(change.path) + isinstance(change, Insert)


def _is_exact(text: str, wanted: Plain, remarks: list[str]) -> bool:
    """Whether the text says what is wanted, in its order, and has the comments that it is to have."""
    try:
        if ordered(_content(text, "")) != ordered(wanted):
            return False
        return sorted(Spans(text, compose(text).root).comments(0, len(text))) == remarks
    except (Invalid, Unspliceable, YamlSyntaxError):
        return False


def _content(text: str, file: str) -> Plain:
    try:
        tree = parse_tree(SourceText(file, text, is_typed=False))
    except Invalid as error:
        raise Unspliceable(f"{error.problems[0].place}: {_BROKEN}") from None
    if tree.problems:
        raise Unspliceable(f"{min(tree.problems).place}: {_BROKEN} ({min(tree.problems).message})")
    return tree.plain()


def _typed(change: Change) -> Change:
    match change:
        case Put() | Insert():
            return change._replace(value=typed(change.value), path=_typed_path(change.path))
        case Remove() | Move():
            return change


def _typed_path(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return tuple(str(typed(part)) if isinstance(part, str) else part for part in path)


def _applied(text: str, edits: Sequence[TextEdit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def path_name(path: tuple[str | int, ...]) -> str:
    """Return a path as a person reads it: `departments.2.name`, positions from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
