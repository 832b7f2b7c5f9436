"""The page for officers on plans that were received: each of its commands runs as it is written."""

import re
import shlex
from pathlib import Path

import pytest

from kegen.cascade.listing import list_units
from kegen.plan.saved import read_plan
from tests.importing.papers import HEAD, paper

PAGE = Path(__file__).parents[2] / "docs" / "cap-tren.md"
RECEIVED = {
    **HEAD,
    "issuer": ("ỦY BAN NHÂN DÂN", "TỈNH TUYÊN QUANG"),
    "number": "Số:     /KH-UBND",
    "date": "Tuyên Quang, ngày     tháng     năm 2026",
}
WORK = (
    "*I. VIỆC",
    "1. UBND các xã, phường rà soát điểm tập kết rác, hoàn thành trước ngày 30/9/2026.",
    "2. Sở Xây dựng chủ trì, phối hợp với UBND các xã, phường trồng cây ven đường.",
)


def commands():
    """Return the commands of the page in their order, but for those on a unit's own plan, which is no received one."""
    text = PAGE.read_text("utf-8")
    blocks = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    inline = [each for each in re.findall(r"`(kegen [^`]*\.[a-z]+[^`]*)`", text) if "--own" not in each]
    return [shlex.split(each, comments=True)[1:] for each in (*blocks, *inline)]


@pytest.fixture
def two_communes(monkeypatch):
    """Let a cascade draft for the first two communes of the province alone: all take a while."""

    def first(file, above):
        listed = list_units(file, above)
        return listed._replace(units=listed.units[:2])

    monkeypatch.setattr("kegen.cascade.run.list_units", first)


@pytest.mark.usefixtures("two_communes")
def test_every_command_of_the_page_runs_as_written(kegen, folder):
    (folder / "176-KH-UBND.docx").write_bytes(paper(*WORK, head=RECEIVED))
    run = set()
    for command in commands():
        done = kegen(*command)
        assert done.code in {0, 1}, (command, done.err)
        run.add(command[0])
    assert run == {"import", "confirm", "new", "draft", "coverage", "cascade"}
    assert (folder / "xa-nhu-khe.docx").exists()
    assert len(list((folder / "ca-tinh").glob("*.docx"))) == 2
    assert read_plan(folder / "176-KH-UBND.plan.yaml").plan.standing.symbol == "176/KH-UBND"
