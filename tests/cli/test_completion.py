"""What Tab offers, by click's own protocol: commands, options, profiles, packs, ids; and the scripts that ask."""

import pytest
from click.shell_completion import get_completion_class

from kegen.cli.completion import SHELLS, VARIABLE
from kegen.cli.powershell import PowerShellCompletion
from kegen.cli.shell import kegen as whole
from kegen.cli.shell import run
from kegen.shipped import profiles_folder


def offered(*words):
    """Return what is offered for the last of the words, by value."""
    shell = get_completion_class("bash")(whole, {}, "kegen", VARIABLE)
    return {each.value: each for each in shell.get_completions(list(words[:-1]), words[-1])}


def is_of_files(found):
    return [each.type for each in found.values()] == ["file"]


def test_commands_are_offered_with_what_they_do():
    found = offered("d")
    assert set(found) == {"draft", "diff", "doctor"}
    assert found["draft"].help.startswith("Soạn kế hoạch")


def test_options_of_a_command_are_offered():
    assert {"--profile", "--parent", "--annotate"} <= set(offered("check", "--"))
    assert set(offered("check", "--se")) == {"--select"}


@pytest.mark.parametrize("words", [("lệnh-lạ", ""), ("lệnh-lạ", "--"), ("draft", "--lạ", "")])
def test_a_line_that_cannot_be_meant_breaks_nothing(words):
    offered(*words)


def test_choices_are_offered():
    assert set(offered("check", "--format", "")) == {"text", "json", "sarif"}


@pytest.mark.parametrize("command", ["draft", "resolve", "coverage", "tasks", "cascade", "check"])
def test_profiles_of_the_folder_are_offered_and_those_that_are_shipped(folder, command):
    (folder / "thư mục").mkdir()
    (folder / "thư mục" / "xa-b.yaml").touch()
    (folder / "ghi-chu.txt").touch()
    found = offered(command, "--profile", "")
    assert {"xa-a.yaml", *(path.name for path in profiles_folder().glob("*.yaml"))} == set(found)
    assert found["mau-xa.yaml"].help == "kèm theo kegen"
    assert set(offered(command, "--profile", "thư mục/")) == {"thư mục/xa-b.yaml"}


@pytest.mark.parametrize("begun", ["khac/", "/khong-co/x", "nam\0"])
def test_where_no_profile_begins_so_the_shell_offers_files(folder, begun):  # noqa: ARG001 - it is where one stands
    assert is_of_files(offered("draft", "--profile", begun))


@pytest.mark.parametrize(
    "words",
    [
        ("check", "ke"),
        ("import", ""),
        ("confirm", ""),
        ("diff", "a.yaml", ""),
        ("draft", "--template", ""),
        ("draft", "--output", ""),
        ("new", "--parent", ""),
        ("cascade", "--units", ""),
    ],
)
def test_files_are_left_to_the_shell(words):
    assert is_of_files(offered(*words))


def test_ids_of_rules_are_offered_on_a_list_too():
    assert set(offered("check", "--select", "page-")) == {"page-a4", "page-portrait"}
    assert set(offered("check", "--ignore", "so-zero,page-")) == {"so-zero,page-a4", "so-zero,page-portrait"}
    assert offered("rules", "page-a")["page-a4"].help == "Giấy khổ A4"


def test_ids_of_messages_and_rules_are_offered_to_explain():
    assert {"thieu", "thieu-cach"} <= set(offered("explain", "thieu"))
    assert set(offered("explain", "thieu", "page-a")) == {"page-a4"}


@pytest.mark.parametrize("command", ["new", "import"])
def test_packs_are_offered(command):
    assert set(offered(command, "--directive", "")) == {"chung", "qd-534"}


def test_shells_are_offered():
    assert set(offered("completion", "")) == set(SHELLS)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_with_how_to_install_it(kegen, shell):
    done = kegen("completion", shell)
    assert (done.code, done.err) == (0, "")
    assert "Cài một lần" in done.out
    assert f"kegen completion {shell}" in done.out
    assert f"{shell}_complete" in done.out
    assert "%(" not in done.out


@pytest.mark.parametrize(("word", "near"), [("powershel", "có phải là powershell?"), ("", "hãy chọn: powershell")])
def test_another_shell_is_told(kegen, word, near):
    done = kegen("completion", *([word] if word else []))
    assert (done.code, done.out) == (2, "")
    assert near in done.err


def answer(monkeypatch, capsysbinary, shell, words, begun):
    """Return what kegen prints to a shell that asks, as bytes."""
    monkeypatch.setenv(VARIABLE, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", begun)
    with pytest.raises(SystemExit) as ended:
        run([])
    assert ended.value.code == 0
    return capsysbinary.readouterr().out


def test_bash_is_answered(folder, monkeypatch, capsysbinary):  # noqa: ARG001 - it is where one stands
    assert answer(monkeypatch, capsysbinary, "bash", "kegen draft --profile xa", "3").startswith(b"plain,xa-a.yaml\n")
    assert answer(monkeypatch, capsysbinary, "bash", "kegen --version", "2").startswith(b"plain,import\n")


def test_powershell_is_answered_with_what_to_type_and_what_to_show(folder, monkeypatch, capsysbinary):
    (folder / "xã Nhữ Khê's.yaml").touch()
    lines = answer(monkeypatch, capsysbinary, "powershell", "kegen\ndraft\n--profile", "x").decode().splitlines()
    assert "xa-a.yaml\txa-a.yaml\txa-a.yaml" in lines
    assert "'xã Nhữ Khê''s.yaml'\txã Nhữ Khê's.yaml\txã Nhữ Khê's.yaml" in lines
    rules = answer(monkeypatch, capsysbinary, "powershell", "kegen\ncheck\nC:\\Hồ sơ\\a b.docx\n--select", "page-a")
    assert rules.decode() == "page-a4\tpage-a4\tGiấy khổ A4\n"


def test_powershell_offers_files_itself(monkeypatch, capsysbinary):
    assert answer(monkeypatch, capsysbinary, "powershell", "kegen\ncheck", "ke").strip() == b""


def test_powershell_takes_no_list_for_one_word():
    shell = PowerShellCompletion(whole, {}, "kegen", VARIABLE)
    (item,) = offered("check", "--select", "so-zero,page-a").values()
    assert shell.format_completion(item).startswith("'so-zero,page-a4'\t")
