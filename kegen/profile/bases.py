"""The legal bases of a profile: which documents it cites, and how."""

from typing import Literal

from pydantic import Field

from kegen.dates import DateStyle
from kegen.profile.scalars import DateText, Flag, Name, Slug, Wording
from kegen.yaml_text.model import InputModel

CiteForm = Literal["du", "khong-ngay", "khong-trich-yeu", "ngan"]
"""How a first mention is written: whole, without date and issuer, without subject, or by kind and number."""


class Proposal(InputModel):
    """The proposal (Tờ trình) on which the plan is issued."""

    by: Name = Field(title="Cơ quan trình", description="Cơ quan trình kế hoạch.", examples=["Sở Nội vụ"])
    number: Name | None = Field(
        default=None, title="Số tờ trình", description="Số, ký hiệu của tờ trình.", examples=["257/TTr-SNV"]
    )
    date: DateText | None = Field(
        default=None, title="Ngày tờ trình", description="Ngày của tờ trình.", examples=["20/4/2026"]
    )


class Bases(InputModel):
    """The legal bases at the head of the plan and how they are written."""

    cite: tuple[Slug, ...] | None = Field(
        default=None,
        title="Văn bản viện dẫn",
        description="Mã các văn bản, theo thứ tự; cap-tren là kế hoạch cấp trên.",
        examples=["[qd-534, cap-tren]"],
    )
    style: Literal["thuc-hien", "can-cu"] | None = Field(
        default=None,
        title="Kiểu căn cứ",
        description="“Thực hiện …” hay từng dòng “Căn cứ …” in nghiêng.",
        examples=["can-cu"],
    )
    layout: Literal["rieng", "lien", "lien-cau"] | None = Field(
        default=None,
        title="Cách nối lời ban hành",
        description="rieng: đoạn riêng; lien: cùng câu, sau dấu phẩy; lien-cau: cùng đoạn, câu mới.",
        examples=["rieng"],
    )
    proposal: Proposal | None = Field(
        default=None, title="Tờ trình", description="Tờ trình đề nghị ban hành kế hoạch.", examples=["{by: Sở Nội vụ}"]
    )
    short_names: Flag | None = Field(
        default=None,
        title="Đặt tên gọi tắt",
        description="Ghi “(sau đây gọi tắt là …)” sau lần viện dẫn đầu.",
        examples=["có"],
    )
    enacting: Wording | None = Field(
        default=None,
        title="Lời ban hành",
        description="Câu “… ban hành Kế hoạch … như sau:”.",
        examples=["UBND xã ban hành Kế hoạch như sau:"],
    )


class Document(InputModel):
    """A document the plan cites: how to cite one the pack knows, or all the facts of one it does not."""

    kind: Name | None = Field(
        default=None, title="Loại văn bản", description="Tên loại văn bản.", examples=["Nghị quyết"]
    )
    number: Name | None = Field(default=None, title="Số, ký hiệu", description="Số, ký hiệu.", examples=["09-NQ/TU"])
    date: DateText | None = Field(
        default=None, title="Ngày ban hành", description="Ngày ban hành.", examples=["30/01/2026"]
    )
    issuer: Name | None = Field(
        default=None, title="Cơ quan ban hành", description="Cơ quan ban hành.", examples=["Ban Thường vụ Tỉnh ủy"]
    )
    subject: Wording | None = Field(
        default=None,
        title="Trích yếu",
        description="Trích yếu, bắt đầu bằng “về …”.",
        examples=["về cải cách hành chính"],
    )
    dates: DateStyle | None = Field(
        default=None, title="Kiểu ngày", description="ngan: 31/3/2026; dai: 31 tháng 3 năm 2026.", examples=["dai"]
    )
    form: CiteForm | None = Field(
        default=None,
        title="Dạng viện dẫn lần đầu",
        description="du (đầy đủ), khong-ngay (số và trích yếu), khong-trich-yeu, ngan (loại và số).",
        examples=["khong-trich-yeu"],
    )
