"""The unit of a profile, the plan above it, its offices and who signs."""

from typing import Literal

from pydantic import Field

from kegen.profile.scalars import DateText, Day, Name, Slug, Text, Wording
from kegen.yaml_text.model import InputModel

Level = Literal["tinh", "thanh-pho", "xa", "phuong", "dac-khu", "so", "don-vi"]
"""A unit's level since 01/7/2025: province level, commune level, a department of the province, and a body under any."""


class Unit(InputModel):
    """The unit that issues the plan."""

    level: Level = Field(
        title="Cấp",
        description=(
            "tinh, thanh-pho (cấp tỉnh); xa, phuong, dac-khu (cấp xã); so (cơ quan chuyên môn của tỉnh); don-vi (cơ"
            " quan, đơn vị thuộc tỉnh, sở hoặc xã: chi cục, trung tâm, ban quản lý, phòng của xã, trường)."
        ),
        examples=["xa"],
    )
    name: Name = Field(
        title="Tên đơn vị",
        description="Tên riêng, không kèm chữ “xã”, “phường”, “tỉnh”; với cấp so, don-vi thì ghi đủ tên cơ quan.",
        examples=["Nhữ Khê"],
    )
    province: Name | None = Field(
        default=None,
        title="Tỉnh, thành phố",
        description="Tỉnh hoặc thành phố mà đơn vị trực thuộc.",
        examples=["Tuyên Quang"],
    )
    place: Name | None = Field(
        default=None,
        title="Địa danh",
        description="Địa danh trên dòng ngày tháng, khi khác tên riêng (đơn vị mang tên người, số, sự kiện).",
        examples=["Phường Lê Chân"],
    )
    abbreviation: Name | None = Field(
        default=None,
        title="Chữ viết tắt",
        description="Chữ viết tắt của cơ quan trong ký hiệu văn bản.",
        examples=["SNV"],
    )
    parent_body: Name | None = Field(
        default=None,
        title="Cơ quan chủ quản",
        description=(
            "Dòng cơ quan chủ quản trên tên cơ quan ban hành; bỏ trống thì theo cấp, riêng cấp don-vi thì phải ghi."
        ),
        examples=["UBND tỉnh An Giang"],
    )
    head: Name | None = Field(
        default=None,
        title="Chức danh người đứng đầu",
        description="Chức danh người đứng đầu đơn vị (cấp don-vi); bỏ trống khi tên đơn vị đã cho biết, ví dụ Chi cục.",
        examples=["GIÁM ĐỐC"],
    )


class ReportDays(InputModel):
    """The days of the year by which reports are due."""

    half_year: Day | None = Field(
        default=None, title="Hạn báo cáo 6 tháng", description="Ngày/tháng, trước ngày đó phải gửi.", examples=["05/6"]
    )
    year: Day | None = Field(
        default=None, title="Hạn báo cáo năm", description="Ngày/tháng, trước ngày đó phải gửi.", examples=["05/12"]
    )
    month: Text | None = Field(
        default=None,
        title="Hạn báo cáo tháng",
        description="Ngày gửi báo cáo hằng tháng, bằng lời.",
        examples=["ngày 20 hằng tháng"],
    )
    quarter: Text | None = Field(
        default=None,
        title="Hạn báo cáo quý",
        description="Ngày gửi báo cáo quý, bằng lời.",
        examples=["ngày 20 tháng cuối quý"],
    )
    event: Text | None = Field(
        default=None,
        title="Báo cáo đột xuất",
        description="Khi nào phải báo cáo ngoài kỳ, bằng lời.",
        examples=["khi có yêu cầu của cấp trên"],
    )


class Reporting(ReportDays):
    """The days of the unit's own reports, and those by which its offices report to it."""

    units: ReportDays | None = Field(
        default=None,
        title="Hạn các đơn vị gửi báo cáo",
        description="Ngày/tháng mà các cơ quan, đơn vị gửi báo cáo trước; bỏ trống là trước hạn của đơn vị 07 ngày.",
        examples=["{half_year: 25/5, year: 25/11}"],
    )


class ParentPlan(InputModel):
    """The plan of the level above that this plan carries out: its facts, or the file that holds it whole."""

    plan: Text | None = Field(
        default=None,
        title="Tệp kế hoạch cấp trên",
        description="Tệp kế hoạch cấp trên do kegen resolve --output ghi; nhiệm vụ, chỉ tiêu, hạn lấy từ đó.",
        examples=["tinh-tuyen-quang.plan.yaml"],
    )
    profile: Text | None = Field(
        default=None,
        title="Hồ sơ cấp trên",
        description="Hồ sơ (.yaml) của cấp trên, khi có thay cho tệp kế hoạch.",
        examples=["tinh-tuyen-quang.yaml"],
    )

    kind: Name | None = Field(
        default=None,
        title="Loại văn bản",
        description=(
            "Tên loại văn bản của cấp trên: Kế hoạch (khi bỏ trống), Chỉ thị, Quyết định, Công văn, Chương trình, Nghị"
            " quyết, Kết luận."
        ),
        examples=["Chỉ thị"],
    )
    number: Name | None = Field(
        default=None,
        title="Số, ký hiệu",
        description="Số và ký hiệu của văn bản cấp trên, ví dụ 176/KH-UBND, 11-CT/TU, 235/QĐ-TTg.",
        examples=["176/KH-UBND"],
    )
    date: DateText | None = Field(
        default=None, title="Ngày ban hành", description="Ngày ban hành kế hoạch cấp trên.", examples=["04/5/2026"]
    )
    issuer: Name | None = Field(
        default=None,
        title="Cơ quan ban hành",
        description="Cách gọi cơ quan ban hành: UBND tỉnh, một sở, Ban Thường vụ Tỉnh ủy, Thủ tướng Chính phủ.",
        examples=["UBND tỉnh"],
    )
    subject: Wording | None = Field(
        default=None,
        title="Trích yếu",
        description="Trích yếu của kế hoạch cấp trên, bắt đầu bằng “về …”; bỏ trống thì theo mẫu.",
        examples=["về việc triển khai thực hiện Quyết định số 534/QĐ-TTg"],
    )
    reporting: ReportDays | None = Field(
        default=None,
        title="Hạn báo cáo của cấp trên",
        description="Hạn báo cáo mà kế hoạch cấp trên giao; hạn của đơn vị không được muộn hơn.",
        examples=["{half_year: 05/6, year: 05/12}"],
    )


class Department(InputModel):
    """An office of the unit and what it is in this plan."""

    name: Name = Field(
        title="Tên cơ quan", description="Tên đầy đủ của cơ quan, đơn vị.", examples=["Phòng Văn hóa - Xã hội"]
    )
    short: Name | None = Field(
        default=None, title="Tên viết tắt", description="Chữ viết tắt, dùng ở dòng Lưu.", examples=["VHXH"]
    )
    roles: tuple[Slug, ...] = Field(
        default=(),
        title="Vai trò",
        description="Các vai trò của cơ quan trong kế hoạch này.",
        examples=["[dau-moi, tuyen-truyen]"],
    )


class Signer(InputModel):
    """Who signs, and by what authority."""

    position: Name = Field(title="Chức vụ", description="Chức vụ chính thức của người ký.", examples=["PHÓ CHỦ TỊCH"])
    name: Name | None = Field(
        default=None, title="Họ và tên", description="Họ và tên, không kèm học hàm, học vị.", examples=["Nguyễn Văn A"]
    )
    authority: Literal["Q", "TL", "TUQ"] | None = Field(
        default=None,
        title="Quyền hạn",
        description="Q (quyền cấp trưởng), TL (thừa lệnh), TUQ (thừa ủy quyền); TM và KT được suy ra từ chức vụ.",
        examples=["TL"],
    )
