"""Pages that would keep a parser busy for minutes, told before parsing; extraction has bounds of its own.

The tree builder of HTML5 walks the open elements for every tag, and lexbor the attributes of an element for every
further one, so a page of half a megabyte can take 40 seconds. Both are cut off long after what real pages have.
"""

from __future__ import annotations

import re
from collections import Counter

MAX_DEPTH = 5_000  # open elements; of 227 real news pages none has 650, unclosed ones counted
MIN_TAGS = 10_000  # fewer take a third of a second at the worst, however deep; none of the 227 pages has as many
MAX_ATTRIBUTES = 2_000  # of one element; real ones have up to 40. They cost squares: 2,000 10 ms, 100,000 38 s
GAP = 8_192  # characters; 2,000 different attributes need about as many, and mostly no `>` stands among them
LARGE = 1 << 20  # characters; above, every tag is looked at, however its attributes are quoted
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Never open (void), or closed by the next of their kind.
SHALLOW = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr p li dd dt option optgroup rp rt tr td th tbody
    thead tfoot colgroup caption script style html head body
    """.split()
)
ATTRIBUTES = re.compile(
    r"""<[a-zA-Z][^\s>]*+
        (?:[\s/]++[^\s/=>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+){2000}""",  # MAX_ATTRIBUTES
    re.VERBOSE,
)


def find_trap(html: str) -> str | None:
    """Say why a page should not be parsed at all; None for every page that a person could read.

    >>> find_trap("<p>text</p>") is None, find_trap("<div>" * 20_000)
    (True, 'more than 5,000 elements open at once')
    """
    if html.count("<") > MIN_TAGS and _depth(html) > MAX_DEPTH:
        return f"more than {MAX_DEPTH:,} elements open at once"
    if (ATTRIBUTES.search(html) is not None) if len(html) > LARGE else _has_endless_tag(html):
        return f"an element with more than {MAX_ATTRIBUTES:,} attributes"
    return None


def _has_endless_tag(html: str) -> bool:
    """Look for such an element where no tag ends for a long while: only one window's end after the other is read."""
    position = 0
    while position + GAP < len(html):
        found = html.rfind(">", position, position + GAP)
        if found < 0:
            found = html.find(">", position + GAP)
            found = len(html) if found < 0 else found
            if ATTRIBUTES.search(html, position, found):
                return True
        position = found + 1
    return False


def _depth(html: str) -> int:
    """Return a bound on how many elements are open at once: each name by itself, closed only by its own name."""
    open_now: Counter[str] = Counter()
    depth = deepest = 0
    for slash, name in TAG.findall(html):
        name = name.lower()
        if name in SHALLOW:
            continue
        if not slash:
            open_now[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif open_now[name]:
            open_now[name] -= 1
            depth -= 1
    return deepest
