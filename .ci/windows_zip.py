"""Build kegen-windows.zip on any system: wheels for 64-bit Windows, what installs and runs them, and how.

`python .ci/windows_zip.py OUT.zip` takes the network and about a minute. The same wheels give the same bytes.

pip judges the conditions of requirements (`; sys_platform == "win32"`) by the machine that it runs on, whatever
`--platform` says: what only Windows needs is found in the wheels' own metadata, and fetched until nothing is lacking.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "windows"
PYTHON = "3.12"
INSTALLER = "python-3.12.10-amd64.exe"
ADDRESS = f"https://www.python.org/ftp/python/3.12.10/{INSTALLER}"
EXTRAS = ("sheets", "calendar", "pdf", "page")
FOLDER = "kegen-windows"
WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.12.10",
    "python_version": PYTHON,
    "sys_platform": "win32",
}


def text_of(path: Path) -> bytes:
    """Return a text as Windows wants it: CRLF, and a mark of UTF-8 for Notepad, which cmd.exe would trip over."""
    text = path.read_text(encoding="utf-8").replace("@INSTALLER@", INSTALLER).replace("@ADDRESS@", ADDRESS)
    return text.replace("\n", "\r\n").encode("utf-8-sig" if path.suffix == ".txt" else "utf-8")


def lacking(metadata: Iterable[str]) -> list[str]:
    """Return the requirements of kegen with its extras that no wheel meets on Windows; `metadata` are the wheels'."""
    wheels = {canonicalize_name(each["Name"]): each for each in map(HeaderParser().parsestr, metadata)}
    todo, seen, missing = [("kegen", ("", *EXTRAS))], set(), {}
    while todo:
        name, extras = todo.pop()
        for need in map(Requirement, wheels[name].get_all("Requires-Dist", [])):
            if need.marker and not any(need.marker.evaluate({**WINDOWS, "extra": each}) for each in extras):
                continue
            key = (canonicalize_name(need.name), ("", *sorted(need.extras)))
            if key[0] not in wheels or not need.specifier.contains(wheels[key[0]]["Version"], prereleases=True):
                missing[f"{need.name}{need.specifier}"] = None
            elif key not in seen:
                seen.add(key)
                todo.append(key)
    return list(missing)


def metadata_of(wheel: Path) -> str:
    with ZipFile(wheel) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        return archive.read(name).decode()


def unfit(wheels: Iterable[str]) -> list[str]:
    """Return the wheels that Python 3.12 on 64-bit Windows does not take."""
    return [each for each in wheels if not any(map(_fits, parse_wheel_filename(each)[3]))]


def _fits(tag: object) -> bool:
    interpreter, abi, platform = str(tag).split("-")
    return (
        platform in {"any", "win_amd64"}
        and (interpreter in {"py3", "cp312"} or abi == "abi3")
        and abi in {"none", "cp312", "abi3"}
    )


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


def fetch(folder: Path) -> list[Path]:
    """Fill the folder with kegen's wheel and all that it needs; returns them in order."""
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    while missing := lacking(map(metadata_of, folder.glob("*.whl"))):
        only = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp"]
        pip("download", "--no-deps", *only, "--dest", str(folder), *missing)
    return sorted(folder.glob("*.whl"))


def build(target: Path, wheels: Iterable[Path]) -> None:
    """Write the archive, each file with the time of 1980 and in one folder of its own."""
    with ZipFile(target, "w") as archive:
        for path in sorted(TEXTS.iterdir()):
            archive.writestr(ZipInfo(f"{FOLDER}/{path.name}"), text_of(path), ZIP_DEFLATED)
        archive.writestr(ZipInfo(f"{FOLDER}/LICENSE.txt"), (ROOT / "LICENSE").read_bytes(), ZIP_DEFLATED)
        for wheel in wheels:
            archive.writestr(ZipInfo(f"{FOLDER}/wheels/{wheel.name}"), wheel.read_bytes(), ZIP_STORED)


def main(arguments: list[str]) -> int:
    target = Path(arguments[0] if arguments else "kegen-windows.zip")
    with tempfile.TemporaryDirectory() as folder:
        wheels = fetch(Path(folder))
        if wrong := unfit(each.name for each in wheels):
            print(f"not for 64-bit Windows: {', '.join(wrong)}")
            return 1
        build(target, wheels)
    print(f"{target}: {len(wheels)} wheels, {target.stat().st_size >> 20} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
