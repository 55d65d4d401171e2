"""What a site is called by the links to its front page, or over the story's headline: a name that no meta tag states.

What else names a site is gathered in `sources`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.extraction.metadata.letters import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.extraction.page import Page
    from newscrawl.items import Block

HOME = ("/", "./", "index.html", "index.php")
"""How a link leads to the site's front page from any page; from a page in a folder also by climbing out of it."""
HOST = re.compile(r"[\w.:-]+")
DEEPEST = 20
"""Folders of an address from which a link may climb out."""
MOST_HOME_LINKS = 12
LONGEST = 80
"""Characters of what may be a site's name."""
NEAR = 100
"""Blocks from the top of a page among which the site's name stands over the story's headline."""
SHORTEST = 12
"""Letters; a line that is shorter may be a section's name."""
TITLE_STEPS = re.compile(r"\s[-–—|·•»«/]\s|\s?(?:::|[|｜])\s?|[:：]\s")
"""What parts the names in a title element."""


def find_home_names(page: Page, title: str) -> frozenset[str]:
    """Find what links to the front page are called, where the title element ends or begins so, or an h1 is the link.

    Old themes put the site's name into an h1, and the story's headline into an h2. A page that states
    the name needs no links.
    """
    if page.meta.get("og:site_name"):
        return frozenset()
    steps = [step.strip() for step in TITLE_STEPS.split(title)]
    edges = {fold(steps[0]), fold(steps[-1])} if len(steps) > 1 else set()
    found = set()
    for link in page.tree.css(_home_links(page.url))[:MOST_HOME_LINKS]:
        text = link.text()
        key = fold(text) if len(text) <= 2 * LONGEST else ""
        above = link.parent
        if key and (key in edges or (above is not None and above.tag == "h1" and fold(above.text()) == key)):
            found.add(key)
    return frozenset(found)


def find_names_over(blocks: Sequence[Block], title: str) -> frozenset[str]:
    """Find the h1 lines that stand over a longer line which the title element repeats without them.

    For pages that state nothing else: `Site` in an h1, then `Story` in an h2, and `Story - Site` in the title.
    """
    whole, steps = fold(title), [fold(step) for step in TITLE_STEPS.split(title)]
    end = next((n for n, block in enumerate(blocks) if block.story), len(blocks))
    found = set()
    for n, block in enumerate(blocks[: min(end, NEAR)]):
        key = fold(block.text) if block.tag == "h1" and len(block.text) <= LONGEST else ""
        if not key or key == whole or (key in whole and key not in (steps[0], steps[-1])):
            continue
        named = key in whole
        stories = {whole.removesuffix(key), whole.removeprefix(key), steps[0], steps[-1]} if named else {whole}
        lines = (other for other in blocks[n + 1 : min(end, NEAR) + 1] if named or other.tag in ("h2", "h3", "h4"))
        below = {fold(line.text) for line in lines if len(line.text) <= len(title)}
        if any(len(line) > max(len(key), SHORTEST) for line in (stories - {key, whole if named else ""}) & below):
            found.add(key)
    return frozenset(found)


def _home_links(url: str) -> str:
    """Write the selector of links to the front page, as they are written on the page at this address.

    >>> _home_links("https://a.example/news/1")
    'a[rel~=home],a[href="/"],a[href="./"],a[href="index.html"],a[href="index.php"],a[href="https://a.example"],\
a[href="https://a.example/"],a[href="../"],a[href=".."],a[href="../index.html"]'
    """
    parts = urlsplit(url)
    addresses = list(HOME)
    if HOST.fullmatch(parts.netloc):
        site = f"{parts.scheme}://{parts.netloc}"
        addresses += [site, f"{site}/"]
    if 0 < (depth := parts.path.count("/") - 1) <= DEEPEST:
        up = "../" * depth
        addresses += [up, up[:-1], f"{up}index.html"]
    return ",".join(["a[rel~=home]", *(f'a[href="{address}"]' for address in addresses)])
