"""Where a profile lies that a person named: as given, in `profiles/` here, or among those shipped."""

from __future__ import annotations

from pathlib import Path

from kegen.problem import KegenError
from kegen.shipped import profiles_folder
from kegen.vietnamese import nearest


def find_profile(name: str) -> Path:
    """Return the profile's path; `.yaml` may be left out. Raises KegenError with the nearest names."""
    names = [name] if name.endswith((".yaml", ".yml")) else [name, f"{name}.yaml"]
    folders = [Path(), Path("profiles"), profiles_folder()]
    for folder in folders:
        for each in names:
            path = folder / each
            if path.is_file():
                return path
    if Path(name).exists():
        return Path(name)
    raise KegenError(_lost(name, folders[1:]))


def _lost(name: str, folders: list[Path]) -> str:
    known = sorted({path.name for folder in folders if folder.is_dir() for path in folder.glob("*.yaml")})
    near = nearest(Path(name).name, known)
    hint = f"có phải là {near}?" if near else f"các hồ sơ sẵn có: {', '.join(known)}"
    return f"{name}: không tìm thấy hồ sơ này ở đây, trong thư mục profiles hay trong bộ kèm theo kegen; {hint}"
