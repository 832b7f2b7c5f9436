"""The page server under attack: strangers, paths, sizes, slowness, files built to hurt, texts, and words while it ends.

`python bench/attacks.py [KIND …] [--count N]`: starts `kegen open` on a folder of its own and sends it what other pages
and programs could (kinds: strangers, paths, sizes, slow, files, texts, words; all where none is named). Each attack is
printed with its result. While sizes, slowness and files are tried, an officer asks for pages on connections of their
own and must get each within a second; the server with all its processes must stay within 600 MB. `texts` needs
Chromium and playwright for its second half, `words` root for its full disk (a small tmpfs); both say so where they
cannot. Ends with 1 where an attack passes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.attack_files import files
from bench.attack_paths import paths
from bench.attack_sizes import sizes
from bench.attack_slow import slow
from bench.attack_strangers import strangers
from bench.attack_texts import texts
from bench.attack_words import words
from bench.attacked import Result

KINDS: dict[str, Callable[[int], Iterator[Result]]] = {
    "strangers": strangers,
    "paths": paths,
    "sizes": sizes,
    "slow": slow,
    "files": files,
    "texts": texts,
    "words": words,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], metavar="KIND")
    parser.add_argument("--count", type=int, default=30, help="changed files, kills and saves of each sort")
    chosen = parser.parse_args(arguments)
    tried, passed = 0, list[Result]()
    for name in chosen.kinds or KINDS:
        for result in KINDS[name](chosen.count):
            tried += 1
            print(
                "PASSES" if result.fault else "ok",
                f"{result.kind}: {result.name}:",
                result.fault or result.said,
                flush=True,
            )
            passed += [result] if result.fault else []
    print(
        f"{len(passed)} of {tried} attacks pass",
        *(f"  {each.kind}: {each.name}: {each.fault}" for each in passed),
        sep="\n",
    )
    return int(bool(passed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
