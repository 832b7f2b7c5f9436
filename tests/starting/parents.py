"""A province's plan as an import leaves it: made up, with tasks of all sorts and what a person must confirm."""

PARENT = """\
# kegen import ghi; những chỗ chưa chắc ở asks
header:
  parent: ''
  issuer: [ỦY BAN NHÂN DÂN, TỈNH TUYÊN QUANG]
  number: 'Số:        /KH-UBND'
  place_and_date: Tuyên Quang, ngày     tháng     năm 2026
kind: KẾ HOẠCH
title: Triển khai phong trào nhà sạch, vườn đẹp năm 2026
body:
  - {kind: muc, text: I. MỤC TIÊU, id: muc-1}
  - {kind: doan, text: '- Có ít nhất 60% hộ dân tham gia ở từng xã.', id: muc-1-y-1, place: 'trang 1, đoạn 2'}
  - {kind: muc, text: II. NHIỆM VỤ, id: muc-2}
  - {kind: doan, text: '- UBND các xã, phường: Rà soát các điểm tập kết rác thải trên địa bàn tỉnh.', id: muc-2-y-1,
     place: 'trang 2, đoạn 5'}
  - {kind: doan, text: '- Tuyên truyền, vận động nhân dân trồng hoa ven đường.', id: muc-2-y-2}
tasks:
  - id: muc-2-y-1
    wording: 'UBND các xã, phường: Rà soát các điểm tập kết rác thải trên địa bàn tỉnh, lập danh mục cần xử lý.'
    lead: UBND các xã, phường
    helpers: [Sở Nông nghiệp và Môi trường]
    deadline: trước ngày 30/9/2026
    product: Danh mục
  - id: muc-2-y-2
    wording: Tuyên truyền, vận động nhân dân trồng hoa ven đường và giữ sạch ngõ xóm hằng tuần.
    lead: UBND cấp xã
  - id: muc-2-y-3
    wording: Tổ chức cuộc thi vườn đẹp cấp tỉnh, tổng kết vào cuối năm.
    lead: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
    helpers: ["UBND các xã, phường"]
    deadline: tháng 11 năm 2026
  - id: muc-2-y-4
    wording: Bố trí phương tiện thu gom ở các tuyến đường liên xã.
  - id: muc-2-y-5
    wording: Ban hành bộ tiêu chí vườn đẹp.
    lead: Sở Nông nghiệp và Môi trường
  - id: muc-2-y-6
    wording: Làm điểm tuyến đường hoa dài 03 km để các nơi học tập.
    lead: UBND xã Nhữ Khê
targets:
  - {id: ho-tham-gia, name: Hộ dân tham gia, comparison: '>=', value: '60', unit: '%', year: '2026', scope: tung-don-vi}
  - {id: tuyen-duong, name: Tuyến đường hoa, comparison: '>=', value: '25', unit: tuyến, scope: toan-dia-ban}
  - {id: vuon-mau, name: Vườn mẫu, comparison: '>=', value: '7', unit: vườn, scope: chua-ro}
signature: {lines: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], name: Trần Văn Ba}
unit_name: Ủy ban nhân dân tỉnh Tuyên Quang
standing:
  directive: qd-534
  level: tinh
  unit: Tuyên Quang
  province: Tuyên Quang
  issuer: Ủy ban nhân dân tỉnh Tuyên Quang
  half_year: 05/6
asks:
  - id: hoi-1
    kind: chu-tri
    of: muc-2-y-4
    field: lead
    question: Ai chủ trì việc này?
    sentence: Bố trí phương tiện thu gom ở các tuyến đường liên xã.
    place: trang 2, đoạn 8
    choices: ["UBND các xã, phường", Sở Xây dựng]
  - id: hoi-2
    kind: pham-vi
    of: vuon-mau
    field: scope
    question: Chỉ tiêu này của cả tỉnh hay của từng đơn vị?
    sentence: Có 7 vườn mẫu.
    place: trang 1, đoạn 3
    guess: toan-dia-ban
    choices: [toan-dia-ban, tung-don-vi]
  - {id: hoi-3, kind: so-ngay, of: standing, field: symbol, question: 'Số và ký hiệu của kế hoạch này?',
     sentence: 'Số:        /KH-UBND', place: trang 1}
"""
