"""Names that lead out of the folder, at every address that takes one, and names of dropped files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from json import dumps
from pathlib import Path
from urllib.parse import quote

from bench.attacked import (
    EDIT,
    OK,
    PROFILE,
    REFUSALS,
    SECRET,
    TOLD,
    Answer,
    Result,
    Server,
    opened,
    outside_of,
    quiet,
)


def paths(_: int) -> Iterator[Result]:
    """Yield what becomes of names that lead out of the folder, at every address that takes one."""
    with ExitStack() as stack:
        server = opened(stack)
        outside = server.folder.parent
        secret = PROFILE.replace(SECRET, "BÍ-MẬT-99")
        for name in ("s.yaml", "s.plan.yaml", "s.docx"):
            (outside / name).write_text(secret, encoding="utf-8")
        inner = server.folder / "trong"
        inner.mkdir()
        (inner / "s.yaml").write_text(secret, encoding="utf-8")
        (server.folder / ".an.yaml").write_text(secret, encoding="utf-8")
        (server.folder / "lien-ket.yaml").symlink_to(outside / "s.yaml")
        (server.folder / "lien-ket.plan.yaml").symlink_to(outside / "s.plan.yaml")
        (server.folder / "thu-muc").symlink_to(outside)
        (server.folder / "khong-dau.docx").symlink_to(outside / "moi.docx")
        (server.folder / "khong-dau.plan.yaml").symlink_to(outside / "moi.plan.yaml")
        before = outside_of(outside, server.folder)
        for name in _wild_names(outside):
            for label, answer in _at_every_address(server, name):
                own = answer.headers.get("location", "").startswith(f"http://{server.host}/{server.token}/")
                passed = "BÍ-MẬT" in answer.text or (answer.status not in REFUSALS and not own)
                yield Result("paths", f"{label} {name}", f"{answer.status}" if passed else "", str(answer.status))
        for name in UPLOADED:
            known = set(server.folder.iterdir())
            answer = server.ask("POST", "/nhan", {"X-Kegen-Name": quote(name)}, b"PK\3\4 khong phai Word")
            new = {each.name for each in set(server.folder.iterdir()) - known}
            bad = answer.status not in {OK, TOLD} or [each for each in new if _is_bad(each)]
            yield Result("paths", f"dropped as {name[:60]!r}", f"{answer.status} {new}" if bad else "", ", ".join(new))
        same = outside_of(outside, server.folder) == before
        yield Result("paths", "what lies outside the folder", "" if same else "changed", "as it was")
        start = server.ask("GET", "/").text
        yield Result("paths", "links out of the folder on the start", "" if "lien-ket" in start else "not told", "told")
        yield quiet("paths", server)


def _wild_names(outside: Path) -> Iterable[str]:
    up = ("..%2Fs.yaml", "%2e%2e%2fs.yaml", "..%252Fs.yaml", "%252e%252e%252fs.yaml", "..%5Cs.yaml", "..\\s.yaml")
    odd = ("%c0%ae%c0%ae%2fs.yaml", "..%c0%afs.yaml", "%u002e%u002e/s.yaml", "..;/s.yaml", "....//s.yaml", "../s.yaml")
    whole = (
        quote(str(outside / "s.yaml"), safe=""),
        f"/{outside}/s.yaml",
        "file:%2F%2F%2Fetc%2Fpasswd",
        "%2Fetc%2Fpasswd",
    )
    windows = (
        "C:%5CWindows%5Cwin.ini",
        "%5C%5Cmay-chu%5Cthu-muc%5Cs.yaml",
        "%2F%2Fmay-chu%2Fs.yaml",
        "%5C%5C.%5CC:",
        "NUL",
    )
    windows = (*windows, "CON.yaml", "x.yaml:an", "x.yaml::$DATA", "X.YAML.", "x.yaml%20")
    inside = ("trong%2Fs.yaml", "trong~s.yaml", "..~s.yaml", ".~x.yaml", "~s.yaml", "thu-muc~s.yaml", ".an.yaml")
    cut = (
        "x.yaml%00",
        "x.yaml%00.plan.yaml",
        "%00",
        "%0a",
        "x.yaml%0d%0aX:%20y",
        "%ff%fe",
        "%ed%a0%80",
        ".",
        "..",
        "%2e",
    )
    links = ("lien-ket.yaml", "lien-ket.plan.yaml", "thu-muc", "thu-muc%2Fs.yaml")
    return (*up, *odd, *whole, *windows, *inside, *cut, *links, "a" * 5000)


def _at_every_address(server: Server, name: str) -> Iterator[tuple[str, Answer]]:
    shown = ("/files/{}", "/ho-so/{}/", "/ho-so/{}/events", "/ho-so/{}/ban-soan.docx", "/ke-hoach/{}/", "/ca-tinh/{}/")
    for address in (*shown, "/ca-tinh/{}/state", "/moi?parent={}"):
        if name not in {".", "..", "%2e"} or "?" in address:
            yield f"GET {address}", server.ask("GET", address.format(name))
    acts = ("edit", "undo", "redo", "keep", "draft")
    for address in (
        *(f"/ho-so/{{}}/{act}" for act in acts),
        "/ke-hoach/{}/answers",
        "/ca-tinh/{}/begin",
        "/ca-tinh/{}/stop",
    ):
        if name not in {".", "..", "%2e"}:
            yield f"POST {address}", server.ask("POST", address.format(name), {}, dumps(EDIT).encode())
    for address in ("/moi/cau-hoi", "/moi/ghi"):
        yield f"POST {address}", server.ask("POST", address, {}, dumps({"parent": name}).encode())


UPLOADED = (
    *(
        "../a.docx",
        "..\\a.docx",
        "/etc/a.docx",
        "C:\\a.docx",
        "\\\\may\\a.docx",
        "..%2Fa.docx",
        "....//a.docx",
        "..docx",
    ),
    *(
        "CON.docx",
        "nul.pdf",
        "aux .docx",
        "COM1.x.docx",
        "com¹.docx",
        "LPT³.pdf",
        "CONIN$.docx",
        "a.docx:an",
        "a:b.docx",
    ),
    *("a\0.docx", "a\n.docx", "a\r\nX: y.docx", "\u202ecod.docx", "a\u200b.docx", "\ufeff.docx", ".docx", "....docx"),
    *(
        "a" * 4000 + ".docx",
        "ố" * 300 + ".docx",
        "a .docx",
        "a..docx",
        " a.docx ",
        "x.yaml",
        "x.plan.yaml",
        "x.docx.yaml",
    ),
    *(
        "khong-dau.docx",
        "thu-muc",
        "a.exe",
        "a.docx.exe",
        "~$a.docx",
        "<script>.docx",
        '"><img src=x>.docx',
        "-a.docx",
        "*.docx",
    ),
)
"""Names that dropped files may say they have."""


def _is_bad(name: str) -> bool:
    """Whether no file may be called so here, on Windows or for a person who reads it."""
    stem = name.split(".", maxsplit=1)[0].rstrip().upper()
    kept = ("CON", "NUL", "AUX", "PRN", "COM1", "COM¹", "LPT³", "CONIN$")
    hidden = any(not each.isprintable() for each in name) or name.startswith((".", "~$"))
    return stem in kept or hidden or any(each in name for each in '<>:"/\\|?*') or name.endswith((".exe", ".yaml"))
