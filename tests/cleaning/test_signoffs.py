"""What stands under a story's last sentence, in words that nobody listed; and what only resembles it."""

import time

import pytest

from newscrawl.cleaning import clean, plain_blocks
from newscrawl.items import Article, Block, Draft

LEAD = "The council met on Friday in the old hall and spoke of water for an hour, witnesses said."
MORE = "Nobody left before the end, the clerk told this paper, and the doors stayed open all night."

CUTS = [
    ["Kahariri: Juma Mushi"],
    ["ውሂብ: ሰሎሞን ካሳ"],
    ["Sniðun: Jón Þór/Fréttastofan"],
    ["Kahariri: Juma Mushi Pitsa: Asha Ali Tsimo: Sauti «ya Pwani»"],
    ["Vor'a tov Adaeze Obi Pitsa: Asha Ali"],
    ["(Pitsa: Asha Ali)"],
    ["Kahariri: Juma Mushi | Pitsa: Asha Ali"],
    ["Kahariri: Juma Mushi", "Pitsa Asha Ali", "Sauti ya Pwani"],
    ["Kwa msaada wa Sauti ya Pwani"],
]
KEPT = [
    ["The hall was full, the clerk said, and so were the stairs"],
    ["(He later said that he was sorry.)"],
    ["Entry: free"],
    ["Harbour | Old hall | Bridge"],
    ["Entry: free | Begin: Friday"],
    ["Tickets: 12 euros"],
    ["Begin: Friday", "Entry: free"],
    ["www.hall.example"],
    ["— Ada Obi, reader"],
    ["“A night without sleep”"],
    ["More in the evening:"],
    ["Who came: all those who in the town still knew someone else from then"],
    ["Ada Obi"],
    ["Friday, 12 May 2024"],
    ["आपकी दादी"],
]


def article_of(*lines):
    return clean(Draft(article=Article(headline="Water for all", body="x"), blocks=plain_blocks("\n".join(lines))))


@pytest.mark.parametrize("lines", CUTS)
def test_names_behind_the_last_sentence_go(lines):
    article = article_of(LEAD, MORE, *lines)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("credit", line) for line in lines]
    assert article.body.split("\n\n") == [LEAD, MORE]


@pytest.mark.parametrize("lines", KEPT)
def test_other_last_lines_stay(lines):
    assert article_of(LEAD, MORE, *lines).removed == []


@pytest.mark.parametrize("lines", CUTS)
def test_they_stay_before_the_last_sentence_and_without_a_story(lines):
    assert article_of(LEAD, *lines, MORE).removed == []
    assert article_of(LEAD, *lines).removed == []


@pytest.mark.parametrize("line", [lines[0] for lines in CUTS])
def test_a_last_item_of_a_list_stays(line):
    texts = [(LEAD, "p"), (MORE, "p"), (line, "li")]
    blocks = tuple(Block(text=text, tag=tag, path=("body", tag), story=True) for text, tag in texts)
    assert clean(Draft(article=Article(body="x"), blocks=blocks)).removed == []


def test_verse_and_scripts_without_marks_stay():
    verse = [LEAD.rstrip("."), MORE.rstrip("."), LEAD, MORE.rstrip(".") + " again", LEAD]
    assert article_of(*verse, "Kwa msaada wa Sauti ya Pwani").removed == []


SOURCES = [
    "Con información de Unión Vecinal",
    "ขอบคุณข้อมูลจาก แขวงทางใต้",
    "With reports from Juma Mushi",
    "Mit Material von Küstenfunk",
    "Edited by Juma Mushi. Additional reporting by Asha Ali.",
    "Translated by Juma Mushi.",
]
NO_SOURCES = [
    "Con información de Juan se halló el barco.",
    "With information from the villagers they found the boat.",
    "Edited by hand for two years, it is out.",
    "Without reports from Juma Mushi nobody would have known",
]


@pytest.mark.parametrize("line", SOURCES)
def test_a_source_goes_from_under_a_story_of_one_paragraph(line):
    article = article_of(LEAD, line)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("credit", line)]
    assert article_of(LEAD, line, MORE).removed == []


@pytest.mark.parametrize("line", NO_SOURCES)
def test_a_last_sentence_that_begins_so_stays(line):
    assert article_of(LEAD, line).removed == []


def test_a_letter_keeps_its_signature():
    assert article_of("Dear old friend of mine,", LEAD, MORE, "Your brother Juma of Pwani").removed == []


def test_a_letter_is_known_by_a_line_over_its_salutation_and_by_who_sent_it():
    name = "Asha Mushi, Old Mtoni"
    assert [cut.text for cut in article_of(LEAD, MORE, name).removed] == [name]
    assert article_of("A reader has sent us this:", "Dear friends,", LEAD, MORE, name).removed == []
    assert article_of(LEAD + " Asha Mushi wrote this letter to us.", MORE, name).removed == []


def test_an_interview_keeps_its_last_answer():
    talk = [f"Asha Ali: {LEAD}", f"Juma Mushi: {MORE}"] * 2
    assert article_of(*talk, "Asha Ali: Never Again").removed == []


def test_hostile_lines_are_read_quickly():
    start = time.perf_counter()
    for line in ("a: " * 50, "((((" * 40, "a " * 80, " " * 5000 + "x: y"):
        article_of(LEAD, MORE, line)
    assert time.perf_counter() - start < 0.5


MARKS = ["kom/red", "দেবা/এসবি", "R.A.", "(م.ر)", "a/b", "ن. ح", "*Sauti ya Pwani", "* كتبه عمر الصافي"]
NO_MARKS = [
    ("* Prices are those of Monday.", MORE),
    ("*Sauti ya Pwani", "What we heard"),
    ("*Sauti ya Pwani", "*Kwa msaada wa wengi."),
    ("Rain", MORE),
    ("7.5", MORE),
    ("24/7", MORE),
]


@pytest.mark.parametrize("line", MARKS)
def test_initials_and_a_star_behind_the_last_sentence_sign_it(line):
    assert [(cut.rule, cut.text) for cut in article_of(LEAD, line).removed] == [("credit", line)]
    assert article_of(LEAD, line, MORE).removed == []


@pytest.mark.parametrize(("line", "before"), NO_MARKS)
def test_other_short_last_lines_stay(line, before):
    assert article_of(LEAD, before, line).removed == []


def test_a_short_last_sentence_ends_a_story_but_a_letter_is_signed():
    line = "Kwa msaada wa Sauti ya Pwani"
    assert [cut.text for cut in article_of(LEAD, MORE, "She is right.", line).removed] == [line]
    assert article_of(LEAD, MORE, "Come home soon.", "Your loving son").removed == []
    assert article_of(LEAD, MORE, MORE + " Again.", "حفل آخر في ١٢ آذار ٢٠٢٤").removed == []
