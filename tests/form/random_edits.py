"""Random edits of a form, and what each may change: told by the profile's content and lines, not by how it is done."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kegen.form.edit import (
    AddRecipient,
    AddSection,
    AddTask,
    ClearField,
    DropRecipient,
    MoveItem,
    Omit,
    RemoveItem,
    SetField,
    Take,
    read_edit,
)
from kegen.form.form import make_form
from kegen.form.opened import open_profile
from kegen.profile.model import Profile
from kegen.yaml_text.change import typed
from kegen.yaml_text.fit import read_record
from kegen.yaml_text.text import decode_text
from kegen.yaml_text.tree import parse_tree

_TABLED = 0.6
"""How many of the profiles get annexes."""
WORDS = (
    "Phòng Y tế",
    "114",
    "03/6/2026",
    "Lưu ý: có dấu hai chấm # và dấu thăng",
    "Rà soát, bổ sung quy chế làm việc, bảo đảm rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.",
    "đọc “trong ngoặc” rồi 'đơn' và \"kép\"",
    "- gạch đầu dòng",
    "{{ tên }} và [1], {2}",
    "&neo *bí-danh !thẻ %lệnh @a",
    "có",
    "null",
    "<script>alert(1)</script>",
    "gạch \\ chéo",
)


TABLES = """\
annexes:
  - title: Danh mục chỉ tiêu   # do Văn phòng lập
    label: Phụ lục I
    columns: [stt, Nội dung, {title: Mức, width: "30"}, Cơ quan]
    heads:
      - ["", Chung, Chung, ""]
    rows:
      - Nhóm thứ nhất
      - ["1", Hồ sơ trực tuyến, "70%", Phòng Kinh tế]   # theo chỉ tiêu
      - {task: hh-lich-hop, cells: {Mức: "1", Nội dung: "Họp: gọn"}}
      - {wide: [Tổng cộng, "71"], spans: [3, 1]}
      - - ""
        - "Nhiều dòng, có dấu phẩy"
        - "^"
        - Văn phòng
    above:
      - Áp dụng từ Quý III.
      - columns: [Việc, Mức]
        rows: [[Một, "1"]]
    below: [Số liệu đến 30/4/2026.]
  - title: Phân công
  - {title: Chỉ có chữ, above: [Một câu., Hai câu.]}
"""
"""Annexes of all kinds, which no shipped profile has."""


class Tried(NamedTuple):
    """A random edit, and the paths under which it may change the profile."""

    edit: object
    under: tuple


class Chosen(NamedTuple):
    """A part of a form that is to be edited, in which words."""

    random: object
    part: object
    content: object
    words: str


def random_edit(random, data, path):
    """Return an edit that the form of the profile allows, of any kind it has."""
    form = make_form(open_profile(data, path))
    content = parse_tree(decode_text(data, str(path))).plain()
    parts = [part for part in form.walk() if part.path or part.fields]
    made = None
    while made is None:
        made = _of_part(random, random.choice(parts), content)
    return made


def _of_part(random, part, content):
    kinds = [*part.actions, *(["set"] * 3 + ["clear"] if part.fields else [])]
    kinds += [*(["offer"] if part.offers else []), *(["add"] if part.adds else [])]
    kind = random.choice(kinds) if kinds else None
    if kind == "offer":
        edit = random.choice(part.offers).edit
        return Tried(edit, _around(edit.path))
    if kind == "add":
        return _added(random, random.choice(part.adds))
    if kind in ("set", "clear"):
        return _of_field(random, kind, random.choice(part.fields))
    return _ACTIONS[kind](Chosen(random, part, content, random.choice(WORDS))) if kind else None


def _omit(one):
    return Tried(Omit(one.part.path[0], one.part.id, one.words, sure=True), (one.part.path,))


def _take(one):
    return Tried(Take(one.part.path[0], one.part.id, one.part.section), (one.part.path,))


def _add_task(one):
    facts = {"lead": one.random.choice(("", "dau-moi")), "deadline": one.random.choice(("", "30/6/2026"))}
    return Tried(AddTask(one.part.id, one.words, **facts), (("tasks",),))


def _add_section(one):
    return Tried(AddSection(one.words, one.words, into=one.part.id if one.part.path[1:] else ""), (("sections",),))


def _added(random, adding):
    """Return an edit that adds what is offered, in answers that may be right or wrong."""
    record = dict(adding.edit)
    for place, asked in adding.asks:
        first, _, second = place.partition("/")
        answer = _answer(random, asked)
        if second.isdecimal():
            record.setdefault(first, []).append(answer)
        elif second and answer:
            record.setdefault(first, {})[second] = answer
        elif answer or first == "key":
            record[first] = answer
    if record["edit"] == "add-item" and "value" not in record:
        return None
    edit = read_edit(record)
    return Tried(edit, _around(edit.path))


def _answer(random, asked):
    if asked.kind == "list":
        return [random.choice(WORDS) for _ in range(random.randint(0, 3))]
    choices = [each.value for each in asked.choices]
    if asked.path == ("key",):
        return random.choice(("nq-09", "chi-tieu-moi", "Có dấu"))
    return random.choice((*choices, *choices, *WORDS) if asked.is_required else (*choices, *WORDS, ""))


def _around(path):
    """Return what an edit at the path may change: of a column, the whole table; of a sentence in a list, its task."""
    at = max((at for at, part in enumerate(path) if part == "columns"), default=None)
    if at is not None and path[at - 1] != "tasks":
        return (path[:at],)
    if path[0] in ("tasks", "sections"):  # a sentence alone becomes a record, one of a list a task
        return (path[: 2 if path[0] == "tasks" else 4], ("tasks",))
    return (path[:-1] if isinstance(path[-1], int) else path,)


def _remove_item(one):
    under = one.part.path[:-1] if one.part.path[0] == "sections" else one.part.path[:1]
    return Tried(RemoveItem(one.part.path), (under, ("sections",)))


def _move_item(one):
    items = one.content
    for step in one.part.path[:-1]:
        items = items[step]
    return Tried(MoveItem(one.part.path, one.random.randrange(len(items))), (one.part.path[:-1],))


def _add_recipient(one):
    return Tried(AddRecipient(one.words), (("recipients",),))


def _drop_recipient(one):
    return Tried(DropRecipient(one.part.id), (("recipients",),))


_ACTIONS = {
    "omit": _omit,
    "take": _take,
    "add-task": _add_task,
    "add-section": _add_section,
    "remove-item": _remove_item,
    "move-item": _move_item,
    "add-recipient": _add_recipient,
    "drop-recipient": _drop_recipient,
}


def _of_field(random, kind, field):
    under = (field.path[:2], ("tasks",)) if field.path[0] in ("tasks", "sections") else (field.path[:1],)
    if "columns" in field.path:
        under = _around(field.path)
    if kind == "clear":
        return Tried(ClearField(field.path), under) if not field.is_required else None
    if field.kind == "lines":
        return None
    if field.kind == "levels":
        points = [random.choice(WORDS) for _ in range(random.randint(1, 3))]
        return Tried(SetField(field.path, [*points, [random.choice(WORDS)]]), under)
    if field.kind == "list":
        return Tried(SetField(field.path, [random.choice(WORDS) for _ in range(random.randint(1, 3))]), under)
    if field.kind == "pairs":
        pair = {random.choice(WORDS): random.choice(("", *WORDS))}
        return Tried(SetField(field.path, pair), under)
    choices = [each.value for each in field.choices] or WORDS
    return Tried(SetField(field.path, random.choice(choices)), under)


def faults(tried, old, new):
    """Yield what is wrong with the new bytes: what else changed, what cannot be read, which other line is another."""
    before, after = tree_of(old), tree_of(new)
    errors = Counter(each.message for each in read_record(Profile, after).problems)
    if errors - Counter(each.message for each in read_record(Profile, before).problems):
        yield "new problems of reading"
    one, other = leaves(before.plain()), leaves(after.plain())
    for path in one.keys() | other.keys():
        if one.get(path) != other.get(path) and not any(path[: len(each)] == each for each in tried.under):
            yield f"{path} changed"
    if isinstance(tried.edit, SetField) and "columns" not in tried.edit.path and not _is_set(tried.edit, after.plain()):
        yield f"{tried.edit} is not there"
    yield from _lines(tried, (before, after), old, new)


def _is_set(edit, content):
    """Whether the value stands at its path, or, for a task that is a sentence alone or in a list, as that sentence."""
    value, wanted = content, typed(edit.value)
    for part in edit.path:
        if isinstance(value, str):
            named = content.get("tasks", {}).get(value)
            value = {"wording": value} if named is None else named
        value = value[part] if isinstance(value, list) or part in (value or ()) else None
    if isinstance(value, dict) and "wording" in value and edit.path[0] == "sections":
        value = value["wording"]
    return value in ((wanted, wanted.strip()) if isinstance(wanted, str) else (wanted,))


def _lines(tried, trees, old, new):
    """Yield each line that is gone and stood in no place that the edit is about."""
    kept = old.split(b"\n")
    gone = Counter(kept) - Counter(new.split(b"\n"))
    allowed = set()
    before, after = trees
    for under in tried.under:
        heads = [under[:end] for end in range(len(under))]  # what stands in braces shares their lines
        for each in (under, *(head for head in heads if getattr(before.node(head), "flow", False))):
            allowed |= lines_of(before, each)
        allowed |= {before.key_place(head).line for head in heads if before.node(head) and not after.node(head)}
    for number, line in enumerate(kept, 1):
        if line in gone and number not in allowed and kept.count(line) == 1:
            yield f"line {number} is gone: {line.decode(errors='replace')}"


def lines_of(tree, path):
    """Return the numbers of the lines of a value, from 1: from its key to the next key or item outside it."""
    if tree.node(path) is None:
        return set()
    first = tree.key_place(path).line
    outside = [at for each, at in places(tree.root, ()) if at > first and each[: len(path)] != path]
    return set(range(first, min(outside, default=100_000)))


def places(node, path):
    """Yield each path with the line of its key or item."""
    for entry in getattr(node, "entries", ()):
        yield (*path, entry.key), entry.place.line
        yield from places(entry.value, (*path, entry.key))
    for index, item in enumerate(getattr(node, "items", ())):
        yield (*path, index), item.place.line
        yield from places(item, (*path, index))


def leaves(value, path=()):
    """Return every text of a content by its path."""
    if isinstance(value, dict):
        return {key: each for name, inner in value.items() for key, each in leaves(inner, (*path, name)).items()}
    if isinstance(value, list):
        return {key: each for at, inner in enumerate(value) for key, each in leaves(inner, (*path, at)).items()}
    return {path: value}


def tree_of(data):
    """Return the tree of the bytes."""
    return parse_tree(decode_text(data, "x.yaml"))


def in_other_dress(random, data):
    """Return a shipped profile as an editor may have saved it: with annexes, a mark, other line ends, in UTF-16."""
    if random.random() < _TABLED:
        data = data.rstrip(b"\n") + b"\n" + TABLES.encode()
    dress = random.choice(("", "", "bom", "crlf", "utf-16"))
    if dress == "bom":
        return b"\xef\xbb\xbf" + data
    text = data.decode().replace("\n", "\r\n")
    return data if not dress else text.encode() if dress == "crlf" else b"\xff\xfe" + text.encode("utf-16-le")


def shipped():
    """Return the profiles that come with kegen."""
    return sorted((Path(__file__).parents[2] / "profiles").glob("*.yaml"))
