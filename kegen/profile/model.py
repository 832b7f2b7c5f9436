"""The Profile: what an officer writes about one unit.

Its fields carry the Vietnamese words that messages, schema and reference page are made of.
"""

from __future__ import annotations

from typing import Annotated, Literal

from kegen.dates import DateStyle, PlanDate, parse_date
from kegen.profile.scalars import Day, Number, Slug, Text, check_edits, check_mark
from kegen.source.flag import Flag
from kegen.source.record import Before, FromText, Record, said

Level = Literal["tinh", "thanh-pho", "xa", "phuong", "dac-khu", "so"]
"""A unit's level since 01/7/2025: province level, commune level, and a department of the province."""

Grouping = Literal["phang", "theo-co-quan"]
DateText = Annotated[PlanDate, FromText(parse_date)]
Mark = Annotated[str, FromText(check_mark)]
Edits = Annotated[dict[str, str], Before(check_edits)]


class Edited(Record):
    """A wording of the pack with some of its words changed."""

    edits: Edits = said(
        title="Sửa chữ",
        description="Mỗi dòng là “chữ cũ”: “chữ mới”; phần còn lại của câu giữ nguyên theo mẫu.",
        examples=['{"các phòng ban": "các cơ quan"}'],
    )


Wording = Text | Edited


class Unit(Record):
    """The unit that issues the plan."""

    level: Level = said(
        title="Cấp",
        description="tinh, thanh-pho (cấp tỉnh); xa, phuong, dac-khu (cấp xã); so (cơ quan chuyên môn của tỉnh).",
        examples=["xa"],
    )
    name: Text = said(
        title="Tên đơn vị",
        description="Tên riêng, không kèm chữ “xã”, “phường”, “tỉnh”; với cấp so thì ghi đủ tên cơ quan.",
        examples=["Nhữ Khê"],
    )
    province: Text | None = said(
        default=None,
        title="Tỉnh, thành phố",
        description="Tỉnh hoặc thành phố mà đơn vị trực thuộc.",
        examples=["Tuyên Quang"],
    )
    place: Text | None = said(
        default=None,
        title="Địa danh",
        description="Địa danh trên dòng ngày tháng, khi khác tên riêng (đơn vị mang tên người, số, sự kiện).",
        examples=["Phường Lê Chân"],
    )
    abbreviation: Text | None = said(
        default=None,
        title="Chữ viết tắt",
        description="Chữ viết tắt của cơ quan trong ký hiệu văn bản.",
        examples=["SNV"],
    )
    parent_body: Text | None = said(
        default=None,
        title="Cơ quan chủ quản",
        description="Dòng cơ quan chủ quản trên tên cơ quan ban hành; bỏ trống thì theo cấp.",
        examples=["UBND tỉnh An Giang"],
    )


class ParentPlan(Record):
    """The plan of the level above that this plan carries out."""

    number: Text | None = said(
        default=None, title="Số, ký hiệu", description="Số và ký hiệu của kế hoạch cấp trên.", examples=["176/KH-UBND"]
    )
    date: DateText | None = said(
        default=None, title="Ngày ban hành", description="Ngày ban hành kế hoạch cấp trên.", examples=["04/5/2026"]
    )
    issuer: Text | None = said(
        default=None, title="Cơ quan ban hành", description="Cách gọi cơ quan ban hành.", examples=["UBND tỉnh"]
    )
    subject: Wording | None = said(
        default=None,
        title="Trích yếu",
        description="Trích yếu của kế hoạch cấp trên, bắt đầu bằng “về …”; bỏ trống thì theo mẫu.",
        examples=["về việc triển khai thực hiện Quyết định số 534/QĐ-TTg"],
    )
    reporting: Reporting | None = said(
        default=None,
        title="Hạn báo cáo của cấp trên",
        description="Hạn báo cáo mà kế hoạch cấp trên giao; hạn của đơn vị không được muộn hơn.",
        examples=["{half_year: 05/6, year: 05/12}"],
    )


class Reporting(Record):
    """The days of the year by which reports are due."""

    half_year: Day | None = said(
        default=None, title="Hạn báo cáo 6 tháng", description="Ngày/tháng, trước ngày đó phải gửi.", examples=["05/6"]
    )
    year: Day | None = said(
        default=None, title="Hạn báo cáo năm", description="Ngày/tháng, trước ngày đó phải gửi.", examples=["05/12"]
    )


class Department(Record):
    """An office of the unit and what it is in this plan."""

    name: Text = said(
        title="Tên cơ quan", description="Tên đầy đủ của cơ quan, đơn vị.", examples=["Phòng Văn hóa - Xã hội"]
    )
    short: Text | None = said(
        default=None, title="Tên viết tắt", description="Chữ viết tắt, dùng ở dòng Lưu.", examples=["VHXH"]
    )
    roles: tuple[Slug, ...] = said(
        default=(),
        title="Vai trò",
        description="Các vai trò của cơ quan trong kế hoạch này.",
        examples=["[dau-moi, tuyen-truyen]"],
    )


class Signer(Record):
    """Who signs, and by what authority."""

    position: Text = said(title="Chức vụ", description="Chức vụ chính thức của người ký.", examples=["PHÓ CHỦ TỊCH"])
    name: Text | None = said(
        default=None, title="Họ và tên", description="Họ và tên, không kèm học hàm, học vị.", examples=["Nguyễn Văn A"]
    )
    authority: Literal["Q", "TL", "TUQ"] | None = said(
        default=None,
        title="Quyền hạn",
        description="Q (quyền cấp trưởng), TL (thừa lệnh), TUQ (thừa ủy quyền); TM và KT được suy ra từ chức vụ.",
        examples=["TL"],
    )


class Proposal(Record):
    """The proposal (Tờ trình) on which the plan is issued."""

    by: Text = said(title="Cơ quan trình", description="Cơ quan trình kế hoạch.", examples=["Sở Nội vụ"])
    number: Text | None = said(
        default=None, title="Số tờ trình", description="Số, ký hiệu của tờ trình.", examples=["257/TTr-SNV"]
    )
    date: DateText | None = said(
        default=None, title="Ngày tờ trình", description="Ngày của tờ trình.", examples=["20/4/2026"]
    )


class Bases(Record):
    """The legal bases at the head of the plan and how they are written."""

    cite: tuple[Slug, ...] | None = said(
        default=None,
        title="Văn bản viện dẫn",
        description="Mã các văn bản, theo thứ tự; cap-tren là kế hoạch cấp trên.",
        examples=["[qd-534, cap-tren]"],
    )
    style: Literal["thuc-hien", "can-cu"] | None = said(
        default=None,
        title="Kiểu căn cứ",
        description="“Thực hiện …” hay từng dòng “Căn cứ …” in nghiêng.",
        examples=["can-cu"],
    )
    layout: Literal["rieng", "lien", "lien-cau"] | None = said(
        default=None,
        title="Cách nối lời ban hành",
        description="rieng: đoạn riêng; lien: cùng câu, sau dấu phẩy; lien-cau: cùng đoạn, câu mới.",
        examples=["rieng"],
    )
    proposal: Proposal | None = said(
        default=None, title="Tờ trình", description="Tờ trình đề nghị ban hành kế hoạch.", examples=["{by: Sở Nội vụ}"]
    )
    short_names: Flag | None = said(
        default=None,
        title="Đặt tên gọi tắt",
        description="Ghi “(sau đây gọi tắt là …)” sau lần viện dẫn đầu.",
        examples=["có"],
    )
    enacting: Wording | None = said(
        default=None,
        title="Lời ban hành",
        description="Câu “… ban hành Kế hoạch … như sau:”.",
        examples=["UBND xã ban hành Kế hoạch như sau:"],
    )


CiteForm = Literal["du", "khong-ngay", "khong-trich-yeu", "ngan"]


class Document(Record):
    """A document the plan cites: how to cite one the pack knows, or all the facts of one it does not."""

    kind: Text | None = said(
        default=None, title="Loại văn bản", description="Tên loại văn bản.", examples=["Nghị quyết"]
    )
    number: Text | None = said(default=None, title="Số, ký hiệu", description="Số, ký hiệu.", examples=["09-NQ/TU"])
    date: DateText | None = said(
        default=None, title="Ngày ban hành", description="Ngày ban hành.", examples=["30/01/2026"]
    )
    issuer: Text | None = said(
        default=None, title="Cơ quan ban hành", description="Cơ quan ban hành.", examples=["Ban Thường vụ Tỉnh ủy"]
    )
    subject: Wording | None = said(
        default=None,
        title="Trích yếu",
        description="Trích yếu, bắt đầu bằng “về …”.",
        examples=["về cải cách hành chính"],
    )
    dates: DateStyle | None = said(
        default=None, title="Kiểu ngày", description="ngan: 31/3/2026; dai: 31 tháng 3 năm 2026.", examples=["dai"]
    )
    form: CiteForm | None = said(
        default=None,
        title="Dạng viện dẫn lần đầu",
        description="du (đầy đủ), khong-ngay (số và trích yếu), khong-trich-yeu, ngan (loại và số).",
        examples=["khong-trich-yeu"],
    )


class Style(Record):
    """How the plan is written, where the decree leaves a choice."""

    dates: DateStyle | None = said(
        default=None, title="Kiểu ngày", description="ngan: 31/3/2026; dai: 31 tháng 3 năm 2026.", examples=["ngan"]
    )
    marks: Mark | None = said(
        default=None, title="Dấu đầu ý", description='"-", a), +, 1. hoặc khong (không dấu).', examples=['"-"']
    )
    group_marks: Mark | None = said(
        default=None,
        title="Dấu nhóm cơ quan",
        description="Dấu trước tên cơ quan khi nhóm theo cơ quan.",
        examples=["a)"],
    )
    ending: Literal[".", ";"] | None = said(
        default=None, title="Dấu cuối ý", description="Dấu cuối mỗi ý, trừ ý cuối luôn là dấu chấm.", examples=['";"']
    )
    grouping: Grouping | None = said(
        default=None, title="Cách nhóm", description="theo-co-quan hoặc phang (không nhóm).", examples=["phang"]
    )


class Task(Record):
    """One item of the plan: changed, left out, or added; with a lead it is a task."""

    wording: Text | None = said(
        default=None, title="Lời văn", description="Lời văn riêng thay cho mẫu.", examples=["Rà soát quy chế làm việc."]
    )
    edits: Edits | None = said(
        default=None,
        title="Sửa chữ",
        description="“chữ cũ”: “chữ mới” trong câu mẫu.",
        examples=['{"hàng năm": "hằng năm"}'],
    )
    points: tuple[Text, ...] | None = said(
        default=None,
        title="Các ý nhỏ",
        description="Các ý nhỏ dưới câu này, mỗi ý một đoạn “+”.",
        examples=["[Ý một., Ý hai.]"],
    )
    omit: Text | None = said(
        default=None, title="Lý do bỏ", description="Bỏ nhiệm vụ này; ghi rõ lý do.", examples=["Xã không có thôn"]
    )
    section: Slug | None = said(
        default=None, title="Thuộc mục", description="Mã mục chứa nhiệm vụ thêm.", examples=["hoi-hop"]
    )
    after: Slug | None = said(
        default=None,
        title="Đặt sau",
        description="Mã của ý đứng ngay trước; dau là đặt đầu mục.",
        examples=["hh-lich-hop"],
    )
    lead: Text | None = said(
        default=None,
        title="Chủ trì",
        description="Vai trò, hoặc tên ở departments, của cơ quan chủ trì (chỉ một).",
        examples=["van-phong"],
    )
    helpers: tuple[Text, ...] | None = said(
        default=None, title="Phối hợp", description="Vai trò của các cơ quan phối hợp.", examples=["[tat-ca]"]
    )
    deadline: Text | None = said(
        default=None, title="Thời hạn", description="Ngày hoặc kỳ phải hoàn thành.", examples=["10/5/2026"]
    )
    product: Text | None = said(default=None, title="Sản phẩm", description="Kết quả phải có.", examples=["Báo cáo"])
    target: Slug | None = said(
        default=None, title="Chỉ tiêu", description="Mã chỉ tiêu mà nhiệm vụ phục vụ.", examples=["giam-hoi-nghi"]
    )
    run_in: Flag | None = said(
        default=None,
        title="Viết liền tên cơ quan",
        description="Viết tên cơ quan chủ trì liền với câu thay vì dòng riêng.",
        examples=["có"],
    )
    footnotes: dict[str, Text] | None = said(
        default=None,
        title="Chú thích chân trang",
        description="“chữ đứng trước số chú thích”: “lời chú thích”.",
        examples=['{"Hệ thống": "Theo Nghị định số 09/2019/NĐ-CP."}'],
    )


class Section(Record):
    """A section changed, left out, or added."""

    title: Wording | None = said(
        default=None, title="Tiêu đề", description="Tiêu đề riêng thay cho mẫu.", examples=["Công tác ban hành văn bản"]
    )
    omit: Text | None = said(
        default=None, title="Lý do bỏ", description="Bỏ cả mục; ghi rõ lý do.", examples=["Đã lồng ghép"]
    )
    into: Slug | None = said(
        default=None,
        title="Nằm trong mục",
        description="Mã mục lớn chứa mục thêm; bỏ trống là mục lớn.",
        examples=["nhiem-vu"],
    )
    after: Slug | None = said(
        default=None, title="Đặt sau", description="Mã mục đứng ngay trước; dau là đặt đầu.", examples=["tuyen-truyen"]
    )
    marks: Mark | None = said(default=None, title="Dấu đầu ý", description='"-", a), +, 1., khong.', examples=['"-"'])
    group_marks: Mark | None = said(
        default=None, title="Dấu nhóm", description="Dấu trước tên cơ quan.", examples=["a)"]
    )
    grouping: Grouping | None = said(
        default=None, title="Cách nhóm", description="theo-co-quan hoặc phang.", examples=["theo-co-quan"]
    )
    office: Text | None = said(
        default=None,
        title="Cơ quan",
        description="Vai trò, hoặc tên ở departments, của cơ quan mà mục này giao việc.",
        examples=["thon"],
    )
    run_in: Literal[" ", ": "] | None = said(
        default=None,
        title="Viết liền",
        description='Viết tiêu đề liền với câu, nối bằng " " hoặc ": ".',
        examples=['": "'],
    )
    tasks: tuple[Text, ...] | None = said(
        default=None,
        title="Các ý",
        description="Toàn bộ các ý của mục, theo thứ tự: mã ý của mẫu, hoặc lời văn riêng.",
        examples=["[hh-lich-hop, Họp giao ban không quá 60 phút.]"],
    )


class Target(Record):
    """A target made stricter, or added."""

    value: Number | None = said(default=None, title="Mức", description="Con số phải đạt.", examples=["70"])
    name: Text | None = said(
        default=None, title="Tên chỉ tiêu", description="Đo cái gì.", examples=["Hồ sơ trực tuyến"]
    )
    comparison: Literal[">=", "<=", "="] | None = said(
        default=None, title="So sánh", description='">=" ít nhất, "<=" nhiều nhất, "=" đúng bằng.', examples=['">="']
    )
    unit: Text | None = said(default=None, title="Đơn vị tính", description="Đơn vị của con số.", examples=['"%"'])


class RecipientChanges(Record):
    """Changes to the list of recipients that follows from the tasks."""

    add: tuple[Text, ...] = said(
        default=(), title="Thêm", description="Nơi nhận thêm, trước dòng Lưu.", examples=["[Công an xã]"]
    )
    drop: tuple[Slug, ...] = said(
        default=(), title="Bớt", description="Mã các nơi nhận của mẫu cần bớt.", examples=["[mat-tran]"]
    )


class Profile(Record):
    """One unit's facts and its own wording: everything a plan needs that the pack does not hold."""

    directive: Slug | None = said(
        default=None,
        title="Văn bản triển khai",
        description="Tên bộ mẫu của văn bản chỉ đạo; bỏ trống khi kegen chỉ có một bộ mẫu.",
        examples=["qd-534"],
    )
    unit: Unit = said(
        title="Đơn vị",
        description="Đơn vị ban hành kế hoạch.",
        examples=["{level: xa, name: Nhữ Khê, province: Tuyên Quang}"],
    )
    parent_plan: ParentPlan | None = said(
        default=None,
        title="Kế hoạch cấp trên",
        description="Kế hoạch của cấp trên mà đơn vị thực hiện; cấp tỉnh thì không có.",
        examples=["{number: 176/KH-UBND, date: 04/5/2026}"],
    )
    departments: tuple[Department, ...] = said(
        default=(),
        title="Các cơ quan",
        description="Cơ quan, đơn vị và vai trò; vai trò không ghi thì theo cơ quan mặc định của cấp.",
        examples=["[{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}]"],
    )
    signer: Signer | None = said(
        default=None,
        title="Người ký",
        description="Chức vụ và họ tên người ký.",
        examples=["{position: CHỦ TỊCH, name: Nguyễn Văn A}"],
    )
    issued_by: Literal["ubnd", "chu-tich"] | None = said(
        default=None,
        title="Người ban hành",
        description="ubnd (tập thể, ký TM.) hoặc chu-tich (Chủ tịch tự ban hành, không ghi TM.).",
        examples=["ubnd"],
    )
    number: Text | None = said(
        default=None, title="Số", description="Số của kế hoạch, khi Văn thư đã cấp.", examples=["114"]
    )
    date: DateText | None = said(
        default=None,
        title="Ngày ban hành",
        description="Ngày ban hành; chưa biết thì bỏ trống hoặc ghi năm.",
        examples=["2026"],
    )
    title: Wording | None = said(
        default=None,
        title="Trích yếu",
        description="Trích yếu của kế hoạch.",
        examples=["Thực hiện Quyết định số 534/QĐ-TTg"],
    )
    bases: Bases = said(
        default=Bases(), title="Căn cứ", description="Căn cứ và lời ban hành.", examples=["{cite: [qd-534, cap-tren]}"]
    )
    documents: dict[Slug, Document] = said(
        default={},
        title="Văn bản",
        description="Cách viện dẫn, hoặc văn bản thêm.",
        examples=["{kl-226: {dates: dai}}"],
    )
    style: Style = said(
        default=Style(),
        title="Cách trình bày",
        description="Kiểu ngày, dấu đầu ý, cách nhóm.",
        examples=['{marks: "-"}'],
    )
    terms: dict[str, Text] = said(
        default={}, title="Cách gọi", description="Từ mà đơn vị dùng thay từ của mẫu.", examples=["{committee: UBND}"]
    )
    replace: Edits = said(
        default={},
        title="Thay chữ",
        description="Thay ở mọi câu của mẫu: “chữ cũ”: “chữ mới”.",
        examples=["{đảm bảo: bảo đảm}"],
    )
    reporting: Reporting = said(
        default=Reporting(), title="Hạn báo cáo", description="Hạn báo cáo của đơn vị.", examples=["{half_year: 05/6}"]
    )
    sections: dict[Slug, Section] = said(
        default={}, title="Các mục", description="Mục sửa, bỏ hoặc thêm.", examples=["{kinh-phi: {omit: Đã lồng ghép}}"]
    )
    tasks: dict[Slug, Text | Task] = said(
        default={},
        title="Các nhiệm vụ",
        description="Ý, nhiệm vụ sửa, bỏ hoặc thêm; chỉ ghi một câu là lời văn riêng.",
        examples=["{hh-lich-hop: Xây dựng lịch họp tuần.}"],
    )
    targets: dict[Slug, Target] = said(
        default={},
        title="Chỉ tiêu",
        description="Chỉ tiêu chặt hơn hoặc thêm.",
        examples=['{hop-truc-tuyen: {value: "70"}}'],
    )
    recipients: tuple[Text, ...] | RecipientChanges = said(
        default=RecipientChanges(),
        title="Nơi nhận",
        description="Cả danh sách (mã của mẫu hoặc lời riêng), hoặc add/drop.",
        examples=["{add: [Công an xã]}"],
    )
    archive: Text | None = said(
        default=None,
        title="Lưu",
        description="Chữ sau “Lưu: VT,”; bỏ trống thì theo cơ quan đầu mối.",
        examples=["VHXH"],
    )
    closing: Wording | None = said(
        default=None, title="Lời kết", description="Đoạn kết, không kèm “./.”.", examples=["Trên đây là Kế hoạch …"]
    )
    annex: Flag = said(default=False, title="Phụ lục", description="Kèm Bảng phân công nhiệm vụ.", examples=["có"])
