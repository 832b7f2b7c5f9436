"""Which draft a Word file is, whoever saved it since: the properties that kegen gave it."""

from __future__ import annotations

from kegen.docx.package import Package
from kegen.identity import DIGESTS, FINGERPRINT, PROPERTIES, Identity
from kegen.problem import KegenError


def identity_of(data: bytes) -> Identity | None:
    """Return which draft the bytes of a .docx are, edited or not; None for any other file."""
    stated = _properties(data)
    if FINGERPRINT not in stated:
        return None
    return Identity(**{field: stated.get(name, "") for field, name in PROPERTIES.items()})


def digests_in(data: bytes) -> frozenset[str]:
    """Return the digests of the texts of the draft that the bytes were when kegen wrote them; none for other files."""
    stated = _properties(data)
    return frozenset(digest for name, value in stated.items() if name.startswith(DIGESTS) for digest in value.split())


def _properties(data: bytes) -> dict[str, str]:
    try:
        package = Package(data, "")
        links = [each for each in package.related("").values() if each.kind == "custom-properties" and not each.outside]
        part = links[0].target if links else ""
        root = package.parse(package.read(part) or b"", part) if part else None
    except KegenError:
        return {}
    if root is None:
        return {}
    return {each.get("name", ""): "".join(each.itertext()).strip() for each in root.iterfind("{*}property")}
