"""Tables of tasks: what their columns give, which rows are tasks, which the body orders already."""

from tests.importing.bodies import annex, facts

TITLES = (
    "STT",
    "Nhiệm vụ",
    "Sản phẩm",
    "Thời gian hoàn thành",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Theo dõi, đôn đốc",
)
BODY = ("**II. NHIỆM VỤ", "- Lập bản đồ ngập lụt của các xã ven sông trên toàn tỉnh.", "- Diễn tập sơ tán dân.")
MAP = (
    "1",
    "Lập bản đồ ngập lụt của các xã ven sông trên toàn tỉnh",
    "Bản đồ",
    "Quý II/2026",
    "Sở Xây dựng; UBND các xã",
    "Công an tỉnh",
    "Sở Nội vụ",
)


def test_a_row_that_the_body_orders_is_the_same_task():
    made = facts(*BODY, annexes=(annex(TITLES, MAP),))
    task = made.tasks[0]
    assert len(made.tasks) == 2
    assert (task.lead, task.also_lead, task.helpers) == ("Sở Xây dựng", ("UBND các xã",), ("Công an tỉnh",))
    assert (task.deadline, task.product, task.watcher) == ("Quý II/2026", "Bản đồ", "Sở Nội vụ")
    assert {each.how for each in task.read} == {"cot"}
    assert task.read[0].place == "phụ lục 1, dòng 1, cột 5"
    assert made.annexes[0].blocks[0].table.rows[0].task == task.id


def test_a_row_of_its_own_is_a_task_with_the_id_of_the_row():
    row = ("2", "Mua xuồng cứu hộ cho các đội xung kích", "Xuồng", "Theo quy định", "Sở Tài chính", "", "")
    made = facts(*BODY, annexes=(annex(TITLES, MAP, row),))
    own = made.tasks[-1]
    assert (own.id, own.lead, own.product) == ("phu-luc-1-dong-2", "Sở Tài chính", "Xuồng")
    assert made.annexes[0].blocks[0].table.rows[1].task == own.id
    assert [each.of for each in made.asks if each.kind == "thoi-han"] == [own.id]


def test_group_rows_and_numbers_of_columns_are_no_tasks():
    cells = (
        ("", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("I", "Phòng ngừa", "", "", "", "", ""),
        MAP,
        ("TỔNG HỢP",),
    )
    made = facts(*BODY, annexes=(annex(TITLES, *cells, spans=((3, (7,)),)),))
    assert [row.task for row in made.annexes[0].blocks[0].table.rows] == ["", "", made.tasks[0].id, ""]


def test_a_row_whose_task_goes_on_from_above_is_an_order_of_its_own():
    more = ("", "", "Bản đồ của xã", "Quý III/2026", "UBND các xã", "", "")
    made = facts(*BODY, annexes=(annex(TITLES, MAP, more),))
    assert [(each.lead, each.deadline) for each in made.tasks][-1] == ("UBND các xã", "Quý III/2026")


def test_a_cell_that_sends_elsewhere_names_nobody_and_is_asked():
    row = ("1", "Thực hiện Đề án trồng cây xanh đô thị năm 2026", "", "", "Theo phân công tại Đề án", "", "")
    made = facts("**I. NHIỆM VỤ", annexes=(annex(TITLES, row),))
    assert made.tasks[0].lead == ""
    assert [each.kind for each in made.asks if each.of == made.tasks[0].id] == ["chu-tri"]


def test_one_column_may_say_who_leads_and_who_helps():
    titles = ("TT", "Nội dung công việc", "Cơ quan chủ trì, phối hợp", "Thời hạn")
    row = (
        "1",
        "Xây dựng phần mềm tra cứu quy hoạch",
        "Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính, Công an tỉnh",
        "30/9/2026",
    )
    task = facts("**I. NHIỆM VỤ", annexes=(annex(titles, row),)).tasks[0]
    assert (task.lead, task.helpers) == ("Sở Xây dựng", ("Sở Tài chính", "Công an tỉnh"))


def test_a_table_of_data_has_no_tasks():
    assert facts("**I. NHIỆM VỤ", annexes=(annex(("TT", "Xã", "Diện tích"), ("1", "Xã Hoa Sen", "20")),)).tasks == ()


def test_a_table_of_the_body_is_an_annex_without_label():
    assert facts("**I. NHIỆM VỤ", annexes=(annex(TITLES, MAP, label=""),)).tasks[0].id == "bang-1-dong-1"


def test_a_vague_cell_does_not_take_the_place_of_a_date_in_the_sentence():
    body = ("**I. NHIỆM VỤ", "- Lập bản đồ ngập lụt của các xã ven sông trước ngày 30/6/2026.")
    row = ("1", "Lập bản đồ ngập lụt của các xã ven sông", "", "Theo kế hoạch", "Sở Xây dựng", "", "")
    assert facts(*body, annexes=(annex(TITLES, row),)).tasks[0].deadline == "trước ngày 30/6/2026"
