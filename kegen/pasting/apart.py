"""What stands before the first section and behind the last one, and is of none: the enacting words, the closing."""

from __future__ import annotations

from kegen.compare.change import is_same
from kegen.compare.content import ContentLine
from kegen.pasting.bodies import Bodies
from kegen.pasting.ground import Ground
from kegen.pasting.paste import Paste
from kegen.yaml_text.tree import Path

_CLOSING, _ENACTING = ("closing",), ("bases", "enacting")


def paste_apart(bodies: Bodies, ground: Ground, paste: Paste) -> None:
    """Put the paragraphs of no section that are not as they were.

    A new paragraph in the place of one that is gone counts as that one, reworded.
    """
    replaced: set[int] = set()
    headings = [j for j, each in enumerate(bodies.new) if each.subject == "section"]
    for j, new in enumerate(bodies.new):
        if bodies.name(j) or new.subject == "section":
            continue
        i = bodies.mates.get(j)
        if i is None:
            i = _instead(bodies, ground, replaced, is_closing=bool(headings) and j > headings[-1])
        replaced |= {i} if i is not None else set()
        if i is None:
            paste.unkeyed.append(f"Thêm: {new.text}")
        elif not is_same(bodies.old[i].text, new.text):
            _put(bodies.old[i], new, _key(bodies, i, ground), paste)
    for i in bodies.found.removed:
        if not bodies.name_of_old(i) and i not in replaced:
            paste.unkeyed.append(f"Bỏ: {bodies.old[i].text}")


def _put(old: ContentLine, new: ContentLine, key: Path, paste: Paste) -> None:
    if key:
        paste.put(key, new.text, f"{'Lời kết' if key == _CLOSING else 'Lời ban hành'}, bản cũ: {old.text}")
    else:
        paste.unkeyed.append(f"Sửa: {old.text} → {new.text}")


def _key(bodies: Bodies, i: int, ground: Ground) -> Path:
    """Return the key of a paragraph of the old plan that is of no section; none where it has none."""
    plan, old = ground.plan, bodies.old[i]
    closing = [each.text.removesuffix("/.").strip() for each in plan.closing] if plan else []
    opening = [each.text for each in plan.opening if each.kind == "mo-dau"] if plan else []
    if any(is_same(old.text, each) for each in closing) or (plan is None and old is bodies.old[-1]):
        return _CLOSING
    return _ENACTING if any(is_same(old.text, each) for each in opening) else ()


def _instead(bodies: Bodies, ground: Ground, replaced: set[int], *, is_closing: bool) -> int | None:
    """Return the paragraph that went and in whose place another one stands."""
    gone = (i for i in bodies.found.removed if i not in replaced and not bodies.name_of_old(i))
    keyed = ((i, _key(bodies, i, ground)) for i in gone)
    return next((i for i, key in keyed if key and (key == _CLOSING) == is_closing), None)
