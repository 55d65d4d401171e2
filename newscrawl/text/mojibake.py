"""Text decoded with the wrong encoding, set right where that is certain. Choosing a page's encoding is extraction's."""

from __future__ import annotations

from ftfy import TextFixerConfig, fix_encoding

_ONLY_ENCODING = TextFixerConfig(unescape_html=False)


def repair(text: str) -> str:
    """Set mojibake right; anything doubtful stays as it is.

    >>> repair("Ø¨ØºØ¯Ø§Ø¯")
    'بغداد'
    """
    if text.isascii():
        return text
    return fix_encoding(text, _ONLY_ENCODING)
