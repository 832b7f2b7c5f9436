"""A draft says which one it is, and whether anybody has saved it since, in properties that office programs keep."""

import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from docx import Document

import kegen
from kegen.docx.identity import identity_of
from kegen.identity import Identity, is_as_drafted, is_draft
from kegen.output.guard import EditedDraft, Outcome, save
from kegen.output.seal import is_untouched, seal, seal_copy
from kegen.shipped import profiles_folder, templates_folder
from kegen.template.render import render

from .plans import good_plan, replace, with_text
from .test_marks import round_trip

VALIDATOR = os.environ.get("KEGEN_OOXML_VALIDATOR", "")
NHU_KHE = Identity("xa", "Nhữ Khê", "Tuyên Quang", "qd-534", "hồ sơ & <xã>.yaml")
OWN = (
    '<?xml version="1.0"?><c:Properties xmlns:c="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:v="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<c:property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Mã mẫu"><v:lpwstr>{{ MX-01 }}</v:lpwstr>'
    "</c:property></c:Properties>"
)
OVERRIDE = (
    '<Override PartName="/docProps/custom.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
)
LINK = (
    '<Relationship Id="rId9" Target="docProps/custom.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/custom-properties"/></Relationships>'
)


def nhu_khe():
    return render(kegen.resolve(kegen.load(profiles_folder() / "xa-nhu-khe.yaml")), profile=NHU_KHE.profile)


def saved_by_somebody(data, text="Sửa một chữ"):
    document, memory = Document(io.BytesIO(data)), io.BytesIO()
    document.paragraphs[5].text = text
    document.save(memory)
    return memory.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def with_own_properties(tmp_path):
    target = tmp_path / "mau.docx"
    with zipfile.ZipFile(templates_folder() / "ke-hoach.docx") as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace("</Types>", OVERRIDE) if name == "[Content_Types].xml" else text
            copy.writestr(name, text.replace("</Relationships>", LINK) if name == "_rels/.rels" else text)
        copy.writestr("docProps/custom.xml", OWN)
    return target


def test_a_draft_says_which_it_is_and_that_nobody_saved_it():
    draft = nhu_khe()
    assert identity_of(draft) == NHU_KHE
    assert is_as_drafted(draft)
    assert nhu_khe() == draft


def test_what_is_made_of_no_file_has_nothing_that_a_pull_needs():
    plain = render(good_plan())
    assert (identity_of(plain), is_as_drafted(plain), is_draft(plain)) == (None, False, False)
    assert not any(b"_kg_" in data for data in parts_of(plain).values())


def test_an_edited_draft_still_says_which_it_is():
    edited = saved_by_somebody(nhu_khe())
    assert identity_of(edited) == NHU_KHE
    assert is_draft(edited)
    assert not is_as_drafted(edited)


@pytest.mark.parametrize("at", [200, 5000, 12_000])
def test_any_byte_of_a_part_that_changes_is_seen(at):
    draft = bytearray(nhu_khe())
    draft[at] ^= 1
    assert not is_as_drafted(bytes(draft))


def test_what_is_put_behind_the_archive_is_seen():
    assert not is_as_drafted(nhu_khe() + b"x")


def test_a_property_that_changes_is_seen():
    draft, memory = nhu_khe(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft)) as old, zipfile.ZipFile(memory, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace("Nhữ Khê</vt".encode(), "Gia Kiệm</vt".encode()))
    assert identity_of(memory.getvalue()).unit == "Gia Kiệm"
    assert not is_as_drafted(memory.getvalue())


def test_what_is_no_draft_has_no_identity(with_own_properties):
    for data in (b"", b"PK", b"a text", (templates_folder() / "ke-hoach.docx").read_bytes(), OWN.encode()):
        assert (identity_of(data), is_as_drafted(data), is_draft(data)) == (None, False, False)
    own = with_own_properties.read_bytes()
    assert (identity_of(own), is_as_drafted(own), is_draft(own)) == (None, False, False)


def test_a_template_keeps_properties_of_its_own(with_own_properties):
    draft = render(good_plan(), with_own_properties, profile="xa.yaml")
    assert identity_of(draft).profile == "xa.yaml"
    assert is_as_drafted(draft)
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        text = archive.read("docProps/custom.xml").decode()
        assert archive.read("[Content_Types].xml").count(b"custom-properties") == 1
    assert ">{{ MX-01 }}<" in text
    numbers = [each.split('"')[0] for each in text.split('pid="')[1:]]
    assert numbers == [str(at) for at in range(2, 2 + len(numbers))]


def test_a_draft_made_a_template_says_only_what_the_new_draft_is(tmp_path, with_own_properties):
    form = tmp_path / "tu-ban-soan.docx"
    document = Document(io.BytesIO(render(good_plan(), with_own_properties, profile="cu.yaml")))
    document.save(form)
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(templates_folder() / "ke-hoach.docx") as tags:
        parts = {name: old.read(name) for name in old.namelist()} | {
            name: tags.read(name) for name in tags.namelist() if name.startswith("word/")
        }
        parts["[Content_Types].xml"] = tags.read("[Content_Types].xml").replace(b"</Types>", OVERRIDE.encode())
    with zipfile.ZipFile(form, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    draft = render(good_plan(), form, profile="moi.yaml")
    assert identity_of(draft).profile == "moi.yaml"
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        text = archive.read("docProps/custom.xml").decode()
    assert text.count('"kegen-dau-niem"') == 1
    assert "MX-01" in text


def test_a_draft_is_saved_as_it_is_and_makes_way_for_the_next(tmp_path):
    path = tmp_path / "xa.docx"
    save(path, render(good_plan(), profile=NHU_KHE.profile))
    assert path.read_bytes() == render(good_plan(), profile=NHU_KHE.profile)
    assert save(path, render(with_text("thêm"), profile=NHU_KHE.profile)).outcome is Outcome.REDRAFTED


def test_a_draft_of_old_makes_way_and_an_edited_one_does_not(tmp_path):
    path = tmp_path / "xa.docx"
    path.write_bytes(seal((templates_folder() / "ke-hoach.docx").read_bytes()))
    assert is_untouched(path.read_bytes())
    assert save(path, render(good_plan(), profile=NHU_KHE.profile)).outcome is Outcome.REDRAFTED
    mine = saved_by_somebody(path.read_bytes())
    path.write_bytes(mine)
    with pytest.raises(EditedDraft, match="bản soạn đã được sửa"):
        save(path, render(good_plan(), profile=NHU_KHE.profile))
    assert path.read_bytes() == mine


def test_a_copy_of_a_draft_is_a_copy(tmp_path):
    path = tmp_path / "xa.docx"
    path.write_bytes(seal_copy(saved_by_somebody(nhu_khe()), [b"source"]))
    with pytest.raises(Exception, match="bản sao"):
        save(path, nhu_khe())


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("kinds", [("docx",), ("odt", "docx")], ids="-".join)
def test_libreoffice_keeps_the_identity_and_not_the_fingerprint(tmp_path, kinds):
    file = tmp_path / "xa.docx"
    file.write_bytes(nhu_khe())
    saved = round_trip(file, tmp_path, *kinds)
    assert identity_of(saved) == NHU_KHE
    assert (is_draft(saved), is_as_drafted(saved)) == (True, False)


@pytest.mark.validator
@pytest.mark.skipif(not VALIDATOR, reason="KEGEN_OOXML_VALIDATOR không đặt")
def test_the_validator_finds_no_error_beside_properties_of_a_template(tmp_path, with_own_properties):
    file = tmp_path / "draft.docx"
    file.write_bytes(
        render(replace(good_plan(), unit_name="Xã & <Gia Kiệm>"), with_own_properties, profile=NHU_KHE.profile)
    )
    done = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
