"""Goes when no form rule asks any more."""

from kegen.check.paper import Notes, notes_of

__all__ = ["Notes", "notes_of"]
