"""Make what is made from the code: schema and pages of profile, pack, commands, rules, messages, the attestations.

`python docs/make_docs.py` writes them; `--check` writes nothing, tells which are stale, and ends with 1 if one is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from check_rules import rules_page
from command_pages import commands_page
from message_pages import messages_page
from pack_ids import pack_page, with_attestations
from profile_keys import reference, schema

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "templates" / "qd-534"
FRAME = ROOT / "templates" / "chung"

MADE = {
    "schema/profile.schema.json": schema,
    "docs/ho-so.md": reference,
    "docs/lenh.md": commands_page,
    "docs/rules.md": rules_page,
    "docs/thong-bao.md": messages_page,
    "docs/bo-mau-qd-534.md": lambda: pack_page(PACK),
    "docs/bo-mau-chung.md": lambda: pack_page(FRAME),
    "templates/qd-534/README.md": lambda: with_attestations(PACK),
}


def stale() -> dict[str, str]:
    """Return the made files that are not what would be made now, with what would be."""
    texts = {name: make() for name, make in MADE.items()}
    return {name: text for name, text in texts.items() if _kept(name) != text}


def _kept(name: str) -> str | None:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str]) -> int:
    old = stale()
    for name, text in old.items():
        if "--check" in arguments:
            print(f"{name} is stale; run: python docs/make_docs.py")
        else:
            (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"{name} made")
    print(f"{len(MADE)} made files looked at, {len(old)} stale")
    return 1 if old and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
