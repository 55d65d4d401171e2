"""What recovery takes for story is what extraction takes: their scores are the same, by this test."""

from newscrawl.cleaning import recover
from newscrawl.extraction import body
from newscrawl.extraction.model import load_model


def test_the_scores_are_those_of_extraction():
    assert load_model().threshold == recover.THRESHOLD
    assert recover.RELATIVE == body.RELATIVE
    assert recover.LEAST <= body.LEAST
