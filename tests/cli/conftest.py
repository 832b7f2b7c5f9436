"""kegen run as a person runs it: in a folder of their own, with what it printed and how it ended."""

import pytest

from tests.running import run_kegen

GOOD = """\
unit: {level: xa, name: Gia Kiệm, province: Đồng Nai}
parent_plan: {number: 176/KH-UBND, date: 04/5/2026}
departments: [{name: Phòng Văn hóa - Xã hội, short: VHXH, roles: [dau-moi]}]
signer: {position: CHỦ TỊCH, name: Nguyễn Văn An}
number: 12
date: 03/6/2026
terms: {below: các ấp}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one good profile, `xa-a.yaml`, that kegen runs in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xa-a.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def kegen(folder, capsys):  # noqa: ARG001 - the folder is where it runs
    """Run kegen with arguments."""

    def call(*arguments):
        return run_kegen(capsys, *arguments)

    return call
