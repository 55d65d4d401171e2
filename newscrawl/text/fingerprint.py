"""Fingerprints of a text in its matching form: one hash of the whole, and numbers for its runs of three words.

What is compared with what, and which numbers are kept as keys, is deduplication's.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawl.text.coding import coded_words
from newscrawl.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SCHEME = "1"
"""Version of the content hash: counts up when folding or splitting changes, since old hashes then match nothing."""
HASH_BYTES = 16
RUN_WORDS = 3
CODE_BYTES = 14
"""Bytes of a word that its runs are numbered by: no more letters are needed to tell Arabic words apart."""

# A word takes one lane of 128 bits in a long integer, so that one operation is done on all words at once. Short words
# stand at its upper end: at the lower one the upper halves of products would all be alike, and so buckets by them.
_LANE = b"%%%d.%db\0\0" % (CODE_BYTES, CODE_BYTES)
_HALF_BITS = 56
_LANE_BITS = 128
_SECOND_HALF = 61
_FACTORS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # those of SplitMix64 (Steele et al. 2014)
_FOREIGN = b"\xff"  # no letter of `coding` has this byte
_masks: dict[int, int] = {}


def content_hash(body: str) -> str | None:
    """Return the hash of the body's words in matching form, its scheme in front; None where there are no words.

    Spelling habits, punctuation and spacing do not count; the words and their order do.

    >>> content_hash("أعلنت الوزارة،  اليوم") == content_hash("اعلنت الوزارة اليوم")
    True
    """
    return hash_words(tokens(body))


def hash_words(words: Iterable[str]) -> str | None:
    """Return the content hash of words already in matching form; None where there are none."""
    return hash_folded(" ".join(words))


def hash_folded(folded: str) -> str | None:
    """Return the content hash of words in matching form with a space between them; None where there are none."""
    if not folded:
        return None
    return f"{SCHEME}:{blake2b(folded.encode('utf-8', 'surrogatepass'), digest_size=HASH_BYTES).hexdigest()}"


def code_of(word: str) -> bytes:
    """Return the bytes that stand for a word in matching form, the same on every machine.

    They are the word's own in `coding` where its letters are all known there, else a hash.
    """
    coded = coded_words(word)
    if coded and len(coded) == 1:
        return coded[0]
    return _FOREIGN + blake2b(word.encode("utf-8", "surrogatepass"), digest_size=CODE_BYTES - 1).digest()


def number_runs(codes: Sequence[bytes]) -> memoryview[int]:
    """Return a number of 64 bits for each run of three words, in order; one for a shorter text, none for no words.

    Multiply-shift hashing (Dietzfelbinger 1996), of all runs at once: the lower bits are evenly spread, so that the
    numbers divisible by 8 are a fair sample. Small factors would not do: runs that differ in digits alone would meet.
    """
    if not codes:
        return memoryview(b"").cast("Q")
    codes = [*codes, *[b""] * (RUN_WORDS - len(codes))]
    count = len(codes)
    lanes, mask = int.from_bytes(_LANE * count % tuple(codes), "little"), _mask(count)
    # Two halves of 56 bits make 62; three times that by 64 bits is less than 128: nothing reaches the next lane.
    words = (lanes & mask) + _SECOND_HALF * (lanes >> _HALF_BITS & mask)
    first, second, third = _FACTORS
    runs = words * first + (words >> _LANE_BITS) * second + (words >> 2 * _LANE_BITS) * third
    halves = memoryview(runs.to_bytes(count * _LANE_BITS // 8, "little")).cast("Q")
    return memoryview(halves[1 : 2 * (count - RUN_WORDS + 1) : 2].tobytes()).cast("Q")


def _mask(count: int) -> int:
    """Return the low half of so many lanes or more."""
    size = 1 << count.bit_length()
    if size not in _masks:
        half = (1 << _HALF_BITS) - 1
        _masks[size] = int.from_bytes(half.to_bytes(_LANE_BITS // 8, "little") * size, "little")
    return _masks[size]
