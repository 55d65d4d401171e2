"""The tables of calendar words: in the form that texts are matched in, and of one mind with themselves."""

from importlib.resources import files

import pytest

from newscrawl.text.dates.cutting import fold
from newscrawl.text.dates.vocabulary import VOCABULARY, base_language

KINDS = set("MWPTHncYODAERUGNILFVXZ")


def rows(name):
    lines = files("newscrawl.text.dates").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_word_of_cldr_is_folded():
    assert not [word for row in rows("cldr.tsv") for word in row[3].split("|") if fold(word) != word]


@pytest.mark.parametrize("name", ["words.tsv", "cldr.tsv"])
def test_every_row_has_four_fields_and_a_known_kind(name):
    assert not [row for row in rows(name) if len(row) != 4 or row[1] not in KINDS or not row[3]]


def test_no_month_of_a_language_is_two_months():
    doubtful = []
    for phrase, entries in VOCABULARY._entries.items():
        months = {}
        for (kind, value), languages in entries.items():
            if kind == "M" and value[0] == "g":
                for language in languages:
                    months.setdefault(language, set()).add(value)
        doubtful += [(phrase, language, found) for language, found in months.items() if len(found) > 1]
    assert doubtful == []


TAGS = [("ar-IQ", "ar"), ("zh-TW", "zh-hant"), ("zh", "zh"), ("nb", "no"), ("iw", "he"), ("en_GB", "en"), (None, None)]


@pytest.mark.parametrize(("tag", "language"), TAGS)
def test_base_language(tag, language):
    assert base_language(tag) == language
