"""Write newscrawl/text/profiles.tsv: how often triples of letters are, by language.

    pip install --target DIR langdetect Django; python tests/tools/build_language_profiles.py DIR

The counts are facts from langdetect's profiles (Wikipedia) and, for languages those lack, counted in the
translations that Django comes with. Weights are bits above the floor that an unseen triple gets.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[2] / "newscrawl/text/profiles.tsv"
FROM_PROFILES = (
    "af ar bg ca cs cy da de en es et fa fi fr hi hr hu id it lt lv mk mr ne nl no pl pt ro ru sk sl so sq sv sw tl tr "
    "uk ur vi"
).split()
FROM_DJANGO = "az be ckb eu ga gl is kk ky lb mn ms sr tg tk tt ug uz".split()
KEPT = {3: 1500}
FLOOR = {3: 1e-5}
_LETTERS = re.compile(r"[^\W\d_]+")


def grams(text: str):
    for word in _LETTERS.findall(text.casefold()):
        padded = f" {word} "
        for length in KEPT:
            yield from (padded[at : at + length] for at in range(len(padded) - length + 1))


def read_profile(path: Path) -> Counter:
    counts: Counter = Counter()
    for gram, count in json.loads(path.read_text(encoding="utf-8"))["freq"].items():
        if len(gram) in KEPT:
            counts[gram.casefold()] += count
    return counts


def read_django(folder: Path) -> Counter:
    counts: Counter = Counter()
    for path in sorted(folder.rglob("*.po")):
        for text in re.findall(r'^msgstr(?:\[\d\])? "(.*)"|^"(.*)"', path.read_text(encoding="utf-8"), re.MULTILINE):
            line = re.sub(r"\\n|%\(?\w*\)?\w?|<[^>]*>|\{[^}]*\}|https?:\S+|\b[\w.]+@[\w.]+", " ", "".join(text))
            if ":" not in line[:30] or " " in line[:10]:
                counts.update(grams(line))
    return counts


def main(source: str) -> None:
    folder = Path(source)
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for language in [*FROM_PROFILES, *FROM_DJANGO]:
        if language in FROM_PROFILES:
            counts = read_profile(folder / "langdetect/profiles" / language)
        else:
            counts = Counter()
            for locale in list((folder / "django").rglob(f"locale/{language}/LC_MESSAGES")):
                counts += read_django(locale)
        for length, kept in KEPT.items():
            of_length = Counter({gram: count for gram, count in counts.items() if len(gram) == length})
            total = sum(of_length.values())
            for gram, count in of_length.most_common(kept):
                weight = round(math.log2(count / total / FLOOR[length]))
                if weight > 0:
                    table[gram][language] = weight
    lines = [
        "\t".join((gram, " ".join(f"{lang}{weight}" for lang, weight in by.items())))
        for gram, by in sorted(table.items())
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), TARGET.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1])
