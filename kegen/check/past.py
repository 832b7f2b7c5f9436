"""Goes when no form rule asks any more: `kegen.check.historical_context`."""

from kegen.check.historical_context import days_in, is_of_the_past, names_institution, sentence_at

__all__ = ["days_in", "is_of_the_past", "names_institution", "sentence_at"]
