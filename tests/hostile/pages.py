"""Broken and hostile pages, feeds and texts, made by code: met sooner or later, or sent on purpose.

`PAGES` are bytes for everything that takes bytes, `TEXTS` are for everything that takes a text.
"""

# ruff: noqa: E501  cases are read best in one line
import gzip
import json
import random

WORDS = "وزير الخارجية يصل بغداد اليوم في زيارة رسمية تستمر ثلاثة أيام".split()
HEAD = '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>خبر - موقع</title>{}</head><body>{}</body></html>'
STORY = "<h1>وزير الخارجية يصل بغداد</h1>" + f"<p>{' '.join(WORDS)}. {' '.join(WORDS)}.</p>" * 5
MEGA = 1_000_000


def page(body, head=""):
    return HEAD.format(head, body).encode("utf-8", "surrogatepass")


def noise(size, seed=7):
    return random.Random(seed).randbytes(size)


def tags(size, seed=7):
    """Return opening and closing tags in no order."""
    chance = random.Random(seed)
    names = "a b p div span table tr td ul li h1 h2 article section form select option svg math template script".split()
    return "".join(
        f"<{chance.choice(('', '/'))}{chance.choice(names)}>" + "كلمة " * chance.randrange(3) for _ in range(size)
    )


def ld(text, kind="application/ld+json"):
    return page(STORY, f'<script type="{kind}">{text}</script>')


def deep(opening, closing, depth, core="x"):
    return opening * depth + core + closing * depth


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "خبر", "author": [{"name": "علي"}]}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [ARTICLE | {"@id": str(n), "isPartOf": {"@id": str(n - 1)}} for n in range(20_000)],
}

PAGES = {
    "nothing": b"",
    "nul bytes": b"\0" * MEGA,
    "nul in a page": page(STORY).replace(b"<", b"\0<\0"),
    "random bytes": noise(MEGA),
    "random bytes as html": b"<html><body><p>" + noise(MEGA),
    "high bytes": b"\xff" * MEGA,
    "invalid utf-8": page(STORY).replace(b" ", b" \xff\xc3\xed\xa0\x80 "),
    "mixed encodings": page(STORY) + STORY.encode("windows-1256") + STORY.encode("utf-16"),
    "utf-16 with a false declaration": page(STORY).decode().encode("utf-16"),
    "lone surrogates": page(STORY + "\ud800\udfff" * 50_000),
    "gzip": gzip.compress(page(STORY)),
    "pdf": b"%PDF-1.7\n" + noise(MEGA),
    "png": b"\x89PNG\r\n\x1a\n" + noise(1000),
    "20 MB of paragraphs": page(STORY + f"<p>{' '.join(WORDS)}</p>\n" * 150_000),
    "30 MB of spaces": page(" " * 30 * MEGA),
    "one line of 1 MB": page(f"<p>{' '.join(WORDS) * 9_000}</p>"),
    "one word of 1 MB": page(f"<p>{'ك' * (MEGA // 2)}</p>"),
    "one address of 1 MB": page(
        STORY + f'<a href="https://example.com/{"a/" * (MEGA // 2)}">x</a>',
        f'<link rel="canonical" href="/{"b-" * (MEGA // 2)}">',
    ),
    "one attribute of 5 MB": page(f'<div class="{"comment " * 600_000}">{STORY}</div>'),
    "100,000 attributes": page(f"<div {' '.join(f'data-a{n}=x' for n in range(100_000))}>{STORY}</div>"),
    "100,000 siblings": page("<p>خبر</p>" * 100_000),
    "100,000 links": page("".join(f'<a href="/news/{n}">عنوان خبر رقم {n}</a> ' for n in range(100_000))),
    "100,000 metas": page(STORY, "".join(f'<meta property="og:image" content="/{n}.jpg">' for n in range(100_000))),
    "100,000 times": page(STORY + "<time datetime=2026-01-05>أمس</time>" * 100_000),
    "100,000 headings": page("<h1>وزير الخارجية يصل بغداد</h1>" * 100_000),
    "100,000 images": page(
        STORY + '<figure><img src=/a.jpg alt="صورة"><figcaption>تعليق الصورة</figcaption></figure>' * 50_000
    ),
    "100,000 breaks": page("<div>" + "كلمة<br><br>" * 100_000 + "</div>"),
    "100,000 bylines": page(STORY + '<span class="author">بقلم علي حسن</span>' * 50_000),
    "50,000 comments": page(STORY + '<div class="comment"><p>تعليق القارئ على الخبر</p><a>رد</a></div>' * 50_000),
    "5,000 nested divs": page(deep("<div class=a>", "</div>", 5_000, STORY)),
    "100,000 nested divs": page("<div>" * 100_000 + STORY),
    "5,000 nested tables": page(deep("<table><tr><td>", "</td></tr></table>", 5_000, STORY)),
    "5,000 nested lists": page(deep("<ul><li>كلمة", "</li></ul>", 5_000)),
    "50,000 nested spans": page(f"<p>{deep('<span>', '</span>', 50_000, 'كلمة')}</p>{STORY}"),
    "nested forms and quotes": page(deep("<form><blockquote><article>", "", 10_000, STORY)),
    "misnested formatting": page("<b><i><u><a href=x><font>" * 5_000 + STORY + "<p>كلمة" * 1_000),
    "tags in no order": page(tags(100_000)),
    "unclosed everything": page("<div><p><span><table><tr><td><ul><li><a href='/x'>كلمة" * 10_000),
    "unclosed comments": page(STORY + "<!--" * 300_000),
    "many comments": page(("<!-- x -->" * 3 + "كلمة ") * 50_000),
    "unclosed script": page(STORY + "<script>" + "<p>كلمة</p>" * 100_000),
    "unclosed title": ("<title>" + "خبر " * 200_000).encode(),
    "unclosed attribute": page(STORY + '<a href="' + "x " * 500_000),
    "brackets": b"<" * MEGA,
    "closing tags": b"</p></div>" * 100_000,
    "entities": page("<p>" + "&amp;&nbsp;&#1582;&bogus;&" * 50_000 + "</p>"),
    "double escapes": page("<p>" + "&amp;amp;amp;lt;" * 60_000 + "</p>"),
    "scripts only": page("<div id=app></div>" + "<script>var a = {b: '<p>c</p>'};</script>" * 10_000),
    "a script of 5 MB": page(STORY + "<script>" + "self.__next_f.push([1,'x']);" * 180_000 + "</script>"),
    "styles of 2 MB": page(STORY, "<style>" + ".a{b:c}" * 300_000 + "</style>"),
    "frameset": b"<html><frameset cols='*'>" + b"<frame src=x>" * 10_000,
    "svg and math": page(STORY + "<svg><desc><math><mtext><p>" * 5_000),
    "templates": page(STORY + "<template><div>" * 5_000),
    "bidi controls": page("<p>" + "\u202e\u200f\u2067كلمة\u2069\u202c" * 50_000 + "</p>"),
    "combining marks": page("<p>ك" + "\u064e" * 300_000 + "</p>"),
    "tatweel": page("<p>ك" + "\u0640" * 300_000 + "</p>"),
    "non-breaking spaces": page("<p>" + "\u00a0\u3000" * 300_000 + "</p>"),
    "punctuation": page("<p>" + "،.؛:!؟-–«»()[]" * 50_000 + "</p>"),
    "digits": page("<p>" + "2026 01 05 " * 50_000 + "</p>"),
    "dates": page("<p>" + "5 يناير 2026 10:00 " * 30_000 + "</p>"),
    "json-ld, deep lists": ld(deep("[", "]", 100_000, "")),
    "json-ld, deep objects": ld(deep('{"a":', "}", 100_000, "1")),
    "json-ld, unclosed": ld('{"@type":"NewsArticle","headline":"' + "خ" * MEGA),
    "json-ld, quotes": ld('"' * MEGA),
    "json-ld, backslashes": ld('{"a":"' + "\\" * MEGA),
    "json-ld, braces": ld("}{" * 500_000),
    "json-ld, commas": ld('{"a":[' + "," * MEGA),
    "json-ld, comments": ld("/*" * 500_000),
    "json-ld, line comments": ld("//\n" * 300_000 + json.dumps(ARTICLE)),
    "json-ld, numbers": ld('{"@type":"NewsArticle","datePublished":' + "9" * 100_000 + "}"),
    "json-ld, floats": ld('{"@type":"NewsArticle","wordCount":1e999999,"datePublished":1e308}'),
    "json-ld, 20,000 nodes": ld(json.dumps(GRAPH)),
    "json-ld, 50,000 authors": ld(json.dumps(ARTICLE | {"author": [{"name": f"علي {n}"} for n in range(50_000)]})),
    "json-ld, 50,000 keywords": ld(json.dumps(ARTICLE | {"keywords": ",".join(f"كلمة {n}" for n in range(50_000))})),
    "json-ld, wrong types": ld(
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": {"a": []},
                "author": [[1, None]],
                "datePublished": [{}],
                "image": {"url": {"url": 3}},
                "keywords": {"x": 1},
                "articleBody": ["a"],
                "isAccessibleForFree": [],
                "articleSection": 7,
                "inLanguage": {},
                "@id": [],
            }
        )
    ),
    "json-ld, wrong kinds": ld(
        json.dumps([None, 1, "x", [], {}, {"@type": None}, {"@type": [1, {}]}, {"@graph": "x"}])
    ),
    "json-ld, body of 5 MB": ld(json.dumps(ARTICLE | {"articleBody": " ".join(WORDS) * 45_000})),
    "json-ld, 10,000 scripts": page(
        STORY, f'<script type="application/ld+json">{json.dumps(ARTICLE)}</script>' * 10_000
    ),
    "microdata, deep": page(
        deep("<div itemscope itemtype='https://schema.org/NewsArticle' itemprop='author'>", "</div>", 3_000, STORY)
    ),
    "microdata, many": page(
        STORY + "<div itemscope itemtype='https://schema.org/NewsArticle'><b itemprop=author>علي</b></div>" * 20_000
    ),
    "entity bomb": b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title><link>/&c;</link></item></channel></rss>',
    "xml, deep": b"<rss><channel>" + b"<item>" * 50_000,
    "xml, one element with 100,000 children": b"<rss><channel><item><link>/a</link>"
    + b"<category>x</category>" * 100_000
    + b"</item></channel></rss>",
    "xml, 100,000 items": b"<rss><channel>"
    + b"".join(b"<item><link>/%d</link></item>" % n for n in range(100_000))
    + b"</channel></rss>",
    "xml, attributes": b"<urlset "
    + b" ".join(b"a%d='x'" % n for n in range(50_000))
    + b"><url><loc>/a</loc></url></urlset>",
    "xml, namespaces": b"<urlset "
    + b" ".join(b"xmlns:n%d='http://n/%d'" % (n, n) for n in range(20_000))
    + b"><url><loc>/a</loc></url></urlset>",
}

TEXTS = {
    "nothing": "",
    "spaces": " " * 300_000,
    "lines": "\n" * 300_000,
    "spaces and a letter": (" " * 50_000 + "ك") * 4,
    "letters": "ك" * 300_000,
    "latin letters": "a" * 300_000,
    "capitals": "A" * 300_000,
    "capitalised words": "Ab " * 100_000,
    "words": " ".join(WORDS * 20_000),
    "digits": "1" * 300_000,
    "arabic digits": "٣" * 300_000,
    "digits and dashes": "1-" * 150_000,
    "digits and slashes": "12/" * 100_000,
    "digits and colons": "10:" * 100_000,
    "digits and spaces": "1 " * 150_000,
    "month names": "يناير " * 50_000,
    "dates": "5 يناير 2026 " * 20_000,
    "hijri dates": "15 رمضان 1447 هـ " * 20_000,
    "ago": "منذ 3 ساعات " * 30_000,
    "dashes": "-" * 300_000,
    "dashes and words": "بغداد - " * 40_000,
    "slashes and words": "بغداد/ " * 40_000,
    "brackets": "(" * 300_000,
    "brackets and words": "(أ ب) " * 50_000,
    "quotes": "«" * 300_000,
    "commas": "، " * 150_000,
    "names and commas": "علي حسن، " * 40_000,
    "names and and": "علي حسن و" * 40_000,
    "by by by": "بقلم " * 60_000,
    "by: by: by:": "كتب: " * 60_000,
    "mail addresses": "a@b.c " * 50_000,
    "at signs": "@" * 300_000,
    "pipes": "| " * 150_000,
    "dots": "." * 300_000,
    "newlines and dots": ".\n" * 150_000,
    "tatweel": "\u0640" * 300_000,
    "marks": "ك" + "\u064e" * 300_000,
    "direction marks": "\u200f\u202b" * 150_000,
    "zero width": "ك\u200c" * 150_000,
    "nul": "\0" * 300_000,
    "lone surrogates": "\ud800" * 100_000,
    "every character": "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x20000))),
    "mojibake": "ÙˆØ²ÙŠØ± Ø§Ù„Ø®Ø§Ø±Ø¬ÙŠØ© " * 20_000,
    "ligatures": "\ufdfa" * 50_000,
    "japanese": "首相がバグダッドに到着" * 30_000,
    "emoji": "👩‍👩‍👧‍👦" * 30_000,
    "html": "<p>x</p>" * 50_000,
    "mark-up that never closes": "<" * 300_000,
    "entities": "&amp;" * 60_000,
    "percent": "%D8%" * 60_000,
    "json": '{"a":[' * 60_000,
}
