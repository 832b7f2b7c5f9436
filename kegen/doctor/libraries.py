"""Python, and the libraries that kegen needs or can use: whether each is there, new enough, and loads."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Final, NamedTuple

from kegen.doctor.finding import Finding

OLDEST_PYTHON: Final = (3, 11)


class Library(NamedTuple):
    """A library as an installer and as Python names it, and its oldest version that will do."""

    package: str
    module: str
    oldest: str


NEEDED: Final = (
    Library("click", "click", "8.1"),
    Library("docxtpl", "docxtpl", "0.20"),
    Library("jinja2", "jinja2", "3.1.6"),
    Library("lxml", "lxml.etree", "5"),
    Library("pydantic", "pydantic", "2.11"),
    Library("python-docx", "docx", "1.1.2"),
    Library("ruamel.yaml", "ruamel.yaml", "0.18"),
    Library("ruamel.yaml.clib", "_ruamel_yaml", "0.2.12"),
)
EXTRAS: Final = {
    "sheets": ((Library("openpyxl", "openpyxl", "3.1"),), "bảng Excel (.xlsx)"),
    "calendar": ((Library("icalendar", "icalendar", "6"),), "lịch thời hạn (.ics)"),
    "pdf": ((Library("pypdfium2", "pypdfium2", "5"),), "đọc kế hoạch nhận được bằng PDF"),
    "page": (
        (
            Library("h11", "h11", "0.14"),
            Library("starlette", "starlette", "0.45"),
            Library("uvicorn", "uvicorn", "0.34"),
            Library("watchfiles", "watchfiles", "1"),
        ),
        "trang trong trình duyệt (kegen open)",
    ),
    "redline": ((Library("python-redlines", "python_redlines", "2"),), "bản so sánh có đánh dấu thay đổi (.docx)"),
}
"""By the extra of kegen that brings it: the libraries, and what they are for."""
_REPAIR = "hãy chạy lại: pip install --upgrade kegen (bản cài bằng kegen-windows.zip: chạy lại cai-dat.cmd)"


def python_version() -> Finding:
    """Look at Python itself."""
    words = f"{'.'.join(map(str, sys.version_info[:3]))} ({sys.executable})"
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return Finding("python", "Python", "good", words)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return Finding("python", "Python", "bad", words, f"cần bản {oldest} trở lên; tải tại python.org rồi cài lại kegen")


def needed_libraries() -> Finding:
    """Look at the libraries without which kegen does nothing."""
    wrong = {each.package: why for each in NEEDED if (why := fault_of(each))}
    if not wrong:
        return Finding("packages", "Thư viện bắt buộc", "good", f"đủ {len(NEEDED)}: {_names(NEEDED)}")
    found = "; ".join(f"{package} {why}" for package, why in wrong.items())
    return Finding("packages", "Thư viện bắt buộc", "bad", found, _REPAIR)


def extra_libraries() -> Iterator[Finding]:
    """Look at the libraries that only some commands use."""
    for extra, (wanted, use) in EXTRAS.items():
        faults = [f"{each.package} {why}" for each in wanted if (why := fault_of(each))]
        whys = "; ".join(faults) if len(wanted) > 1 else fault_of(wanted[0])
        name, found = f"Thư viện tùy chọn {_names(wanted)}", f"{whys or 'đã cài'}; dùng cho {use}"
        advice = f'khi cần thì chạy: pip install "kegen[{extra}]"' if whys else ""
        yield Finding(f"extra-{extra}", name, "note" if whys else "good", found, advice)


def fault_of(library: Library) -> str:
    """Return why a library cannot be used, "" where it can."""
    try:
        import_module(library.module)
    except ModuleNotFoundError as error:
        is_itself = error.name is None or library.module.startswith(error.name)
        return "chưa cài" if is_itself else f"không nạp được (thiếu {error.name})"
    except ImportError as error:  # a file of it is broken, or what it needs of the system is missing
        return f"không nạp được ({error})"
    try:
        there = version(library.package)
    except PackageNotFoundError:
        return ""
    return f"bản {there} cũ quá, cần {library.oldest} trở lên" if _parts(there) < _parts(library.oldest) else ""


def _parts(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", text))


def _names(libraries: tuple[Library, ...]) -> str:
    return ", ".join(each.package for each in libraries)
