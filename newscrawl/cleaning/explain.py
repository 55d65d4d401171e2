"""What was kept and cut of a page, for a person to read in a terminal: the blocks in order, with rule and evidence.

Right-to-left text is readable whatever the terminal's direction: each text stands in isolates of its own.
"""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawl.cleaning.lines import Line

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
GREEN, RED, YELLOW, DIM, PLAIN = "\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
INDENT = "      "
QUOTED = re.compile(r"«([^»]*)»")
STEPS = 3
"""Elements of a block's path that are shown."""
LONGEST_STEP = 32


def isolate(text: str) -> str:
    """Wrap a text so that its direction is its own."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def explain(
    lines: Iterable[Line], *, colour: bool = True, everything: bool = False, width: int | None = None
) -> Iterator[str]:
    """Write the blocks of a judged page, a paragraph for each.

    Blocks that are neither of the story nor cut are counted; `everything` writes them too. Texts are broken into lines
    of `width` columns, each with a direction of its own, for terminals break right-to-left text at the wrong end.
    """
    skipped = 0
    for line in lines:
        if line.cut is None and not line.block.story and not everything:
            skipped += 1
            continue
        if skipped:
            yield _skipped(skipped, colour)
            skipped = 0
        yield from _explain_line(line, colour, width)
    if skipped:
        yield _skipped(skipped, colour)


def _skipped(blocks: int, colour: bool) -> str:
    return _painted(DIM, f"{INDENT}… {blocks} block{'s' * (blocks > 1)} outside the story", colour)


def _explain_line(line: Line, colour: bool, width: int | None) -> Iterator[str]:
    block = line.block
    where = " ".join(_plain(step)[:LONGEST_STEP] for step in block.path[-STEPS:]) or block.tag
    links = f", {line.link_share:.0%} links" if block.link_chars else ""
    if line.cut is None:
        verdict, paint = ("kept", GREEN) if block.story else ("outside", DIM)
        reason = f"score {block.score:.2f}"
    elif line.cut.kept:
        verdict, paint, reason = "cut in part", YELLOW, f"{line.cut.rule}: {_quoted(line.cut.evidence)}"
    else:
        verdict, paint = "cut" if block.story else "left out", RED
        reason = f"{line.cut.rule}: {_quoted(line.cut.evidence)}"
    yield (
        _painted(paint, f"{line.number:5} {verdict}", colour)
        + f"  {reason}"
        + _painted(DIM, f"  <{block.tag}> in {where}{links}{', ' + block.role if block.role else ''}", colour)
    )
    text = _plain(block.text)
    if line.cut is not None and line.cut.kept:
        gone, left = text[: len(text) - len(line.cut.kept)], line.cut.kept
        yield from _printed(gone.strip(), RED, colour, width)
        yield from _printed(_plain(left), "", colour, width)
    else:
        yield from _printed(text, RED if line.cut else paint if not block.story else "", colour, width)


def _printed(text: str, paint: str, colour: bool, width: int | None) -> Iterator[str]:
    """Write a text under its verdict, in lines of their own direction."""
    for part in wrap(text, max(20, width - len(INDENT))) if width else [text]:
        yield INDENT + _painted(paint, isolate(part), colour)


def _quoted(evidence: str) -> str:
    """Give what is quoted in an evidence its own direction."""
    return isolate(QUOTED.sub(lambda found: f"«{isolate(found[1])}»", _plain(evidence)))


def _plain(text: str) -> str:
    """Take out what could steer a terminal: a page's text is not trusted."""
    return "".join(char for char in text if char >= " " and not "\x7f" <= char <= "\x9f")


def _painted(paint: str, text: str, colour: bool) -> str:
    return f"{paint}{text}{PLAIN}" if colour and paint else text
