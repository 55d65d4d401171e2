"""What a story says twice, word for word: its standfirst over a paragraph that begins so, a sentence set in large.

The copy that stands apart goes. What stays: a refrain, a quotation that the text leads up to, key points, subheads,
whatever is said again in other words. On nine of 227 real pages a sentence is set in large; the clean texts that people
made of them have it once on seven.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import Cut, Line, words_of
from newscrawl.cleaning.wording import ends_sentence, fold, span
from newscrawl.text.datelines import find_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDFIRST, PULL_QUOTE = "standfirst-repeated", "pull-quote"
"""Names of the rules."""
TOP, NEXT = 2, 2
"""Lines of a story among which the standfirst stands, and lines after it among which the first paragraph does."""
LEAST, LEAST_ALIKE = 6, 10
"""Words of a standfirst; of one that is built like the paragraph under it."""
BETWEEN = 60
"""Characters of a line between the two, or over them: a date, a label."""
DATELINE = 8
"""Words of a dateline before the standfirst's words."""
ROOM = 80
"""Characters that a paragraph's beginning may have besides the standfirst's, dateline and vowel signs."""
LONGEST = 700
"""Characters of a sentence set in large."""
LEAST_QUOTED, LEAST_BOXED = 5, 8
"""Words of such a sentence: in an element for quotations or asides, in any other box."""
MOST_QUOTES = 2
"""Sentences in one box; more are key points."""
MOST_BOXES = 60
"""Boxes of a story that are looked at."""
SIGNATURE = 8
"""Words of a line under the sentence, or behind a dash, that says whose it is."""
UNSPACED = 10
"""Mean letters of a word from which a script has no spaces."""
NO_PARAGRAPH = HEADINGS | {"li", "dt", "figcaption", "label", "button"}
NO_QUOTE = NO_PARAGRAPH | {"dd", "td", "th", "tr"}
APART = re.compile(
    r"^(?:aside|blockquote|q)(?:$|[.#])|(?:^|[.#_-])(?:pull|block)?-?quot(?:e|ed|ation)(?:$|[.#_-])|pull-?quote"
)
EMBEDDED = re.compile(r"tweet|twitter|instagram|tiktok|facebook|embed")
CUT_SHORT = re.compile(r"\W*(?:\.{3}|…)\W*(?:\w+\W*){0,4}$")
"""Where a text is cut short, and the link to the rest of it (`Read more`)."""
PAUSE = re.compile(r"\W*(?:$|[.,;:!?…،؛؟۔।。、·|/\n]|\s[-–—])")
"""What stands in a paragraph behind the standfirst's words; a subhead's are followed by more of the sentence."""
LEADS_UP = re.compile(r"[:：]\W*$")
DASH = re.compile(r"\s*[–—―]\s*|\s-\s")
EDGES = " \"'“”„‟«»‹›‘’‚「」『』.…,،。۔!؟?-–—"


def find_twice(story: list[Line]) -> dict[int, Cut]:
    """Find the lines of a story that it says once more; number of the line -> cut."""
    cuts = find_standfirst(story)
    return cuts | find_pull_quotes([line for line in story if line.number not in cuts])


def find_standfirst(story: list[Line]) -> dict[int, Cut]:
    """Find a standfirst whose words the first paragraph begins with, or that is cut short where that goes on."""
    for at, line in enumerate(story[:TOP]):
        if not line.is_short or line.block.tag == "li" or LEADS_UP.search(line.block.text):
            continue
        for other in story[at + 1 : at + 1 + NEXT]:
            if other.block.tag in HEADINGS or _box(other.block.path):
                break
            if how := _opens(other, line):
                return {line.number: Cut(STANDFIRST, how)}
            if len(other.block.text) > BETWEEN:
                break
        if len(line.block.text) > BETWEEN:
            break
    return {}


def _opens(paragraph: Line, standfirst: Line) -> str | None:
    """Say how a paragraph begins with a standfirst: at once, or after its dateline."""
    text, block = standfirst.block.text, paragraph.block
    top = block.text[: 2 * len(text) + ROOM]
    if text.split(None, 1)[0].strip(EDGES).casefold() not in top.casefold():
        return None  # a copy is spelled alike
    broken = CUT_SHORT.search(text) if "..." in text or "…" in text else None
    words = words_of(text[: broken.start()]) if broken else standfirst.words
    alike = standfirst.block.path == block.path
    if _size(words) < (LEAST_ALIKE if alike else LEAST) or 2 * len(block.text) < len(text):
        return None
    opening = words_of(top)
    wanted, last = (words[:-1], words[-1]) if broken else (words, "")
    for start in range(min(DATELINE, len(opening)) + 1):
        end = start + len(wanted)
        if opening[start:end] == wanted and (not last or (end < len(opening) and opening[end].startswith(last))):
            if not broken and not PAUSE.match(block.text, span(block.text, fold(words))[1]):
                return None
            if start == 0:
                return "the first paragraph begins so"
            return "the first paragraph begins so, after its dateline" if find_dateline(block.text) else None
    return None


def find_pull_quotes(story: list[Line]) -> dict[int, Cut]:
    """Find sentences that are set in large: alone in a box of their own, and said in a paragraph of the story."""
    builds = Counter([line.block.path for line in story])
    usual = max(builds, key=builds.__getitem__, default=())
    boxed = {path: box for path in builds if (box := _box(path))}
    single = {path for path, many in builds.items() if many == 1 and path != usual}
    if not boxed and not single:
        return {}
    boxes: dict[tuple[str, ...], list[Line]] = {}
    for line in story[1:] if boxed else ():
        if line.block.path in boxed:
            boxes.setdefault(boxed[line.block.path], []).append(line)
    cuts: dict[int, Cut] = {}
    apart = {line.number for lines in boxes.values() for line in lines}
    paragraphs = [line for line in story if line.number not in apart and line.block.tag not in NO_PARAGRAPH]
    before = {line.number: above for above, line in pairwise(story)}
    for run in [run for lines in boxes.values() for run in _runs(lines)][:MOST_BOXES]:
        if not LEADS_UP.search(before[run[0].number].block.text):
            cuts |= _cut_box(run, paragraphs)
    alone = [line for line in story[1:] if line.block.path in single and line.number not in apart]
    for line in alone[:MOST_BOXES]:
        if not _is_embedded(line.block.path):
            led = LEADS_UP.search(before[line.number].block.text)
            if not led and _may_be_quote(line) and len(line.block.text) > ROOM // 2 and _is_said(line, paragraphs):
                cuts[line.number] = Cut(PULL_QUOTE, "stands alone in its box, and in a paragraph")
            elif line.number - 1 in cuts and _signs(line, before[line.number]):
                cuts[line.number] = Cut(PULL_QUOTE, "signs what a paragraph of the story says, too")
    return cuts


@lru_cache(maxsize=4096)
def _box(path: tuple[str, ...]) -> tuple[str, ...]:
    """Give the way down to the element for quotations or asides that a line stands in, () without one."""
    depths = [n for n, step in enumerate(path, 1) if n > len(path) - 4 and APART.search(step)]
    return path[: depths[0]] if depths and not _is_embedded(path) else ()


@lru_cache(maxsize=4096)
def _is_embedded(path: tuple[str, ...]) -> bool:
    return any(EMBEDDED.search(step) for step in path[-4:] if step[:4] != "body")


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Part the lines of boxes built alike where other lines of the page stand between."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.number == runs[-1][-1].number + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _cut_box(box: list[Line], paragraphs: list[Line]) -> dict[int, Cut]:
    """Cut a box when each of its lines is said in a paragraph, or says in a few words whose it is."""
    if len(box) > 2 * MOST_QUOTES or not any(_may_be_quote(line) for line in box):
        return {}
    cuts: dict[int, Cut] = {}
    said = 0
    for line in box:
        if _may_be_quote(line) and _is_told(line, paragraphs):
            cuts[line.number] = Cut(PULL_QUOTE, "a paragraph of the story says it, too")
            said += 1
        elif cuts and len(line.words) <= SIGNATURE:
            cuts[line.number] = Cut(PULL_QUOTE, "signs what a paragraph of the story says, too")
        else:
            return {}
    return cuts if said <= MOST_QUOTES else {}


def _is_told(quote: Line, paragraphs: list[Line]) -> bool:
    """Tell whether a paragraph has a sentence's words in a row; only those with its longest one are read."""
    key = max(quote.block.text.lower().split(), key=len).strip(EDGES)
    likely = [line for line in paragraphs if key in line.block.text.lower()]
    texts = [f" {' '.join(line.words)} " for line in likely]
    return any(f" {' '.join(words)} " in text for words in (_wordings(quote) if texts else ()) for text in texts)


def _signs(line: Line, quote: Line) -> bool:
    """Tell whether a line under a sentence in the same box says in a few words whose it is."""
    same = line.block.parent == quote.block.parent and line.block.path[:-1] == quote.block.path[:-1]
    return same and len(line.words) <= SIGNATURE and not ends_sentence(line.block.text)


def _may_be_quote(line: Line) -> bool:
    block = line.block
    return len(block.text) <= LONGEST and block.tag not in NO_QUOTE and line.link_share < 0.5


def _wordings(line: Line) -> list[list[str]]:
    """Give the words of a sentence, whole and without a name behind its last dash."""
    wordings = [line.words]
    dashes = list(DASH.finditer(line.block.text))
    if dashes and len(words_of(line.block.text[dashes[-1].end() :])) <= SIGNATURE:
        wordings.append(words_of(line.block.text[: dashes[-1].start()]))
    return [words for words in wordings if _size(words) >= LEAST_QUOTED]


def _size(words: list[str]) -> int:
    """Count the words; in a script without spaces, which is read as long ones, by their letters.

    >>> _size(["rain", "at", "last"]), _size(["白川町で玉ねぎの値段が上がり", "農家は困っている"])
    (3, 7)
    """
    letters = sum(map(len, words))
    return len(words) if letters < UNSPACED * len(words) else letters // 3


def _is_said(line: Line, paragraphs: list[Line]) -> bool:
    """Tell whether a longer paragraph has a line's very letters."""
    text = line.block.text.strip(EDGES)
    holds = any(text in other.block.text for other in paragraphs if len(other.block.text) > len(line.block.text))
    return holds and _size(line.words) >= LEAST_BOXED
