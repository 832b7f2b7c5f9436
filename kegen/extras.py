"""Libraries that not every user has: how to get one that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kegen.problem import KegenError


@contextmanager
def extra(name: str, use: str) -> Iterator[None]:
    """Tell, where an import in the block fails, which extra of kegen to install for that use."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise KegenError(
            f'chưa cài thư viện {error.name} để {use}; hãy chạy: pip install "kegen[{name}]", rồi chạy lại lệnh này'
        ) from None
