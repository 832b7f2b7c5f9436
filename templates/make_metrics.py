"""Make `kegen/widths.json`: advance widths of Times New Roman, from fonts that share its metrics.

Only facts are taken (numbers of units per em); run by hand when a character is missing:
`python templates/make_metrics.py <folder>/Tinos-{Regular,Bold,Italic,BoldItalic}.ttf`
Liberation Serif 2.x gives the same numbers; 1.x lacks the Vietnamese letters and is refused.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-not-found, import-untyped, unused-ignore]

FACES = ("regular", "bold", "italic", "bold-italic")
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9), (0x2010, 0x2022))
SINGLE = "…′″€₫№™←→−≈≠≤≥½¼¾\u2009"
TARGET = Path(__file__).parent.parent / "kegen" / "widths.json"


def characters() -> str:
    """Return every character a Vietnamese document is likely to hold, in code order."""
    found = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SINGLE)
    return "".join(sorted(found))


def advances(font_file: str, text: str) -> list[int]:
    """Return the width of each character in units of 1/2048 em, 0 where the font lacks it."""
    font = TTFont(font_file)
    if font["head"].unitsPerEm != 2048 or ord("ế") not in font.getBestCmap():  # noqa: PLR2004 - these fonts' own
        raise SystemExit(f"{font_file}: not a font of 2048 units per em with Vietnamese letters")
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    return [widths[glyphs[ord(c)]][0] if ord(c) in glyphs else 0 for c in text]


def main(font_files: list[str]) -> None:
    """Write the widths of the four faces, in the order of FACES."""
    text = characters()
    tables = {face: advances(file, text) for face, file in zip(FACES, font_files, strict=True)}
    known = [i for i in range(len(text)) if all(tables[face][i] for face in FACES)]
    data = {"characters": "".join(text[i] for i in known)}
    data |= {face: [tables[face][i] for i in known] for face in FACES}
    TARGET.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(known)} ký tự × {len(FACES)} kiểu chữ")


if __name__ == "__main__":
    main(sys.argv[1:])
