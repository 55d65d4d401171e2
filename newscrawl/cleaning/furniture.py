"""Furniture known by its words: finds the phrases of `furniture.toml` in short lines.

A line is furniture when it is a phrase, or begins with one under the bounds its rule sets; a sentence that merely
mentions such words is not. What an outlet repeats in any language is for `learned`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import WORD, Cut, Line
from newscrawl.cleaning.phrases import NUMBER, Phrases, line_key
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from newscrawl.cleaning.phrases import Group, Known

DIGIT = re.compile(r"[0-9]")
LABEL_END = re.compile(r"[:：|｜／＝–—»›>←→▶►◄◀…\n【】]|\.\.|\s-\s|-\s")
LABEL_LINK = 0.8
"""Share of link characters in what follows a label from which it needs no colon: «Read also <a>Title</a>»."""
MOST_LABEL_CHARS = 60
MOST_LABEL_WORDS = 6
MOST_RUN = 60
"""Characters of a line in a script without spaces that a phrase in it cuts."""
FIRST_DENSE = "\u3040"
"""The first letter of such a script."""
MOST_BUTTONS = 14
"""Words of a row of buttons."""
LINKED_RULES = frozenset(("read-also",))
"""Rules whose labels of one word («Watch:», «More:») also open sentences: they need a link behind them, or a frame of
their own around them."""


def find_furniture(line: Line, known: Phrases) -> Cut | None:
    """Find the phrase that makes a line furniture."""
    words = line.words
    if not words or len(words) > known.longest or not line.is_short:
        return None
    first = words[0]
    linked = line.block.link_chars > 0
    anchored = not known.anywhere.keys().isdisjoint(words)
    if first >= FIRST_DENSE and DENSE.match(first) and (cut := _find_run(line, known)):
        return cut
    if not (anchored or linked or first in known.firsts or first[:3] in known.buttons) and first.isalpha():
        return None  # most lines: no phrase begins with their first word, or can stand in them
    key = " ".join(words)
    if DIGIT.search(key):
        key = NUMBER.sub("#", key)
        words = key.split()
        first = words[0]
    if found := known.whole.get(key):
        return Cut(found.rule, f"{found.language}: the line is «{key}»")
    if linked and (cut := _judge_link(line, known)):
        return cut
    if first in known.labels:
        for label, meaning in known.labels[first]:
            if key.startswith(label + " ") and (cut := _judge_label(line, label, meaning)):
                return cut
    if first in known.starts and (cut := _judge_phrases(words, key, known.starts[first], begins=True)):
        return cut
    if anchored:
        for anchor in known.anywhere.keys() & words:
            if cut := _judge_phrases(words, key, known.anywhere[anchor], begins=False):
                return cut
    if known.buttons and len(words) <= MOST_BUTTONS and is_row(key.replace(" ", ""), known):
        return Cut("share", "a row of buttons")
    return None


def _find_run(line: Line, known: Phrases) -> Cut | None:
    """Find a phrase of a script without spaces that a short line begins with, or has in it."""
    if len(line.block.text) > MOST_RUN:
        return None
    letters = "".join(line.words)
    for text, begins, meaning in known.runs:
        if letters.startswith(text) if begins else text in letters:
            return Cut(meaning.rule, f"{meaning.language}: «{text}»")
    return None


def _judge_phrases(words: list[str], key: str, group: Group, *, begins: bool) -> Cut | None:
    """Find the phrase that a line begins with, or that stands anywhere in it."""
    spaced = key + " "
    if not (group.pattern.match(spaced) if begins else group.pattern.search(spaced)):
        return None
    for phrase in group.phrases:
        if len(words) > phrase.longest:
            continue
        if phrase.pattern.match(spaced) if begins else phrase.pattern.search(spaced):
            return Cut(phrase.rule, f"{phrase.language}: {phrase.printed}")
    return None


def is_row(letters: str, known: Phrases) -> bool:
    """Tell whether a line is nothing but buttons to share, print and save, set side by side, often without spaces."""
    for _ in range(MOST_BUTTONS):
        button = next((one for one in known.buttons.get(letters[:3], ()) if letters.startswith(one)), None)
        if button is None:
            return False
        letters = letters[len(button) :]
        if not letters:
            return True
    return False


def _judge_link(line: Line, known: Phrases) -> Cut | None:
    """Judge a line that ends in a link by what stands before the link."""
    text = line.block.text
    before = text[: len(text) - line.block.link_chars]
    if not before or len(before) > MOST_LABEL_CHARS or line.block.link_chars < LABEL_LINK * (len(text) - len(before)):
        return None
    label = NUMBER.sub("#", " ".join(line.words[: len(WORD.findall(before))]))
    for key, meaning in known.labels.get(label.split(" ")[0], ()):
        if key == label:
            return Cut(meaning.rule, f"{meaning.language}: label «{label}» and a link")
    return None


def follow_label(lines: list[Line], cuts: dict[int, Cut]) -> dict[int, Cut]:
    """Find the links that stand right under a line which is the bare label of such links."""
    found: dict[int, Cut] = {}
    label: Line | None = None
    for line in lines:
        cut = cuts.get(line.number)
        if cut is not None:
            label = line if cut.rule == "read-also" and len(line.words) <= MOST_LABEL_WORDS else None
        elif label is not None and line.link_share >= LABEL_LINK and line.is_short:
            found[line.number] = Cut("read-also", f"a link under «{label.block.text}»")
        else:
            label = None
    return found


def _judge_label(line: Line, label: str, meaning: Known) -> Cut | None:
    if len(line.words) > meaning.longest:
        return None
    text = line.block.text
    linked = line.block.link_chars >= LABEL_LINK * (len(text) - len(label))
    end = LABEL_END.search(text[:MOST_LABEL_CHARS])
    marked = end is not None and line_key(text[: end.start()]) == label
    alone = " " in label or (_is_set_off(line) and not ends_sentence(text))
    if linked or (marked and (meaning.rule not in LINKED_RULES or alone)):
        return Cut(meaning.rule, f"{meaning.language}: label «{label}»" + (" and a link" if linked else ""))
    return None


def _is_set_off(line: Line) -> bool:
    """Tell whether a line stands in the frame that themes draw around quotations."""
    return any(step.startswith("blockquote") for step in line.block.path[-2:])
