"""Furniture at a story's edges in no known words: when it was changed, how long it takes to read, where to follow it.

A line over the first paragraph that is a bare label, a date or a count tells of the page, not of the story; so does
one at either end with the article's own day or author, and last lines that are or begin with the author's name. A
short line with the outlet's own name and that of a messenger asks readers to follow it there.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.bios import find_bios, find_headed_box
from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.letters import goes_on
from newscrawl.cleaning.lines import Cut, Line, words_of, words_of_title
from newscrawl.cleaning.moments import is_own_day, tells_day, tells_own_minute
from newscrawl.cleaning.ours import (
    PLEA_LINK,
    find_owner,
    is_own_label,
    is_plea,
    own_handle,
    signs_and_dates,
    signs_as_outlet,
)
from newscrawl.cleaning.phrases import own_phrases
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.bylines import parse_authors
from newscrawl.text.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.items import Article

PAGE_RULES = frozenset(("last-updated", "reading-time"))
"""Rules that take days and counts for what is said of the page; facts have both."""
TOP = 3
"""Lines of a story among which what is said of the page stands."""
LONGEST = 60
"""Characters of such a line, and from which the line under it is a paragraph. Of 227 real stories none begins so."""
NEAR = 8
"""Lines after it among which a paragraph stands: a list may stand between."""
LABEL_WORDS, COUNT_WORDS, DATE_WORDS = 3, 5, 6
"""Most words of a bare label, of a line with a number, and beside a date."""
PLEA, PLEA_WORDS = 160, 20
"""Most characters and words of a plea."""
END = 2
"""Lines at the end of a story among which it says when the page was changed."""
OWN_WORDS = 10
"""Words of a line with the article's own day or author."""
BESIDE_NAME = 3
"""Words beside the author's name: «By», an agency, a place."""
BESIDE_DATE = 2
"""Words beside the author's name and the numbers of a day: «By», the month."""
ORDINAL_END = re.compile(r"[0-9٠-٩۰-۹]\.\W*$")
MAIL = re.compile(r"[<(\[]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[>)\]]?")
MAIL_WORDS = 6
"""Most words beside an e-mail address, the author's name among them."""
LABEL = re.compile(r"[:：]\s*$")
SIGNED_LINES = 5
"""Lines at the end of a letter among which its last greeting ends in a comma."""
ORNAMENTS = frozenset("★☆※◎✦✱✽❖◆■●▲☞")
"""Signs before a house's own notice."""
BARS = re.compile(r"\s*\|\s*")
FEWEST_PARTS, PART_WORDS = 3, 6
"""Parts of a line that bars divide, and most words of each: «By Ann Lee | Published 3 May 2024 | 250 views»."""


def find_edges(story: list[Line], names: Sequence[str], article: Article) -> dict[int, Cut]:
    """Find what is said of the page at the story's edges; `names` are the outlet's own."""
    cuts: dict[int, Cut] = {}
    for place, line in [*enumerate(story[:TOP]), *enumerate(story[-END:], TOP)]:
        if place < TOP and (_is_row(line, article) or signs_and_dates(line, article)):
            cuts[line.number] = Cut("author-box", "author or day and more of the page in one line")
        if line.number not in cuts and line.block.tag not in HEADINGS and tells_own_minute(line, article):
            cuts[line.number] = Cut("last-updated", "the very minute when the page was changed")
        if len(line.block.text) > LONGEST or line.block.tag in HEADINGS or line.number in cuts:
            continue
        above = place < TOP and all(len(other.block.text) <= LONGEST for other in story[:place])
        if cut := _says_own(line, article) or (_is_signed(line, article) if above else None):
            cuts[line.number] = cut
        elif line in (story[0], story[-1]) and len(story) > 1 and signs_as_outlet(line, names, first=line is story[0]):
            cuts[line.number] = Cut("credit", "the outlet's name and few words at an edge")
    cuts |= find_headed_box(story, article.authors, names)
    for line, other in pairwise([*story[1:][-END:], story[-1]]):
        if (line is other or not ends_sentence(other.block.text)) and _is_byline(line, article, names):
            cuts[line.number] = Cut("author-box", "the author's name, alone under the story")
    cuts |= find_bios(story, article.authors, names) | find_owner(story, names, article)
    if len(cuts) == len(story) and all(cut.rule == "last-updated" for cut in cuts.values()):
        return {}  # a flash of one line; where a line is the author's, the post is empty
    for place, line in enumerate(story[:TOP]):
        if len(line.block.text) > LONGEST or line.block.tag in HEADINGS or ends_sentence(line.block.text):
            break
        after = next((other for other in story[place + 1 : place + 1 + NEAR] if len(other.block.text) > LONGEST), None)
        if line.number not in cuts and after is not None and (cut := _said_of_page(line, story)):
            cuts[line.number] = cut
    _spare_items(story, cuts)
    left = [line for line in story if line.number not in cuts]
    return cuts | _find_pleas(left, names, article)


def _spare_items(story: list[Line], cuts: dict[int, Cut]) -> None:
    """Take back the cuts of items whose list goes on in the story: facts under a headline, with a day or a count."""
    items = [line for line in story[:TOP] if line.number in cuts and line.block.tag == "li"] if cuts else []
    lists = {line.block.parent for line in story if items and line.block.tag == "li" and line.number not in cuts}
    for line in items:
        if line.block.parent in lists and cuts[line.number].rule in PAGE_RULES:
            del cuts[line.number]


def _says_own(line: Line, article: Article) -> Cut | None:
    """Say whether a line is no sentence, and words before the article's own day, or around its author and a number."""
    text = line.block.text
    if _is_mailed(text, article):
        return Cut("author-box", "the author's name and an address")
    if len(line.words) > OWN_WORDS or (ends_sentence(text) and not _is_dated(line, article)):
        return None
    numbers = [word for word in line.words if word.isdecimal()]
    if not numbers or find_dateline(text):
        return None
    if is_own_day(text, numbers, article):
        return Cut("last-updated", "words and the article's own day")
    if line.block.tag != "li" and any(author in text for author in article.authors if " " in author):
        return Cut("author-box", "the author's name and a number")
    return None


def _is_row(line: Line, article: Article) -> bool:
    """Tell whether bars divide a line in short parts, one of them with the article's author or own day."""
    text = line.block.text
    if "|" not in text or len(text) > PLEA or line.block.tag in ("tr", "li"):
        return False
    parts = BARS.split(text)
    if len(parts) < FEWEST_PARTS or any(len(part.split()) > PART_WORDS for part in parts):
        return False
    return any(author in text for author in article.authors if " " in author) or any(
        tells_day(words_of(part), article.date_published) for part in parts
    )


def _is_byline(line: Line, article: Article, names: Sequence[str]) -> bool:
    """Tell whether a line is nothing but the article's authors and the outlet, a word for «by» or a title at most."""
    if len(line.block.text) > LONGEST or len(line.words) < 2 or line.block.tag in HEADINGS:
        return False
    authors = [words_of(author) for author in article.authors]
    if all(set(author).isdisjoint(line.words) for author in authors):
        return False
    named = [words_of(name) for name in parse_authors(line.block.text)]
    for author in authors:
        rest = (
            [words_of(name) for name in names]
            if len(line.words) > len(author) and set(author) <= set(line.words)
            else []
        )
        if any(line.words in (author + name, name + author) for name in rest if author != name):
            return True
    return line.words in authors or (bool(named) and all(name in authors for name in named))


def _is_mailed(text: str, article: Article) -> bool:
    """Tell whether a line is the author's name, a word or two beside it, and an e-mail address."""
    mail = MAIL.search(text)
    rest = MAIL.sub(" ", text)
    return mail is not None and len(rest.split()) <= MAIL_WORDS and any(name in rest for name in article.authors)


def _is_dated(line: Line, article: Article) -> bool:
    """Tell whether a line that ends in a figure and a stop is the author's name and a day, as «6. 5.» is."""
    text = line.block.text
    named = next((name for name in article.authors if " " in name and name in text), None)
    if named is None or not ORDINAL_END.search(text):
        return False
    words = words_of(text.replace(named, " "))
    numbers = sum(word.isdecimal() for word in words)
    return numbers >= 2 and len(words) - numbers <= BESIDE_DATE


def _is_signed(line: Line, article: Article) -> Cut | None:
    """Say whether a line over the story is its author's name, with few words beside it."""
    text = line.block.text
    named = next((author for author in article.authors if " " in author and author in text), None)
    if named is None or ends_sentence(text) or len(line.words) > len(words_of(named)) + BESIDE_NAME:
        return None
    return Cut("author-box", "the author's name over the first paragraph")


def _said_of_page(line: Line, story: list[Line]) -> Cut | None:
    """Say of which kind a line over the first paragraph is; None for a dateline and for the first of many labels."""
    text = line.block.text
    numbers = [word for word in line.words if word.isdecimal()]
    others = len(line.words) - len(numbers)
    if len(numbers) >= 3 and others <= DATE_WORDS and not find_dateline(text):
        return Cut("last-updated", "a date over the first paragraph")
    if LABEL.search(text):
        if any(goes_on(other.block.text) for other in story[-SIGNED_LINES:]):
            return None  # a letter's salutation
        labels = sum(len(other.words) <= LABEL_WORDS and bool(LABEL.search(other.block.text)) for other in story)
        return Cut("last-updated", "a bare label over the first paragraph") if _is_label(line) and labels == 1 else None
    if len(numbers) == 1 and 2 <= len(line.words) <= COUNT_WORDS and not find_dateline(text):
        return Cut("reading-time", "a count over the first paragraph")
    return None


def _is_label(line: Line) -> bool:
    return 1 <= len(line.words) <= LABEL_WORDS and not find_dateline(line.block.text)


def _find_pleas(story: list[Line], names: Sequence[str], article: Article) -> dict[int, Cut]:
    """Find short lines with the outlet's name and a messenger's: in a link, at an edge, or no sentence.

    Where an outlet says «our» in place of its name, a line that is no sentence, and no quotation.
    """
    known = own_phrases()
    keys = [" ".join(words) for name in names if (words := words_of_title(name))]
    ours = known.ours.get((article.language or "").partition("-")[0])
    cuts: dict[int, Cut] = {}
    for place, line in enumerate(story):
        if len(line.block.text) > PLEA or len(line.words) > PLEA_WORDS:
            continue
        key = " ".join(line.words)
        is_edge = place in (0, len(story) - 1)
        is_named = any(name in key for name in keys)
        if is_named and place == len(story) - 1 > 0 and line.block.tag != "li" and line.block.text[0] in ORNAMENTS:
            cuts[line.number] = Cut("channel-plea", "the outlet's name behind an ornament, in the last line")
        elif is_named and (found := known.services.search(key)) is not None:
            if line.link_share > PLEA_LINK or is_edge or not ends_sentence(line.block.text):
                cuts[line.number] = Cut("channel-plea", f"the outlet's name and «{found.group()}»")
        elif is_named and not known.apps.isdisjoint(line.words) and not ends_sentence(line.block.text):
            cuts[line.number] = Cut("channel-plea", "the outlet's name and an app, no sentence")
        elif "@" in line.block.text and own_handle(line.block.text, article.url, is_edge=is_edge):
            cuts[line.number] = Cut("channel-plea", "the outlet's own handle")
        elif ours is not None and (own := ours.search(f" {key} ")) and is_plea(line, key, own, known, is_edge=is_edge):
            cuts[line.number] = Cut("channel-plea", f"«{own.group().strip()}» and a messenger or an app, no sentence")
        elif is_named and not is_edge and is_own_label(line.block.text, keys):
            cuts[line.number] = Cut("read-also", "a title behind a label with the outlet's name")
    return cuts
