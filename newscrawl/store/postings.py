"""A row of postings: numbers of 64 bits in order, each the rest of a key before the number of an article that has it.

In the byte order of the machine, both in memory and in the file.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

CAP = 100
"""A key of more articles is furniture or a form, and names no candidate; more postings of it are not kept."""
REST_BITS = 32
"""The last 32 bits of a key stand in the posting, above 32 bits for the article; which row it is says the others."""
REST = (1 << REST_BITS) - 1
_NUMBER_AT = 0 if sys.byteorder == "little" else 1


def posting_of(key: int, n: int) -> int:
    """Return the posting that says that article `n` has a key."""
    return (key & REST) << REST_BITS | n


def find_numbers(postings: memoryview[int], key: int) -> Sequence[int] | None:
    """Return the articles of a key in a row, in order; over the cap only how many, and None of none."""
    rest = key & REST
    first = bisect_left(postings, rest << REST_BITS)
    # Nearly all keys are new: one search, and nothing made.
    if first == len(postings) or postings[first] >> REST_BITS != rest:
        return None
    last = bisect_left(postings, (rest + 1) << REST_BITS, first)
    if last - first > CAP:
        return range(last - first)
    return postings[first:last].cast("B").cast("I")[_NUMBER_AT::2].tolist()


def insert(postings: array[int], posting: int) -> None:
    """Put a posting in its place in a row; not where its key has more postings than the cap."""
    at = bisect_left(postings, posting)
    if at <= CAP or postings[at - CAP - 1] >> REST_BITS != posting >> REST_BITS:
        postings.insert(at, posting)
