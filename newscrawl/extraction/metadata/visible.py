"""What the reader sees around the headline: printed dates, and the lines that hold them and bylines.

Time elements are for `times`; what it all means is for `dates` and `authors`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE, OUTSIDE_NAMES, is_crumb, names_around_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

BEFORE = 6
"""Blocks before the headline that may hold its date: kicker, breadcrumb, dateline."""
AFTER = 14
"""Blocks after the headline that may hold byline and date: standfirst, share bar, picture, caption."""
LONGEST_LINE = 160
"""Characters of a line that holds byline and date; running text is longer."""
DIGIT = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]")
DATE_NAMES = re.compile(r"date|time|publish|posted|meta|stand|byline|info|timestamp|datum|fecha|tarih")
MODIFIED = re.compile(
    r"""
    updated|last\s+modified|aktualisiert|geändert|mis\s+à\s+jour|actualizado|atualizado|aggiornato|güncelle|обновлен
    |оновлено|zaktualizowan|aktualizov|opdateret|oppdatert|uppdaterad|更新|수정|업데이트
    |تحديث|حُدِّث|حدث\s+في|تعديل|به\s*روز|بروزرسانی|اپ\s*ڈیٹ|עודכן|עדכון
    """,
    re.X | re.I,
)
MASTHEAD = re.compile(
    r"(?:^|[.#_-])(?:top|today|current|clock|weather|toolbar|top-?bar|masthead|logo|menu|navbar|ticker|(?:site|page|main)-"
    r"header)(?:$|[._-])|(?:^|[.#])header(?:$|[.#])"
)
CUT = re.compile(r"\s*(?:[|•·●◆※]|\s[-–—]\s|\n)\s*")
WORD = re.compile(r"\w+")
CLOCK = re.compile(
    r"(?<![.:/0-9-])\b[0-9\u0660-\u0669\u06f0-\u06f9]{1,2}[:.][0-9\u0660-\u0669\u06f0-\u06f9]{2}\b(?![.:/-]?\w)"
)
HIJRI = re.compile(r"هـ|الموافق|ه\b")
TEASER = 20
"""Characters of a link that is another story's headline; authors and sections are shorter."""
MAX_WORDS = 5
"""Words without digits around a bare date: weekday, month, label, section; a sentence has more."""
MAX_NAMED_WORDS = 12
"""The same where the markup says date, or two calendars are printed."""
SENTENCE_END = re.compile(r"[^\W\d][.!?…。！？؟۔।][\"”»’)]*\s*$")
SENTENCE_WORDS = 4
"""Words without digits from which a text with a full stop is a sentence; weekday and month are two."""
CAPTION_NAMES = re.compile(r"caption|credit|picbox|picture|copyright")
PUBLISHED = re.compile(
    r"\b(?:published|posted|veröffentlicht|publié|publicado|pubblicato|yayın|نشر|تاريخ\s+النشر)", re.I
)
PUBLISHED_LABEL = re.compile(
    r"""
    (?<!\w)(?:date|datum|published|publié|posted|veröffentlicht|erstellt|fecha|data|tarih|yayın\w*|опубликовано|дата
    |تاريخ|نُ?شرت?|بتاريخ|انتشار|تاریخ|פורסם|תאריך|発行|公開|입력|등록)\b[^0-9]{0,40}[0-9\u0660-\u0669\u06f0-\u06f9]
    """,
    re.X | re.I,
)


def near_headline(sources: Sources) -> tuple[Sequence[Block], Sequence[Block]]:
    """Give the blocks after and before the headline, or the page's first where no heading is found."""
    blocks = sources.blocks
    titles = {fold(text) for text in (*sources.headings, *sources.meta("og:title")) if text}
    title = fold(sources.title or "")
    headings = (n for n, block in enumerate(blocks) if block.tag == "h1" and block.role not in OUTSIDE)
    at = next((n for n in headings if not is_crumb(blocks[n]) and not sources.is_site(blocks[n].text)), None)
    if at is None:
        for n, block in enumerate(blocks):
            if 10 <= len(block.text) <= 300 and block.role not in OUTSIDE:
                key = fold(block.text)
                if key in titles or (len(key) > 20 and title.startswith(key)):
                    at = n
                    break
    if at is None:
        at = next((n for n, block in enumerate(blocks) if block.story), 0)
    if not blocks:
        return [], []
    before = [block for block in blocks[max(0, at - BEFORE) : at] if not _is_masthead(block, blocks[at])]
    after = blocks[at + 1 : at + 1 + AFTER]
    teasers = {_article_of(block.path) for block in after if block.link_chars >= TEASER}
    teasers -= {(), _article_of(blocks[at].path)}
    if teasers:
        teasers -= {_article_of(block.path) for block in blocks if block.story}
        after = [block for block in after if _article_of(block.path) not in teasers]
    return after, before


@lru_cache(maxsize=4096)
def _article_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """Give the way down to the innermost article element, () without one; another story's teaser has its own."""
    depth = max((n for n, place in enumerate(path, 1) if place.split(".")[0].split("#")[0] == "article"), default=0)
    return tuple(path[:depth])


def _is_masthead(block: Block, headline: Block) -> bool:
    """Tell whether a block before the headline belongs to the page's top, where many sites print today's date."""
    own = _article_of(block.path)
    if own and own == _article_of(headline.path):
        return False
    if block.role == "header" and headline.role != "header":
        return True
    if any(place[:4] == "main" or place[:7] == "article" for place in headline.path if place not in block.path):
        return True
    return any(MASTHEAD.search(place) for place in block.path if place not in headline.path)


def find_printed_dates(sources: Sources, *, modified: bool = False) -> Iterator[str]:
    """Give the lines that may print the story's date: those around the headline, then labelled ones anywhere."""
    after, before = near_headline(sources)
    own = names_around_headline(sources)
    if not modified:
        yield from find_labelled_dates(sources)
    for block in (*after, *reversed(before)):
        for part in _labelled(block.text, modified) if _may_hold_date(block, own) else ():
            yield from (line for line in _lines(part) if _is_dated(line, block))
    for block in sources.blocks:
        if len(block.text) <= LONGEST_LINE and PUBLISHED_LABEL.match(block.text) and _may_hold_date(block):
            yield from _labelled(block.text, modified)


def find_labelled_dates(sources: Sources) -> Iterator[str]:
    """Give the lines around the headline that call their date the story's own."""
    after, before = near_headline(sources)
    for block in (*after, *reversed(before)):
        for label in PUBLISHED_LABEL.finditer(block.text) if _may_hold_date(block) else ():
            lines = _labelled(block.text[label.start() :], modified=False)
            yield from (line for line in lines if _words(line) <= MAX_NAMED_WORDS)


def _labelled(text: str, modified: bool) -> Iterator[str]:
    """Cut a line that prints both dates where their labels stand, and give the parts that speak of the wanted one."""
    labels = {found.start() for label in (MODIFIED, PUBLISHED) for found in label.finditer(text)}
    edges = [0, *sorted(start for start in labels if DIGIT.search(text, 0, start))]
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if start < end and bool(MODIFIED.search(text, start, end)) == modified:
            yield text[start:end].strip()


def _may_hold_date(block: Block, own: frozenset[str] = frozenset()) -> bool:
    if block.role in OUTSIDE or block.role == "figure" or not DIGIT.search(block.text):
        return False
    if block.link_chars >= TEASER and block.link_chars * 2 >= len(block.text):
        return False  # a link to another story, and that one's date
    longest = 2 * LONGEST_LINE if any(DATE_NAMES.search(step) for step in block.path[-2:]) else LONGEST_LINE
    if len(block.text) > longest:
        return False
    outside = (found.group().strip(" _-") for step in block.path[-4:] if (found := OUTSIDE_NAMES.search(step)))
    return own.issuperset(outside) and not any(CAPTION_NAMES.search(step) for step in block.path[-4:])


def _is_dated(line: str, block: Block) -> bool:
    """Tell whether a line is a date with a label or a name around it, and not a sentence that mentions one."""
    if not DIGIT.search(line) or len(line) > LONGEST_LINE:
        return False
    named = any(DATE_NAMES.search(step) for step in block.path[-2:])
    if block.story and is_sentence(block.text):
        return False
    return _words(line) <= (MAX_NAMED_WORDS if named or HIJRI.search(line) else MAX_WORDS)


def is_sentence(text: str) -> bool:
    """Tell whether a text is a sentence that mentions a date, not a line that dates the story.

    >>> is_sentence("On 3 May 2021 the harbour burned."), is_sentence("Published on 3 May 2021.")
    (True, False)
    """
    if "|" in text or not SENTENCE_END.search(text):  # a bar parts what is said of the page: «By … | Published …»
        return False
    return _words(text) >= SENTENCE_WORDS and not PUBLISHED_LABEL.match(text)


def _words(line: str) -> int:
    """Count the words without digits."""
    return sum(not DIGIT.search(word) for word in WORD.findall(line))


def _lines(text: str) -> Iterator[str]:
    """Offer the parts of a line between separators, day and time that a separator parts together, then the whole."""
    cuts = [match.span() for match in CUT.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if n + 1 < len(starts) and CLOCK.match(text, starts[n + 1]) and not CLOCK.search(text, start, end):
            yield text[start : ends[n + 1]]
        if start < end:
            yield text[start:end]
    if cuts:
        yield text
