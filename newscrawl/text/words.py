"""Cut a text of any script into words: for shingles, overlaps and lengths. Leaves meaning and stemming to others."""

from __future__ import annotations

import re

from newscrawl.text.arabic import fold_letters
from newscrawl.text.coding import coded_words, decode_words, latin_words

# Combining marks belong to their word (the Indic and South-East Asian vowels above all), but \w does not know them.
_MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u200c"
    "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0dff\u0f18-\u0fbc\u135d-\u135f"
)
_HAN = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SOUTH_EAST = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
_TOKEN = re.compile(
    rf"""
    (?P<han>[{_HAN}]+)
    | (?P<south_east>[{_SOUTH_EAST}]+)
    | (?:(?![{_HAN}{_SOUTH_EAST}_])[\w{_MARKS}])+
    """,
    re.VERBOSE,
)
# Most texts have none of these: then most words stand between spaces, and only the others are searched for marks.
_SPECIAL = re.compile(f"[{_HAN}{_SOUTH_EAST}{_MARKS}]")
_PLAIN_TOKEN = re.compile(r"[^\W_]+")
_COMMON_MARKS = ".,:;?!()[]\"'-/%"
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Kana, Chinese characters and Hangul, of which each is a syllable or a word: their texts are short."""
# Characters to a word where words are written together; round figures, set by judgement.
HAN_WORD = 2
SOUTH_EAST_WORD = 4


def tokens(text: str) -> list[str]:
    """Cut the matching form of a text into words; overlapping pairs of characters where a script has no spaces.

    >>> tokens("قال: «نعم» 3 مرّات")
    ['قال', 'نعم', '3', 'مرات']
    >>> tokens("东京都 2016")
    ['东京', '京都', '2016']
    """
    coded = coded_words(text)
    return uncoded_tokens(text) if coded is None else decode_words(coded).split()


def uncoded_tokens(text: str) -> list[str]:
    """Cut a text that `coding.coded_words` has no bytes for."""
    latin = latin_words(text)
    return tokens_of(fold_letters(text)) if latin is None else latin


def tokens_of(normalised: str) -> list[str]:
    """Cut a text that `normalise` or `fold_letters` has already made."""
    if not _SPECIAL.search(normalised):
        return _plain_tokens(normalised)
    found: list[str] = []
    for match in _TOKEN.finditer(normalised):
        run = match[0]
        if match.lastgroup is None or len(run) < 2:
            found.append(run)
        else:
            found += [run[at : at + 2] for at in range(len(run) - 1)]
    return found


def _plain_tokens(normalised: str) -> list[str]:
    for mark in _COMMON_MARKS:
        normalised = normalised.replace(mark, " ")
    words = normalised.split()
    # One question about all of them answers for most texts.
    if "".join(words).isalnum():
        return words
    found: list[str] = []
    for word in words:
        if word.isalnum():
            found.append(word)
        else:
            found += _PLAIN_TOKEN.findall(word)
    return found


def count_words(text: str) -> int:
    """Count the words of a text; where a script has no spaces, by the usual length of a word.

    >>> count_words("قال: «نعم» 3 مرّات"), count_words("东京都知事")
    (4, 3)
    """
    total = 0
    for match in _TOKEN.finditer(text):
        length = {"han": HAN_WORD, "south_east": SOUTH_EAST_WORD}.get(match.lastgroup or "", len(match[0]))
        total += -(-len(match[0]) // length)
    return total
