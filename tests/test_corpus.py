"""Reading the corpus of real publishing systems may not get worse; `python -m tests.corpus_scores` shows why."""

from __future__ import annotations

import pytest

from tests.corpus_scores import Score, figures, read_alone, read_corpus

AT_LEAST = {"f1": 0.975, "exact": 0.84}
AT_MOST = {
    "bodies with comment or form text": 11,
    "bodies with repeated headline": 34,
    "quoted headline cut": 0,
    "read-also lines left": 8,
    "other furniture left": 52,
    "false cuts": 37,
    "story out of nothing": 9,
}
"""What each page read alone comes to, with nothing learned."""


@pytest.fixture(scope="module")
def alone() -> list[Score]:
    return [score for pages in read_corpus().values() for score in read_alone(pages)]


def test_there_is_enough_to_judge_by(alone: list[Score]) -> None:
    found = figures(alone)
    assert found["pages"] >= 500
    assert found["... of"] >= 200
    assert found["... of lines"] >= 250
    assert found["... of blocks"] >= 2000


@pytest.mark.parametrize("figure", AT_LEAST)
def test_pages_read_alone_reach(alone: list[Score], figure: str) -> None:
    assert figures(alone)[figure] >= AT_LEAST[figure]


@pytest.mark.parametrize("figure", AT_MOST)
def test_pages_read_alone_leave_at_most(alone: list[Score], figure: str) -> None:
    assert figures(alone)[figure] <= AT_MOST[figure]
