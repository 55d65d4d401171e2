"""The sites of the corpus: their publishing system, theme, locale and habits, and the shapes their posts take."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

PLAN: list[tuple[str, ...]] = [
    ("headline-first",),
    ("dateline", "credit"),
    ("read-also-line", "tags-inline"),
    ("one-block", "headline-strong"),
    ("headline-first", "updated-empty"),
    ("headline-quoted", "subheads"),
    ("headline-twice", "line-breaks"),
    ("captions", "read-also-div"),
    ("read-also-quote", "channel"),
    ("headline-letters", "bullets"),
    ("headline-kicker", "gallery"),
    ("dateline-glued", "updated-filled"),
    ("headline-site", "share-bar"),
    ("lead-in", "copyright-line"),
    ("headline-inline", "read-also-plain"),
    ("refrain", "newsletter"),
    ("quotation", "channel-inside"),
    ("headline-date", "advert"),
    ("headline-ellipsis", "read-also-list"),
    ("subheads-bold", "headline-quoted", "spans"),
    ("headline-caption", "credit"),
    ("headline-last", "empty-paragraphs"),
    ("lead-in", "read-also-line"),
    ("refrain", "headline-first", "divs"),
]
"""Shapes of a post, taken in turn."""

PLAN_B: list[tuple[str, ...]] = [
    ("headline-opening", "credit"),
    ("dateline", "read-also-tail"),
    ("headline-heap", "read-also-line"),
    ("read-also-cards", "subheads"),
    ("headline-quoted", "author-inside"),
    ("headline-two-lines", "credits-many"),
    ("read-also-all", "reading-time"),
    ("headline-quotes", "updated-filled", "bullets"),
    ("lead-in", "channel-inside"),
    ("headline-long-kicker", "one-block"),
    ("refrain", "advert", "read-also-plain"),
    ("headline-long-ellipsis", "updated-empty", "captions"),
    ("headline-last", "line-breaks", "newsletter"),
    ("headline-letters", "quotation", "read-also-quote"),
    ("headline-caption", "subheads-bold", "tags-inline"),
    ("dateline-glued", "headline-inline", "share-bar"),
]
"""Shapes of a post on the sites that have a voice of their own."""

COMMENTS = (3, 0, 6, 2, 1, 9, 4)
"""How many comments a post has, in turn."""


@dataclass(frozen=True)
class Site:
    """One site of the corpus."""

    name: str
    language: str
    theme: str
    locale: str = "en_US"
    cms: str = "wordpress"
    timezone: str = "UTC"
    permalink: str = "/%year%/%monthnum%/%postname%/"
    editor: str = "html"
    habits: tuple[str, ...] = ()
    """Shapes of every post of the site, after its own."""
    stories: int = 24
    offset: int = 0
    """Where in PLAN the site starts."""
    native_slug: bool = False
    paged_comments: bool = False
    title: int = 0
    folder: str = ""
    """Where its pages are kept; its name where empty."""
    kept: int = 0
    """How many of its posts are kept as pages; 0 is all."""
    options: dict[str, str] = field(default_factory=dict)
    """WordPress options."""
    voice: str = ""
    """Under `texts/voices`, the words it has of its own for what stands around a story."""
    plan: list[tuple[str, ...]] = field(default_factory=lambda: PLAN)
    settings: dict[str, object] = field(default_factory=dict)
    """Settings of a static generator."""

    @property
    def host(self) -> str:
        return f"www.{self.name}.example"


LONG_DATE = {"date_format": "l j F Y", "time_format": "g:i a"}
SCRAMBLED = {"corpus_scramble": "1"}
"""WordPress's own words in a language that nobody speaks."""
PLAIN_DATE = {"date_format": "d/m/Y", "time_format": "H:i"}
SITES = [
    Site("dhifaf", "ar", "khabar", "ar", timezone="Asia/Baghdad", options=LONG_DATE, permalink="/archives/%post_id%"),
    Site("waha", "ar", "twentytwentyone", "ar", timezone="Africa/Algiers", editor="blocks", offset=5, native_slug=True),
    Site("naba", "ar", "majalla", "ar", timezone="Africa/Cairo", options=LONG_DATE, offset=9, habits=("channel",)),
    Site("marfa", "ar", "jarida", "ar", timezone="Asia/Riyadh", options=PLAIN_DATE, offset=13, editor="blocks"),
    Site(
        "wadi", "ar", "twentytwentytwo", "ar", timezone="Africa/Tunis", editor="blocks", offset=17, paged_comments=True
    ),
    Site("midan", "ar", "undescores-for-npm", "ar", timezone="Asia/Amman", offset=21, permalink="", options=PLAIN_DATE),
    Site("herald", "en", "twentytwentythree", timezone="Europe/London", editor="blocks", offset=2),
    Site("courier", "en", "khabar", "en_CA", timezone="America/Toronto", offset=11, habits=("read-also-line",)),
    Site("sepidar", "fa", "twentytwentythree", "fa_IR", timezone="Asia/Tehran", editor="blocks", offset=4, stories=20),
    Site("baran", "fa", "majalla", "fa_IR", timezone="Asia/Tehran", offset=14, stories=20, title=1, options=LONG_DATE),
    Site("sogut", "tr", "twentytwentyone", "tr_TR", timezone="Europe/Istanbul", editor="blocks", offset=7, stories=20),
    Site("arava", "he", "majalla", "he_IL", timezone="Asia/Jerusalem", offset=3, stories=20, options=PLAIN_DATE),
    Site("shafaq", "ur", "twentytwentytwo", "ur", timezone="Asia/Karachi", editor="blocks", offset=10, stories=20),
    Site(
        "hanar",
        "ckb",
        "khabar",
        "ckb",
        timezone="Asia/Baghdad",
        offset=0,
        stories=20,
        editor="plain",
        options=PLAIN_DATE,
    ),
    Site(
        "ourle", "fr", "undescores-for-npm", "fr_FR", timezone="Europe/Paris", offset=6, stories=20, paged_comments=True
    ),
    Site("lauter", "de", "jarida", "de_DE", timezone="Europe/Berlin", offset=15, stories=20, options=LONG_DATE),
    Site(
        "vega",
        "es",
        "twentytwentyone",
        "es_ES",
        timezone="Europe/Madrid",
        offset=18,
        stories=20,
        habits=("tags-inline",),
    ),
    Site("olkha", "ru", "majalla", "ru_RU", timezone="Europe/Moscow", offset=12, stories=20, options=PLAIN_DATE),
    Site("bening", "id", "twentytwentytwo", "id_ID", timezone="Asia/Jakarta", editor="blocks", offset=8, stories=20),
    Site(
        "diwan", "ar", "khabar", "ar", timezone="Asia/Baghdad", offset=4, title=3, habits=("house-line", "background")
    ),
    Site(
        "teatime",
        "en",
        "twentytwentyone",
        timezone="Europe/London",
        editor="blocks",
        offset=20,
        title=2,
        habits=("background", "house-line"),
    ),
    Site(
        "nakhl", "fa", "undescores-for-npm", "fa_IR", timezone="Asia/Tehran", offset=9, habits=("house-line", "lead-in")
    ),
    Site("lago", "it", "twentytwentyone", "it_IT", timezone="Europe/Rome", editor="blocks", stories=12, offset=2),
    Site(
        "ipe", "pt", "twentytwentythree", "pt_BR", timezone="America/Sao_Paulo", editor="blocks", stories=12, offset=8
    ),
    Site(
        "rietmeer",
        "nl",
        "twentytwentytwo",
        "nl_NL",
        timezone="Europe/Amsterdam",
        editor="blocks",
        stories=12,
        offset=14,
    ),
    Site("mlyn", "pl", "undescores-for-npm", "pl_PL", timezone="Europe/Warsaw", stories=12, offset=20),
    Site("vitryak", "uk", "twentytwentyone", "uk", timezone="Europe/Kyiv", editor="blocks", stories=12, offset=5),
    Site("suisha", "ja", "twentytwentytwo", "ja", timezone="Asia/Tokyo", editor="blocks", stories=12, offset=11),
    Site("mofang", "zh", "undescores-for-npm", "zh_CN", timezone="Asia/Shanghai", stories=12, offset=17),
    Site("coixay", "vi", "majalla", "vi", timezone="Asia/Ho_Chi_Minh", stories=12, offset=23),
    Site("barq", "ar", "next", "ar", "hexo", "Asia/Baghdad", stories=16, offset=3),
    Site("tarn", "en", "landscape", "en", "hexo", "Europe/London", stories=16, offset=8),
    Site("tertre", "fr", "icarus", "fr", "hexo", "Europe/Paris", stories=16, offset=16, title=1),
    Site("rechnoy", "ru", "fluid", "ru", "hexo", "Europe/Moscow", stories=16, offset=20),
    Site("sahel", "fa", "bootblog4", "fa", "nikola", "Asia/Tehran", stories=16, offset=1),
    Site("nahr", "ar", "bootstrap4", "ar", "nikola", "Africa/Cairo", stories=16, offset=12, title=2),
    Site("rukn", "ar", "casper", "ar", "ghost", "UTC", stories=16, offset=7, title=3),
    Site("millford", "en", "source", "en", "ghost", "UTC", stories=16, offset=15, title=1),
    Site("kiyi", "tr", "notmyidea", "tr", "pelican", "Europe/Istanbul", stories=16, offset=6, title=1),
    Site("muara", "id", "simple", "id", "pelican", "Asia/Jakarta", stories=16, offset=18, title=1),
]

OTHER_LOCALES = """bg_BG bn_BD bs_BA ca cs_CZ cy da_DK el eo es_CL es_PE et eu fi gd gl_ES hr hu_HU jv_ID ka_GE ko_KR lv
    mk_MK ms_MY my_MM nb_NO nn_NO pt_PT ro_RO si_LK sk_SK sl_SI sq sr_RS su_ID sv_SE sw ta_LK th ug_CN zh_HK
    zh_TW""".split()
"""Locales of Debian's wordpress-l10n that no site above has: one English story each, for the strings around it."""
LOCALE_THEMES = ("twentytwentyone", "twentytwentytwo", "twentytwentythree", "undescores-for-npm")
SITES += [
    Site(
        f"loc{number:02d}",
        "en",
        LOCALE_THEMES[number % len(LOCALE_THEMES)],
        locale,
        editor="blocks" if number % 4 < 3 else "html",
        offset=number,
        stories=8,
        folder="locales",
        kept=1,
        title=number % 3,
    )
    for number, locale in enumerate(OTHER_LOCALES)
]

NEWER = [
    Site("silsila", "ar", "jawal", "ar", voice="ar-b", offset=5, options=PLAIN_DATE, paged_comments=True),
    Site("tamar", "he", "lightpage", "he_IL", voice="he-b", offset=3),
    Site("pinewood", "en", "elema", voice="en-x", offset=7, options=SCRAMBLED),
    Site("brookvale", "en", "sahafa", voice="en-x", offset=2, options=SCRAMBLED),
    Site("gulrang", "fa", "kubra", "fa_IR", voice="fa-b", offset=9, permalink=""),
    Site("minbar", "ar", "own", cms="handmade", voice="ar-b"),
    Site("kawa", "ckb", "own", cms="handmade", voice="ckb-b", offset=3),
    Site("defne", "tr", "own", cms="handmade", voice="tr-b", offset=5),
    Site("wartanesia", "id", "own", cms="handmade", voice="id-b", offset=8),
    Site("ghazal", "fa", "own", cms="handmade", voice="fa-b", offset=10),
    Site("lamplight", "en", "own", cms="handmade", voice="en-x", offset=12),
    Site("bazm", "ur", "own", cms="handmade", voice="ur-b", offset=1),
    Site("manara", "ar", "drupal7", cms="system", voice="ar-b", offset=2),
    Site("fabel", "de", "drupal10", cms="system", voice="de-b", offset=6),
    Site("ribera", "es", "joomla", cms="system", voice="es-b", offset=9),
    Site("zohar", "he", "blogger", cms="system", voice="he-b", offset=12),
    Site("colline", "fr", "service", cms="system", voice="fr-b", offset=4),
]
"""Sites with words of their own around the stories, on other themes and systems; measured before any rule knew them."""
SITES += [
    replace(
        site,
        plan=PLAN_B,
        stories=16 if site.cms == "wordpress" else 15,
        locale=site.locale if site.cms == "wordpress" else site.language,
    )
    for site in NEWER
]
