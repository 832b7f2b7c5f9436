"""A text that YAML cannot read, line by line: every slip in it, and the text as it was probably meant.

Why: the parser stops at the first slip; with the others mended, one run tells a person everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kegen.problem import Place, Problem
from kegen.yaml_text.compose import YamlSyntaxError
from kegen.yaml_text.lines import NO_KEY, Levels, Line, Slip, blank_slip, take_apart
from kegen.yaml_text.sample import shown
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.values import begins_block, block_end, open_end, value_slip

_LONGEST_LINE = 5_000
_NO_SPACE = r"([A-Za-z_][\w-]*)\s*[:：](?!//)[^\S\n ]*(?=\S|$)"
_WORD = r"([a-z_]+)(?: +(?=\S)|$)"


_QUOTE = "nếu là nội dung thì đặt cả giá trị trong ngoặc kép"
_AT_START = {
    r"quoted scalar; .*end of stream": ("dấu ngoặc kép mở ở đây chưa đóng; hãy thêm dấu ngoặc kép vào cuối giá trị"),
    r"could not find expected ':'": (
        "dòng này thiếu dấu hai chấm và dấu cách sau khóa; hãy ghi theo dạng “khóa: giá trị”"
    ),
    r"block scalar": f"sau dấu “|” hay “>” phải xuống dòng và thụt vào; {_QUOTE}",
}
"""For what is told where the thing begins that the parser was reading."""

_AT_END = {
    r"escape|hexdecimal": "dấu “\\” trong ngoặc kép có nghĩa riêng; hãy dùng ngoặc đơn, ví dụ: 'C:\\hoso'",
    r"flow (sequence|mapping)": (
        "trong ngoặc [ ] hay { } ở đây thiếu dấu phẩy hay dấu đóng ngoặc; "
        "hãy thêm vào, hoặc nếu là dấu của nội dung thì đặt nội dung trong ngoặc kép"
    ),
    r"mapping values": (
        f"dấu hai chấm ở đây không đúng chỗ; {_QUOTE}, nếu là khóa thì cho thẳng hàng với khóa phía trên"
    ),
    r"sequence entries|block collection|expected '-'": (
        "danh sách ở đây chưa đúng; hãy ghi mỗi mục một dòng, dấu “-” của các mục thẳng hàng nhau"
    ),
    r"block mapping": (
        "dòng này không thẳng hàng với khóa nào phía trên, hoặc còn chữ thừa sau giá trị; "
        "hãy sửa thụt lề cho thẳng hàng, hoặc đặt cả giá trị trong ngoặc kép"
    ),
    r"anchor|alias|tag|cannot start|node content|mapping keys": (f"ký hiệu ở đây có nghĩa riêng trong YAML; {_QUOTE}"),
    r"directive|document start": "dòng này không thuộc hồ sơ nào; hãy bỏ các dòng bắt đầu bằng “%” hay “...”",
}
"""For what is told where the parser gave up."""

_ANYTHING = "không đọc được từ chỗ này; hãy xem lại dòng này và dòng ngay trên: dấu hai chấm, thụt lề, dấu ngoặc"


@dataclass
class Mending:
    """The lines of a text being mended, and what was wrong with them so far."""

    source: SourceText
    tab_width: int
    problems: list[Problem] = field(default_factory=list)
    shifts: dict[int, int] = field(default_factory=dict)
    """By how much a mended line begins further right than the person's own."""

    def __post_init__(self) -> None:
        self._lines = self.source.text.split("\n")
        self._levels = Levels()

    def text(self) -> str:
        """Return the text as it was probably meant."""
        if max(map(len, self._lines)) > _LONGEST_LINE:
            return self.source.text
        at = 0
        while at < len(self._lines):
            at = self._past(at)
        return "\n".join(self._lines)

    def _past(self, at: int) -> int:
        """Mend the line and return where the next one begins that is not part of its value."""
        self._blanks(at)
        line = take_apart(self._lines[at], at + 1)
        if line.bare or (
            line.key is None and not line.dashes and not re.match(_NO_SPACE, line.body) and self._carried(line)
        ):
            return at + 1
        if line.key is None and not line.dashes and line.body[0] not in "[{":
            line = self._mended(line, _missing_colon(line))
        line = self._mended(line, self._levels.slip(line) if line.key is not None or line.dashes else None)
        line = self._mended(line, value_slip(line))
        if line.key is not None or line.dashes:
            self._levels.enter(line)
        return self._past_value(line)

    def _past_value(self, line: Line) -> int:
        if begins_block(line):
            end = block_end(self._lines, line)
            for at in range(line.number, end):
                if re.match(rf" {{0,{line.owner}}}\t", self._lines[at]):
                    self._blanks(at)
            return end
        end_or_slip = open_end(self._lines, line)
        if isinstance(end_or_slip, int):
            return end_or_slip
        self._mended(line, end_or_slip)
        return line.number

    def _carried(self, line: Line) -> bool:
        return self._levels.goes_on(line) or self._levels.holds(line)

    def _blanks(self, at: int) -> None:
        if not self._lines[at].strip():
            self._lines[at] = ""
        if slip := blank_slip(self._lines[at], self.tab_width):
            self._take(at + 1, slip)

    def _mended(self, line: Line, slip: Slip | None) -> Line:
        if slip is None:
            return line
        self._take(line.number, slip)
        return take_apart(slip.meant, line.number)

    def _take(self, number: int, slip: Slip) -> None:
        shift = self.shifts.get(number, 0)
        self.problems.append(
            Problem(Place(self.source.file, number, max(1, slip.column + 1 - shift)), slip.id, slip.message)
        )
        before, self._lines[number - 1] = self._lines[number - 1], slip.meant
        self.shifts[number] = shift + _front(slip.meant) - _front(before)


def _front(text: str) -> int:
    return len(text) - len(text.lstrip())


def _missing_colon(line: Line) -> Slip:
    if line.body.startswith(":"):
        return Slip(line.column, "khoa-trong", NO_KEY, f"{line.text[: line.column]}# {line.body}")
    if found := re.match(_NO_SPACE, line.body):
        key, value = found[1], line.body[found.end() :]
        message = f"sau dấu hai chấm phải có dấu cách; hãy ghi: {key}: {shown(value)}"
        return Slip(line.column + found.end(1), "thieu-cach", message, f"{line.text[: line.column]}{key}: {value}")
    found = re.match(_WORD, line.body)
    key, value = (found[1], line.body[found.end() :]) if found else ("khóa", line.body)
    message = f"dòng này thiếu dấu hai chấm sau khóa; hãy ghi theo dạng: {key}: {shown(value) or '…'}"
    meant = f"{line.text[: line.column]}{key}: {value}" if found else f"{line.text[: line.column]}# {line.body}"
    return Slip(line.column, "thieu-hai-cham", message, meant)


def syntax_problem(error: YamlSyntaxError, file: str, shifts: dict[int, int]) -> Problem:
    """Return the problem that made the parser give up; `shifts`: see Mending."""
    for pattern, message in _AT_START.items():
        if re.search(pattern, error.message):
            return _placed(file, error.since_line, error.since_column, shifts, message)
    found = (message for pattern, message in _AT_END.items() if re.search(pattern, error.message))
    return _placed(file, error.line, error.column, shifts, next(found, _ANYTHING))


def _placed(file: str, line: int, column: int, shifts: dict[int, int], message: str) -> Problem:
    return Problem(Place(file, line, max(1, column - shifts.get(line, 0))), "cu-phap", message)
