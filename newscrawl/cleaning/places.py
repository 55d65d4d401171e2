"""Furniture inside the story known by its place alone: a paragraph that is one link, a box that calls itself something.

The words need not be known. Comments are for `comments` and `threads`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.entries import is_stamp
from newscrawl.cleaning.letters import goes_on
from newscrawl.cleaning.lines import Cut, usual_path, words_of
from newscrawl.cleaning.wording import ends_sentence, tells
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line

LINK = 0.95
"""Share of link characters of a paragraph that is one link."""
LABEL, LABEL_WORDS = re.compile(r"(?://|[:：»›>→«‹←<|｜】–—▸▶►▪■◆●•☞➤➔➜⇒]|\.\.|\s-)\s*$"), 5
"""What parts a label from the title behind it, and the most words before it."""
LONE_TAGS = frozenset(("p", "div", "td", "section", "article", "span"))
TITLE_WORDS, LABELLED_WORDS = range(5, 31), range(4, 31)
"""Words of a linked title, and of one behind a label; shorter links are sources, prices and addresses."""
PARAGRAPH, SENTENCE = 60, 25
"""Characters from which a line is running text, and from which it is where it ends a sentence."""
DENSE_SENTENCE, DENSE_WORD = 12, 3
"""The same where a character is a syllable or a word, and the characters of a word there."""
MOST_REST = 0.15
"""Score under which what stands under a heading is no list of the story's."""
FEWEST_LINKS = 2
"""Links that make a list."""
LONGEST_OVER, OVER_WORDS = 60, 8
"""Characters and words of what stands over a list of links."""
OPEN_END = re.compile(r"[.!?؟。۔।:：]\W*$")
"""The end of a sentence, and of what introduces a list that the story goes on with."""
OVER_TAGS = frozenset(("p", "div", "span", "section", "h2", "h3", "h4", "h5", "h6", "dt", "td"))
MOST_LINKS = 0.25
"""Share of a story's lines that may be lone links; where there are more, links are what the story is made of."""
PRICE = re.compile(r"[0-9][.,][0-9]{2}(?![0-9])")
"""What an offer costs; a title prints it in round figures."""
MOST_FIGURES = 0.2
"""Share of figures in a title's characters; offers and addresses have more."""
BOXES = {
    "author-box": r"author-?(?:box|bio|info|card|profile|desc(?:ription)?|about|block)|about-?author|bio-?box",
    "share": r"sharedaddy|addtoany\w*|a2a_kit|share-?(?:buttons?|bar|tools|links|icons|box)|social-?(?:share|icons)",
    "newsletter": r"mc4wp\S*|newsletter-?(?:box|form|signup|widget|promo)|subscribe-?(?:box|form|widget)",
    "tags": r"tags?-?(?:links|list|cloud)|post-?tags|entry-?tags|article-?tags",
    "read-also": r"wp-embedded-content|related-?(?:posts?|articles?|stories|news|inline)|jp-relatedposts|also-?read",
    "pager": r"breadcrumbs?|page-?links|pagination|post-?navigation",
    "reading-time": r"(?:rt-)?read(?:ing)?-?time\S*",
    "ad-marker": r"ads?|code-block-[0-9]+|scaip(?:-[0-9]+)?|adsbygoogle|advert(?:isement|ising)?"
    r"|ad-?(?:label|slot|container|wrapper|unit|block)",
}
AUTHOR_BOX = "author-box"
BOX = re.compile(
    "[.#_-](?:" + "|".join(rf"(?P<{rule.replace('-', '_')}>{names})" for rule, names in BOXES.items()) + ")(?:$|[.#_])"
)
"""One of the names in a step with a dot before it: what begins with one of few signs is searched for soonest."""
SLIGHT = 160
"""Characters in a sidebar that are no story where nothing else is."""
LONGEST_BOX = 400
"""Characters of the longest line that a box's name cuts: more is a paragraph under a wrong name."""


def find_lone_links(story: list[Line]) -> dict[int, Cut]:
    """Find paragraphs that are one link to another story, behind a label or not, between the story's own paragraphs."""
    alone = [
        at
        for at, line in enumerate(story)
        if line.block.link_chars
        and line.block.tag in LONE_TAGS
        and line.is_short
        and _linked_title(line)
        and _is_between(story, at)
    ]
    bare = sum(story[at].link_share >= LINK for at in alone)
    if bare > MOST_LINKS * len(story) or 2 * len(alone) > len(story):
        return {}
    found = [story[at] for at in alone]
    return {line.number: Cut("read-also", "a paragraph that is one link") for line in found}


def _linked_title(line: Line) -> str:
    """Give the linked title that a line consists of, but for a label of few words before it; empty for other lines."""
    text, links = line.block.text, line.block.link_chars
    if line.link_share >= LINK:
        title = text
    else:
        before, title = text[: len(text) - links], text[len(text) - links :]
        if not LABEL.search(before) or len(words_of(before)) > LABEL_WORDS or tells(title):
            return ""
    words = TITLE_WORDS if title is text else LABELLED_WORDS
    return title if _count_words(title) in words and _is_title(title) else ""


def _count_words(title: str) -> int:
    """Count the words of a title; in a script without spaces two or three characters are one."""
    return max(len(title.split()), len(title) // DENSE_WORD if DENSE.search(title) else 0)


HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def find_end(story: list[Line]) -> dict[int, Cut]:
    """Find what extraction took behind a story's end: a sidebar outside its article, a heading over nothing."""
    cuts: dict[int, Cut] = {}
    if not story:
        return cuts
    if all(line.block.role == "aside" for line in story) and sum(len(line.block.text) for line in story) <= SLIGHT:
        return {line.number: Cut("newsletter", "a sidebar's few words, on a page without a story") for line in story}
    left = list(story)
    own: str | None = None
    around: tuple[str, ...] = ()
    if story[-1].block.role == "aside":
        own = next(
            (step for step in story[0].block.path if step.partition(".")[0].partition("#")[0] == "article"), None
        )
        around = () if own else usual_path(story)[:-1]
    while len(left) > 1 and left[-1].block.role == "aside" and _is_outside(left[-1].block.path, own, around):
        line = left.pop()
        cuts[line.number] = Cut("read-also", "stands in a sidebar behind the story's article")
    while len(left) > 1 and left[-1].block.tag in HEADINGS and left[-1].block.path[:-1] != left[-2].block.path[:-1]:
        line = left.pop()
        cuts[line.number] = Cut("end", "a heading behind the story's last paragraph, in a box of its own")
    return cuts


def _is_outside(path: tuple[str, ...], own: str | None, around: tuple[str, ...]) -> bool:
    """Tell whether a path leads out of the story's article, or where it has none, out of what holds most of it."""
    return own not in path if own else len(around) > 1 and path[: len(around)] != around


def find_box_headings(story: list[Line], lines: list[Line]) -> dict[int, Cut]:
    """Find headings between two paragraphs of one element over a box whose rest is no story: votes, offers, links."""
    return {
        line.number: Cut("read-also", "heads a box that is no story")
        for before, line, after in zip(story, story[1:], story[2:], strict=False)
        if line.block.tag in HEADINGS
        and before.block.parent == after.block.parent != line.block.parent
        and after.number - line.number > 1
        and all(_is_rest(one, line) for one in lines[line.number + 1 : after.number])
    }


def _is_rest(line: Line, heading: Line) -> bool:
    """Tell whether a line stands in a heading's box and reads like no story."""
    box = heading.block.path[:-1]
    return not line.block.story and line.block.score < MOST_REST and line.block.path[: len(box)] == box


def find_list_headings(story: list[Line], lines: list[Line]) -> dict[int, Cut]:
    """Find what stands over a list of links to other stories that extraction left out: «More from this paper»."""
    return {
        line.number: Cut("read-also", "stands over a list of links")
        for before, line in pairwise(story)
        if len(line.block.text) <= LONGEST_OVER
        and len(line.words) <= OVER_WORDS
        and line.block.tag in OVER_TAGS
        and line.link_share < LINK
        and not OPEN_END.search(line.block.text)
        and not goes_on(before.block.text)
        and _stands_over_links(lines[line.number + 1 : line.number + 1 + FEWEST_LINKS])
    }


def _stands_over_links(after: list[Line]) -> bool:
    """Tell whether the lines after one are linked titles, none of them story."""
    return len(after) == FEWEST_LINKS and all(
        not line.block.story
        and line.link_share >= LINK
        and line.block.tag == after[0].block.tag
        and (len(line.words) in TITLE_WORDS or len(line.block.text) >= LONGEST_OVER / 3)
        for line in after
    )


def _is_between(story: list[Line], at: int) -> bool:
    """Tell whether running text or a list stands before a line, and behind it running text, a subhead or nothing.

    Under a subhead a title needs a label: a bare one is what the subhead names.
    """
    before = next((line for line in reversed(story[:at]) if line.link_share < LINK and not is_stamp(line)), None)
    after = next((line for line in story[at + 1 :] if line.link_share < LINK and not _parts(line)), None)
    return (
        before is not None
        and (
            _is_running(before)
            or ends_sentence(before.block.text)
            or before.block.tag == "li"
            or (before.block.tag in HEADINGS and story[at].link_share < LINK)
        )
        and not before.block.text.rstrip().endswith((":", "："))
        and (after is None or _is_running(after) or _begins_part(after))
    )


def _begins_part(line: Line) -> bool:
    """Tell whether a line without links heads what follows: a subhead, an introduction, a question, open dots."""
    text = line.block.text
    return not line.block.link_chars and (
        line.block.tag in HEADINGS
        or (len(text) >= SENTENCE and text.endswith((":", "：")))
        or (len(text) >= DENSE_SENTENCE and (ends_sentence(text) and not tells(text)))
    )


def _parts(line: Line) -> bool:
    """Tell whether a line parts the story and is none of its text: a subhead, a time."""
    return line.block.tag in HEADINGS or is_stamp(line)


def _is_running(line: Line) -> bool:
    """Tell whether a line is a paragraph, or a short one that is a sentence."""
    text = line.block.text
    long = len(text) > SENTENCE or (len(text) > DENSE_SENTENCE and DENSE.search(text) is not None)
    return len(text) > PARAGRAPH or (long and ends_sentence(text))


def _is_title(text: str) -> bool:
    figures = sum(char.isdigit() for char in text)
    if figures > MOST_FIGURES * len(text) or "://" in text or "www." in text:
        return False
    return not figures or PRICE.search(text) is None


def find_boxes(story: list[Line], authors: Sequence[str] = ()) -> dict[int, Cut]:
    """Find lines in boxes that name themselves, where the story's own text stands in no such box.

    A box with the name of one of the `authors` is the author's, also where little or nothing stands over it.
    """
    named = [(line, box) for line in story if (box := _box(line.block.path)) and len(line.block.text) <= LONGEST_BOX]
    if not named:
        return {}
    weights: Counter[str] = Counter()
    for line in story:
        for step in line.block.path:
            weights[step] += len(line.block.text)
    total = sum(len(line.block.text) for line in story)
    of_authors = {step for _, (rule, step) in named if rule == AUTHOR_BOX and _is_of_author(story, step, authors)}
    return {
        line.number: Cut(rule, f"stands in {step}")
        for line, (rule, step) in named
        if weights[step] * 2 < total or not of_authors.isdisjoint(line.block.path)
    }


def _is_of_author(story: list[Line], step: str, authors: Sequence[str]) -> bool:
    """Tell whether the last lines of a story, few words in all, stand in a box that is headed by an author's name."""
    inside = [line for line in story if step in line.block.path]
    return (
        inside[-1] is story[-1]
        and sum(len(line.block.text) for line in inside) <= LONGEST_BOX
        and len(inside[0].block.text) <= LONGEST_OVER
        and any(name in inside[0].block.text for name in authors)
    )


@lru_cache(maxsize=16384)
def _box(path: tuple[str, ...]) -> tuple[str, str] | None:
    """Give the rule and the step of the innermost box that names itself in a path."""
    for step in reversed(path):
        tag = step.partition(".")[0].partition("#")[0]
        if tag not in ("html", "body", "main", "article") and (match := BOX.search(f".{step}")) and match.lastgroup:
            return match.lastgroup.replace("_", "-"), step
    return None
