"""The language of `furniture.toml`: phrases as a speaker writes them, compiled for fast lookup.

What a match means for a line is for `furniture`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.cleaning.lines import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBER = re.compile(r"[0-9]+(?: [0-9]+)*")
PIECE = re.compile(r"…|\([^()]*\|[^()]*\)\??|\([^()]* \)\?|[^…(]+|\(")
RUN = re.compile(r"(?P<inside>… )?(?P<text>[\u3040-\u30ff\u3400-\u9fff]+) …")
"""A phrase of a script without spaces that goes on: it begins a line, or stands in it, as a part of a longer word."""
RUN_RULES = frozenset(("copyright", "comment-form", "paywall-plea"))
"""Rules whose phrases are looked for so; those of the others begin sentences of stories, too."""
BRACKETED = re.compile(r"\([^()|]*\)")
"""A line that is printed in brackets: «(X)»."""
ANY_ENDING = "zqz"
"""Stands for `*` while a phrase goes through the normaliser."""
GLUED = re.compile(r"#(?=[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff])#")
"""A number in a phrase of a script without spaces, which is part of a word there."""
LONGEST_GAP = 6
"""Words that a `…` inside a phrase may stand for."""


class Known(NamedTuple):
    """What the file says of a whole line or a label."""

    rule: str
    language: str
    longest: int


@dataclass(frozen=True)
class Phrase:
    """A phrase with gaps or choices, compiled over line keys with a space at their end."""

    rule: str
    language: str
    printed: str
    source: str
    longest: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compile it, once and only when a line asks: a page asks for few of the thousand."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Group:
    """The phrases that are looked up by one word, asked at once: hardly any line has one of them."""

    phrases: tuple[Phrase, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compile a pattern that finds any of them, as late."""
        return re.compile("|".join([phrase.source for phrase in self.phrases]))


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, by the way they are looked up."""

    whole: dict[str, Known]
    """Key of a whole line."""
    labels: dict[str, tuple[tuple[str, Known], ...]]
    """First word of a label -> the labels that begin with it, longest first."""
    starts: dict[str, Group]
    """First word of the line -> phrases that begin a line."""
    buttons: dict[str, tuple[str, ...]]
    """First three letters -> letters of whole lines of the rule `share`, longest first."""
    anywhere: dict[str, Group]
    """Any word of the line -> phrases that may stand later in a line."""
    firsts: frozenset[str]
    """First words of all lines, labels and beginnings."""
    longest: int
    """Words of the longest line that any phrase can cut."""
    runs: tuple[tuple[str, bool, Known], ...]
    """Texts of scripts without spaces, and whether the line begins with them."""
    services: re.Pattern[str]
    """Finds the name of a messenger or a network in the key of a line."""
    sources: re.Pattern[str]
    """Finds the beginning of a line that says whose a story is, in its key."""
    apps: frozenset[str]
    """Words for what an outlet offers beside those."""
    ours: dict[str, re.Pattern[str]]
    """By language: finds in the key of a line, with spaces around it, what an outlet says of itself."""


def line_key(text: str) -> str:
    """Give the words of a line in matching form, numbers as `#`.

    >>> line_key("3 Comments:"), line_key("#件のコメント") == line_key("3件のコメント")
    ('# comments', True)
    """
    return NUMBER.sub("#", " ".join(words_of(GLUED.sub("0", text).replace("#", " 0 "))))


def load_phrases(text: str, rules: frozenset[str] | None = None) -> Phrases:
    """Compile the text of a phrase file, or some of its rules; raises ValueError for a phrase without a plain word."""
    whole: dict[str, Known] = {}
    labels: dict[str, dict[str, Known]] = defaultdict(dict)
    starts: dict[str, list[Phrase]] = defaultdict(list)
    anywhere: dict[str, list[Phrase]] = defaultdict(list)
    runs: list[tuple[str, bool, Known]] = []
    tables = tomllib.loads(text)
    services, sources = (_any_of(tables.pop(name, {}).get("names", ())) for name in ("services", "sources"))
    ours = tables.pop("ours", {})
    apps = frozenset(map(line_key, ours.pop("apps", ())))
    for rule, table in tables.items():
        if rules is not None and rule not in rules:
            continue
        longest = int(table.get("longest", 20))
        for language, printed_phrases in table.items():
            known = Known(rule, language, longest)
            for printed in printed_phrases if isinstance(printed_phrases, list) else ():
                if printed.endswith((":", "：")):
                    key = line_key(printed)
                    labels[key.split()[0]].setdefault(key, known)
                    whole.setdefault(key, known)
                elif rule in RUN_RULES and (run := RUN.fullmatch(printed)):
                    runs.append(("".join(words_of(run["text"])), run["inside"] is None, known))
                elif re.search(r"[…(*|]", printed) and not BRACKETED.fullmatch(printed):
                    phrase, stems = _compile(printed, known)
                    for anchor in stems:
                        (anywhere if printed.startswith("…") else starts)[anchor].append(phrase)
                else:
                    whole[line_key(printed)] = known
    buttons: dict[str, list[str]] = defaultdict(list)
    for key in sorted((key for key, known in whole.items() if known.rule == "share"), key=len, reverse=True):
        buttons[key.replace(" ", "")[:3]].append(key.replace(" ", ""))
    bounds = [known.longest for found in labels.values() for known in found.values()]
    bounds += [phrase.longest for table in (starts, anywhere) for found in table.values() for phrase in found]
    return Phrases(
        whole,
        {first: tuple(sorted(found.items(), key=lambda item: -len(item[0]))) for first, found in labels.items()},
        {anchor: Group(tuple(found)) for anchor, found in starts.items()},
        {first: tuple(found) for first, found in buttons.items()},
        {anchor: Group(tuple(found)) for anchor, found in anywhere.items()},
        frozenset([key.split(" ")[0] for key in whole]) | labels.keys() | starts.keys(),
        max([*bounds, *(len(key.split()) for key in whole)], default=0),
        tuple(runs),
        services,
        sources,
        apps,
        {language: _own_words(words) for language, words in ours.items() if language != "about"},
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern of the keys of names, the longest first; it finds nothing where there are none."""
    keys = sorted(map(line_key, names), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)) or r"(?!)")


def _own_words(words: list[str]) -> re.Pattern[str]:
    """Compile a pattern that finds any of the words; its group is one that stands before what it belongs to."""
    before = "|".join([re.escape(line_key(word)) for word in words if word.endswith("…")])
    anywhere = "|".join([re.escape(line_key(word)) for word in words if not word.endswith("…")])
    return re.compile(f" (?:({before or '(?!)'})|{anywhere or '(?!)'}) ")


def _compile(printed: str, known: Known) -> tuple[Phrase, set[str]]:
    """Turn a phrase with gaps and choices into a pattern over line keys, and the words it is looked up by."""
    source = ""
    anchors: list[set[str]] = []
    pieces = [piece for piece in PIECE.findall(printed) if piece == "…" or line_key(piece)]
    for number, piece in enumerate(pieces):
        if piece == "…":
            source += "(?:^|(?<= ))" if not number else rf"(?:\S+ ){{0,{LONGEST_GAP}}}?"
            continue
        choices = [line_key(choice.replace("*", ANY_ENDING)) for choice in piece.strip("()?").split("|")]
        source += f"(?:{'|'.join(map(_words_pattern, choices))})" + ("?" if piece.endswith("?") else "")
        anchors.append(_anchors(choices, first=number == 0))
        if number == 0 and piece.endswith("?"):
            raise ValueError(f"furniture.toml: {printed!r} begins with a word that may be missing")
    found = anchors[0] if pieces[0] != "…" else max(anchors, key=lambda words: min(map(len, words), default=0))
    if not found or not re.search(r"[^\W\d_]|©", printed):
        raise ValueError(f"furniture.toml: [{known.rule}] {known.language}: {printed!r} has no word to find it by")
    source = source.removesuffix(rf"(?:\S+ ){{0,{LONGEST_GAP}}}?") if pieces[-1] == "…" else source + "$"
    return Phrase(known.rule, known.language, printed, source, known.longest), found


def _anchors(choices: list[str], *, first: bool) -> set[str]:
    """Give a whole word of each choice, the first or the longest; none where a choice has none."""
    anchors = set()
    for choice in choices:
        words = choice.split()[:1] if first else choice.split()
        plain = [word for word in words if not word.endswith(ANY_ENDING)]
        if not plain:
            return set()
        anchors.add(max(plain, key=len))
    return anchors


def _words_pattern(key: str) -> str:
    found = ""
    for word in key.split():
        found += re.escape(word.removesuffix(ANY_ENDING)) + (r"\w* " if word.endswith(ANY_ENDING) else " ")
    return found


@cache
def own_phrases(rules: frozenset[str] | None = None) -> Phrases:
    """Read the package's own phrases, or those of some rules, once."""
    return load_phrases(files("newscrawl.cleaning").joinpath("furniture.toml").read_text(encoding="utf-8"), rules)
