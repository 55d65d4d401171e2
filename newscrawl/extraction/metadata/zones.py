"""The home time zone of a page that prints times without one: by the country its address or locale names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import tzinfo

    from newscrawl.extraction.metadata.sources import Sources

HOME = {
    "ae": "Asia/Dubai",
    "af": "Asia/Kabul",
    "am": "Asia/Yerevan",
    "at": "Europe/Vienna",
    "az": "Asia/Baku",
    "ba": "Europe/Sarajevo",
    "bd": "Asia/Dhaka",
    "be": "Europe/Brussels",
    "bg": "Europe/Sofia",
    "bh": "Asia/Bahrain",
    "by": "Europe/Minsk",
    "ch": "Europe/Zurich",
    "cn": "Asia/Shanghai",
    "cz": "Europe/Prague",
    "de": "Europe/Berlin",
    "dj": "Africa/Djibouti",
    "dk": "Europe/Copenhagen",
    "dz": "Africa/Algiers",
    "ee": "Europe/Tallinn",
    "eg": "Africa/Cairo",
    "fi": "Europe/Helsinki",
    "fr": "Europe/Paris",
    "gb": "Europe/London",
    "ge": "Asia/Tbilisi",
    "gh": "Africa/Accra",
    "gr": "Europe/Athens",
    "hk": "Asia/Hong_Kong",
    "hr": "Europe/Zagreb",
    "hu": "Europe/Budapest",
    "ie": "Europe/Dublin",
    "il": "Asia/Jerusalem",
    "in": "Asia/Kolkata",
    "iq": "Asia/Baghdad",
    "ir": "Asia/Tehran",
    "is": "Atlantic/Reykjavik",
    "it": "Europe/Rome",
    "jo": "Asia/Amman",
    "jp": "Asia/Tokyo",
    "ke": "Africa/Nairobi",
    "kr": "Asia/Seoul",
    "kw": "Asia/Kuwait",
    "lb": "Asia/Beirut",
    "li": "Europe/Vaduz",
    "lk": "Asia/Colombo",
    "lt": "Europe/Vilnius",
    "lu": "Europe/Luxembourg",
    "lv": "Europe/Riga",
    "ma": "Africa/Casablanca",
    "mr": "Africa/Nouakchott",
    "my": "Asia/Kuala_Lumpur",
    "ng": "Africa/Lagos",
    "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo",
    "np": "Asia/Kathmandu",
    "om": "Asia/Muscat",
    "ph": "Asia/Manila",
    "pk": "Asia/Karachi",
    "pl": "Europe/Warsaw",
    "ps": "Asia/Hebron",
    "qa": "Asia/Qatar",
    "ro": "Europe/Bucharest",
    "rs": "Europe/Belgrade",
    "sa": "Asia/Riyadh",
    "sd": "Africa/Khartoum",
    "se": "Europe/Stockholm",
    "sg": "Asia/Singapore",
    "si": "Europe/Ljubljana",
    "sk": "Europe/Bratislava",
    "so": "Africa/Mogadishu",
    "sy": "Asia/Damascus",
    "th": "Asia/Bangkok",
    "tn": "Africa/Tunis",
    "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei",
    "ua": "Europe/Kyiv",
    "uk": "Europe/London",
    "ye": "Asia/Aden",
    "za": "Africa/Johannesburg",
}
"""Country -> zone, for countries whose newsrooms share one (tz database, zone.tab). Domains used worldwide as plain
words (.tv, .me, .io, .ly) are left out."""
LOCALE = re.compile(r"^[a-z]{2,3}[_-]([A-Za-z]{2})$")


def find_zone(sources: Sources) -> tzinfo | None:
    """Name the zone a page's bare times are in; None when nothing says.

    The address counts before the locale: templates leave `en_US` on pages of every country, so a locale speaks
    only for countries with one zone, which the United States are not.
    """
    host = urlsplit(sources.page.url).hostname or ""
    countries = [host.rsplit(".", 1)[-1]]
    for text in sources.meta("og:locale", "language", "content-language"):
        if match := LOCALE.match(text):
            countries.append(match[1].lower())
    return next((ZoneInfo(HOME[country]) for country in countries if country in HOME), None)
