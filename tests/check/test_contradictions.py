"""One paper that contradicts itself: annex against content, two values, sums, spans, repeated and missing parts."""

import copy
import random
import re

import pytest

from kegen.check.judge import judge
from kegen.check.paper import Paper
from kegen.check.rules import all_rules
from kegen.docx.read import read_document
from tests.check.contradictions import PROFILES, after, draft, planted, table_after, tasks, write, write_cell
from tests.check.good import W, found, set_text, state, text_of, whole

OWN = (
    "annex-agrees",
    "annex-tasks",
    "count-listed",
    "deadline-past",
    "one-value",
    "part-missing",
    "repeated-text",
    "span-order",
    "sums",
)
RULES = [each for each in all_rules() if each.id in OWN]
PLACE = re.compile(r"đoạn \d+ “")


def findings(data):
    return list(judge(Paper(read_document(data), mode="issued"), RULES).findings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return str(tmp_path_factory.mktemp("profiles"))


@pytest.mark.heavy
@pytest.mark.parametrize("annex", [True, False])
@pytest.mark.parametrize("profile", PROFILES, ids=lambda each: each.stem)
def test_no_shipped_draft_contradicts_itself(profile, annex, folder):
    assert findings(draft(profile, annex=annex, folder=folder)) == []


@pytest.mark.parametrize("rule", OWN)
def test_the_good_draft_has_no_contradiction(rule):
    assert state(whole(), rule) in {"pass", "not_applicable"}


def delete_bullet(root, chance):
    _, _, p = chance.choice(list(tasks(root)))
    p.getparent().remove(p)


def other_number(root, chance):
    texts, row, _ = chance.choice([each for each in tasks(root) if re.search(r"\d+ ?%", each[0][1])])
    write_cell(row, 1, re.sub(r"\d+(?= ?%)", "37", texts[1], count=1))


def other_lead(root, chance):
    texts, row, p = chance.choice(list(tasks(root)))
    write(p, f"- Phòng Kinh tế chủ trì: {texts[1]}")
    write_cell(row, 1, f"Phòng Kinh tế chủ trì: {texts[1]}")
    write_cell(row, 2, "Phòng Tư pháp")


def other_deadline(root, chance):
    texts, row, p = chance.choice(list(tasks(root)))
    write(p, f"- {texts[1]} Hoàn thành trước ngày 15/9/2026.")
    write_cell(row, 4, "Quý IV năm 2026")


def paragraph_twice(root, chance):
    _, _, p = chance.choice(list(tasks(root)))
    p.addnext(copy.deepcopy(p))


def deadline_over(root, _):
    _, row, _ = list(tasks(root))[3]  # one of four under its heading
    write_cell(row, 4, "Quý II năm 2025")


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("plant", "rule"),
    [
        (delete_bullet, "annex-tasks"),
        (other_number, "annex-agrees"),
        (other_lead, "annex-agrees"),
        (other_deadline, "annex-agrees"),
        (paragraph_twice, "repeated-text"),
        (deadline_over, "deadline-past"),
    ],
)
@pytest.mark.parametrize("seed", [6, 7, 9])
def test_a_contradiction_planted_into_a_shipped_draft_is_told_with_both_places(plant, rule, seed, folder):
    chance = random.Random(seed)
    data = planted(lambda root: plant(root, chance), data=draft(PROFILES[seed], annex=True, folder=folder))
    told = [each for each in findings(data) if each.rule == rule]
    assert told, plant.__name__
    assert PLACE.search(told[0].message)
    assert told[0].where.order


PURPOSE = "- Bám sát định hướng"
TASK = "- Xây dựng lịch họp khoa học"
LAST = "- Phát huy mạnh mẽ vai trò"
DATE = "Gia Kiệm, ngày"
"""Of 03 tháng 6 năm 2026."""


def percent(old, new, nth=0):
    """Change a percentage in the nth paragraph that has it."""

    def edit(root):
        held = [p for p in root.iter(f"{W}p") if old in text_of(p)]
        write(held[nth], text_of(held[nth]).replace(old, new))

    return edit


def lines(*texts):
    return after(LAST, *texts)


def without_row(root):
    _, row, _ = list(tasks(root))[3]  # one of four under its heading
    row.getparent().remove(row)


PLANTED = [
    ("annex-tasks", without_row),
    ("one-value", percent("10% số lượng hội nghị", "15% số lượng hội nghị")),
    ("one-value", percent("giảm 10% số lượng hội nghị", "giảm 20% số lượng hội nghị")),
    ("one-value", percent("60% tổng số hội nghị", "50% tổng số hội nghị")),
    ("one-value", percent("đạt từ 95% trở lên", "đạt từ 85% trở lên")),
    ("one-value", percent("tối thiểu 15% số lượng văn bản", "tối thiểu 12% số lượng văn bản")),
    (
        "one-value",
        (
            after(TASK, "- Tổ chức 02 lớp tập huấn kỹ năng số cho công chức."),
            after("Phối hợp với Phòng Văn hóa", "Tổ chức 03 lớp tập huấn kỹ năng số cho công chức."),
        ),
    ),
    (
        "count-listed",
        lines("Các cơ quan thực hiện, gồm 05 nhiệm vụ sau:", "- Việc a;", "- Việc b;", "- Việc c;", "- Việc d."),
    ),
    ("count-listed", lines("Tập trung ba nội dung cụ thể:", "- Việc a;", "- Việc b.", "Trên cơ sở đó triển khai.")),
    ("count-listed", lines("Kiểm tra chia làm 03 đợt:", "- Đợt 1: tháng 7/2026;", "- Đợt 2: tháng 9/2026.")),
    ("count-listed", lines("Thực hiện theo 03 bước sau: (1) rà soát; (2) báo cáo.")),
    ("count-listed", lines("Tổ công tác gồm 05 (bốn) thành viên.")),
    ("count-listed", lines("Thực hiện 12 nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.")),
    ("span-order", lines("Kế hoạch đầu tư công trung hạn giai đoạn 2030 - 2026.")),
    ("span-order", lines("Thực hiện từ năm 2028 đến năm 2026.")),
    ("span-order", lines("Kiểm tra từ ngày 15/7/2026 đến ngày 10/6/2026.")),
    ("span-order", lines("Kiểm tra từ ngày 15 đến ngày 10 tháng 7 năm 2026.")),
    ("span-order", lines("Thực hiện từ tháng 9/2026 đến tháng 7/2026.")),
    ("span-order", lines("Thực hiện Quý IV/2026 - Quý III/2026.")),
    ("span-order", lines("Họp từ 14 giờ 00 đến 11 giờ 30 ngày 16/6/2026.")),
    ("span-order", table_after(LAST, [("Việc", "Bắt đầu", "Kết thúc"), ("Rà soát", "15/7/2026", "01/7/2026")])),
    ("deadline-past", lines("Các cơ quan gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 30/4/2026.")),
    ("deadline-past", lines("Hoàn thành trong quý I năm 2026.")),
    ("deadline-past", lines("Ban hành lịch họp trước 30/4/2026.")),
    ("deadline-past", lines("Sơ kết trong tháng 4 năm 2026.")),
    ("deadline-past", lines("Báo cáo chậm nhất là ngày 15 tháng 5 năm 2026.")),
    (
        "repeated-text",
        lines(
            "Rà soát, tổng hợp, báo cáo kết quả thực hiện theo đúng quy định.",
            "Rà soát, tổng hợp, báo cáo kết quả thực hiện theo đúng quy định.",
        ),
    ),
    (
        "repeated-text",
        table_after(
            LAST,
            [
                ("TT", "Việc", "Ai"),
                ("1", "Rà soát thủ tục hành chính", "Văn phòng"),
                ("2", "Họp bàn về thủ tục", "Phòng"),
                ("3", "Rà soát thủ tục hành chính", "Văn phòng"),
            ],
        ),
    ),
    ("part-missing", lines("Chi tiết tại Phụ lục III kèm theo Kế hoạch này.")),
    ("part-missing", lines("Thực hiện các nhiệm vụ tại Mục VI Kế hoạch này.")),
    ("part-missing", set_text("- Lưu:", "- Như Mục VII;")),
    ("part-missing", lines("Số liệu theo Biểu số 3 kèm theo Kế hoạch này.", "Biểu số 1", "Biểu số 2")),
    ("part-missing", lines("Báo cáo theo Mẫu số 05 kèm theo.", "Mẫu số 01")),
    ("part-missing", lines("Kết quả nêu tại Bảng 3.", "Bảng 1. Số liệu", "Bảng 2. Số liệu")),
    (
        "sums",
        table_after(LAST, [("TT", "Đơn vị", "Số hộ"), ("1", "A", "120"), ("2", "B", "80"), ("", "Tổng cộng", "210")]),
    ),
    (
        "sums",
        table_after(
            LAST,
            [
                ("Đơn vị", "Tổng số", "Nam", "Nữ"),
                ("A", "10", "6", "4"),
                ("B", "12", "5", "7"),
                ("C", "9", "4", "5"),
                ("D", "21", "10", "10"),
            ],
        ),
    ),
    ("sums", lines("Tổng kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng; ngân sách xã 150 triệu đồng.")),
    ("sums", lines("Có 45/50 cơ quan hoàn thành, đạt 80%.")),
    ("sums", lines("Thu đạt 2.150 triệu đồng/4.300 triệu đồng dự toán, đạt 52%.")),
    (
        "sums",
        table_after(
            LAST,
            [
                ("TT", "Nội dung", "Kinh phí"),
                ("I", "Nhóm một", "200"),
                ("1", "A", "120"),
                ("2", "B", "80"),
                ("II", "Nhóm hai", "50"),
                ("", "Tổng cộng", "260"),
            ],
        ),
    ),
    ("count-listed", lines("Tổ gồm 03 thành viên:", "- Ông Lê Văn A, Tổ trưởng;", "- Bà Lý Thị B, thành viên.")),
    (
        "one-value",
        lines(
            "- Phòng Kinh tế tham mưu, tiết kiệm 12% dự toán chi thường xuyên.",
            "- Tiết kiệm 10% dự toán chi thường xuyên.",
        ),
    ),
    (
        "one-value",
        lines(
            "- Tổ chức 05 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
            "- Phòng Kinh tế mở 04 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
        ),
    ),
    (
        "one-value",
        lines(
            "- Hỗ trợ 500 triệu đồng làm đường vào khu sản xuất.",
            "- Phòng Kinh tế bố trí 450 triệu đồng làm đường vào khu sản xuất.",
        ),
    ),
    (
        "one-value",
        lines("- Mục tiêu: tỷ lệ hộ nghèo giảm 4%.", "- Tập trung giải pháp để tỷ lệ hộ nghèo giảm 5%."),
    ),
    ("span-order", lines("Kiểm tra (20/6/2026 - 15/6/2026) tại các ấp.")),
    ("span-order", lines("Giai đoạn I: 2026 - 2028; giai đoạn II: 2030 - 2029.")),
    ("span-order", lines("Bắt đầu ngày 20/7/2026, kết thúc ngày 15/7/2026.")),
    ("span-order", lines("Trực từ 18 giờ ngày 20/6/2026 đến 06 giờ ngày 19/6/2026.")),
    (
        "repeated-text",
        lines(
            "- UBND xã chỉ đạo các ấp rà soát đối tượng thụ hưởng chính sách.",
            "- Ủy ban nhân dân xã chỉ đạo các ấp rà soát, đối tượng thụ hưởng chính sách;",
        ),
    ),
    ("count-listed", lines("Thành lập 03 tổ, gồm: Tổ 1 phụ trách ấp Một; Tổ 2 phụ trách ấp Hai.")),
    ("count-listed", lines("Thí điểm tại 04 ấp: Tân Yên, Phúc Nhạc, Dốc Mơ.")),
    ("count-listed", lines("Giao 02 phòng (Phòng Kinh tế, Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND) chủ trì.")),
    (
        "one-value",
        lines("- Chủ trì, phối hợp với các cơ quan, đơn vị xây dựng kế hoạch, bảo đảm giảm 15% số lượng hội nghị."),
    ),
]


@pytest.mark.parametrize(("rule", "edits"), PLANTED)
def test_a_contradiction_of_one_paper_is_told(rule, edits):
    data = planted(*(edits if isinstance(edits, tuple) else (edits,)), data=whole())
    told = found(data, rule)
    assert told, rule
    assert told[0].where.order
    assert told[0].found or PLACE.search(told[0].message)


SILENT = [
    ("one-value", lines("- Tỷ lệ hồ sơ trực tuyến cấp tỉnh đạt 90%.", "- Tỷ lệ hồ sơ trực tuyến cấp xã đạt 70%.")),
    ("sums", lines("Tổng số 50 hộ, trong đó 20 hộ nghèo, 15 hộ cận nghèo.")),
    ("count-listed", lines("Thực hiện 03 đột phá, 05 nhiệm vụ trọng tâm, cụ thể:", "- Việc a;", "- Việc b.")),
    ("deadline-past", lines("Công chức được tuyển dụng trước ngày 01/7/2025 phải hoàn thành bồi dưỡng.")),
    ("deadline-past", lines("Văn bản do cấp huyện ban hành trước ngày 01/3/2025 xử lý xong trong năm 2026.")),
    ("deadline-past", lines("Xử lý dứt điểm hồ sơ trễ hạn gửi đến trước ngày 01/5/2026.")),
    (
        "repeated-text",
        table_after(
            LAST,
            [
                ("TT", "Việc", "Ai"),
                ("I", "Xã A", ""),
                ("1", "Rà soát thủ tục hành chính", "Văn phòng"),
                ("II", "Xã B", ""),
                ("1", "Rà soát thủ tục hành chính", "Văn phòng"),
            ],
        ),
    ),
    ("count-listed", after("Ủy ban nhân dân xã Gia Kiệm ban hành", "Kế hoạch có 03 nội dung sau:")),
    ("one-value", lines("- Năm 2027 giảm 20% số lượng hội nghị; năm 2028 giảm 25% số lượng hội nghị.")),
    ("one-value", lines("- Đến hết quý III giảm 5% số lượng hội nghị.")),
    ("one-value", lines("- Năm 2025 đã giảm 5% số lượng hội nghị.")),
    ("one-value", lines("- Trường hợp giảm 5% số lượng hội nghị thì xem xét khen thưởng.")),
    ("one-value", lines("- Giảm từ 5% đến 10% số lượng hội nghị.")),
    ("one-value", lines("- Bình quân giảm 2% số lượng hội nghị.")),
    (
        "one-value",
        lines(
            "1. Phòng Kinh tế",
            "- Tổ chức 02 cuộc kiểm tra an toàn lao động.",
            "2. Phòng Văn hóa - Xã hội",
            "- Tổ chức 03 cuộc kiểm tra an toàn lao động.",
        ),
    ),
    ("count-listed", lines("Các cơ quan thực hiện, gồm 03 nhiệm vụ sau:", "- Việc a;", "- Việc b;", "- Việc c.")),
    (
        "count-listed",
        lines("Gồm 02 nhóm nhiệm vụ sau:", "- Nhóm thứ nhất:", "+ Việc a;", "+ Việc b;", "- Nhóm thứ hai."),
    ),
    ("count-listed", lines("Trong năm, nội dung kiểm tra như sau:", "- Việc a;", "- Việc b;", "- Việc c.")),
    ("count-listed", lines("Tổ công tác gồm 05 (năm) thành viên.")),
    ("span-order", lines("Từ ngày 15/12/2025 đến ngày 14/6/2026.")),
    ("span-order", lines("Từ ngày 15/11 đến ngày 15/3/2027.")),
    ("span-order", lines("Số liệu từ ngày 15 tháng trước đến ngày 14 của tháng báo cáo.")),
    ("span-order", lines("Trực từ 22 giờ 00 đến 05 giờ 00 hôm sau; giai đoạn 2026 - 2030, tầm nhìn 2045.")),
    ("deadline-past", lines("Hồ sơ tiếp nhận trước ngày 01/7/2025 đã được giải quyết.")),
    ("deadline-past", lines("Thôn có trên 100 hộ trước ngày 01/7/2025 giữ nguyên.")),
    ("deadline-past", lines("Theo Công văn số 12/SNV-CCHC, các xã báo cáo trước ngày 15/5/2026.")),
    ("deadline-past", lines("Hoàn thành trước ngày 30/6/2026; báo cáo trước ngày 05/12 hằng năm.")),
    (
        "repeated-text",
        lines(
            "1. Phòng Kinh tế",
            "Định kỳ báo cáo kết quả kiểm tra thuộc lĩnh vực quản lý theo quy định.",
            "2. Văn phòng",
            "Định kỳ báo cáo kết quả kiểm tra thuộc lĩnh vực quản lý theo quy định.",
        ),
    ),
    ("part-missing", lines("Theo Phụ lục III Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.")),
    ("part-missing", lines("Theo Mẫu số 05 ban hành kèm theo Thông tư số 01/2024/TT-BNV.")),
    ("part-missing", lines("Thực hiện các nhiệm vụ tại Mục II Kế hoạch này.")),
    ("part-missing", lines("Các nhiệm vụ nêu tại Mục VIII Kế hoạch số 176/KH-UBND.")),
    (
        "sums",
        table_after(LAST, [("TT", "Đơn vị", "Số hộ"), ("1", "A", "120"), ("2", "B", "80"), ("", "Tổng cộng", "200")]),
    ),
    (
        "sums",
        table_after(
            LAST,
            [
                ("TT", "Nội dung", "Kinh phí"),
                ("I", "Nhóm một", "200"),
                ("1", "A", "120"),
                ("2", "B", "80"),
                ("II", "Nhóm hai", "50"),
                ("1", "C", "50"),
                ("", "Tổng cộng", "250"),
            ],
        ),
    ),
    (
        "sums",
        table_after(
            LAST, [("Đơn vị", "Đơn giá", "Tỷ lệ"), ("A", "10", "50"), ("B", "20", "60"), ("Tổng cộng", "15", "55")]
        ),
    ),
    ("sums", lines("Tổng kinh phí 1.200 triệu đồng, trong đó ngân sách tỉnh 800 triệu đồng.")),
    ("sums", lines("Tổng kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng; ngân sách xã 200 triệu đồng.")),
    ("sums", lines("Thu đạt 2.150 triệu đồng/4.300 triệu đồng dự toán, đạt 50%.")),
    (
        "sums",
        table_after(
            LAST,
            [
                ("TT", "Nội dung", "Kinh phí"),
                ("I", "Nhóm một", "200"),
                ("1", "A", "120"),
                ("2", "B", "80"),
                ("II", "Nhóm hai", "50"),
                ("", "Tổng cộng", "250"),
            ],
        ),
    ),
    ("count-listed", lines("Tổ gồm 05 thành viên:", "- Ông Lê Văn A, Tổ trưởng;", "- Các trưởng thôn, thành viên.")),
    (
        "one-value",
        lines("- Phòng Kinh tế tiết kiệm 12% chi hội nghị, lễ tân.", "- Tiết kiệm 10% dự toán chi thường xuyên."),
    ),
    ("sums", lines("Có 45/50 cơ quan hoàn thành, đạt 90%; ngày 15/5 có xã đạt 40%; 2/3 số xã, đạt 66,7%.")),
    (
        "one-value",
        lines(
            "- Ấp Tân Yên tổ chức 05 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
            "- Ấp Dốc Mơ tổ chức 04 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
        ),
    ),
    (
        "one-value",
        lines(
            "- Phòng Kinh tế mở 05 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
            "- Công an xã mở 04 lớp tập huấn kiến thức khởi nghiệp cho thanh niên.",
        ),
    ),
    ("span-order", lines("Kiểm tra (15/6/2026 - 20/6/2026); giai đoạn II: 2029 - 2030.")),
    ("span-order", lines("Trực từ 18 giờ ngày 20/6/2026 đến 06 giờ ngày 21/6/2026.")),
    ("span-order", lines("Bắt đầu ngày 15/7/2026, kết thúc ngày 20/7/2026.")),
    ("count-listed", lines("Thí điểm tại 03 ấp: Tân Yên, Phúc Nhạc và Dốc Mơ.")),
    ("count-listed", lines("Thí điểm tại 04 ấp như: Tân Yên, Phúc Nhạc, Dốc Mơ.")),
    ("count-listed", lines("Giao 02 phòng (Phòng Kinh tế, Văn phòng HĐND và UBND) chủ trì.")),
]


@pytest.mark.parametrize(("rule", "edits"), SILENT)
def test_what_real_papers_do_is_no_contradiction(rule, edits):
    assert found(planted(edits, data=whole()), rule) == []
