"""An article read for comparison: its words in matching form, their shingles, and the few of them kept as keys.

Shingles are w-shinglings (Broder 1997, "On the resemblance and containment of documents"); the keys are his
modulo sample. It is not MinHash: a modulo sample of a cut text is the cut of the sample, so containment survives.
"""

from __future__ import annotations

import re
from functools import cached_property
from struct import unpack
from typing import TYPE_CHECKING

from newscrawl.text.fingerprint import hash_words, word_hash
from newscrawl.text.words import tokens

if TYPE_CHECKING:
    from newscrawl.items import Article

SHINGLE_WORDS = 3
KEY_BITS = 48
"""At 2 billion stored keys (100 million articles) one look-up in 140,000 meets a stranger's key."""
LEAD_WORDS = 80
LEAD_RATE = 8
"""One shingle in 8 of the first 80 words is a key: cut and extended copies agree there first."""
REST_RATE = 16
"""One in 16 of the rest; a multiple of LEAD_RATE, so that a key of the rest is also one in a lead."""
MAX_KEYS = 64
"""Texts of over about 1,100 words are sampled at half the rate, a quarter …: evenly, so that all their parts match."""
WORD_CACHE = 1 << 18
SHORTEST_STEMMED = 3
PARTICLES = re.compile("^و?(?:ال|بال|كال|فال|لل|و)(?=..)")

_KEY_MASK = (1 << KEY_BITS) - 1


class _WordHashes(dict[str, bytes]):
    """Hashes of the words met so far, forgotten all at once when there are too many."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= WORD_CACHE:
            self.clear()
        value = self[word] = word_hash(word)
        return value


class _Stems(dict[str, str]):
    """Stems of the words met so far, forgotten like the hashes."""

    def __missing__(self, word: str) -> str:
        if len(self) >= WORD_CACHE:
            self.clear()
        stem = self[word] = find_stem(word)
        return stem


def find_stem(word: str) -> str:
    """Cut the article, "and" and one-letter prepositions off an Arabic word in matching form; others stay.

    For comparing words of two texts only; it also cuts some letters that are no particles, in both alike.

    >>> find_stem("وبالوزاره"), find_stem("الوزاره"), find_stem("the")
    ('وزاره', 'وزاره', 'the')
    """
    if len(word) <= SHORTEST_STEMMED or not "\u0621" <= word[0] <= "\u064a":
        return word
    word = PARTICLES.sub("", word)
    return word[1:] if len(word) > SHORTEST_STEMMED and word[0] in "بل" else word


_hashes = _WordHashes()
_stems = _Stems()


class Reading:
    """What comparison needs of one article; parts are computed when first asked for."""

    def __init__(self, article: Article):
        self.article = article
        self.words = tokens(article.body)

    @cached_property
    def content_hash(self) -> str | None:
        """The article's content hash; None for a text without words."""
        return self.article.content_hash or hash_words(self.words)

    @cached_property
    def shingles(self) -> tuple[int, ...]:
        """Numbers of the three-word runs in order; of the whole text where it is shorter."""
        numbers = b"".join(map(_hashes.__getitem__, self.words))
        count = len(self.words) - SHINGLE_WORDS + 1
        if count < 1:
            return (sum(unpack(f"<{len(self.words)}Q", numbers)),) if numbers else ()
        # Small odd factors, so that order counts. All sums at once, in one number with a word in each of its 64-bit
        # digits: a + 3b + 5c of 60-bit numbers never carries..
        words = int.from_bytes(numbers, "little")
        sums = words + 3 * (words >> 64) + 5 * (words >> 128)
        return unpack(f"<{count}Q", sums.to_bytes(len(numbers) + 8, "little")[: 8 * count])

    @cached_property
    def shingle_set(self) -> frozenset[int]:
        """The distinct shingles."""
        return frozenset(self.shingles)

    @cached_property
    def keys(self) -> list[int]:
        """The sampled shingles, distinct, in order of the text."""
        lead = [one for one in self.shingles[:LEAD_WORDS] if not one % LEAD_RATE]
        rest = [one for one in self.shingles[LEAD_WORDS:] if not one % REST_RATE]
        rate = REST_RATE
        while len(rest) > MAX_KEYS:
            rate *= 2
            rest = [one for one in rest if one % rate == 0]
        return list(dict.fromkeys(one >> 4 & _KEY_MASK for one in lead + rest))

    @cached_property
    def stems(self) -> list[str]:
        """The words without the particles that Arabic writes before them, in order."""
        return list(map(_stems.__getitem__, self.words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct stems."""
        return frozenset(self.stems)

    @cached_property
    def headline_words(self) -> frozenset[str]:
        """The headline's words in matching form."""
        return frozenset(tokens(self.article.headline or ""))

    @cached_property
    def headline_stems(self) -> frozenset[str]:
        """The headline's stems."""
        return frozenset(_stems[word] for word in self.headline_words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The distinct words that begin with a digit."""
        return frozenset(word for word in self.words if word[0].isdigit())


def keys_of(article: Article) -> list[int]:
    """Return the keys under which the store finds an article."""
    return Reading(article).keys
