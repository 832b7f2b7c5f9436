"""The base of all models of what a person writes in a file."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class InputModel(BaseModel):
    """A frozen group of keys; unknown keys are refused.

    The title, description and examples (YAML as a person would type it) of its fields are shown in messages, in the
    JSON schema and on the reference page.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @property
    def silent(self) -> bool:
        """Whether every field has its default, as in a group whose keys are all left empty."""
        return all(getattr(self, name) == field.default for name, field in type(self).model_fields.items())
