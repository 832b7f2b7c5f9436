"""Tables and annexes as a profile or a pack gives them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kegen.profile.scalars import Cell, Number, Slug, Text, is_flag
from kegen.yaml_text.model import InputModel

TaskField = Literal["stt", "nhiem-vu", "chu-tri", "phoi-hop", "thoi-han", "san-pham", "theo-doi"]
"""What a column says of a task."""


FaceName = Literal["dam", "nghieng", "dam-nghieng", "tren", "duoi"]
"""How words stand out: bold, italic, both, superscript, subscript."""


class ColumnSpec(InputModel):
    """A column of a table."""

    title: Text | None = Field(
        default=None,
        title="Tên cột",
        description="Chữ ở đầu cột; cột lấy dữ liệu của nhiệm vụ mà không ghi thì có tên thường dùng; khong là không"
        " có.",
        examples=["Đơn vị thực hiện"],
    )
    width: Number | None = Field(
        default=None,
        title="Bề rộng",
        description="Bề rộng của cột, mm; không ghi thì kegen chia theo nội dung.",
        examples=['"40"'],
    )
    field: TaskField | None = Field(
        default=None,
        title="Dữ liệu",
        description="Cột lấy gì của nhiệm vụ: stt, nhiem-vu, chu-tri, phoi-hop, thoi-han, san-pham, theo-doi.",
        examples=["chu-tri"],
    )


class TaskRowSpec(InputModel):
    """A row that says a task of the plan: its cells come from the task, but for those given here."""

    task: Slug = Field(title="Nhiệm vụ", description="Mã nhiệm vụ của kế hoạch.", examples=["hh-lich-hop"])
    cells: dict[str, Cell] = Field(
        default={},
        title="Ô ghi riêng",
        description="Ô ghi khác với nhiệm vụ: tên cột (hoặc mã dữ liệu của cột) và chữ trong ô.",
        examples=["{san-pham: Báo cáo}"],
    )


class WideRowSpec(InputModel):
    """A row some of whose cells take several columns."""

    wide: tuple[Cell, ...] = Field(
        title="Các ô",
        description="Các ô của dòng có ô gộp, theo thứ tự.",
        examples=['[Tổng cộng, "12"]'],
    )
    spans: tuple[Number, ...] = Field(
        title="Số cột của từng ô",
        description="Mỗi ô chiếm bao nhiêu cột; cộng lại bằng số cột của bảng.",
        examples=["[3, 1]"],
    )


RowSpec = TaskRowSpec | WideRowSpec | tuple[Cell, ...] | Text
"""A task's row; one with cells over several columns; all cells of one; the text over all columns that heads a group."""


class TableSpec(InputModel):
    """A table: its columns, further rows of its head, its rows."""

    columns: tuple[ColumnSpec | Text, ...] = Field(
        default=(),
        title="Các cột",
        description="Tên các cột; cột ghi mã stt, nhiem-vu, chu-tri, phoi-hop, thoi-han, san-pham, theo-doi thì lấy"
        " dữ liệu của nhiệm vụ.",
        examples=["[stt, nhiem-vu, chu-tri, Kinh phí]"],
    )
    heads: tuple[tuple[Cell, ...], ...] = Field(
        default=(),
        title="Dòng đầu bảng thêm",
        description="Dòng ở trên dòng tên cột, mỗi cột một ô; các ô cạnh nhau, trên dưới cùng chữ được gộp làm một.",
        examples=['[["", Chỉ tiêu, Chỉ tiêu]]'],
    )
    rows: tuple[RowSpec, ...] = Field(
        default=(),
        title="Các dòng",
        description="Mỗi dòng là danh sách các ô; {task: mã} là dòng của nhiệm vụ ấy; chỉ một câu là dòng tên nhóm; ô"
        ' ghi "^" là ô gộp với ô ngay trên.',
        examples=['[Nhóm thứ nhất, ["1", Nội dung, Phòng Kinh tế, ""], {task: hh-lich-hop}]'],
    )
    emphasis: dict[str, FaceName] | None = Field(
        default=None,
        title="Chữ nhấn mạnh",
        description="“chữ trong ô”: dam, nghieng, dam-nghieng, tren, duoi, ở mọi ô, cả ô tên cột, có chữ ấy (của phụ"
        " lục thì cả ở đoạn văn trên, dưới bảng); “m[2]” là chỉ nói phần trong ngoặc vuông.",
        examples=['{"Tổng cộng": dam, "m[2]": tren}'],
    )


class AnnexSpec(TableSpec):
    """An annex: a table, and what stands above and below it."""

    label: Text | None = Field(
        default=None,
        title="Phụ lục số",
        description="Mặc định là “Phụ lục”, khi có nhiều phụ lục thì đánh số La Mã theo thứ tự; khong là không in.",
        examples=["Phụ lục II"],
    )
    title: Text | None = Field(
        default=None,
        title="Tên phụ lục",
        description="Tên phụ lục, in hoa; bảng nhiệm vụ mà không ghi thì là Bảng phân công nhiệm vụ; khong là không"
        " in.",
        examples=["Danh mục thủ tục hành chính"],
    )
    reference: Text | None = Field(
        default=None,
        title="Dòng kèm theo",
        description="Dòng “(Kèm theo …)”; không ghi thì theo số, ngày của kế hoạch; khong là không in dòng này.",
        examples=["(Kèm theo Kế hoạch số 114/KH-UBND ngày 03 tháng 6 năm 2026 của Ủy ban nhân dân xã Nhữ Khê)"],
    )
    orientation: Literal["ngang", "doc"] | None = Field(
        default=None, title="Chiều giấy", description="ngang hoặc doc (dọc).", examples=["doc"]
    )
    above: tuple[Text | TableSpec, ...] = Field(
        default=(),
        title="Ở trên bảng",
        description="Các đoạn văn (hoặc bảng khác) đứng trước bảng; phụ lục chỉ có chữ thì không ghi columns, rows.",
        examples=["[Danh mục này áp dụng từ Quý III năm 2026.]"],
    )
    below: tuple[Text | TableSpec, ...] = Field(
        default=(),
        title="Ở dưới bảng",
        description="Các đoạn văn (hoặc bảng khác) đứng sau bảng.",
        examples=["[Số liệu tính đến 30/4/2026.]"],
    )


def check_annexes(value: object) -> object:
    """Return the list of annexes; refuse a yes or no, which is for the short way."""
    if isinstance(value, str) and is_flag(value):
        raise ValueError("chỗ này là danh sách các phụ lục; chỉ kèm Bảng phân công nhiệm vụ thì ghi annex: có")
    return value


Annexes = Annotated[tuple[AnnexSpec | Slug, ...], BeforeValidator(check_annexes)]
