"""A page's structured statements: JSON-LD, however broken, and the article's microdata, both as schema.org nodes.

Leaves to `metadata` what is believed of them.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

Node = dict[str, Any]
"""One schema.org thing as JSON-LD writes it."""

ARTICLE = re.compile(r"(?:article|posting|report|backgroundnews)$", re.I)
"""Types that are a news text: NewsArticle, BlogPosting, LiveBlogPosting, Report … (schema.org/Article and below)."""
NOT_ARTICLE = frozenset({"jobposting", "socialmediaposting"})
MAX_SCRIPT = 2_000_000
"""Characters of one JSON-LD script that are read; the largest of the benchmark's has 120,000."""
MAX_NODES = 2_000
"""Nodes of a page that are looked at."""
MAX_DEPTH = 8
"""Lists in lists that are followed."""
NESTED = ("mainEntity", "mainEntityOfPage", "@graph", "itemReviewed")
"""Where publishers nest the article in its page (`hasPart`, `itemListElement` and the like hold other things)."""

STRING_OR_NOISE = re.compile(
    r"""
    ( "(?:[^"\\]|\\.)*+ (?:"|\Z) )       # a string: kept; an open one reaches to the end, not to be tried again
    | /\*.*?(?:\*/|\Z) | //[^\n]*       # comments
    | <!--|-->|<!\[CDATA\[|\]\]>        # wrappers for browsers of the nineties
    | ,(?=\s*[}\]])                     # a trailing comma
    """,
    re.S | re.X,
)
OPENING = re.compile(r"[{\[]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
SALVAGED = re.compile(
    r'"(@type|headline|alternativeHeadline|description|datePublished|dateModified|articleSection|url|inLanguage)"'
    r'\s*:\s*"((?:[^"\\]|\\.){1,2000})"'
)
AUTHOR_NAME = re.compile(r'"author"\s*:\s*[\[\s]*(?:\{[^{}]{0,300}?"name"\s*:\s*)?"((?:[^"\\]|\\.){1,200})"')


def parse_json_ld(script: str) -> list[Node]:
    """Read one JSON-LD script into its nodes, those of lists and `@graph` one by one.

    Comments, CDATA, trailing commas, raw line breaks, bad escapes, several objects in a row and HTML-escaped
    JSON are read; from what is broken beyond that the article's plain fields are saved.

    >>> parse_json_ld('<!-- {"@graph": [{"@type": "NewsArticle", "headline": "عاجل",},]} -->')
    [{'@type': 'NewsArticle', 'headline': 'عاجل'}]
    """
    script = script[:MAX_SCRIPT]
    try:
        return list(_flat(orjson.loads(script)))
    except orjson.JSONDecodeError:
        pass
    if "{" not in script:
        return []
    if "&quot;" in script and '"' not in script:
        script = unescape(script)
    script = CONTROL.sub(" ", script)
    mended = STRING_OR_NOISE.sub(lambda found: found[1] or "", script)
    mended = BAD_ESCAPE.sub(r"\\\\", mended).strip().rstrip(";")
    return list(_flat(_objects(mended))) or _salvage(script)


def _objects(text: str) -> list[Any]:
    """Decode the JSON values that stand one after the other, up to the first that cannot be read."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while len(values) < MAX_NODES and (start := OPENING.search(text, at)):
        try:
            value, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):  # ValueError: also a number of more than 4,300 digits
            break
        values.append(value)
    return values


def _salvage(script: str) -> list[Node]:
    """Save the first of each plain field from a script that is no JSON."""
    node: Node = {}
    for key, value in SALVAGED.findall(script):
        node.setdefault(key, _unescaped(value))
    author = AUTHOR_NAME.search(script)
    if author:
        node["author"] = _unescaped(author[1])
    types = [value for key, value in SALVAGED.findall(script) if key == "@type" and ARTICLE.search(value)]
    return [{**node, "@type": types[0]}] if types else []


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except json.JSONDecodeError:
        return text


def _flat(value: Any) -> Iterator[Node]:
    """Walk lists, graphs and main entities in order, up to MAX_NODES of them."""
    waiting = [value]
    seen = 0
    while waiting and seen < MAX_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if len(value) > 1 or "@graph" not in value:
                yield {key: part for key, part in value.items() if key != "@graph"}
            waiting += [value[key] for key in reversed(NESTED) if isinstance(value.get(key), dict | list)]


def types_of(node: Node) -> list[str]:
    """List a node's types in lower case, without the vocabulary's address."""
    found = node.get("@type") or node.get("type") or []
    found = found if isinstance(found, list) else [found]
    return [re.split(r"[/#:]", kind)[-1].strip().lower() for kind in found if isinstance(kind, str)]


def is_article(node: Node) -> bool:
    """Tell whether a node is a news text and not a video, an organisation or a job."""
    return any(ARTICLE.search(kind) and kind not in NOT_ARTICLE for kind in types_of(node))


def texts_of(value: Any, depth: int = 0) -> list[str]:
    """List the plain strings of a JSON-LD value: a string, a list, a `@value`, or the name of a thing."""
    if depth > MAX_DEPTH:
        return []
    if isinstance(value, str):
        text = unescape(unescape(value)) if "&" in value else value
        text = " ".join(text.split())
        return [text] if text else []
    if isinstance(value, list):
        return [text for part in value[:100] for text in texts_of(part, depth + 1)]
    if isinstance(value, dict):
        for key in ("@value", "name", "headline", "url", "@id"):
            if value.get(key):
                return texts_of(value[key], depth + 1) if not isinstance(value[key], dict) else []
    return []


def text_of(value: Any) -> str | None:
    """Give the first plain string of a JSON-LD value, None when there is none."""
    return next(iter(texts_of(value)), None)


SPELLING = {
    "alternativeheadline": "alternativeHeadline",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "datecreated": "dateCreated",
    "articlesection": "articleSection",
    "isaccessibleforfree": "isAccessibleForFree",
    "inlanguage": "inLanguage",
}
PROPERTIES = {*SPELLING, "headline", "name", "author", "creator", "description"}
"""What is read of an article's microdata."""
CLIMB = 60
"""Ancestors that are searched for the item a property belongs to."""


def find_microdata(tree: LexborHTMLParser) -> list[Node]:
    """Read the article items of a page's microdata into nodes as JSON-LD would write them, in page order."""
    items: dict[int, Node] = {}
    if not tree.css_matches("[itemscope][itemtype]"):
        return []
    for element in tree.css("[itemprop]")[:MAX_NODES]:
        names = [name for name in (element.attributes.get("itemprop") or "").lower().split() if name in PROPERTIES]
        owner = _owner(element) if names else None
        if owner is None:
            continue
        kind = (owner.attributes.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
        if ARTICLE.search(kind):
            node = items.setdefault(owner.mem_id, {"@type": kind})
            _add(node, names, element)
    return list(items.values())


def _owner(element: LexborNode) -> LexborNode | None:
    above = element.parent
    for _ in range(CLIMB):
        if above is None or "itemscope" in above.attributes:
            return above
        above = above.parent
    return None


def _add(node: Node, names: Iterable[str], element: LexborNode) -> None:
    for name in names:
        if name in ("author", "creator"):
            people = element.css("[itemprop~='name']") if "itemscope" in element.attributes else []
            values = [{"name": _value(person)} for person in people] or [{"name": _value(element)}]
            node.setdefault("author", []).extend(values)
        elif value := _value(element):
            node.setdefault(SPELLING.get(name, name), value)


def _value(element: LexborNode) -> str:
    attributes = element.attributes
    stated = attributes.get("content") or attributes.get("datetime")
    return " ".join(stated.split()) if stated else printed_text(element)


def printed_text(element: LexborNode) -> str:
    """Give what an element prints, its parts with a space between them."""
    return " ".join(element.text(separator=" ").split())
