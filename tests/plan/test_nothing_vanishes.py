"""Nothing given is left out of a draft in silence: each text of a pack and of a profile is in the plan or is told of.

Each `@` below becomes a word of its own, which is then looked for.
"""

import itertools
import re
from typing import get_args

import pytest
from pydantic import BaseModel

import kegen
from kegen.pack.model import Pack
from kegen.plan.resolve import resolve_leniently
from kegen.profile.model import Profile
from kegen.profile.scalars import check_edits, check_text

PACK = """\
title: Bộ mẫu
documents:
  ct-10:
    {kind: Chỉ thị@, number: 10/CT-TTg@, date: 02/3/2026, issuer: Thủ tướng @, subject: về trồng @, source: x,
     short_name: Chỉ thị mười @, defined_as: gọi là @}
chain: [ct-10]
parent_subject: về việc @
plan_title: {khac: Trồng cây @, so: Trồng cây của sở @}
enacting: "{{ issuer }} ban hành @ như sau:"
closing: Trên đây là @.
terms: {committee: Ủy ban @, cay: cây @}
places:
  - {provinces: [Lạng Sơn], terms: {cay: cây hồi @}, source: x, doubts: [{text: "chưa rõ @", term: committee}]}
doubts: [{text: chưa biết @, role: mot-cua}]
roles: {dau-moi: {title: Đầu mối}, kinh-te: {title: Kinh tế}, mot-cua: {title: Một cửa @}, tat-ca: {title: Các cơ quan}}
levels:
  khac:
    reporting: {month: ngày 20 hằng tháng @, quarter: cuối quý @, event: khi cần @}
    departments:
      - {name: Văn phòng @, short: VP@, roles: [dau-moi]}
      - {name: Phòng Kinh tế @, roles: [kinh-te]}
      - {name: Các cơ quan @, roles: [tat-ca]}
    bases: {enacting: x}
targets:
  t: {name: Diện tích @, comparison: ">=", value: "20", unit: ha@, year: năm 2030 @, source: x}
  l: {name: Cháy rừng @, words: Không để cháy @, source: x}
sections:
  - {id: mo, tasks: [{id: mo-y, wording: Mở đầu @.}]}
  - id: mot
    title: Một @
    tasks:
      - {id: y, wording: "Việc @ của {{ cay }}; {{ cite('ct-10') }}.", lead: [dau-moi, kinh-te], brief: Gọn @,
         helpers: [tat-ca], watcher: tat-ca, deadline: "Trong quý @", product: Báo cáo @, source: Mục 2 @, target: t,
         footnotes: {"của": Lời chú @}, points: [Ý con @., [Ý cháu @.]]}
      - {id: y-hai, wording: {cap-xa: Câu của xã @., so: Câu của sở @., cap-tinh: Câu của tỉnh @.}, optional: có,
         published: {wording: Câu đã in @.}}
    sections:
      - id: hai
        title: Hai @
        footnotes: {Hai: Chú của mục @}
        sections:
          - {id: ba, title: {khac: Ba @}, tasks: [{id: ba-y, wording: "Ý ba @: {{ target('t') }}; {{ month }};
               {{ quarter }}; {{ event }}."}]}
          - id: nhom
            tasks: [{id: nhom-y, wording: "Ý nhóm @ với {{ committee }}, {{ office('mot-cua') }}.", mark: khong}]
          - {id: co-quan, office: kinh-te, tasks: [{id: cq-y, wording: a) Ý cơ quan @, mark: nhu-viet}]}
annexes:
  - {id: pl, label: Phụ lục @, title: Danh mục @, reference: (Kèm theo @), above: [Ở trên @.], below: [Ở dưới @.],
     columns: [{title: Cây @}, Số @], heads: [[Đầu @, Hai @]], rows: [Nhóm @, [Ô @, Ô hai @]]}
  - {id: pl-viec, columns: [stt, nhiem-vu, chu-tri, san-pham], rows: [{task: y, cells: {san-pham: Ô riêng @}}]}
recipients: [{id: r, text: Như trên @}]
"""
XA = """\
directive: thu
unit: {level: xa, name: Thiện Tân, province: Lạng Sơn}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
departments: [{name: Bộ phận Một cửa, roles: [mot-cua]}]
annex: có
"""
SO = "directive: thu\nunit: {level: so, name: Sở Y, abbreviation: SY, province: Lạng Sơn}\n"
SO += f"tasks: {{y-hai: {{section: mot}}}}\n{XA.splitlines()[2]}\n"
PLAIN = (
    XA,
    XA + "tasks: {y-hai: {section: hai}, y: {omit: x}}\n",
    XA + "tasks: {y-hai: {section: hai}}\nstyle: {wording: da-ban-hanh}\n",
    XA.replace("departments: [{name: Bộ phận Một cửa, roles: [mot-cua]}]\n", ""),
    XA.replace("Thiện Tân", "Nhữ Khê").replace("Lạng Sơn", "Tuyên Quang"),
    "directive: thu\nunit: {level: tinh, name: Lạng Sơn}\ntasks: {y-hai: {section: hai}}\n",
    SO,
)
OWN = """\
directive: thu
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang, place: Nhữ @, abbreviation: AB@, parent_body: UBND tỉnh @}
parent_plan: {kind: Chỉ thị @, number: 176/KH-@, date: 04/5/2026, issuer: UBND tỉnh @, subject: về trồng cây @}
departments:
  - {name: Văn phòng @, roles: [dau-moi]}
  - {name: Phòng Kinh tế @, roles: [kinh-te]}
  - {name: Đội zqaz}
  - {name: Đội cây zqbz}
  - {name: Đội cây zqcz}
  - {name: Đội thừa @}
signer: {position: CHỦ TỊCH @, name: Nguyễn Văn @}
number: "114@"
date: 05/6/2026
title: Trồng cây năm 2026 @
bases: {cite: [rieng, cap-tren, ct-10], enacting: "ban hành @:", proposal: {by: Phòng Kinh tế @, number: 12/TTr-@,
  verb: Xét lời @, paper: Giấy trình @}}
documents: {rieng: {kind: Nghị quyết @, number: 9/NQ-@, date: 02/01/2026, issuer: Đảng ủy @, subject: về rừng @,
  short_name: Nghị quyết chín @, defined_as: nói tắt @}}
terms: {cay: bạch đàn @, committee: Ủy ban @}
replace: {Mở đầu: Bắt đầu @}
reporting: {month: ngày 19 hằng tháng @, quarter: giữa quý @, event: khi lụt @, units: {month: ngày 10 @,
  quarter: đầu quý @, event: khi bão @}}
style: {marks: a), ending: ";", grouping: theo-co-quan}
sections:
  moi: {title: Mục mới @, tasks: [Câu một @., Câu hai @.]}
  moi-a: {title: Cháu @, into: moi-b, mark: 1.1., marks: nhu-viet, tasks: ['1.1.1. Như viết @', '- nữa @;']}
  moi-b: {title: Con @, footnotes: {Con: Chú @}, into: moi, run_in: ': ', tasks: [Nối @.]}
  moi-c: {into: moi, tasks: [Nhóm @.]}
  moi-d: {into: moi, office: Đội zqaz, tasks: [Của đội @.]}
  moi-e: {title: "d) như viết @", mark: nhu-viet, into: moi-a, tasks: [Sâu @.]}
  hai: {title: {edits: {Hai: Hai rưỡi @}}}
  ba: {omit: Bỏ ba vì @}
tasks:
  y: {edits: {Việc: Việc mới @}, brief: Gọn lại @, lead: [kinh-te, Đội zqaz], helpers: [Đội cây zqbz],
    watcher: Đội cây zqcz, deadline: Trong quý III @, product: Tờ trình @, target: moi,
    points: [Ý nhỏ @., [Ý nhỏ hơn @.]], footnotes: {việc mới: Lời chú @.}, mark: "+"}
  mo-y: Lời riêng @.
  moi-1: {wording: Lời khác @., deadline: Hạn không ai giữ @}
  moi-2: {lead: dau-moi}
  nhom-y: {omit: Bỏ ý vì @}
  bang: {section: mot, table: {columns: [Cột @], heads: [[Đầu @]], rows: [[Ô @]]}}
targets:
  t: {value: "30", name: Tên khác @}
  l: {omit: Không có rừng @}
  moi: {name: Thêm @, comparison: ">=", value: "5", unit: bao@, year: 2031 @}
  moi-loi: {name: Bằng lời @, words: Xanh hơn @}
recipients: {add: [Hạt kiểm lâm @]}
archive: VT@
closing: Hết @
accept: [{rule: nhieu-chu-tri, reason: Cùng làm @, words: cùng chủ trì}]
annexes:
  - {label: Phụ lục @, title: Danh mục @, reference: (Kèm theo @), above: [Ở trên @.], below: [Ở dưới @.],
     columns: [{title: Cây @}, Số @], heads: [[Đầu @, Hai @]], rows: [Nhóm @, [Ô @, Ô hai @]]}
  - {columns: [stt, nhiem-vu, san-pham], rows: [{task: y, cells: {san-pham: Ô riêng @}}]}
"""
LISTED = XA.replace("roles: [mot-cua]", "short: VP@, roles: [dau-moi, mot-cua]").replace(
    "04/5/2026", "04/5/2026, reporting: {month: mồng @, quarter: sau mùa @, event: khi cháy @}"
)
LISTED += """\
recipients: [Sở Nông nghiệp @]
title: {edits: {Trồng: Chăm @}}
closing: {edits: {Trên đây: Ở trên @}}
bases: {enacting: {edits: {ban hành: đưa ra @}}, footnotes: {"đưa ra": Lời ghi ở mở đầu @},
  lines: [{verb: Theo lời @, cite: [ct-10], after: gọi vậy @}, Theo ý dân @.]}
documents: {ct-10: {subject: {edits: {trồng: chăm @}}}}
"""
BODY = """\
directive: thu
unit: {level: don-vi, name: Trạm Y tế xã Nhữ Khê, parent_body: UBND xã @, abbreviation: TYT, head: TRƯỞNG TRẠM @,
  province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
"""
NOT_PRINTED = {
    *("Pack.title", "PackDocument.source", "PackTarget.source", "PackPlace.source", "PackPlace.provinces"),
    *(
        "PackPlace.units",
        "Acceptance.words",
        "Role.title",
        "PackDoubt.term",
        "ParentPlan.plan",
        "ParentPlan.profile",
        "Unit.name",
        "Unit.province",
    ),
}
"""What says where the pack's facts were read or to whom they apply, or names a file; a unit must be a real one."""


def numbered(text, start=1):
    """Return the text with each `@` as a word of its own, and those words."""
    numbers = itertools.count(start)
    text = re.sub("@", lambda _: f"zq{next(numbers)}z", text)
    return text, re.findall(r"zq\w+?z", text)


def text_fields(model):
    """Yield each field of a model, and of the models in it, that holds text."""
    for name, field in model.model_fields.items():
        if any(
            getattr(each, "func", None) in {check_text, check_edits} for each in parts_of(field.rebuild_annotation())
        ):
            yield f"{model.__name__}.{name}"
        for part in parts_of(field.rebuild_annotation()):
            if isinstance(part, type) and issubclass(part, BaseModel) and part is not model:
                yield from text_fields(part)


def parts_of(kind):
    """Yield what a type is made of, however deep."""
    yield kind
    for part in get_args(kind):
        yield from parts_of(part)


def filled(value):
    """Yield each field of a record that holds a word to look for, directly or in a list or mapping."""
    for name, part in value if isinstance(value, BaseModel) else ():
        for each in leaves(part):
            if isinstance(each, BaseModel):
                yield from filled(each)
            elif "zq" in str(each):
                yield f"{type(value).__name__}.{name}"


def leaves(value):
    if isinstance(value, dict):
        value = (*value, *value.values())
    if isinstance(value, tuple):
        for each in value:
            yield from leaves(each)
    else:
        yield value


@pytest.fixture
def outcome(pack, tmp_path):
    """Give all that plans of these profiles under the pack say, and all that is told of them."""

    def told(packed, *profiles):
        loaded_pack, plans, read = pack(packed), [], []
        for text in profiles:
            (tmp_path / "don-vi.yaml").write_text(text, "utf-8")
            loaded = kegen.load(tmp_path / "don-vi.yaml")
            plans.append(resolve_leniently(loaded))
            plans += [text.splitlines()[each.place.line - 1] for each in plans[-1].warnings]
            read.append(loaded.profile)
        return repr(plans).lower(), loaded_pack, read

    return told


def test_every_text_of_a_pack_is_in_a_plan_or_told_of(outcome):
    packed, words = numbered(PACK)
    found, loaded, _ = outcome(packed, *PLAIN)
    assert [line for line in packed.splitlines() for word in words if word in line and word not in found] == []
    own = {
        each
        for each in text_fields(Pack)
        if each.split(".")[0] in {"Pack", "PackTask", "PackSection"} or "Pack" in each
    }
    assert own - set(filled(loaded)) - NOT_PRINTED == set()


def test_every_text_of_a_profile_is_in_its_plan_or_told_of(outcome):
    packed = PACK.replace("@", "")
    own, words = numbered(OWN)
    listed, more = numbered(LISTED, start=900)
    body, rest = numbered(BODY, start=990)
    found, _, profiles = outcome(packed, own, listed, body)
    missing = [word for word in (*words, *more, *rest) if word not in found]
    assert [line for line in (own + listed + body).splitlines() for word in missing if word in line] == []
    filled_in = {name for each in profiles for name in filled(each)}
    assert set(text_fields(Profile)) - filled_in - NOT_PRINTED == set()


def test_a_text_that_no_draft_has_is_seen_to_be_missing(outcome):
    found, *_ = outcome(PACK.replace("@", "").replace("source: Mục 2", "source: x").replace("Bộ mẫu", "Bộ zq1z"), XA)
    assert "zq1z" not in found
