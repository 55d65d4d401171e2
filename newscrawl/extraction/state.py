"""The story where no markup shows it: in JSON-LD's `articleBody`, or in the state that scripts draw the page from.

Used only when the visible page lacks the story. What is found comes back as markup, so that the same model reads it.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING

from newscrawl.extraction.regions import PROSE_WEIGHT, weight_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.extraction.page import Page

LEAST_WEIGHT = 200
"""Weight from which a text in a script is taken for a story."""
MAX_SCRIPT = 3_000_000
"""Characters of scripts read; the states of real news pages have up to 1.5 million."""
MAX_NESTING = 3
"""JSON within strings of JSON: frameworks do it once or twice."""
PUSH = re.compile(r'self\.__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*")\]\)')
KEYED = re.compile(r'\\?"?\b(\w{2,40})\\?"?\s*:\s*"((?:[^"\\]|\\.){40,})"')
"""A key and its string, in JSON or in a script's object."""
TELLING = re.compile(r"body|content|text|paragraph|story|html|article|markup", re.IGNORECASE)
ELSEWHERE = re.compile(r"comment|description|summary|title|caption|css|style|script|token|consent|query|schema|svg")
"""Keys of long strings that are no story."""
PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"[.!?…。！？؟۔।][\"”»’)\s]")


def find_hidden_story(page: Page, article_body: str) -> str | None:
    """Return the story as markup from JSON-LD or a script; None when neither has one."""
    if weight_of(article_body) >= LEAST_WEIGHT:
        return as_markup([article_body])
    scripts = (node.text() for node in page.tree.css("script:not([src])"))
    best, found = 0.0, None
    for texts in gather(scripts).values():
        weight = sum(weight_of(TAGS.sub("", text)) for text in texts)
        if weight > best and weight >= LEAST_WEIGHT:
            best, found = weight, texts
    return as_markup(found) if found else None


def gather(scripts: Iterable[str]) -> dict[str, list[str]]:
    """Collect the texts of all scripts by the key they stand under."""
    found: dict[str, list[str]] = {}
    pushed, left = [], MAX_SCRIPT
    for script in scripts:
        if left <= 0:
            break
        script, left = script[:left], left - len(script)
        if chunks := PUSH.findall(script):
            pushed += chunks
        elif len(script) >= LEAST_WEIGHT:
            collect(script, found, 0)
    if pushed:
        collect("".join(filter(None, map(decoded, pushed))), found, 0)
    return found


def collect(script: str, found: dict[str, list[str]], nesting: int) -> None:
    """Add the texts of one script, and those of the JSON in its strings."""
    for key, literal in KEYED.findall(script):
        text = decoded(f'"{literal}"')
        if text is None:
            continue
        if nesting < MAX_NESTING and text[:1] in "{[" and '":' in text:
            collect(text, found, nesting + 1)
        elif not ELSEWHERE.search(key.lower()) and is_story(key, text):
            texts = found.setdefault(key, [])
            if text not in texts:
                texts.append(text)


def decoded(literal: str) -> str | None:
    """Read a string literal of JSON; None where it is none."""
    try:
        text = json.loads(literal, strict=False)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def is_story(key: str, text: str) -> bool:
    """Tell whether a script's string reads like a paragraph or a whole story."""
    if PARAGRAPH.search(text):
        return weight_of(TAGS.sub("", text)) >= LEAST_WEIGHT
    plain = TAGS.sub("", text)
    return (
        TELLING.search(key) is not None
        and weight_of(plain) >= PROSE_WEIGHT
        and SENTENCE.search(plain + " ") is not None
        and "{" not in plain
    )


def as_markup(texts: list[str]) -> str:
    """Write texts as an article: markup as it is, plain lines as paragraphs."""
    parts = []
    for text in texts:
        if PARAGRAPH.search(text):
            parts.append(text)
        else:
            lines = TAGS.sub(" ", text).splitlines() if "<" in text else text.splitlines()
            parts += [f"<p>{escape(line)}</p>" for line in lines if line.strip()]
    return f'<article class="article-body">{"".join(parts)}</article>'
