"""From a page's bytes to its text: byte order mark, plain evidence, then header, meta and the letters themselves.

Browsers take the header first (HTML Living Standard, "determining the character encoding"); we differ where the
bytes plainly contradict it: a server's default `charset=ISO-8859-1` does not turn UTF-8 or Arabic into mojibake.
"""

from __future__ import annotations

import codecs
import re

from .charsets import ACCENTED, FLOOR, MULTIBYTE, SCRIPTS, Profile, find_codec, profiles

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PRESCAN = 4096
"""Bytes in which a meta element may declare the charset; browsers read 1,024, old templates need more."""
META_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
HTML_LANG = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?\s*([a-z]{2})\b", re.I)
WIDE_NULS = 10
"""One byte in this many is a NUL at the start of a UTF-16 page: half of them in markup, none in Arabic text."""
STAINS = 10
"""A page is UTF-8 when it has this many times more valid sequences than broken bytes (a teaser cut in mid-letter)."""
SAMPLE = 200_000
"""Bytes that are counted to tell legacy encodings apart."""
CONTRADICTED = 0.8
"""Nats a byte by which another encoding must explain the letters better to overrule a declaration: the closest
true pair (Croatian read as Western) differs by 3, the farthest false one (Ukrainian against Russian) by 0.5."""
ENOUGH = 8.0
"""Nats in all: below, the few letters there are prove nothing."""
HIGH = bytes(range(0x80, 0x100))
PAIR = re.compile(rb"[\x80-\x9f\xa1-\xff]{2,}")
RUN = re.compile(rb"[\x80-\x9f\xa1-\xff]{3,}")
RUNS = 0.5
"""Share of high bytes that stand in runs of three: accents stand alone (below 0.2), other scripts in words (0.9)."""
HINT = 0.4
"""Nats a byte that `<html lang>` is worth for its language."""
MULTIBYTE_ERRORS = 0.02
"""Share of broken characters that a page in a two-byte encoding may have."""


def decode(html: bytes, *, http_charset: str | None = None) -> tuple[str, str]:
    """Give a page's text and the name of the encoding it was read with.

    Broken bytes become U+FFFD, a cut last letter and NULs vanish. `http_charset` is the label of the
    Content-Type header; None when it had none.

    >>> decode("<p>خبر عاجل".encode(), http_charset="ISO-8859-1")
    ('<p>خبر عاجل', 'utf-8')
    """
    if (plain := plain_utf8(html)) is not None:
        return plain, "utf-8"
    encoding = find_encoding(html, http_charset=http_charset)
    try:
        text = html.decode(encoding)
    except UnicodeDecodeError as problem:
        # A cut last letter is no stain on the text; anything else becomes U+FFFD.
        cut = problem.start >= len(html) - 4
        text = html[: problem.start].decode(encoding, "replace") if cut else html.decode(encoding, "replace")
    return text.removeprefix("\ufeff").replace("\0", ""), encoding


def plain_utf8(html: bytes) -> str | None:
    """Read what nearly every page is, in one go: letters beyond ASCII that are whole UTF-8, and no NULs.

    None leaves the page to `find_encoding`, which gives the same answer for such bytes and weighs all others.
    """
    if html.isascii() or b"\0" in html or html.startswith(tuple(mark for mark, _ in BOMS)):
        return None
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return None


def find_encoding(html: bytes, *, http_charset: str | None = None) -> str:
    """Name the encoding (a Python codec) that the evidence speaks for."""
    for mark, name in BOMS:
        if html.startswith(mark):
            return name
    wide = _wide(html[:1000])
    if wide:
        return wide
    claims = _claims(html, http_charset)
    if html.isascii():
        return _of_ascii(html, claims)
    if _is_utf8(html):
        return "utf-8"
    claims = [claim for claim in claims if claim != "utf-8"]
    return _legacy(html, claims)


def _claims(html: bytes, http_charset: str | None) -> list[str]:
    """List the codecs that header and meta name, header first."""
    labels = [http_charset] if http_charset else []
    labels += [label.decode("ascii", "replace") for label in META_CHARSET.findall(html[:PRESCAN])]
    codecs_named = [find_codec(label) for label in labels]
    # A meta that says UTF-16 was read as ASCII, so it is wrong: HTML takes it as UTF-8.
    return ["utf-8" if name.startswith("utf-16") else name for name in codecs_named if name]


def _of_ascii(html: bytes, claims: list[str]) -> str:
    if b"\x1b$" in html or b"\x1b(J" in html:
        return "iso2022_jp"
    return "hz" if "hz" in claims and b"~{" in html else "utf-8"


def _wide(head: bytes) -> str | None:
    """See UTF-16 without a byte order mark by the NULs of its markup, all on the same side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 16 or max(even, odd) * WIDE_NULS < len(head) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf8(html: bytes) -> bool:
    try:
        html.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start >= len(html) - 4 and not html[: problem.start].isascii():
            return True
    else:
        return True
    text = html.decode("utf-8", "ignore")
    sound = len(text) - len(text.encode("ascii", "ignore"))
    broken = len(html) - len(text.encode("utf-8"))
    return sound > STAINS * broken


def _legacy(html: bytes, claims: list[str]) -> str:
    """Weigh what header and meta claim against what the bytes look like."""
    sample = html[:SAMPLE]
    for claim in claims:
        if any(claim == codec for codec, _, _ in MULTIBYTE) and _broken_share(sample, claim) < MULTIBYTE_ERRORS:
            return claim
    high = len(sample) - len(sample.translate(None, HIGH)) - sample.count(0xA0)
    two_byte = _two_byte(sample) if _in(PAIR, sample) > RUNS * high else None
    if two_byte:
        return two_byte
    family = SCRIPTS if _in(RUN, sample) > RUNS * high else ACCENTED
    scores, letters = _scores(sample, profiles(family))
    best = max(scores, key=lambda codec: scores[codec])
    for claim in claims:
        # A codec without a profile of its own is judged as Western: it is mostly a server's default.
        gain = scores[best] - scores.get(claim, scores["cp1252"])
        if gain < CONTRADICTED or gain * letters < ENOUGH:
            return claim
    return best if (scores[best] - scores["cp1252"]) * letters > ENOUGH else "cp1252"


def _in(runs: re.Pattern[bytes], sample: bytes) -> int:
    return sum(map(len, runs.findall(sample)))


def _broken_share(sample: bytes, codec: str) -> float:
    text = sample.decode(codec, "replace")
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") / max(wide, 1)


def _two_byte(sample: bytes) -> str | None:
    """Name the East Asian encoding whose text looks like its language."""
    found = []
    for codec, usual, least in MULTIBYTE:
        if _broken_share(sample, codec) >= MULTIBYTE_ERRORS:
            continue
        wide = [ord(letter) for letter in sample.decode(codec, "replace") if letter > "\x7f"]
        usual_points = usual if isinstance(usual, range) else {ord(letter) for letter in usual}
        share = sum(point in usual_points for point in wide) / max(len(wide), 1)
        if share >= least and len(wide) > 2:
            found.append((share / least, codec))
    return max(found)[1] if found else None


def _scores(sample: bytes, family: tuple[Profile, ...]) -> tuple[dict[str, float], int]:
    """Give each codec the mean log-likelihood of the high bytes in its best language, and their number."""
    counts = [sample.count(byte) for byte in range(0x80, 0x100)]
    lang = HTML_LANG.search(sample)
    hint = lang[1].decode("ascii").lower() if lang else None
    letters = sum(counts)
    scores: dict[str, float] = {}
    for profile in family:
        likelihood = sum(count * weight for count, weight in zip(counts, profile.weights, strict=True))
        score = likelihood / max(letters, 1) + (HINT if profile.language == hint else 0)
        scores[profile.codec] = max(score, scores.get(profile.codec, FLOOR))
    scores.setdefault("cp1252", FLOOR)
    return scores, letters
