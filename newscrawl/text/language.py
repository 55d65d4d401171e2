"""The language of a text as short as a headline, from its script, its letters and how often they stand together."""

from __future__ import annotations

import re
from collections import defaultdict
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


def _read_table(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


_SIGNS: dict[str, list[tuple[str, float, str]]] = defaultdict(list)
for _script, _language, _bits, _pattern in _read_table("signs.tsv"):
    _SIGNS[_script].append((_language, float(_bits), _pattern))
_LANGUAGES = {script: tuple(dict.fromkeys(sign[0] for sign in signs)) for script, signs in _SIGNS.items()}
_SIGN_PATTERNS = {
    script: [(_LANGUAGES[script].index(language), weight, re.compile(pattern)) for language, weight, pattern in signs]
    for script, signs in _SIGNS.items()
}
# What is seldom met needs the better evidence; their profiles are of smaller texts, too.
_RARE = {"gl": 0.95, "ms": 0.94, "lb": 0.85, "ga": 0.92, "eu": 0.95, "tl": 0.95, "ku": 0.95, "tt": 0.9, "tg": 0.95}
_SHARES = {script: [_RARE.get(language, 1.0) for language in languages] for script, languages in _LANGUAGES.items()}
_DIGITS = "0123456789"
_GRAM = 3
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_JAPANESE_SHARE = 0.05
_TRADITIONAL = re.compile("[這個們來時為國會學對發說過還後間問題實經電話見車長東樂馬書買賣開關門員點當體]")
_SIMPLIFIED = re.compile("[这个们来时为国会学对发说过还后间问题实经电话见车长东乐马书买卖开关门员点当体]")


@cache
def _profiles() -> dict[str, dict[str, tuple[tuple[int, int], ...]]]:
    """Read how much a pair or triple of letters speaks for each language of a script (by its number there)."""
    places = defaultdict(list)
    for script, languages in _LANGUAGES.items():
        for number, language in enumerate(languages):
            places[language].append((script, number))
    tables: dict[str, dict[str, tuple[tuple[int, int], ...]]] = {script: {} for script in _LANGUAGES}
    for gram, weights in _read_table("profiles.tsv"):
        for entry in weights.split():
            language = entry.rstrip(_DIGITS)
            for script, number in places.get(language, ()):
                table = tables[script]
                table[gram] = (*table.get(gram, ()), (number, int(entry[len(language) :])))
    return tables


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


def _score(text: str, script: str) -> list[float]:
    text = text.casefold()
    spaced = f" {_NOT_LETTERS.sub(' ', text).strip()} "
    scores = [0.0] * len(_LANGUAGES[script])
    profiles = _profiles()[script]
    for at in range(len(spaced) - _GRAM + 1):
        for language, weight in profiles.get(spaced[at : at + _GRAM], ()):
            scores[language] += weight
    raw = f" {text} ".replace(" ", "  ")
    for language, bits, pattern in _SIGN_PATTERNS[script]:
        if found := pattern.findall(raw):
            scores[language] += bits * len(found)
    return [score * share for score, share in zip(scores, _SHARES[script], strict=True)]


def evidence(text: str, script: str) -> float:
    """Tell how much a text looks like a language of a script, in bits a character; 0 for another script's."""
    if script not in _SIGNS or _find_script(text)[0] != script:
        return 0.0
    text = text[:ENOUGH]
    return max(_score(text, script)) / max(len(text), 1)


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
    scores = _score(text[:ENOUGH], script)
    best = max(scores)
    if best < FEWEST_BITS * min(len(text), ENOUGH):
        return None
    hinted = scores[languages.index(hint)] if hint in languages else 0.0
    return hint if hinted * _MARGIN >= best else languages[scores.index(best)]
