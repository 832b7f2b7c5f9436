"""The YAML library's nodes as kegen's, within bounds, and a problem for whatever YAML allows and a profile does not."""

from __future__ import annotations

import re
from typing import NoReturn

from kegen.look_alikes import odd_letters, settle, with_code
from kegen.problem import Invalid, Place, Problem
from kegen.vietnamese import normalise
from kegen.yaml_text.compose import (
    DEPTH_LIMIT,
    NODE_LIMIT,
    SAVED_NODE_LIMIT,
    TOO_DEEP,
    Composition,
    Mark,
    RawNode,
    compose,
    line_and_column,
    past_bounds,
    too_many,
)
from kegen.yaml_text.lines import NO_KEY, ODD_BLANK
from kegen.yaml_text.nodes import Entry, Mapping, Node, Scalar, Sequence
from kegen.yaml_text.quotes import slip_of_quotes
from kegen.yaml_text.sample import shown
from kegen.yaml_text.text import SourceText, clean, forbidden

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_PROPERTIES = re.compile(r"(?:(?:&(?P<anchor>[0-9A-Za-z_-]+)|(?P<tag>!\S*))\s*)+")
"""An anchor and a tag before a node, in either order."""

_IDENTIFIER = re.compile(r"[A-Za-z0-9_-]+")
"""A key that a model or a pack knows; other keys are words, and what is after them may be half a sentence."""

_TWO_DOCUMENTS = "dấu “---” mở hồ sơ thứ hai trong cùng một tệp; mỗi tệp chỉ ghi một hồ sơ, hãy tách ra hai tệp"
_GROUP_AS_KEY = (
    'dấu “{” hay “[” ở đây mở một nhóm; nếu đó là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "{{ … }}"'
)
_NOT_A_GROUP = "“<<” chỉ nhận một nhóm khóa đã đặt tên, ví dụ “<<: *chung”; hãy ghi hẳn các khóa ra, dễ đọc hơn"
_QUOTE_IT = "nếu đó là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "


def read_nodes(text: str, source: SourceText, shifts: dict[int, int]) -> tuple[Node | None, list[Problem]]:
    """Return the root of a YAML text, None for an empty one, and what a profile may not have; `shifts`: see Mending.

    Raises YamlSyntaxError where the text is no YAML, Invalid past a bound.
    """
    most = NODE_LIMIT if source.is_typed else SAVED_NODE_LIMIT
    if excess := past_bounds(text, most):
        message, line, column = excess
        raise Invalid([Problem(_shifted(source.file, line, column, shifts), "qua-lon", message)])
    converter = _Converter(compose(text), source, shifts, most)
    return converter.root(), converter.problems


class _Converter:
    """Makes the tree of one text; `problems` grows meanwhile."""

    def __init__(self, composition: Composition, source: SourceText, shifts: dict[int, int], most: int) -> None:
        self._most = most
        self.problems: list[Problem] = []
        self._source = composition
        self._file = source.file
        self._is_typed = source.is_typed
        self._shifts = shifts
        self._count = 0
        self._whole: dict[int, tuple[Node, int]] = {}
        """What the library's nodes have become, by their identity, each with how many nodes it stands for."""
        self._open: set[int] = set()
        """The nodes being converted: one that is met in itself never ends."""
        self._anchors: dict[int, tuple[str, Place]] = {}
        """The anchored nodes that nothing has repeated yet."""

    def root(self) -> Node | None:
        """Return the root node, None for an empty text; raises Invalid past a bound."""
        root = None if self._source.root is None else self._node(self._source.root, 0)
        if self._source.second:
            self._note(self._place(self._source.second), "hai-ho-so", _TWO_DOCUMENTS)
        for name, place in self._anchors.values():
            message = f'“&{name}” ở đầu giá trị là ký hiệu riêng của YAML và bị mất khi đọc; {_QUOTE_IT}"&{name} …"'
            self._note(place, "neo", message)
        return root

    def _node(self, node: RawNode, depth: int) -> Node:
        if id(node) in self._open or id(node) in self._whole:
            return self._repeated(node)
        self._open.add(id(node))
        start = self._count
        self._grow(1, node)
        self._note_properties(node)
        converted = self._content(node, depth)
        self._open.remove(id(node))
        self._whole[id(node)] = converted, self._count - start
        return converted

    def _content(self, node: RawNode, depth: int) -> Node:
        place = self._place(node.start_mark)
        if node.id == "scalar":
            return self._scalar(node, place)
        if depth >= DEPTH_LIMIT:
            self._stop(place, TOO_DEEP)
        if node.id == "sequence":
            items = tuple(self._out_of_quotes(item, self._node(item, depth + 1)) for item in node.value)
            return Sequence(place, items, bool(node.flow_style))
        return self._mapping(node, place, depth + 1)

    def _scalar(self, node: RawNode, place: Place) -> Scalar:
        if name := self._source.undefined.get(node.start_mark.index):
            message = f'“*{name}” ở đầu giá trị là ký hiệu riêng của YAML; {_QUOTE_IT}"*{name} …"'
            self._note(place, "bi-danh", message)
            return Scalar(place, f"*{name}")
        text = self._text(node, place)
        return Scalar(place, None if not node.style and text in _NULLS else text)

    def _text(self, node: RawNode, place: Place) -> str:
        """Return what a scalar says, where a person typed it in Vietnamese letters; notes those that can be none."""
        text: str = node.value
        if node.style == '"':
            self.problems.extend(Problem(place, each.id, each.message) for each in forbidden(text, ""))
            text = clean(normalise(text))
        if not self._is_typed:
            return text
        text = settle(text)
        for word, letter, _ in odd_letters(text):
            message = f"chữ {with_code(letter)} trong “{shown(word)}” không phải chữ Việt; hãy xóa đi và gõ lại chữ này"
            self._note(place, "chu-la", message)
            break
        return text if node.style else text.partition(" #")[0].strip(" ")  # what a no-break blank kept in it

    def _out_of_quotes(self, node: RawNode, value: Node) -> Node:
        """Return the value without quotes that are none of YAML's; notes them."""
        if not isinstance(value, Scalar) or not value.text or node.id != "scalar" or node.style or not self._is_typed:
            return value
        slip = slip_of_quotes(value.text)
        if slip is None:
            return value
        self._note(value.place, "ngoac-cong", slip[0])
        return Scalar(value.place, slip[1])

    def _mapping(self, node: RawNode, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        merges: list[Node] = []
        for each, of_key in node.value:
            key, value = self._node(each, depth), self._node(of_key, depth)
            if isinstance(key, Scalar):
                self._note_odd_blank(each, key.place, is_in_line=bool(node.flow_style))
                value = self._out_of_quotes(of_key, value) if _IDENTIFIER.fullmatch(key.text or "") else value
            if not isinstance(key, Scalar):
                self._note(place, "khoa-phuc", _GROUP_AS_KEY)
            elif key.text == "<<" and not each.style:
                merges.append(value)
            else:
                self._enter(key, value, entries)
        return Mapping(place, self._merged(entries, merges), bool(node.flow_style))

    def _note_odd_blank(self, node: RawNode, place: Place, *, is_in_line: bool) -> None:
        """Note a key that a blank which is no space sets in: where it belongs is not sure."""
        if not (is_in_line or node.style) and str(node.value)[:1].isspace():
            self._note(place, "cach-la", ODD_BLANK)

    def _enter(self, key: Scalar, value: Node, entries: dict[str, Entry]) -> None:
        if not key.text:
            self._note(key.place, "khoa-trong", NO_KEY)
        elif first := entries.get(key.text):
            message = (
                f"khóa “{key.text}” ghi hai lần, ở dòng {first.place.line} và dòng {key.place.line}; "
                "mỗi khóa chỉ ghi một lần, hãy xóa hoặc đổi tên một trong hai"
            )
            self._note(key.place, "trung-khoa", message)
        else:
            entries[key.text] = Entry(key.text, key.place, value)

    def _merged(self, entries: dict[str, Entry], merges: list[Node]) -> dict[str, Entry]:
        """Return the entries with those of the merged groups that they lack."""
        every = dict(entries)
        for node in merges:
            for group in node.items if isinstance(node, Sequence) else (node,):
                if isinstance(group, Mapping):
                    every = group.by_key | every
                else:
                    self._note(group.place, "gop-khoa", _NOT_A_GROUP)
        return every

    def _repeated(self, node: RawNode) -> Node:
        """Return what an alias stands for."""
        self._anchors.pop(id(node), None)
        self._grow(1, node)
        if id(node) in self._whole:
            converted, size = self._whole[id(node)]
            self._grow(size, node)
            return converted
        name = self._properties(node)["anchor"]
        at = self._source.text.find(f"*{name}", node.start_mark.index)
        place = _shifted(self._file, *line_and_column(self._source.text, at), self._shifts)
        message = f"“*{name}” nằm ngay trong “&{name}” nên không bao giờ hết; hãy ghi hẳn nội dung ra"
        self._note(place, "bi-danh", message)
        return Scalar(place, f"*{name}")

    def _note_properties(self, node: RawNode) -> None:
        """Note a tag, and remember an anchor."""
        found = self._properties(node)
        place = self._place(node.start_mark)
        if found["tag"]:
            tag = "!" if found["tag"] == "!" else str(node.tag).replace("tag:yaml.org,2002:", "!!")
            message = (
                f"“{tag}” ở đầu giá trị là ký hiệu riêng của YAML, hồ sơ không dùng; hãy bỏ đi, "
                f'hoặc nếu là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "{tag} …"'
            )
            self._note(place, "the-yaml", message)
        if found["anchor"]:
            self._anchors[id(node)] = self._source.renamed.get(found["anchor"], found["anchor"]), place

    def _properties(self, node: RawNode) -> dict[str, str | None]:
        """Return the anchor and the tag before a node; those before a group's first key are the key's."""
        first_key = node.value[0][0] if node.id == "mapping" and node.value else None
        end = first_key.start_mark if first_key else node.end_mark
        found = _PROPERTIES.match(self._source.text, node.start_mark.index, end.index)
        return found.groupdict() if found else {"anchor": None, "tag": None}

    def _grow(self, size: int, node: RawNode) -> None:
        self._count += size
        if self._count > self._most:
            self._stop(self._place(node.start_mark), too_many(self._most))

    def _place(self, mark: Mark) -> Place:
        return _shifted(self._file, mark.line + 1, mark.column + 1, self._shifts)

    def _note(self, place: Place, name: str, message: str) -> None:
        self.problems.append(Problem(place, name, message))

    def _stop(self, place: Place, message: str) -> NoReturn:
        raise Invalid([*self.problems, Problem(place, "qua-lon", message)])


def _shifted(file: str, line: int, column: int, shifts: dict[int, int]) -> Place:
    return Place(file, line, max(1, column - shifts.get(line, 0)))
