"""Run the OOXML validator on every .docx of a folder; all must be valid, and there must be some."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def errors_in(validator: str, draft: Path) -> list[object]:
    """Return the validator's findings in one file."""
    run = subprocess.run([validator, str(draft)], capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)["errors"]
    return list(found) or ([run.stderr] if run.returncode else [])


def main(validator: str, folder: str) -> int:
    drafts = sorted(Path(folder).glob("*.docx"))
    bad = {draft.name: errors for draft in drafts if (errors := errors_in(validator, draft))}
    for name, errors in bad.items():
        print(name, json.dumps(errors, ensure_ascii=False, indent=1))
    print(f"{len(drafts)} files looked at, {len(bad)} invalid")
    return 1 if bad or not drafts else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
