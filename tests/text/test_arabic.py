import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.arabic import normalise

CASES = [
    ("", ""),
    ("أحمد إبراهيم آل ٱلله", "احمد ابراهيم ال الله"),
    ("التعليـــقات", "التعليقات"),
    ("مُحَمَّدٌ", "محمد"),
    ("مسؤول رئيس شيء", "مسوول رييس شيء"),
    ("على هدى", "علي هدي"),
    ("مدرسة مدرسه", "مدرسه مدرسه"),
    ("کتاب کی ہے", "كتاب كي هي"),
    ("می‌شود", "ميشود"),
    ("ﻻ ﷲ", "لا الله"),
    ("٢٠١٦ ۲۰۱۶ २०१६", "2016 2016 2016"),
    ("ماذا؟ نعم، لا؛ ٥٠٪", "ماذا? نعم, لا; 50%"),
    ("«قال» – “said” ‘it’", '"قال" - "said" \'it\''),
    ("\u202bنص\u202c\u200f\ufeff", "نص"),
    ("  a\u00a0\t\n b\u3000", "a b"),
    ("STRASSE Straße", "strasse strasse"),
    ("ＡＢＣ ①", "abc 1"),
    ("שָׁלוֹם", "שלום"),
    ("café naïve Größe", "café naïve grösse"),
    ("e\u200c\u0301", "é"),
    ("\u01f0 \u0390", "\u01f0 \u0390"),  # folding their case decomposes them
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_normalise(text, expected):
    assert normalise(text) == expected


@given(st.text())
def test_normalise_is_idempotent_and_nfkc(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFKC", once)


@given(st.text(alphabet="اأإآىيئؤوةه\u0640\u064e\u0654\u0653\u200c\u200f \u0301e٣"))
def test_normalise_is_idempotent_on_arabic_marks(text):
    assert normalise(normalise(text)) == normalise(text)
