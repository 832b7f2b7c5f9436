"""What somebody edited in Word in a draft, taken into the profile; what could not be taken is told whole."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kegen.docx.model import Document
from kegen.problem import KegenError
from kegen.pulling.jobs import JobMaker
from kegen.pulling.notices import NoticeMaker, Pulled
from kegen.pulling.pairing import pair
from kegen.pulling.parts import content_of
from kegen.pulling.rebasing import rebased
from kegen.pulling.redraft import redraft
from kegen.pulling.trying import Workshop

REASON = "Bỏ trong bản Word đã sửa"
_MOST_PARTS = 5_000
"""Paragraphs and rows of some 300 pages: more than a profile takes."""
_MOST_ROUNDS = 4
"""What is settled in one round may make room for more; so often it is tried again."""


class Draft(NamedTuple):
    """An edited draft, and what is known of how it was made."""

    document: Document
    drafted: frozenset[str] = frozenset()
    """The digests of the texts that it had when it was made; none where nobody knows."""
    template: Path | None = None
    """The template that it was made in."""


def pull(data: bytes, path: Path, edited: Draft, reason: str = REASON) -> Pulled:
    """Return the profile of these bytes, as if it stood in the file, with what was edited in the draft.

    Raises Invalid or KegenError where the profile cannot be drafted, KegenError for a file too long to be one plan.
    """
    start, content = redraft(data, path, edited.template), content_of(edited.document)
    if len(content.parts) > _MOST_PARTS:
        raise KegenError(
            f"bản Word có {len(content.parts)} đoạn và dòng bảng, dài hơn một kế hoạch; kegen nhận đến {_MOST_PARTS}:"
            " hãy bỏ phần không phải của kế hoạch, hoặc để phần ấy thành tệp riêng"
        )
    based = rebased(start.parts, content.parts, edited.drafted)
    theirs = based.theirs
    first = pair(start.parts, theirs)
    workshop = Workshop(start, theirs, path, edited.template)
    maker = JobMaker(start, theirs, reason)
    for _ in range(_MOST_ROUNDS):
        settled = [workshop.settle(group) for group in maker.groups()]
        if not any(settled):
            break
        workshop.given_up.clear()
    return NoticeMaker(start, workshop, based, first).pulled(content.comments)
