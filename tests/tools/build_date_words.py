"""Write newscrawl/text/dates/cldr.tsv: the calendar words of the press's languages, from CLDR.

    python tests/tools/build_date_words.py

Needs babel (CLDR's month, weekday, day period names and relative patterns) and dateparser (CLDR's yesterday and
today, which babel leaves out). Only facts are taken, each word in the form that `fold` gives it. Run it after a
change of `fold` or with a newer CLDR; the tests notice a table that `fold` would change.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from babel import Locale, localedata

from newscrawl.text.dates.cutting import cut, fold

TARGET = Path(__file__).parents[2] / "newscrawl/text/dates/cldr.tsv"
LANGUAGES = (
    "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja "
    "ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn or pa pl ps pt ro ru sd si sk sl so sq sr "
    "sr_Latn sv sw ta te tg th ti tk tr tt ug uk ur uz vi yo zh zh_Hant zu"
).split()
SPACELESS = {"ja", "km", "ko", "lo", "my", "th", "zh", "zh_Hant"}
UNITS = {"second": "s", "minute": "min", "hour": "h", "day": "d", "week": "w", "month": "mo", "year": "y"}
PERIODS = {
    "am": "am", "pm": "pm", "noon": "noon", "midnight": "midnight", "morning1": "am", "morning2": "am",
    "afternoon1": "pm", "afternoon2": "pm", "evening1": "pm", "evening2": "pm", "night1": "night", "night2": "night",
}  # fmt: skip
RELATIVE_DAYS = {"0 day ago": "0", "1 day ago": "-1", "2 day ago": "-2"}


def key(phrase: str) -> str:
    return " ".join(token.text for token in cut(fold(phrase)) if token.kind in ("word", "han", "number"))


def usable(phrase: str) -> bool:
    return bool(phrase) and not any(char.isdigit() for char in phrase)


def read_names(table: dict, widths: tuple[str, ...]) -> dict:
    found: dict = {}
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in table.get(context, {}).get(width, {}).items():
                found.setdefault(number, set()).add(key(str(name)))
    return found


def read_relative(locale: Locale) -> list[tuple[str, str, set[str]]]:
    """Part the patterns "vor {0} Stunden" into the words of a unit and the words all units share: the "ago"."""
    words: dict[str, set[str]] = {}
    plural: dict[str, set[str]] = {}  # singular and dual may lack the number, and put a word for it
    for unit in UNITS:
        words[unit], plural[unit] = set(), set()
        for width in ("", "-short", "-narrow"):
            for form, pattern in locale._data["date_fields"].get(unit + width, {}).get("past", {}).items():
                if pattern.startswith("-"):
                    return []
                parts = {key(part) for part in pattern.replace("{0}", " ").split()}
                words[unit] |= parts
                plural[unit] |= parts if form == "other" else set()
    every = set().union(*words.values())
    ago = {word for word in every if word and sum(word in of_unit for of_unit in plural.values()) >= 4}
    unclear = {word for word in every if sum(word in of_unit for of_unit in words.values()) >= 2}
    rows = [("G", "", ago)] if ago else []
    return rows + [("U", UNITS[unit], of_unit - unclear) for unit, of_unit in words.items()]


def read_days(language: str) -> list[tuple[str, str, set[str]]]:
    name = {"sr_Latn": "sr-Latn", "zh_Hant": "zh-Hant", "nn": "nb", "zh": "zh-Hans"}.get(language, language)
    try:
        words = importlib.import_module(f"dateparser.data.date_translation_data.{name}").info.get("relative-type", {})
    except ModuleNotFoundError:
        return []
    return [("R", day, {key(word) for word in words.get(entry, [])}) for entry, day in RELATIVE_DAYS.items()]


def read_language(language: str) -> list[tuple[str, str, set[str]]]:
    localedata._cache.clear()  # a locale loaded later would show words of those before
    locale = Locale.parse(language)
    months = read_names(locale._data["months"], ("wide", "abbreviated"))
    weekdays = read_names(locale._data["days"], ("wide", "abbreviated", "short"))
    periods = read_names(locale.day_periods, ("wide", "abbreviated"))
    rows = [("M", f"g{number}", names) for number, names in months.items()]
    rows += [("W", str(number), names) for number, names in weekdays.items()]
    rows += [("P", PERIODS[number], names) for number, names in periods.items() if number in PERIODS]
    if language not in SPACELESS:
        rows += read_relative(locale)
    return rows + read_days(language)


def main() -> None:
    lines = []
    for language in LANGUAGES:
        english = {} if language == "en" else {(kind, value): names for kind, value, names in read_language("en")}
        for kind, value, names in read_language(language):
            kept = sorted(name for name in names - english.get((kind, value), set()) if usable(name))
            if kept:
                lines.append("\t".join((language.replace("_", "-"), kind, value, "|".join(kept))))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
