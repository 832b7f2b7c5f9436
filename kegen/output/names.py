"""Moved: see `whole`."""

from kegen.output.whole import check_name

__all__ = ["check_name"]
