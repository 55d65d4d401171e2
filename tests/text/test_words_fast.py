"""The short way through `tokens_of` gives what the long way gives."""

import pytest

from newscrawl.text import words

CASES = [
    "قال: نعم 3 مرات (رويترز)-",
    "a_b c__d _ e-mail it's 3,5 U.S.",
    "naïve Straße İstanbul ... 12:30",
    "",
    "½ ² x² №5 ٪",
]


@pytest.mark.parametrize("text", CASES)
def test_plain_tokens_are_the_tokens(text):
    assert words._plain_tokens(text) == [match[0] for match in words._TOKEN.finditer(text)]
