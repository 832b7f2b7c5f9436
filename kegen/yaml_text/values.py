"""What is wrong with a value: signs that YAML keeps for itself, quotes and brackets that never close."""

from __future__ import annotations

import re

from kegen.yaml_text.lines import Line, Slip
from kegen.yaml_text.nodes import Mapping, Node, Scalar
from kegen.yaml_text.quotes import unquoted
from kegen.yaml_text.sample import quoted

BLOCK = r"[|>][-+0-9]{0,2}(\s+#.*)?$"
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'(?:[^']|'')*'")
_BAD_ESCAPE = r"""\\(?!["\\/0abefnrtvNLP_ \t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"""
_RESERVED = r"[@`%,\]}]|[-?:]( |$)|\*(?![\w-]+$)|&(?![A-Za-z0-9_-]+( |$))|!(?![A-Za-z0-9!:/_-]*( |$))"
_TEXT_AFTER_SIGN = r"([*&!]\S*)( +(?=\S))?"
_CLOSERS = {"[": "]", "{": "}"}
_MOST_LINES = 300
"""Lines over which a quote or bracket may be open, in a text that is no YAML as it stands."""
CUT = "; trong dấu { } mỗi dấu phẩy mở một khóa mới, giá trị có dấu phẩy thì đặt trong ngoặc kép"
"""What to do about a value that a comma in braces has cut in two."""
_KEY_LIKE = r"(?!\d+$)[A-Za-z0-9_-]+"
"""What may be a key; other words, and a number, are half of a value."""
_ENDS_QUOTED = r"""(["']).*\1$"""


def is_cut(key: str, group: Node | None, value: Node | None) -> bool:
    """Whether a key in braces with nothing behind it reads as half of a value that a comma has cut in two."""
    empty = isinstance(value, Scalar) and value.text is None
    return isinstance(group, Mapping) and group.flow and empty and not re.fullmatch(_KEY_LIKE, key)


def value_slip(line: Line) -> Slip | None:
    """Return the slip in the value, if there is one that the line alone shows."""
    value = line.value
    if not value or value.startswith("#") or re.match(BLOCK, value):
        return None
    if value[0] in "\"'":
        return _in_quotes(line)
    if value[0] in "[{":
        return _in_brackets(line)
    if value[0] in "|>" or re.match(_RESERVED, value):
        return _quote(line, f"giá trị không được bắt đầu bằng “{value[0]}”")
    return _in_plain(line)


def closed(value: str) -> re.Match[str] | None:
    """Return the quoted text that the value begins with, if its quote is closed on the line."""
    return (DOUBLE if value[0] == '"' else SINGLE).match(value)


def rest_after(value: str, end: int) -> str:
    """Return what follows on the line, but for a comment."""
    rest = value[end:]
    return "" if re.match(r"\s*$|\s+#", rest) else rest.strip()


def balance(value: str) -> tuple[int, int]:
    """Return how many brackets stay open, and where the last of them closes (0 where it does not)."""
    depth = 0
    for found in re.finditer(r"""(?<![\w])"(?:[^"\\]|\\.)*"|(?<![\w])'(?:[^']|'')*'|[\[\]{}]""", value):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth == 0 and found[0] in "]}":
            return 0, found.end()
    return depth, 0


def _in_quotes(line: Line) -> Slip | None:
    value, text = line.value, closed(line.value)
    if not text:
        return None
    if rest_after(value, text.end()):
        inner = value[1:-1] if re.match(_ENDS_QUOTED, value) else value
        return _quote(line, "còn chữ sau dấu ngoặc đóng", inner)
    if value[0] == '"' and (wrong := re.search(_BAD_ESCAPE, text[0])):
        message = f"dấu “\\” trong ngoặc kép có nghĩa riêng; hãy dùng ngoặc đơn: {_single(text[0][1:-1])}"
        return Slip(line.value_column + wrong.start(), "dau-nguoc", message, line.with_value(_single(text[0][1:-1])))
    return None


def _in_brackets(line: Line) -> Slip | None:
    value = line.value
    depth, end = balance(value)
    if value.startswith(("{{", "{%")) or (not depth and end and rest_after(value, end)):
        return _quote(line, f"giá trị không được bắt đầu bằng “{value[0]}” khi nó là nội dung")
    return None


def _in_plain(line: Line) -> Slip | None:
    value = re.split(r"\s#", line.value, maxsplit=1)[0].rstrip()
    found = re.search(r":(?= |$)", value)
    if not found:
        return None
    column = line.value_column + found.start()
    text = value if _is_key(line) else f"{line.key}: {value}"
    inner = unquoted(text) or text
    meant = line.text[: line.column] + quoted(inner) if text != value else line.with_value(quoted(inner))
    message = "nội dung có dấu hai chấm phải đặt trong ngoặc kép"
    return Slip(column, "hai-cham", f"{message}; hãy ghi: {_written(line, inner, text == value)}", meant)


def _is_key(line: Line) -> bool:
    """Whether the line's key is one, and not the first words of a sentence in a list."""
    return line.key is None or not line.dashes or re.fullmatch(r"[a-z_-]+", line.key) is not None


def _quote(line: Line, why: str, text: str | None = None) -> Slip:
    text = line.value if text is None else text
    message = f"{why}; hãy đặt cả giá trị trong ngoặc: {_written(line, text, keyed=True)}"
    return Slip(line.value_column, "can-ngoac", message, line.with_value(quoted(text)))


def _written(line: Line, text: str, keyed: bool) -> str:
    return f"{line.key}: {quoted(text)}" if keyed and line.key is not None else quoted(text)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def block_end(lines: list[str], line: Line) -> int:
    """Return how many lines, from the first, end with the block of text that the line begins."""
    end = line.number
    while end < len(lines) and _under(lines[end], line.owner):
        end += 1
    return end


def begins_block(line: Line) -> bool:
    """Whether the value is the mark of a block of text, `|` or `>`."""
    return re.match(BLOCK, line.value) is not None


def open_end(lines: list[str], line: Line) -> int | Slip:
    """Return where the value's quote or bracket closes, counted as lines, or a slip where it never does."""
    if line.value[:1] not in ("'", '"', "[", "{") or not line.value:
        return line.number
    if line.value[0] in "[{" and balance(line.value)[1]:
        return line.number
    end_of_block = block_end(lines[: line.number + _MOST_LINES], line)
    text = "\n".join([line.value, *lines[line.number : end_of_block]])
    if line.value[0] in "[{":
        depth, end = balance(text)
        return line.number + text.count("\n", 0, end) if end or not depth else _unclosed_bracket(line)
    found = closed(text)
    return line.number + found[0].count("\n") if found else _unclosed_quote(line)


def _under(text: str, owner: int) -> bool:
    body = text.expandtabs(8).lstrip(" ")
    return not body or len(text.expandtabs(8)) - len(body) > owner


def _unclosed_quote(line: Line) -> Slip:
    meant = quoted(line.value[1:].removesuffix("”" if line.value[0] == '"' else "’"))
    written = f"{line.key}: {meant}" if line.key is not None else meant
    message = f"dấu ngoặc {line.value[0]} mở ở đây chưa đóng; hãy ghi: {written}"
    return Slip(line.value_column, "ngoac-ho", message, line.with_value(meant))


def _unclosed_bracket(line: Line) -> Slip:
    still: list[str] = []
    for sign in line.value:
        if sign in _CLOSERS:
            still.append(_CLOSERS[sign])
        elif still and sign == still[-1]:
            still.pop()
    meant = line.value + "".join(reversed(still))
    message = f"dấu “{line.value[0]}” mở ở đây chưa đóng; hãy thêm “{''.join(reversed(still))}” vào cuối giá trị"
    return Slip(line.value_column, "ngoac-ho", message, line.with_value(meant))
