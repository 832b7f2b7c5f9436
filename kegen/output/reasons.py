"""Moved: see `whole`."""

from kegen.output.whole import unwritable

__all__ = ["unwritable"]
