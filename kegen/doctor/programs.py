"""Other programs that some commands use: LibreOffice, and a browser."""

from __future__ import annotations

import webbrowser

from kegen.doctor.finding import Finding
from kegen.libreoffice import program

_PACKAGE = "khi cần thì cài từ libreoffice.org, hoặc gói libreoffice-writer"


def libreoffice() -> Finding:
    """Look for LibreOffice, which reads .odt, .rtf and .doc, and writes PDF."""
    found, use = program(), "dùng để đọc .odt, .rtf, .doc, ghi PDF"
    if found is None:
        return Finding("libreoffice", "LibreOffice", "note", f"chưa cài; {use}", _PACKAGE)
    return Finding("libreoffice", "LibreOffice", "good", f"{found}; {use}")


def browser() -> Finding:
    """Look for a browser as Python finds one."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        advice = "khi cần trang xem thì cài một trình duyệt (Edge, Chrome, Firefox), hoặc đặt biến môi trường BROWSER"
        return Finding("browser", "Trình duyệt", "note", "không thấy trình duyệt nào", advice)
    return Finding("browser", "Trình duyệt", "good", "có trình duyệt để mở trang xem")
