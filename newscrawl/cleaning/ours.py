"""What an outlet says of itself in a story's lines: what it calls its own on a messenger, its name beside a signature.

Where such lines are looked for is for `edges`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.cleaning.bylines import ANY_NUMBER
from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import WORD, Cut, words_of
from newscrawl.cleaning.moments import tells_day
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line
    from newscrawl.cleaning.phrases import Phrases
    from newscrawl.items import Article

PLEA_LINK = 0.3
"""Share of link characters from which a plea may be a sentence."""
CALL_WORDS = 5
"""Fewest words of a call between paragraphs."""
OWN_LABEL_WORDS, TITLE_WORDS = 7, 4
"""Most words of a label with the outlet's name, and fewest of the title behind it."""
QUOTES = re.compile(r"[\"«»“”„‹›「」『』]")
"""A person's «our» stands in quotation marks."""
BESIDE_OUTLET = 4
"""Most words beside the outlet's name: who wrote, a desk."""
PARTED_BEFORE = re.compile(r"[,،/|–—-]\s*[(«“\"]*\s*$")
PARTED_BEHIND = re.compile(r"\s*[)»”\"]*\s*[,،/|:–—-]")
LABEL = re.compile(r"[:：]\s*$")
HANDLE, LETTERS = re.compile(r"(?<!\w)@([A-Za-z][\w.]{2,40})"), re.compile(r"[^a-z]+")
OWNED, BEFORE_OWNER = "©ⓒⒸ℗", frozenset(("©", "c", "by", "the"))
"""Signs of copyright, and what stands with a year between the word and the owner."""
OWNER_LINES, LONGEST_OWNER = 2, 400
"""Last lines of a story that say who owns it, and most characters of one."""
LONGEST_HEAD = 140
"""Characters of a line with author and days, when it was published and when it was changed."""
SHORTEST_HANDLE = 4
"""Letters that a handle and the outlet's host have in common, or that its name has."""
OWN_WORDS = 12
"""Words of a line with the outlet's name and the article's own day."""
DESK_WORDS, MOTTO_WORDS, NAME_SPACES = 2, 8, 2
"""Most words of a desk beside the outlet's name, and of a motto; spaces of a name whose first word may be missing."""
BEHIND_NAME = re.compile(r"\s*(?:\.\.|[,،:–—-])\s*\w")


def is_plea(line: Line, key: str, own: re.Match[str], known: Phrases, *, is_edge: bool) -> bool:
    """Tell whether a line with a word for «our» offers a messenger or an app: a button, or a call and no sentence.

    Inside a story a line of few words may be a subhead.
    """
    text = line.block.text
    if line.block.tag in HEADINGS or QUOTES.search(text) or LABEL.search(text):
        return False
    if line.link_share <= PLEA_LINK and (ends_sentence(text) or not (is_edge or len(line.words) >= CALL_WORDS)):
        return False
    rest = key[own.end() - 1 :] if own.group(1) else key
    return known.services.search(rest) is not None or not known.apps.isdisjoint(rest.split())


def is_own_label(text: str, keys: Sequence[str]) -> bool:
    """Tell whether a line is a title behind words with the outlet's name: «As the Herald wrote: Rain at last».

    A bare name is who asks in an interview.
    """
    label, colon, title = text.partition(":")
    words = words_of(label)
    key = " ".join(words)
    return (
        bool(colon)
        and len(words) <= OWN_LABEL_WORDS
        and len(title.split()) >= TITLE_WORDS
        and not ends_sentence(text)
        and not QUOTES.search(text)
        and any(name in key and len(words) > len(name.split()) for name in keys)
    )


def own_handle(text: str, url: str, *, is_edge: bool) -> bool:
    """Tell whether a line ends in the outlet's own handle, or has it and is no sentence or stands at an edge.

    >>> own_handle("Habari zaidi: @tumo_leo", "https://www.tumoleo.example/a/1", is_edge=False)
    True
    >>> own_handle("So wrote @ada_obi", "https://www.tumoleo.example/a/1", is_edge=True)
    False
    """
    host = LETTERS.sub("", (urlsplit(url).hostname or "").removeprefix("www.").partition(".")[0])
    for found in HANDLE.finditer(text):
        handle = LETTERS.sub("", found[1].lower())
        if min(len(host), len(handle)) >= SHORTEST_HANDLE and (handle in host or host in handle):
            return is_edge or not ends_sentence(text)
    return False


def signs_as_outlet(line: Line, names: Sequence[str], *, first: bool) -> bool:
    """Tell whether a line at an edge is the outlet's signature: its name and few words.

    Over the story its desk, under it what it says of itself, parted by a mark: «The Herald, the paper for all».
    """
    return names_outlet(line, names) or (_is_desk(line, names) if first else _is_motto(line.block.text, names))


def find_owner(story: list[Line], names: Sequence[str], article: Article) -> dict[int, Cut]:
    """Find last lines that begin with the sign of copyright, or hold the outlet's name and the word or the day."""
    cuts: dict[int, Cut] = {}
    for line in story[1:][-OWNER_LINES:]:
        text = line.block.text
        if len(text) > LONGEST_OWNER:
            continue
        if _is_dated_print(line, names, article):
            cuts[line.number] = Cut("copyright", "the outlet's name and the article's own day")
        elif text[:1] in OWNED:
            cuts[line.number] = Cut("copyright", "begins with the sign of copyright")
        elif text[:9].lower() == "copyright":
            owner = " ".join(word for word in line.words[1:] if not word.isdecimal() and word not in BEFORE_OWNER)
            if any(owner.startswith(" ".join(words[-2:])) for name in names if (words := words_of(name))):
                cuts[line.number] = Cut("copyright", "the outlet's name behind «Copyright»")
    return cuts


def _is_dated_print(line: Line, names: Sequence[str], article: Article) -> bool:
    """Tell whether a line is no sentence and has the outlet's name and the article's own day: «Published in …»."""
    text, day = line.block.text, article.date_published
    if day is None or len(line.words) > OWN_WORDS or not any(name in text for name in names) or ends_sentence(text):
        return False
    return tells_day(line.words, day)


def signs_and_dates(line: Line, article: Article) -> bool:
    """Tell whether a line begins with the author and has the article's own day behind it, and is no sentence."""
    text, day = line.block.text, article.date_published
    if day is None or len(text) > LONGEST_HEAD or line.block.tag in ("tr", "li"):
        return False
    if not any(" " in author and text.startswith(author) for author in article.authors) or ends_sentence(text):
        return False
    return tells_day(line.words, day)


def _is_desk(line: Line, names: Sequence[str]) -> bool:
    """Tell whether a line is the outlet's name and a word or two beside it."""
    text = line.block.text
    if ends_sentence(text) or LABEL.search(text) or ANY_NUMBER.search(text):
        return False
    words = text.split()
    for name in names:
        own = name.split()
        more = len(words) - len(own)
        if len(name) >= SHORTEST_HANDLE and 0 < more <= DESK_WORDS and own in (words[: len(own)], words[more:]):
            return find_dateline(text) is None
    return False


def _is_motto(text: str, names: Sequence[str]) -> bool:
    """Tell whether few words stand behind the outlet's name and a mark; a word for its kind may be left out."""
    if len(text.split()) > MOTTO_WORDS or ANY_NUMBER.search(text):
        return False
    shorter = [name.split(maxsplit=1)[1] for name in names if name.count(" ") >= NAME_SPACES]
    return any(text.startswith(name) and BEHIND_NAME.match(text[len(name) :]) for name in (*names, *shorter))


def names_outlet(line: Line, names: Sequence[str]) -> bool:
    """Tell whether a line is the outlet's name and few words, parted by a mark: «Ann Mills, The Herald».

    A dateline that names the outlet for its agency is the story's.
    """
    text = line.block.text
    found = next((name for name in names if name in text and len(name) < len(text)), None)
    if found is None or ends_sentence(text) or LABEL.search(text):
        return False
    before, _, behind = text.partition(found)
    rest = [part for part in (before, behind) if WORD.search(part)]
    if len(rest) != 1 or len(words_of(rest[0])) > BESIDE_OUTLET or ANY_NUMBER.search(text):
        return False
    parted = PARTED_BEFORE.search(before) if rest[0] is before else PARTED_BEHIND.match(behind)
    dateline = find_dateline(text)
    return parted is not None and (dateline is None or dateline.place == found)
