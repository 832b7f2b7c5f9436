"""A wording of the pack as a profile takes it: replaced whole, or with some of its words changed."""

from typing import Annotated

from kegen.profile.scalars import Text, check_edits
from kegen.source.record import Before, Record, said

Edits = Annotated[dict[str, str], Before(check_edits)]


class Edited(Record):
    """A wording of the pack with some of its words changed."""

    edits: Edits = said(
        title="Sửa chữ",
        description="Mỗi dòng là “chữ cũ”: “chữ mới”; phần còn lại của câu giữ nguyên theo mẫu.",
        examples=['{"các phòng ban": "các cơ quan"}'],
    )


Wording = Text | Edited
