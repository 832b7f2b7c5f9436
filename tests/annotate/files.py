"""Small Word files built in the test, with the quirks of those people send."""

import io
import re
import struct
import zipfile

from lxml import etree

from kegen.annotate.annotate import Remark

MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ADDED = re.compile(
    r"<w:commentRangeStart(?: xmlns:w=\"[^\"]*\")? w:id=\"\d+\"/>"
    r"|<w:commentRangeEnd(?: xmlns:w=\"[^\"]*\")? w:id=\"\d+\"/>"
    r"<w:r(?: xmlns:w=\"[^\"]*\")?><w:rPr><w:sz w:val=\"16\"/></w:rPr><w:commentReference w:id=\"\d+\"/></w:r>"
)


def body(inner, space=W):
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<w:document xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f"<w:body>{inner}<w:sectPr/></w:body></w:document>"
    )


def p(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


TRACKED = (
    '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="An"/></w:rPr><w:pPrChange w:id="2" w:author="An"><w:pPr/>'
    '</w:pPrChange></w:pPr><w:bookmarkStart w:id="0" w:name="dau"/><w:ins w:id="3" w:author="An"><w:r><w:t>thêm</w:t>'
    '</w:r></w:ins><w:del w:id="4" w:author="An"><w:r><w:delText>bớt</w:delText></w:r></w:del><w:bookmarkEnd w:id="0"/>'
    "</w:p>"
)
TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:drawing><w:txbxContent>"
    f"{p('hộp')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('hộp')}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def comments(*ids):
    inner = "".join(f'<w:comment w:id="{i}" w:author="An" w:initials="A">{p(f"Cũ {i}")}</w:comment>' for i in ids)
    return f'<?xml version="1.0"?>\n<w:comments xmlns:w="{W}">{inner}</w:comments >\n<!-- hết -->'


def relationships(*entries):
    inner = "".join(
        f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in entries
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def content_types(*overrides):
    inner = "".join(f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in overrides)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def parts(document, comments=None):
    """Return the parts of a whole file; with comments where these are given."""
    found = {
        "[Content_Types].xml": content_types(("word/document.xml", "document.main")),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/": b"",
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(("rId1", "styles", "styles.xml")),
        "word/styles.xml": f'<w:styles xmlns:w="{W}"/>',
        "word/commentsExtended.xml": "<x/>",
    }
    if comments is not None:
        found["[Content_Types].xml"] = content_types(
            ("word/document.xml", "document.main"), ("word/comments.xml", "comments")
        )
        found["word/_rels/document.xml.rels"] = relationships(
            ("rId7", "styles", "styles.xml"), ("rId2", "comments", "/word/comments.xml")
        )
        found["word/comments.xml"] = comments
    return found


def pack(parts, comment=b"", *, streamed=False):
    """Return the zip; `streamed` puts the sizes in data descriptors, as writers to a pipe do."""
    stream = _Pipe() if streamed else io.BytesIO()
    with zipfile.ZipFile(stream, "w") as z:
        for index, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, (2024, 2, 29, 10, 20, 2 * index))
            info.compress_type = zipfile.ZIP_STORED if index == 5 else zipfile.ZIP_DEFLATED
            info.extra = struct.pack("<2H4s", 0xCAFE, 4, b"kept")
            z.writestr(info, content)
        z.comment = comment
    return stream.getvalue()


class _Pipe(io.BytesIO):
    def seekable(self):
        return False

    def tell(self):
        raise io.UnsupportedOperation

    def seek(self, *_):
        raise io.UnsupportedOperation


def docx(inner, comments=None):
    return pack(parts(body(inner), comments))


def read(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        assert z.testzip() is None
        return z.read(name).decode()


def names(data):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return z.namelist()


def members(data):
    """Return by name what each member holds, and what the directory says of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {
            info.filename: (z.read(info), info.date_time, info.external_attr, info.extra, info.compress_type)
            for info in z.infolist()
        }


def canonical(document):
    """Return the XML in its canonical form: the same for the same elements, attributes, namespaces and text."""
    return etree.tostring(etree.fromstring(re.sub(r"^<\?xml.*?\?>", "", document)), method="c14n").decode()


def without_marks(document):
    """Return the document without what annotate puts in, in its canonical form."""
    return canonical(_ADDED.sub("", document))


def at(*ordinals):
    return [Remark(MAIN, ordinal, f"Nhận xét {ordinal}") for ordinal in ordinals]


def ids(document):
    """Return the ids in the order of the references."""
    return re.findall(r'commentReference w:id="(\d+)"', document)


def told(data, name="word/comments.xml"):
    """Return by id what each comment says, a line for each paragraph."""
    found = re.findall(r'<w:comment [^>]*w:id="(\d+)"[^>]*>(.*?)</w:comment>', read(data, name))
    return {int(id_): "\n".join(_texts(inner)) for id_, inner in found}


def _texts(inner):
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", each)) for each in inner.split("</w:p>")[:-1]]
