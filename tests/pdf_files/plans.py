"""A made-up plan of two pages, as Word and LibreOffice would lay it out: untagged, and tagged."""

from tests.pdf_files.make import LEFT, RIGHT, Line, Sheet, Tagged, Text, filling, middle, pdf

INDENT = LEFT + 36
AIM = (
    "Kịp thời triển khai đến các cơ quan, đơn vị, địa phương trong tỉnh những việc phải làm, thời hạn phải xong, người "
    "chịu trách nhiệm, sản phẩm phải có, bảo đảm thống nhất, đồng bộ, không chồng chéo, không bỏ sót, đúng tiến độ."
)
DEED = (
    "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan theo dõi, đôn đốc, kiểm tra việc thực hiện theo Kế hoạch "
    "số 15/KH-UBND; tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm và khi có yêu cầu."
)
LAST = "2. Các sở, ban, ngành căn cứ Kế hoạch này xây dựng kế hoạch của mình, hoàn thành trước ngày 30/9/2026./."
CELLS = (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Rà soát quy trình nội bộ", "Sở Tư pháp"), ("2", "Tập huấn", "Sở Nội vụ"))
RECIPIENTS = ("- Như trên;", "- Lưu: VT, NC.")
EDGES = (LEFT, LEFT + 40, LEFT + 280, RIGHT)


def head():
    """Return the head in two columns, the blanks of number and day open."""
    return (
        Text(100, 70, "ỦY BAN NHÂN DÂN", 13, "B"),
        Text(290, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "B"),
        Text(115, 86, "TỈNH LÀO CAI", 13, "B"),
        Text(320, 87, "Độc lập - Tự do - Hạnh phúc", 14, "B"),
        Text(110, 115, "Số:       /KH-UBND", 13),
        Text(295, 116, "Lào Cai, ngày     tháng    năm 2026", 13, "I"),
        Text(middle("KẾ HOẠCH"), 150, "KẾ HOẠCH", 14, "B"),
        Text(middle("Cải cách hành chính năm 2026"), 168, "Cải cách hành chính năm 2026", 14, "B"),
    )


def body():
    """Return the paragraphs of the body, each as its lines; the last goes on at the top of the second page."""
    heading = (Text(INDENT, 210, "I. MỤC ĐÍCH", 14, "B"),)
    aim = filling(AIM, INDENT, 234)
    second = (Text(INDENT, 330, "II. TỔ CHỨC THỰC HIỆN", 14, "B"),)
    deed = filling(DEED, INDENT, 760)
    return heading, aim, second, deed


def end(down):
    """Return recipients and signature side by side."""
    return (
        Text(LEFT, down, "Nơi nhận:", 12, "B"),
        Text(340, down - 2, "TM. ỦY BAN NHÂN DÂN", 13, "B"),
        Text(LEFT, down + 16, RECIPIENTS[0], 11),
        Text(380, down + 14, "CHỦ TỊCH", 13, "B"),
        Text(LEFT, down + 30, RECIPIENTS[1], 11),
        Text(370, down + 90, "Nguyễn Văn A", 14, "B"),
    )


def grid(down):
    """Return an annex table: its lines and its words."""
    levels = [down + 24 * at for at in range(len(CELLS) + 1)]
    across = tuple(Line(EDGES[0], level, EDGES[-1], level) for level in levels)
    upright = tuple(Line(edge, levels[0], edge, levels[-1]) for edge in EDGES)
    words = tuple(
        Text(EDGES[column] + 6, levels[row] + 16, cell, 13)
        for row, cells in enumerate(CELLS)
        for column, cell in enumerate(cells)
    )
    return across, upright, words


def untagged(*stamps, signed=""):
    """Return the plan without tags; its last paragraph but one runs over the page break."""
    *above, deed = body()
    first, rest = deed[:3], deed[3:]
    top = tuple(line._replace(down=70 + 18 * at) for at, line in enumerate(rest))
    last = filling(LAST, INDENT, 120)
    across, upright, words = grid(460)
    one = Sheet((*head(), *(line for lines in above for line in lines), *first), stamps)
    label = Text(middle("Phụ lục"), 400, "Phụ lục", 14, "B")
    title = Text(middle("PHÂN CÔNG NHIỆM VỤ"), 418, "PHÂN CÔNG NHIỆM VỤ", 14, "B")
    number = Text(middle("2"), 40, "2")
    two = Sheet((number, *top, *last, *end(200), label, title, *across, *upright, *words))
    return pdf(one, two, signed=signed)


def tagged(*stamps, signed=""):
    """Return the plan with tags: each line of it a marked content."""
    *above, deed = body()
    top = tuple(line._replace(down=70 + 18 * at) for at, line in enumerate(deed[3:]))
    last = filling(LAST, INDENT, 120)
    across, upright, words = grid(460)
    top_left, top_right = [each for each in head()[:6] if each.x < 200], [each for each in head()[:6] if each.x > 200]
    marks = _Marks()
    kids = [
        Tagged("Table", (Tagged("TR", (marks.cell(0, top_left), marks.cell(0, top_right))),)),
        *(marks.paragraph(0, (line,)) for line in head()[6:]),
        *(marks.paragraph(0, lines) for lines in above),
        Tagged("P", (*marks.put(0, deed[:3]), *marks.put(1, top))),
        marks.paragraph(1, last),
        Tagged("Table", (Tagged("TR", (marks.cell(1, end(200)[::2]), marks.cell(1, end(200)[1::2]))),)),
        Tagged("Table", tuple(Tagged("TR", tuple(marks.cell(1, words[at : at + 1]) for at in range(row, row + 3)))
                              for row in range(0, 9, 3))),
    ]  # fmt: skip
    one = Sheet(tuple(marks.things[0]), stamps)
    two = Sheet((Text(middle("2"), 40, "2"), *marks.things[1], *across, *upright))
    return pdf(one, two, tags=(Tagged("Document", tuple(kids)),), signed=signed)


class _Marks:
    """Numbers what is tagged on each page."""

    def __init__(self):
        self.things = {0: [], 1: []}

    def put(self, page, lines):
        start = len(self.things[page])
        self.things[page] += [line._replace(mark=start + at) for at, line in enumerate(lines)]
        return tuple((page, start + at) for at in range(len(lines)))

    def paragraph(self, page, lines):
        return Tagged("P", self.put(page, lines))

    def cell(self, page, lines):
        return Tagged("TD", tuple(self.paragraph(page, (line,)) for line in lines))
