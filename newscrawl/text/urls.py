"""The identity of an article's URL: when two addresses are one story, and short names made from them.

Purely textual, without network and without a public suffix list in `url_key` (an identity must not change when a
list is updated). What a parameter means is in `tracking`.

`url_key` folds, in this order:

1. white space and control characters around and inside the URL go; `&amp;` is `&`;
2. `http` is `https`; user and password go; ports 80 and 443 go;
3. the host is lower case, punycode, without a final dot, without leading `www.`, `m.`, `mobile.`, `amp.`, `wap.`;
4. percent-encoding is decoded where that changes nothing (unreserved ASCII, valid UTF-8, then NFC) and written in
   capitals where it stays; `+` in a query is a space;
5. `.` and `..` segments, doubled slashes, `;jsessionid=`, index files, AMP marks and the trailing slash go;
6. parameters that are a trail go (see `tracking`), the others are sorted; empty ones without a name go;
7. the fragment goes, except `#!` routes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urljoin

from newscrawl.text.tracking import is_trail

SPLIT = re.compile(
    r"""(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?   # RFC 3986 appendix B: never fails, unlike urlsplit
        (?://(?P<host>[^/?\#]*))?
        (?P<path>[^?\#]*)
        (?:\?(?P<query>[^\#]*))?
        (?:\#(?P<fragment>.*))?""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
SPACES = re.compile(r"[\s\x00-\x1f\x7f\u200e\u200f\ufeff]+")  # direction marks come along when people paste
DROPPED = re.compile(r"[\x00-\x1f\x7f]")
ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# ASCII that may stand as it is; the other ASCII is encoded. Non-ASCII letters stay, for keys one can read.
UNSAFE = re.compile(r"[^A-Za-z0-9._~!$'()*,;:@/%\-\u00a1-\U0010ffff]")
PLAIN_BYTES = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@")
VARIANT_HOST = re.compile(r"(?:www[0-9]?|m|mobile|amp|wap)\.(?=[^.]+\.)")
# `www.gov.uk`: what is left must be a site, not a public suffix.
SUFFIX_ONLY = re.compile(r"(?:com?|net|org|gov|edu|ac)\.[a-z]{2}")
HOST_NAME = re.compile(r"[a-z0-9._-]+")
ESCAPED_AMPERSAND = re.compile(r"^(?:amp;)+", re.IGNORECASE)
SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/]*", re.IGNORECASE)
INDEX_FILE = re.compile(r"(?:index|default)\.(?:html?|php[0-9]?|aspx?|jsp|cfm)", re.IGNORECASE)
AMP_SEGMENT = re.compile(r"amp(?:\.html?)?", re.IGNORECASE)
AMP_SUFFIX = re.compile(r"(?<=[^.])\.amp(?:$|(?=\.html?$))", re.IGNORECASE)
WEB_URL = re.compile(
    r"""https?://
        (?:[^\x00-\x20\x7f\s/?\#@]*@)?               # user and password
        [^\x00-\x2c\x7f\s/:;<=>?@\[\\\]^`{|}]+      # host: no address literals, nothing a host cannot hold
        (?::[0-9]{1,5})?
        (?:[/?\#][^\x00-\x20\x7f\s]*)?""",
    re.VERBOSE | re.IGNORECASE,
)
MAX_URL = 8_192  # characters; servers refuse longer ones, and no rule here is worth running on them
MAX_NAME_BYTES = 80  # file systems allow 255; outlet names get dates and suffixes behind them
DEVICE_NAMES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def url_key(url: str) -> str:
    """Return the identity of a URL: equal for addresses of the same article. Idempotent.

    A text that is no http(s) URL, or longer than MAX_URL, comes back without white space around, otherwise unchanged.

    >>> url_key("http://WWW.Example.com:80/خبر/?utm_source=x&p=7#top")
    'https://example.com/خبر?p=7'
    """
    text = DROPPED.sub("", url).strip(" ")
    parts, host = _split(text)
    if not host:
        return text
    key = f"https://{host}{_path(parts['path'])}"
    query = _query(parts["query"] or "")
    fragment = parts["fragment"] or ""
    return key + (f"?{query}" if query else "") + (f"#{_plain(fragment)}" if fragment.startswith("!") else "")


def article_id(outlet: str, url: str) -> str:
    """Return the stable id of an article: 16 hexadecimal digits of the outlet's name and the URL's identity.

    >>> article_id("alrafid", "http://alrafid.example/a/?utm_source=x") == article_id("alrafid", "https://alrafid.example/a")
    True
    """
    return hashlib.blake2b(f"{outlet}\n{url_key(url)}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def is_http(url: str) -> bool:
    """Tell whether a text is an absolute http(s) URL with a host, no longer than MAX_URL."""
    return len(url) <= MAX_URL and WEB_URL.fullmatch(url) is not None


def absolute(link: str | None, base: str) -> str | None:
    """Return the absolute http(s) URL that a link on the page `base` means; None for what is none.

    >>> absolute("../a?x=1", "https://example.com/b/c"), absolute("mailto:a@b", "https://example.com/")
    ('https://example.com/a?x=1', None)
    """
    text = SPACES.sub("", link or "")
    if len(text) > MAX_URL:
        return None
    if WEB_URL.fullmatch(text):  # nearly always: joining costs ten times as much
        return text
    try:
        joined = urljoin(base, text) if text else ""
    except ValueError:
        return None
    return joined if is_http(joined) else None


def same_site(a: str, b: str) -> bool:
    """Tell whether two URLs belong to one outlet: same host apart from `www.` and the like, or one below the other.

    Ports must agree: two sample sites on one address are two sites.

    >>> same_site("https://www.example.com/", "http://news.example.com/a"), same_site("https://a.com/", "https://b.com/")
    (True, False)
    """
    one, two = site_host(a), site_host(b)
    if one is None or two is None:
        return False
    return one == two or one.endswith("." + two) or two.endswith("." + one)


def site_host(url: str) -> str | None:
    """Return the host of an http(s) URL as `url_key` writes it, with a port that is not the default; else None."""
    return _split(DROPPED.sub("", url).strip(" "))[1] or None


def safe_name(text: str) -> str:
    """Return a name for a folder: the host of a URL, or the letters and digits of any other text; never a path.

    Raises ValueError when nothing is left.

    >>> safe_name("https://www.example.com/ar/"), safe_name("../../etc/passwd")
    ('example.com', 'etc-passwd')
    """
    name = unicodedata.normalize("NFC", (site_host(text) if is_http(text) else None) or text)
    name = re.sub(r"[^\w.]+|\.{2,}", "-", name).strip("-._").lower()
    name = name.encode()[:MAX_NAME_BYTES].decode("utf-8", "ignore").strip("-._")
    if not name:
        raise ValueError(f"no letter or digit to make a name of in {text[:80]!r}: give one (-a name=NAME)")
    return f"_{name}" if DEVICE_NAMES.fullmatch(name) else name


def _split(text: str) -> tuple[re.Match[str], str]:
    """Return the parts of a URL and its folded host, empty for what is no web address."""
    parts = SPLIT.fullmatch(text[:MAX_URL])
    assert parts is not None  # every part is optional: the pattern matches any text
    if len(text) > MAX_URL:
        return parts, ""
    is_web = parts["host"] and (parts["scheme"] or "https").lower() in ("http", "https")
    return parts, _host(parts["host"]) if is_web else ""


def _host(netloc: str) -> str:
    host = _plain(netloc.rpartition("@")[2]).lower()
    host, _, port = host.rpartition(":") if re.search(r":[0-9]*$", host) else (host, "", "")
    host = host.rstrip(".")
    if not host or ":" in host:  # IPv6 addresses name no outlet
        return ""
    if not host.isascii():
        host = _punycode(host)
    while (found := VARIANT_HOST.match(host)) and not SUFFIX_ONLY.fullmatch(host[found.end() :]):
        host = host[found.end() :]
    port = port.lstrip("0")
    return host if port in ("", "80", "443") else f"{host}:{port}"


def _punycode(host: str) -> str:
    try:
        ascii_host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host
    return ascii_host if HOST_NAME.fullmatch(ascii_host) else host


def _path(path: str) -> str:
    segments = _segments(_plain(SESSION.sub("", path)))
    while segments:
        last = segments[-1]
        if INDEX_FILE.fullmatch(last) or (len(segments) > 1 and AMP_SEGMENT.fullmatch(last)):
            segments.pop()
        elif (shorter := AMP_SUFFIX.sub("", last)) != last:
            segments[-1] = shorter
        elif len(segments) > 1 and segments[0].lower() == "amp":
            del segments[0]
        else:
            break
    return "/" + "/".join(segments)


def _segments(path: str) -> list[str]:
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return kept


def _query(query: str) -> str:
    pairs = []
    for piece in query.split("&"):
        name, equals, value = piece.replace("+", "%20").partition("=")
        name, value = ESCAPED_AMPERSAND.sub("", _plain(name)), _plain(value)
        if (name or value) and not is_trail(name, value):
            pairs.append((name, equals, value))
    return "&".join(f"{name}{equals}{value}" for name, equals, value in sorted(pairs))


def _plain(text: str) -> str:
    """Decode what percent-encoding hides without meaning, compose (NFC), encode what may not stand raw."""
    if text.isascii() and "%" not in text:
        return UNSAFE.sub(_encode, text)
    text = BARE_PERCENT.sub("%25", text)
    text = unicodedata.normalize("NFC", ESCAPES.sub(_decode, text))
    return UNSAFE.sub(_encode, text)


def _decode(run: re.Match[str]) -> str:
    decoded = bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "surrogateescape")
    return "".join(_unescape(c) for c in decoded)


def _unescape(c: str) -> str:
    code = ord(c)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8
        return f"%{code - 0xDC00:02X}"
    if code < 0x80:
        return c if code in PLAIN_BYTES else f"%{code:02X}"
    return c


def _encode(c: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in c[0].encode("utf-8", "surrogatepass"))


def readable(url: str) -> str:
    """Return a URL as a person reads it, for logs and terminals: Arabic slugs as letters.

    >>> readable("https://a.iq/%D8%AE%D8%A8%D8%B1/?q=a%20b")
    'https://a.iq/خبر/?q=a%20b'
    """
    return ESCAPES.sub(_decode, url)
