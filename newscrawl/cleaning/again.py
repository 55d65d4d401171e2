"""An article cleaned again from its own line, when its outlet has taught more than it had when the page was read.

Only what was learned is applied: the rules by words and structure saw the page itself, which a line no longer has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.learned import RULE
from newscrawl.cleaning.lines import Line
from newscrawl.items import Block, Removal

if TYPE_CHECKING:
    from newscrawl.cleaning.learned import LearnedFurniture
    from newscrawl.items import Article

APART = "\n\n"


def clean_again(article: Article, learned: LearnedFurniture) -> Article | None:
    """Take learned furniture out of an article's body; None where there is none, or where nothing would be left.

    The cuts follow those of the line in `removed`; hash, dateline and revision are the caller's.
    """
    texts = article.body.split(APART)
    lines = [Line(at, Block(text=text, tag="p", path=(), story=True)) for at, text in enumerate(texts)]
    cuts = learned.find(lines)
    if not cuts or len(cuts) == len(texts):
        return None
    return replace(
        article,
        body=APART.join(text for at, text in enumerate(texts) if at not in cuts),
        removed=[*article.removed, *(Removal(rule=RULE, text=texts[at]) for at in sorted(cuts))],
    )
