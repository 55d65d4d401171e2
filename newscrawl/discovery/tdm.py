"""Reservations of text and data mining outside robots.txt: tdmrep.json, headers, ai.txt; pure.

The protocol is the W3C community group's TDMRep: https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240202/
`True` means reserved, `False` that the outlet says it is not, `None` that nothing is said. A reservation does not stop
a crawl; it is written on every line, for the people who use the lines to heed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.text.reservation import is_reserved

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 1 << 20
MAX_RULES = 1_000
MAX_PATTERN = 500  # characters
WELL_KNOWN = "/.well-known/tdmrep.json"
TEXT_FILE = re.compile(r"(?:/|\*|/\*|\*\.(?:txt|html?))")


@dataclass(frozen=True, slots=True, kw_only=True)
class TdmRule:
    """One entry of tdmrep.json."""

    location: str
    """Path pattern as in robots.txt: `*` any characters, `$` the end."""
    reserved: bool
    policy: str | None = None
    """Where the terms are that one can get a licence under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TdmRules:
    """What a tdmrep.json says."""

    rules: list[TdmRule] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def reserved(self, url: str) -> bool | None:
        """Tell whether mining of a URL is reserved; None where no rule speaks of it.

        The longest pattern wins, as in RFC 9309; of two equally long ones the reservation.
        """
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        matching = [(len(rule.location), rule.reserved) for rule in self.rules if _matches(rule.location, path)]
        return max(matching)[1] if matching else None


def parse_tdmrep(raw: bytes) -> TdmRules:
    """Read a tdmrep.json. Never raises; see `problems`."""
    try:
        entries = json.loads(raw[:MAX_BYTES])
    except (ValueError, RecursionError) as error:
        return TdmRules(problems=[f"tdmrep.json is no JSON: {error}"])
    rules: list[TdmRule] = []
    problems: list[str] = []
    for entry in (entries if isinstance(entries, list) else [entries])[:MAX_RULES]:
        location = entry.get("location") if isinstance(entry, dict) else None
        reservation = str(entry.get("tdm-reservation")) if isinstance(entry, dict) else ""
        if not isinstance(location, str) or len(location) > MAX_PATTERN or reservation not in ("0", "1"):
            problems.append(f"tdmrep.json: not a rule: {str(entry)[:80]}")
            continue
        policy = entry.get("tdm-policy")
        rules.append(
            TdmRule(location=location, reserved=reservation == "1", policy=policy if isinstance(policy, str) else None)
        )
    return TdmRules(rules=rules, problems=problems)


def reserved_by_headers(headers: Mapping[str, str]) -> bool | None:
    """Read a response's headers: `tdm-reservation: 1`, or `noai` among `X-Robots-Tag`. Names in any case."""
    by_name = {name.lower(): value for name, value in headers.items()}
    return is_reserved([by_name.get("tdm-reservation", "")], [by_name.get("x-robots-tag", "")])


def reserved_by_ai_txt(raw: bytes) -> bool | None:
    """Read an ai.txt (Spawning): True where text is closed to everyone, False where it is open, else None."""
    text = raw[:MAX_BYTES].decode("utf-8-sig", "replace")
    if text.lstrip()[:1] == "<":
        return None
    answer: bool | None = None
    for line in text.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        if TEXT_FILE.fullmatch(value.strip()):
            if name.strip().lower() == "disallow":
                return True
            if name.strip().lower() == "allow":
                answer = False
    return answer


def _matches(pattern: str, path: str) -> bool:
    """Match as robots.txt does, in linear time: the pieces between stars must follow one another."""
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    for number, piece in enumerate(pieces):
        if anchored and number == len(pieces) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= position
        position = path.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return not anchored or position == len(path)
