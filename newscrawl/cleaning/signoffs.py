"""What stands under a story's last sentence, in no known words: who edited it, whose the picture is, who sent it.

A story ends with a sentence. Short lines without an end mark behind it are names under a label, in brackets, or heaped
up in one paragraph. What begins such a line is known in `furniture.toml`, too, and there it may stand anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.letters import is_letter
from newscrawl.cleaning.lines import Cut, words_of
from newscrawl.cleaning.phrases import own_phrases
from newscrawl.cleaning.wording import ENDS, QUOTED, TAIL

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

RULE = "credit"
END = re.compile(rf"[{ENDS}…]\W*$")
"""The end of a sentence: a mark that is not known here cuts its sentence."""
TAGS = frozenset(("p", "div", "span", "section", "article", "td", "center", "address", "small", "aside", "footer"))
"""Elements of running text; items, rows, headings and quotations are parts of a story without an end mark."""
PARAGRAPH = 40
"""Characters of a paragraph that ends in a sentence."""
FEWEST, MOST_OPEN = 2, 0.2
"""Paragraphs of a story that ends its sentences, and the share of them that may be open: scripts without marks have
more, and verse."""
MOST_LINES = 4
"""Lines that sign a story off. Of 227 real stories five have any, none more than three."""
LONGEST, HEAP_WORDS = 160, 24
"""Characters of a line that signs off, and words where it has a label."""
BAR = re.compile(r"\s+[|·•]\s+")
"""Parts several labels with their names: «Words: Ann Lee | Pictures: Jo Ek»."""
SOURCED, SOURCE_WORDS = 80, 5
"""Characters of a line that names a source, and most words of a part of it that ends in a full stop."""
LABEL_WORDS = 4
"""Most words of a label."""
COLON = re.compile(r"\s?[:：]\s+")
NAME_WORDS, HEAP_REST = 6, 8
"""Words behind a single label that are names and no sentence, and at both ends of a heap of several."""
ALONE_WORDS = range(3, 8)
"""Words of a last line without a label; fewer are a bare name, which some outlets' readers count to the story."""
LETTER_WORDS = range(5, 8)
"""The same behind a short last sentence: letters end so, and are signed «Your loving son»."""
SIGNED = re.compile(r"[\u0900-\u0fff]")
"""Letters of the scripts from Devanagari to Tibetan."""
BRACKETED = re.compile(r"^[(\[（【][^()\[\]（）【】]+[)\]）】]\W*$")
ODD = re.compile(r"[0-9٠-٩۰-۹@#|_=…]|//|www\.|https?:|^\s*[-–—•*·▪►]")
"""What is in no name: figures, addresses; a bullet, or the dash before who said a quotation."""
LONGEST_MARK = 40
"""Characters of a line that is a mark of who wrote."""
INITIALS = re.compile(r"^[(\[/\s–—-]*[^\W\d_]{1,2}\s?[./]\s?(?:[^\W\d_]{1,2}\s?[./]?\s?){1,2}[)\]/\s]*$")
"""«R.A.», «(م.ر)», «a/b»: letters parted by marks."""
SLASHED = re.compile(r"^[^\W\d_][^\s\d/]{0,5}/[^\W\d_][^\s\d/]{0,5}$")
"""«kom/red», «ع.م/ر.س»: signs of two who wrote, in a script whose vowels are signs as well."""
STARRED = re.compile(r"^\s*[*٭＊]+\s?[^\W\d_]")
LOWER = re.compile(r"^[a-zà-öø-ÿα-ωа-яё]")


def find_signoffs(story: list[Line]) -> dict[int, Cut]:
    """Find the lines behind a story's last sentence that say who made it."""
    if sourced := _sourced(story):
        return sourced
    if len(story) > 1 and (cut := _judge_mark(story[-1].block.text, story[-2])):
        return {story[-1].number: cut}
    run = _open_end(story)
    before = story[: len(story) - len(run)]
    if not run or not _ends_sentences(before):
        return {}
    labelled = [line for line in run if _is_labelled(line.block.text)]
    if any(COLON.search(line.block.text) and line not in labelled for line in run):
        return {}  # facts of an event: «Entry: free»
    if labelled and not _has_labels(before):
        return {line.number: Cut(RULE, "names under a label behind the last sentence") for line in run}
    fewest = ALONE_WORDS if len(before[-1].block.text) > PARAGRAPH else LETTER_WORDS
    if len(run) == 1 and not labelled and _count_words(run[0]) in fewest and not is_letter(run[0], before):
        return {run[0].number: Cut(RULE, "no sentence, behind the last one")}
    return {}


def _sourced(story: list[Line]) -> dict[int, Cut]:
    """Find last lines that begin as a source does, in the words of `furniture.toml`, and are no sentence."""
    cuts: dict[int, Cut] = {}
    for line in reversed(story[1:]):
        text = line.block.text
        if len(text) > SOURCED or line.block.tag not in TAGS:
            break
        if _is_source(line):
            cuts[line.number] = Cut(RULE, "begins as a source does, and is no sentence")
        elif not cuts:
            break
    return cuts


def _is_source(line: Line) -> bool:
    """Tell whether a line begins as a source does; with full stops, whether each part is such words and a name."""
    text, sources = line.block.text, own_phrases().sources
    if not _is_ended(text):
        return sources.match(" ".join(line.words)) is not None
    parts = [words_of(part) for part in text.rstrip(". ").split(". ")]
    return all(len(words) <= SOURCE_WORDS and sources.match(" ".join(words)) for words in parts)


def _judge_mark(text: str, before: Line) -> Cut | None:
    """Judge a last line that is initials, or few words behind the star that points to the author."""
    if len(text) > LONGEST_MARK or not _is_ended(before.block.text):
        return None
    if INITIALS.search(text) or SLASHED.match(text):
        return Cut(RULE, "initials behind the last sentence")
    if STARRED.search(text) and not _is_ended(text) and not STARRED.search(before.block.text):
        return Cut(RULE, "few words behind a star, behind the last sentence")
    return None


def _open_end(story: list[Line]) -> list[Line]:
    """Give the short lines without an end mark behind the last sentence, none where it is no story's end."""
    run: list[Line] = []
    for line in reversed(story):
        text = line.block.text
        if len(text) > LONGEST or _is_ended(text):
            break
        if (
            line.block.tag not in TAGS
            or ODD.search(_without_bars(text))
            or QUOTED.match(text)
            or len(run) == MOST_LINES
        ):
            return []
        if line.link_share > 0.5 or text.rstrip().endswith((":", "：")):
            return []
        run.insert(0, line)
    return run if len(run) < len(story) else []


def _ends_sentences(before: list[Line]) -> bool:
    """Tell whether a story's paragraphs end in marks, the last one too."""
    long = [line.block.text for line in before if len(line.block.text) > PARAGRAPH and line.block.tag in TAGS]
    ended = [text for text in long if _is_ended(text)]
    last = before[-1].block.text if before else ""
    return len(long) >= FEWEST and len(long) - len(ended) <= MOST_OPEN * len(long) and _is_ended(last)


def _is_ended(text: str) -> bool:
    return END.search(text, max(0, len(text) - TAIL)) is not None


def _without_bars(text: str) -> str:
    """Give a text without the bars between several labels with their names."""
    return BAR.sub(" ", text) if "|" in text and _is_labelled(text) else text


def _is_labelled(text: str) -> bool:
    """Tell whether a line is a label and names, several of them, or a remark in brackets.

    >>> [_is_labelled(text) for text in ("Lektorat: Ina Mai", "Lektorat: Ina Mai Bild: Jo Ek", "(Bild: Jo Ek)")]
    [True, True, True]
    >>> _is_labelled("Lektorat: Ina Mai | Bild: Jo Ek"), _is_labelled("Lektorat: Ina Mai | Montag")
    (True, False)
    >>> [_is_labelled(text) for text in ("Eintritt: frei", "Wer kam: alle, die in der Stadt noch jemand kannte")]
    [False, False]
    """
    if BRACKETED.search(text):
        return True
    if BAR.search(text):
        return all(_is_labelled(part) for part in BAR.split(text))
    label, *rests = COLON.split(text)
    words = [len(part.split()) for part in rests]
    if not words or not all(words) or max(words) > NAME_WORDS + LABEL_WORDS or len(text.split()) > HEAP_WORDS:
        return False
    if len(rests) > 1 or len(label.split()) > LABEL_WORDS:  # a heap: each label is the last word of what stands before
        return words[-1] <= HEAP_REST and len(label.split()) <= HEAP_REST
    return words[0] <= NAME_WORDS and not LOWER.match(rests[0]) and rests[0].count(",") < 3


def _count_words(line: Line) -> int:
    """Count a line's words; vowel signs of Indic scripts, which no word has in matching form, part none."""
    return len(line.block.text.split()) if SIGNED.search(line.block.text) else len(line.words)


def _has_labels(before: list[Line]) -> bool:
    """Tell whether paragraphs of the story begin with labels too: an interview, a list of facts."""
    labels = [COLON.search(line.block.text) for line in before]
    heads = [line.block.text[: at.start()] for line, at in zip(before, labels, strict=True) if at]
    return sum(len(head.split()) <= LABEL_WORDS for head in heads) > 1
