"""The language of a text as short as a headline, from its script, its letters and how often they stand together."""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST = 1000
"""Characters that are read; more tells no more."""
ENOUGH = 200
"""Characters that are weighed: two headlines."""
FEWEST_LETTERS = 3
FEWEST_BITS = 0.2
"""Evidence a character; names and codes have less, headlines four and more."""
_MARGIN = 1.10
"""How much better than the hint's language another must be to be believed over it."""

_SCRIPTS: dict[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "cyrillic": "\u0400-\u052f",
    "han": "\u3400-\u9fff\uf900-\ufaff",
    "kana": "\u3041-\u30ff",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "he": "\u05d0-\u05ea",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "devanagari": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "bo": "\u0f00-\u0fff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "hy": "\u0530-\u058f",
    "dv": "\u0780-\u07bf",
}
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS.items()))


def _read_lines(name: str) -> list[str]:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class _Sign:
    """What few languages of a script have: letters, words between spaces, other patterns; each time worth `bits`."""

    language: str
    bits: int
    letters: str
    words: frozenset[str]
    pattern: str


def _read_signs() -> dict[str, list[_Sign]]:
    signs: dict[str, list[_Sign]] = defaultdict(list)
    for line in _read_lines("signs.tsv"):
        if not line.startswith("#"):
            script, language, bits, letters, words, pattern = line.split("\t")
            signs[script].append(_Sign(language, int(bits), letters, frozenset(words.split()), pattern))
    return signs


_SIGNS = _read_signs()
_LANGUAGES = {script: tuple(dict.fromkeys(sign.language for sign in signs)) for script, signs in _SIGNS.items()}
# What is seldom met needs the better evidence; their profiles are of smaller texts, too.
_RARE = {"gl": 0.95, "ms": 0.94, "lb": 0.85, "ga": 0.92, "eu": 0.95, "tl": 0.95, "ku": 0.95, "tt": 0.9, "tg": 0.95}
_GRAM = 3
_WIDTH = 16
"""Bits of a script's number that one language has: 600 letters of 65 bits each, the most there can be, fit."""
_HEAVIEST = 15
"""Bits of a triple in profiles.tsv, at the most."""
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_JAPANESE_SHARE = 0.05
_TRADITIONAL = re.compile("[這個們來時為國會學對發說過還後間問題實經電話見車長東樂馬書買賣開關門員點當體]")
_SIMPLIFIED = re.compile("[这个们来时为国会学对发说过还后间问题实经电话见车长东乐马书买卖开关门员点当体]")


@cache
def _rows() -> dict[str, str]:
    """Read which languages a triple of letters speaks for, and how much: `{"aa ": "fi4 nl9"}`; unread until met."""
    return dict(line.split("\t") for line in _read_lines("profiles.tsv"))


class _Grams(dict[str, int]):
    """What a triple of letters says of each language of a script; known once met, as not all of them ever are."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Give each language its place in the number."""
        places = {language: _WIDTH * at for at, language in enumerate(languages)}
        weights = range(1, _HEAVIEST + 1)
        self._weights = {f"{name}{weight}": weight << place for name, place in places.items() for weight in weights}

    def __missing__(self, gram: str) -> int:
        """Read a triple's row; what no language has is not kept, so texts cannot fill memory."""
        row = _rows().get(gram)
        if row is None:
            return 0
        weights = self._weights
        self[gram] = sum([weights[entry] for entry in row.split() if entry in weights])
        return self[gram]


class _Script:
    """What tells the languages of one script apart. All languages' scores are fields of one number: one sum for all."""

    def __init__(self, script: str) -> None:
        """Gather the script's signs by letter and by word."""
        self.languages = _LANGUAGES[script]
        self.shares = [_RARE.get(language, 1.0) for language in self.languages]
        self.grams = _Grams(self.languages)
        self.letters: dict[str, int] = defaultdict(int)
        self.words: dict[str, int] = defaultdict(int)
        self.patterns: list[tuple[int, re.Pattern[str]]] = []
        for sign in _SIGNS[script]:
            worth = sign.bits << _WIDTH * self.languages.index(sign.language)
            for letter in sign.letters:
                self.letters[letter] += worth
            for word in sign.words:
                # A sign counts once in a word: as the word or by its letters.
                self.words[word] += worth * (1 - sum(map(word.count, sign.letters)))
            if sign.pattern:
                self.patterns.append((worth, re.compile(sign.pattern)))
        self.any_letter = re.compile(f"[{''.join(self.letters)}]")

    def score(self, text: str) -> list[float]:
        """Weigh a text for each language."""
        text = text.casefold()
        spaced = f" {_NOT_LETTERS.sub(' ', text).strip()} "
        grams = self.grams
        total = sum([grams[spaced[at : at + _GRAM]] for at in range(len(spaced) - _GRAM + 1)])
        letters, words = self.letters, self.words
        total += sum([letters[letter] for letter in self.any_letter.findall(text)])
        total += sum([words[word] for word in text.split(" ") if word in words])
        raw = f" {text} ".replace(" ", "  ")
        for worth, pattern in self.patterns:
            if found := pattern.findall(raw):
                total += worth * len(found)
        count = len(self.languages)
        scores = struct.unpack(f"<{count}H", total.to_bytes(count * _WIDTH // 8, "little"))
        return [score * share for score, share in zip(scores, self.shares, strict=True)]


@cache
def _script(name: str) -> _Script:
    return _Script(name)


def _find_script(text: str) -> tuple[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for match in _SCRIPT.finditer(text):
        counts[match.lastgroup or ""] += len(match[0])
    if not counts:
        return "", 0
    if counts["kana"] and counts["kana"] >= _JAPANESE_SHARE * (counts["han"] + counts["kana"]):
        return "ja", counts["kana"] + counts["han"]
    script = max(counts, key=counts.__getitem__)
    return script, counts[script]


def evidence(text: str, script: str) -> float:
    """Tell how much a text looks like a language of a script, in bits a character; 0 for another script's."""
    if script not in _SIGNS or _find_script(text)[0] != script:
        return 0.0
    text = text[:ENOUGH]
    return max(_script(script).score(text)) / max(len(text), 1)


def identify(text: str, *, hint: str | None = None) -> str | None:
    """Name a text's language as a BCP 47 tag; None when it has too few letters and there is no hint.

    `hint` (what the page or the outlet says) decides where two languages are equally likely, and stays as it is
    (`en-GB`) when the text agrees.

    >>> identify("رئیس جمهور وارد تهران شد"), identify("رئيس الجمهورية يصل إلى بغداد")
    ('fa', 'ar')
    """
    text = text[:LONGEST]
    script, letters = _find_script(text)
    if letters < FEWEST_LETTERS:
        return hint
    found = _name(text, script, (hint or "").split("-")[0].lower())
    return hint if hint and found and hint.split("-")[0].lower() == found.split("-")[0] else found or hint


def _name(text: str, script: str, hint: str) -> str | None:
    if script == "han":
        return "zh-Hant" if len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text)) else "zh"
    if script not in _SIGNS:
        return script
    languages = _LANGUAGES[script]
    scores = _script(script).score(text[:ENOUGH])
    best = max(scores)
    if best < FEWEST_BITS * min(len(text), ENOUGH):
        return None
    hinted = scores[languages.index(hint)] if hint in languages else 0.0
    return hint if hinted * _MARGIN >= best else languages[scores.index(best)]
