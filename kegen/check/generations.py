"""A memory with a limit: what was not asked for while the newer half was filled is let go."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Generations(Generic[K, V]):
    """Holds at most `most` values, about the half of them asked for of late."""

    def __init__(self, most: int) -> None:
        self._room = most // 2
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return what is held under the key, None for nothing."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: K, value: V) -> None:
        """Hold the value under the key."""
        if len(self._young) >= self._room:
            self._old, self._young = self._young, {}
        self._young[key] = value
