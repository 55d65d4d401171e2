"""What in and around a story is furniture: (Draft) -> Article with the clean body, and a Removal for every cut. Pure.

Where the story stands is extraction's; what an outlet repeats is kept by `learned`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.verdict import judge
from newscrawl.items import Article, Block, Draft, Removal

if TYPE_CHECKING:
    from newscrawl.cleaning.verdict import Learned

__all__ = ["clean", "clean_text", "judge", "plain_blocks"]


def clean(draft: Draft, *, learned: Learned | None = None) -> Article:
    """Take the furniture out of a draft's body and list it in `removed`, in page order."""
    if not any(block.story for block in draft.blocks):
        if not draft.article.body:
            return draft.article
        draft = replace(draft, blocks=plain_blocks(draft.article.body))
    kept: list[str] = []
    removed: list[Removal] = []
    for line in judge(draft, learned=learned):
        if line.cut is None:
            if line.block.story:
                kept.append(line.block.text)
            continue
        text = line.block.text
        left = line.cut.kept
        removed.append(Removal(rule=line.cut.rule, text=text[: len(text) - len(left)].rstrip()))
        if left and line.block.story:
            kept.append(left)
    return replace(draft.article, body="\n\n".join(kept), removed=[*draft.article.removed, *removed])


def clean_text(headline: str | None, body: str) -> tuple[str, list[Removal]]:
    r"""Clean a text without markup, a block a line: a feed's full text, a page scraped long ago.

    >>> clean_text("Rain at last", "Rain at last\nIt rained on Monday, the first time in a year.\nLeave a reply")[0]
    'It rained on Monday, the first time in a year.'
    """
    draft = Draft(article=Article(headline=headline, body=body), blocks=plain_blocks(body))
    article = clean(draft)
    return article.body, article.removed


def plain_blocks(body: str) -> tuple[Block, ...]:
    """Make a block of the story of every line of a text without markup."""
    texts = (" ".join(part.split()) for part in body.splitlines())
    return tuple(Block(text=text, tag="p", path=(), story=True) for text in texts if text)
