"""Bytes of a feed, sitemap or section page to text, for discovery; an article's page is decoded by extraction.

What matters here are addresses, dates and headlines, so evidence in the bytes goes before what is declared.
"""

from __future__ import annotations

import codecs
import re

HEAD = 4096  # bytes in which a declaration is looked for
HIGH = bytes(range(0x80, 0x100))
# Declared by default rather than on purpose; the bytes know better.
UNBELIEVABLE = frozenset(("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "windows-1252"))
# Families of text encodings: Python also has codecs of other kinds (punycode, idna, unicode_escape, utf-7).
CHARSET = re.compile(
    r"(?:utf-?(?:8|16|32)|iso|windows|cp|koi8|mac|big5|gb|hz|shift|euc|tis|us-ascii|ascii|latin)[a-z0-9._:-]*"
)
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']|<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""",
    re.IGNORECASE,
)


def decode(raw: bytes, problems: list[str]) -> str:
    """Decode by BOM, then UTF-8 if the bytes are, then what the document declares, then what the bytes suggest.

    Never raises; a declaration that was not followed, and bytes that no encoding fits, are added to `problems`.
    """
    for bom, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(bom):
            return raw.decode(name, "replace")
    if raw[:2] in (b"<\0", b"\0<"):
        return raw.decode("utf-16-le" if raw[0] else "utf-16-be", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut inside a letter
            return raw[: error.start].decode("utf-8")
    found = DECLARED.search(raw[:HEAD])
    declared = (found[1] or found[2]).decode("ascii").lower() if found else "utf-8"
    believable = declared not in UNBELIEVABLE and CHARSET.fullmatch(declared)
    for name in (*((declared,) if believable else ()), "windows-1256" if _looks_arabic(raw) else "windows-1252"):
        try:
            text = raw.decode(name)
        except (LookupError, UnicodeError):
            continue
        if declared != name:
            problems.append(f"declared as {declared}, read as {name}")
        return text
    problems.append(f"the bytes are not {declared}: unreadable ones were replaced")
    return raw.decode("utf-8", "replace")


def _looks_arabic(raw: bytes) -> bool:
    """Tell Arabic from Western bytes: an Arabic word is all high bytes, a Western one has single ones."""
    high = len(raw) - len(raw.translate(None, HIGH))
    return sum(len(run) for run in re.findall(rb"[\x80-\xff]{3,}", raw)) > high / 2
