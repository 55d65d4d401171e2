"""How headlines and sentences are worded: words without accents, stems, where a sentence ends, where words are printed.

What is a repeated headline is for `headline`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from newscrawl.cleaning.lines import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.cleaning.lines import Line

ELLIPSIS = re.compile(r"(?:\.{2,}|…)\W*$")
QUOTED = re.compile(r"^\W*[\"«“„”‘’'‹「『]")
ENDS = ".!?؟。！？．۔।॥።։។"
"""Marks that end a sentence, in more scripts than most stories come in; dots that leave it open do not."""
SENTENCE_END = re.compile(rf"[{ENDS}]\W*$")
QUESTION = re.compile(r"[?？؟]\W*$")
TAIL = 24
"""Characters at a text's end among which its last mark stands."""
FRAME = 120
"""Characters of a kicker, a date and a site's name together."""
ARABIC = re.compile(r"[\u0600-\u06ff]")
ACCENT = re.compile(r"[\u0300-\u036f]")
ARTICLES = re.compile(r"^(?:[وفبكل]?ال|لل|[وف](?=..[^\s]{2}))(?=...)")


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, in the marks of most scripts.

    >>> [ends_sentence(text) for text in ("It rained.", "«ماذا بعد؟»", "Rain at last", "At 6 a.m. on Monday")]
    [True, True, False, False]
    """
    return SENTENCE_END.search(text, max(0, len(text) - TAIL)) is not None


def tells(text: str) -> bool:
    """Tell whether a text ends as a whole sentence that asks nothing: headlines hardly ever do.

    >>> [tells(text) for text in ("It rained.", "Who pays for the rain?", "Rain at last", "Rain at last and then...")]
    [True, False, False, False]
    """
    return ends_sentence(text) and not is_broken(text) and QUESTION.search(text, max(0, len(text) - TAIL)) is None


class Title:
    """A headline made ready for comparing lines with it."""

    __slots__ = ("broken", "letters", "longest", "plain", "text", "words")

    def __init__(self, text: str, plain: list[str]) -> None:
        """Take a headline as printed and its words in matching form."""
        self.text = text
        self.plain = plain
        self.words = fold(plain)
        """Its words without accents."""
        self.letters = "".join(self.words)
        self.broken = is_broken(text)
        """Cut short by an ellipsis."""
        self.longest = 4 * len(text) if self.broken else len(text) + FRAME
        """Characters of a line that can be the headline and nothing more."""


def is_broken(text: str) -> bool:
    """Tell whether a text is cut short by an ellipsis."""
    return (".." in text or "…" in text) and ELLIPSIS.search(text) is not None


def stem(word: str) -> str:
    """Give the part of a word that its forms share: no Arabic article, four letters.

    >>> stem("والعراق") == stem("العراقي")
    True
    """
    return ARTICLES.sub("", word)[:4]


def fold(words: list[str]) -> list[str]:
    """Drop the accents that capitals lose: «ΕΛΛΑΔΑ» is «Ελλάδα», «ANDRES» is «Andrés».

    >>> fold(["andrés", "ελλάδα"])
    ['andres', 'ελλαδα']
    """
    text = " ".join(words)
    if text.isascii() or ARABIC.match(text):
        return words
    return ACCENT.sub("", normalize("NFD", text).replace("ı", "i")).split(" ")


def span(text: str, title: list[str]) -> tuple[int, int]:
    """Find where in the printed text the headline's words begin and end."""
    wanted = "".join(title)
    edges = [(match.start(), match.end()) for match in re.finditer(r"[^\W_]+", text[: 6 * len(wanted) + 200])]
    for number, (start, _) in enumerate(edges):
        for _, end in edges[number:]:
            given = "".join(fold(words_of(text[start:end])))
            if given == wanted:
                return start, end
            if not wanted.startswith(given):
                break
    return 0, 0


def introduces(lines: list[Line], place: int) -> bool:
    """Tell whether a line introduces the one after it, as an agency's lead-in does."""
    return lines[place].block.text.rstrip().endswith((":", "：", "-", "–", "—")) and place + 1 < len(lines)


def cohesion(line: Line, lines: Iterable[Line]) -> float:
    """Share of a line's longer words that the rest of its story says too."""
    own = {stem(word) for word in line.words if len(word) > 3}
    if not own:
        return 0.0
    key = line.words
    rest = {stem(word) for other in lines if other.words != key for word in other.words if len(word) > 3}
    return len(own & rest) / len(own)
