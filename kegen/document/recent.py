"""What was used last, kept at hand: bounded, and by which very object was asked about where that is meant."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")


class Recent(Generic[K, V]):
    """Values by key: the `most` last used are surely there, twice as many at the most.

    A younger and an older half: when the younger is full it becomes the older. A hit changes nothing, so that threads
    cannot get in each other's way.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._younger: dict[K, V] = {}
        self._older: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return the value, None where it is not there any more."""
        found = self._younger.get(key)
        if found is None and (found := self._older.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        """Keep the value."""
        if len(self._younger) >= self._most:
            self._younger, self._older = {}, self._younger
        self._younger[key] = value


class Remembered(Recent[int, tuple[T, V]]):
    """A function of one object that remembers its last answers: the same object gets the same answer, not an equal one.

    An equal object elsewhere is another object. What was asked about is kept with the answer, so that no other object
    can come to have its identity.
    """

    def __init__(self, make: Callable[[T], V], most: int) -> None:
        super().__init__(most)
        self._make = make

    def __call__(self, about: T) -> V:
        """Return what the function says of the object."""
        found = self._younger.get(id(about)) or self.get(id(about))
        if found is None:
            found = about, self._make(about)
            self.put(id(about), found)
        return found[1]

    def each(self, abouts: Iterable[T]) -> list[V]:
        """Return what the function says of each object."""
        known = self._younger.get
        return [found[1] if (found := known(id(each))) is not None else self(each) for each in abouts]


def remembered(most: int) -> Callable[[Callable[[T], V]], Remembered[T, V]]:
    """Make a function of one object remember what it said of the last `most` objects."""
    return lambda make: Remembered(make, most)
