"""Everything looked at, in the order in which one thing needs the other."""

from __future__ import annotations

from collections.abc import Iterator

from kegen.doctor.finding import Finding
from kegen.doctor.folders import current_folder, kept_data
from kegen.doctor.fonts import font
from kegen.doctor.libraries import extra_libraries, needed_libraries, python_version
from kegen.doctor.programs import browser, libreoffice


def examine() -> Iterator[Finding]:
    """Look at the machine; what needs a library that is missing is told as not looked at."""
    yield python_version()
    libraries = needed_libraries()
    yield libraries
    yield from extra_libraries()
    yield from _shipped_data(can_read=libraries.state == "good")
    yield from (current_folder(), kept_data(), font(), libreoffice(), browser())


def _shipped_data(*, can_read: bool) -> Iterator[Finding]:
    if not can_read:
        yield Finding("packs", "Bộ mẫu, mẫu Word", "bad", "chưa xét được", "hãy cài đủ thư viện bắt buộc rồi chạy lại")
        return
    from kegen.doctor.shipped_data import packs, template  # noqa: PLC0415 - it loads what may be missing

    yield from (*packs(), template())
