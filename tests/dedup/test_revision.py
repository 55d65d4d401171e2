"""A page against its own last line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newscrawl.dedup import decide, mark
from newscrawl.dedup.reading import Reading
from newscrawl.items import Article

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BODY = "بدأت المفاوضات صباح اليوم في جنيف بحضور ممثلي الأطراف جميعا ومبعوث الأمم المتحدة، وتستمر حتى نهاية الأسبوع."


def written(article, decision=None):
    content_hash = Reading(replace(article, content_hash=None)).content_hash
    if decision is None:
        return replace(article, cluster=article.id, content_hash=content_hash)
    return mark(article, decision, content_hash)


FIRST = written(Article(id="a", outlet="one", body=BODY, fetched=NOW))


def test_an_unchanged_page_is_the_same():
    decision = decide(replace(FIRST, fetched=NOW + timedelta(days=1)), [FIRST])
    assert (decision.kind, decision.of, decision.revision) == ("same", "a", 1)


def test_a_changed_story_is_a_revision_that_names_the_one_before():
    decision = decide(replace(FIRST, body=BODY + " وغادر وفد.", content_hash=None), [FIRST])
    assert (decision.kind, decision.revision, decision.cluster) == ("revision", 2, "a")
    assert decision.previous.content_hash == FIRST.content_hash


def test_a_revision_of_a_copy_stays_in_the_cluster_it_was_given():
    copy = replace(FIRST, id="b", cluster="a")
    decision = decide(replace(copy, body=BODY + " وغادر وفد.", content_hash=None), [copy])
    assert (decision.kind, decision.cluster) == ("revision", "a")


def test_a_story_that_changes_every_minute_makes_ten_lines_a_day():
    line, lines = FIRST, 1
    for minute in range(1, 24 * 60):
        now = replace(FIRST, body=f"{BODY} تحديث {minute}", content_hash=None, fetched=NOW + timedelta(minutes=minute))
        decision = decide(now, [line])
        if decision.kind == "revision":
            line, lines = written(now, decision), lines + 1
        else:
            assert (decision.kind, decision.of) == ("near", "a")
    assert lines == 10
    # Its last state is not lost: it is a line as soon as the wait is over.
    late = replace(now, fetched=NOW + timedelta(days=2))
    assert decide(late, [line]).kind == "revision"
