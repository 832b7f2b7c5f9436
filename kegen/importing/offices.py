"""Offices and groups of them as sentences and headings name them: where a name ends and what is done begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from kegen.vietnamese import LOWER, UPPER, upper_first

_WITH_CAPITAL = (
    "Tổng cục|Chi cục|Cục|Vụ|Bộ|Sở|sở|Phòng|phòng|Ban|Trung tâm|Trường|Viện|Hội|Đoàn|Đội|Trạm|Quỹ|Báo|Đài|Hạt|Bệnh viện"
    "|Công ty|Tập đoàn|Tổng công ty|Chi nhánh|Tổ|Đồn|Học viện|Đại học|Hội đồng|Chi hội|Khu|Cơ quan|cơ quan|Bảo tàng"
    "|Vườn"
)
"""Words that begin an office's name where a capital follows: `Sở Nội vụ`, but not `Ban hành`, `Phòng, chống`."""
_ALONE = (
    "Văn phòng|Thanh tra|Công an|Thuế|Kho bạc|Bảo hiểm xã hội|Bảo hiểm Xã hội|Ngân hàng|Bưu điện|Thống kê tỉnh"
    "|Hải quan|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Mặt trận Tổ quốc|Mặt trận|Tòa án|Toà án|Viện kiểm sát|Liên đoàn"
    "|Liên minh|Bộ đội|Tỉnh đoàn|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành đoàn|Đảng ủy|Đảng uỷ|Thường trực|Điện lực|Viễn thông"
    "|VP|Chi bộ|Báo và|Lực lượng|Cảng vụ|VKSND|TAND|BHXH|KBNN|CATP|LĐLĐ|BCH|BQL|Quân sự|Nhà trường|Bộ (?:chỉ huy"
    "|tư lệnh)|Ban (?:chỉ huy|chỉ đạo|quản lý|tổ chức|tuyên giáo|công tác|nhân dân|giám hiệu|giám đốc)"
    "|Đoàn (?:thanh niên|TNCS)|Hội (?:nông dân|phụ nữ|cựu chiến binh|liên hiệp|người cao tuổi|chữ thập đỏ|khuyến học)"
    "|Trạm y tế|Trường (?:mầm non|tiểu học|trung học|học|phổ thông)|Tổ (?:dân phố|trưởng|công tác|công nghệ)|(?:Phòng"
    "|phòng) (?:kinh tế|văn hóa|văn hoá|chuyên môn|nội vụ|tài chính|tư pháp|nghiệp vụ)|Trung tâm (?:phục vụ|dịch vụ"
    "|y tế|văn hóa|văn hoá|hành chính)|Bộ phận (?:một cửa|tiếp nhận|chuyên môn)|Cơ quan (?:thường trực|chủ trì"
    "|chuyên môn|thuế|công an|quân sự|báo chí)|Đơn vị (?:chủ trì|được giao)"
)
_HEAD = (
    "Giám đốc|Thủ trưởng|Chủ tịch|Phó Chủ tịch|Chánh|Hiệu trưởng|Người đứng đầu|Lãnh đạo (?=[A-ZĐỦ]|các|phòng|đơn vị"
    "|cơ quan|xã)|Bí thư|Cục trưởng|Chi cục trưởng|Tổng Giám đốc|Trưởng (?:các|phòng|ban|thôn|bản|khu|công an|Công an"
    "|Phòng|Ban)|Bộ trưởng|Công chức|Cán bộ"
)
_MEMBER = (
    "bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|phòng|xã|phường|đặc khu|cấp|thôn|bản|tổ dân phố|khu phố|trường|trung tâm"
    "|đảng ủy|đảng uỷ|cấp ủy|hội|đoàn thể|tổ chức|doanh nghiệp|chủ đầu tư|thành viên|huyện|lực lượng|cơ sở|công ty"
    "|nhà trường|nhà thầu"
    "|chi cục|cục|tòa|đồng chí|chủ rừng|hợp tác xã|hộ|chi bộ|tập đoàn|viện|bệnh viện|chủ tịch|giám đốc|thủ trưởng"
)
_NAMED = (
    rf"(?:(?:{_WITH_CAPITAL}) (?=[{UPPER}])(?!Luật|Nghị|Chỉ thị)|(?:{_ALONE}|{_HEAD})(?![{LOWER}])|(?:(?:Tất cả "
    rf"|Toàn thể |Toàn bộ )?(?:[Cc]ác|[Mm]ọi|[Tt]ừng|[Mm]ỗi|[Nn]hững)) (?:(?i:{_MEMBER})(?![{LOWER}])|{_WITH_CAPITAL}"
    rf"|{_ALONE}|{_HEAD})"
    r"|[Cc]hính quyền (?:địa phương|các|cấp|cơ sở)|[Ll]ực lượng (?:[Cc]ông an|[Qq]uân sự|chức năng|chuyên trách))"
)
_MEMBERS = (
    r"[Đđ]ịa phương|[Cc]ơ quan, (?:đơn vị|tổ chức|ban)|[Đđ]ơn vị, (?:địa phương|cơ quan)|[Ss]ở, (?:ban|ngành)"
    r"|[Bb]ộ, (?:ban|ngành)|[Bb]an, ngành|[Xx]ã, phường|[Cc]ấp ủy|[Cc]ấp xã\b"
)
_START = rf"(?:{_NAMED}|{_MEMBERS})"
_OPENS = re.compile(_START)
_JOINT = re.compile(rf"\s*(?:;|\n|,| và | cùng | cùng với |&|\+)\s*(?={_NAMED})")
_NOT_OFFICE = re.compile(
    r"(?:Báo cáo|Ban hành|Thống kê(?! tỉnh)|Hội nghị|Bộ (?:máy|chỉ số|phận(?! một| tiếp| chuyên))|Thanh tra,"
    r"|Thanh tra (?:việc|công vụ|trách)|Các (?:cơ quan|đơn vị|cơ sở) (?:này|đó)\b)"
)
_CAPITALS = re.compile(
    r"(?:CÁC |GIÁM ĐỐC |THỦ TRƯỞNG |CHỦ TỊCH )*(?:SỞ|UBND|[ỦU][ỶY] BAN|CÔNG AN|VĂN PHÒNG|THANH TRA|PHÒNG|CHI CỤC"
    r"|TRUNG TÂM|BAN|ĐƠN VỊ|CƠ QUAN|XÃ|PHƯỜNG|THUẾ|KHO BẠC|BỘ CHỈ HUY|TRẠM|TRƯỜNG|HỘI|ĐOÀN)(?:,| )(?!HÀNH|CHỐNG|NGỪA"
    r"|CHÁY|NGHỊ|KẾT|HỢP|SỐ|TRA\b)"
)
_COUNCIL = re.compile(r"(?:hội đồng nhân dân|HĐND)$", re.IGNORECASE)

_MODE = (
    "chủ động|khẩn trương|thường xuyên|tiếp tục|tích cực|kịp thời|trực tiếp|nghiêm túc|định kỳ|hằng năm|hàng năm"
    "|hằng quý|hằng tháng|hàng tháng|hàng quý|căn cứ|phải|cần|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|đồng thời"
    "|phấn đấu|theo chức năng|trên cơ sở|thống nhất|tập trung|sẵn sàng|quan tâm|theo thẩm quyền|trong quá trình|tự"
    "|bám sát"
)
_DEED = (
    "chủ trì|phối hợp|tham mưu|tổ chức(?! chính trị| xã hội| đoàn thể| hội| kinh tế| tín dụng| đảng| liên quan"
    "| hoạt động| sản xuất| có liên quan| hành chính| khai thác| khác|,)|thực hiện|triển khai|xây dựng|chỉ đạo"
    "|tăng cường|đẩy mạnh|rà soát|hướng dẫn|nêu cao|đề cao|theo dõi|đôn đốc|kiểm tra|giám sát|báo cáo|tổng hợp"
    "|là (?:cơ quan|đầu mối|đơn vị)|làm (?:đầu mối|thường trực)"
    "|quán triệt|ban hành|bố trí|lập|gửi|cung cấp|đề xuất|nghiên cứu|phát huy|đảm bảo"
    "|bảo đảm|giúp|hoàn thành|tuyên truyền|vận động|lãnh đạo|giải quyết|phát hiện|xử lý|lấy|giao|trình|thẩm định"
    "|cấp phép|thông tin (?:kịp thời|cho|về|đến|tuyên truyền)|phân công|đăng ký|cập nhật|công khai|công bố"
    "|quản lý(?! dự án| chuyên ngành| nhà nước| rừng| khu)|nâng cao|huy động|hỗ trợ|khuyến khích|thành lập|kiện toàn"
    "|tiếp nhận|tham gia|góp phần|đề nghị|kiến nghị|yêu cầu|ngăn chặn|duy trì|sử dụng|vận hành|đưa|mở|phổ biến|nắm"
    "|ưu tiên|cụ thể hóa|hoàn thiện|lồng ghép|đánh giá|thanh tra|phân loại|có (?:giải pháp|biện pháp|kế hoạch|văn bản"
    "|phương án|hình thức|ý kiến)|khắc phục|chấp hành|tạo (?:điều kiện|chuyển biến|đồng thuận|sự)|thu hút|cân đối"
    "|phê duyệt|quyết định|bồi dưỡng|đào tạo|tập huấn|bảo vệ|giới thiệu|gắn|áp dụng|ứng dụng|số hóa|đổi mới|cải thiện"
    "|chuẩn bị|phân bổ|thẩm tra|khảo sát|thống kê|điều tra|lựa chọn|đăng tải|hợp tác(?! xã)|chuyển|xem xét|thu thập"
    "|đối thoại|củng cố|chấn chỉnh|giảm|cắt giảm|phản ánh|tiến hành|kết nối|chia sẻ|kiểm soát|xét chọn|xác định"
    "|xác minh|điều chỉnh|bổ sung|sửa đổi|hoàn chỉnh|tuân thủ|thi hành|vận dụng|tháo gỡ|chấm dứt|cam kết|chuẩn hóa"
    "|thúc đẩy|định hướng|đấu tranh|triệt phá|tuần tra|dành|tiết kiệm|tích hợp|kết hợp|trang bị|mua sắm|giải ngân"
    "|nghiệm thu|biên soạn|tăng thời lượng|xin ý kiến|lấy ý kiến|tư vấn|thường trực giúp|khen|phê bình|truyền thông"
    "|biểu dương|nhân rộng|phát động|phát triển|mời|kêu gọi|đặt|tự chủ|chấm điểm|khen thưởng|ký kết|ký"
)
_VERB = re.compile(rf"(?<=[\w.)”]) (?:(?:không )?(?:{_MODE}|{_DEED}))(?![{LOWER}])")
_GOES_ON = re.compile(
    rf", (?:chủ động|khẩn trương|thường xuyên|tiếp tục|tích cực|kịp thời|nghiêm túc|căn cứ)(?![{LOWER}])"
)
"""How something is done, which no name has: a comma before it ends the name, `Các cơ quan, đơn vị, chủ động …`."""
_SHORT_NAME = re.compile(r"\s\([A-ZĐƯ]{2,10}\)")
"""A short name that a sentence gives within the long one: `Ủy ban nhân dân (UBND) cấp xã`."""
_RELATIVE = re.compile(r"\b(?:được giao|được phân công|được cấp|đang|mà|để)\s[^,;.]*$")
_GIVEN = re.compile(r"được (?:giao|phân công)")
_BEFORE_NOUN = re.compile(
    r"(?:^|[\s,])(?:các|những|và|hoặc|việc|công tác|nhiệm vụ|về|được|lực lượng|dịch vụ|Bộ phận|Văn phòng|đầu tư|dự án"
    r"|Tổ|Ban|Trung tâm|Đội|Phòng|Hội đồng|Quỹ|giáo dục)$|,$"
)
"""What makes the word after it a noun: `Bộ phận tiếp nhận`, `Ban Quản lý dự án đầu tư xây dựng`."""
_BODY = re.compile(r"(?:cơ quan|đơn vị|tổ chức|cơ sở)$", re.IGNORECASE)
_OF_BODY = re.compile(
    r" (?:sử dụng|thẩm định|tham mưu|cung cấp|truyền thông|đào tạo|quản lý (?!chặt|tốt)|thanh tra|kiểm tra)"
)
"""What names a kind of body after its word: `đơn vị sử dụng lao động`."""
_GROUP = re.compile(
    r"(?:các|mọi|từng|mỗi|tất cả|toàn thể|những|cơ quan, |đơn vị, |địa phương|sở, |ban, ngành|cấp (?:xã|ủy)"
    r"|chính quyền (?:địa|các|cấp|cơ)"
    rf"|(?:(?:{_HEAD}|UBND|Ủy ban nhân dân|Uỷ ban nhân dân) )*(?:các|cấp|xã, phường|cơ quan, ))",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_NAME = 300, 110
_FEW = 2


_WHOLE_NAME = re.compile(
    r"(?:Sở (?:Nông nghiệp và (?:Môi trường|Phát triển nông thôn)|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Tài chính"
    r"|Giao thông vận tải|Thông tin và Truyền thông|Lao động ?[-–,] ?Thương binh và Xã hội|Văn hóa và Thể thao"
    r"|Văn hóa, Thể thao và Du lịch|Văn hóa, Thể thao|Du lịch|Khoa học và Công nghệ|Giáo dục và Đào tạo|Công Thương"
    r"|Nội vụ|Tư pháp|Xây dựng|Y tế|Ngoại vụ|Dân tộc và Tôn giáo|Dân tộc)|Công an (?:tỉnh|thành phố|xã|phường)"
    r"|Văn phòng (?:HĐND và )?UBND (?:tỉnh|thành phố|xã|phường))(?: tỉnh| thành phố)?(?! và (?=Tôn|Môi|Du|Đào|Công))"
    rf"(?= (?!và |cùng |tỉnh|thành phố|các |làm )[{LOWER}])"
)
"""The whole name of an office (departments: Nghị định 150/2025/NĐ-CP, Điều 8) where another word goes on behind it."""


class Named(NamedTuple):
    """The offices that a text begins with, and where it goes on."""

    text: str
    end: int


def opening_offices(text: str, start: int = 0) -> Named | None:
    """Return the offices that stand at a place of a text before what they are to do, None for other words.

    `Sở Y tế chủ trì …`, `Các sở, ban, ngành căn cứ …`: the name ends where a verb in small letters begins.
    """
    opened = _OPENS.match(text, start)
    if not opened or _NOT_OFFICE.match(text, start):
        return None
    window, first = text[start : start + _LONGEST], opened.end() - start
    verbs = [at for found in _VERB.finditer(window) if (at := found.start()) >= first and _may_end(window, at)]
    verbs += [found.start() for found in _GOES_ON.finditer(window, first)]
    end = min(verbs, default=-1)
    if end < 0 or any(len(each) > _LONGEST_NAME for each in split_offices(window[:end])):
        return None
    whole = _WHOLE_NAME.match(text, start, start + end)
    end = whole.end() - start if whole else end
    return Named(_clean(window[:end]), start + end)


def begins_with_office(text: str, start: int = 0) -> bool:
    """Whether the name of an office, or of a group of them, begins at a place of a text."""
    return _OPENS.match(text, start) is not None and _NOT_OFFICE.match(text, start) is None


def _may_end(text: str, at: int) -> bool:
    """Whether a name may end here: neither in the middle of a list, nor in a clause that says which office is meant."""
    before = text[:at]
    if _BODY.search(before) and _OF_BODY.match(text, at):
        return False
    return not (_BEFORE_NOUN.search(before) or (_RELATIVE.search(before) and not _GIVEN.search(before)))


def only_offices(text: str) -> bool:
    """Whether a text, such as a heading, names offices or groups of them and says nothing else."""
    text = _clean(text)
    if text.isupper():
        return len(text) <= _LONGEST and _CAPITALS.match(text) is not None
    if len(text) > _LONGEST or not _OPENS.match(text) or _NOT_OFFICE.match(text):
        return False
    if runs_on(text):
        return False
    bare = re.sub(r"\([^)]*\)", "", text)
    return not any(_may_end(bare, found.start()) for found in _VERB.finditer(bare)) and "." not in bare.rstrip(".")


def runs_on(text: str) -> bool:
    """Whether more than its name is said of an office: `Sở Xây dựng trồng cây`, where no verb is known."""
    return _WHOLE_NAME.match(text) is not None


def split_offices(text: str) -> tuple[str, ...]:
    """Return the offices that a text lists, each as written; a group (`các sở, ban, ngành`) counts as one."""
    pieces: list[str] = []
    start = 0
    inside = [(found.start(), found.end()) for found in re.finditer(r"\([^)]*\)", text)]
    for joint in _JOINT.finditer(text):
        piece = text[start : joint.start()]
        if (
            piece == "Báo"
            or _COUNCIL.search(piece.strip())
            or any(first < joint.start() < last for first, last in inside)
        ):
            continue
        pieces.append(piece)
        start = joint.end()
    pieces.append(text[start:])
    named = (upper_first(without_short_names(_clean(part))) for piece in pieces for part in piece.split(";"))
    return tuple(dict.fromkeys(each for each in named if len(each) > _FEW))


def without_short_names(name: str) -> str:
    """Return a name without the short names in brackets that the sentence gives there."""
    return _SHORT_NAME.sub("", name)


def is_group(text: str) -> bool:
    """Whether a text names all offices of a kind: each of them does the work in its own area."""
    return _GROUP.match(text) is not None


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.-–")
