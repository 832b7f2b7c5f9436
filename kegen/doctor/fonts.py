"""Whether the machine has Times New Roman, or a font whose letters are as wide (NĐ 30/2020/NĐ-CP, Phụ lục I, I.4).

A draft names Times New Roman whatever is installed here; without it the pages that this machine shows break elsewhere
than those of whoever receives the file. The names of the font files tell enough: no font is opened.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kegen.doctor.finding import Finding

_FONTS: Final = {
    "Times New Roman": re.compile(r"times([ _]?new[ _]?roman)?([ _-]?regular)?\.tt[fc]", re.IGNORECASE),
    "Liberation Serif": re.compile(r"liberation ?serif(-regular)?\.(ttf|otf)", re.IGNORECASE),
    "Tinos": re.compile(r"tinos(-regular)?\.(ttf|otf)", re.IGNORECASE),
}
"""The font and those as wide, letter by letter, by the names of their files; the best first."""
_ADVICE = {
    "linux": "hãy cài gói fonts-liberation2 hoặc fonts-croscore (chữ rộng đúng bằng Times New Roman)",
    "win32": "hãy mở Cài đặt (Settings), Cá nhân hóa (Personalization), Phông chữ (Fonts) để cài lại Times New Roman",
}
_OTHERWISE = "hãy cài Times New Roman (đi kèm Microsoft Office) hoặc Liberation Serif"
_NOTE = "bản .docx vẫn ghi Times New Roman, nhưng trang xem và in ở máy này có thể ngắt khác"


def font(folders: Iterable[Path] | None = None) -> Finding:
    """Look for the font in the folders, where none are given in those of this system."""
    names = list(_file_names(font_folders() if folders is None else folders))
    there = next((name for name, pattern in _FONTS.items() if any(map(pattern.fullmatch, names))), None)
    if there is None:
        advice = f"{_NOTE}; {_ADVICE.get(sys.platform, _OTHERWISE)}"
        return Finding("fonts", "Phông chữ", "note", "không thấy Times New Roman hay phông cùng cỡ chữ", advice)
    stands = "" if there == "Times New Roman" else " thay cho Times New Roman, chữ rộng bằng nhau"
    return Finding("fonts", "Phông chữ", "good", f"có {there}{stands}")


def font_folders() -> list[Path]:
    """Return the folders where this system has fonts: for everybody, and this user's own."""
    home = Path("~").expanduser()
    if sys.platform == "win32":
        system, own = os.environ.get("SYSTEMROOT", r"C:\Windows"), os.environ.get("LOCALAPPDATA")
        return [Path(system) / "Fonts", *([Path(own) / "Microsoft/Windows/Fonts"] if own else [])]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    return [home / ".fonts", *(Path(each) / "fonts" for each in (own, *shared.split(":")) if each)]


def _file_names(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for _, _, names in os.walk(folder):
            yield from names
