"""A province of its own for each test, and kegen run on it."""

from pathlib import Path

import pytest

from kegen.cascade.province import ProvincePlan, read_province_plan
from kegen.cascade.run import Request, cascade
from kegen.drafting.draft import DraftOptions
from tests.running import run_kegen

ORDERING = """\
directive: qd-534
unit: {level: tinh, name: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Phan Huy Ngọc}
number: 176
date: 04/5/2026
"""
"""A plan with all that the directive orders, for tests of what is ordered."""
PROVINCE = """\
directive: chung
unit: {level: tinh, name: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Phan Huy Ngọc}
number: 176
date: 04/5/2026
parent_plan:
  kind: Quyết định
  number: 235/QĐ-TTg
  date: 05/02/2026
  issuer: Thủ tướng Chính phủ
  subject: phê duyệt Đề án
"""
"""A short plan, in the frame pack."""
LIST = "Tên;Loại;Người ký\nNhữ Khê;xã;Nguyễn Trường Giang\nMinh Xuân;phường;\nLâm Bình;;\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the plan of a province, `tinh.yaml`, and a list of three units, `ds.csv`, to run kegen in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tinh.yaml").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ordering(folder):
    """Make the plan of the province one with all that the directive orders."""
    (folder / "tinh.yaml").write_text(ORDERING, encoding="utf-8")


@pytest.fixture
def above(folder) -> ProvincePlan:
    return read_province_plan(folder / "tinh.yaml")


@pytest.fixture
def go(folder):  # noqa: ARG001 - it is run there
    """Run a cascade of the three units, unchecked, in this process."""

    def call(units="ds.csv", out="ra", jobs=1, options=None, profile="tinh.yaml", **more):
        options = options or DraftOptions(unchecked=True, lasting=False)
        return cascade(Request(Path(profile), Path(out), units and Path(units), jobs, options), **more)

    return call


@pytest.fixture
def kegen(folder, capsys):  # noqa: ARG001 - the same
    """Run kegen with arguments."""

    def call(*arguments):
        return run_kegen(capsys, *arguments)

    return call
