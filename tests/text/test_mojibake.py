import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.mojibake import repair

ARABIC = "رئيس الوزراء يفتتح معرض بغداد الدولي للكتاب"
PERSIAN = "رئیس جمهور وارد تهران شد و با مردم گفتگو کرد"
RUSSIAN = "Правительство утвердило новый бюджет на следующий год"
FRENCH = "Le gouvernement a décidé d’élever les impôts à Orléans"
WRONG = [
    (ARABIC, "utf-8", "latin-1"),
    (ARABIC, "utf-8", "cp1256"),
    (ARABIC, "cp1256", "latin-1"),
    (ARABIC, "cp1256", "cp1252"),
    (PERSIAN, "utf-8", "latin-1"),
    (RUSSIAN, "utf-8", "latin-1"),
    (RUSSIAN, "cp1251", "latin-1"),
    (FRENCH, "utf-8", "cp1252"),
]
RIGHT = [
    "", "plain", ARABIC, PERSIAN, RUSSIAN, FRENCH, "café", "naïve façade", "Ærøskøbing på Fyn", "ÀÉÎÕÜ", "ÄÖÜ äöü ß",
    "Thủ tướng Chính phủ Phạm Minh Chính", "ŁÓDŹ ŻÓŁW", "«Ça va?»", "طهران وظهران", "ط", "çok güzel şöyle böyle öğle",
    "ÆØÅ ÆØÅ ÆØÅ ÆØÅ ÆØÅ", "ÈÛÏ", "Ελλάδα", "東京", "10 °C ± 2", "™ © ®",
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "read"), WRONG)
def test_what_was_misread_is_set_right(text, written, read):
    misread = text.encode(written).decode(read)
    assert misread != text
    assert repair(misread) == text


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_stays(text):
    assert repair(text) == text


@given(st.text())
def test_any_text_is_repaired_without_a_crash(text):
    repair(text)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىأإآ،؛؟٠١٢٣٤٥٦٧٨٩"))
def test_arabic_text_stays(text):
    assert repair(text) == text
