"""Repeated headlines in every shape they come in, and the sentences that only look like one."""

import pytest

from newscrawl.cleaning import clean, clean_text
from newscrawl.items import Article, Block, Draft

AR = "الوزير: الجهود الدولية لحماية المياه لم تكن بمستوى الطموح"
AR_LEAD = "أكد وزير الموارد المائية أن الجهود الدولية لحماية مياه الأنهار لم تكن بمستوى الطموح، داعياً إلى اجتماع عاجل."
AR_MORE = "وأضاف أن السدود امتلأت بنسبة 82 بالمئة بعد أمطار الشتاء الماضي."
EN = "Fire kills ten in Harwick bakery"
EN_LEAD = "Ten people were killed on Friday when a fire broke out in a bakery in the old town of Harwick, police said."
EN_MORE = "The fire began in an oven, the mayor told reporters."

REPEATED = [
    (AR, f"{AR}\n{AR_LEAD}\n{AR_MORE}", f"{AR_LEAD}\n{AR_MORE}"),
    (AR, f"{AR}\n{AR}\n{AR_LEAD}", AR_LEAD),
    (AR, f"عاجل | {AR}\n{AR_LEAD}", AR_LEAD),
    (AR, f"{AR} - شبكة أخبار المدينة\n{AR_LEAD}", AR_LEAD),
    (AR, f"12/05/2024 – {AR}\n{AR_LEAD}", AR_LEAD),
    (AR, "الوزير:الجهود الدوليّة لحماية المياة لم تكن بمستوي الطموح\n" + AR_LEAD, AR_LEAD),
    (AR, f"الوزير: الجهود الدولية لحماية المياه…\n{AR_LEAD}", AR_LEAD),
    (AR, f"{AR} {AR_LEAD}\n{AR_MORE}", f"{AR_LEAD}\n{AR_MORE}"),
    (AR, f"{AR} بغداد/ شبكة المدينة- {AR_LEAD}", f"بغداد/ شبكة المدينة- {AR_LEAD}"),
    (AR, f"{AR_LEAD}\n{AR_MORE}\n{AR}", f"{AR_LEAD}\n{AR_MORE}"),
    (EN, f"{EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN.upper()}\n{EN_LEAD}", EN_LEAD),
    (EN, f"“{EN}”\n{EN_LEAD}", EN_LEAD),
    (EN, f"EXCLUSIVE: {EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"Courier — {EN}...\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN} | The Harwick Courier\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN}. {EN_LEAD}", EN_LEAD),
    (EN, f"{EN} – {EN_LEAD}", EN_LEAD),
    (EN, f"{EN} {EN_LEAD}", EN_LEAD),
    (EN, f"{EN} HARWICK (Courier) — {EN_LEAD}", f"HARWICK (Courier) — {EN_LEAD}"),
    (EN, f"{EN_LEAD}\n{EN_MORE}\n{EN}", f"{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN} LONDON (Reuters) - {EN_MORE}", f"LONDON (Reuters) - {EN_MORE}"),
    (AR, f"{AR} أربيل/شبكة أخبار المدينة- {AR_MORE}", f"أربيل/شبكة أخبار المدينة- {AR_MORE}"),
    (
        "Andrés salva al Cerroalto en el último suspiro",
        f"ANDRES SALVA AL CERROALTO EN EL ULTIMO SUSPIRO\n{EN_LEAD}",
        EN_LEAD,
    ),
    (EN, f"Fire kills ten\nin Harwick bakery\n{EN_LEAD}", EN_LEAD),
    (AR, f"الوزير: الجهود الدولية\nلحماية المياه لم تكن\nبمستوى الطموح\n{AR_LEAD}", AR_LEAD),
    (
        EN,
        f"An hour of ovens and of grief for the mayor\n« {EN} »\n{EN_LEAD}",
        f"An hour of ovens and of grief for the mayor\n{EN_LEAD}",
    ),
    (
        EN,
        f"{EN} - The mayor spoke for an hour of ovens and of grief.",
        "The mayor spoke for an hour of ovens and of grief.",
    ),
    (EN, f"{EN_LEAD}\n{EN_MORE}\n{EN}\nOur own tea is at four.", f"{EN_LEAD}\n{EN_MORE}\nOur own tea is at four."),
    ("Why do onions cost so much?", f"(HC) Why do onions cost so much?\n{EN_LEAD}", EN_LEAD),
    ("东林市存水只够六个月", f"03/02/2024 – 东林市存水只够六个月\n{EN_LEAD}", EN_LEAD),
    ("白川町で玉ねぎ値上がり", f"白川町で玉ねぎ値上がり | 水車新聞\n{EN_LEAD}", EN_LEAD),
    (AR, f"خاص بالمدينة .. {AR}\n{AR_LEAD}\n{AR_MORE}", f"{AR_LEAD}\n{AR_MORE}"),
    (AR, f"حصري.. {AR}\n{AR_LEAD}\n{AR_MORE}", f"{AR_LEAD}\n{AR_MORE}"),
    (AR, f"ویژه سبحان؛ {AR}\n{AR_LEAD}", AR_LEAD),
    (AR, f"{AR} (2 آذار 2024)\n{AR_LEAD}", AR_LEAD),
    ("东林市存水只够六个月", f"【速報】 东林市存水只够六个月\n{EN_LEAD}", EN_LEAD),
    ("东林市存水只够六个月", f"东林市存水只够六个月\u30002024年3月2日\n{EN_LEAD}", EN_LEAD),
    (EN, f"[Exclusive] {EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"16 March 2024 {EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"#Harwick {EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"Breaking! {EN}\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN} (video)\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN}, 16 মার্চ 2024\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN} [12 marca 2024]\n{EN_LEAD}", EN_LEAD),
    (EN, f"{EN_LEAD}\n{EN_MORE}\n{EN} (2. март 2024.)", f"{EN_LEAD}\n{EN_MORE}"),
    ("Selim Aydın son dakikada takımını kurtardı", f"SELIM AYDIN SON DAKIKADA TAKIMINI KURTARDI\n{EN_LEAD}", EN_LEAD),
]


@pytest.mark.parametrize(("headline", "body", "expected"), REPEATED)
def test_a_repeated_headline_goes_and_is_listed(headline, body, expected):
    cleaned, removed = clean_text(headline, body)
    assert cleaned.split("\n\n") == expected.split("\n")
    assert {cut.rule for cut in removed} == {"headline-repeated"}


KEPT = [
    # a paragraph between others that quotes the headline
    (EN, f"{EN_LEAD}\n{EN_MORE}\n“{EN}”\n{EN_MORE.replace('oven', 'shop')}"),
    # half of a headline, a clause that goes on behind its dash
    (EN, f"Fire kills ten\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN} – and the old town asks why.\n{EN_MORE}"),
    # the first sentence begins with the headline's words
    (EN, f"{EN}, police said on Friday.\n{EN_MORE}"),
    (EN, f"{EN} on Friday night, the worst blaze that the old town has seen in years.\n{EN_MORE}"),
    ("Merkel visits Paris", f"Merkel visits Paris Tuesday to discuss the budget with the new president.\n{EN_MORE}"),
    ("Police arrest three", f"Police arrest three men in Leeds and two in York after a chase on Sunday.\n{EN_MORE}"),
    ("القوات تحرر المدينة", f"القوات تحرر المدينة القديمة من قبضة المسلحين بعد معارك دامت أسبوعاً كاملاً.\n{AR_MORE}"),
    (
        "Kanzlerin reist nach Paris",
        f"Kanzlerin reist nach Paris – und die Opposition fragt, warum gerade jetzt.\n{EN_MORE}",
    ),
    ("القوات تدخل", f"القوات تدخل بغداد – قال المتحدث إن القوات وصلت إلى وسط المدينة مساء السبت.\n{AR_MORE}"),
    # a quotation of the headline inside the story, or at its end
    (EN, f"{EN_LEAD}\n“{EN}”\n{EN_MORE}\nThat was the headline of the next morning's paper."),
    (EN, f"{EN_LEAD}\nThe paper wrote: “{EN}”.\n{EN_MORE}"),
    ("We will not give in", f"{EN_LEAD}\n{EN_MORE}\n“We will not give in.”"),
    # words around the headline that belong to a sentence with it
    (EN, f"The bells rang; {EN}, police said\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"Nobody knows why. But {EN}\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"12 hurt, 3 missing and {EN}\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN}, 12 in all\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN}, 12 March 2024 was a day of grief\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN} (it was the third fire of the year there)\n{EN_LEAD}\n{EN_MORE}"),
    (EN, f"{EN_LEAD}\n{EN_MORE}\nThe paper of that day wrote ({EN}) and no more.\n{EN_MORE}"),
    # the whole story is one line that says its headline once more
    (EN, EN),
    # words in common, another line
    (EN, f"Ten dead in bakery fire\n{EN_LEAD}"),
    (EN, f"Fire kills ten in Harwick bakery, say police; dozens hurt as blaze spreads through old town\n{EN_LEAD}"),
]


@pytest.mark.parametrize(("headline", "body"), KEPT)
def test_what_only_looks_like_the_headline_stays(headline, body):
    cleaned, removed = clean_text(headline, body)
    assert cleaned.split("\n\n") == body.split("\n")
    assert removed == []


PATH = ("body", "article", "div.text")
LEAD = Block(text=EN_LEAD, tag="p", path=(*PATH, "p"), story=True)
MORE = Block(text=EN_MORE, tag="p", path=(*PATH, "p"), story=True)
PLACES = [
    (Block(text=EN, tag="figcaption", path=(*PATH, "figure", "figcaption"), role="figure", story=True), [LEAD, MORE]),
    (Block(text=f"{EN} | Courier", tag="h2", path=(*PATH, "h2"), story=True), [LEAD, MORE]),
]


@pytest.mark.parametrize(("block", "others"), PLACES)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_captions_and_headings_that_repeat_it_go_wherever_they_stand(block, others, place):
    blocks = (*others[:place], block, *others[place:])
    article = clean(Draft(article=Article(headline=EN, body="…"), blocks=blocks))
    assert article.body == f"{EN_LEAD}\n\n{EN_MORE}"
    assert [(cut.rule, cut.text) for cut in article.removed] == [("headline-repeated", block.text)]


def test_without_a_headline_nothing_is_cut():
    assert clean_text(None, f"{EN}\n{EN_LEAD}") == (f"{EN}\n\n{EN_LEAD}", [])


def test_a_line_that_repeats_the_page_s_title_above_the_story_goes_also_when_the_headline_is_unknown():
    blocks = (
        Block(text=EN, tag="td", path=("body", "table", "td")),
        Block(text=f"Breaking | {EN}", tag="p", path=(*PATH, "p"), story=True),
        LEAD,
    )
    article = clean(Draft(article=Article(headline="The Harwick Courier", body="…"), blocks=blocks))
    assert article.body == EN_LEAD


def test_hostile_headlines_take_no_time():
    long = "a " * 5000
    assert clean_text(long, long + "\n" + long)[0]
    assert clean_text("- " * 500, "- " * 500 + "x")[0]


def test_a_question_that_somebody_asks_stays():
    asked = "The mayor: Why do onions cost so much?"
    assert clean_text("Why do onions cost so much?", f"{asked}\n{EN_LEAD}")[1] == []
