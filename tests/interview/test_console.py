"""Questions at a terminal: what Enter takes, what explains, going back, leaving open, stopping."""

import click
import pytest
from click.testing import CliRunner

from kegen.interview.console import Console
from kegen.interview.question import Ambiguous, Choice, Move, Question, go_through
from kegen.interview.unattended import Unattended
from kegen.problem import KegenError

NAME = Question("name", "Tên?", "Tên của đơn vị.", "Nhữ Khê")
LEAD = Question("lead", "Ai chủ trì?", "Cơ quan được giao.", guess="Sở Y tế", quote=("“Việc một.”", "(trang 1)"))
CHOICES = (Choice("a", "của cả tỉnh"), Choice("b", "của từng xã"))
SCOPE = Question("scope", "Của ai?", choices=CHOICES, only_choices=True)


def asked(typed, *questions, given=None):
    """Return what an interview comes to when somebody types those lines, and what was printed."""

    @click.command()
    def command():
        steps = [lambda _answers, each=each: each for each in questions]
        found.append(go_through(steps, Console(click.echo, given)))

    found = []
    result = CliRunner().invoke(command, input="".join(f"{line}\n" for line in typed))
    return (found[0] if found else None), result.output


def test_an_answer_is_taken_as_typed_with_single_blanks():
    assert asked(["  Nhữ   Khê "], NAME)[0].answers == {"name": "Nhữ Khê"}


def test_enter_takes_a_guess_that_was_shown_as_one():
    interview, printed = asked([""], LEAD)
    assert interview.answers == {"lead": "Sở Y tế"}
    assert "kegen đoán: Sở Y tế (Enter nếu đúng)" in printed
    assert "“Việc một.”" in printed


def test_enter_leaves_open_what_has_no_guess():
    interview, printed = asked([""], NAME)
    assert interview.answers == {"name": ""}
    assert "Enter: để ngỏ" in printed


def test_a_guess_can_be_left_open():
    assert asked(["bỏ qua"], LEAD)[0].answers == {"lead": ""}


def test_a_question_mark_explains_and_asks_again():
    interview, printed = asked(["?", "Sở Y tế"], LEAD)
    assert "Cơ quan được giao." in printed
    assert interview.answers == {"lead": "Sở Y tế"}


def test_going_back_asks_the_former_question_anew():
    interview, _ = asked(["Một", "<", "Hai", "Sở Nội vụ"], NAME, LEAD)
    assert interview.answers == {"name": "Hai", "lead": "Sở Nội vụ"}


def test_before_the_first_question_there_is_none():
    interview, printed = asked(["<", "Một"], NAME)
    assert "không lùi được nữa" in printed
    assert interview.answers == {"name": "Một"}


def test_who_stops_keeps_what_was_answered():
    interview, _ = asked(["Một", "dừng"], NAME, LEAD)
    assert interview == ({"name": "Một"}, True)


@pytest.mark.parametrize("typed", ["2", "của từng xã", "CUA TUNG XA", "b"])
def test_a_choice_is_named_by_number_by_words_or_by_itself(typed):
    assert asked([typed], SCOPE)[0].answers == {"scope": "b"}


def test_what_is_no_choice_is_told_and_asked_again():
    interview, printed = asked(["c", "1"], SCOPE)
    assert "không có trong các lựa chọn" in printed
    assert interview.answers == {"scope": "a"}


def test_what_can_mean_several_things_is_to_be_chosen():
    def check(text):
        if text == "Tân An":
            raise Ambiguous("hai nơi", ["xã Tân An", "phường Tân An"])
        return text

    interview, printed = asked(["Tân An", "2"], NAME._replace(check=check))
    assert "1. xã Tân An" in printed
    assert interview.answers == {"name": "phường Tân An"}


def test_what_the_command_line_gives_is_not_asked():
    interview, printed = asked(["Sở Nội vụ"], NAME, LEAD, given={"name": "Một"})
    assert interview.answers == {"name": "Một", "lead": "Sở Nội vụ"}
    assert "Tên?" not in printed


def test_unattended_a_guess_is_not_taken_but_what_is_usual_is():
    assert Unattended({}).ask(LEAD, 1) == ""
    assert Unattended({}).ask(LEAD._replace(is_sure=True), 1) == "Sở Y tế"


def test_unattended_what_is_needed_and_missing_is_told_with_its_option():
    with pytest.raises(KegenError, match="thiếu --name"):
        Unattended({}).ask(NAME._replace(may_stay_open=False), 1)


def test_unattended_a_wrong_value_is_told_with_its_option():
    with pytest.raises(KegenError, match="--scope: “c” không có"):
        Unattended({"scope": "c"}).ask(SCOPE, 1)


def test_nothing_can_be_gone_back_from_unattended():
    assert not isinstance(Unattended({"name": "<"}).ask(NAME, 1), Move)
