"""What is said of the page over and under a story, in words that nobody listed; and what only resembles it."""

from datetime import UTC, datetime

import pytest

from newscrawl.cleaning import clean, plain_blocks
from newscrawl.items import Article, Block, Draft

LEAD = "The council met on Friday in the old hall and spoke of water for an hour, witnesses said."
MORE = "Nobody left before the end, the clerk told this paper, and the doors stayed open all night."

CUTS = [
    ("Kter oskevra for onalbab ul 18/02/2024", "last-updated"),
    ("Onalbab:", "last-updated"),
    ("2 nel saob", "reading-time"),
    ("Tazama habari kwenye WhatsApp ya Tumo Leo", "channel-plea"),
    ("تازه‌ترین خبرهای Tumo Leo در تلگرام", "channel-plea"),
]
KEPT = [
    "Kabul, 12 May 2024",
    "Part two of the story that began last week in these pages:",
    "The Tumo News Agency reported in its evening bulletin:",
    "A night without sleep",
    "WhatsApp told Tumo Leo on Monday that nothing was lost.",
]


def article_of(*lines, **fields):
    draft = Draft(
        article=Article(headline="Water for all", body="\n\n".join(lines), **fields),
        blocks=plain_blocks("\n".join(lines)),
        names=("Tumo Leo",),
    )
    return clean(draft)


@pytest.mark.parametrize(("line", "rule"), CUTS)
def test_a_line_about_the_page_goes(line, rule):
    article = article_of(line, LEAD, MORE)
    assert [(cut.rule, cut.text) for cut in article.removed] == [(rule, line)]
    assert article.body.split("\n\n") == [LEAD, MORE]


@pytest.mark.parametrize("line", KEPT[:-1])
def test_a_line_of_the_story_stays_over_it(line):
    assert article_of(line, LEAD, MORE).removed == []


@pytest.mark.parametrize("line", [KEPT[-1], *(line for line, rule in CUTS if rule != "channel-plea")])
def test_a_line_stays_between_paragraphs(line):
    assert article_of(LEAD, line, MORE).removed == []


def items_and(*items, more=(LEAD, MORE), **fields):
    blocks = [Block(text=text, tag="li", path=("body", "ul", "li"), story=True, parent=7) for text in items]
    blocks += [Block(text=text, tag="p", path=("body", "p"), story=True, parent=1) for text in more]
    return clean(Draft(article=Article(headline="Water for all", body="x", **fields), blocks=tuple(blocks)))


def test_facts_over_the_first_paragraph_stay_with_their_list():
    facts = ["Oskevra: 579 saob", "Nel saob: 6 oskevra 2024", "Kter ulor nakshe", "Tumo: ulor"]
    assert items_and(*facts, **OWN).removed == []


def test_a_list_of_nothing_but_what_is_said_of_the_page_goes():
    article = items_and("2 nel saob", "Onalbab: 6 oskevra 2024", **OWN)
    assert {cut.rule for cut in article.removed} == {"reading-time", "last-updated"}
    assert article.body.split("\n\n") == [LEAD, MORE]


def test_the_first_of_an_interviews_labels_stays():
    assert article_of("Question:", LEAD, "Answer:", MORE).removed == []


def test_a_flash_keeps_its_only_line():
    assert article_of("12 May 2024 10:30").body == "12 May 2024 10:30"


OWN = {"date_published": datetime(2024, 3, 6, 9, tzinfo=UTC), "authors": ["Ada Obi"]}
SAYS_OWN = [
    ("Onalbab ul 6 oskevra 2024", "last-updated"),
    ("محوّر: 6 آذار 2024", "last-updated"),
    ("Onalbab 06/03/2024 17:07", "last-updated"),
    ("جرت مراجعة النص في 25 شعبان الساعة 4:10", "last-updated"),
    ("بازنگری در اسفند ۱۶, ۱۴۰۲", "last-updated"),
    ("Onalbab il sita 6 Marzo ore 17:07", "last-updated"),
    ("Nakshev(a): Ada Obi 2 neloka, 8 saobeka", "author-box"),
    ("Nakshev: Ada Obi saoba: 2920", "author-box"),
    ("Nakshe Ada Obi 6. oskevra 2024.", "last-updated"),
    ("Nakshe: Ada Obi | Onalbab: 06.03.2024. u 11:05 | 3957 saobeka | 14 nel.", "author-box"),
    ("Onalbab: 6 oskevra 2024, 11:05 | 3957 saobeka | ilo nakshev saob nelok", "author-box"),
    ("Ada Obi nakshev ada@harbour.example", "author-box"),
    ("Nakshev: Ada Obi <ada.obi@harbour.example>", "author-box"),
]
SIGNS = ["Ada Obi", "ADA OBI", "(Ada Obi)", "By Ada Obi", "Пише: Ada Obi", "Ada Obi 기자"]
SAYS_MORE = [
    "Onalbab ul 24 oskevra 2024",
    "يقام الحفل في 25 رمضان الساعة 9:30",
    "نمایش بعدی در اسفند ۲۹, ۱۴۰۲",
    "The choir sings again on 16 March",
    "Wednesday, 6 March 2024",
    "The old hall was built for Ada Obi and 6 others in 2024.",
    "Tumo Leo",
    "Harbour | Old hall | Bridge",
    "Ada Obi sang of the bridge in the old hall | the choir of the town and its children danced to it | all came",
    "Tickets: office@harbour.example",
    "Who saw Ada Obi that night may write to office@harbour.example",
    "She met Ada Obi in 2024.",
    "So Ada Obi sang in 2024.",
]


@pytest.mark.parametrize(("line", "rule"), SAYS_OWN)
def test_the_article_s_own_day_and_author_go_from_its_edges(line, rule):
    for lines in ([line, LEAD, MORE], [LEAD, MORE, line]):
        article = article_of(*lines, **OWN)
        assert [(cut.rule, cut.text) for cut in article.removed] == [(rule, line)]


@pytest.mark.parametrize("line", SAYS_MORE)
def test_another_day_and_another_name_stay(line):
    assert article_of(LEAD, MORE, line, **OWN).removed == []


@pytest.mark.parametrize("line", SIGNS)
def test_the_author_s_bare_name_goes_from_under_the_story(line):
    assert [cut.rule for cut in article_of(LEAD, MORE, line, **OWN).removed] == ["author-box"]
    assert article_of(LEAD, line, MORE, MORE + " Again.", **OWN).removed == []


@pytest.mark.parametrize(("line", "rule"), SAYS_OWN)
def test_they_stay_inside_and_a_date_where_nothing_else_is_left(line, rule):
    assert article_of(LEAD, MORE, LEAD + " Again.", line, MORE + " Again.", LEAD + " So.", **OWN).removed == []
    assert article_of(line, **OWN).body == (line if rule == "last-updated" else "")


def test_a_post_of_nothing_but_its_date_and_author_is_empty():
    assert article_of("Nereb - 06/03/2024 15:41", SAYS_OWN[-1][0], **OWN).body == ""


OWNERS = [
    "© Tumo Leo, nakshe ul saob",
    "ⓒ Tumo Leo",
    "Copyright TUMO LEO PRESS. Nakshe ul saob.",
    "Copyright (c) 2024 Tumo Leo",
]
NO_OWNERS = ["Copyright lawyers of Tumo Leo met on Friday.", "Copyright law is old.", "The © is older than Tumo Leo."]


@pytest.mark.parametrize("line", OWNERS)
def test_who_owns_the_text_goes_from_under_the_story(line):
    article = article_of(LEAD, MORE, line)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("copyright", line)]
    assert article_of(LEAD, line.replace("2024 ", ""), MORE, MORE + " Again.", LEAD + " So.").removed == []


PRINTED = [
    ("Nakshe ul Tumo Leo, 6 Machi 2024", True),
    ("Nakshe ul Tumo Leo, 9 Machi 2024", False),
    ("Nakshe ul Pwani, 6 Machi 2024", False),
    ("Tumo Leo first told of it on 6 March 2024.", False),
]


@pytest.mark.parametrize(("line", "is_cut"), PRINTED)
def test_where_and_when_it_was_printed_goes_from_under_the_story(line, is_cut):
    removed = article_of(LEAD, MORE, line, **OWN).removed
    assert ("copyright" in [cut.rule for cut in removed]) == is_cut


@pytest.mark.parametrize("line", NO_OWNERS)
def test_a_sentence_on_copyright_stays(line):
    assert article_of(LEAD, MORE, line).removed == []


SIGNED = ["Ada Obi", "Nakshev Ada Obi", "Ada Obi / Tumo Leo"]


@pytest.mark.parametrize("line", SIGNED)
def test_the_author_s_name_goes_from_over_the_story(line):
    article = article_of(line, LEAD, MORE, **OWN)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("author-box", line)]


@pytest.mark.parametrize("line", [*SIGNED, "Ada Obi was there, the clerk and the mayor too", "A night with Ada."])
def test_a_name_inside_a_story_and_a_sentence_with_one_stay(line):
    assert article_of(LEAD, line, MORE, **OWN).removed == []
    assert article_of("Ada Obi was there.", LEAD, MORE, **OWN).removed == []


BIOS = [
    ["Ada Obi writes of markets and villages for this paper."],
    ["Nereb ku nakshev", "Ada Obi nereb oskevra ku tumo, nakshev ku saob neloka."],
    ["Ada Obi writes of markets and villages for this paper.", "Ada Obi has been with it since June."],
]
NO_BIOS = [
    ["Ada lives in the old town and has seen it all."],
    ["Tumo Leo"],
    ["The clerk said that Ada Obi had been there as well."],
]


@pytest.mark.parametrize("lines", BIOS)
def test_who_the_author_is_goes_from_behind_the_story(lines):
    article = article_of(LEAD, MORE, *lines, **OWN)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("author-box", line) for line in lines]


@pytest.mark.parametrize("lines", NO_BIOS)
def test_other_last_paragraphs_stay(lines):
    assert article_of(LEAD, MORE, *lines, **OWN).removed == []


def test_the_author_s_name_begins_a_paragraph_inside_a_story():
    first = BIOS[0][0]
    assert article_of(first, LEAD, MORE, **OWN).removed == []
    assert article_of(LEAD, first, MORE, LEAD + " So.", MORE + " So.", LEAD + " Yes.", **OWN).removed == []


def test_an_outlet_that_signs_its_stories_may_end_them_with_its_name():
    last = "Tumo Leo has asked the council for comment."
    assert article_of(LEAD, MORE, last, authors=["Tumo Leo"]).removed == []


WRITER = {"authors": ["Ada Obi"]}
BOXES = [
    ([("h3", "Ada Obi"), ("p", "Cooks, sails and reports from the harbour.")], True),
    ([("h2", "Kuhusu Ada Obi"), ("p", "Cooks and sails."), ("p", "Write to her.")], True),
    ([("h3", "Ada Obi wins the harbour's prize again"), ("p", "She came late.")], False),
    ([("h3", "Harbour"), ("p", "She sails and reports from it.")], False),
]


@pytest.mark.parametrize(("box", "is_cut"), BOXES)
@pytest.mark.parametrize("step", ["section.w", "article"])
def test_a_box_under_the_author_s_name_is_no_part_of_the_story(box, is_cut, step):
    """In the story's own element a heading with a name is a part on somebody who wrote there, too."""
    path = ("body", "article")
    own = [Block(text=text, tag="p", path=(*path, "div.text", "p"), story=True, parent=3) for text in (LEAD, MORE)]
    around = (*path, step) if step != "article" else (*path, "div.text")
    parts = [Block(text=text, tag=tag, path=(*around, tag), story=True, parent=9) for tag, text in box]
    article = clean(Draft(article=Article(headline="Water", body="…", **WRITER), blocks=(*own, *parts)))
    assert (article.body.split("\n\n") == [LEAD, MORE]) == (is_cut and step != "article")


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        ("Ada Obi, «Tumo Leo»", True),
        ("Tumo Leo / Ada Obi", True),
        ("Tumo Leo wrote of it first", False),
        ("So Ada Obi told Tumo Leo.", False),
    ],
)
def test_the_author_and_the_outlet_sign_the_end(line, is_cut):
    article = article_of(LEAD, MORE, line, **WRITER)
    assert ("author-box" in [cut.rule for cut in article.removed]) == is_cut


ORNAMENTED = [("★ Tumo Leo yasema: endesha kwa usalama.", True), ("★ Endesha kwa usalama.", False)]


@pytest.mark.parametrize(("line", "is_cut"), ORNAMENTED)
def test_the_outlet_s_notice_behind_an_ornament_goes_from_the_end(line, is_cut):
    assert (article_of(LEAD, MORE, line).removed != []) == is_cut
    assert article_of(LEAD, line, MORE).removed == []


DESKS = ["Tumo Leo dawati", "Dawati la Tumo Leo"]
NO_DESKS = ["Tumo Leo wins a prize", "Tumo Leo", "Tumo Leo wins.", "Tumoleo"]


@pytest.mark.parametrize(("line", "is_cut"), [*((line, True) for line in DESKS), *((line, False) for line in NO_DESKS)])
def test_the_outlet_s_desk_goes_from_over_the_story(line, is_cut):
    assert (article_of(line, LEAD, MORE).removed != []) == is_cut
    assert article_of(LEAD, line, MORE).removed == []


MOTTOS = [
    ("Tumo Leo, gazeti la watu wote.", True),
    ("Tumo Leo.. sauti ya wasio na sauti", True),
    ("Tumo Leo, which the council had asked for an answer on Friday, was not told.", False),
    ("Tumo Leo has asked for an answer.", False),
    ("Asha Ali, gazeti la watu wote.", False),
]


@pytest.mark.parametrize(("line", "is_cut"), MOTTOS)
def test_what_the_outlet_says_of_itself_goes_from_under_the_story(line, is_cut):
    assert (article_of(LEAD, MORE, line).removed != []) == is_cut
    assert article_of(LEAD, line, MORE).removed == []


HANDLES = [
    ("Habari zetu fupi kila siku: @tumoleo", True),
    ("Habari zetu fupi kila siku: @Tumo_Leo_news", True),
    ("Habari zetu fupi kila siku: @asha_ali", False),
    ("The council wrote to @tumoleo on Friday, and nobody wrote back.", False),
    ("Habari zetu fupi kila siku: barua@tumoleo.example", False),
]


@pytest.mark.parametrize(("line", "is_cut"), HANDLES)
def test_the_outlet_s_own_handle_makes_a_line_a_plea(line, is_cut):
    article = article_of(LEAD, line, MORE, url="https://www.tumoleo.example/a/1")
    assert [cut.rule for cut in article.removed] == (["channel-plea"] if is_cut else [])


def test_the_author_signs_over_a_source_as_well():
    lines = (LEAD, MORE, "Ada Obi", "По материалам газеты")
    assert [cut.text for cut in article_of(*lines, authors=["Ada Obi"]).removed] == list(lines[2:])
    assert article_of(LEAD, "Ada Obi", MORE, authors=["Ada Obi"]).removed == []


HEADS = [
    ("Ada Obi onalbab il sita 6 oskevra 2024 ore 11:05 nakshev il sita 7 oskevra 2024 ore 9:20", True),
    ("Ada Obi onalbab il sita 9 oskevra 2024 ore 11:05 nakshev il sita 7 oskevra 2024 ore 9:20", False),
    ("Ada Obi sang of 6 bridges in the old hall of the town, and in all of 2024 nobody sang of more.", False),
    ("So sang Ada Obi of all 6 bridges in the old hall of the town, as nobody sang in 2024 but her", False),
]


@pytest.mark.parametrize(("line", "is_cut"), HEADS)
def test_a_line_that_begins_with_the_author_and_has_the_day_goes(line, is_cut):
    assert (article_of(line, LEAD, MORE, **OWN).removed != []) == is_cut


OURS = [
    ("ar", "وصلوا إلى الخبر قبل غيركم عبر قناتنا في تلغرام"),
    ("fa", "عکس‌های بیشتر در صفحه اینستاگرام ما"),
    ("ckb", "پەیجەکەمان لە فەیسبووک ببینن بۆ هەواڵی زیاتر"),
    ("ur", "ہماری ایپ سے ہر خبر سب سے پہلے"),
    ("ps", "زموږ ټلیګرام او فېسبوک سره یو ځای شئ"),
    ("he", "כל העדכונים אצלנו גם בטלגרם"),
    ("en-GB", "More pictures wait in our WhatsApp channel"),
    ("de", "Schneller geht es mit unserer App"),
    ("fr", "Retrouvez toute la vallée avec notre appli"),
    ("ru", "Еще больше фото в нашем канале в телеграме"),
    ("el", "Τα νέα πρώτα στην ομάδα μας στο Viber"),
]
NOT_OURS = [
    ("en", "How Facebook changed the lives of our children"),
    ("en", "Our lives on Instagram"),
    ("en", "“It was posted in our WhatsApp group”, a mother said"),
    ("en", "We asked in our own WhatsApp group whether anyone had heard the bell."),
    ("en", "Our hall and its happy choir after the concert"),
    ("de", "Facebook und wir: Was uns bleibt, wenn niemand mehr schreibt"),
    ("ar", "ما حقيقة الصفحة التي ظهرت على فيسبوك"),
    ("it", "How our WhatsApp group came to be"),
]


@pytest.mark.parametrize(("language", "line"), OURS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_the_outlet_calls_its_own_on_a_messenger_goes(language, line, place):
    lines = [LEAD, MORE]
    lines.insert(place, line)
    article = article_of(*lines, language=language)
    assert article.body.split("\n\n") == [LEAD, MORE]
    assert [cut.rule for cut in article.removed] == ["channel-plea"]


@pytest.mark.parametrize(("language", "line"), NOT_OURS)
def test_our_in_a_story_of_messengers_stays(language, line):
    assert article_of(LEAD, line, MORE, language=language).removed == []


OWN_LABELS = [
    "Mkusanyiko wa Tumo Leo: Daraja jipya lafunguliwa kwa magari",
    "سبق أن كتبت Tumo Leo: المطر يعود إلى القرى بعد عام",
]
NO_OWN_LABELS = [
    "Tumo Leo: Why did you sing that night in the rain",
    "The editor of Tumo Leo said on Monday: Nobody asked us before the vote.",
    "Tumo Leo's editor: “Nobody asked us before the vote”",
    "Reported for Tumo Leo: Ann Mills",
    "The mayor said: Daraja jipya lafunguliwa kwa magari",
]


@pytest.mark.parametrize("line", OWN_LABELS)
def test_a_title_behind_a_label_with_the_outlet_s_name_leads_elsewhere(line):
    article = article_of(LEAD, line, MORE)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("read-also", line)]


@pytest.mark.parametrize("line", NO_OWN_LABELS)
def test_what_is_said_of_the_outlet_stays(line):
    assert article_of(LEAD, line, MORE).removed == []


SIGNED_BY_OUTLET = ["Juma Mushi, «Tumo Leo»", "Kahariri - Tumo Leo", "Tumo Leo | Kahariri", "متابعات / Tumo Leo"]
NOT_BY_OUTLET = [
    "Tumo Leo wins a prize",
    "Tumo Leo",
    "Juma Mushi, Tumo Leo, and four others were there.",
    "Juma Mushi, Tumo Leo, and four others of the town",
    "بغداد - Tumo Leo",
]


@pytest.mark.parametrize("line", SIGNED_BY_OUTLET)
def test_the_outlet_s_name_beside_few_words_goes_from_the_edges(line):
    for lines in ([line, LEAD, MORE], [LEAD, MORE, line]):
        assert [(cut.rule, cut.text) for cut in article_of(*lines).removed] == [("credit", line)]
    assert article_of(LEAD, line, MORE).removed == []


@pytest.mark.parametrize("line", NOT_BY_OUTLET)
def test_other_lines_with_the_outlet_s_name_stay_above(line):
    assert article_of(line, LEAD, MORE).removed == []


def test_a_letter_s_salutation_is_no_label():
    letter = ["Onalbab ul Ada:", LEAD, MORE, "Kwa heri,", "Juma Mushi"]
    assert article_of(*letter).removed == []
    assert [cut.text for cut in article_of(*letter[:3]).removed] == letter[:1]


APPS = [("Pakua app ya Tumo Leo kwa habari", True), ("So the app of Tumo Leo was made in a night.", False)]


@pytest.mark.parametrize(("line", "is_cut"), APPS)
def test_the_outlet_s_own_app_is_offered(line, is_cut):
    assert ("channel-plea" in [cut.rule for cut in article_of(LEAD, line, MORE).removed]) == is_cut
