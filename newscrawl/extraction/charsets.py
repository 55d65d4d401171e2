"""What legacy encodings look like: labels as browsers read them, and the letters each language fills them with.

Leaves to `encoding` which of the claims about a page is believed.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache
from math import log

LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-cp1256": "cp1256",
    "arabic": "iso8859-6",
    "asmo-708": "iso8859-6",
    "unicode": "utf-16-le",
    "utf-16": "utf-16-le",
}
"""Labels that browsers read otherwise than Python's codecs do (WHATWG Encoding Standard, section 4.2)."""

FLOOR = log(2e-4)
"""Log-probability of a letter that a language does not use: one stray letter in 5,000."""
MARK = log(0.05)
"""A punctuation mark outside ASCII: one in twenty of the bytes beyond ASCII, whatever the language."""
CAPITAL = log(0.06)
"""How much rarer a letter is as a capital, as a log; running text has one capital in ten to twenty letters."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One language in one encoding: the log-probability of each byte from 0x80 on."""

    codec: str
    language: str
    weights: tuple[float, ...]


# Letters beyond ASCII, commonest first. The order comes from counts over public-domain and own running text;
# scripts of their own follow Zipf closely enough for telling encodings apart, accented letters are taken as equal.
SCRIPTS = (
    ("ar", "ايلمنرتوبةعدفسهكقحجشصطأخضغذثزءظإىئؤآ", ("cp1256", "iso8859-6")),
    ("fa", "ايندرهمتوسبشکلكآزگقخفپعطجصحضذغثظژچئ", ("cp1256",)),
    ("ur", "ايکرنںوسےتہملبپدجگھعفحقئشٹچآزطصخضڈغثذؤڑظ", ("cp1256",)),
    ("ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    ("uk", "оанивітеруксдлпмязьгбчхйцїжєюшщфґ", ("cp1251", "koi8-u")),
    ("bg", "аиоентрсвлкдпмзгъубячщжцхйшюфь", ("cp1251",)),
    ("sr", "аиоенрјстуквдлпмзгбчцшжћхњљђфџ", ("cp1251",)),
    ("el", "αοιετσνηυρπκμλςωίόάγέδήθχύφβώξζψ", ("cp1253", "iso8859-7")),
    ("he", "יוהלארמבתנשדקעחפםטגצכזסןךץף", ("cp1255", "iso8859-8")),
    ("th", "านรอกเงยลมวดท่้สะตบีปคัหแิจพช์ุืูำไใโขฟซผถศณ็", ("cp874",)),
)
ACCENTED = (
    ("fr", "éèàçùâêîôûëïœ", ("cp1252",)),
    ("de", "äöüß", ("cp1252",)),
    ("it", "àèéìòù", ("cp1252",)),
    ("es", "áéíóúñü¿¡", ("cp1252",)),
    ("pt", "áéíóúâêôãõç", ("cp1252",)),
    ("sv", "åäöéæø", ("cp1252",)),
    ("is", "áéíóúýðþæö", ("cp1252",)),
    ("tr", "ışğüçöİâ", ("cp1254",)),
    ("pl", "ąćęłńóśźż", ("cp1250", "iso8859-2")),
    ("cs", "áčďéěíňóřšťúůýž", ("cp1250", "iso8859-2")),
    ("hu", "áéíóöőúüű", ("cp1250", "iso8859-2")),
    ("ro", "ăâîşţ", ("cp1250", "iso8859-2")),
    ("hr", "čćđšž", ("cp1250", "iso8859-2")),
    ("lt", "ąčęėįšųūžāēģīķļņ", ("cp1257",)),
)

MARKS = frozenset("\xa0«»“”‘’‚„–—…•·°©®™€£§´`¨،؛؟ـ\u200c\u200d\u200e\u200f")
"""Punctuation that every language of an encoding uses alike."""


def _zipf(letters: str) -> dict[str, float]:
    total = sum(1 / (rank + 3) for rank in range(len(letters)))
    return {letter: log(1 / (rank + 3) / total) for rank, letter in enumerate(letters)}


def _even(letters: str) -> dict[str, float]:
    return dict.fromkeys(letters, log(1 / len(letters)))


def _profile(codec: str, language: str, weights: dict[str, float]) -> Profile:
    table = []
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(codec, "replace")
        if letter in weights:
            table.append(weights[letter])
        elif letter.lower() in weights and len(letter.lower()) == 1:
            table.append(weights[letter.lower()] + CAPITAL)
        else:
            table.append(MARK if letter in MARKS else FLOOR)
    return Profile(codec, language, tuple(table))


@cache
def profiles(family: tuple[tuple[str, str, tuple[str, ...]], ...]) -> tuple[Profile, ...]:
    """Give the profile of every language of a family in every encoding it is written in; built once, on first need."""
    weigh = _zipf if family is SCRIPTS else _even
    return tuple(_profile(codec, lang, weigh(letters)) for lang, letters, names in family for codec in names)


@cache
def find_codec(label: str) -> str | None:
    """Name Python's codec for a label as browsers read it; None for a label that means nothing.

    >>> find_codec(" ISO-8859-1 "), find_codec("windows-1256"), find_codec("x-nonsense")
    ('cp1252', 'cp1256', None)
    """
    label = label.strip().strip("\"'").lower()
    label = LABELS.get(label, label)
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


HIRAGANA = range(0x3041, 0x30FF)
HANGUL = range(0xAC00, 0xD7A4)
COMMON_SIMPLIFIED = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也对生能而子年过发后作里日月新市"
)
COMMON_TRADITIONAL = frozenset(
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也對生能而子年過發後作裡日月新市"
)
# Codec, what its text shows, and the least share of that: Korean is nearly all Hangul, Japanese a third kana (less
# in dry news), the fifty commonest Chinese characters a fifth of running text (news has fewer pronouns, hence a tenth).
MULTIBYTE = (
    ("cp949", HANGUL, 0.6),
    ("cp932", HIRAGANA, 0.12),
    ("euc_jp", HIRAGANA, 0.12),
    ("gb18030", COMMON_SIMPLIFIED, 0.1),
    ("big5hkscs", COMMON_TRADITIONAL, 0.1),
)
