"""What an outlet says of itself in a story's lines: what it calls its own on a messenger, its name beside a signature.

Where such lines are looked for is for `edges`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import WORD, words_of
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line
    from newscrawl.cleaning.phrases import Phrases

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
NUMBERS = re.compile(r"[0-9٠-٩۰-۹]")
LABEL = re.compile(r"[:：]\s*$")


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
    if len(rest) != 1 or len(words_of(rest[0])) > BESIDE_OUTLET or NUMBERS.search(text):
        return False
    parted = PARTED_BEFORE.search(before) if rest[0] is before else PARTED_BEHIND.match(behind)
    dateline = find_dateline(text)
    return parted is not None and (dateline is None or dateline.place == found)
