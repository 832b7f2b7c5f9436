"""A wording of the pack as a profile takes it: replaced whole, or with some of its words changed."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kegen.profile.scalars import Text, check_edits
from kegen.source.model import InputModel

Edits = Annotated[dict[str, str], BeforeValidator(check_edits)]


class Edited(InputModel):
    """A wording of the pack with some of its words changed."""

    edits: Edits = Field(
        title="Sửa chữ",
        description="Mỗi dòng là “chữ cũ”: “chữ mới”; phần còn lại của câu giữ nguyên theo mẫu.",
        examples=['{"các phòng ban": "các cơ quan"}'],
    )


Wording = Text | Edited
