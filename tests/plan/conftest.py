"""Plans of one good profile, with lines added or words changed."""

import pytest

import kegen
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
