"""Write newscrawl/text/places.tsv: countries and the cities of time zones, by language, from CLDR.

    python tests/tools/build_places.py

Needs babel. Only names are taken, in the form of `normalise`.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale, localedata

from newscrawl.text.arabic import normalise

TARGET = Path(__file__).parents[2] / "newscrawl/text/places.tsv"
LANGUAGES = (
    "ar fa ur ckb ps tr he en fr es de pt it nl ru uk pl cs sk hu ro bg sr el sv nb da fi id ms vi hi bn az sq hr"
).split()


def names(language: str) -> set[str]:
    localedata._cache.clear()
    locale = Locale.parse(language)
    found = {str(name) for code, name in locale.territories.items() if len(code) == 2}
    found |= {str(zone["city"]) for zone in locale._data["time_zones"].values() if "city" in zone}
    if language == "en":
        for zone in Locale.parse("de")._data["time_zones"]:
            found.add(zone.rsplit("/", 1)[-1].replace("_", " "))
    return {normalise(name) for name in found if len(name) > 2 and "(" not in name and not any(map(str.isdigit, name))}


def main() -> None:
    lines = [f"{language}\t{'|'.join(sorted(names(language)))}" for language in LANGUAGES]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(TARGET.stat().st_size)


if __name__ == "__main__":
    main()
