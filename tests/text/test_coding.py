"""The one pass over Arabic and ASCII text gives the words that the long way gives."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.arabic import normalise
from newscrawl.text.coding import ALPHABET, LATIN_ALPHABET, coded_words, decode_words, latin_words
from newscrawl.text.words import tokens, tokens_of

PRESENTATION = "ﻻﻷﻹﺍﻗﺳ１Ａ"


def test_every_two_characters_of_the_alphabet_fold_as_they_do_elsewhere():
    for one, two in product(ALPHABET, repeat=2):
        text = f"ب{one}{two}ت"
        assert decode_words(coded_words(text)).split() == tokens_of(normalise(text)), text


@given(st.text(alphabet=ALPHABET + PRESENTATION))
def test_any_text_of_the_alphabet_folds_as_it_does_elsewhere(text):
    assert decode_words(coded_words(text)).split() == tokens_of(normalise(text))


def test_every_two_latin_characters_fold_as_they_do_elsewhere():
    for one, two in product(f"{LATIN_ALPHABET}ß", repeat=2):
        text = f"é{one}{two}x"
        assert latin_words(text) == tokens_of(normalise(text)), text


@given(st.text(alphabet=f"{LATIN_ALPHABET}ß"))
def test_any_latin_text_folds_as_it_does_elsewhere(text):
    assert latin_words(text) == tokens_of(normalise(text))


@given(st.text())
def test_all_other_text_goes_the_long_way(text):
    assert tokens(text) == tokens_of(normalise(text))


@pytest.mark.parametrize("text", ["東京", "Ünal", "книга", "ب\u0653", "\ud800"])
def test_what_has_no_byte_is_not_coded(text):
    assert coded_words(text) is None


@pytest.mark.parametrize("text", ["東京", "книга", "e\u0301", "İstanbul", "Ａ", "½", "\ud800"])
def test_what_the_latin_alphabet_lacks_is_not_cut(text):
    assert latin_words(text) is None
