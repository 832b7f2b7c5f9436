"""Values that go on over several lines: blocks of text, and quotes and brackets closed further down."""

from __future__ import annotations

from kegen.source.lines import Line
from kegen.source.sample import quoted
from kegen.source.slip import Slip
from kegen.source.values import BLOCK, balance, closed

_CLOSERS = {"[": "]", "{": "}"}


def block_end(lines: list[str], line: Line) -> int:
    """Return how many lines, from the first, end with the block of text that the line begins."""
    end = line.number
    while end < len(lines) and _under(lines[end], line.owner):
        end += 1
    return end


def begins_block(line: Line) -> bool:
    """Whether the value is the mark of a block of text, `|` or `>`."""
    return BLOCK.match(line.value) is not None


def open_end(lines: list[str], line: Line) -> int | Slip:
    """Return where the value's quote or bracket closes, counted as lines, or a slip where it never does."""
    if line.value[:1] not in ("'", '"', "[", "{") or not line.value:
        return line.number
    text = "\n".join([line.value, *lines[line.number : block_end(lines, line)]])
    if line.value[0] in "[{":
        depth, end = balance(text)
        return line.number + text.count("\n", 0, end) if end or not depth else _unclosed_bracket(line)
    found = closed(text)
    return line.number + found[0].count("\n") if found else _unclosed_quote(line)


def _under(text: str, owner: int) -> bool:
    body = text.expandtabs(8).lstrip(" ")
    return not body or len(text.expandtabs(8)) - len(body) > owner


def _unclosed_quote(line: Line) -> Slip:
    meant = quoted(line.value[1:])
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
