"""A text's matching form for dates, cut into numbers, clock times, words and marks. Knows no language."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from newscrawl.text.arabic import normalise

LONGEST = 300
"""Characters of a text that are read; a printed date with its labels is shorter, and cost stays bounded."""
_RAW_LONGEST = 10 * LONGEST  # before white space is folded

_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u052f\u1e00-\u1fff]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OTHER_LETTERS = str.maketrans("ıłđøћ", "ildoћ")
_CHINESE_NUMBER = re.compile("[〇零一二三四五六七八九十]+(?=[年月日号號时時点點分])")
_CHINESE_DIGITS = {char: digit for digit, chars in enumerate(("〇零", *"一二三四五六七八九")) for char in chars}

_COMPACT = re.compile(
    "([0-9]{4})([0-9]{2})([0-9]{2})(?:[t ]?([0-9]{2})([0-9]{2})([0-9]{2})?)?(z|[+-][0-9]{2}:?[0-9]{2})?"
)

# Han, kana, Hangul, Thai, Lao, Burmese, Khmer: words stand together without spaces, or may.
_SPACELESS = (
    "\u3005-\u3007\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1780-\u17d3"
)
_TOKEN = re.compile(
    r"""
    (?P<clock> (?<![0-9:]) [0-9]{1,2} : [0-9]{2} (?: : [0-9]{2} (?: [.,][0-9]{1,9} )? )? (?![0-9:]) )
    | (?P<numeric> (?<![0-9]) (?<![0-9][./:-])
        [0-9]{1,4} (?P<by>\ ?[./-]\ ?) [0-9]{1,2} (?P=by) [0-9]{1,4} (?![./:-]?[0-9]) )
    | (?P<number> [0-9]+ )
    | (?P<han> [SPACELESS]+ )
    | (?P<word> [^\W\d_] (?: [\u0300-\u036f\u0900-\u0dff\u0f18-\u0fbc] | [^\W\d_] | '(?=[^\W\d_]) )* )
    | (?P<mark> \S )
    """.replace("SPACELESS", _SPACELESS),
    re.VERBOSE,
)


class Token(NamedTuple):
    """One piece of the folded text."""

    kind: str
    """`clock`, `numeric` (1/2/2016), `number`, `word`, `mark`, or `han`: a run in a script without spaces."""
    text: str
    start: int
    end: int


def _fold_chinese_number(match: re.Match[str]) -> str:
    digits = match[0]
    if "十" not in digits:
        return "".join(str(_CHINESE_DIGITS[char]) for char in digits)
    tens, _, ones = digits.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return digits
    return str((_CHINESE_DIGITS[tens] if tens else 1) * 10 + (_CHINESE_DIGITS[ones] if ones else 0))


def fold(text: str) -> str:
    """Give the form that dates are matched in: normalised, without accents of Latin, Greek and Cyrillic letters.

    >>> fold("Çarşamba, 17 ŞUBAT ٢٠١٦")
    'carsamba, 17 subat 2016'
    """
    text = text.strip()[:_RAW_LONGEST].replace("\\", "/").replace(" \u0640 ", " - ")  # tatweel stands for a dash
    text = normalise(" ".join(text.split())[:LONGEST])[:LONGEST]
    if _ACCENTED.search(text):
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
        text = text.translate(_OTHER_LETTERS)
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        return f"{year}-{month}-{day}" + (f" {hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")
    return _CHINESE_NUMBER.sub(_fold_chinese_number, text)


def cut(folded: str) -> list[Token]:
    """Cut a folded text; the dot of an abbreviation is dropped.

    >>> [token.text for token in cut("17. feb. 2016, 10:20 a.m.")]
    ['17', '.', 'feb', '2016', ',', '10:20', 'a', 'm']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or ""
        if match[0] == "." and tokens and tokens[-1].kind in ("word", "han") and tokens[-1].end == match.start():
            continue
        tokens.append(Token(kind, match[0], match.start(), match.end()))
    return tokens
