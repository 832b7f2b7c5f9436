"""Whom a plan speaks to: a unit by its name, or one of a group."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kegen.plan.model import PlanIdentity, Task
from kegen.plan.orders import Addressee, addresses, orders_to

NHU_KHE = Addressee("xa", "Nhữ Khê", "tinh")
LE_CHAN = Addressee("phuong", "Lê Chân", "thanh-pho")
CON_DAO = Addressee("dac-khu", "Côn Đảo", "thanh-pho")
TAI_CHINH = Addressee("so", "Sở Tài chính", "tinh")
CHI_CUC = Addressee("so", "Chi cục Thủy lợi", "so")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Các sở, ban, ngành tỉnh, Ủy ban nhân dân cấp xã", NHU_KHE),
        ("các sở, ban, ngành, địa phương", LE_CHAN),
        ("Chủ tịch UBND các xã, phường, đặc khu", CON_DAO),
        ("UBND các xã, phường", NHU_KHE),
        ("UBND xã, phường", NHU_KHE),
        ("Các sở, ban, ngành và địa phương", NHU_KHE),
        ("Địa phương", LE_CHAN),
        ("Chủ tịch Ủy ban nhân dân các phường và đặc khu", LE_CHAN),
        ("UBND xã Nhữ Khê", NHU_KHE),
        ("UBND các xã Tân An, Nhữ Khê", NHU_KHE),
        ("Nhữ Khêu; UBND XÃ NHỮ KHÊ", NHU_KHE),
        ("Các cấp, các ngành", NHU_KHE),
        ("Các sở, ban, ngành tỉnh, Ủy ban nhân dân cấp xã", TAI_CHINH),
        ("Thủ trưởng các sở, ban, ngành", TAI_CHINH),
        ("Sở Tài chính", TAI_CHINH),
        ("Sở Nội vụ, sở tài chính", TAI_CHINH),
        ("Sở Tài chính", TAI_CHINH._replace(name="Sở Tài chính tỉnh Cà Mau")),
        ("Các cơ quan, các ban, ngành tỉnh", TAI_CHINH),
        ("các phòng, đơn vị thuộc Sở", CHI_CUC),
        ("Chi cục Thủy lợi", CHI_CUC),
    ],
)
def test_a_unit_is_spoken_to_by_its_name_or_in_its_group(text, unit):
    assert addresses(text, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Sở Nội vụ", NHU_KHE),
        ("Văn phòng Ủy ban nhân dân tỉnh", NHU_KHE),
        ("UBND các xã", LE_CHAN),
        ("Sở Tài chính và các cơ quan liên quan", NHU_KHE),
        ("UBND các phường", NHU_KHE),
        ("UBND các xã Tân An, Yên Sơn", NHU_KHE),
        ("UBND phường Nhữ Khê", NHU_KHE),
        ("Các cơ quan báo chí, phương tiện thông tin đại chúng", NHU_KHE),
        ("Ủy ban nhân dân cấp xã", TAI_CHINH),
        ("Sở Nội vụ", TAI_CHINH),
        ("Các cơ quan Trung ương đóng trên địa bàn tỉnh", TAI_CHINH),
        ("Các cơ quan báo chí", TAI_CHINH),
        ("Văn phòng Sở", CHI_CUC),
        ("", NHU_KHE),
        ("UBND xã Nhữ Khêu, xã ANhữ Khê, xã Nhữ Khê_2", NHU_KHE),
        ("UBND xã Tân An; Nhữ Khê", NHU_KHE),
    ],
)
def test_another_unit_or_group_is_not_this_one(text, unit):
    assert not addresses(text, unit)


@given(
    st.lists(st.sampled_from(["xã", "Xã", "Khê", "KHÊ", " ", "a", "_", ".", ",", ";", "\n"]), max_size=12).map("".join)
)
def test_a_name_stands_whole_and_after_its_kind(text):
    named = re.search(r"\bxã\b[^.;:]*?(?<!\w)Khê(?!\w)", text, re.IGNORECASE)
    assert addresses(text, Addressee("xa", "Khê", "tinh")) == bool(named)


def orders(**facts):
    """Return what a commune is ordered by a province's plan with one such task."""
    blank = {"id": "viec", "wording": "Kiểm tra chợ.", "lead": "", "helpers": (), "deadline": "", "product": ""}
    task = Task(**{**blank, "target": "", "source": "", **facts})
    above = SimpleNamespace(standing=PlanIdentity(level="tinh"), body=(), tasks=(task,))
    found = orders_to(SimpleNamespace(level="xa", name="Nhữ Khê"), above)
    return found["viec"].part if found else None


def test_a_further_lead_leads_too():
    assert orders(lead="Sở Y tế", also_lead=("UBND các xã, phường",)) == "leads"
    assert orders(lead="Sở Y tế", also_lead=("Sở Nội vụ",)) is None


def test_a_sentence_that_speaks_to_communes_is_theirs_where_nobody_else_is_named():
    assert orders(wording="UBND cấp xã lập danh sách hộ nghèo.") == "leads"
    assert orders(wording="UBND cấp xã lập danh sách hộ nghèo.", lead="Sở Y tế") is None
    assert orders(wording="Kiểm tra việc lập danh sách của UBND cấp xã.") is None


def test_what_a_ministry_is_to_do_is_not_handed_down():
    assert orders(lead="Bộ Y tế", helpers=("Các địa phương",)) is None
    assert orders(lead="Các bộ, ngành, địa phương") is None
    assert orders(lead="Bộ Chỉ huy quân sự tỉnh", helpers=("Các địa phương",)) == "helps"
    assert orders(lead="Bộ Y tế", also_lead=("UBND các xã",)) == "leads"
