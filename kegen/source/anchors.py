"""The names `&x` that a file gives its nodes, and the `*x` that repeat them."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.problem import Place, Problem
from kegen.source.nodes import Node

_QUOTE_IT = "nếu đó là nội dung thì đặt cả giá trị trong ngoặc kép, ví dụ: "


class Anchors:
    """The anchors met so far, each with its node and how many nodes that stands for."""

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[Node, int] | None] = {}
        self._unused: dict[str, Place] = {}

    def open(self, name: str, place: Place) -> None:
        """Note an anchor whose node is still being read."""
        self._nodes[name] = None
        self._unused[name] = place

    def close(self, name: str, node: Node, size: int) -> None:
        """Note the node of the anchor, now whole."""
        self._nodes[name] = (node, size)

    def follow(self, name: str, place: Place) -> tuple[Node, int] | Problem:
        """Return the node that `*name` repeats with its size, or what is wrong with it."""
        self._unused.pop(name, None)
        if name not in self._nodes:
            message = f'“*{name}” ở đầu giá trị là ký hiệu riêng của YAML; {_QUOTE_IT}"*{name} …"'
            return Problem(place, "bi-danh", message)
        return self._nodes[name] or Problem(
            place,
            "bi-danh",
            f"“*{name}” nằm ngay trong “&{name}” nên không bao giờ hết; hãy ghi hẳn nội dung ra",
        )

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for each anchor that nothing repeats: its text would be lost in silence."""
        for name, place in self._unused.items():
            message = f'“&{name}” ở đầu giá trị là ký hiệu riêng của YAML và bị mất khi đọc; {_QUOTE_IT}"&{name} …"'
            yield Problem(place, "neo", message)
