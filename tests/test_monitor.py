"""What a run must look like."""

import re
from collections import Counter

import pytest

from newscrawl.monitor import Tally, judge, progress, summary

STATS = {
    "newscrawl/leads": 30,
    "newscrawl/pages/article": 20,
    "newscrawl/pages/revision": 1,
    "newscrawl/pages/duplicate/same": 2,
    "newscrawl/pages/duplicate/near": 3,
    "newscrawl/pages/not-article/section page": 1,
    "newscrawl/pages/error/http 404": 2,
    "newscrawl/pages/error/timeout": 1,
    "newscrawl/removed/comment": 7,
    "newscrawl/skipped/known": 4,
    "newscrawl/announcement/feed/read": 1,
    "newscrawl/filled/headline": 21,
    "newscrawl/verdict": [],
    "item_scraped_count": 21,
}
GOOD = Tally.of(STATS)


def pages(**counts):
    return Counter({name.replace("_", "-"): count for name, count in counts.items()})


CASES = [
    (GOOD, [], None),
    (GOOD, [GOOD] * 3, None),
    (Tally(), [], "nothing was announced"),
    (Tally(), [GOOD] * 3, "nothing was announced .usually 30"),
    # A feed that answers 304 has announced nothing new, and that is well.
    (Tally(announced=Counter({"feed/unchanged": 1})), [GOOD], None),
    (Tally(leads=30, skipped=Counter(known=30)), [GOOD], None),
    (Tally(leads=30, skipped=Counter(offsite=30)), [], "all 30 leads are offsite"),
    (
        Tally(leads=9, pages=Counter({"not-article/bot wall": 9})),
        [GOOD],
        "none of 9 pages was an article .not-article/bot",
    ),
    (Tally(leads=4, pages=Counter({"error/timeout": 4})), [GOOD], None),
    (Tally(leads=30, pages=pages(article=20), filled=Counter(headline=2)), [GOOD] * 3, "headline is filled in 10%"),
    (Tally(leads=30, pages=pages(article=5), filled=Counter(headline=0)), [GOOD] * 3, None),
]


@pytest.mark.parametrize(("now", "history", "expected"), CASES)
def test_judge(now, history, expected):
    problems = judge(now, history)
    assert len(problems) == (expected is not None)
    assert all(re.search(expected, problem) for problem in problems)


def test_figures_of_a_run_add_up():
    assert GOOD.pages.total() == 30
    assert GOOD.written == 21
    assert GOOD.stories == 26
    assert GOOD.sum("error") == 3
    assert (GOOD + GOOD).pages["article"] == 40


def test_summary_names_every_outcome_with_its_reasons():
    text = summary("elkhabar", GOOD, 12.3)
    assert text.splitlines()[0] == "elkhabar: 30 story pages in 12 s"
    assert "errors                     3  http 404 2, timeout 1" in text
    assert "not an article             1  section page 1" in text
    assert "cuts                       7  comment 7" in text


def test_progress_is_one_line():
    assert (
        progress("elkhabar", GOOD, 5)
        == "elkhabar: 30 pages, 21 written, 5 duplicates, 1 not articles, 3 errors; 5 waiting"
    )
