"""What changed between two plans: each thing once, by what it is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kegen
from kegen.compare.change import Change, Piece, change_records, pieces_of
from kegen.compare.compare import compare, compare_contents
from kegen.compare.content import ContentLine, content_of_plan
from kegen.compare.match import match, moved
from kegen.compare.of_document import content_of_document
from kegen.compare.text import change_lines
from kegen.plan.model import Annex, Column, Covered, LeftOut, Link, Note, Order, Paragraph, Table, TableRow
from kegen.plan.task_table import TASK_COLUMNS, task_cells, task_table
from kegen.profile.read import find_profile
from kegen.shipped import profiles_folder
from tests.annexes import table_of_tasks, with_rows

PROFILES = sorted(path.name for path in profiles_folder().glob("*.yaml"))


def plan_of(name):
    return kegen.resolve(kegen.load(find_profile(name)))


@pytest.fixture(scope="module")
def plan():
    return plan_of("phuong-le-chan")


def told(old, new):
    return [(each.kind, each.subject, each.id) for each in compare(old, new)]


def with_task(plan, id_, **facts):
    """Return the plan with other facts of one task, in its table too."""
    tasks = tuple(each._replace(**facts) if each.id == id_ else each for each in plan.tasks)
    return with_rows(plan._replace(tasks=tasks), task_table(table_of_tasks(plan).columns, tasks).rows)


def with_body(plan, change):
    return plan._replace(body=tuple(change(list(plan.body))))


def index_of(plan, id_):
    return next(index for index, each in enumerate(plan.body) if each.id == id_)


@pytest.mark.parametrize("name", PROFILES)
def test_a_plan_is_no_other_than_itself(name):
    plan = plan_of(name)
    assert compare(plan, plan) == ()


@pytest.mark.parametrize("name", PROFILES)
def test_a_draft_says_what_its_profile_says(name):
    plan = plan_of(name)
    draft = content_of_document(kegen.render(plan), name)
    assert compare_contents(content_of_plan(plan), draft) == ()
    assert compare_contents(draft, content_of_plan(plan)) == ()


@pytest.mark.parametrize(
    ("facts", "subject"),
    [
        ({"lead": "Công an phường"}, "lead"),
        ({"helpers": ("Công an phường",)}, "helpers"),
        ({"deadline": "10/7/2026"}, "deadline"),
        ({"product": "Báo cáo tháng"}, "product"),
        ({"target": "so-hoa"}, "task-target"),
    ],
)
def test_a_fact_of_a_task_that_changed_is_told_with_its_task(plan, facts, subject):
    changes = compare(plan, with_task(plan, "hh-quy-che", **facts))
    assert [(each.subject, each.id) for each in changes] == [(subject, "hh-quy-che")]
    assert changes[0].where.startswith("II.4. ")


def test_words_that_changed_are_told_once_with_what_stayed(plan):
    index = index_of(plan, "hh-lich-hop")
    words = plan.body[index].text.replace("trùng lặp", "chồng chéo")
    new = with_body(
        with_task(plan, "hh-lich-hop", wording=words.removeprefix("b) ")),
        lambda body: [*body[:index], body[index]._replace(text=words), *body[index + 1 :]],
    )
    (change,) = compare(plan, new)
    assert (change.kind, change.subject, change.id) == ("changed", "task", "hh-lich-hop")
    assert [each for each in change.pieces if each.how != "same"] == [
        Piece("removed", " trùng lặp"),
        Piece("added", " chồng chéo"),
    ]


def test_a_task_that_is_gone_is_told_with_the_reason(plan):
    index = index_of(plan, "hh-lich-hop")
    new = with_body(plan, lambda body: [*body[:index], *body[index + 1 :]])._replace(
        tasks=tuple(each for each in plan.tasks if each.id != "hh-lich-hop"),
        left_out=(*plan.left_out, LeftOut("hh-lich-hop", "", "Đã có lịch")),
    )
    (change,) = compare(plan, new)
    assert (change.kind, change.subject, change.id, change.reason) == ("removed", "task", "hh-lich-hop", "Đã có lịch")
    (back,) = compare(new, plan)
    assert (back.kind, back.subject, back.id, back.reason) == ("added", "task", "hh-lich-hop", "")


def test_what_changed_places_is_moved_and_not_reworded(plan):
    one, other = index_of(plan, "hh-quy-che"), index_of(plan, "hh-lich-hop")

    def swapped(body):
        body[one], body[other] = body[other], body[one]
        return body

    (change,) = compare(plan, with_body(plan, swapped))
    assert change.kind == "moved"
    assert {change.old, change.new} == {"thứ 1", "thứ 2"}


def test_what_stands_under_another_heading_is_moved(plan):
    index = index_of(plan, "hh-lich-hop")
    target = index_of(plan, "pt-chuc-nang")

    def carried(body):
        body.insert(target, body[index])
        del body[index]
        return body

    (change,) = compare(plan, with_body(plan, carried))
    assert (change.kind, change.id) == ("moved", "hh-lich-hop")
    assert change.pieces == (Piece("same", plan.body[index].text.partition(" ")[2]),)
    assert change.old.startswith("II.4. ")
    assert change.new.startswith("II.5. ")


def test_a_new_number_before_the_same_words_is_no_change(plan):
    def renumbered(body):
        return [each._replace(text=each.text.replace("II. ", "III. ", 1)) for each in body]

    assert compare(plan, with_body(plan, renumbered)) == ()


def test_targets_and_the_documents_above_are_compared(plan):
    first, *rest = plan.targets
    new = plan._replace(targets=(first._replace(value="99"), *rest))
    (change,) = compare(plan, new)
    assert (change.subject, change.id, change.new) == ("target", first.id, f"{first.name}: {first.comparison} 99%")
    link = Link("cap-tren", "Kế hoạch", "150/KH-UBND", "2026-05-01", "UBND thành phố", "về việc này")
    chain = (*plan.standing.chain[:-1], link)
    (change,) = compare(plan, plan._replace(standing=plan.standing._replace(chain=chain)))
    assert (change.subject, change.id) == ("chain", "cap-tren")
    assert change.new == "Kế hoạch số 150/KH-UBND ngày 01/5/2026 của UBND thành phố về việc này"


def test_what_becomes_of_orders_of_the_plan_above_is_compared(plan):
    order = Order("task", "tt-quan-triet", "Quán triệt", "UBND cấp xã", "leads", "Quý II năm 2026", "", "")
    old = plan._replace(coverage=(Covered(order, "taken"),))
    new = plan._replace(coverage=(Covered(order._replace(deadline="10/5/2026"), "open"),))
    (change,) = compare(old, new)
    assert (change.subject, change.id) == ("order", "task:tt-quan-triet")
    assert change.old == "đã nhận: Quán triệt [UBND cấp xã; hạn: Quý II năm 2026]"
    assert change.new == "còn bỏ ngỏ: Quán triệt [UBND cấp xã; hạn: 10/5/2026]"
    assert compare(plan, new) == (), "a plan above known by its facts alone gives no orders"


def test_head_recipients_signature_notes_and_annex_are_compared(plan):
    new = plan._replace(
        title=plan.title + " năm 2026",
        header=plan.header._replace(number="Số: 15/KH-UBND"),
        recipients=("- Công an phường;", *plan.recipients),
        signature=plan.signature._replace(name="Trần Thị B"),
        closing=(plan.closing[0]._replace(notes=(Note(3, "Chú thích mới"),)), *plan.closing[1:]),
        annexes=(),
    )
    assert {(kind, subject) for kind, subject, _ in told(plan, new)} == {
        ("changed", "title"),
        ("changed", "number"),
        ("added", "recipient"),
        ("changed", "signature"),
        ("added", "note"),
        ("removed", "annex"),
    }


def test_a_table_of_tasks_in_a_word_file_is_compared_row_by_row(plan):
    rows = tuple(
        each._replace(cells=("2", "Việc hoàn toàn khác hẳn", *each.cells[2:4], "Quý III năm 2026", each.cells[5]))
        if at == 2
        else each._replace(cells=(*each.cells[:4], "Quý III năm 2026", each.cells[5]))
        if at == 1
        else each
        for at, each in enumerate(table_of_tasks(plan).rows, 1)
    )
    old, new = (content_of_document(kegen.render(each), "a.docx") for each in (plan, with_rows(plan, rows)))
    changes = compare_contents(old, new)
    assert [(each.kind, each.subject) for each in changes] == [
        ("changed", "deadline"),
        ("added", "task"),
        ("removed", "task"),
    ]
    assert changes[0].where == rows[0].cells[1]


def test_capitals_and_tones_are_words_too():
    assert [each.how for each in pieces_of("hằng năm", "Hàng năm")] == ["removed", "added", "same"]


words = st.lists(st.sampled_from(["một", "hai", "ba", "bốn,", "năm.", "(sáu)", "7/8", "%", "“chín”"]), max_size=30).map(
    " ".join
)


@given(words, words)
def test_pieces_give_both_texts_back(old, new):
    pieces = pieces_of(old, new)
    assert "".join(each.text for each in pieces if each.how != "removed").strip() == new.strip()
    plain = "".join(each.text for each in pieces if each.how != "added")
    assert "".join(plain.split()) == "".join(old.split())


@given(st.permutations(range(12)))
def test_as_few_as_can_be_are_told_to_have_moved(order):
    kept = [place for index, place in enumerate(order) if index not in moved(order)]
    assert kept == sorted(kept)
    longest = max(_rising(order))
    assert len(kept) == longest


def _rising(order):
    lengths = []
    for index, place in enumerate(order):
        lengths.append(1 + max((lengths[k] for k in range(index) if order[k] < place), default=0))
    return lengths


@given(st.lists(words, max_size=12), st.lists(words, max_size=12))
def test_every_entry_is_matched_once_or_told(old, new):
    found = match([ContentLine("", "item", each) for each in old], [ContentLine("", "item", each) for each in new])
    assert sorted([i for i, _ in found.pairs] + list(found.removed)) == list(range(len(old)))
    assert sorted([j for _, j in found.pairs] + list(found.added)) == list(range(len(new)))


def test_shuffled_and_reworded_items_find_their_own():
    chance = random.Random(4)
    old = [
        ContentLine("", "item", " ".join(chance.choice("abcdefghijklmnop") * 3 + str(i) for _ in range(20)))
        for i in range(30)
    ]
    new = [each._replace(text=each.text + " thêm mấy chữ") for each in old]
    order = list(range(30))
    chance.shuffle(order)
    assert match(old, [new[k] for k in order]).pairs == tuple((k, order.index(k)) for k in range(30))


def test_the_report_quotes_only_the_words_that_changed():
    change = Change(
        "changed",
        "task",
        "viec-a",
        "II.1. Mục",
        "a b c d cũ e",
        "a b c d mới e",
        pieces_of("a b c d cũ e", "a b c d mới e"),
    )
    text = "\n".join(change_lines([change]))
    assert text.splitlines()[0] == "1 thay đổi (1 sửa)."
    assert "  - [viec-a] II.1. Mục: sửa nhiệm vụ: “cũ” → “mới” (sau “a b c d”)" in text


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("10/5/2026", "10/6/2026", "(muộn hơn)"),
        ("10/5/2026", "Quý I/2026", "(sớm hơn)"),
        ("10/5/2026", "Kịp thời", "”"),
    ],
)
def test_the_report_tells_a_later_deadline(old, new, word):
    change = Change("changed", "deadline", "viec-a", "", old, new, pieces_of(old, new))
    assert list(change_lines([change]))[-1].endswith(word)


def test_a_fact_that_changed_alike_in_many_tasks_is_told_once():
    changes = [Change("changed", "lead", f"viec-{n}", "", "Phòng A", "Phòng B") for n in range(4)]
    lines = list(change_lines(changes))
    assert lines[-1] == "  - chủ trì: “Phòng A” → “Phòng B”, ở 4 nhiệm vụ: viec-0, viec-1, viec-2, viec-3"


def test_nothing_is_told_of_nothing():
    assert list(change_lines([])) == ["Không có gì thay đổi về nội dung."]


def test_records_have_all_of_a_change(plan):
    changes = compare(plan, plan._replace(title="Tên khác"))
    (record,) = change_records(changes)
    assert set(record) == set(Change._fields)
    assert record["pieces"][0].keys() == {"how", "text"}


def with_table(plan, *rows):
    """Return the plan with a table of its own in the body and another in a second annex."""
    table = Table((Column("Chỉ tiêu"), Column("Mức")), tuple(map(TableRow, rows)))
    block = Paragraph("bang", "", table=table)
    annex = Annex("Phụ lục II", "CHỈ TIÊU", "(Kèm theo Kế hoạch)", (Paragraph("doan", "Một câu riêng."), block), "doc")
    return plan._replace(body=(*plan.body, block), annexes=(*plan.annexes, annex))


def test_rows_of_other_tables_and_paragraphs_of_annexes_are_compared(plan):
    old, new = with_table(plan, ("Họp", "10%"), ("Hồ sơ", "60%")), with_table(plan, ("Họp", "15%"), ("Hồ sơ", "60%"))
    changes = compare(old, new)
    assert {(each.kind, each.old, each.new) for each in changes} == {("changed", "Họp | 10%", "Họp | 15%")}
    assert ("added", "item", "Một câu riêng.") in {(each.kind, each.subject, each.new) for each in compare(plan, old)}


def test_a_plan_with_tables_of_its_own_and_its_draft_are_alike(plan):
    own = with_table(plan, ("Họp", "10%"), ("Hồ sơ", "60%"))
    assert compare_contents(content_of_plan(own), content_of_document(kegen.render(own), "a.docx")) == compare_contents(
        content_of_plan(plan), content_of_document(kegen.render(plan), "a.docx")
    )


def with_own_cells(plan, product, money):
    """Return the plan with an annex that has one task's row: with a product of its own, and money beside it."""
    columns = (TASK_COLUMNS["nhiem-vu"], TASK_COLUMNS["chu-tri"], TASK_COLUMNS["san-pham"], Column("Kinh phí"))
    words, lead, usual, _ = task_cells(columns, plan.tasks[0], 1)
    row = TableRow((words, lead, product or usual, money), plan.tasks[0].id)
    block = Paragraph("bang", "", table=Table(columns, (row,)))
    return plan._replace(annexes=(Annex("Phụ lục", "BẢNG", "", (block,)),))


@pytest.mark.parametrize(
    ("product", "money", "texts"),
    [
        ("Báo cáo tháng", "5 triệu", ("Sản phẩm: Báo cáo tuần", "Sản phẩm: Báo cáo tháng")),
        ("Báo cáo tuần", "9 triệu", ("Kinh phí: 5 triệu", "Kinh phí: 9 triệu")),
    ],
)
def test_cells_of_its_own_in_the_row_of_a_task_are_compared(product, money, texts, plan):
    (change,) = compare(with_own_cells(plan, "Báo cáo tuần", "5 triệu"), with_own_cells(plan, product, money))
    assert (change.kind, change.subject, change.old, change.new) == ("changed", "other", *texts)
    assert change.where == (plan.tasks[0].brief or plan.tasks[0].wording)


def test_a_row_that_says_what_its_task_says_tells_nothing_of_its_own(plan):
    (task, *rest) = plan.tasks
    new = plan._replace(tasks=(task._replace(product="Sản phẩm khác"), *rest))
    changes = compare(with_own_cells(plan, "", ""), with_own_cells(new, "", ""))
    assert [each.subject for each in changes] == ["product"]
