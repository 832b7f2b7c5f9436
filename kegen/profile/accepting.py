"""What a profile accepts: warnings that somebody has looked at and answers for, each with a reason."""

from pydantic import Field

from kegen.profile.scalars import Reason, Slug, Text
from kegen.yaml_text.model import InputModel


class Acceptance(InputModel):
    """Findings of one id that the unit accepts, and why."""

    rule: Slug = Field(
        title="Mã cảnh báo",
        description="Mã trong ngoặc vuông ở cuối dòng cảnh báo.",
        examples=["recipient-reason"],
    )
    reason: Reason = Field(
        title="Lý do", description="Vì sao chấp nhận; in lại ở mỗi lần soạn.", examples=["Công an xã nhận để phối hợp"]
    )
    words: Text | None = Field(
        default=None,
        title="Chữ trong cảnh báo",
        description="Chỉ chấp nhận cảnh báo có chữ này; bỏ trống là mọi cảnh báo của mã ấy.",
        examples=["Công an xã"],
    )

    def covers(self, rule: str, *texts: str) -> bool:
        """Whether a finding of that id, told in those texts, is accepted."""
        return self.rule == rule and (self.words is None or any(self.words in each for each in texts))
