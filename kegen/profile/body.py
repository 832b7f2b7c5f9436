"""The body of a plan as a profile changes it: style, sections, tasks, targets, recipients."""

from typing import Literal

from pydantic import Field

from kegen.dates import DateStyle
from kegen.profile.annexes import FaceName, TableSpec
from kegen.profile.scalars import Edits, Flag, HeadingMark, ItemMark, Mark, Number, Reason, Slug, Text, Wording
from kegen.yaml_text.model import InputModel

Grouping = Literal["phang", "theo-co-quan", "trong-cau"]
"""Whether tasks name their office: not at all, in a line above those of one office, or at the head of each sentence."""


class Style(InputModel):
    """How the plan is written, where the decree leaves a choice."""

    dates: DateStyle | None = Field(
        default=None, title="Kiểu ngày", description="ngan: 31/3/2026; dai: 31 tháng 3 năm 2026.", examples=["ngan"]
    )
    marks: ItemMark | None = Field(
        default=None,
        title="Dấu đầu ý",
        description=(
            '"-", a), +, 1., khong (không dấu) hoặc nhu-viet (in như đã viết, cả dấu tự ghi); dưới tiêu đề, tên cơ quan'
            " có cùng dấu thì là dấu của cấp dưới."
        ),
        examples=['"-"'],
    )
    group_marks: Mark | None = Field(
        default=None,
        title="Dấu nhóm cơ quan",
        description="Dấu trước tên cơ quan khi nhóm theo cơ quan.",
        examples=["a)"],
    )
    ending: Literal[".", ";"] | None = Field(
        default=None, title="Dấu cuối ý", description="Dấu cuối mỗi ý, trừ ý cuối luôn là dấu chấm.", examples=['";"']
    )
    grouping: Grouping | None = Field(
        default=None,
        title="Cách nhóm",
        description="theo-co-quan (dưới tên từng cơ quan), trong-cau (tên ở đầu câu) hoặc phang (không nêu tên).",
        examples=["trong-cau"],
    )
    wording: Literal["theo-cap", "da-ban-hanh"] | None = Field(
        default=None,
        title="Lời văn mẫu",
        description="theo-cap: lời văn viết cho từng cấp; da-ban-hanh: như các kế hoạch đã ban hành.",
        examples=["theo-cap"],
    )


class Task(InputModel):
    """One item of the plan: changed, left out, or added; with a lead it is a task."""

    wording: Text | None = Field(
        default=None, title="Lời văn", description="Lời văn riêng thay cho mẫu.", examples=["Rà soát quy chế làm việc."]
    )
    brief: Text | None = Field(
        default=None,
        title="Lời ngắn",
        description="Nhiệm vụ viết gọn trong Phụ lục; không ghi thì lấy vế đầu của câu.",
        examples=["Rà soát quy chế làm việc"],
    )
    edits: Edits | None = Field(
        default=None,
        title="Sửa chữ",
        description="“chữ cũ”: “chữ mới” trong câu mẫu.",
        examples=['{"hàng năm": "hằng năm"}'],
    )
    mark: ItemMark | None = Field(
        default=None,
        title="Dấu",
        description="Dấu của riêng ý này, khi khác các ý cùng mục; nhu-viet là in như đã viết.",
        examples=["khong"],
    )
    points: tuple[Text | tuple[Text, ...], ...] | None = Field(
        default=None,
        title="Các ý nhỏ",
        description="Các ý nhỏ dưới câu này, mỗi ý một đoạn; dấu theo dấu của câu trên. Danh sách con là ý nhỏ hơn.",
        examples=["[Ý một., Ý hai.]"],
    )
    omit: Reason | None = Field(
        default=None, title="Lý do bỏ", description="Bỏ nhiệm vụ này; ghi rõ lý do.", examples=["Xã không có thôn"]
    )
    section: Slug | None = Field(
        default=None, title="Thuộc mục", description="Mã mục chứa nhiệm vụ thêm.", examples=["hoi-hop"]
    )
    after: Slug | None = Field(
        default=None,
        title="Đặt sau",
        description="Mã của ý đứng ngay trước; dau là đặt đầu mục.",
        examples=["hh-lich-hop"],
    )
    lead: Text | tuple[Text, ...] | None = Field(
        default=None,
        title="Chủ trì",
        description="Vai trò, hoặc tên ở departments, của cơ quan chủ trì; nên chỉ một, ghi danh sách thì kegen nhắc.",
        examples=["van-phong"],
    )
    helpers: tuple[Text, ...] | None = Field(
        default=None, title="Phối hợp", description="Vai trò của các cơ quan phối hợp.", examples=["[tat-ca]"]
    )
    watcher: Text | None = Field(
        default=None,
        title="Theo dõi, đôn đốc",
        description="Vai trò, hoặc tên ở departments, của cơ quan theo dõi, đôn đốc việc này.",
        examples=["van-phong"],
    )
    deadline: Text | None = Field(
        default=None, title="Thời hạn", description="Ngày hoặc kỳ phải hoàn thành.", examples=["10/5/2026"]
    )
    product: Text | None = Field(default=None, title="Sản phẩm", description="Kết quả phải có.", examples=["Báo cáo"])
    target: Slug | None = Field(
        default=None, title="Chỉ tiêu", description="Mã chỉ tiêu mà nhiệm vụ phục vụ.", examples=["giam-hoi-nghi"]
    )
    carries_out: tuple[Slug, ...] | None = Field(
        default=None,
        title="Thực hiện nhiệm vụ cấp trên",
        description="Mã các nhiệm vụ trong kế hoạch cấp trên mà ý này thực hiện (xem kegen coverage).",
        examples=["[tc-bao-cao]"],
    )
    run_in: Flag | None = Field(
        default=None,
        title="Viết liền tên cơ quan",
        description="Viết tên cơ quan chủ trì liền với câu thay vì dòng riêng.",
        examples=["có"],
    )
    footnotes: dict[str, Text] | None = Field(
        default=None,
        title="Chú thích chân trang",
        description="“chữ đứng trước số chú thích”: “lời chú thích”.",
        examples=['{"Hệ thống": "Theo Nghị định số 09/2019/NĐ-CP."}'],
    )
    emphasis: dict[str, FaceName] | None = Field(
        default=None,
        title="Chữ nhấn mạnh",
        description="“chữ trong câu”: dam, nghieng, dam-nghieng, tren (chỉ số trên) hoặc duoi (chỉ số dưới), ở mọi"
        " chỗ có chữ ấy; ghi “m[2]” là chỉ nói phần trong ngoặc vuông.",
        examples=['{"trước ngày 15/6": dam, "m[2]": tren}'],
    )
    table: TableSpec | None = Field(
        default=None,
        title="Bảng",
        description="Bảng trong thân văn bản, đứng sau câu này; không ghi wording thì chỉ có bảng.",
        examples=['{columns: [Chỉ tiêu, Mức], rows: [[Hồ sơ trực tuyến, "70%"]]}'],
    )


class Section(InputModel):
    """A section changed, left out, or added."""

    title: Wording | None = Field(
        default=None, title="Tiêu đề", description="Tiêu đề riêng thay cho mẫu.", examples=["Công tác ban hành văn bản"]
    )
    omit: Reason | None = Field(
        default=None, title="Lý do bỏ", description="Bỏ cả mục; ghi rõ lý do.", examples=["Đã lồng ghép"]
    )
    into: Slug | None = Field(
        default=None,
        title="Nằm trong mục",
        description="Mã mục chứa mục này, ở bất kỳ cấp nào; mục thêm mà bỏ trống là mục lớn.",
        examples=["nhiem-vu"],
    )
    after: Slug | None = Field(
        default=None, title="Đặt sau", description="Mã mục đứng ngay trước; dau là đặt đầu.", examples=["tuyen-truyen"]
    )
    mark: HeadingMark | None = Field(
        default=None,
        title="Dấu tiêu đề",
        description="Dấu của tiêu đề; bỏ trống thì theo cấp (I., 1., 1.1., a), -); nhu-viet là in tiêu đề như đã viết.",
        examples=["1.1."],
    )
    marks: ItemMark | None = Field(
        default=None,
        title="Dấu đầu ý",
        description='"-", a), +, 1., khong hoặc nhu-viet (in như đã viết, cả dấu tự ghi).',
        examples=['"-"'],
    )
    group_marks: Mark | None = Field(
        default=None, title="Dấu nhóm", description="Dấu trước tên cơ quan.", examples=["a)"]
    )
    grouping: Grouping | None = Field(
        default=None, title="Cách nhóm", description="theo-co-quan, trong-cau hoặc phang.", examples=["theo-co-quan"]
    )
    office: Text | None = Field(
        default=None,
        title="Cơ quan",
        description="Vai trò, hoặc tên ở departments, của cơ quan mà mục này giao việc.",
        examples=["thon"],
    )
    run_in: Literal[" ", ": "] | None = Field(
        default=None,
        title="Viết liền",
        description='Viết tiêu đề liền với câu, nối bằng " " hoặc ": ".',
        examples=['": "'],
    )
    tasks: tuple[Text, ...] | None = Field(
        default=None,
        title="Các ý",
        description="Toàn bộ các ý của mục, theo thứ tự: mã ý của mẫu, hoặc lời văn riêng.",
        examples=["[hh-lich-hop, Họp giao ban không quá 60 phút.]"],
    )
    footnotes: dict[str, Text] | None = Field(
        default=None,
        title="Chú thích chân trang",
        description="“chữ trong tiêu đề đứng trước số chú thích”: “lời chú thích”.",
        examples=['{"Đề án 06": "Quyết định số 06/QĐ-TTg."}'],
    )
    emphasis: dict[str, FaceName] | None = Field(
        default=None,
        title="Chữ nhấn mạnh",
        description="“chữ trong tiêu đề”: dam, nghieng, dam-nghieng, tren, duoi; “m[2]” là chỉ nói phần trong ngoặc.",
        examples=['{"m[2]": tren}'],
    )


class Target(InputModel):
    """A target made stricter, or added."""

    value: Number | None = Field(default=None, title="Mức", description="Con số phải đạt.", examples=["70"])
    words: Text | None = Field(
        default=None,
        title="Bằng lời",
        description="Chỉ tiêu không có con số, viết bằng lời, thay cho value, comparison và unit.",
        examples=["Không để tồn đọng hồ sơ quá hạn"],
    )
    year: Text | None = Field(
        default=None, title="Năm", description="Đến năm nào phải đạt; mỗi năm một chỉ tiêu.", examples=["2030"]
    )
    scope: Literal["toan-dia-ban", "tung-don-vi", "chua-ro"] | None = Field(
        default=None,
        title="Phạm vi",
        description="toan-dia-ban (cả địa bàn cùng đạt, không giao cho cấp dưới), tung-don-vi hoặc chua-ro.",
        examples=["tung-don-vi"],
    )
    name: Text | None = Field(
        default=None, title="Tên chỉ tiêu", description="Đo cái gì.", examples=["Hồ sơ trực tuyến"]
    )
    comparison: Literal[">=", "<=", "="] | None = Field(
        default=None, title="So sánh", description='">=" ít nhất, "<=" nhiều nhất, "=" đúng bằng.', examples=['">="']
    )
    unit: Text | None = Field(default=None, title="Đơn vị tính", description="Đơn vị của con số.", examples=['"%"'])
    omit: Reason | None = Field(
        default=None,
        title="Lý do không nêu",
        description="Vì sao kế hoạch không nêu chỉ tiêu này của cấp trên.",
        examples=["Xã không tổ chức hội nghị trực tuyến riêng"],
    )


class RecipientChanges(InputModel):
    """Changes to the list of recipients that follows from the tasks."""

    add: tuple[Text, ...] = Field(
        default=(), title="Thêm", description="Nơi nhận thêm, trước dòng Lưu.", examples=["[Công an xã]"]
    )
    drop: tuple[Slug, ...] = Field(
        default=(), title="Bớt", description="Mã các nơi nhận của mẫu cần bớt.", examples=["[mat-tran]"]
    )
