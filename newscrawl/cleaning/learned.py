"""Furniture that an outlet teaches by repeating it: a line seen in many different stories is none of them's own.

What a second story rightly repeats is told apart by six signs, each kept as a count with the line (`sightings`):

- a story that mostly repeats an earlier one (an update, a reprint) teaches nothing;
- an agency's lead-in opens a story and ends with a colon or dash: it introduces, and stays;
- a refrain is said twice within one story: it is that story's own, and stays unless most stories have it;
- a quotation or a paragraph of background speaks of what the rest of its story speaks of; furniture does not;
- a subhead stands between paragraphs, without links; a daily report's figures return with others;
- a line in few of an outlet's stories is cut only when it also stands apart: in links, in another place of the markup,
  or, when it is short and was seen in a dozen stories, always as one of their last lines or the first; a label with
  a few names behind it («Edited by: …») is known by its label, where that is always among the last lines.

What is known by words in any outlet is for `furniture`. The memory starts empty, cuts from the tenth story or so, and
forgets what a redesign dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.discussed import judge_place, note_places
from newscrawl.cleaning.furniture import LABEL_END, LABEL_LINK, MOST_LABEL_CHARS
from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import WORD, Cut, Line, read_words, usual_path
from newscrawl.cleaning.phrases import NUMBER, line_key
from newscrawl.cleaning.sightings import Memory, Sighting, digest
from newscrawl.cleaning.wording import QUOTED, cohesion, ends_sentence, introduces, tells

if TYPE_CHECKING:
    from newscrawl.items import Article, Draft

RULE = "learned"
FEWEST_STORIES = 8
"""Stories before anything is cut."""
FEWEST_SIGHTINGS = 4
"""Stories a line must have stood in; the corpora's own lines (lead-ins, refrains, subheads) return in two or three."""
FEWEST_PLAIN, PLAIN = 6, 40
"""The same for a sentence without links that always stands where the story does, and the characters of one: in an
outlet's first ten stories, four may have a sentence in common that belongs to them."""
FEWEST_APART, LAST = 3, 2
"""The same for a line that always stood where the story's paragraphs do not, or as a label or names among its last
lines; and how many lines those are, of the story that is judged."""
COMMON = 0.3
"""Share of the stories since its first sighting from which a line is common."""
RARE = 0.03
"""Share under which a line is never cut."""
OWN = 0.34
"""Share of its sightings in which a line belonged to the story, from which it stays."""
COHESION = 0.5
"""Share of a line's longer words that the rest of its story says too, from which it is about the same things."""
REPRINT = 0.4
"""Share of a story's paragraphs, by characters, known from before: such a story is a reprint or an update."""
PARAGRAPH = 60
"""Characters of a line that counts as a paragraph."""
PRINTED = 160
"""Characters from which a line is known by its print, which an outlet does not vary, instead of by its words."""
LONGEST = 1200
"""Characters of the longest line remembered: a publisher's legal notice, not a whole story in one block."""
NUMBERS_MASKED = 8
"""Words up to which numbers in a line are any number: «12 comments». Longer ones are other lines with other numbers."""
EDGE = 4
"""Lines at the end of a story that count as its edge, for a publisher's notice often has four; at the beginning one."""
SIGNED_OFF = 12
"""Stories that a short line must have ended or begun to be cut for that alone: a service's name, a column's address."""
SIGN_WORDS = 12
LABEL_WORDS = 5
SIGN_REST = 4
"""Most words behind the label of a line that signs off, all of names."""
NOT_NAMES = re.compile(r"[0-9,،;؛.!?؟]")
TITLE_WORDS = 25
SHORTEST_HEADLINE = 4
"""Words of a headline that a line can be recognised as."""


class LearnedFurniture:
    """What the stories of one outlet have taught."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory or Memory()
        self._read: dict[str, list[str]] = {}
        """Words of the lines judged last: the same page is mostly observed next."""

    @classmethod
    def from_bytes(cls, state: bytes | None) -> LearnedFurniture:
        """Read a state; None is an empty one. Raises ValueError for a damaged one or one of another version."""
        return cls(Memory.from_bytes(state)) if state is not None else cls()

    def to_bytes(self) -> bytes:
        """Write the state down; always under 1 MB."""
        return self._memory.to_bytes()

    @property
    def stories(self) -> int:
        """Different stories it has learned from."""
        return self._memory.number

    def observe(self, draft: Draft, article: Article) -> bool:
        """Learn from a page and what cleaning made of it; False for a story known already, which teaches nothing.

        The article's own rules have gone first: only what they left, or what was learned before, is counted.
        """
        gone = {cut.text for cut in article.removed if cut.rule != RULE}
        lines = [
            Line(number, block)
            for number, block in enumerate(draft.blocks)
            if block.story and block.text not in gone and len(block.text) <= LONGEST
        ]
        for line in lines:
            line.take_words(self._read)
        if not self.observe_lines(lines, headline=article.headline or "", name=article.id or article.url):
            return False
        note_places(self._memory, draft, article)
        return True

    def observe_lines(self, lines: list[Line], *, headline: str, name: str) -> bool:
        """Learn from the lines of a story; `name` tells stories apart."""
        memory = self._memory
        story = digest(name)
        read_words(lines, longest=PRINTED)
        keys = [key_of(line) for line in lines]
        if not lines or story in memory.stories or self._is_reprint(lines, keys):
            return False
        memory.number += 1
        memory.stories.append(story)
        if len(words := line_key(headline).split()) >= SHORTEST_HEADLINE:
            memory.note_headline(digest(" ".join(words)))
        usual = usual_path(lines)
        noted: set[int] = set()
        for place, (line, key) in enumerate(zip(lines, keys, strict=True)):
            if key in noted:
                continue
            noted.add(key)
            seen = memory.lines.get(key)
            own = keys.count(key) > 1 or (seen is not None and cohesion(line, lines) >= COHESION)
            marks = {"linked": line.link_share > 0.3, "odd": line.block.path != usual, "own": own}
            memory.note(key, edge=place == 0 or place >= len(lines) - EDGE, **marks)
            if (label := label_of(line)) and (label_key := digest("label " + label)) not in noted:
                noted.add(label_key)
                memory.note(label_key, edge=False, **(marks | {"own": False}))
            if (sign := sign_of(line)) and (sign_key := digest("sign " + sign)) not in noted:
                noted.add(sign_key)
                memory.note(sign_key, edge=place >= len(lines) - EDGE, **(marks | {"own": False}))
        memory.forget()
        return True

    def find(self, lines: list[Line]) -> dict[int, Cut]:
        """Give the cuts among a story's lines."""
        cuts: dict[int, Cut] = {}
        read_words(lines, longest=PRINTED)
        self._read = {line.block.text: line.words for line in lines if len(line.block.text) <= PRINTED}
        if self.stories < FEWEST_STORIES:
            return cuts
        for place, line in enumerate(lines):
            if why := judge_place(self._memory, line.block.path):
                cuts[line.number] = Cut(RULE, why)
                over = lines[place - 1] if place else None
                if over is not None and over.block.tag in HEADINGS and len(over.block.text) <= PARAGRAPH:
                    cuts[over.number] = Cut(RULE, f"a heading over what {why}")
                continue
            if len(line.block.text) > LONGEST or introduces(lines, place):
                continue
            seen = self._memory.lines.get(key_of(line))
            why = (self._judge(line, seen, lines, place) if seen else "") or self._judge_label(line)
            if not why and place >= len(lines) - EDGE:
                why = self._judge_sign(line)
            if why:
                cuts[line.number] = Cut(RULE, why)
        return cuts

    def _is_reprint(self, lines: list[Line], keys: list[int]) -> bool:
        """Tell whether a story mostly repeats earlier ones, its furniture aside."""
        known = total = 0
        for line, key in zip(lines, keys, strict=True):
            seen = self._memory.lines.get(key)
            if len(line.block.text) < PARAGRAPH or (
                seen is not None and self._share(seen) >= COMMON and seen.count > 2
            ):
                continue
            total += len(line.block.text)
            known += len(line.block.text) if seen is not None else 0
        return total > 0 and known / total >= REPRINT

    def _share(self, seen: Sighting) -> float:
        """Share of the stories since its first sighting that have a line."""
        return seen.count / (self._memory.number - seen.first + 1)

    def _judge(self, line: Line, seen: Sighting, lines: list[Line], place: int) -> str:
        """Say why a line is furniture, or nothing."""
        memory = self._memory
        share = self._share(seen)
        fewest = _fewest(line, seen, is_last=place >= len(lines) - LAST)
        if seen.count < fewest or share < RARE or seen.is_stale(memory.number):
            return ""
        why = f"seen in {seen.count} stories, {share:.0%} of those since the first"
        own = seen.own / seen.count
        subhead = line.block.tag in HEADINGS and not line.block.link_chars and seen.edge < seen.count / 2
        if share >= COMMON:
            figures = len(line.words) <= NUMBERS_MASKED and any(word.isdecimal() for word in line.words)
            usual = share > 2 * COMMON
            return why if (usual or (own < OWN and not figures)) and not subhead else ""
        signed = seen.count >= SIGNED_OFF and len(line.words) <= SIGN_WORDS
        apart = seen.linked / seen.count > 0.5 or (
            seen.edge / seen.count > 0.9 and (signed or seen.odd / seen.count > 0.8)
        )
        if not apart or own > 0 or subhead or QUOTED.match(line.block.text):
            return ""
        if cohesion(line, lines) >= COHESION:
            return ""
        return why + (", mostly in links" if seen.linked / seen.count > 0.5 else ", always at the edge")

    def _judge_label(self, line: Line) -> str:
        """Say why a line that begins with a label is furniture, or nothing."""
        text = line.block.text
        if len(text) <= PRINTED and SHORTEST_HEADLINE <= len(line.words) <= TITLE_WORDS and not tells(text):
            words = NUMBER.sub("#", " ".join(line.words)).split()
            for at in range(min(LABEL_WORDS, len(words) - SHORTEST_HEADLINE) + 1):
                if digest(" ".join(words[at:])) in self._memory.titles:
                    before = f"«{' '.join(words[:at])}» before " if at else ""
                    return before + "the headline of another story"
        label = label_of(line)
        seen = self._memory.lines.get(digest("label " + label)) if label else None
        if seen is None or seen.count < FEWEST_SIGHTINGS or seen.is_stale(self._memory.number):
            return ""
        if seen.linked / seen.count < 0.8 or line.link_share < 0.3:
            return ""
        return f"«{label}» before a link in {seen.count} stories"

    def _judge_sign(self, line: Line) -> str:
        """Say why a line that signs a story off («Editor: a name») is furniture, or nothing."""
        sign = sign_of(line)
        seen = self._memory.lines.get(digest("sign " + sign)) if sign else None
        if seen is None or seen.count < FEWEST_SIGHTINGS or seen.is_stale(self._memory.number):
            return ""
        return f"«{sign}» ends {seen.edge} stories" if seen.edge / seen.count > 0.9 else ""


def _fewest(line: Line, seen: Sighting, *, is_last: bool) -> int:
    """Say in how many stories a line must have stood: fewer where it always ends them, or stands apart."""
    ends = is_last and seen.edge == seen.count
    if line.block.tag not in HEADINGS and (seen.odd == seen.count or (ends and not ends_sentence(line.block.text))):
        return FEWEST_APART
    return FEWEST_PLAIN if _is_plain(line, seen) and not ends else FEWEST_SIGHTINGS


def _is_plain(line: Line, seen: Sighting) -> bool:
    """Tell whether a line reads and stands like any sentence of the story."""
    text = line.block.text
    return not seen.linked and not seen.odd and len(text) > PLAIN and ends_sentence(text)


def key_of(line: Line) -> int:
    """Give the number a line is remembered by; a long one by its print, which an outlet does not vary."""
    if len(line.block.text) > PRINTED:
        return digest(line.block.text)
    key = " ".join(line.words)
    return digest(NUMBER.sub("#", key) if len(line.words) <= NUMBERS_MASKED else key)


def label_of(line: Line) -> str:
    """Give the few words that stand before a link or a title in a line, in matching form."""
    text = line.block.text
    if len(text) > PRINTED or not 4 <= len(line.words) <= TITLE_WORDS or ends_sentence(text):
        return ""
    links = line.block.link_chars
    before = text[: len(text) - links] if links >= LABEL_LINK * (len(text) - MOST_LABEL_CHARS) and links else ""
    if not before:
        end = LABEL_END.search(text[:MOST_LABEL_CHARS])
        before = text[: end.start()] if end else ""
    count = len(WORD.findall(before))
    if not 1 <= count <= LABEL_WORDS or count >= len(line.words) - 2:
        return ""
    return line_key(before) if links else " ".join(line.words[:count])


def sign_of(line: Line) -> str:
    """Give the label of a line that is a label, a colon and a few names, in matching form.

    >>> from newscrawl.items import Block
    >>> sign_of(Line(9, Block(text="Edited by: Ann Mills", tag="p", path=())))
    'edited by'
    """
    label, colon, rest = line.block.text.partition(":")
    if (
        not colon
        or len(rest) > PRINTED
        or not 2 <= len(line.words) <= LABEL_WORDS + SIGN_REST
        or NOT_NAMES.search(rest)
    ):
        return ""
    words = len(WORD.findall(label))
    return line_key(label) if 1 <= words <= LABEL_WORDS and 1 <= len(line.words) - words <= SIGN_REST else ""
