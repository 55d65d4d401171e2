"""robots.txt: sitemaps, crawl delay, and what it says about text and data mining; pure.

Whether a URL may be fetched is Scrapy's business (ROBOTSTXT_OBEY); this reads what Scrapy leaves unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newscrawl.text.urls import absolute

MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: parsers must read at least this much
# Content signals (contentsignals.org) and the IETF's AI preferences: `ai-train=no`, `train-ai=n`.
SIGNAL = re.compile(r"\b(?:ai-train|train-ai)\s*=\s*(no?|y(?:es)?)\b")
LINE = re.compile(r"\s*([A-Za-z-]{1,40})\s*:\s*([^#\r\n]*)")
# Crawlers that fetch for training models or for text mining, as their operators name them.
_AI_AGENTS = """
    gptbot chatgpt-user oai-searchbot ccbot google-extended anthropic-ai claudebot claude-web cohere-ai
    cohere-training-data-crawler bytespider amazonbot applebot-extended facebookbot meta-externalagent
    meta-externalfetcher diffbot omgili omgilibot perplexitybot youbot ai2bot img2dataset timpibot petalbot
"""
AI_AGENTS = frozenset(_AI_AGENTS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a robots.txt says besides which paths are closed."""

    sitemaps: list[str] = field(default_factory=list)
    crawl_delay: float | None = None
    """Seconds, for our agent or for all."""
    ai_agents_closed: list[str] = field(default_factory=list)
    """AI crawlers that are shut out of the whole site, lower case, sorted."""
    tdm_reserved: bool | None = None
    """True where text and data mining is reserved: an AI crawler is shut out of everything, or a line says so."""
    problems: list[str] = field(default_factory=list)


def parse_robots(raw: bytes, url: str, *, agent: str = "newscrawl") -> Robots:
    """Read a robots.txt; a page that is none gives a problem and nothing else."""
    text = raw[:MAX_BYTES].decode("utf-8-sig", "replace")
    if text.lstrip()[:1] == "<":
        return Robots(problems=["an HTML page, not a robots.txt"])
    sitemaps: dict[str, None] = {}
    delays: dict[str, float] = {}
    closed: set[str] = set()
    reserved: bool | None = None
    agents: list[str] = []
    in_rules = False
    for name, value in _lines(text):
        if name == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            agents.append(value.lower())
        elif name == "sitemap":
            if address := absolute(value, url):
                sitemaps[address] = None
        else:
            in_rules = True
            if name == "disallow" and value in ("/", "/*", "*"):
                closed.update(agents)
            elif name == "allow" and value in ("/", "/*"):
                closed.difference_update(agents)
            elif name == "crawl-delay" and re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{0,3})?", value):
                delays.update(dict.fromkeys(agents, float(value)))
            elif name in ("content-signal", "content-usage") and "*" in agents:
                signal = SIGNAL.search(value.lower())
                reserved = signal[1][0] == "n" if signal else reserved
            elif name == "tdm-reservation" and value in ("0", "1"):
                reserved = value == "1"
    ai_closed = sorted(closed & AI_AGENTS)
    return Robots(
        sitemaps=list(sitemaps),
        crawl_delay=delays.get(agent.lower(), delays.get("*")),
        ai_agents_closed=ai_closed,
        tdm_reserved=reserved if reserved is not None else True if ai_closed else None,
    )


def _lines(text: str) -> list[tuple[str, str]]:
    found = (LINE.match(line) for line in text.splitlines())
    return [(line[1].lower(), line[2].strip()) for line in found if line]
