"""Fingerprints of a text in its matching form: one hash of the whole, and of its words.

What is compared with what, and which hashes are kept as keys, is deduplication's.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawl.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEME = "1"
"""Version of the content hash: counts up when folding or splitting changes, since old hashes then match nothing."""
HASH_BYTES = 16
WORD_BITS = 60
"""Nine times such a number still fits 64 bits, which is what the weighted sums of three words need."""


def content_hash(body: str) -> str | None:
    """Return the hash of the body's words in matching form, its scheme in front; None where there are no words.

    Spelling habits, punctuation and spacing do not count; the words and their order do.

    >>> content_hash("أعلنت الوزارة،  اليوم") == content_hash("اعلنت الوزارة اليوم")
    True
    """
    return hash_words(tokens(body))


def hash_words(words: Iterable[str]) -> str | None:
    """Return the content hash of words already in matching form; None where there are none."""
    folded = " ".join(words)
    if not folded:
        return None
    return f"{SCHEME}:{blake2b(folded.encode('utf-8', 'surrogatepass'), digest_size=HASH_BYTES).hexdigest()}"


def word_hash(word: str) -> bytes:
    """Return a word's number, the same on every machine, 60 bits in 8 bytes, the lowest first."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "little") >> (64 - WORD_BITS)).to_bytes(8, "little")
