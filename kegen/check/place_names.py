"""Goes when no form rule asks any more: `kegen.check.places`."""

from kegen.check.places import WORDS, DateLine, OwnUnit, date_line, is_called, keeps_word, own_unit, place_of

__all__ = ["WORDS", "DateLine", "OwnUnit", "date_line", "is_called", "keeps_word", "own_unit", "place_of"]
