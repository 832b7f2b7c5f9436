"""What is wrong with a profile, gathered while its plan is resolved and told all at once."""

from __future__ import annotations

from collections.abc import Iterable

from kegen.problem import Problem, Severity
from kegen.yaml_text.tree import Path, Tree


class ProfileProblems:
    """The problems found so far, each at the place of the value or key of the profile that it is about."""

    def __init__(self, tree: Tree, reading: Iterable[Problem] = ()) -> None:
        self.tree = tree
        """The places of the profile's words."""
        self.found = list(reading)
        self._read_with_problems = {problem.place for problem in reading}
        self.paths: dict[Problem, Path] = {}
        """Which value or key of the profile each is about; those found while reading know only their places."""

    def error(self, path: Path, name: str, message: str) -> None:
        """Note an error at the value of that path."""
        self._note(path, self.tree.problem(path, name, message))

    def warn(self, path: Path, name: str, message: str) -> None:
        """Note a warning at the value of that path."""
        self._note(path, self.tree.problem(path, name, message, Severity.WARNING))

    def key_error(self, path: Path, name: str, message: str) -> None:
        """Note an error at the key of that path."""
        self._note(path, Problem(self.tree.key_place(path), name, message))

    def key_warn(self, path: Path, name: str, message: str) -> None:
        """Note a warning at the key of that path."""
        self._note(path, Problem(self.tree.key_place(path), name, message, Severity.WARNING))

    def _note(self, path: Path, problem: Problem) -> None:
        self.found.append(problem)
        self.paths[problem] = path

    def unreadable(self, path: Path) -> bool:
        """Whether reading the profile has already found what is wrong with the value at the path."""
        node = self.tree.node(path)
        return node is not None and node.place in self._read_with_problems

    def line(self, path: Path) -> int:
        """Return the line of the value at the path, from 1."""
        return self.tree.place(path).line
