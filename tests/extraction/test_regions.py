"""How much text a piece is, whatever its script."""

import pytest

from newscrawl.extraction.regions import weight_of

WEIGHTS = [
    ("plain English", 13),
    ("Ünïque", 7),
    ("خبر اليوم", 13),
    ("সকালের খবর", 19),
    ("組合長は「線路は残らなくても音は残る」と述べた。", 56),
    ("선장 김도윤 씨는 웃었다.", 27),
    ("東 is a sign in one long English sentence", 41),
]


@pytest.mark.parametrize(("text", "weight"), WEIGHTS)
def test_a_text_weighs_about_what_its_translation_would(text: str, weight: int) -> None:
    assert weight_of(text) == weight
