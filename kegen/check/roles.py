"""What a line is beside its words: one that names the issuer, or the signer, or who receives the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kegen.document.lines import Line
from kegen.document.parts import Parts

Role = Literal["issuer", "parent", "signature", "name", "recipient", "addressee"]
Roles = frozenset[Role]
"""One paragraph may hold several lines, each with a role."""
NO_ROLE: Roles = frozenset()
_INSTITUTION = re.compile(r"\b(?:TRƯỜNG|TRUNG TÂM|BỆNH VIỆN|CÔNG TY|HỢP TÁC XÃ)\b")


def roles_in(parts: Parts) -> dict[int, Roles]:
    """Return the roles of the lines that have some, by the identity of their paragraph."""
    found: dict[int, Roles] = {}
    for role, line in _bearers(parts):
        paragraph = id(line.paragraph)
        found[paragraph] = found.get(paragraph, NO_ROLE) | {role}
    return found


def _bearers(parts: Parts) -> Iterator[tuple[Role, Line]]:
    yield from (("issuer", each) for each in parts.issuer)
    yield from (("parent", each) for each in parts.parent)
    yield from (("signature", each) for each in parts.signature)
    yield from (("recipient", each) for each in parts.recipients)
    if parts.name is not None:
        yield "name", parts.name
    if parts.addressee is not None:
        yield "addressee", parts.addressee


def is_of_institution(parts: Parts) -> bool:
    """Whether the issuer is a school or the like, whose own name may have a district in it."""
    return any(_INSTITUTION.search(line.text) for line in parts.issuer)
