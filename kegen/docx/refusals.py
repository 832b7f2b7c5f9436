"""Why a file cannot be read as a Word document, in one sentence that says what to do."""

from __future__ import annotations

from kegen.problem import KegenError

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the old binary files of Office begin with, and those that have a password."""
_KINDS = (
    (b"%PDF", "là tệp PDF", "hãy xin tệp Word (.docx) gốc; kế hoạch cấp trên thì đọc bằng kegen import"),
    (b"{\\rtf", "là tệp RTF", "hãy mở trong Word rồi chọn Lưu thành .docx"),
    (b"<", "là tệp HTML hoặc XML", "hãy mở trong Word rồi chọn Lưu thành .docx"),
)


def refusal(name: str, why: str, remedy: str) -> KegenError:
    """Return the error that says why the file cannot be read and what to do."""
    return KegenError(f"{name}: tệp {why}; {remedy}")


def broken(name: str) -> KegenError:
    """Return the error for a zip file that is damaged."""
    return refusal(name, "bị hỏng hoặc thiếu một phần", "hãy chép hoặc tải lại tệp, rồi mở thử trong Word")


def locked(name: str) -> KegenError:
    """Return the error for a file with a password."""
    return refusal(name, "có mật khẩu nên không đọc được", "hãy mở trong Word, bỏ mật khẩu rồi lưu lại")


def foreign_kind(data: bytes, name: str) -> KegenError:
    """Return the error for a file that is no zip: what it seems to be."""
    if not data:
        return refusal(name, "rỗng, không có gì để đọc", "hãy xin lại tệp")
    if data.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return locked(name)
        return refusal(name, "là tệp Word đời cũ (.doc)", "hãy mở trong Word rồi chọn Lưu thành .docx")
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for start, why, remedy in _KINDS:
        if head.startswith(start):
            return refusal(name, why, remedy)
    return refusal(name, "không phải là tệp Word (.docx)", "hãy mở trong Word rồi chọn Lưu thành .docx")
