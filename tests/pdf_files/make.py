"""Small PDFs written as bytes: every letter is half as wide as it is tall, so that a test knows where it stands."""

from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 85, 540
SIZE = 14


class Text(NamedTuple):
    """Words on a baseline, `down` points under the upper edge."""

    x: float
    down: float
    words: str
    size: float = SIZE
    font: str = "F"
    """F upright, B bold, I italic, O of an old encoding."""
    mark: int | None = None
    mode: int = 0


class Line(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float


class Tagged(NamedTuple):
    """An element of the structure tree: its kind, and elements or (page, mark) in it."""

    kind: str
    kids: tuple = ()
    rows: int = 1
    columns: int = 1


class Sheet(NamedTuple):
    """A page: what stands on it, and the stamps laid over it."""

    things: tuple
    stamps: tuple[Text, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT
    image: bool = False
    turn: int = 0


def middle(words, size=SIZE, left=LEFT, right=RIGHT):
    """Return where words begin that stand in the middle."""
    return (left + right - len(words) * size / 2) / 2


def filling(words, x, down, **look):
    """Return words as lines that fill the page, the first of which begins at x."""
    lines, own = [], ""
    start = x
    for word in words.split(" "):
        longer = f"{own} {word}".strip()
        if start + len(longer) * SIZE / 2 > RIGHT:
            lines.append((start, own))
            start, own = LEFT, word
        else:
            own = longer
    lines.append((start, own))
    return tuple(Text(a, down + 18 * index, line, **look) for index, (a, line) in enumerate(lines))


def pdf(*sheets, tags=None, signed="", encrypted=False):
    """Return the bytes of a PDF of these pages; `tags` are the elements of its structure tree."""
    return _Writer(sheets, tags, signed, encrypted).written()


class _Writer:
    def __init__(self, sheets, tags, signed, encrypted):
        self.objects: dict[int, bytes] = {}
        self.last = 0
        self.encrypted = encrypted
        root, pages = self.number(), self.number()
        fonts = {name: self.font(base) for name, base in FONTS.items()}
        resources = "<< /Font << " + " ".join(f"/{name} {at} 0 R" for name, at in fonts.items()) + " >> {} >>"
        image = self.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                            "/BitsPerComponent 8", b"\x80")  # fmt: skip
        shown = resources.format(f"/XObject << /Im {image} 0 R >>")
        own = [self.page(sheet, index, pages, resources, shown) for index, sheet in enumerate(sheets)]
        self.objects[pages] = f"<< /Type /Pages /Count {len(own)} /Kids [{refs(own)}] >>".encode()
        extra = self.tree(tags, own) if tags is not None else ""
        extra += self.signature(signed) if signed else ""
        self.objects[root] = f"<< /Type /Catalog /Pages {pages} 0 R {extra} >>".encode()
        self.root = root

    def number(self):
        self.last += 1
        return self.last

    def add(self, text):
        at = self.number()
        self.objects[at] = text.encode() if isinstance(text, str) else text
        return at

    def stream(self, entries, data):
        return self.add(f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")

    def font(self, base):
        cmap = self.stream("", CMAP.encode())
        below = self.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /DW 500 /CIDSystemInfo "
            f"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {self.add(descriptor(base))} 0 R >>"
        )
        return self.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H "
            f"/DescendantFonts [{below} 0 R] /ToUnicode {cmap} 0 R >>"
        )

    def page(self, sheet, index, pages, resources, shown):
        drawn = "\n".join(drawing(each, sheet.height) for each in sheet.things)
        if sheet.image:
            drawn = f"q {sheet.width} 0 0 {sheet.height} 0 0 cm /Im Do Q\n{drawn}"
        content = self.stream("", drawn.encode())
        stamps = [self.stamp(each, sheet.height, resources.format("")) for each in sheet.stamps]
        return self.add(
            f"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Contents {content} 0 R "
            f"/Resources {shown} /StructParents {index} /Rotate {sheet.turn} /Annots [{refs(stamps)}] >>"
        )

    def stamp(self, text, height, resources):
        width, low = len(text.words) * text.size / 2, height - text.down - 4
        box = f"{text.x} {low} {text.x + width} {low + text.size + 4}"
        look = self.stream(
            f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources {resources}", drawing(text, height).encode()
        )
        return self.add(f"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [{box}] /AP << /N {look} 0 R >> >>")

    def tree(self, tags, pages):
        root = self.number()
        parents: dict[int, dict[int, int]] = {}
        own = [self.element(each, root, pages, parents) for each in tags]
        nums = " ".join(
            f"{page} [{' '.join(f'{marks[at]} 0 R' if at in marks else 'null' for at in range(max(marks) + 1))}]"
            for page, marks in sorted(parents.items())
        )
        tree = self.add(f"<< /Nums [{nums}] >>")
        self.objects[root] = f"<< /Type /StructTreeRoot /K [{refs(own)}] /ParentTree {tree} 0 R >>".encode()
        return f"/MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R "

    def element(self, tag, parent, pages, parents):
        at = self.number()
        kids = []
        for kid in tag.kids:
            if isinstance(kid, Tagged):
                kids.append(f"{self.element(kid, at, pages, parents)} 0 R")
            else:
                page, mark = kid
                parents.setdefault(page, {})[mark] = at
                kids.append(f"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {mark} >>")
        spans = f"/A << /O /Table /RowSpan {tag.rows} /ColSpan {tag.columns} >>" if tag.kind in ("TD", "TH") else ""
        self.objects[at] = (
            f"<< /Type /StructElem /S /{tag.kind} /P {parent} 0 R {spans} /K [{' '.join(kids)}] >>".encode()
        )
        return at

    def signature(self, time):
        value = self.add(
            f"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M ({time}) "
            "/ByteRange [0 1 2 3] /Contents <00> >>"
        )
        field = self.add(f"<< /FT /Sig /T (Chu ky) /V {value} 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>")
        return f"/AcroForm << /SigFlags 3 /Fields [{field} 0 R] >> "

    def written(self):
        out, places = bytearray(b"%PDF-1.7\n"), {}
        for at in sorted(self.objects):
            places[at] = len(out)
            out += f"{at} 0 obj\n".encode() + self.objects[at] + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {self.last + 1}\n0000000000 65535 f \n".encode()
        for at in range(1, self.last + 1):
            out += f"{places[at]:010} 00000 n \n".encode()
        lock = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<00> <00>]"
            if self.encrypted
            else ""
        )
        out += (
            f"trailer\n<< /Size {self.last + 1} /Root {self.root} 0 R {lock} >>\nstartxref\n{start}\n%%EOF\n".encode()
        )
        return bytes(out)


FONTS = {
    "F": "AAAAAA+TimesNewRomanPSMT",
    "B": "AAAAAA+TimesNewRomanPS-BoldMT",
    "I": "AAAAAA+TimesNewRomanPS-ItalicMT",
    "O": ".VnTime",
}
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
{} endcmap end end""".format(
    "\n".join(
        f"1 beginbfrange <{high:02X}00> <{high:02X}FF> <{high:02X}00> endbfrange" for high in (0, 1, 3, 0x1E, 0x20)
    )
)


def descriptor(base):
    return (
        f"<< /Type /FontDescriptor /FontName /{base} /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>"
    )


def refs(numbers):
    return " ".join(f"{each} 0 R" for each in numbers)


def drawing(thing, height):
    if isinstance(thing, Line):
        return f"{thing.x0} {height - thing.y0} m {thing.x1} {height - thing.y1} l S"
    codes = thing.words.encode("utf-16-be").hex()
    shown = f"BT {thing.mode} Tr /{thing.font} {thing.size} Tf {thing.x} {height - thing.down} Td <{codes}> Tj ET"
    return shown if thing.mark is None else f"/P << /MCID {thing.mark} >> BDC {shown} EMC"
