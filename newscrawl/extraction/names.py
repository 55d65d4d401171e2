"""What class, id and test names hint at, by words that publishing systems all over the web share.

`article__body`, `articleBody` and `article-body` are the words `article body`; neighbours are also read as one word.
No word here belongs to an outlet. The weight of a hint is learned, see `model`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from newscrawl.extraction.roles import ROLE_WORDS

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""One word of a name in camel, snake, kebab or BEM spelling; digits end a word."""

LONGEST = 60
"""Characters of a name that are read."""
MOST_NAMES = 24
"""Classes of an element that are read: what comes after is the utilities of CSS frameworks."""
TERM = re.compile(r"\b(?:category|tag|cat|post_tag|topic|section|author)-[^\s_-][^\s]*")
"""Terms a post is filed under, which WordPress lists among its classes: they name the subject, not the element."""

GROUPS: dict[str, str] = {
    "story": """articlebody storybody entrycontent postcontent articlecontent articletext articlecopy storycontent
        bodytext textbody contentbody bodycontent bodycopy newsbody newstext newscontent pagecontent
        singlecontent postbody entrybody richtext storytext tdpostcontent wysiwyg paragraph paragraphs fulltext
        artikeltext articledetail detailtext detailcontent detailbody blogcontent blogbody itemfulltext
        contenttext maintext articlemain articleparagraph storyparagraph textblock postentry singlebody""",
    "article": "article story post entry single hentry news blog beitrag artikel artikeltext noticia nota articulo",
    "content": "content text body copy prose rich detail txt inhalt texte cuerpo corpo tekst contenido conteudo",
    "main": "main primary center maincontent maincol contentmain colmain",
    "lead": """lead lede standfirst intro teaser summary excerpt deck dek subtitle subline subhead subheadline
        subheading abstract chapo chapeau sapo description preamble ingress bajada entradilla vorspann
        untertitel anlauf resumo einleitung sommaire copete""",
    "head": "headline title heading head kicker hed overline eyebrow dachzeile titel titulo titre",
    "caption": """caption captions credit credits copyright figcaption bildunterschrift legend legende mediainfo
        fotocredit bildnachweis pie piefoto""",
    "image": """photo photos image images img picture gallery slideshow slide slides figure thumbnail thumb bild foto
        lightbox""",
    "author": """author authors byline bio writer contributor autor autoren reporter journalist profile avatar byauthor
        verfasser auteur redacteur""",
    "date": "date time timestamp published updated pubdate datetime datum dateline fecha stand",
    "share": """share sharing shares social facebook twitter whatsapp telegram linkedin follow print email mail
        clipboard bookmark like likes addthis sharedaddy teilen partage toolbar tools tool actions action icon
        icons compartir""",
    "tags": """tag tags topic topics keyword keywords category categories cat breadcrumb breadcrumbs taxonomy
        schlagworte themen etiquetas""",
    "related": """related recommended recommend recommendation recommendations recirc recirculation readmore alsoread
        more popular trending mostread latest outbrain taboola similar suggested suggestions youmay mightalso next
        previous prev morestories teaser teasers card cards promo promobox crosslink linklist feed stream tile
        rail zergnet upnext furthermore linkbox onward breaking ticker""",
    "side": "sidebar aside secondary side rightcol widget widgets",
    "signup": """newsletter newsletters subscribe subscription signup sign register registration login donate donation
        membership member offer offers upsell cta app spenden support""",
    "wall": "paywall piano abo plus premium metered regwall barrier paid locked lock",
    "ad": """ad ads advert advertisement advertising adslot dfp gpt sponsor sponsored werbung anzeige commercial
        affiliate partner partners adunit adbox publicidad pub reklama""",
    "comment": "comment comments commentlist respond reply disqus kommentar kommentare forum discussion comentarios",
    "nav": """nav navigation menu menus header masthead topbar navbar submenu mega drawer hamburger tabs tab
        pagination pager search skip jump jumplabel toc""",
    "foot": "footer foot colophon legal imprint bottom",
    "consent": """cookie cookies consent gdpr privacy modal popup overlay dialog banner onetrust cmp notice alert
        placeholder ot otpccenter otsdk""",
    "quote": "quote pullquote blockquote zitat quotation cite",
    "box": """box infobox factbox inset note info fact facts highlight highlights keypoints timeline faq accordion
        factsbox infokasten""",
    "embed": """embed video player audio podcast iframe tweet instagram youtube oembed poll quiz chart graphic
        livestream vid playlist""",
    "small": "disclaimer correction corrections footnote endnote trust standards ethics tips report feedback error",
    "hidden": "hidden hide invisible screenreader sr visuallyhidden assistive noscreen printonly",
}

BIT = {group: 1 << index for index, group in enumerate(GROUPS)}


def _vocabulary() -> dict[str, int]:
    words: dict[str, int] = {}
    for group, text in GROUPS.items():
        for word in text.split():
            words[word] = words.get(word, 0) | BIT[group]
    return words


VOCABULARY = _vocabulary()
KNOWN = {word: (VOCABULARY.get(word, 0), ROLE_WORDS.get(word)) for word in VOCABULARY.keys() | ROLE_WORDS.keys()}
"""Word -> its groups and its role."""
PART = 3
"""Letters of the shortest word that another may be written from."""


def _beginnings() -> dict[str, list[str]]:
    """List the words that a longer one may begin with, by their first letters, the shortest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(VOCABULARY, key=len):
        if len(word) >= PART:
            found[word[:PART]].append(word)
    return dict(found)


BEGINNINGS = _beginnings()


@lru_cache(maxsize=32768)
def of_word(word: str) -> tuple[int, str | None]:
    """Say the groups and the role of one word; the groups also of the two known words it is written from.

    >>> of_word("imagecaption") == (BIT["image"] | BIT["caption"], None)
    True
    """
    found, role = KNOWN.get(word, (0, None))
    if not found and 7 <= len(word) <= 24:
        for first in BEGINNINGS.get(word[:PART], ()):
            second = word[len(first) :]
            if len(second) >= PART and second in VOCABULARY and word.startswith(first):
                return VOCABULARY[first] | VOCABULARY[second], role
    return found, role


@lru_cache(maxsize=65536)
def hints(name: str) -> tuple[int, str | None]:
    """Say which groups of `GROUPS` the words of a name belong to, one bit of `BIT` each, and their role if any.

    A name is one class, id or test name; sites share them more than they share whole lists of classes.

    >>> found, role = hints("c-articleBody__caption")
    >>> [group for group in BIT if found & BIT[group]], role
    (['story', 'article', 'content', 'caption'], None)
    """
    found, role, before = 0, None, ""
    if "-" in name:
        name = TERM.sub("", name)
    for word in WORD.findall(name, 0, LONGEST):
        word = word.lower()
        groups, named = of_word(word)
        if before and (pair := KNOWN.get(before + word)):
            groups, named = groups | pair[0], named or pair[1]
        found |= groups
        role = named or role
        before = word
    return found, role
