"""What the shape of a URL says about what stands there: an article, or a section, tag, author, file; pure.

Evidence only, as a number; how the link stands on its page is weighed in `section`.
"""

from __future__ import annotations

import re

FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|xml|rss|pdf|docx?|xlsx?|pptx?|zip|rar|mp[34]|m4[av]|avi|mov|webm|apk)$",
    re.IGNORECASE,
)
DATE_PATH = re.compile(r"/(?:19|20)[0-9]{2}[/-](?:0?[1-9]|1[0-2])(?:[/-](?:0?[1-9]|[12][0-9]|3[01]))?(?=[/-])")
LONG_NUMBER = re.compile(r"(?<![0-9])[0-9]{4,}(?![0-9])")
YEAR_OR_DATE_ONLY = re.compile(r"(?:/[0-9]{1,4}){1,3}")
ID_PARAMETER = re.compile(
    r"[?&](?:p|id|aid|nid|sid|newsid|articleid|storyid|post|article|story|news)=[0-9a-z-]{2,}", re.IGNORECASE
)
# Segments under which lists stand, or pages about the outlet itself.
_LISTS = """
    tag tags category categories cat author authors writer writers topic topics section sections keyword
    keywords archive archives search page pages feed feeds rss login signin register subscribe subscription
    account user users profile contact contact-us contactus about about-us aboutus privacy privacy-policy terms
    policy cookies advertise advertising jobs careers newsletter newsletters sitemap help faq wp-admin
    wp-login.php wp-content wp-json cdn-cgi وسم تصنيف كاتب الكاتب قسم من-نحن اتصل-بنا سياسة-الخصوصية
"""
LISTS = frozenset(_LISTS.split())


def url_score(key: str) -> float:
    """Return how much a URL, as `url_key` writes it, looks like an article's: below 0 hardly, from 2 on very much."""
    path, _, query = key.split("://", 1)[-1].partition("?")
    segments = [segment.lower() for segment in path.split("/")[1:] if segment]
    if FILE.search(path) or (LISTS & set(segments)):
        return -3
    if not segments:
        return 1 if ID_PARAMETER.search("?" + query) else -3
    if YEAR_OR_DATE_ONLY.fullmatch("/" + "/".join(segments)) and len(segments) > 1:
        return -2
    last = segments[-1]
    words = len([word for word in re.split(r"[-_]|%20", last) if len(word) > 1])
    score = 0.0
    score += 1.5 if DATE_PATH.search("/" + "/".join(segments)) else 0
    score += 1 if LONG_NUMBER.search(last) else 0
    score += 1.5 if words >= 4 else 0.5 if words == 3 else 0
    score += 0.5 if last.endswith((".html", ".htm", ".aspx", ".shtml")) else 0
    score += 1 if ID_PARAMETER.search("?" + query) else 0
    return score
