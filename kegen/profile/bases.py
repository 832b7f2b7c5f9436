"""The legal bases of a profile: which documents it cites, and how."""

from typing import Literal

from pydantic import Field

from kegen.dates import DateStyle
from kegen.profile.annexes import FaceName
from kegen.profile.scalars import DateText, Flag, Name, Slug, Text, Wording
from kegen.yaml_text.model import InputModel

CiteForm = Literal["du", "khong-ngay", "khong-trich-yeu", "ngan"]
"""How a first mention is written: whole, without date and issuer, without subject, or by kind and number."""


class BasisLine(InputModel):
    """A line of the opening: a verb and the documents that go with it."""

    verb: Text = Field(
        title="Động từ",
        description="Chữ đứng trước văn bản: Căn cứ, Thực hiện, Theo.",
        examples=["Thực hiện"],
    )
    cite: tuple[Slug, ...] = Field(
        title="Văn bản viện dẫn",
        description="Mã các văn bản đi với động từ này, theo thứ tự; cap-tren là văn bản cấp trên.",
        examples=["[cap-tren]"],
    )
    apart: Flag | None = Field(
        default=None,
        title="Mỗi văn bản một dòng",
        description="Mỗi văn bản một dòng (mặc định của “Căn cứ”), hay các văn bản nối nhau bằng dấu phẩy.",
        examples=["không"],
    )
    after: Text | None = Field(
        default=None,
        title="Chữ theo sau",
        description="Chữ của đơn vị sau văn bản, ví dụ tên gọi chung của các văn bản ấy.",
        examples=["(sau đây gọi chung là các Nghị quyết)"],
    )


class Proposal(InputModel):
    """The proposal (Tờ trình) on which the plan is issued."""

    by: Name = Field(title="Cơ quan trình", description="Cơ quan trình kế hoạch.", examples=["Sở Nội vụ"])
    verb: Text | None = Field(
        default=None,
        title="Lời dẫn",
        description="Chữ trước cơ quan trình; bỏ trống thì “Xét đề nghị của”, sau các căn cứ thì “Theo đề nghị của”.",
        examples=["Xét đề nghị của"],
    )
    paper: Text | None = Field(
        default=None,
        title="Văn bản trình",
        description="Loại văn bản trình, bỏ trống là Tờ trình; khong là không nêu văn bản nào.",
        examples=["khong"],
    )
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
    lines: tuple[Text | BasisLine, ...] | None = Field(
        default=None,
        title="Từng dòng mở đầu",
        description=(
            "Thay cho cite, style: các dòng theo thứ tự, mỗi dòng là một động từ với các văn bản của nó, hoặc lời riêng"
            " (“Xét đề nghị …”, “Sau khi xem xét …”)."
        ),
        examples=["[{verb: Căn cứ, cite: [luat-tre-em]}, {verb: Thực hiện, cite: [cap-tren]}]"],
    )
    join: Literal["rieng", ";", ","] | None = Field(
        default=None,
        title="Cách đặt các căn cứ",
        description='rieng: mỗi căn cứ một dòng; ";" hoặc ",": cả một đoạn, nối bằng dấu ấy.',
        examples=['";"'],
    )
    ending: Literal[";", ".", ",", "nhu-viet"] | None = Field(
        default=None,
        title="Dấu cuối dòng căn cứ",
        description="Dấu cuối mỗi dòng khi đặt riêng từng dòng, dòng cuối luôn là dấu chấm; nhu-viet: lines chỉ gồm lời"
        " riêng, in đúng dấu đã ghi ở cuối từng dòng.",
        examples=['";"'],
    )
    italic: Flag | None = Field(
        default=None,
        title="In nghiêng",
        description="In nghiêng hay đứng; bỏ trống thì “Căn cứ” đặt riêng từng dòng in nghiêng, còn lại in đứng.",
        examples=["không"],
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
    footnotes: dict[str, Text] | None = Field(
        default=None,
        title="Chú thích chân trang",
        description="“chữ đứng trước số chú thích”: “lời chú thích”, trong phần mở đầu.",
        examples=['{"Nghị quyết số 76/NQ-CP": "Được sửa đổi năm 2024."}'],
    )
    emphasis: dict[str, FaceName] | None = Field(
        default=None,
        title="Chữ nhấn mạnh",
        description="“chữ trong phần mở đầu”: dam, nghieng, dam-nghieng, tren, duoi; “m[2]” là chỉ nói phần trong"
        " ngoặc.",
        examples=['{"(viết tắt là Chương trình)": nghieng}'],
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
    short_name: Name | None = Field(
        default=None,
        title="Tên gọi tắt",
        description="Tên gọi tắt của văn bản, đặt ra ở lần viện dẫn đầu và dùng từ đó về sau; khong là không đặt.",
        examples=["Kế hoạch 176"],
    )
    defined_as: Text | None = Field(
        default=None,
        title="Lời đặt tên gọi tắt",
        description=(
            "Chữ trước tên gọi tắt, bỏ trống là “sau đây gọi tắt là”; khong là không ghi, vì lời riêng đã đặt tên ấy."
        ),
        examples=["viết tắt là"],
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
