"""The dateline that opens a story: place and agency, as printed. The body keeps its text; cutting is nobody's.

Agencies come from agencies.tsv, places from places.tsv (CLDR's countries and cities, and the press's). A shape alone
is believed only with one of them in it, or in capitals before a dash: a doubtful beginning is no dateline.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from newscrawl.items import Dateline
from newscrawl.text.arabic import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 110
"""Characters in which a dateline must end; the longest seen has two cities, a state, a date and two agencies."""
MOST_STANDFIRST = 400
"""Characters of a first paragraph that may be a standfirst, with the dateline in the second."""
MOST_PLACE_WORDS = 6
MOST_AGENCY_WORDS = 6
_MOST_WORDS = 4  # of a city or its country

_DASH = r"(?:--|[-–—―ـ])"
_QUOTES = " «»\"“”„'‘’"
# (place) (agency) then what must follow; [^…] keeps every part within its own marks.
_END = rf"(?P<end>[.]?{_DASH}|[:.،,]|\n|$)?"
_IN_BRACKETS = re.compile(
    rf"(?P<place>[^()\[\]:;؛!?؟«»\n]{{0,70}}?)\s*{_DASH}?\s*[(\[]\s*(?P<agency>[^()\[\]\n]{{2,45}}?)\s*[)\]]\s*{_END}"
)
_IN_SLASHES = re.compile(
    rf"(?P<place>[^()\[\]:;/؛!?؟«»\n]{{0,70}}?)\s*{_DASH}?\s*/\s*(?P<agency>[^()\[\]/\n]{{2,45}}?)\s*/\s*{_END}"
)
_AGENCY_FIRST = re.compile(
    r"[(\[]\s*(?P<agency>[^()\[\]/\n]{2,45}?)\s*[)\]]"
    rf"\s*{_DASH}\s*(?P<place>[^()\[\]:;.!?؟\n–—-]{{2,45}}?)\s*(?P<end>{_DASH})"
)
_BY_SLASH = re.compile(
    rf"(?P<a>[^/()\[\]:;.!?؟«»\n]{{2,45}}?)\s*/\s*(?P<b>[^/()\[\]:;.،,!?؟\n–—-]{{2,45}}?)\s*(?P<end>{_DASH}|[:/]|\n|$)"
)
_BY_DASH = re.compile(
    rf"(?P<a>[^/()\[\]:;!?؟«»\n–—]{{2,45}}?)\s*(?:{_DASH}|[:،,])\s*"
    rf"(?P<b>(?![\s0-9])[«\"“]?[^/()\[\]:;!?؟\n–—-]{{2,45}}?[»\"”]?)"
    rf"\s*(?:\([^()\n]{{2,30}}\)\s*)?(?P<end>{_DASH}|[:.](?=\s)|\n|$)"
)
_ALONE = re.compile(rf"(?P<a>[^/()\[\]:;!?؟«»\n–—]{{2,45}}?)\s*(?P<end>\s{_DASH}\s|[–—ـ/]\s?|:\s|-\s)")
_EAST = re.compile(
    r"""
    [(（\[［【]? \s* (?P<place>[^\s()（）\[\]【】=]{1,14}?)
        \s* (?: = | (?=共同|時事|ロイター) | [\s\u3000]+ [0-9０-９]{1,2}日 [\s\u3000]+ ) \s*
        (?P<agency>[^\s()（）\[\]【】=]{2,12}) \s* [)）\]］】]
    | [(（]? (?P<agency2>新华社|新華社|中新社|中新网|中央社|人民网|央视网) (?: 记者[^0-9]{2,8})?
        (?P<place2>[\u4e00-\u9fff]{2,8}?) [0-9]{1,2} (?: 月[0-9]{1,2} )? 日 (?: 电|電|讯|訊 )
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"[\s,،.]+[0-9]{1,2}[\s.].*$ | [\s,،.]+[0-9]{1,2}$ | [,،]\s*[^\W\d]+\.?\s*[0-9].*$", re.VERBOSE
)  # 17 фев; April 25
_ABBREVIATED = re.compile(r",\s\w[\w.]{1,5}\.$")  # LA CROSSE, Wis.
_AGENCY_NOUN = re.compile(
    r"\b(?:وكاله|شبكه|نيوز|اخبار|برس|صحيفه|جريده|موقع|قناه|اذاعه|خبرگزاري|ايجنسي|news|agency|agencia|agenzia|"
    r"agence|agentur|ajansi|press|presse)\b"
)

_GENERIC = re.compile(
    rf"{_AGENCY_NOUN.pattern}|the|post|times|daily|today|online|new|city|media|journal|world|der|die|les|"
    r"روزنامه|سايت|اليوم|العربي(?:ه)?|الجديد(?:ه)?|haber(?:ler)?|gazete(?:si)?|zeitung"
)
"""Words of outlets' names that tell no outlet from another."""


def _read_names(name: str) -> list[str]:
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [spelled for line in lines if not line.startswith("#") for spelled in line.split("\t")[1].split("|")]


def _key(text: str) -> str:
    return " ".join(re.sub(r"[.\"'©/]", " ", normalise(text)).split())


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(_key, _read_names("agencies.tsv")))


@cache
def _places() -> frozenset[str]:
    return frozenset(name.replace(".", " ") for name in _read_names("places.tsv"))


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of a known agency, or of several (`أ ف ب، رويترز`, `Reuters/AP`).

    >>> is_agency("رويترز"), is_agency("AFP, AP"), is_agency("بغداد")
    (True, True, False)
    """
    if _key(text) in _agencies():
        return True
    parts = [part for part in re.split(r"[/،,+|–-]|\s-\s|\sو(?=ا)|\bet\b|\band\b|\bund\b", text) if part.strip()]
    return len(parts) > 1 and sum(_key(part) in _agencies() for part in parts) == len(parts)


def is_place(text: str) -> bool:
    """Tell whether a text is a known city or country, alone or with its country or a second city."""
    if _key(text) in _places():
        return True
    parts = [part for part in re.split(r"[/،,]|\s[-–]\s", text) if part.strip()]
    return len(parts) > 1 and _key(parts[0]) in _places() and all(len(part.split()) <= _MOST_WORDS for part in parts)


def _is_capital(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 3 and sum(char.isupper() for char in letters) / len(letters) > 0.6


def _trim_place(text: str) -> str:
    """Drop the day from "KATHMANDU, April 25"."""
    place = _DATE.sub("", text).strip(_QUOTES + ",،-–—")
    return place if _ABBREVIATED.search(place) else place.rstrip(".")


def _could_be_place(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= MOST_PLACE_WORDS and not re.search(r"[0-9@]", text) and len(text) >= 2


def _make(place: str | None, agency: str | None) -> Dateline | None:
    place = _trim_place(place) if place else None
    agency = agency.strip(_QUOTES) if agency else None
    if place and not _could_be_place(place):
        return None
    return Dateline(place=place or None, agency=agency or None) if place or agency else None


def _read_brackets(start: str, names: Sequence[str]) -> Dateline | None:
    if (match := _AGENCY_FIRST.match(start)) and is_agency(match["agency"]):
        return _make(match["place"], match["agency"])
    match = _IN_BRACKETS.match(start) or _IN_SLASHES.match(start)
    if match is None or len(match["agency"].split()) > MOST_AGENCY_WORDS:
        return None
    place, agency = _trim_place(match["place"]), match["agency"]
    own = bool(names) and (match["end"] or "،") not in "،,." and _is_own(agency, names)
    if own or is_agency(agency) or is_agency(agency.split("/")[0]):
        known = not place or is_place(place) or _is_capital(place)
        return _make(place, agency) if known or (match["end"] and _is_likely_place(place)) else None
    dashed = bool(match["end"]) and match["end"] not in "،,."
    if dashed and place and (is_place(place) or _is_capital(place)) and not is_place(agency):
        return _make(place, agency if _AGENCY_NOUN.search(normalise(agency)) or not _is_role(agency) else None)
    return None


def _is_own(agency: str, names: Sequence[str]) -> bool:
    """Tell whether a text is an outlet's name or the telling part of it: `Lantern` of "The Lantern Post"."""
    words = _key(agency).split()
    if not any(len(word) >= 3 and not _GENERIC.fullmatch(word) for word in words):
        return False
    return any(f" {' '.join(words)} " in f" {_key(name)} " for name in names)


def _is_likely_place(text: str) -> bool:
    """Tell whether what stands before a known agency can be a place: not the beginning of a sentence."""
    return len(text.split()) <= _MOST_WORDS - 1 and not _VERB.search(normalise(text))


_VERB = re.compile(
    r"^(?:قال|قالت|اعلن|اعلنت|ذكر|ذكرت|افاد|افادت|اكد|اكدت|نقلت|نقل|كتب|حسب|وفق|كشف|كشفت|صرح|صرحت|اوضح|نفت|نفي|دعا|دعت)\b|\b(?:the|said|der|die|das)\b"
)
_REPORTER = re.compile(r"رپورٹر|نمايندہ|ڈيسك|مراسل|خاص|correspondent|reporter|संवाददाता|desk|muhabir")


def _is_role(text: str) -> bool:
    return bool(_REPORTER.search(normalise(text)))


def _read_pair(match: re.Match[str]) -> Dateline | None:
    """Tell which of two parts is the place and which the agency."""
    first, second = match["a"].strip(), match["b"].strip()
    for place, agency in ((first, second), (second, first)):
        place = _trim_place(place)
        if is_agency(agency) and (is_place(place) or _is_all_capital(place.split(",")[0])):
            return _make(place, agency)
    if is_agency(first) and len(second.split()) <= _MOST_WORDS - 2 and _is_likely_place(second):
        return _make(second, first)  # a town too small for the table: no outlet or reporter stands here
    for place, agency in ((first, second), (second, first)):
        if is_place(place) and _AGENCY_NOUN.search(normalise(agency)) and len(agency.split()) <= MOST_AGENCY_WORDS:
            return _make(place, agency)
    return None


def _read_alone(start: str) -> Dateline | None:
    match = _ALONE.match(start)
    if match is None:
        return None
    name, end = match["a"].strip(), match["end"].strip()
    if is_agency(name) and end != ":":
        return _make(None, name)
    place = _trim_place(name)
    if is_place(place) and len(place.split()) <= MOST_PLACE_WORDS and end != "/":
        return _make(place, None)
    head = place.split(",")[0]
    return (
        _make(place, None) if end != "/" and end != ":" and len(head.split()) <= 3 and _is_all_capital(head) else None
    )


def _is_all_capital(text: str) -> bool:
    return len(text) >= 4 and text.isupper()


def find_dateline(body: str, *, language: str | None = None, agencies: Sequence[str] = ()) -> Dateline | None:
    """Read the dateline that opens a story's body; None when there is none, or when in doubt.

    Both parts are as printed, without quotation marks and without the day that American wires put between them.
    The shapes are the same in every language; `language` is there for callers that know it. `agencies` are names of
    the outlet itself, which signs its own reports with them or with a part of them. Behind a standfirst only a
    dateline with place and agency is believed.

    >>> find_dateline("بغداد/شبكة اخبار العراق- أكد وزير الخارجية")
    Dateline(place='بغداد', agency='شبكة اخبار العراق')
    >>> find_dateline("Quay Hill (Lantern) - The queue formed at six", agencies=["The Lantern Post"])
    Dateline(place='Quay Hill', agency='Lantern')
    >>> find_dateline("أكد وزير الخارجية أن القوات العراقية") is None
    True
    """
    if found := _read_start(body, agencies):
        return found
    standfirst, _, rest = body[: MOST_STANDFIRST + 2].partition("\n\n")
    if rest and (found := _read_start(body[len(standfirst) :], agencies)) and found.place and found.agency:
        return found
    return None


def _read_start(body: str, names: Sequence[str]) -> Dateline | None:
    start = body[: 4 * LONGEST].lstrip("\ufeff\u200e\u200f\u202a\u202b \t\r\n")[:LONGEST]
    if (match := _EAST.match(start)) and is_agency(match["agency"] or match["agency2"]):
        return _make(match["place"] or match["place2"], match["agency"] or match["agency2"])
    if found := _read_brackets(start, names):
        return found
    for shape in (_BY_SLASH, _BY_DASH):
        if (match := shape.match(start)) and (found := _read_pair(match)):
            return found
    return _read_alone(start)
