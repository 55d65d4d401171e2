"""Numbers of three-word runs: the same for the same words wherever they stand, evenly spread, for every script."""

import random
from collections import Counter

import pytest

from newscrawl.dedup.reading import Reading
from newscrawl.items import Article
from newscrawl.text.fingerprint import RUN_WORDS, code_of, number_runs

WORDS = [f"كلمه{n}" for n in range(500)]
SHORT_WORDS = [one + two for one in "ابتثجحخدذرزسشصضطظعغف" for two in "قكلمنهوي"]


def runs(words):
    return number_runs([code_of(word) for word in words]).tolist()


def test_a_run_has_its_number_wherever_it_stands():
    rng = random.Random(1)
    words = rng.choices(WORDS, k=300)
    numbers = runs(words)
    assert len(numbers) == 298
    assert all(runs(words[at : at + RUN_WORDS]) == [numbers[at]] for at in range(298))


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2)])
def test_a_text_shorter_than_a_run_is_one(count, expected):
    assert len(set(runs(WORDS[:count]))) == expected


def test_order_counts_and_no_two_runs_share_a_number():
    seen = {}
    rng = random.Random(2)
    for _ in range(20_000):
        run = tuple(rng.choices(WORDS, k=3))
        assert seen.setdefault(runs(run)[0], run) == run


@pytest.mark.parametrize("words", [WORDS, SHORT_WORDS, ["a", "b", "c", "1", "2", "3", "في", "من", "و"]])
def test_numbers_are_evenly_spread(words):
    numbers = list(set(runs(random.Random(3).choices(words, k=64_000))))
    mean = len(numbers) / 16
    for shift in (0, 4, 20, 30, 40):
        counts = Counter(number >> shift & 15 for number in numbers)
        assert all(abs(count - mean) < 5 * mean**0.5 for count in counts.values())


def test_runs_of_short_words_do_not_fall_into_the_same_buckets():
    keys = {number >> 4 & (1 << 40) - 1 for number in runs(random.Random(5).choices(SHORT_WORDS, k=100_000))}
    counts = Counter(key >> 25 for key in keys)
    assert max(counts.values()) < 20


def test_the_largest_words_do_not_spill_into_their_neighbours():
    longest = [bytes([255]) * 20] * 5
    assert len(set(number_runs(longest))) == 1
    assert number_runs([b"a", *longest])[1:] == number_runs(longest)


def test_a_text_with_one_foreign_letter_keeps_the_runs_of_the_others():
    words = random.Random(4).choices(WORDS, k=60)
    plain, foreign = (Reading(Article(body=" ".join(some))) for some in (words, [*words[:30], "東京", *words[30:]]))
    assert len(plain.shingle_set - foreign.shingle_set) == 2
    assert plain.words == words


def test_runs_are_the_same_on_every_machine():
    assert runs(["اكدت", "الحكومه", "東京"]) == EXPECTED


EXPECTED = [4623696700955370034]
