"""The headline where the body repeats it: as a line of its own, glued to the first paragraph, as caption, as last line.

What stays: a headline quoted inside the story, and a first sentence that happens to begin with the headline's words.
Which headline is the right one is for `extraction.metadata`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newscrawl.cleaning.framed import BRACKETED, SEPARATOR, is_date_behind, is_parted_before, is_parted_behind
from newscrawl.cleaning.lines import Cut, Line, words_of, words_of_title
from newscrawl.cleaning.wording import QUOTED, Title, ends_sentence, fold, is_broken, span, stem
from newscrawl.text.datelines import find_dateline

RULE = "headline-repeated"
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "header"))
AMONG_OTHERS = "has the words among others"
SENTENCE = 8
"""Words from which a line above may be a sentence of the story."""
HEAD_PARAGRAPHS = 2
"""Paragraphs of the story that may stand above a repeated headline: a standfirst, a dateline."""
PARAGRAPH = 25
"""Words from which a line counts as a paragraph."""
LONG = 160
"""Characters from which a line's words are not read only to be counted."""
SLACK = 60
"""Characters that a line may have besides the headline, marks and vowel signs counted."""
FIRST_WORD = 40
"""Characters that hold a line's first word."""
OPENING, MOST_BEFORE = 100, 4
"""Characters of a paragraph in which a glued headline begins, and words before it there."""
MOST_EXTRA = 7
"""Words of a site's name, kicker or date around a headline."""
MOST_BROKEN = (2, 3)
"""Lines that a broken headline has."""
LONG_REST = 6
"""Words after a headline and a dash from which they are a text of their own."""
SHORTEST_BEFORE_DASH = 4
SHORTEST_ALONE = 4
"""Words of a headline that no paragraph of the story consists of."""
LETTERS = 8
"""Letters of a headline in a script without spaces, read as one word, that can be framed by a name or a date."""
DASH = re.compile(r"\s(?:-|–|—|―|\u2212)\s")
ECHO_WORDS = 30
"""Words after a glued headline in which a lead tells it once more."""


def cut_headlines(story: list[Line], headline: str) -> dict[int, Cut]:
    """Find the repetitions of a headline in the story's lines; number of the line -> cut."""
    title = Title(headline, words_of_title(headline))
    cuts: dict[int, Cut] = {}
    if not title.words or not story:
        return cuts
    paragraphs = 0
    head = _head(story, title)
    for line in head:
        if paragraphs and _is_quotation(line, headline):
            continue
        if how := likeness(line, title):
            cuts[line.number] = Cut(RULE, f"{line.block.tag} {how}")
        paragraphs += _words_at_least(line, SENTENCE) and ends_sentence(line.block.text)
    cuts |= _cut_in_lines([line for line in head if line.number not in cuts], title)
    longest = 2 * len(headline) + SLACK if len(title.words) >= SHORTEST_ALONE else 0
    for line in story:
        block = line.block
        if line.number in cuts:
            continue
        if len(block.text) <= longest and line.words == title.plain:
            if not _is_quotation(line, headline):
                cuts[line.number] = Cut(RULE, f"{block.tag} is the headline, alone")
        elif block.tag in HEADINGS or block.tag == "figcaption" or block.role == "figure":
            how = likeness(line, title)
            if how and (how != AMONG_OTHERS or block.tag == "h1"):
                cuts[line.number] = Cut(RULE, f"{block.tag} {how}")
    rest = [line for line in story if line.number not in cuts]
    if len(rest) > 1 and (how := likeness(rest[-1], title)) and not _is_quotation(rest[-1], headline):
        cuts[rest[-1].number] = Cut(RULE, f"last line {how}")
    if rest and rest[0].number not in cuts and (cut := _cut_start(rest[0], title)):
        cuts[rest[0].number] = cut
    if not rest and story[-1].block.tag not in HEADINGS:
        del cuts[story[-1].number]  # a flash says its headline once more: that is all there is to read
    return cuts


def _cut_in_lines(head: list[Line], title: Title) -> dict[int, Cut]:
    """Cut a headline that is broken into lines of their own, two or three in a row."""
    short = [line for line in head if len(line.block.text) <= len(title.text)]
    for at in range(len(short) - 1):
        for many in MOST_BROKEN:
            lines = short[at : at + many]
            if len(lines) == many and lines[-1].number - lines[0].number == many - 1:
                words = fold([word for line in lines for word in line.words])
                if words == title.words:
                    return {line.number: Cut(RULE, f"is the headline in {many} lines") for line in lines}
    return {}


def titles_above(first: Line, above: list[Line]) -> list[Line]:
    """Give the lines above a story that its first line may repeat: any, or where that is a paragraph, headings."""
    if len(first.block.text) <= LONG:
        return [line for line in above if len(line.block.text) <= LONG and line.link_share < 0.5]
    return [line for line in above if line.block.tag in HEADINGS and line.is_short and line.link_share < 0.5]


def cut_title_above(story: list[Line], above: list[Line], headline: str) -> dict[int, Cut]:
    """Cut a story's first line when it repeats a line above the story, whatever the headline is said to be."""
    first = story[0]
    titles = titles_above(first, above)
    opening = words_of(first.block.text[:FIRST_WORD])[:1] if titles else []
    for line in titles:
        if line.block.tag not in HEADINGS or line.words[:1] != opening:
            continue
        if cut := _cut_start(first, Title(line.block.text, line.words)):
            return {first.number: cut}
    if len(first.block.text) > LONG or len(story) < 2:
        return {}
    if (
        above
        and headline
        and above[-1].is_short
        and fold(above[-1].words + first.words) == fold(words_of_title(headline))
    ):
        return {first.number: Cut(RULE, "is the headline's end, its beginning stands above")}
    if len(first.words) < SENTENCE // 2 or ends_sentence(first.block.text):
        return {}
    for line in titles:
        title = Title(line.block.text, line.words)
        if len(title.words) >= SENTENCE // 2 and (how := likeness(first, title)):
            return {first.number: Cut(RULE, f"{how}, as it stands above the story")}
    return {}


def _head(story: list[Line], title: Title) -> list[Line]:
    """Give the lines above and around the first paragraphs, where a repeated headline stands."""
    head, paragraphs = [], 0
    for line in story:
        head.append(line)
        if not line.is_short or (_words_at_least(line, PARAGRAPH) and not _opens_with(line, title)):
            paragraphs += 1
        if paragraphs == HEAD_PARAGRAPHS or len(head) == 12:
            break
    return head


def _words_at_least(line: Line, many: int) -> bool:
    """Tell whether a line has so many words; of a long one by its spaces, which need no reading."""
    return line.block.text.count(" ") >= many if len(line.block.text) > LONG else len(line.words) >= many


def _opens_with(line: Line, title: Title) -> bool:
    text, wanted = line.block.text, title.words
    if len(text) <= LONG:
        return fold(line.words)[: len(wanted)] == wanted
    if fold(words_of(text[:FIRST_WORD]))[:1] != wanted[:1]:
        return False
    return fold(words_of(text[: 2 * len(title.text) + SLACK]))[: len(wanted)] == wanted


def likeness(line: Line, title: Title) -> str | None:
    """Say in which way a line is the headline and nothing more; None where it is something else."""
    text, wanted = line.block.text, title.words
    if len(text) > title.longest:
        return None
    words = fold(line.words)
    if words == wanted or (words and words[0][0] == title.letters[0] and "".join(words) == title.letters):
        return "is the headline"
    if not words:
        return None
    shorter, longer, cut_short = words, wanted, is_broken(text)
    if len(words) > len(wanted):
        shorter, longer, cut_short = wanted, words, title.broken
    if cut_short and len(shorter) >= max(2, len(longer) // 4) and _begins(longer, shorter):
        return "is the headline cut short"
    more = len(words) - len(wanted)
    if more >= 0 and wanted[0] in words:
        if words[: len(wanted)] == wanted or words[more:] == wanted:
            return _framed(line, title)
        if len(wanted) >= 4 and 0 < more <= 2 * MOST_EXTRA and _find(words, wanted) is not None:
            return _framed(line, title)
    if line.block.tag in HEADINGS and len(wanted) >= 4 and _share(words, wanted) >= 0.8:
        return "has nearly the headline's words"
    return None


def _framed(line: Line, headline: Title) -> str | None:
    """Tell whether what stands around the headline in a line is a kicker, a date or a site's name."""
    words, text, title = fold(line.words), line.block.text, headline.words
    at = _find(words, title)
    if at is None or (len(title) < 2 and len(title[0]) < LETTERS):
        return None
    before, after = words[:at], words[at + len(title) :]
    if len(before) + len(after) > MOST_EXTRA + (3 if any(word.isdigit() for word in before + after) else 0):
        return None
    if line.block.tag in HEADINGS and len(title) >= 3:
        return AMONG_OTHERS
    start, end = span(text, title)
    # A question's mark behind a tag in brackets is the headline's own.
    own = not after and ends_sentence(headline.text) and BRACKETED.match(text[:start].strip())
    if ends_sentence(text) and not own and not is_broken(text) and not is_date_behind(text[end:]):
        return None
    parted = (not before or is_parted_before(text[:start])) and (not after or is_parted_behind(text[end:]))
    return "is the headline with a kicker, date or name" if parted else None


def _cut_start(line: Line, title: Title) -> Cut | None:
    """Cut a headline that was glued to the start of a paragraph, when the text after it begins anew."""
    text, wanted = line.block.text, title.words
    if len(wanted) < 3 or wanted[0] not in fold(words_of(text[:OPENING]))[: MOST_BEFORE + 1]:
        return None
    opening = fold(words_of(text[: 3 * len(title.text) + SLACK]))
    at = _find(opening, wanted)
    if at is None or at > MOST_BEFORE or (at and not SEPARATOR.search(text[: span(text, wanted)[0]])):
        return None
    end = span(text, wanted)[1]
    joint = re.match(r"[\W_]*", text[end:])
    between = joint.group() if joint else ""
    rest = text[end + len(between.rstrip("\"«“„‘'([")) :].lstrip()
    after = words_of(rest[:300])[:ECHO_WORDS]
    if len(after) < 4 or rest[:1].islower() or re.match(r"\s*[,،;؛]", between):
        return None
    if "\n" in between or between.strip() in ("|", "•"):
        return Cut(RULE, "first paragraph opens with the headline, set apart", rest)
    wired = find_dateline(rest)
    if wired and wired.agency:  # no sentence goes on with a place and who reports from there
        return Cut(RULE, "first paragraph opens with the headline, then with the dateline", rest)
    if DASH.search(between) and len(wanted) >= SHORTEST_BEFORE_DASH and len(after) >= LONG_REST:
        return Cut(RULE, "first paragraph opens with the headline, a dash, and then begins anew", rest)
    if echo := _echo(wanted, after):
        return Cut(RULE, f"first paragraph opens with the headline and then tells it again: {echo}", rest)
    return None


def _echo(title: list[str], after: list[str]) -> str:
    """Give the headline's words that the text after it says again, when they are enough to begin anew."""
    stems = {stem(word): word for word in title if len(word) > 3}
    told = {stem(word) for word in after}
    again = [word for key, word in stems.items() if key in told]
    return " ".join(again) if len(again) >= 2 and len(again) >= 0.4 * len(stems) else ""


def _begins(words: list[str], start: list[str]) -> bool:
    """Tell whether words begin with others; the last of them may be cut inside."""
    *whole, last = start
    return words[: len(whole)] == whole and len(words) > len(whole) and words[len(whole)].startswith(last)


def _find(words: list[str], title: list[str]) -> int | None:
    for at in range(len(words) - len(title) + 1):
        if words[at] == title[0] and words[at : at + len(title)] == title:
            return at
    return None


def _share(words: list[str], title: list[str]) -> float:
    """Share of word pairs that two lines have in common (Jaccard)."""
    one, two = set(pairwise(words)), set(pairwise(title))
    return len(one & two) / max(1, len(one | two))


def _is_quotation(line: Line, headline: str) -> bool:
    if line.block.tag in ("blockquote", "q") or any(step.startswith("blockquote") for step in line.block.path[-3:]):
        return True
    return bool(QUOTED.match(line.block.text)) and not QUOTED.match(headline)
