"""Made the first `templates/ke-hoach.docx`; kept as a record of how, run by hand only.

No drafting run reads or writes through this script. A person may since have restyled the .docx in Word:
running it again (`python templates/make_ke_hoach.py --ghi-de`) throws that work away.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from make_ke_hoach_body import document, footnotes, header_first, header_other
from make_ke_hoach_styles import styles

TARGET = Path(__file__).with_name("ke-hoach.docx")
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def content_types() -> str:
    """Return the list of parts and their types."""
    parts = {
        "word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
        "word/footnotes.xml": f"{WORD_TYPE}.footnotes+xml",
        "word/header1.xml": f"{WORD_TYPE}.header+xml",
        "word/header2.xml": f"{WORD_TYPE}.header+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """Return a relationships part; each target is the type's address and the file."""
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{file}"/>' for i, (kind, file) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def settings() -> str:
    """Return the settings: Word 2013+ layout, Vietnamese separators, the two footnote separators."""
    return (
        f'{XML}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Return the font table: one font."""
    return (
        f'{XML}<w:fonts xmlns:w="{WORD}"><w:font w:name="Times New Roman">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def core_properties() -> str:
    """Return the document's properties; the engine writes its own in each draft."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu KẾ HOẠCH</dc:title>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    """Return the name of the program that made the file."""
    return (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>kegen</Application></Properties>"
    )


def parts() -> dict[str, str]:
    """Return every part of the template by its name, in the order they stand in the file."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": XML + document(),
        "word/_rels/document.xml.rels": relationships(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/fontTable", "fontTable.xml"),
            (f"{OFFICE}/footnotes", "footnotes.xml"),
            (f"{OFFICE}/header", "header1.xml"),
            (f"{OFFICE}/header", "header2.xml"),
        ),
        "word/styles.xml": XML + styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": XML + footnotes(),
        "word/header1.xml": XML + header_other(),
        "word/header2.xml": XML + header_first(),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": app_properties(),
    }


def write(target: Path) -> None:
    """Write the template; the same script gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))


if __name__ == "__main__":
    if TARGET.exists() and "--ghi-de" not in sys.argv:
        raise SystemExit(f"{TARGET} đã có và có thể đã được sửa trong Word; thêm --ghi-de nếu thật muốn làm lại")
    write(TARGET)
    print(f"{TARGET}: {TARGET.stat().st_size} byte")
