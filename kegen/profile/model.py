"""The Profile: what an officer writes about one unit.

Its fields carry the Vietnamese words that messages, schema and reference page are made of.
"""

from typing import Literal

from pydantic import Field

from kegen.profile.accepting import Acceptance
from kegen.profile.annexes import Annexes, FaceName
from kegen.profile.bases import Bases, Document
from kegen.profile.body import RecipientChanges, Section, Style, Target, Task
from kegen.profile.scalars import DateText, Edits, Flag, PackName, Slug, Text, Wording
from kegen.profile.unit import Department, ParentPlan, Reporting, Signer, Unit
from kegen.yaml_text.model import InputModel

OWN_OUTLINE = "rieng"
"""What says that a plan has only the sections and items that the profile gives it."""


class Profile(InputModel):
    """One unit's facts and its own wording: everything a plan needs that the pack does not hold."""

    directive: PackName | None = Field(
        default=None,
        title="Văn bản triển khai",
        description=(
            "Tên bộ mẫu của văn bản chỉ đạo, có kèm theo kegen hoặc đặt cạnh hồ sơ (thư mục hay tệp .yaml), hoặc đường"
            " dẫn tới bộ mẫu; bỏ trống thì theo kế hoạch cấp trên ở parent_plan, kế hoạch ấy do kegen import đọc thì"
            " theo bộ khung chung, không có tệp nào thì theo qd-534."
        ),
        examples=["qd-534"],
    )
    unit: Unit = Field(
        title="Đơn vị",
        description="Đơn vị ban hành kế hoạch.",
        examples=["{level: xa, name: Nhữ Khê, province: Tuyên Quang}"],
    )
    parent_plan: ParentPlan | None = Field(
        default=None,
        title="Kế hoạch cấp trên",
        description="Kế hoạch của cấp trên mà đơn vị thực hiện; cấp tỉnh thì không có.",
        examples=["{number: 176/KH-UBND, date: 04/5/2026}"],
    )
    departments: tuple[Department, ...] = Field(
        default=(),
        title="Các cơ quan",
        description="Cơ quan, đơn vị và vai trò; vai trò không ghi thì theo cơ quan mặc định của cấp.",
        examples=["[{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}]"],
    )
    signer: Signer | None = Field(
        default=None,
        title="Người ký",
        description="Chức vụ và họ tên người ký.",
        examples=["{position: CHỦ TỊCH, name: Nguyễn Văn A}"],
    )
    issued_by: Literal["ubnd", "chu-tich"] | None = Field(
        default=None,
        title="Người ban hành",
        description="ubnd (tập thể, ký TM.) hoặc chu-tich (Chủ tịch tự ban hành, không ghi TM.).",
        examples=["ubnd"],
    )
    number: Text | None = Field(
        default=None, title="Số", description="Số của kế hoạch, khi Văn thư đã cấp.", examples=["114"]
    )
    date: DateText | None = Field(
        default=None,
        title="Ngày ban hành",
        description="Ngày ban hành; chưa biết thì bỏ trống hoặc ghi năm.",
        examples=["2026"],
    )
    title: Wording | None = Field(
        default=None,
        title="Trích yếu",
        description="Trích yếu của kế hoạch.",
        examples=["Thực hiện Quyết định số 534/QĐ-TTg"],
    )
    bases: Bases = Field(
        default=Bases(), title="Căn cứ", description="Căn cứ và lời ban hành.", examples=["{cite: [qd-534, cap-tren]}"]
    )
    documents: dict[Slug, Document] = Field(
        default={},
        title="Văn bản",
        description="Cách viện dẫn, hoặc văn bản thêm.",
        examples=["{kl-226: {dates: dai}}"],
    )
    style: Style = Field(
        default=Style(),
        title="Cách trình bày",
        description="Kiểu ngày, dấu đầu ý, cách nhóm.",
        examples=['{marks: "-"}'],
    )
    terms: dict[str, Text] = Field(
        default={}, title="Cách gọi", description="Từ mà đơn vị dùng thay từ của mẫu.", examples=["{committee: UBND}"]
    )
    replace: Edits = Field(
        default={},
        title="Thay chữ",
        description="Thay ở mọi câu của mẫu: “chữ cũ”: “chữ mới”.",
        examples=["{đảm bảo: bảo đảm}"],
    )
    reporting: Reporting = Field(
        default=Reporting(),
        title="Hạn báo cáo",
        description="Hạn báo cáo của đơn vị; bỏ trống thì theo hạn mà cấp trên giao.",
        examples=["{half_year: 05/6}"],
    )
    outline: Literal["mau", "rieng"] | None = Field(
        default=None,
        title="Dàn ý",
        description="mau (khi bỏ trống): dàn ý của bộ mẫu với các chỗ hồ sơ sửa; rieng: chỉ các mục, các ý ghi ở"
        " sections, tasks, theo đúng thứ tự ấy; mục và ý của bộ mẫu vẫn gọi được bằng mã, không lấy thì không phải nêu"
        " lý do, và kegen không thêm câu nào vào thân văn bản.",
        examples=["rieng"],
    )
    sections: dict[Slug, Section] = Field(
        default={}, title="Các mục", description="Mục sửa, bỏ hoặc thêm.", examples=["{kinh-phi: {omit: Đã lồng ghép}}"]
    )
    tasks: dict[Slug, Text | Task] = Field(
        default={},
        title="Các nhiệm vụ",
        description="Ý, nhiệm vụ sửa, bỏ hoặc thêm; chỉ ghi một câu là lời văn riêng.",
        examples=["{hh-lich-hop: Xây dựng lịch họp tuần.}"],
    )
    targets: dict[Slug, Target] = Field(
        default={},
        title="Chỉ tiêu",
        description="Chỉ tiêu chặt hơn hoặc thêm.",
        examples=['{hop-truc-tuyen: {value: "70"}}'],
    )
    recipients: tuple[Text, ...] | RecipientChanges = Field(
        default=RecipientChanges(),
        title="Nơi nhận",
        description="Cả danh sách (mã của mẫu hoặc lời riêng), hoặc add/drop.",
        examples=["{add: [Công an xã]}"],
    )
    archive: Text | None = Field(
        default=None,
        title="Lưu",
        description="Chữ sau “Lưu: VT,”; bỏ trống thì theo cơ quan đầu mối, khong là chỉ ghi “Lưu: VT”.",
        examples=["VHXH"],
    )
    closing: Wording | None = Field(
        default=None,
        title="Lời kết",
        description="Đoạn kết, không kèm “./.”; khong là không có đoạn kết, “./.” đặt ở cuối nội dung.",
        examples=["Trên đây là Kế hoạch …"],
    )
    closing_emphasis: dict[str, FaceName] | None = Field(
        default=None,
        title="Chữ nhấn mạnh ở lời kết",
        description="“chữ trong lời kết”: dam, nghieng, dam-nghieng, tren, duoi; “m[2]” là chỉ nói phần trong ngoặc"
        " vuông.",
        examples=['{"trước ngày 15/6": dam}'],
    )
    accept: tuple[Acceptance, ...] = Field(
        default=(),
        title="Chấp nhận",
        description="Cảnh báo mà đơn vị đã xem và chấp nhận, mỗi dòng một mã với lý do.",
        examples=["[{rule: recipient-reason, reason: Công an xã nhận để phối hợp}]"],
    )
    annex: Flag = Field(default=False, title="Phụ lục", description="Kèm Bảng phân công nhiệm vụ.", examples=["có"])
    annexes: Annexes | None = Field(
        default=None,
        title="Các phụ lục",
        description="Phụ lục của kế hoạch, sau Bảng phân công nhiệm vụ của annex nếu có; không ghi columns, rows, above"
        " thì là bảng các nhiệm vụ. Ghi mã là lấy phụ lục ấy của mẫu; không ghi gì thì có mọi phụ lục của mẫu.",
        examples=["[{title: Danh mục chỉ tiêu, columns: [Chỉ tiêu, Mức], rows: [[Hồ sơ trực tuyến, 70%]]}]"],
    )
