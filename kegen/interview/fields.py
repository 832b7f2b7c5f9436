"""What a profile's model says of a field, as a question explains it."""

from __future__ import annotations

from kegen.interview.question import Question
from kegen.yaml_text.model import InputModel


def question_of(name: str, model: type[InputModel], field: str) -> Question:
    """Return the question for a field, in the words that its messages and the reference page are made of."""
    info = model.model_fields[field]
    example = str(info.examples[0]).strip('"') if info.examples else ""
    return Question(name, str(info.title), str(info.description or ""), example)
