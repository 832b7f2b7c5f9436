"""What earlier versions of kegen noted of a folder still counts."""

from hashlib import sha256
from pathlib import Path

import pytest

from kegen import __version__
from kegen.cascade.record import read_record, write_record
from kegen.cascade.result import Status
from kegen.problem import Place, Severity
from kegen.shipped import templates_folder

pytestmark = pytest.mark.usefixtures("ordering")

FILE = Path(__file__).with_name("record-0.1.0.json")
"""Written by kegen 0.1.0, when processes of its own did the work: three units, one with a wrong profile."""


def test_a_record_of_an_earlier_version_is_read_whole():
    record = read_record(FILE)
    assert (record.plan, len(record.plans)) == ("tinh-tuyen-quang.plan.yaml", 1)
    nhu_khe, minh_xuan, lam_binh = record.units.values()
    assert [each.stem for each in record.units.values()] == ["xa-nhu-khe", "phuong-minh-xuan", "xa-lam-binh"]
    assert nhu_khe.written == ("28da66b1c9e56435cb1bbf8c633a510e15b4ff1cd21492e3a5f45fb002b70f8b",)
    assert nhu_khe.above == minh_xuan.above == record.plans[0] != lam_binh.above
    assert [each.result.status for each in record.units.values()] == [Status.DONE, Status.DONE, Status.FAILED]
    assert [len(each.result.blanks) for each in record.units.values()] == [2, 3, 0]
    assert minh_xuan.result.blanks[2] == ("họ tên người ký", "khối chữ ký", "Văn phòng (signer.name)")
    assert nhu_khe.result.changes[0] == "2 thay đổi (2 sửa)."
    (problem,) = lam_binh.result.problems
    assert problem.place == Place("ra/xa-lam-binh.yaml", 1, 15)
    assert (problem.id, problem.severity) == ("sai-gia-tri", Severity.ERROR)
    assert (lam_binh.result.own_profile, lam_binh.result.errors) == (True, 1)


def test_a_record_is_written_as_earlier_versions_wrote_it(tmp_path):
    write_record(tmp_path / "record.json", read_record(FILE))
    assert (tmp_path / "record.json").read_bytes() == FILE.read_bytes()


def test_what_a_draft_came_from_is_noted(folder, go, above):
    go()
    files = [templates_folder() / "ke-hoach.docx", *sorted((templates_folder() / "qd-534").glob("*.yaml"))]
    shared = sha256(b"\0".join(each.read_bytes() for each in files)).hexdigest()
    options = "DraftOptions(template=None, final=False, force=False, unchecked=True, lasting=False)"
    of_all = sha256(f"{__version__} {options} {above.digest} {shared}".encode()).hexdigest()
    for each in read_record(folder / "ra" / ".kegen-cascade" / "record.json").units.values():
        profile = sha256((folder / "ra" / f"{each.stem}.yaml").read_bytes()).hexdigest()
        assert each.written == (profile,)
        assert each.source == sha256(f"{of_all} {profile}".encode()).hexdigest()
