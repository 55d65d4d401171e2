"""The page's pieces of text in page order, each with the place it stands in. One pass over the tree, no recursion.

Which of them are the story is for `body`; what is furniture among those for `cleaning`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extraction.folding import FOLDED, Folder
from newscrawl.extraction.places import Place
from newscrawl.items import Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_NODES = 300_000
"""Nodes read before the rest of a page is left; the largest of 227 real news pages has 9,000."""
MAX_PIECES = 3_000
"""Blocks and lines of a block after which the rest is left; the most of 227 real news pages are 1,400."""
MAX_DEPTH = 200
"""Elements deeper than this are read as text of the element at this depth; real pages stay under 60."""
MAX_TEXT = 200_000
"""Characters read of one block; the longest story of 227 has 40,000 in all."""
LONG_CELL = 200
"""Characters from which a table cell is a block of its own; shorter ones make one block a row."""
FULL_LINE = 40
"""Characters from which a line that ends a sentence is a paragraph of its own before a single `<br>`."""

SKIPPED = frozenset(
    "script style noscript template svg iframe object embed applet select datalist textarea canvas video audio map "
    "head title meta link frameset rt rp math".split()
)
INLINE = frozenset(
    "abbr acronym bdi bdo big cite code data del dfn em font i ins kbd mark nobr output q ruby rb s samp small span "
    "strike sub sup time tt u var wbr".split()
)
UNSPLIT = frozenset("h1 h2 h3 h4 h5 h6 button label summary figcaption".split())
"""Elements whose lines stay one text."""
ANCHOR_MARK = re.compile(r"\s*(?:[^\w\s.,:;!?…\"'“”«»()|/-]{1,3}\s*)?")
"""All that a heading's link to itself shows: `¶`, `#`, `§`, a zero-width space."""
LONGEST_MARK = 40
"""Characters of such a link, its white space counted."""

CARD_LINKS, CARD_CHARS, CARD_SHARE = 2, 40, 0.9
"""Links, characters and share of link characters from which what stands with an image in a sentence is a card."""
CARD_DEPTH = 6

SENTENCE_END = re.compile(r"[.!?…:。！？؟۔।][\s\"'”’»)\]]*$")

TEXT, BREAK, SKIP, BLOCK, INNER, LINK, STRONG, CELL, CUSTOM = range(9)
IN_LINK, IN_STRONG = 1, 2

_kinds: dict[int, tuple[int, str]] = {}


def _learn(node: LexborNode) -> tuple[int, str]:
    """Say what kind of node this is, and remember it where the parser numbers the tag for good."""
    name = node.tag or ""
    if name == "-text":
        kind = TEXT
    elif not name[:1].isalpha() or name in SKIPPED:
        kind = SKIP
    elif name in INLINE:
        kind = INNER
    else:
        kinds = {"br": BREAK, "a": LINK, "b": STRONG, "strong": STRONG, "td": CELL, "th": CELL}
        kind = kinds.get(name, CUSTOM if "-" in name else BLOCK)
    if node.tag_id < 1000:  # names the parser does not know are numbered by address
        _kinds[node.tag_id] = (kind, name)
    return kind, name


class Piece:
    """One block of text as found, before the verdict."""

    __slots__ = ("link_chars", "part", "place", "strong_chars", "text")

    def __init__(self, text: str, place: Place, link_chars: int, strong_chars: int, part: int) -> None:
        if not place.step:
            place.read()
        self.text = text
        self.place = place
        self.link_chars = link_chars
        self.strong_chars = strong_chars
        self.part = part

    def block(self, *, story: bool = False, score: float = 0.0) -> Block:
        """Make the public block of it."""
        place = self.place
        return Block(
            text=self.text,
            tag=place.tag,
            path=place.path,
            role=place.role,
            link_chars=self.link_chars,
            story=story,
            score=score,
            element=place.number,
            parent=place.parent.number if place.parent else 0,
        )


class Walk:
    """One pass over a page: the pieces and places found, and the text gathered since the last block edge."""

    __slots__ = ("buffer", "lines", "link_chars", "mark", "pieces", "places", "strong_chars")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.places: list[Place] = []
        self.buffer: list[str] = []
        self.lines: list[tuple[str, int, int]] = []
        self.mark: tuple[int, int, int] | None = None
        self.link_chars = self.strong_chars = 0

    def end_line(self) -> None:
        """End a line at a `<br>`."""
        text = " ".join("".join(self.buffer)[:MAX_TEXT].split())
        self.lines.append((text, self.link_chars, self.strong_chars))
        self.buffer.clear()
        self.mark = None
        self.link_chars = self.strong_chars = 0

    def flush(self, place: Place) -> None:
        """End a block: fold its white space, split it where its line breaks end paragraphs."""
        if 0 < self.link_chars <= LONGEST_MARK and place.tag in UNSPLIT:
            self.drop_anchor(place.node)
        if self.lines:
            self.flush_lines(place)
            return
        if text := " ".join("".join(self.buffer)[:MAX_TEXT].split()):
            size = len(text)
            self.pieces.append(Piece(text, place, min(self.link_chars, size), min(self.strong_chars, size), 0))
        self.buffer.clear()
        self.mark = None
        self.link_chars = self.strong_chars = 0

    def drop_anchor(self, heading: LexborNode) -> None:
        """Leave out the link by which a heading links to itself: a sign, or fewer letters than the heading's own."""
        texts = [text for text in self.buffer if not text.isspace()]
        if len(texts) < 2:
            return
        own = [link.text() for link in heading.css("a[href^='#']")[:2]]
        for text in texts:
            is_sign = len(text) == self.link_chars and ANCHOR_MARK.fullmatch(text)
            if is_sign or (text in own and 2 * len(text) < sum(map(len, texts))):
                self.buffer.remove(text)
                self.link_chars -= len(text)
                return

    def flush_lines(self, place: Place) -> None:
        """End a block with line breaks in it."""
        self.end_line()
        parts = paragraphs(self.lines) if place.tag not in UNSPLIT else [joined(self.lines)]
        self.lines.clear()
        for number, (text, links, strong) in enumerate(part for part in parts if part[0]):
            self.pieces.append(Piece(text, place, min(links, len(text)), min(strong, len(text)), number))

    def begin_cell(self, row: Place) -> None:
        """Begin a table cell: short cells of a row share a block, divided by bars."""
        if self.lines:
            self.flush(row)
        if self.buffer and not "".join(self.buffer).isspace():
            self.mark = (len(self.buffer), self.link_chars, self.strong_chars)
            self.buffer.append(" | ")

    def end_cell(self, cell: Place) -> None:
        """End a table cell: a long one is a block of its own."""
        start = self.mark[0] if self.mark else 0
        if self.lines or sum(map(len, self.buffer[start:])) > LONG_CELL:
            if self.mark and not self.lines:
                rest, links, strong = self.buffer[start + 1 :], self.link_chars, self.strong_chars
                del self.buffer[start:]
                self.link_chars, self.strong_chars = self.mark[1:]
                links, strong = links - self.link_chars, strong - self.strong_chars
                self.flush(cell.parent or cell)
                self.buffer, self.link_chars, self.strong_chars = rest, links, strong
            self.flush(cell)


def joined(lines: list[tuple[str, int, int]]) -> tuple[str, int, int]:
    """Join lines to one text with its link and bold characters."""
    texts, links, strong = zip(*lines, strict=True)
    return " ".join(filter(None, texts)), sum(links), sum(strong)


def paragraphs(lines: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Group lines to paragraphs: an empty line divides, and so does a line that is a whole one by itself.

    >>> [text for text, _, _ in paragraphs([("A", 0, 0), ("b.", 0, 0), ("", 0, 0), ("C.", 0, 0)])]
    ['A b.', 'C.']
    """
    groups: list[tuple[str, int, int]] = []
    open_lines: list[tuple[str, int, int]] = []
    for line in lines:
        text, _, strong = line
        if text:
            open_lines.append(line)
        is_whole = len(text) >= FULL_LINE and SENTENCE_END.search(text) is not None
        if open_lines and (not text or is_whole or strong >= len(text) > 0):
            groups.append(joined(open_lines))
            open_lines = []
    if open_lines:
        groups.append(joined(open_lines))
    return groups


def card_depth(image: LexborNode) -> int:
    """Say how many elements up from an image in running text a card begins, nearly all links; 0: there is none.

    Outlets set one behind a name, to be shown when it is pointed at: a portrait and the latest of that person.
    """
    node = image.parent
    for depth in range(1, CARD_DEPTH):
        if node is None or (node.tag not in INLINE and node.tag != "a"):
            return 0
        links = [len(link.text()) for link in node.css("a")]
        chars = len(node.text())
        if len(links) >= CARD_LINKS and chars >= CARD_CHARS and sum(links) >= CARD_SHARE * chars:
            return depth
        node = node.parent
    return 0


def read_pieces(body: LexborNode | None, *, first: int = 0) -> Walk:
    """Read all text under an element, in page order; `first` is the number of the first place."""
    walk = Walk()
    if body is None:
        return walk
    place = Place(None, first, "body", body)
    walk.places.append(place)
    stack: list[tuple[LexborNode | None, Place, int, int]] = []
    node, in_link, in_strong, folder = body.first_child, 0, 0, Folder()
    kinds, places, buffer, lines, pieces = _kinds, walk.places, walk.buffer, walk.lines, walk.pieces
    for _ in range(MAX_NODES):
        while node is None and stack:
            node, outer, kind, flags = stack.pop()
            if kind == BLOCK:
                if buffer or lines:
                    walk.flush(place)
            elif kind == CELL:
                walk.end_cell(place)
                buffer = walk.buffer
            place, in_link, in_strong = outer, flags & IN_LINK, flags & IN_STRONG
        if node is None or len(pieces) > MAX_PIECES:
            break
        kind, tag = kinds.get(node.tag_id) or _learn(node)
        if kind == TEXT:
            if buffer or not node.is_empty_text_node:
                text = node.text_content or ""
                if buffer or not text.isspace():
                    buffer.append(text)
                    if in_link:
                        walk.link_chars += len(text)
                    if in_strong:
                        walk.strong_chars += len(text)
        elif kind == BREAK:
            if len(lines) < MAX_PIECES:
                walk.end_line()
        elif kind != SKIP:
            child = node.first_child
            if kind == CUSTOM:
                kind = INNER if place.tag == "p" else BLOCK
            if kind == BLOCK:
                if buffer or lines:
                    if tag == "img" and stack and stack[-1][2] in (INNER, LINK) and (depth := card_depth(node)):
                        del stack[len(stack) - depth + 1 :]
                        node, _, _, flags = stack.pop()
                        in_link, in_strong = flags & IN_LINK, flags & IN_STRONG
                        continue
                    walk.flush(place)
                if tag == "h1":
                    folder.is_above = False
                elif tag in FOLDED and child is not None and (menu := folder.fold(node, tag, place)):
                    place_of_fold = Place(place, first + len(places), tag, node)
                    places.append(place_of_fold)
                    pieces.append(Piece(menu, place_of_fold, len(menu), 0, 0))
                    child = None
            if child is not None:
                if len(stack) > MAX_DEPTH:
                    kind = INNER
                stack.append((node.next, place, kind, in_link | in_strong))
                if kind in (BLOCK, CELL):
                    if kind == CELL:
                        walk.begin_cell(place)
                    place = Place(place, first + len(places), tag, node)
                    places.append(place)
                elif kind == LINK:
                    in_link = IN_LINK
                elif kind == STRONG:
                    in_strong = IN_STRONG
                node = child
                continue
        node = node.next
    walk.flush(place)
    return walk
