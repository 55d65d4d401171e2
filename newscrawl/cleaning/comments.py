"""Readers' comments and the form for them: first by how the page is built, then by the words of their headings.

Structure needs no language: ids and classes that publishing systems and comment services give their lists and forms,
the tags of forms. Words serve pages made by hand, and plain text; the words are in `furniture.toml`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import Cut, Line, usual_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.items import Block

COMMENT, FORM, HEADING = "comment", "comment-form", "comment-heading"
FORM_TAGS = frozenset(("label", "button", "textarea", "legend", "input", "select", "option", "fieldset", "form"))
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption"))

PARAGRAPH = 60
"""Characters from which a line before the comments is a paragraph of the story."""
FIELD_TAGS = frozenset(("label", "legend", "textarea", "input"))
FIELDS = 2
"""Fields that make a form one to write in; a newsletter's has one."""
FORM_WORDS = 4
"""Words of a form's line that can stand nowhere else: one of them tells a form, of shorter ones («Reply») two."""

CONTAINER = re.compile(
    r"""
    [._\#-]                                         # a class or id, or a word of one
    (?: comments? | commentlist | commentarea | commentform | commentary-list | respond
      | kommentare? | leserkommentare? | comentarios? | commentaires? | commenti | reacties | komentarze
      | komentar(?:i|ji|e|y) | yorumlar | talkbacks? | userpoll-comments
      | disqus(?:_thread)? | fb-comments | coral(?:[_-]talk)? | talk-stream | livefyre | viafoura | spot-?im
      | openweb | hyvor-talk | isso(?:-thread)? | commento | remark42 | utterances | giscus | cusdis | graphcomment
      | cackle | hypercomments | intensedebate | idc-container | jcomments? | jc | komento | kmt
      | k2comments? | civil-comments
      | echo-?comments? | waline | twikoo | valine | gitalk
    )
    (?:$|[._\#-])
    """,
    re.VERBOSE,
)
"""For a step with a dot before it: what begins with one of four signs is searched for soonest."""
NOT_CONTAINER = re.compile(
    r"""
    (?: no-comments? | comments?-(?:off|open|closed|disabled|enabled|count|link|number|icon|bubble|button)s?
      | (?:has|with|hide|show|num|count|total|disable|enable)-comments? | comment-?is-?free
    )
    """,
    re.VERBOSE,
)
RESPOND = re.compile(
    r"(?:^|[._#-])(?:respond|commentform|reply-title|logged-in-as|form)(?:$|[._#-])|comment-?form|^form\b"
)
TITLE = re.compile(r"(?:^|[._#-])(?:title|heading|header|headline|count)(?:$|[._#-])|reply-title")


@lru_cache(maxsize=8192)
def names_comments(step: str) -> bool:
    """Tell whether one element of a path calls itself a place for comments.

    >>> names_comments("ol.comment-list"), names_comments("div.commentary"), names_comments("article.no-comments")
    (True, False, False)
    """
    tag, _, _ = step.partition(".")
    if tag.partition("#")[0] in ("html", "body", "main"):
        return False
    if "comment" in step:
        step = NOT_CONTAINER.sub("", step)
    return CONTAINER.search(f".{step}") is not None


@lru_cache(maxsize=16384)
def _steps(path: tuple[str, ...]) -> tuple[str, ...]:
    """Give the steps of a path that call themselves a place for comments."""
    return tuple(step for step in path if names_comments(step))


def find_comments(lines: Sequence[Line], own: frozenset[str]) -> dict[int, Cut]:
    """Find what stands in a place for comments by the markup's word; `own` are the steps above the story itself."""
    cuts: dict[int, Cut] = {}
    path: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    for line in lines:
        block = line.block
        if block.path is not path:  # siblings share it
            path, steps = block.path, _steps(block.path)
        if not steps and block.role != "comments":
            continue
        step = next((step for step in steps if step not in own), None)
        if step is not None or (block.role == "comments" and not steps):
            cuts[line.number] = _cut(_part(block, step), step)
    return cuts


@lru_cache(maxsize=1024)
def _cut(part: str, step: str | None) -> Cut:
    """Make the cut that all lines of one part of a place share."""
    return Cut(part, f"stands in {step or 'a place for comments'}")


def _part(block: Block, step: str | None) -> str:
    """Say which part of a place for comments a block is."""
    if block.tag in FORM_TAGS or block.role == "form":
        return FORM
    part = _named_part(block.path, step)
    return HEADING if part == COMMENT and block.tag in HEADING_TAGS else part


@lru_cache(maxsize=16384)
def _named_part(path: tuple[str, ...], step: str | None) -> str:
    """Say which part of a place for comments a path names."""
    inner = path[path.index(step) :] if step is not None else path[-3:]
    if any(RESPOND.search(part) for part in inner):
        return FORM
    return HEADING if TITLE.search(path[-1] if path else "") else COMMENT


def find_tail(lines: list[Line], named: dict[int, Cut]) -> dict[int, Cut]:
    """Find the comments that follow a heading or form known by its words; `named` are the cuts made by words.

    A form never stands inside a story: what follows it is readers' text. A heading alone may be a story's own subhead,
    so what follows it goes only when it is built in another way than the paragraphs before it.
    """
    marks = [at for at, line in enumerate(lines) if _rule(named, line) in (FORM, HEADING) and not _is_inset(lines, at)]
    before: list[Line] = []
    for at in marks:
        before = [line for line in lines[:at] if line.number not in named and len(line.block.text) > PARAGRAPH]
        if any(line.block.story for line in before):
            break
    else:
        return _find_under_form(lines, named)
    forms = [other for other in marks if _rule(named, lines[other]) == FORM]
    after = [line for line in lines[at + 1 :] if line.number not in named]
    shapes = {line.block.path for line in before if line.block.path}
    apart = bool(shapes) and all(line.block.path not in shapes for line in after if line.block.story)
    last = forms[-1] if len(forms) > 1 or any(len(lines[form].words) >= FORM_WORDS for form in forms) else -1
    over = _find_over(lines, at) if _rule(named, lines[at]) == FORM else {}
    if last < 0 and not apart:
        return over
    evidence = f"follows «{lines[at].block.text[:60]}»"
    return over | {
        line.number: Cut(COMMENT, evidence)
        for place, line in enumerate(lines[at + 1 :], at + 1)
        if line.number not in named and (line.block.story or place < last)
    }


def _find_over(lines: list[Line], at: int) -> dict[int, Cut]:
    """Find what stands over the first button to answer, in the box around it that holds none of the story: comments.

    A longer text is one where it shares an element in that box with the button.
    """
    usual = usual_path([line for line in lines if line.block.story])
    own = lines[at].block.path
    depth = next((n for n, (a, b) in enumerate(zip(own, usual, strict=False)) if a != b), 0)
    box = own[: depth + 1]
    if depth == 0 or len(box) == len(own) or any(line.block.path == usual for line in lines[at:]):
        return {}
    cuts: dict[int, Cut] = {}
    for line in reversed(lines[:at]):
        path = line.block.path
        if path[: depth + 1] != box:
            return cuts
        if len(line.block.text) > PARAGRAPH and path[: depth + 2] != own[: depth + 2]:
            return {}
        cuts[line.number] = Cut(COMMENT, f"stands over «{lines[at].block.text[:60]}»")
    return {}


def _find_under_form(lines: list[Line], named: dict[int, Cut]) -> dict[int, Cut]:
    """Find what stands under a form with fields to write in, and is built unlike the most of the story, over it."""
    fields = 0
    for at, line in enumerate(lines[:-1]):
        fields = fields + (line.block.tag in FIELD_TAGS) if line.block.role == "form" else 0
        if fields < FIELDS or lines[at + 1].block.role == "form":
            continue
        before, after = ([one for one in part if one.block.story] for part in (lines[:at], lines[at + 1 :]))
        shapes = {one.block.path for one in before if one.block.path and len(one.block.text) > PARAGRAPH}
        sizes = [sum(len(one.block.text) for one in part) for part in (before, after)]
        if shapes and sizes[0] > sizes[1] and all(one.block.path not in shapes for one in after):
            return {
                one.number: Cut(COMMENT, "stands under a form to write in") for one in after if one.number not in named
            }
    return {}


def _is_inset(lines: list[Line], at: int) -> bool:
    """Tell whether a lone button stands in a box between two paragraphs of one element: a form for a newsletter."""
    if lines[at].block.role != "form" or not 0 < at < len(lines) - 1 or not lines[at + 1].block.story:
        return False
    if lines[at - 1].block.role == "form":
        return False
    after = lines[at + 1].block
    return after.parent != 0 and any(
        line.block.story and line.block.parent == after.parent and line.block.path == after.path for line in lines[:at]
    )


def _rule(named: dict[int, Cut], line: Line) -> str:
    cut = named.get(line.number)
    return cut.rule if cut is not None else ""
