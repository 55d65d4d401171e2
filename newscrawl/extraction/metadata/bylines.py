"""The byline that readers see: elements that the markup calls author or byline, and lines that begin like one.

Reading names out of the line is `text.bylines`'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.beside import find_beside_date, find_next_to_date, is_name
from newscrawl.extraction.metadata.card import find_card
from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.signed import (
    find_addresses,
    find_called,
    find_linked,
    find_over_role,
    find_signature,
    is_in_one_piece,
    set_apart,
)
from newscrawl.extraction.metadata.sources import OUTSIDE, is_outside
from newscrawl.extraction.metadata.visible import CUT, DIGIT, LONGEST_LINE, PUBLISHED, WORD, near_headline
from newscrawl.extraction.structured import printed_text
from newscrawl.text.bylines import is_role, strip_by
from newscrawl.text.datelines import is_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

MARKED = "h1,[rel~=author],[itemprop~=author],[class*=author i],[class*=byline i],[class*=autor i],[class*=writer i]"
NOT_A_BYLINE = re.compile(
    r"photo|image|picture|caption|credit|media|quote|comment|bio|avatar|social|twitter|desc|position|job|role|title\b|box"
    r"|date|time|authori[sz]|count|follow|rights|copyright|teaser|\bcard|recirc|most|related|latest"
)
LEAD = re.compile(
    r"""
    \s*(?: by\s(?!\w+ing\b) | written\s+by | words?\s*: | text\s*: | author\s*: | reporting\s+by
    | von:?\s | ein(?:e)?\s\w+\svon\s | autor(?:in)?(?:/autor)?\b\s*:?\s | text\s+von
    | par:?\s | por:?\s | di\s(?-i:(?=[A-Z])) | av:?\s | af:?\s | door\s | przez\s | autor:?\s | автор:?\s | текст:?\s
    | (?:كتبت?|كَتَب|بقلم|تقرير|إعداد|اعداد|تحرير|متابعة|حاوره|الكاتب|المحرر)\s*[:/ـ\-–] | بقلم\s | (?:كتب\s+)?بواسطة\s
    | (?:نویسنده|نوشته|گزارش(?:گر|\ از)?|به\s+قلم|خبرنگار)\s*[:/ـ]*\s | (?:تحریر|رپورٹ|از)\s*[:/]
    | (?:מאת|כתב(?:ה|ת)?)\s*:?\s | (?:haber|yazan|muhabir)\s*:\s
    | (?: (?:(?:取材|構成|写真|撮影|編集)[・･、])?文(?:[・･、](?:構成|写真|撮影|圖|图|攝影|摄影))?
        | 執筆者? | 筆者 | ライター | 撰文 | 作者 | 記者 | 记者 | 글 ) \s*[:：/／|｜=＝]
    )\s*\S
    """,
    re.X | re.I,
)
SURE_LEAD = re.compile(
    r"""
    \s*(?: (?:written\s+)?by:?\s+(?-i:(?=[A-ZÀ-ÞĀ-ſА-Я\u0590-\u06ff]))(?!\w+ing\s\w+\s+you\b) | author\s*:\s
    | autor(?:in)?(?:/autor(?:in)?)?\s*:?\s(?-i:(?=[A-ZÀ-ÞĀ-ſА-Я]))
    | (?:كتبت?|بقلم|إعداد|اعداد|تحرير|الكاتب)\s*[:/ـ]+\s*
    | (?:نویسنده|به\s+قلم|خبرنگار)\s*[:/]\s* | (?:מאת)\s*:?\s )
    """,
    re.X | re.I,
)
"""Leads that are a byline wherever they stand, also under the text; the others only near the headline."""
SUBMITTED = re.compile(
    r"""
    \s*(?:نشره?ا?|(?:publié|écrit|soumis)\s+par|(?:posted|submitted|published|written)\s+by|(?:verfasst|eingereicht)\s+von
    |(?:enviado|publicado)\s+por|(?:inviato|inserito)\s+da|(?:ingezonden|geplaatst)\s+door
    |(?:ارسال|نوشته|منتشر)\s+شده\s+توسط|خپرونکی|خپروونکی|لیکونکی|لیکوال|(?:נשלח|פורסם|נכתב)\s+על\s+ידי)\s*:?\s
    (?P<name>[^\d|]{3,60}?)\s
    (?:في|بتاريخ|يوم|در|پر\s+نېټه|په\s+نېټه|په|בתאריך|le|on|am|el|em|il|op)\s[^.!?؟]{0,20}[0-9\u0660-\u0669\u06f0-\u06f9].{0,30}$
    """,
    re.X | re.I,
)
"""Drupal's line under a headline: by whom and when it was submitted."""
DATED_BY = re.compile(
    r"""
    [0-9\u0660-\u0669\u06f0-\u06f9][^\w.!?؟]{1,3}
    (?: (?:by|par|por|von|door|av|af|oleh|przez|от|بقلم|بواسطة|توسط|به\s+قلم)\s*:?\s
      | (?:كتبت?|نشر|أعد|حرر)(?:ه|ها)?\s*:\s )
    \s*(?P<name>[^\d|:]{3,60})$
    """,
    re.X | re.I,
)
"""A date, then a word for `by` and the name that the line ends with."""
PLACED = re.compile(r"(?P<place>[^\W\d][^\d–—/|-]{1,30}?)\s[–—/-]\s(?P<name>[^\d|–—/]{5,50}?)\s*(?:\||$)")
"""`Place – Author`, before a date in the same line."""
REPORTED = re.compile(
    r"[〔【［（\[(]?\s*(?:本報|特約|實習|实习)?(?:記者|记者)\s*[:：]?\s*(?P<name>H{2,4}(?:[、‧·]H{2,4}){0,3})\s*[／/]\s*"
    r"H{2,10}?(?:報導|報道|报道|電|电)".replace("H", r"[\u3400-\u9fff]")
)
"""`Reporter NAME / reporting from PLACE`, in a line of its own or at the story's beginning."""
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
NEXT_LINES = 2
"""Blocks right after the headline that may name the author without saying so."""
NOT_ELEMENTS = frozenset(("body", "main", "html", "img", "meta", "link", "input", "form"))
PARTS = "span,small,em,i,b,strong,p,div"
"""Elements that hold a part of a byline."""
MOST_MARKED = 120
MOST_INSIDE = 24
MOST_BYLINES = 12
"""Bounds on what is looked at: elements marked as author on a page, in one box, and boxes."""
SHORT = 80
"""Characters of a byline without anything but names."""
MARGIN = 12
"""Blocks before and after the story that may sign it."""
LONGEST = 120
"""Characters of a byline."""


def find_printed_bylines(sources: Sources) -> Iterator[str]:
    """Offer the texts that may be the story's byline, the surest first."""
    yield from _marked(sources)
    after, before = near_headline(sources)
    for block in (*after, *reversed(before)):
        if len(block.text) <= LONGEST_LINE and (block.role not in OUTSIDE or _in_story_footer(block)):
            if signed := _signed(block.text):
                yield signed
            elif block.role not in ("figure", "footer"):
                for part in CUT.split(block.text):
                    if LEAD.match(part):
                        yield set_apart(part, sources.page.html)
    first = next((block.text for block in sources.blocks if block.story), "")
    if reported := REPORTED.match(first):
        yield reported["name"]
    for block in _around_story(sources.blocks):
        if _may_be_byline(block) and SURE_LEAD.match(block.text):
            yield block.text
    for block in (*after[:NEXT_LINES], *before[-NEXT_LINES:]):
        if len(block.text) <= SHORT and block.role not in OUTSIDE and block.role != "figure":
            yield from (part for part in CUT.split(block.text) if _is_labelled(part))
    yield from find_beside_date(sources, [*before[-NEXT_LINES:], *after[:NEXT_LINES]])
    if card := find_card(sources):
        yield card.name


def find_unsaid_bylines(sources: Sources) -> Iterator[str]:
    """Offer the names that neither markup nor a word calls the author, for pages that name nobody, the surest first."""
    after, _ = near_headline(sources)
    yield from find_addresses(sources)
    yield from find_over_role(after)
    yield from find_linked(sources, after)
    yield from find_called(sources, after)
    beside = find_next_to_date(sources, after[:NEXT_LINES])
    yield from (name for name in beside if is_in_one_piece(name, sources.page.html))
    yield from find_signature(sources)


def _is_labelled(part: str) -> bool:
    """Tell whether a part of a line is a word for `by`, in any language, and first and last name.

    >>> _is_labelled("Oleh Tari Kusuma"), _is_labelled("Text and pictures"), _is_labelled("Tari Kusuma:")
    (True, False, False)
    """
    name = strip_by(part)
    return fold(name) != fold(part) and is_name(name)


def _in_story_footer(block: Block) -> bool:
    """Tell whether a block stands in the footer of an article, which may sign it."""
    return block.role == "footer" and any(step.startswith("article") for step in block.path[-4:])


def _signed(text: str) -> str | None:
    """Read the author's name out of a line that prints it without the word `by`, or before a date.

    >>> _signed("Publié par Rym Khelifi le mer 14/02/2024 - 10:20"), _signed("نشر في 20 شعبان 1445هـ")
    ('Rym Khelifi', None)
    >>> _signed("記者王大同、林小美／綜合報導"), _signed("記者會上說明")
    ('王大同、林小美', None)
    """
    if submitted := SUBMITTED.match(text) or REPORTED.match(text):
        return submitted["name"]
    if (dated := DATED_BY.search(text)) and is_name(dated["name"].strip()):
        return dated["name"].strip()
    label = PUBLISHED.search(text)
    if label and DIGIT.search(text, label.end()):
        placed = PLACED.fullmatch(text[: label.start()].strip())
        if placed and is_place(placed["place"]):
            return placed["name"]
    return None


def _around_story(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the blocks from a little before the story to a little after; all where no story was found."""
    told = [n for n, block in enumerate(blocks) if block.story]
    return blocks[max(0, told[0] - MARGIN) : told[-1] + 1 + MARGIN] if told else blocks


def _may_be_byline(block: Block) -> bool:
    return len(block.text) <= LONGEST and block.role not in OUTSIDE and block.role != "figure"


def _marked(sources: Sources) -> Iterator[str]:
    """Offer the elements that the markup calls author, those after the headline first; one box at a time."""
    before: list[str] = []
    after: list[str] = []
    seen_heading = False
    marked = sources.page.tree.css(MARKED)[:MOST_MARKED]
    at = 0
    while at < len(marked):
        element = marked[at]
        inside = _inside(element, marked[at + 1 : at + 1 + MOST_INSIDE])
        at += 1
        if element.tag == "h1":
            seen_heading = True
        elif text := _byline_text(element, inside):
            (after if seen_heading else before).append(text)
            at += len(inside)
        if len(after) + len(before) >= MOST_BYLINES:
            break
    yield from after
    yield from reversed(before) if seen_heading else before


def _inside(element: LexborNode, following: list[LexborNode]) -> list[LexborNode]:
    """Take the elements that stand inside another; in page order they follow it without a gap."""
    inside: list[LexborNode] = []
    for candidate in following:
        if not _contains(element, candidate):
            break
        inside.append(candidate)
    return inside


def _byline_text(element: LexborNode, inside: list[LexborNode]) -> str | None:
    """Give the names of a marked element: the innermost marked texts joined, or its whole text when it is short."""
    if element.tag in NOT_ELEMENTS or not _says_name(element) or is_outside(element):
        return None
    if element.css_first("h1,p + p,article"):
        return None
    named = [part for part in inside if _says_name(part)]
    leaves = [part for n, part in enumerate(named) if not _inside(part, named[n + 1 : n + 2])]
    texts = list(dict.fromkeys(text for part in leaves if (text := _text(part)) and WORD.search(strip_by(text))))
    whole = _headed_name(element) or _without_role(element, _untimed(element))
    if whole and len(texts) == 1 and (whole.endswith(texts[0]) or _is_headed(whole, texts[0], leaves)):
        return texts[0]
    if whole and len(texts) < 2 and len(whole) <= SHORT and not DIGIT.search(whole):
        return whole
    return ", ".join(texts) or whole


def _headed_name(element: LexborNode) -> str | None:
    """Give the name that heads a box and stands over a text on who that is."""
    heading = element.css_first("h2,h3,h4,h5,h6")
    name = printed_text(heading) if heading is not None else ""
    if not name or not is_name(name):
        return None
    text = printed_text(element)
    return name if text != name and text.startswith(name) else None


def _is_headed(whole: str, name: str, leaves: list[LexborNode]) -> bool:
    """Tell whether a name is the heading of a box, over what the author does."""
    return whole.startswith(name) and any(part.tag in HEADINGS and _text(part) == name for part in leaves)


def _says_name(element: LexborNode) -> bool:
    attributes = element.attributes
    return not NOT_A_BYLINE.search(f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}".lower())


def _text(element: LexborNode) -> str | None:
    text = printed_text(element)
    return text if 0 < len(text) <= LONGEST else None


def _untimed(element: LexborNode) -> str | None:
    """Give an element's text without the time that stands in it."""
    text = _text(element)
    for time in element.css("time")[:2] if text else ():
        if text and (stamp := _text(time)):
            text = text.replace(stamp, " ", 1).strip()
    return text or None


def _without_role(element: LexborNode, whole: str | None) -> str | None:
    """Leave out of an element's text what its author is at the outlet, where that is an element of its own."""
    for part in element.css(PARTS)[:MOST_INSIDE] if whole else ():
        role = printed_text(part)
        rest = (whole or "").removesuffix(role).strip()
        if rest and rest != whole and is_role(role) and is_name(strip_by(rest)):
            return rest
    return whole


def _contains(outer: LexborNode, inner: LexborNode) -> bool:
    above = inner.parent
    for _ in range(12):
        if above is None:
            return False
        if above.mem_id == outer.mem_id:
            return True
        above = above.parent
    return False
