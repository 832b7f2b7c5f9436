"""Word files made by hand: a main part, and whatever else a test wants to say."""

import io
import zipfile

from kegen.docx.read import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
_KINDS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "theme": "theme/theme1.xml",
    "footnotes": "footnotes.xml",
    "endnotes": "endnotes.xml",
    "comments": "comments.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def wrapped(tag, inside):
    return f"<{tag} {_XMLNS}>{inside}</{tag}>"


def docx(body, main=None, extra=None, rels="", **parts):
    """Return a .docx whose body holds the XML given; `parts` are the insides of styles, numbering … by kind."""
    links = "".join(f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{_KINDS[kind]}"/>' for kind in parts)
    tops = {"theme": "a:theme", "header": "w:hdr", "footer": "w:ftr"}
    members = {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": main or wrapped("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{links}{rels}</Relationships>',
        **{f"word/{_KINDS[kind]}": wrapped(tops.get(kind, f"w:{kind}"), inside) for kind, inside in parts.items()},
        **(extra or {}),
    }
    return zipped(members)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in members.items():
            z.writestr(name, content)
    return out.getvalue()


def read(body, **parts):
    return read_document(docx(body, **parts))


def p(*runs, properties=""):
    """Return a paragraph of runs; a plain text is a run without properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
