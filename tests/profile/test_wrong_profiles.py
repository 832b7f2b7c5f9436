"""Wrong profiles, by hand: each with one thing wrong, told once, in its place, with what to write instead.

A row: the profile as changed from a good one (`changed` words in it, lines `added` to it, a `whole` other one) with the
same as mended, then every problem that must be told: line, column, id, and words that its message must hold.
"""

import os
import re
import unicodedata

import pytest

import kegen
from kegen.problem import Invalid, KegenError

GOOD = """\
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
departments:
  - {name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi, tuyen-truyen]}
signer: {position: PHÓ CHỦ TỊCH, name: Nguyễn Văn An}
date: 03/6/2026
"""
UNIT, PARENT, *_ = GOOD.splitlines(keepends=True)


def changed(old, new, mended=None):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new), GOOD.replace(old, old if mended is None else mended)


def added(wrong, mended=""):
    return GOOD + wrong, GOOD + mended


def whole(wrong, mended):
    return wrong, mended


WRONG = {
    "the unit is missing": (changed(UNIT, ""), [(1, 1, "thieu", "level: xa")]),
    "the unit is empty": (changed(UNIT, "unit:\n"), [(1, 1, "thieu", "level: xa")]),
    "the level is missing": (changed("level: xa, ", ""), [(1, 1, "thieu", "level: xa")]),
    "the name is missing": (changed("name: Nhữ Khê, ", ""), [(1, 1, "thieu", "name: Nhữ Khê")]),
    "the province is missing": (changed(", province: Tuyên Quang", ""), [(1, 7, "thieu", "province: Tuyên Quang")]),
    "the plan above is missing": (changed(PARENT, ""), [(1, 1, "thieu", "176/KH-UBND")]),
    "the plan above is empty": (changed(PARENT, "parent_plan:\n"), [(2, 1, "thieu", "176/KH-UBND")]),
    "an office has no name": (
        changed("name: Phòng Văn hóa - Xã hội, ", ""),
        [(4, 5, "thieu", "name: Phòng Văn hóa - Xã hội")],
    ),
    "the signer has no position": (
        changed("position: PHÓ CHỦ TỊCH, ", ""),
        [(5, 1, "thieu", "position: PHÓ CHỦ TỊCH")],
    ),
    "a key nobody knows": (added("phone: 0912\n"), [(7, 1, "khoa-la", "dùng một trong các khóa")]),
    "a key in Vietnamese": (changed("date: 03/6", "ngày ban hành: 03/6"), [(6, 1, "khoa-la", "Hãy ghi: date")]),
    "a key misspelled": (changed("departments:", "department:"), [(3, 1, "khoa-la", "Hãy ghi: departments")]),
    "a key nobody knows in a group": (
        changed("short: VHXH", "phone: 0912"),
        [(4, 36, "khoa-la", "một trong các khóa: name")],
    ),
    "a key of a group at the top": (added("authority: TL\n"), [(7, 1, "khoa-la", "thuộc nhóm “signer”")]),
    "a text where a list belongs": (
        changed("roles: [dau-moi, tuyen-truyen]", "roles: dau-moi", "roles: [dau-moi]"),
        [(4, 56, "sai-kieu", "roles: [dau-moi]")],
    ),
    "a list where a text belongs": (
        changed("name: Nhữ Khê", "name: [Nhữ, Khê]"),
        [(1, 25, "sai-kieu", "name: Nhữ Khê")],
    ),
    "a group where a text belongs": (
        changed("name: Nguyễn Văn An", "name: {ho: Nguyễn, ten: An}"),
        [(5, 40, "sai-kieu", "name: Nguyễn Văn A")],
    ),
    "a text where a group belongs": (
        changed("{position: PHÓ CHỦ TỊCH, name: Nguyễn Văn An}", "PHÓ CHỦ TỊCH"),
        [(5, 9, "sai-kieu", "position: CHỦ TỊCH")],
    ),
    "the plan above as a text": (
        changed("{number: 176/KH-UBND, date: 04/5/2026}", "176/KH-UBND"),
        [(2, 14, "sai-kieu", "176/KH-UBND")],
    ),
    "a list where a date belongs": (
        changed("date: 03/6/2026", "date: [03, 6, 2026]"),
        [(6, 7, "sai-kieu", "date: 2026")],
    ),
    "a group where a date belongs": (
        changed("date: 03/6/2026", "date: {ngay: 3}"),
        [(6, 7, "sai-kieu", "không phải nhóm khóa")],
    ),
    "a level nobody knows": (
        changed("level: xa", "level: huyen"),
        [(1, 15, "sai-gia-tri", "chọn một trong: tinh, thanh-pho")],
    ),
    "a level in Vietnamese letters": (changed("level: xa", "level: xã"), [(1, 15, "sai-gia-tri", "xa")]),
    "the 31st of February": (changed("date: 03/6/2026", "date: 31/2/2026"), [(6, 7, "sai-gia-tri", "chỉ có 28 ngày")]),
    "the 30th of February, year first": (
        changed("date: 03/6/2026", "date: 2026-02-30", "date: 2026-06-03"),
        [(6, 7, "sai-gia-tri", "chỉ có 28 ngày")],
    ),
    "a day that is zero": (changed("date: 03/6/2026", "date: 0/3/2026"), [(6, 7, "sai-gia-tri", "2026")]),
    "a day and month without a year": (changed("date: 03/6/2026", "date: 0/3"), [(6, 7, "sai-gia-tri", "05/3/2026")]),
    "a number alone for a date": (
        changed("date: 03/6/2026", "date: 08", "date: 2026"),
        [(6, 7, "sai-gia-tri", "05/3/2026")],
    ),
    "a month 13": (changed("date: 03/6/2026", "date: 03/13/2026"), [(6, 7, "sai-gia-tri", "31/3/2026")]),
    "a year of two digits": (changed("date: 03/6/2026", "date: 03/6/26"), [(6, 7, "sai-gia-tri", "05/3/2026")]),
    "a date in words only": (
        changed("date: 03/6/2026", "date: hôm nay", "date: ngày 03 tháng 6 năm 2026"),
        [(6, 7, "sai-gia-tri", "05/3/2026")],
    ),
    "a date before that of the plan above": (
        changed("date: 03/6/2026", "date: 03/5/2026", "date: 04/5/2026"),
        [(6, 7, "ngay-nguoc", "hãy kiểm tra lại hai ngày này")],
    ),
    "a plan above before the directive": (
        changed("date: 04/5/2026", "date: 30/3/2026", "date: 31/3/2026"),
        [(2, 42, "ngay-nguoc", "hãy kiểm tra lại hai ngày này")],
    ),
    "a province's date before the directive": (
        whole(
            "unit: {level: tinh, name: Tuyên Quang}\ndate: 30/3/2026\n",
            "unit: {level: tinh, name: Tuyên Quang}\ndate: 31/3/2026\n",
        ),
        [(2, 7, "ngay-nguoc", "hãy kiểm tra lại hai ngày này")],
    ),
    "a province that is no more": (
        changed("province: Tuyên Quang", "province: Hà Giang"),
        [(1, 44, "tinh-la", "hãy ghi Tuyên Quang")],
    ),
    "a province of before 2025 as the unit": (
        whole("unit: {level: tinh, name: Hậu Giang}\n", "unit: {level: thanh-pho, name: Cần Thơ}\n"),
        [(1, 27, "tinh-la", "hãy ghi Cần Thơ")],
    ),
    "a tỉnh that is a city by its date": (
        whole(
            "unit: {level: tinh, name: Bắc Ninh}\ndate: 20/9/2026\n",
            "unit: {level: tinh, name: Bắc Ninh}\ndate: 19/9/2026\n",
        ),
        [(1, 15, "sai-cap", "thanh-pho")],
    ),
    "a city that is a tỉnh by its date": (
        whole(
            "unit: {level: thanh-pho, name: Bắc Ninh}\ndate: 19/9/2026\n",
            "unit: {level: thanh-pho, name: Bắc Ninh}\ndate: 20/9/2026\n",
        ),
        [(1, 15, "sai-cap", "tinh")],
    ),
    "a day of the year that is none": (
        added("reporting: {half_year: 31/6, year: 05/12}\n", "reporting: {half_year: 30/6, year: 05/12}\n"),
        [(7, 24, "sai-gia-tri", "05/6")],
    ),
    "a day of the year with a year": (
        added("reporting: {half_year: 05/6/2026}\n", "reporting: {half_year: 05/6}\n"),
        [(7, 24, "sai-gia-tri", "05/6")],
    ),
    "a report later than the one above asks": (
        changed(
            PARENT,
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, reporting: {half_year: 05/6}}\n"
            "reporting: {half_year: 10/6}\n",
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026, reporting: {half_year: 05/6}}\n"
            "reporting: {half_year: 05/6}\n",
        ),
        [(3, 24, "han-muon", "hãy ghi 05/6 hoặc sớm hơn")],
    ),
    "a tab before a key": (changed("  - {name", "\t- {name"), [(4, 1, "tab", "hãy xóa đi và thụt vào")]),
    "a colon in a text": (
        added("closing: Yêu cầu: thực hiện\n", 'closing: "Yêu cầu: thực hiện"\n'),
        [(7, 17, "hai-cham", 'closing: "Yêu cầu: thực hiện"')],
    ),
    "no blank after a colon": (changed("date: 03", "date:03"), [(6, 5, "thieu-cach", "date: 03/6/2026")]),
    "a quote left open": (
        changed("name: Nguyễn Văn An", 'name: "Nguyễn Văn An'),
        [(5, 40, "cu-phap", "hãy thêm dấu ngoặc kép vào cuối giá trị")],
    ),
    "a line with no colon": (added("annex có\n", "annex: có\n"), [(7, 1, "thieu-hai-cham", "annex: có")]),
    "a key on two lines": (added("date: 04/6/2026\n"), [(7, 1, "trung-khoa", "mỗi khóa chỉ ghi một lần")]),
    "a key on two lines of a group": (
        changed("level: xa,", "level: xa, level: phuong,"),
        [(1, 19, "trung-khoa", "mỗi khóa chỉ ghi một lần")],
    ),
    "two profiles in one file": (added("---\nunit: {}\n"), [(7, 1, "hai-ho-so", "mỗi tệp chỉ ghi một hồ sơ")]),
    "a YAML tag": (changed("name: Nhữ Khê", "name: !!str Nhữ Khê"), [(1, 25, "the-yaml", "hãy bỏ đi")]),
    "two offices in one role": (
        changed(
            "signer:",
            "  - {name: Phòng Kinh tế, roles: [dau-moi]}\nsigner:",
            "  - {name: Phòng Kinh tế, roles: [tai-chinh]}\nsigner:",
        ),
        [(5, 35, "vai-tro-trung", "hãy bỏ “dau-moi” ở một trong hai")],
    ),
    "one office twice": (
        changed("signer:", "  - {name: PHÒNG VĂN HOÁ – XÃ HỘI}\nsigner:", "  - {name: Phòng Kinh tế}\nsigner:"),
        [(5, 12, "co-quan-trung", "hãy gộp thành một dòng")],
    ),
    "one role twice at one office": (
        changed("roles: [dau-moi, tuyen-truyen]", "roles: [dau-moi, thon, thon]"),
        [(4, 72, "vai-tro-trung", "bỏ một chữ “thon”")],
    ),
    "a role nobody knows": (changed("tuyen-truyen]", "tuyen-chuyen]"), [(4, 66, "vai-tro-la", "tuyen-truyen")]),
    "a role with capitals": (changed("dau-moi,", "Đầu mối,"), [(4, 57, "sai-gia-tri", "dau-moi")]),
    "a role nobody holds": (
        added("tasks: {hh-lich-hop: {lead: thanh-tra}}\n", "tasks: {hh-lich-hop: {lead: tu-phap}}\n"),
        [(7, 29, "vai-tro-trong", "roles: [thanh-tra]")],
    ),
    "an office nobody named": (
        added(
            "tasks: {hh-lich-hop: {helpers: [tat-ca, Phòng Văn hóa]}}\n",
            "tasks: {hh-lich-hop: {helpers: [tat-ca, VHXH]}}\n",
        ),
        [(7, 41, "vai-tro-trong", "Phòng Văn hóa - Xã hội")],
    ),
    "a task left out without a reason": (
        added("tasks:\n  hh-lich-hop: {omit: }\n", "tasks:\n  hh-lich-hop: {omit: Đã có lịch họp chung}\n"),
        [(8, 3, "rong", "omit: lý do")],
    ),
    "a task of which nothing is said": (
        added("tasks:\n  hh-lich-hop:\n", "tasks:\n  hh-lich-hop: Xây dựng lịch họp tuần.\n"),
        [(8, 3, "rong", "omit: lý do")],
    ),
    "a task taken or not, but not how": (
        added("tasks: {hh-lich-hop: có}\n"),
        [(7, 22, "rong", "muốn viết lại thì ghi wording")],
    ),
    "an optional task that is only named": (
        added("tasks:\n  hh-khong-giay:\n", "tasks: {hh-khong-giay: {section: hoi-hop}}\n"),
        [(8, 3, "rong", "muốn nhận thì ghi hh-khong-giay: {section: hoi-hop}")],
    ),
    "an optional task taken with a yes": (
        added("tasks: {hh-khong-giay: có}\n", "tasks: {hh-khong-giay: {omit: Chưa có điều kiện}}\n"),
        [(7, 24, "rong", "{section: hoi-hop}")],
    ),
    "a section of which nothing is said": (
        added("sections:\n  hoi-hop: {}\n", "sections:\n  hoi-hop: {marks: a)}\n"),
        [(8, 3, "rong", "omit: lý do")],
    ),
    "a list of items without a task": (
        added(
            "sections:\n  tuyen-truyen:\n    tasks: [tt-dai-chung]\n",
            "sections:\n  tuyen-truyen:\n    tasks: [tt-dai-chung]\ntasks: {tt-quan-triet: {omit: Đã làm}}\n",
        ),
        [(9, 12, "bo-khong-ly-do", "tt-quan-triet: {omit: lý do}")],
    ),
    "a section that nothing is left in": (
        added(
            "sections:\n  lanh-dao: {tasks: []}\ntasks: {ld-quan-triet: {omit: Đã làm}}\n",
            "sections:\n  lanh-dao: {omit: Đã làm}\n",
        ),
        [(8, 3, "muc-rong", "omit: lý do")],
    ),
    "an added section with nothing in it": (
        added(
            "sections:\n  khen-thuong: {title: KHEN THƯỞNG}\n",
            "sections:\n  khen-thuong: {title: KHEN THƯỞNG, tasks: [Khen thưởng kịp thời.]}\n",
        ),
        [(8, 3, "muc-rong", "omit: lý do")],
    ),
    "a task nobody knows": (
        added("tasks:\n  hh-lich-hopp: {lead: tat-ca}\n", "tasks:\n  hh-lich-hop: {lead: tat-ca}\n"),
        [(8, 3, "nhiem-vu-la", "hh-lich-hop")],
    ),
    "an unknown task left out": (
        added("tasks:\n  lich-hop: {omit: Không có}\n", "tasks:\n  hh-lich-hop: {omit: Không có}\n"),
        [(8, 3, "nhiem-vu-la", "hh-lich-hop")],
    ),
    "an item nobody knows in a list": (
        added(
            "sections:\n  muc-dich:\n    tasks: [md-quan-triet, md-khac-phucc]\n",
            "sections:\n  muc-dich:\n    tasks: [md-quan-triet, md-khac-phuc]\n",
        ),
        [(9, 28, "nhiem-vu-la", "md-khac-phuc")],
    ),
    "an item twice in a list": (
        added(
            "sections:\n  muc-dich: {tasks: [md-quan-triet, md-quan-triet]}\n", "sections:\n  muc-dich: {marks: a)}\n"
        ),
        [(8, 37, "y-trung", "hãy bỏ một chỗ")],
    ),
    "an item in capitals in a list": (
        added(
            "sections:\n  muc-dich:\n    tasks: [MD-quan-triet]\n",
            "sections:\n  muc-dich:\n    tasks: [md-quan-triet]\n",
        ),
        [(9, 13, "nhiem-vu-la", "md-quan-triet")],
    ),
    "a section nobody knows": (
        added("sections:\n  hop-hoi: {omit: Đã có}\n", "sections:\n  hoi-hop: {omit: Đã có}\n"),
        [(8, 3, "muc-la", "các mục: muc-dich-yeu-cau")],
    ),
    "a chapter nobody knows": (
        added(
            "sections:\n  moi: {title: Mục mới, into: nhiem-vuu, tasks: [Một việc.]}\n",
            "sections:\n  moi: {title: Mục mới, into: nhiem-vu, tasks: [Một việc.]}\n",
        ),
        [(8, 31, "muc-la", "nhiem-vu")],
    ),
    "a task added to a section nobody knows": (
        added(
            "tasks:\n  hh-moi: {section: hop-hoi, wording: Họp gọn.}\n",
            "tasks:\n  hh-moi: {section: hoi-hop, wording: Họp gọn., lead: van-phong}\n",
        ),
        [(8, 21, "muc-la", "các mục: muc-dich-yeu-cau")],
    ),
    "a place after an item that is elsewhere": (
        added("tasks:\n  hh-lich-hop: {after: vb-the-che}\n", "tasks:\n  hh-lich-hop: {after: dau}\n"),
        [(8, 24, "cho-la", "dau, hh-quy-che")],
    ),
    "a place after a section that is elsewhere": (
        added("sections:\n  hoi-hop: {after: kinh-phi}\n", "sections:\n  hoi-hop: {after: ky-luat}\n"),
        [(8, 20, "cho-la", "dau, tuyen-truyen")],
    ),
    "a term nobody knows": (
        added("terms: {comittee: UBND}\n", "terms: {committee: UBND}\n"),
        [(7, 9, "tu-la", "committee")],
    ),
    "a target nobody knows": (
        added("targets: {hop-truc-tuyenn: {value: 70}}\n", "targets: {hop-truc-tuyen: {value: 70}}\n"),
        [(7, 11, "chi-tieu-la", "hop-truc-tuyen")],
    ),
    "a task for a target nobody knows": (
        added("tasks:\n  hh-lich-hop: {target: giam-hoi-nghii}\n", "tasks:\n  hh-lich-hop: {target: giam-hoi-nghi}\n"),
        [(8, 25, "chi-tieu-la", "giam-hoi-nghi")],
    ),
    "a laxer target that is a least": (
        added("targets: {hop-truc-tuyen: {value: 50}}\n", "targets: {hop-truc-tuyen: {value: 70}}\n"),
        [(7, 35, "chi-tieu-long", "hãy giữ 60 hoặc chặt hơn")],
    ),
    "a laxer target that is a most": (
        added("targets: {hop-quan-triet: {value: 1}}\n", "targets: {hop-quan-triet: {value: 1/4}}\n"),
        [(7, 35, "chi-tieu-long", "hãy giữ 1/2 hoặc chặt hơn")],
    ),
    "another value where one is fixed": (
        added("targets: {van-ban-dien-tu: {value: 99}}\n", "targets: {van-ban-dien-tu: {value: 100}}\n"),
        [(7, 36, "chi-tieu-long", "hãy giữ 100")],
    ),
    "a target without its value": (
        added(
            "targets: {hop-truc-tuyen: {name: Họp từ xa}}\n",
            "targets: {hop-truc-tuyen: {name: Họp từ xa, value: 60}}\n",
        ),
        [(7, 27, "thieu", 'value: "60"')],
    ),
    "a target in another unit": (
        added(
            "targets: {hop-truc-tuyen: {value: 70, unit: ngày}}\n",
            'targets: {hop-truc-tuyen: {value: 70, unit: "%"}}\n',
        ),
        [(7, 45, "so-lieu-bo-mau", "hãy bỏ dòng này")],
    ),
    "a value that is no number": (
        added("targets: {hop-truc-tuyen: {value: 70%}}\n", "targets: {hop-truc-tuyen: {value: 70}}\n"),
        [(7, 35, "sai-gia-tri", "60 hoặc 1,5")],
    ),
    "a value too long to be one": (
        added("targets: {hop-truc-tuyen: {value: 99999999999999999999}}\n", "targets: {hop-truc-tuyen: {value: 99}}\n"),
        [(7, 35, "sai-gia-tri", "60 hoặc 1,5")],
    ),
    "a recipient nobody knows left out": (
        added("recipients: {drop: [mat-tram]}\n", "recipients: {drop: [mat-tran]}\n"),
        [(7, 21, "noi-nhan-la", "mat-tran")],
    ),
    "a recipient's id misspelled in a list": (
        added("recipients: [cap-tren, co-quan, lanh-daoo]\n", "recipients: [cap-tren, co-quan, lanh-dao]\n"),
        [(7, 33, "noi-nhan-la", "lanh-dao")],
    ),
    "a recipient's short id misspelled": (
        added("recipients: [cap-tren, co-quan, hdnđ, dangg]\n", "recipients: [cap-tren, co-quan, hdnd, dang]\n"),
        [(7, 39, "noi-nhan-la", "dang")],
    ),
    "the file line among the recipients": (
        added('recipients: [co-quan, "Lưu: VT"]\n', "recipients: [co-quan, UBND xã Lưu Kiếm]\n"),
        [(7, 23, "dong-luu", "chữ viết tắt đơn vị soạn thảo")],
    ),
    "the file line among those added": (
        added('recipients: {add: ["- Lưu: VT, VHXH"]}\n', "recipients: {add: [Công an xã]}\n"),
        [(7, 20, "dong-luu", "chữ viết tắt đơn vị soạn thảo")],
    ),
    "the whole file line as the archive": (
        added('archive: "Lưu: VT, VHXH"\n', "archive: VHXH\n"),
        [(7, 10, "dong-luu", "archive: VHXH")],
    ),
    "a document nobody knows among the bases": (
        added("bases: {cite: [qd-543, cap-tren]}\n", "bases: {cite: [qd-534, cap-tren]}\n"),
        [(7, 16, "van-ban-la", "qd-534")],
    ),
    "a document twice among the bases": (
        added("bases: {cite: [qd-534, cap-tren, qd-534]}\n", "bases: {cite: [qd-534, cap-tren]}\n"),
        [(7, 34, "van-ban-trung", "hãy bỏ một chỗ")],
    ),
    "a document that the pack lacks, half said": (
        added("documents: {qd-543: {dates: dai}}\n", "documents: {qd-534: {dates: dai}}\n"),
        [(7, 13, "van-ban-la", "qd-534")],
    ),
    "a document without its date": (
        added(
            "documents: {nq-57: {kind: Nghị quyết, number: 57-NQ/TW, issuer: Bộ Chính trị, "
            "subject: về chuyển đổi số}}\n",
            "documents: {nq-57: {kind: Nghị quyết, number: 57-NQ/TW, date: 22/12/2024, issuer: Bộ Chính trị, "
            "subject: về chuyển đổi số}}\nbases: {cite: [cap-tren, nq-57]}\n",
        ),
        [(7, 13, "thieu", "hãy ghi thêm dòng date")],
    ),
    "a Luật without its name": (
        added(
            "documents: {luat: {kind: Luật}}\n",
            "documents: {luat: {kind: Luật, subject: Tổ chức chính quyền địa phương}}\n",
        ),
        [(7, 13, "thieu", "hãy ghi thêm dòng subject")],
    ),
    "a fact of the pack's document said again": (
        added("documents: {qd-534: {date: 30/3/2026}}\n", "documents: {qd-534: {dates: dai}}\n"),
        [(7, 28, "so-lieu-bo-mau", "hãy bỏ dòng này để mọi nơi viện dẫn như nhau")],
    ),
    "a fact of the plan above said elsewhere": (
        added("documents: {cap-tren: {number: 177/KH-UBND}}\n", "documents: {cap-tren: {form: ngan}}\n"),
        [(7, 32, "so-lieu-bo-mau", "hãy chuyển dòng này lên đó")],
    ),
    "words to change that the sentence lacks": (
        added(
            "tasks:\n  hh-lich-hop: {edits: {lịch họp tuần: lịch họp}}\n",
            "tasks:\n  hh-lich-hop: {edits: {lịch họp: lịch họp tuần}}\n",
        ),
        [(8, 25, "sua-khong-thay", "Xây dựng lịch họp khoa học")],
    ),
    "words to change that the title lacks": (
        added("title: {edits: {phường: xã}}\n", "title: {edits: {Triển khai thực hiện: Thực hiện}}\n"),
        [(7, 17, "sua-khong-thay", "trên địa bàn xã Nhữ Khê")],
    ),
    "words to change with none instead": (
        added(
            "tasks:\n  hh-lich-hop: {edits: {hợp lý, tránh trùng lặp: hợp lý}}\n",
            'tasks:\n  hh-lich-hop: {edits: {"hợp lý, tránh trùng lặp": hợp lý}}\n',
        ),
        [(8, 24, "sai-gia-tri", "chưa có chữ thay")],
    ),
    "words to change that are none": (
        added('replace: {"": bảo đảm}\n', "replace: {bảo đảm: giữ vững}\n"),
        [(7, 11, "khoa-trong", "khóa: giá trị")],
    ),
    "words to replace that stand nowhere": (
        added("replace: {quận: phường}\n", "replace: {bảo đảm: giữ vững}\n"),
        [(7, 11, "sua-khong-thay", "hãy bỏ dòng này")],
    ),
    "a number with letters": (added("number: mười\n", "number: 114\n"), [(7, 9, "sai-so", "number: 114")]),
    "a number that is zero": (added("number: 0\n", "number: 08\n"), [(7, 9, "sai-so", "number: 114")]),
    "a symbol with blanks": (
        changed("number: 176/KH-UBND", "number: 176 / KH-UBND"),
        [(2, 23, "sai-so-ky-hieu", "176/KH-UBND")],
    ),
    "a number without a symbol": (
        changed("number: 176/KH-UBND", "number: 176"),
        [(2, 23, "sai-so-ky-hieu", "176/KH-UBND")],
    ),
    "a proposal's number without a symbol": (
        added(
            "bases: {proposal: {by: Phòng Văn hóa - Xã hội, number: 25}}\n",
            "bases: {proposal: {by: Phòng Văn hóa - Xã hội, number: 25/TTr-VHXH}}\n",
        ),
        [(7, 56, "sai-so-ky-hieu", "257/TTr-SNV")],
    ),
    "a province nobody knows": (
        changed("province: Tuyên Quang", "province: Atlantis"),
        [(1, 44, "tinh-la", "hãy ghi đúng tên một trong 34 tỉnh")],
    ),
    "a province misspelled": (
        changed("province: Tuyên Quang", "province: Tuyên Quan"),
        [(1, 44, "tinh-la", "Tuyên Quang")],
    ),
    "a province that is no more, with its word": (
        changed("province: Tuyên Quang", "province: tỉnh Hà Giang", "province: tỉnh Tuyên Quang"),
        [(1, 44, "tinh-la", "hãy ghi Tuyên Quang")],
    ),
    "a name with another word than the level's": (
        changed("name: Nhữ Khê", "name: phường Nhữ Khê", "name: xã Nhữ Khê"),
        [(1, 25, "ten-kem-cap", "hãy ghi level: xa, name: Nhữ Khê")],
    ),
    "a commune that is not there": (
        changed("name: Nhữ Khê, province: Tuyên Quang", "name: Tân Tiến, province: Hà Nội"),
        [(1, 25, "unit-exists", "Bắc Ninh (phường), Lạng Sơn (xã)")],
    ),
    "a commune's name misspelled": (
        changed("name: Nhữ Khê", "name: Nhữ Khe", "name: nhữ khê"),
        [(1, 25, "unit-exists", "Hãy ghi level: xa, name: Nhữ Khê")],
    ),
    "a commune of another kind": (
        changed("level: xa, name: Nhữ Khê", "level: phuong, name: Nhữ Khê"),
        [(1, 15, "unit-kind", "Nhữ Khê (Tuyên Quang) là xã, không phải phường; hãy ghi level: xa")],
    ),
    "a place of another unit": (
        changed("province: Tuyên Quang}", "province: Tuyên Quang, place: Tuyên Quang}", "province: Tuyên Quang}"),
        [(1, 64, "dd-name-local", "hãy bỏ dòng này, hoặc ghi place: Nhữ Khê")],
    ),
    "a place that lacks its unit word": (
        whole(
            f"unit: {{level: phuong, name: Lê Chân, province: Hải Phòng, place: Lê Chân}}\n{PARENT}",
            f"unit: {{level: phuong, name: Lê Chân, province: Hải Phòng, place: phường Lê Chân}}\n{PARENT}",
        ),
        [(1, 66, "dd-full-name", "hãy ghi place: Phường Lê Chân")],
    ),
    "a city that was always one": (
        changed(UNIT + PARENT, "unit: {level: tinh, name: Hải Phòng}\n", "unit: {level: thanh-pho, name: Hải Phòng}\n"),
        [(1, 15, "sai-cap", "thanh-pho")],
    ),
    "a department without its abbreviation": (
        whole(
            "unit: {level: so, name: Sở Tài chính, province: Lạng Sơn}\n"
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n",
            "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n"
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\n",
        ),
        [(1, 7, "thieu", "abbreviation: SNV")],
    ),
    "a chairman who signs for a department": (
        whole(
            "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n"
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\nsigner: {position: CHỦ TỊCH}\n",
            "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n"
            "parent_plan: {number: 176/KH-UBND, date: 04/5/2026}\nsigner: {position: GIÁM ĐỐC}\n",
        ),
        [(3, 20, "sai-chuc-vu", "position: GIÁM ĐỐC")],
    ),
    "a position that signs no plan": (
        changed("position: PHÓ CHỦ TỊCH", "position: TRƯỞNG PHÒNG"),
        [(5, 20, "sai-chuc-vu", "position: CHỦ TỊCH")],
    ),
    "the head of a department at a commune": (
        changed("position: PHÓ CHỦ TỊCH", "position: GIÁM ĐỐC"),
        [(5, 20, "sai-chuc-vu", "position: CHỦ TỊCH")],
    ),
    "a deputy who signs as acting head": (
        changed("position: PHÓ CHỦ TỊCH", "position: PHÓ CHỦ TỊCH, authority: Q", "position: CHỦ TỊCH, authority: Q"),
        [(5, 45, "sai-quyen-han", "position: CHỦ TỊCH")],
    ),
    "a head who signs by order of himself": (
        changed(
            "position: PHÓ CHỦ TỊCH", "position: CHỦ TỊCH, authority: TL", "position: CHÁNH VĂN PHÒNG, authority: TL"
        ),
        [(5, 41, "sai-quyen-han", "hãy bỏ dòng authority")],
    ),
    "a mandate passed on to a deputy": (
        changed(
            "position: PHÓ CHỦ TỊCH",
            "position: PHÓ CHÁNH VĂN PHÒNG, authority: TUQ",
            "position: CHÁNH VĂN PHÒNG, authority: TUQ",
        ),
        [(5, 52, "sai-quyen-han", "hãy ghi chức vụ cấp trưởng")],
    ),
    "an authority nobody knows": (
        changed("position: PHÓ CHỦ TỊCH", "position: CHỦ TỊCH, authority: TM", "position: CHỦ TỊCH"),
        [(5, 41, "sai-gia-tri", "chọn một trong: Q, TL, TUQ")],
    ),
    "a degree before the name": (
        changed("name: Nguyễn Văn An", "name: ThS. Nguyễn Văn An"),
        [(5, 40, "hoc-vi", "name: Nguyễn Văn An")],
    ),
    "two titles before the name": (
        changed("name: Nguyễn Văn An", "name: PGS.TS Nguyễn Văn An"),
        [(5, 40, "hoc-vi", "name: Nguyễn Văn An")],
    ),
    "a degree in full before the name": (
        changed("name: Nguyễn Văn An", "name: Tiến sĩ Nguyễn Văn An"),
        [(5, 40, "hoc-vi", "name: Nguyễn Văn An")],
    ),
    "a name in capitals": (
        changed("name: Nguyễn Văn An", "name: NGUYỄN VĂN AN"),
        [(5, 40, "ten-chu-hoa", "Nguyễn Văn An")],
    ),
    "a name in small letters": (
        changed("name: Nguyễn Văn An", "name: nguyễn văn an"),
        [(5, 40, "ten-chu-hoa", "Nguyễn Văn An")],
    ),
    "a footnote at words the sentence lacks": (
        added(
            "tasks:\n  hh-lich-hop: {footnotes: {lịch họp tuần: Theo quy chế.}}\n",
            "tasks:\n  hh-lich-hop: {footnotes: {lịch họp: Theo quy chế.}}\n",
        ),
        [(8, 29, "chu-thich-khong-cho", "Xây dựng lịch họp khoa học")],
    ),
    "a mark nobody knows": (
        added("style: {marks: '*'}\n", "style: {marks: '+'}\n"),
        [(7, 16, "sai-gia-tri", "a), 1., khong")],
    ),
    "an ending nobody knows": (
        added("style: {ending: ','}\n", "style: {ending: ';'}\n"),
        [(7, 17, "sai-gia-tri", "chọn một trong: ., ;")],
    ),
    "a grouping nobody knows": (
        added("style: {grouping: co-quan}\n", "style: {grouping: theo-co-quan}\n"),
        [(7, 19, "sai-gia-tri", "theo-co-quan")],
    ),
    "a date style nobody knows": (
        added("style: {dates: ngắn}\n", "style: {dates: ngan}\n"),
        [(7, 16, "sai-gia-tri", "ngan")],
    ),
    "a yes or no that is neither": (
        added("annex: nếu cần\n", "annex: có\n"),
        [(7, 8, "sai-gia-tri", "“có” hoặc “không”")],
    ),
    "a yes where annexes are listed": (
        added("annexes: có\n", "annex: có\n"),
        [(7, 10, "sai-gia-tri", "annex: có")],
    ),
    "an issuer nobody knows": (
        added("issued_by: chu tich\n", "issued_by: chu-tich\n"),
        [(7, 12, "sai-gia-tri", "chu-tich")],
    ),
    "an id with capitals and blanks": (
        added("tasks:\n  Lịch họp: {lead: tat-ca}\n", "tasks:\n  hh-lich-hop: {lead: tat-ca}\n"),
        [(8, 13, "sai-gia-tri", "lich-hop")],
    ),
    "a directive nobody knows": (
        changed(
            UNIT,
            "directive: qd-543\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n",
            "directive: qd-534\nunit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}\n",
        ),
        [(1, 12, "bo-mau-la", "qd-534")],
    ),
    "a control character": (
        changed("name: Nguyễn Văn An", "name: Nguyễn\x0bVăn An"),
        [(5, 46, "ky-tu-cam", "hãy xóa đi và gõ lại dấu cách")],
    ),
    "a blank text": (changed("name: Nguyễn Văn An", "name: '  '"), [(5, 40, "sai-gia-tri", "hãy ghi nội dung")]),
    "text that no Word file can hold": (
        changed("name: Nguyễn Văn An", 'name: "Nguyễn \\u0000 An"'),
        [(5, 40, "ky-tu-cam", "hãy xóa đi và gõ lại chỗ này")],
    ),
}

FILES = {
    "an empty file": (b"", "chưa có nội dung"),
    "a file of comments only": ("# hồ sơ\n".encode(), "chưa có nội dung"),
    "a list for a profile": (b"- level: xa\n", "khóa: giá trị"),
    "a sentence for a profile": ("xã Nhữ Khê".encode(), "khóa"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "Unicode"),
    "a Word file": (b"PK\x03\x04" + bytes(64), "tệp Word"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(64), "Word"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "letters of an old code page": (GOOD.replace("Nhữ Khê", "Hà").encode("cp1252", "ignore"), "UTF-8"),
    "a file of more than 1 MB": (GOOD.encode() + b"# \n" * 400_000, "1 MB"),
    "a YAML bomb": (
        b"a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (98 + i, 98 + i, b", ".join([b"*%c" % (97 + i)] * 10)) for i in range(8)),
        "quá nhiều mục",
    ),
    "lists within lists": (b"unit: " + b"[" * 5000, "lớp"),
    "an alias within itself": (b"unit: &u {name: *u}\n", "không bao giờ hết"),
    "braces left open": (GOOD.encode() + b"style: {marks: a)\n", "chưa đóng"),
    "a NUL in the middle": (GOOD.replace("Nhữ", "Nh\x00ữ").encode(), "U+0000"),
}

SAME = {
    "UTF-8 with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 of Notepad": lambda text: text.encode("utf-16"),
    "UTF-16 without its mark": lambda text: text.encode("utf-16-le"),
    "lines ended as on Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


def resolved(tmp_path, data):
    path = tmp_path / "xa-a.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return kegen.resolve(kegen.load(path))


def told(tmp_path, data):
    """Return every problem of the profile."""
    try:
        return resolved(tmp_path, data).warnings
    except Invalid as error:
        return error.problems


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_profile_is_told_all_that_is_wrong_and_nothing_else(name, tmp_path):
    (wrong, _), found = WRONG[name]
    problems = told(tmp_path, wrong)
    assert [(p.place.line, p.place.column, p.id) for p in problems] == [each[:3] for each in found]
    for problem, (*_, words) in zip(problems, found, strict=True):
        assert words in problem.message
        assert problem.place.file == str(tmp_path / "xa-a.yaml")


@pytest.mark.parametrize("name", WRONG)
def test_the_mended_profile_has_no_problem(name, tmp_path):
    (_, mended), _ = WRONG[name]
    assert told(tmp_path, mended) == ()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_profile_is_refused_in_vietnamese(name, tmp_path):
    data, words = FILES[name]
    with pytest.raises(KegenError, match=re.escape(words)) as refused:
        resolved(tmp_path, data)
    assert_vietnamese(str(refused.value))


@pytest.mark.parametrize("name", SAME)
def test_a_profile_is_the_same_however_its_editor_saved_it(name, tmp_path):
    plain, saved = tmp_path / "plain.yaml", tmp_path / "saved.yaml"
    plain.write_bytes(GOOD.encode())
    saved.write_bytes(SAME[name](GOOD))
    assert kegen.resolve(kegen.load(saved)) == kegen.resolve(kegen.load(plain))


def test_decomposed_words_are_found_in_composed_sentences_and_the_other_way(tmp_path):
    change = GOOD + "tasks:\n  hh-lich-hop: {edits: {lịch họp: lịch họp tuần}}\n"
    composed, decomposed = (unicodedata.normalize(form, change) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert told(tmp_path, composed) == told(tmp_path, decomposed) == ()


def test_a_profile_of_100_mb_is_refused_unread(tmp_path):
    path = tmp_path / "xa-a.yaml"
    path.touch()
    os.truncate(path, 100 << 20)
    with pytest.raises(KegenError, match="1 MB"):
        kegen.load(path)


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_a_file_that_is_not_there_or_is_a_folder_is_told_so(name, tmp_path):
    with pytest.raises(KegenError, match=r"không có tệp này|thư mục") as refused:
        kegen.load(tmp_path / name)
    assert_vietnamese(str(refused.value))


def test_a_profile_with_many_faults_gets_all_of_them_by_place(tmp_path):
    problems = told(
        tmp_path,
        """\
unit: {level: xa, name: phường Nhữ Khê, province: Tuyên Quan}
parent_plan: {number: 176 KH, date: 04/3/2026}
departments:
  - {name: Phòng A, roles: [dau-moi, ke-toan]}
  - {name: Phòng B, roles: [dau-moi]}
signer: {position: TRƯỞNG PHÒNG, name: TS. NGUYỄN VĂN AN}
date: 31/2/2026
number: không rõ
annexe: có
terms: {comittee: UBND}
targets: {hop-truc-tuyen: {value: 5}}
tasks:
  hh-lich-hop:
  hh-quy-che: {lead: thanh-tra, edits: {quý: năm}}
recipients: {drop: [lanh-daoo], add: ["Lưu: VT"]}
""",
    )
    assert [(p.place.line, p.id) for p in problems] == [
        (1, "tinh-la"),
        (2, "sai-so-ky-hieu"),
        (2, "ngay-nguoc"),
        (4, "vai-tro-la"),
        (5, "vai-tro-trung"),
        (6, "sai-chuc-vu"),
        (6, "hoc-vi"),
        (7, "sai-gia-tri"),
        (8, "sai-so"),
        (9, "khoa-la"),
        (10, "tu-la"),
        (11, "chi-tieu-long"),
        (13, "rong"),
        (14, "vai-tro-trong"),
        (14, "sua-khong-thay"),
        (15, "noi-nhan-la"),
        (15, "dong-luu"),
    ]


ENGLISH = re.compile(
    r"\b(input|field|should|valid\w*|expected|required|error|extra|string|type|value|dict\w*|list|mapping|tuple|none"
    r"|model|unable|parse|traceback|exception|unicode_\w+|key|found|not|the)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(r"“[^”]*”|\b[a-z_]+:|\[[^\]]*\]|\{.*\}|ghi(?: đủ| thêm dòng)? [a-z_, ]+|thiếu [a-z_]+")


def assert_vietnamese(message):
    assert re.search("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", message), message
    assert not ENGLISH.search(OWN_WORDS.sub("", message)), message


def test_every_message_is_vietnamese_and_none_is_pydantics(tmp_path):
    messages = {p.message for (wrong, _), _ in WRONG.values() for p in told(tmp_path, wrong)}
    assert len(messages) > 100
    for message in messages:
        assert_vietnamese(message)


def test_the_guard_for_english_can_fail():
    for message in (
        "Input should be a valid string",
        "lỗi: Field required",
        "Không được: Extra inputs are not permitted",
    ):
        with pytest.raises(AssertionError):
            assert_vietnamese(message)


def test_there_are_as_many_kinds_as_promised():
    assert len(WRONG) >= 120
    assert len({each[2] for _, found in WRONG.values() for each in found}) >= 40
