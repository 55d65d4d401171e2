"""A page's blocks made ready for matching: their words are read once and only when asked for.

What the words mean is for `headline`, `comments`, `furniture` and `learned`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.text.arabic import fold_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.items import Block

WORD = re.compile(r"\w+|©")
ASCII_LETTERS = "".join([chr(code).lower() if WORD.match(chr(code)) else " " for code in range(128)])
"""What each ASCII character is in matching form: translating and splitting takes a third of the time of searching."""
NO_STORY = frozenset(("nav", "aside", "header", "footer", "dialog", "related", "form", "comments"))
"""Roles of what is no story wherever it stands."""
LONGEST_SHORT = 400
"""Characters up to which a block can be furniture by its words; the longest cookie notice of the corpus has 390."""


def words_of(text: str) -> list[str]:
    """Split a text into its words in matching form.

    >>> words_of("«أضف» تعليقاً!")
    ['اضف', 'تعليقا']
    >>> words_of("İLGİNİZİ ÇEKEBİLİR, KAÇIRMAYIN") == words_of("ilginizi çekebilir, kaçırmayın")
    True
    """
    return _split(text if text.isascii() else _fold(text))


def _fold(text: str) -> str:
    """Fold the letters of a text, and the two i of Turkish: capitals have «İ» for the one and «I» for the other."""
    return fold_letters(text.replace("İ", "I")).replace("ı", "i")


def _split(folded: str) -> list[str]:
    return folded.translate(ASCII_LETTERS).split() if folded.isascii() else WORD.findall(folded)


@lru_cache(maxsize=64)
def words_of_title(title: str) -> list[str]:
    """Split a headline into its words, once for all rules that ask; the list is not to be changed."""
    return words_of(title)


PARTING = "\ue000"
"""A private character that the matching form leaves alone: many lines are normalised as one text."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a rule says of a block."""

    rule: str
    evidence: str
    kept: str = ""
    """What is left of the block's text; empty when all of it goes."""


@dataclass(slots=True, eq=False)
class Line:
    """A block with its place in the page and its words."""

    number: int
    block: Block
    cut: Cut | None = None
    _words: list[str] | None = field(default=None, repr=False)

    @property
    def is_short(self) -> bool:
        """Short enough to be furniture."""
        return len(self.block.text) <= LONGEST_SHORT

    @property
    def words(self) -> list[str]:
        """Its words in matching form."""
        if self._words is None:
            self._words = words_of(self.block.text)
        return self._words

    def take_words(self, known: dict[str, list[str]]) -> None:
        """Take its words from texts that were read before."""
        if self._words is None:
            self._words = known.get(self.block.text)

    @property
    def link_share(self) -> float:
        """Share of its characters inside links, 0 to 1."""
        links = self.block.link_chars
        return min(1.0, links / max(1, len(self.block.text))) if links else 0.0


def read_words(lines: list[Line], *, longest: int = LONGEST_SHORT) -> None:
    """Read the words of all lines up to a length, those beyond ASCII in one pass of the normaliser."""
    short = []
    for line in lines:
        text = line.block.text
        if line._words is None and len(text) <= longest:
            if text.isascii():
                line._words = _split(text)
            else:
                short.append(line)
    if not short:
        return
    texts = _fold(PARTING.join([line.block.text.replace(PARTING, " ") for line in short])).split(PARTING)
    for line, text in zip(short, texts, strict=True):
        line._words = _split(text)


def usual_path(story: Iterable[Line]) -> tuple[str, ...]:
    """Give the path of most of a story's text."""
    weights: dict[tuple[str, ...], int] = {}
    path: tuple[str, ...] = ()
    size = 0
    for line in story:
        block = line.block
        if block.path is not path:  # siblings share it, and a path takes longer to look up than to compare
            weights[path] = weights.get(path, 0) + size
            path, size = block.path, 0
        size += len(block.text)
    weights[path] = weights.get(path, 0) + size
    return max(weights, key=weights.__getitem__)
