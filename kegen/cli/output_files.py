"""Where what a command writes goes and in which format, decided before anything is made; and what saving it came to."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from kegen.cli.vietnamese_click import Misuse
from kegen.output.guard import Saved
from kegen.output.whole import check_name
from kegen.plan.saved import is_saved_plan

_YAML = (".yaml", ".yml")


def profiles_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the profiles that the names stand for; a folder stands for those in it, without saved plans."""
    return tuple(profile for name in names for profile in (_inside(name) if os.path.isdir(name) else [name]))  # noqa: PTH112


def _inside(folder: str) -> list[str]:
    try:
        found = sorted(Path(folder).iterdir())
    except OSError as error:
        raise Misuse(f"--profile {folder}: không mở được thư mục này (mã lỗi {error.errno})") from None
    profiles = [each for each in found if each.suffix.lower() in _YAML and not each.name.startswith(".")]
    if not (profiles := [each for each in profiles if not is_saved_plan(each)]):
        raise Misuse(f"--profile {folder}: không có hồ sơ .yaml nào trong thư mục này; hãy xem lại tên thư mục")
    return [str(each) for each in profiles]


def targets_of(profiles: tuple[str, ...], output: str | None) -> list[Path]:
    """Return where the draft of each profile goes; raises a usage error where that cannot be."""
    folder = Path() if output is None else _folder_of(output, len(profiles))
    targets = [Path(output or "")] if folder is None else [folder / f"{stem_of(each)}.docx" for each in profiles]
    _check_twins(profiles, targets)
    for target in targets:
        check_name(target)
    return targets


def _folder_of(output: str, count: int) -> Path | None:
    """Return the folder that `--output` means, None where it means a file."""
    if not output:
        raise Misuse("--output không có tên; hãy ghi tên tệp .docx hoặc thư mục, hoặc bỏ --output")
    if os.path.isdir(output) or output.endswith(("/", os.sep)):  # noqa: PTH112 - no error for a name too long
        return Path(output)
    is_document = output.lower().endswith(".docx")
    if count == 1 and is_document:
        return None
    if count == 1:
        raise Misuse(f"--output {output}: tệp kế hoạch phải có đuôi .docx; nếu là thư mục mới thì thêm / ở cuối")
    if is_document or os.path.exists(output):  # noqa: PTH110 - the same
        raise Misuse(f"--output {output} là một tệp nhưng có {count} hồ sơ; hãy ghi tên một thư mục")
    return Path(output)


def stem_of(profile: str) -> str:
    """Return the name that what is made of the profile takes, without its ending."""
    path = Path(profile)
    return path.stem if path.suffix.lower() in _YAML else path.name


def _check_twins(profiles: tuple[str, ...], targets: list[Path]) -> None:
    """Refuse two drafts in one file, also where only a disk that minds no capitals would make them one."""
    first: dict[str, str] = {}
    for profile, target in zip(profiles, targets, strict=True):
        name = unicodedata.normalize("NFC", str(target)).casefold()
        if name in first:
            raise Misuse(f"hai hồ sơ {first[name]} và {profile} cùng soạn ra {target}; hãy chạy riêng từng hồ sơ")
        first[name] = profile


def output_format_of(
    output_format: str | None, output: str | None, suffixes: Mapping[str, str], usual: str = "text"
) -> str:
    """Return the format; the usual one where neither says one. `suffixes` gives each the end of its files."""
    return output_format or next(
        (each for each, end in suffixes.items() if (output or "").lower().endswith(end)), usual
    )


_OUTCOMES = {
    "new": "đã ghi",
    "same": "không có gì thay đổi",
    "redrafted": "đã ghi lại (bản trước chưa ai sửa)",
    "forced": "đã ghi đè",
}


def saved_lines(saved: Saved) -> list[str]:
    """Return where the file is, how it got there, and where an older one was put."""
    backup = [f"  tệp cũ được giữ tại {saved.backup}"] if saved.backup else []
    return [f"{saved.path}: {_OUTCOMES[saved.outcome]}", *backup]
