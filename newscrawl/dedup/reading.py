"""An article read for comparison: its words in matching form, their shingles, and the few of them kept as keys.

Shingles are w-shinglings (Broder 1997, "On the resemblance and containment of documents"); the keys are his
modulo sample. It is not MinHash: a modulo sample of a cut text is the cut of the sample, so containment survives.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

from newscrawl.text.coding import coded_words, decode_words
from newscrawl.text.fingerprint import RUN_WORDS, code_of, hash_folded, hash_words, number_runs
from newscrawl.text.words import tokens, uncoded_tokens

if TYPE_CHECKING:
    from newscrawl.items import Article

SHINGLE_WORDS = RUN_WORDS
KEY_BITS = 40
"""At 2.4 billion stored keys (100 million articles) one look-up in 450 meets a stranger's key; a pair needs two."""
LEAD_WORDS = 80
LEAD_RATE = 8
"""One shingle in 8 of the first 80 words is a key: cut and extended copies agree there first."""
REST_RATE = 16
"""One in 16 of the rest; a multiple of LEAD_RATE, so that a key of the rest is also one in a lead."""
MAX_KEYS = 64
"""Texts of over about 1,100 words are sampled at half the rate, a quarter …: evenly, so that all their parts match."""
WORD_CACHE = 1 << 16
SHORTEST_STEMMED = 3
PARTICLES = re.compile("^و?(?:ال|بال|كال|فال|لل|و)(?=..)")

_KEY_MASK = (1 << KEY_BITS) - 1
# What the lowest byte of a shingle says: 1 where the shingle is divisible by the rate.
_LEAD_SAMPLED, _REST_SAMPLED = (bytes(not byte % rate for byte in range(256)) for rate in (LEAD_RATE, REST_RATE))


class _Codes(dict[str, bytes]):
    """Codes of the words met so far in texts that are not coded as a whole, forgotten when there are too many."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= WORD_CACHE:
            self.clear()
        code = self[word] = code_of(word)
        return code


class _Stems(dict[str, str]):
    """Stems of the words met so far, forgotten like the codes."""

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


_codes = _Codes()
_stems = _Stems()


class Reading:
    """What comparison needs of one article; parts are computed when first asked for."""

    def __init__(self, article: Article):
        self.article = article
        coded = coded_words(article.body)
        if coded is None:
            self.words = uncoded_tokens(article.body)
            coded = list(map(_codes.__getitem__, self.words))
        self.codes = coded
        """The words as bytes, one for one."""

    @cached_property
    def words(self) -> list[str]:
        """The body's words in matching form."""
        return decode_words(self.codes).split()

    @cached_property
    def content_hash(self) -> str | None:
        """The article's content hash; None for a text without words."""
        if self.article.content_hash:
            return self.article.content_hash
        return hash_words(self.words) if "words" in self.__dict__ else hash_folded(decode_words(self.codes))

    @cached_property
    def shingles(self) -> memoryview[int]:
        """Numbers of the three-word runs in order; of the whole text where it is shorter."""
        return number_runs(self.codes)

    @cached_property
    def shingle_set(self) -> frozenset[int]:
        """The distinct shingles."""
        return frozenset(self.shingles)

    @cached_property
    def keys(self) -> list[int]:
        """The sampled shingles, distinct, in order of the text."""
        shingles = self.shingles
        # Of 16 shingles one or two are taken: the others are passed by their lowest bytes, and no number made of them.
        low = shingles.tobytes()[:: shingles.itemsize]
        lead = [shingles[at] for at in compress(range(LEAD_WORDS), low[:LEAD_WORDS].translate(_LEAD_SAMPLED))]
        sampled = compress(range(LEAD_WORDS, len(low)), low[LEAD_WORDS:].translate(_REST_SAMPLED))
        rest = [shingles[at] for at in sampled]
        rate = REST_RATE
        while len(rest) > MAX_KEYS:
            rate *= 2
            rest = [one for one in rest if not one % rate]
        return list(dict.fromkeys(one >> 4 & _KEY_MASK for one in lead + rest))

    @cached_property
    def stems(self) -> list[str]:
        """The words without the particles that Arabic writes before them, in order."""
        return list(map(_stems.__getitem__, self.words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct stems."""
        return frozenset(map(_stems.__getitem__, frozenset(self.words)))

    def stems_of_lead(self, count: int) -> frozenset[str]:
        """Return the distinct stems of the first words."""
        return frozenset(map(_stems.__getitem__, self.words[:count]))

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
