import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.words import count_words, tokens

TOKENS = [
    ("", []),
    ("  — … «»  ", []),
    ("أكّد الوزيرُ، أنّ «الحكومة» ماضية", ["اكد", "الوزير", "ان", "الحكومه", "ماضيه"]),
    ("می‌شود کتاب", ["ميشود", "كتاب"]),
    ("It's 3.5 o'clock", ["it", "s", "3", "5", "o", "clock"]),
    ("Straße nach Köln", ["strasse", "nach", "köln"]),
    ("हिन्दी में समाचार", ["हिन्दी", "में", "समाचार"]),
    ("বাংলা সংবাদ", ["বাংলা", "সংবাদ"]),
    ("東京都", ["東京", "京都"]),
    ("東", ["東"]),
    ("2016年2月", ["2016", "年", "2", "月"]),
    ("서울 뉴스", ["서울", "뉴스"]),
    ("snake_case", ["snake", "case"]),
]
COUNTS = [
    ("", 0),
    ("القوات العراقية حققت انتصارات كبيرة", 5),
    ("مُحَمَّدٌ رسولٌ", 2),
    ("می‌شود", 1),
    ("one two, three", 3),
    ("政府公布新的教育预算", 5),
    ("รัฐบาลประกาศ", 3),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_count_words(text, expected):
    assert count_words(text) == expected


@given(st.text())
def test_no_token_is_empty_or_has_white_space(text):
    assert all(token and not any(char.isspace() for char in token) for token in tokens(text))
    assert count_words(text) >= 0
