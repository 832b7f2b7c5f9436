"""Run pdfium on the bytes of a file in a process of its own, and say in one sentence why a file cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from kegen.docx.refusals import refusal
from kegen.pdf.bounds import MOST_BYTES, SECONDS
from kegen.problem import KegenError

_HEAD = 1024
"""`%PDF-` stands within the first bytes (ISO 32000-1, annex H)."""
_AGAIN = "hãy xin lại tệp, hoặc xin tệp Word (.docx) gốc"
_WHY = {
    "password": ("có mật khẩu nên không đọc được", "hãy xin tệp không đặt mật khẩu, hoặc tệp Word (.docx) gốc"),
    "long": ("dài quá mức một văn bản có thể có", "hãy tách tệp thành nhiều tệp nhỏ hơn"),
    "broken": ("PDF bị hỏng nên không đọc được", _AGAIN),
}


def found_in(data: bytes, name: str) -> dict[str, Any]:
    """Return what the worker finds in the bytes of a PDF; KegenError where it finds nothing."""
    if b"%PDF" not in data[:_HEAD]:
        raise refusal(name, "không phải là tệp PDF", _AGAIN)
    if len(data) > MOST_BYTES:
        raise refusal(name, *_WHY["long"])
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kegen.pdf.worker"], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise refusal(name, "PDF phải đọc quá lâu", _AGAIN) from None
    found = _answer(done.stdout) if done.returncode == 0 else {"error": "broken"}
    if "error" in found:
        raise refusal(name, *_WHY[found["error"]])
    return found


def _answer(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output)
    except ValueError:
        return {"error": "broken"}
    return answer if isinstance(answer, dict) else {"error": "broken"}


def refused(name: str, why: str) -> KegenError:
    """Return the error for a PDF whose text cannot be taken as it is."""
    return refusal(name, why, "hãy xin tệp Word (.docx) gốc, hoặc PDF xuất thẳng từ Word")
