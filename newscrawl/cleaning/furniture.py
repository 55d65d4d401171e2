"""Furniture known by its words: reads `furniture.toml` once and finds its phrases in short lines.

The phrases are data that a speaker of the language can extend; how they are written stands at the top of that file.
What an outlet repeats in any language is for `learned`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newscrawl.cleaning.lines import Cut, Line, words_of

NUMBER = re.compile(r"[0-9]+(?: [0-9]+)*")
LABEL_END = re.compile(r"[:：|–—»›>←→▶►◄◀…\n]|\s-\s|-\s")
LABEL_LINK = 0.5
"""Share of link characters from which a label needs no colon: «Read also <a>Title</a>»."""
MOST_LABEL_CHARS = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of the file, compiled."""

    rule: str
    language: str
    printed: str
    pattern: re.Pattern[str]
    longest: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, by the way they are looked up."""

    whole: dict[str, tuple[str, str]]
    """Words of a whole line -> rule, language."""
    labels: dict[str, tuple[str, str, int]]
    """Words of a label -> rule, language, longest."""
    label_starts: dict[str, tuple[str, ...]]
    """First word of a label -> the labels that begin with it, longest first."""
    patterns: dict[str, tuple[Phrase, ...]]
    """First three letters of a phrase's first plain word -> phrases."""


def load_phrases(text: str) -> Phrases:
    """Compile the text of a phrase file; raises ValueError for a phrase without a plain word."""
    whole: dict[str, tuple[str, str]] = {}
    labels: dict[str, tuple[str, str, int]] = {}
    patterns: dict[str, list[Phrase]] = defaultdict(list)
    for rule, table in tomllib.loads(text).items():
        longest = int(table.get("longest", 20))
        for language, phrases in table.items():
            if language in ("about", "longest"):
                continue
            for printed in phrases:
                if printed.endswith(":"):
                    key = line_key(printed)
                    labels[key] = (rule, language, longest)
                    whole.setdefault(key, (rule, language))
                elif re.search(r"[…(*]", printed):
                    phrase, anchor = _compile(printed, rule, language, longest)
                    patterns[anchor].append(phrase)
                else:
                    whole[line_key(printed)] = (rule, language)
    starts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(labels, key=len, reverse=True):
        starts[key.split()[0]].append(key)
    return Phrases(
        whole,
        labels,
        {first: tuple(keys) for first, keys in starts.items()},
        {anchor: tuple(found) for anchor, found in patterns.items()},
    )


def line_key(text: str) -> str:
    """Give the words of a line in matching form, numbers as `#`.

    >>> line_key("3 Comments:")
    '# comments'
    """
    return NUMBER.sub("#", " ".join(words_of(text.replace("#", " 0 "))))


def _compile(printed: str, rule: str, language: str, longest: int) -> tuple[Phrase, str]:
    """Turn a phrase with gaps and choices into a pattern over line keys, and the anchor it is looked up by."""
    parts: list[str | None] = []
    anchor = ""
    for piece in re.findall(r"…|\([^)]*\)|[^…(]+", printed):
        if piece == "…":
            parts.append(None)
        elif piece.startswith("("):
            choices = [_words_pattern(choice) for choice in piece[1:-1].split("|")]
            parts.append(f"(?:{'|'.join(choices)})")
        elif pattern := _words_pattern(piece):
            parts.append(pattern)
            anchor = anchor or line_key(piece.replace("*", "")).split()[0][:3]
    if not anchor or anchor == "#":
        raise ValueError(f"furniture.toml: [{rule}] {language}: {printed!r} has no plain word to find it by")
    source, gap = "", "^"
    for part in parts:
        if part is None:
            gap = r"(?:^| )(?:\S+ ){0,9}?" if not source else r" (?:\S+ ){0,6}?"
            continue
        source += gap + part
        gap = " "
    source += r"(?: |$)" if parts[-1] is None else "$"
    if parts[0] is None:
        source = source.replace(r"(?:^| )(?:\S+ ){0,9}?", r"(?:^| )", 1)
    return Phrase(rule, language, printed, re.compile(source), longest), anchor


def _words_pattern(piece: str) -> str:
    words = re.findall(r"\S+", piece)
    found = []
    for word in words:
        key = line_key(word.replace("*", ""))
        if key:
            found.append(
                re.escape(key).replace(r"\ ", " ").replace(r"\#", "#") + (r"\w*" if word.endswith("*") else "")
            )
    return " ".join(found)


@cache
def phrases() -> Phrases:
    """Read the package's own phrases, once."""
    return load_phrases(files("newscrawl.cleaning").joinpath("furniture.toml").read_text(encoding="utf-8"))


def find_furniture(line: Line, known: Phrases) -> Cut | None:
    """Find the phrase that makes a line furniture."""
    if not line.is_short:
        return None
    words = line.words
    if not words:
        return None
    key = NUMBER.sub("#", " ".join(words)) if any("0" <= word[0] <= "9" for word in words) else " ".join(words)
    if found := known.whole.get(key):
        return Cut(found[0], f"{found[1]}: the line is «{key}»")
    if words[0] in known.label_starts and (cut := _find_label(line, key, known)):
        return cut
    for anchor in {word[:3] for word in words}:
        for phrase in known.patterns.get(anchor, ()):
            if len(words) <= phrase.longest and phrase.pattern.search(key):
                return Cut(phrase.rule, f"{phrase.language}: {phrase.printed}")
    return None


def _find_label(line: Line, key: str, known: Phrases) -> Cut | None:
    text = line.block.text
    for label in known.label_starts[line.words[0]]:
        if not key.startswith(label + " "):
            continue
        rule, language, longest = known.labels[label]
        if len(line.words) > longest:
            continue
        end = LABEL_END.search(text[:MOST_LABEL_CHARS])
        if end and line_key(text[: end.start()]) == label:
            return Cut(rule, f"{language}: label «{text[: end.start()]}»")
        if line.link_share >= LABEL_LINK:
            return Cut(rule, f"{language}: label «{label}» and a link")
    return None
