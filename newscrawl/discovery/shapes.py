"""What the shape of a URL says about what stands there: an article, or a section, tag, author, file; pure.

Evidence only; how the link stands on its page is weighed in `section`. Knows publishing habits, no outlet.
"""

from __future__ import annotations

import re

FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|json|xml|rss|atom|txt|pdf|epub|docx?|xlsx?|pptx?|zip|rar|gz|mp[34]|m4[av]"
    r"|avi|mov|webm|apk|exe)$",
    re.IGNORECASE,
)
DATE = re.compile(r"/(?:19|20)[0-9]{2}[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12][0-9]|3[01]))?(?=[/-])")
ARCHIVE = re.compile(r"(?:/[a-z]{1,12})?/(?:19|20)[0-9]{2}(?:/[0-9]{1,2}){0,2}(?:/page/[0-9]+)?", re.IGNORECASE)
NUMBER = re.compile(r"(?<![0-9])[0-9]{4,}(?![0-9])")
LONG_NUMBER = re.compile(r"(?!(?:19|20)[0-9]{2}$)[0-9]{4,}")  # in front of a slug; no year
TOKEN = re.compile(r"(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{6,24}=*")
UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{16,40}")
# Names of parameters and scripts that take the number of a story, and those that take the number of a list.
STORY_PARAMETER = re.compile(
    r"(?:^|&)(?:p|id|aid|nid|sid|tid|newsid|news_id|articleid|article|story|storyid|post|postid|news)=[0-9a-z-]+",
    re.IGNORECASE,
)
LIST_PARAMETER = re.compile(
    r"(?:^|&)(?:cat|cid|catid|cat_id|category|categoryid|section|sectionid|tag|author|writer|s|q|search|page|paged|m|lang|feed|"
    r"option|task|print|share|action=(?:login|register|search))=",
    re.IGNORECASE,
)
WORD_BREAK = re.compile(r"[-_.+,،]|%20|%[0-9A-F]{2}")
EXTENSION = re.compile(r"\.(?:s?html?|aspx?|php|jsp|do|cms|ece)$", re.IGNORECASE)

# Segments that announce an article below them.
STORIES = frozenset(
    """
    article articles story stories news post posts content details detail newsdetails show view read item node archives
    blog press-release artikel nachricht actualite actu noticia noticias articulo haber haberler notizia nyhet
    خبر اخبار أخبار مقال مقالات مقالة تفاصيل محتوى مادة خبر-عاجل
    """.split()
)
# Segments under which lists stand, or pages about the outlet itself.
LISTS = frozenset(
    """
    tag tags label labels category categories cat author authors autoren writer writers columnist columnists autor
    auteur topic topics section sections keyword keywords search page pages feed feeds rss login signin sign-in register
    signup subscribe subscription subscriptions account user users profile profiles contact contact-us contactus
    about about-us aboutus who-we-are privacy privacy-policy privacypolicy terms terms-of-use terms-and-conditions
    policy policies cookie cookies cookie-policy imprint impressum datenschutz advertise advertising
    advertise-with-us jobs careers newsletter newsletters sitemap help faq live-stream livestream schedule wp-admin
    wp-login wp-content wp-includes wp-json cdn-cgi xmlrpc cart shop mobile-apps apps thema themen rubrik
    etiqueta etiquetas categoria seccion rubrique
    وسم وسوم تصنيف تصنيفات كاتب كتاب الكاتب المؤلف قسم الأقسام بحث من-نحن اتصل-بنا اتصل سياسة-الخصوصية
    شروط-الاستخدام تسجيل-الدخول الصفحة برچسب نویسنده دسته درباره-ما تماس-با-ما
    """.split()
)


def url_score(key: str) -> float:
    """Return how much a URL, as `url_key` writes it, looks like an article's: 2 and more very much, below 0 hardly.

    >>> url_score("https://example.com/2026/01/05/وزير-الخارجية-يصل-بغداد") > 2 > 0 > url_score("https://example.com/tag/x")
    True
    """
    path, _, query = key.split("://", 1)[-1].partition("?")
    segments = [segment.lower() for segment in path.split("/")[1:] if segment]
    if FILE.search(path) or not segments:
        return -3 if segments or not STORY_PARAMETER.search(query) else 1.5
    if LISTS & {EXTENSION.sub("", segment) for segment in segments}:
        # Below a word that usually names a list, a story needs both, slug and number.
        return 0 if slug_words(segments[-1]) >= 4 and NUMBER.search(segments[-1]) else -3
    if LIST_PARAMETER.search(query) and not STORY_PARAMETER.search(query):
        return -3
    local = "/" + "/".join(segments)
    if ARCHIVE.fullmatch(local):
        return 0 if STORIES & set(segments) and NUMBER.search(segments[-1]) else -2  # number of a story, or a year?
    return _evidence(segments, local, query)


def slug_words(segment: str) -> int:
    """Count the words of a slug; numbers are none.

    >>> slug_words("minister-arrives-in-baghdad-12345.html"), slug_words("sport")
    (4, 1)
    """
    return sum(1 for word in WORD_BREAK.split(EXTENSION.sub("", segment)) if len(word) > 1 and not word.isdigit())


def template(key: str) -> str:
    """Return the pattern that a URL was made by: numbers and slugs are placeholders, so siblings are equal.

    >>> template("https://example.com/news/123/one-two-three"), template("https://example.com/news.php?id=5")
    ('/news/0/slug', '/news.php?id')
    """
    path, _, query = key.split("://", 1)[-1].partition("?")
    segments = [segment for segment in path.split("/")[1:] if segment]
    parts = [_placeholder(segment) for segment in segments]
    names = sorted(pair.partition("=")[0] for pair in query.split("&") if pair)
    return "/" + "/".join(parts) + ("?" + "&".join(names) if names else "")


def _placeholder(segment: str) -> str:
    if segment.isdigit():
        return "0"
    extension = EXTENSION.search(segment)
    tail = extension[0].lower() if extension else ""
    words = slug_words(segment)
    if NUMBER.search(segment) or UUID.search(segment.lower()):
        return ("slug0" if words >= 3 else "name0") + tail
    return ("slug" if words >= 3 else "%" if not segment.isascii() else segment.lower()[: -len(tail) or None]) + tail


def _evidence(segments: list[str], local: str, query: str) -> float:
    if segments[-1] in STORIES and len(segments) > 1:  # `/slug-1019241/artikel`
        segments = segments[:-1]
    last = segments[-1]
    number = NUMBER.search(last) or any(LONG_NUMBER.fullmatch(segment) for segment in segments[-3:-1])
    words = slug_words(last)
    score = 1.5 if DATE.search(local + "/") and len(local) > 12 else 0.0
    score += 1.25 if number or UUID.search(last) else 0
    score += 2 if words >= 5 else 1.5 if words == 4 else 0.75 if words == 3 else 0
    score += 0.75 if not number and TOKEN.fullmatch(last) else 0
    score += 0.25 if EXTENSION.search(last) else 0
    score += 1.25 if STORY_PARAMETER.search(query) else 0
    above = set(segments[:-1]) | {EXTENSION.sub("", last)} if query else set(segments[:-1])
    score += 0.5 if above & STORIES and score > 0 else 0
    if above & STORIES and last.isdigit() and not number:  # `/news/812`: young outlets count from 1
        score += 1
    elif above & STORIES and not score and len(segments) > 1:
        return 0
    return score if score else -0.5
