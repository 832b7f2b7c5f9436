"""Plans of one good profile, with lines added or words changed."""

import re

import pytest

import kegen
from kegen.pack import read
from kegen.problem import Invalid

XA = """\
unit: {level: xa, name: Nhữ Khê, province: Tuyên Quang}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
"""
TINH = "unit: {level: tinh, name: An Giang}\n"
SO = "unit: {level: so, name: Sở Tài chính, abbreviation: STC, province: Lạng Sơn}\n" + XA.splitlines()[1] + "\n"


class Drafts:
    """Resolves the text of a profile: a good commune's, province's or department's with more lines, or a whole one."""

    def __init__(self, folder):
        self._path = folder / "don-vi.yaml"

    def __call__(self, text):
        self._path.write_text(text, "utf-8")
        return kegen.resolve(kegen.load(self._path))

    def xa(self, more=""):
        return self(XA + more)

    def tinh(self, more=""):
        return self(TINH + more)

    def so(self, more=""):
        return self(SO + more)

    def ids(self, text):
        """Return the ids of all that is wrong."""
        with pytest.raises(Invalid) as refused:
            self(text)
        return [problem.id for problem in refused.value.problems]

    def problems(self, more):
        """Return what is wrong with the good commune's profile with more lines."""
        with pytest.raises(Invalid) as refused:
            self.xa(more)
        return refused.value.problems


@pytest.fixture
def draft(tmp_path):
    return Drafts(tmp_path)


@pytest.fixture
def section():
    """Give the paragraphs under the heading that begins so."""

    def under(plan, start):
        at = next(i for i, p in enumerate(plan.body) if p.text.startswith(start))
        rest = plan.body[at + 1 :]
        end = next((i for i, p in enumerate(rest) if p.kind in {"muc", "khoan"}), len(rest))
        return [p.text for p in rest[:end]]

    return under


PACK = """\
title: Triển khai Chỉ thị số 10/CT-TTg
documents:
  ct-10:
    {kind: Chỉ thị, number: 10/CT-TTg, date: 02/3/2026, issuer: Thủ tướng Chính phủ, subject: về trồng cây, source: x}
chain: [ct-10]
parent_subject: về trồng cây năm 2026
plan_title: Trồng cây năm 2026
enacting: "{{ issuer }} ban hành Kế hoạch như sau:"
closing: Trên đây là Kế hoạch trồng cây năm 2026.
terms: {committee: Ủy ban nhân dân}
roles:
  dau-moi: {title: Cơ quan đầu mối, single: có}
  kinh-te: {title: Cơ quan kinh tế}
  tat-ca: {title: Các cơ quan}
levels:
  khac:
    departments:
      - {name: Văn phòng, short: VP, roles: [dau-moi]}
      - {name: Phòng Kinh tế, short: KT, roles: [kinh-te]}
      - {name: Các cơ quan liên quan, roles: [tat-ca]}
targets: {}
sections: []
recipients: []
"""
"""The smallest pack, made up; its last lines are replaced by what a test is about."""


def keys_of(text):
    return set(re.findall(r"(?m)^(\w+):", text))


@pytest.fixture
def pack(tmp_path):
    """Write a pack of that name beside the profile, its lines after the offices those given: `directive: thu`."""

    def written(more, name="thu"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        blocks = (each for each in re.split(r"(?m)^(?=\S)", PACK) if each.partition(":")[0] not in keys_of(more))
        (folder / "pack.yaml").write_text("".join(blocks) + more, "utf-8")
        return read.read_pack_folder(folder).pack

    return written
