"""Every command and example of README and the guide is run: it ends as the page says, writes and prints what it shows.

A page is three to ten whole drafts and checks of a plan, so that some of these tests take a second or two.
"""

import io
import re
import shutil
from pathlib import Path

import click
import docx
import pytest
from docx.shared import Mm
from openpyxl import Workbook
from pydantic import TypeAdapter
from ruamel.yaml import YAML

import kegen
from kegen.cascade import listing
from kegen.cascade.province import units_of_province
from kegen.cli.shell import kegen as kegen_command
from kegen.profile.model import Profile
from kegen.shipped import templates_folder
from kegen.yaml_text.text import SourceText
from kegen.yaml_text.tree import parse_tree
from tests import guide

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROFILE = next(block.text for block in guide.blocks(README) if block.kind == "yaml")
PROVINCE = """\
directive: qd-534
unit: {level: tinh, name: Tuyên Quang}
signer: {position: CHỦ TỊCH, name: Trần Văn Thử}
number: 176
date: 04/5/2026
"""
LIST = [("Tên", "Loại", "Người ký"), ("Nhữ Khê", "xã", "Nguyễn Văn Thử"), ("Minh Xuân", "phường", None)]
START = {
    "README.md": {"ke-hoach.docx": "ke-hoach.docx", "176-KH-UBND.docx": "tinh.docx"},
    "bat-dau.md": {"ke-hoach-tinh.docx": "tinh.docx"},
    "kiem-tra.md": {"ke-hoach.docx": "le-rong.docx", "xa-minh.yaml": "xa-minh.yaml"},
    "ho-so-mau.md": {},
    "cap-tren.md": {"176-KH-UBND.docx": "tinh.docx"},
    "ca-tinh.md": {"tinh-tuyen-quang.yaml": "tinh.yaml", "danh-sach.xlsx": "danh-sach.xlsx"},
    "doi-chieu.md": {"tinh-minh.yaml": "tinh.yaml"},
    "so-sanh.md": {
        "ban-cu.docx": "ke-hoach.docx",
        "ban-moi.docx": "sua.docx",
        "xa-minh.yaml": "xa-minh.yaml",
        "xa-minh-sua.docx": "sua.docx",
    },
    "sua-trong-word.md": {"xa-minh.yaml": "xa-minh.yaml", "xa-minh.docx": "sua.docx"},
    "phan-cong.md": {"xa-minh.yaml": "xa-minh.yaml"},
    "trang-lam-viec.md": {},
    "mau-word.md": {"xa-minh.yaml": "xa-minh.yaml", "mau-cua-xa.docx": "mau.docx"},
    "bo-mau-rieng.md": {},
    "khi-co-loi.md": {},
}
"""The files that a page speaks of as there, and which of the kit each is."""


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A folder with every file that pages speak of."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / "xa-minh.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "tinh.yaml").write_text(PROVINCE, encoding="utf-8")
    table = Workbook()
    for row in LIST:
        table.active.append(row)
    table.save(folder / "danh-sach.xlsx")
    profile = folder / "xa-minh.yaml"
    (folder / "ke-hoach.docx").write_bytes(kegen.render(kegen.resolve(kegen.load(profile)), profile=profile.name))
    edit(folder / "ke-hoach.docx", widen).save(folder / "le-rong.docx")
    edit(folder / "ke-hoach.docx", reword).save(folder / "sua.docx")
    shutil.copy(DOCS / "vi-du" / "ke-hoach-tinh.docx", folder / "tinh.docx")
    shutil.copy(templates_folder() / "ke-hoach.docx", folder / "mau.docx")
    return folder


def edit(path, change):
    """Return the document with a change that somebody makes in Word."""
    document = docx.Document(path)
    change(document)
    return document


def widen(document):
    document.sections[0].top_margin = Mm(40)


def reword(document):
    run = next(run for each in document.paragraphs for run in each.runs if "họp không giấy tờ" in run.text)
    run.text = run.text.replace("họp không giấy tờ", "họp không dùng giấy")


def two_units(*facts):
    return tuple(each for each in units_of_province(*facts) if each.name in {"Nhữ Khê", "Minh Xuân"})


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Somebody in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(listing, "units_of_province", two_units)  # a whole province takes minutes of a core
    return guide.Reader(monkeypatch)


@pytest.mark.parametrize("name", START)
def test_a_page_does_what_it_says(name, reader, kit):
    for each, source in START[name].items():
        shutil.copy(kit / source, each)
    text = README if name == "README.md" else (DOCS / name).read_text(encoding="utf-8")
    reader.follow(text)


PAGES = {"README.md": README, **{path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}}
DEVELOPERS = {"architecture.md", "packages.md", "chi-phi.md"}
"""Pages that no officer is sent to; their commands are of the workshop."""


def test_every_page_with_commands_to_type_is_followed():
    typed = {name for name, text in PAGES.items() if any(block.kind == "sh" for block in guide.blocks(text))}
    assert typed - DEVELOPERS == START.keys()


def inline(text):
    """Return the words of each command that a page names within a line."""
    outside = guide.FENCE.sub("", text)
    return [guide.shlex.split(each) for each in re.findall(r"`(kegen [^`]+)`", outside)]


@pytest.mark.parametrize("name", sorted(PAGES.keys() - DEVELOPERS))
def test_a_command_named_within_a_line_is_one_with_such_options(name):
    context = click.Context(kegen_command, info_name="kegen", **kegen_command.context_settings)
    for words in inline(PAGES[name]):
        options = {each.partition("=")[0] for each in words[1:] if each.startswith("-")}
        command = kegen_command.get_command(context, words[1])
        if command is None:
            assert words[1] == "LỆNH" or options <= {"--help", "--version"}, words
            continue
        known = {form for each in command.get_params(click.Context(command, context)) for form in each.opts}
        assert options <= known, words


def test_a_command_that_is_not_there_is_seen():
    assert inline("a `kegen draft --final` b\n```sh\nkegen check\n```\n") == [["kegen", "draft", "--final"]]


def test_a_page_that_shows_what_is_not_printed_or_ends_otherwise_is_seen(reader):
    for wrong in ("```text\nkegen 9\n```\n", "<!-- run: exit 1 -->\n```sh\nkegen --version\n```\n", "```sh\nls\n```\n"):
        with pytest.raises(AssertionError):
            reader.follow(f"```sh\nkegen --version\n```\n{wrong}")
    with pytest.raises(AssertionError, match="did not write"):
        reader.follow("```sh\nkegen --version  # → a.docx\n```\n")
    with pytest.raises(AssertionError, match="where does this go"):
        reader.follow("```yaml\nnumber: 1\n```\n")
    reader.follow(f"```sh\nkegen --version\n```\n\n```text\nkegen {kegen.__version__}\n```\n")


@pytest.mark.parametrize(
    ("shown", "missing"),
    [("a\nb\n", ""), ("b\n…\nd\n", ""), ("…\nd\n", ""), ("a\nc\n", "a\nc\n"), ("c\n…\nb\n", "b\n"), ("bc\n", "bc\n")],
)
def test_what_is_shown_stands_in_its_order_in_what_is_printed(shown, missing):
    assert guide.lacking(shown, "a\nb\nc\nd\n") == missing


def test_the_page_of_commands_has_each_with_its_options_in_the_order_of_the_help():
    page = PAGES["lenh.md"]
    context = click.Context(kegen_command, info_name="kegen")
    names = kegen_command.list_commands(context)
    assert re.findall(r"^## kegen (.+)$", page, re.MULTILINE) == names
    for name, part in zip(names, re.split(r"^## .+$", page, flags=re.MULTILINE)[1:], strict=True):
        command = kegen_command.get_command(context, name)
        forms = [each.opts[-1] for each in command.params if isinstance(each, click.Option)]
        assert re.findall(r"^- `(--[\w-]+)", part, re.MULTILINE) == forms


def test_the_plan_that_the_guide_gives_is_what_its_profile_drafts():
    drafted = kegen.resolve(kegen.load(DOCS / "vi-du" / "ke-hoach-tinh.yaml"))
    given = [each.text for each in docx.Document(DOCS / "vi-du" / "ke-hoach-tinh.docx").paragraphs]
    made = [each.text for each in docx.Document(io.BytesIO(kegen.render(drafted))).paragraphs]
    assert given == made, "run: python docs/make_pictures.py"


GUIDE = sorted(START.keys() | {"index.md"})


def lines_of_a_profile(text):
    """Return the lines of a profile that a page names within a line: `annex: có`."""
    outside = guide.FENCE.sub("", text)
    found = re.findall(r"`((\w+): [^`]+)`", outside)
    return [(line, key) for line, key in found if key in Profile.model_fields]


@pytest.mark.parametrize("name", GUIDE)
def test_a_line_of_a_profile_named_within_a_line_can_be_typed(name):
    for line, key in lines_of_a_profile(PAGES[name]):
        value = parse_tree(SourceText("ví dụ", f"{line}\n")).plain()[key]
        assert TypeAdapter(Profile.model_fields[key].rebuild_annotation()).validate_python(value) is not None, line


def test_lines_of_a_profile_are_found():
    assert sum(len(lines_of_a_profile(PAGES[name])) for name in GUIDE) >= 6
    assert lines_of_a_profile("a `annex: có` b `khác: có` c `wording`") == [("annex: có", "annex")]


def named(nav):
    """Return the pages that a part of the navigation names."""
    if isinstance(nav, str):
        return [nav]
    return [page for each in (nav.values() if isinstance(nav, dict) else nav) for page in named(each)]


def test_the_navigation_of_the_site_has_every_page_for_officers_once():
    site = YAML(typ="safe").load(ROOT / "mkdocs.yml")
    assert sorted(named(site["nav"])) == sorted(PAGES.keys() - DEVELOPERS - {"README.md"})
