"""The part of a template that tells of a draft which one it is: kegen's properties among those the template has."""

from __future__ import annotations

from lxml import etree

from kegen.identity import CUSTOM_PART, CUSTOM_TYPE, DIGESTS, FINGERPRINT, OURS, PROPERTIES
from kegen.template.package import RELATIONSHIPS_PART, TYPES_PART, Element, Package, parse

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to ([MS-OSHARED] 2.3.3.2.3)."""
_FIRST_PID = 2
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_HEAD = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)


def add_custom_part(package: Package) -> tuple[Package, str, str]:
    """Return the package with a part for custom properties, the name of that part, and its Jinja source."""
    name = next(package.custom(), "")
    properties = parse(package, name).iterfind("{*}property") if name else ()
    own = [each for each in properties if not (each.get("name") or "").startswith(OURS)]
    source = _source(own)
    if name:
        return package, name, source
    types, relationships = parse(package, TYPES_PART), parse(package, RELATIONSHIPS_PART)
    _add(types, "Override", PartName=f"/{CUSTOM_PART}", ContentType=CUSTOM_TYPE)
    _add(relationships, "Relationship", Id=_free_id(relationships), Type=_RELATIONSHIP, Target=CUSTOM_PART)
    parts = {**package.parts, CUSTOM_PART: b""}
    for part, root in ((TYPES_PART, types), (RELATIONSHIPS_PART, relationships)):
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return package._replace(parts=parts), CUSTOM_PART, source


def _source(own: list[Element]) -> str:
    """Return the properties that the template has, as they are, and kegen's, the fingerprint yet to be put in."""
    for pid, each in enumerate(own, _FIRST_PID):
        each.set("pid", str(pid))
    others = "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in own)
    values = {name: f"{{{{ identity.{field}|flat }}}}" for field, name in PROPERTIES.items()} | {FINGERPRINT: ""}
    ours = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values.items(), _FIRST_PID + len(own))
    )
    pid = _FIRST_PID + len(own) + len(values)
    digests = (
        f'{{% for each in digests %}}<property fmtid="{_FORMAT}" pid="{{{{ loop.index0 + {pid} }}}}"'
        f' name="{DIGESTS}-{{{{ loop.index }}}}"><vt:lpwstr>{{{{ each|flat }}}}</vt:lpwstr></property>{{% endfor %}}'
    )
    own_source = f"{{% if identity %}}{ours}{digests}{{% endif %}}"
    return f"{_DECLARATION}{_HEAD}{{% raw %}}{others}{{% endraw %}}{own_source}</Properties>\n"


def _add(root: Element, tag: str, **attributes: str) -> None:
    root.append(root.makeelement(f"{{{etree.QName(root).namespace}}}{tag}", attributes))


def _free_id(relationships: Element) -> str:
    used = {each.get("Id") for each in relationships}
    return next(each for at in range(1, len(used) + 2) if (each := f"rId{at}") not in used)
