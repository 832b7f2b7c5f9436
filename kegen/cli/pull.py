"""`kegen pull`: what was edited in Word in a draft goes into the profile that it was drafted from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kegen.check.words import opening
from kegen.cli.completing import files
from kegen.cli.console import can_print_vietnamese, complain, print_lines, print_result
from kegen.cli.exit_codes import DONE, PROBLEMS
from kegen.cli.input_files import Source
from kegen.cli.vietnamese_click import Misuse, VietnameseCommand, format_option, option
from kegen.compare.change import Subject, changed
from kegen.compare.text import change_lines
from kegen.docx.model import Comment
from kegen.files import as_typed
from kegen.problem import KegenError
from kegen.profile.read import find_profile
from kegen.pulling.files import Sent, check_kind, pull_file, write_profile
from kegen.pulling.notices import Notice, Pulled, renumbered_line, short_notice
from kegen.pulling.pull import REASON
from kegen.yaml_text.text import bytes_of

_GLIMPSE = 12
"""Words that tell a paragraph from others."""
_HELP = (
    "Nhận chỗ sửa trong bản Word vào hồ sơ: cho biết nhận được gì, không đặt được gì vào đâu, chỗ nào mâu thuẫn; "
    "hỏi lại rồi mới ghi, giữ một bản hồ sơ cũ bên cạnh. Sau đó kegen draft soạn ra đúng lời đã sửa."
)


@click.command(cls=VietnameseCommand, help=_HELP, short_help="Nhận chỗ sửa trong bản Word vào hồ sơ.")
@click.argument("files", nargs=-1, shell_complete=files, metavar="BẢN-WORD")
@option("--profile", required=True, metavar="TỆP", help="Hồ sơ (.yaml) mà bản Word ấy được soạn từ đó.")
@option("--template", metavar="TỆP", help="Mẫu Word của đơn vị, nếu bản ấy được soạn theo mẫu riêng.")
@option("--reason", metavar="LÝ DO", default=REASON, help=f"Lý do ghi ở điều đã bỏ trong bản Word; mặc định: {REASON}.")
@option("--renamed", is_flag=True, help="Hồ sơ đã đổi tên từ khi soạn bản Word ấy.")
@option("--yes", is_flag=True, help="Ghi luôn, không hỏi lại.")
@format_option("text", "json")
def command(  # noqa: PLR0913 - one for each option
    files: tuple[str, ...],
    *,
    profile: str,
    template: str | None,
    reason: str,
    renamed: bool,
    yes: bool,
    output_format: str,
) -> int:
    """Show what the edited draft brings, ask, and write it into the profile."""
    if len(files) != 1:
        raise Misuse("cần đúng một bản Word đã sửa; ví dụ: kegen pull xa-nhu-khe.docx --profile xa-nhu-khe.yaml")
    edited, path = Path(files[0]), find_profile(profile)
    check_kind(edited)
    data = bytes_of(path)
    sent = Sent(Source(files[0]).read(), edited, None if template is None else Path(template))
    pulled = pull_file(sent, data, path, reason=reason, renamed=renamed)
    backup = ""
    may_write = pulled.data != data and (yes or (output_format == "text" and sys.stdin.isatty()))
    if output_format == "text":
        print_lines(_lines(pulled, edited, path))
        may_write = may_write and (yes or click.confirm("Ghi những chỗ nhận được vào hồ sơ?", default=True))
    if may_write:
        try:
            backup = str(write_profile(path, data, pulled.data))
        except KegenError as error:
            complain(str(error))
            return PROBLEMS
    if output_format == "json":
        print_result(json.dumps(_record(pulled), ensure_ascii=not can_print_vietnamese(sys.stdout), indent=2))
    else:
        print_lines(_outcome(pulled, path, backup, may_write=may_write, changed=pulled.data != data))
    return PROBLEMS if pulled.left or (pulled.data != data and not may_write) else DONE


_SUBJECTS: dict[str, Subject] = {
    "parent": "issuer",
    "issuer": "issuer",
    "number": "number",
    "date": "date",
    "title": "title",
    "recipient": "recipient",
    "archive": "recipient",
    "authority": "signature",
    "signer": "signature",
    "label": "annex",
    "annex-title": "annex",
    "reference": "annex",
    "margin": "other",
    "row": "row",
}


def _lines(pulled: Pulled, edited: Path, profile: Path) -> Iterator[tuple[str, str]]:
    """Yield what a person is to know before anything is written."""
    if not pulled.is_edited:
        same = f"nói đúng như bản soạn từ {profile.name} (chưa ai sửa, hoặc chỗ sửa đã có trong hồ sơ)"
        yield f"{edited}: {same}, nên không có gì để nhận.", ""
    if pulled.taken:
        yield f"Nhận vào {profile.name}:", "title"
        yield from ((line, "") for line in change_lines([_change(each) for each in pulled.taken]))
    yield from _group("Không đặt được vào hồ sơ, cần tự ghi lại (nguyên văn):", pulled.left, "warning")
    yield from _group("Mâu thuẫn, cần xem lại:", pulled.contradictions, "warning", ("hồ sơ", "bản Word"))
    yield from _group("Soạn lại sẽ khác bản Word ở:", pulled.follows, "info", ("bản Word", "soạn lại"))
    if pulled.renumbered:
        yield renumbered_line(pulled.renumbered), "info"
    if pulled.comments:
        yield f"Nhận xét ở lề bản Word ({len(pulled.comments)}), không đưa vào hồ sơ:", "title"
        yield from ((f"  - {each.author}: {each.text}{_about(each)}", "") for each in pulled.comments)


def _about(comment: Comment) -> str:
    return f" (ở đoạn “{opening(comment.about, _GLIMPSE)}”)" if comment.about else ""


def _change(notice: Notice) -> Any:  # noqa: ANN401 - a change of kegen.compare
    subject = _SUBJECTS.get(notice.slot, "item")
    if notice.how == "moved":
        return changed(subject, "", notice.where, "", notice.new)._replace(kind="moved", old="chỗ cũ", new=notice.where)
    return changed(subject, "", notice.where, *short_notice(notice))


def _group(
    title: str, notices: tuple[Notice, ...], tone: str, names: tuple[str, str] = ("cũ", "bản Word")
) -> Iterator[tuple[str, str]]:
    if notices:
        yield title, "title"
    for each in notices:
        yield f"  - {each.where}" + (f" ({each.why})" if each.why else "") + ":", tone
        if each.old == each.new:
            yield f"      {short_notice(each)[0]}", ""
            continue
        for name, text in zip(names, short_notice(each), strict=True):
            if text:
                yield f"      {name}: {text}", ""


def _outcome(
    pulled: Pulled, profile: Path, backup: str, *, may_write: bool, changed: bool
) -> Iterator[tuple[str, str]]:
    if may_write:
        yield f"{profile}: đã ghi {len(pulled.taken)} chỗ sửa; hồ sơ cũ được giữ tại {backup}", "title"
        new = profile.with_name(f"{profile.stem}-moi.docx")
        yield f"Soạn lại: kegen draft --profile {as_typed(profile)} --output {as_typed(new)}", ""
    elif changed:
        yield "Chưa ghi gì vào hồ sơ; muốn ghi thì chạy lại với --yes.", ""


def _record(pulled: Pulled) -> dict[str, Any]:
    groups = {
        name: [_notice_data(each) for each in getattr(pulled, name)] for name in ("taken", "left", "contradictions")
    }
    return {
        **groups,
        "comments": [each._asdict() for each in pulled.comments],
        "follows": [_notice_data(each) for each in pulled.follows],
        "renumbered": [_notice_data(each) for each in pulled.renumbered],
    }


def _notice_data(notice: Notice) -> dict[str, Any]:
    return {
        "where": notice.where,
        "old": notice.old,
        "new": notice.new,
        "how": notice.how,
        "keys": list(notice.keys),
        "why": notice.why,
        "cells": [each._asdict() for each in notice.cells],
    }
