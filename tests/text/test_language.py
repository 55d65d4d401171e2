import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.language import _HEAVIEST, _SIGNS, _WIDTH, ENOUGH, _rows, identify

CASES = [
    ("ar", "رئيس الوزراء يفتتح معرض بغداد الدولي للكتاب"),
    ("ar", "الجعفري: الجهود الدولية لمكافحة داعش لم تكن بمستوى الطموح"),
    ("ar", "مجلس النواب يصوت على الموازنة"),
    ("fa", "رئیس جمهور وارد تهران شد"),
    ("fa", "قیمت دلار امروز در بازار آزاد چقدر است؟"),
    ("fa", "افزایش بارندگی در شمال کشور"),
    ("ur", "وزیراعظم نے پارلیمنٹ سے خطاب کیا"),
    ("ur", "پاکستان اور بھارت کے درمیان میچ آج ہوگا"),
    ("ckb", "سەرۆکی هەرێمی کوردستان گەیشتە بەغدا"),
    ("ckb", "نرخی نەوت لە بازاڕەکانی جیهان بەرز بووەوە"),
    ("ps", "په کابل کې د یوې چاودنې له امله درې تنه ټپیان شول"),
    ("ps", "د افغانستان لوبډلې سیالي وګټله"),
    ("ug", "ئۇيغۇر تىلىدىكى خەۋەرلەر بۈگۈن ئېلان قىلىندى"),
    ("he", "ראש הממשלה נפגש עם שר החוץ"),
    ("en", "Government announces new budget for schools"),
    ("de", "Regierung beschließt neues Gesetz zur Rente"),
    ("fr", "Le gouvernement annonce une hausse des impôts"),
    ("es", "El presidente anuncia nuevas medidas económicas"),
    ("it", "Il governo approva la nuova legge di bilancio"),
    ("pt", "Presidente anuncia novas medidas para a economia"),
    ("nl", "Kabinet komt met nieuwe maatregelen voor de woningmarkt"),
    ("tr", "Cumhurbaşkanı yeni ekonomi programını açıkladı"),
    ("pl", "Rząd przyjął nową ustawę o emeryturach"),
    ("cs", "Vláda schválila nový zákon o důchodech"),
    ("sk", "Vláda schválila nový zákon o dôchodkoch"),
    ("ro", "Guvernul a aprobat noul buget pentru anul viitor"),
    ("hu", "A kormány új törvényt fogadott el a nyugdíjakról"),
    ("sv", "Regeringen presenterar ny budget för skolan"),
    ("no", "Regjeringen legger frem nytt budsjett for skolen"),
    ("da", "Regeringen fremlægger nyt budget for skolerne efter pres"),
    ("fi", "Hallitus esitteli uuden talousarvion kouluille"),
    ("is", "Ríkisstjórnin kynnti nýtt fjárlagafrumvarp í dag"),
    ("et", "Valitsus kiitis heaks uue eelarve järgmiseks aastaks"),
    ("lv", "Valdība apstiprina jauno budžetu nākamajam gadam"),
    ("lt", "Vyriausybė patvirtino naują kitų metų biudžetą"),
    ("hr", "Vlada je usvojila novi zakon o mirovinama koji će stupiti na snagu"),
    ("sq", "Qeveria miraton buxhetin e ri për vitin e ardhshëm"),
    ("id", "Pemerintah mengumumkan anggaran baru untuk sekolah karena inflasi"),
    ("vi", "Chính phủ công bố ngân sách mới cho giáo dục"),
    ("sw", "Serikali yatangaza bajeti mpya ya shule kwa mwaka ujao"),
    ("so", "Dowladda ayaa ku dhawaaqday miisaaniyadda cusub ee sanadka"),
    ("az", "Prezident yeni iqtisadi proqramı təsdiq edib"),
    ("ca", "El govern aprova els nous pressupostos amb el suport dels socis"),
    ("ru", "Правительство утвердило новый бюджет на следующий год"),
    ("uk", "Уряд затвердив новий бюджет на наступний рік"),
    ("bg", "Правителството одобри новия бюджет за следващата година"),
    ("sr", "Влада је усвојила нови закон о пензијама који ће важити"),
    ("kk", "Үкімет келесі жылға арналған бюджетті бекітті"),
    ("el", "Η κυβέρνηση ανακοίνωσε τον νέο προϋπολογισμό"),
    ("ja", "政府は新しい予算案を発表した"),
    ("zh", "政府公布新的教育预算"),
    ("zh-Hant", "政府公布新的教育預算，學生來說是好消息"),
    ("ko", "정부, 새 교육 예산안 발표"),
    ("hi", "सरकार ने नए बजट की घोषणा की है"),
    ("mr", "सरकारने नवीन अर्थसंकल्प जाहीर केला आहे"),
    ("bn", "সরকার নতুন বাজেট ঘোষণা করেছে"),
    ("ta", "அரசு புதிய பட்ஜெட்டை அறிவித்தது"),
    ("th", "รัฐบาลประกาศงบประมาณใหม่"),
    ("ka", "მთავრობამ ახალი ბიუჯეტი დაამტკიცა"),
    ("hy", "Կառավարությունը հաստատել է նոր բյուջեն"),
    ("am", "መንግሥት አዲስ በጀት አጸደቀ"),
]


@pytest.mark.parametrize(("language", "headline"), CASES)
def test_identify(language, headline):
    assert identify(headline) == language


def test_a_hint_decides_where_the_text_does_not():
    assert identify("2016") is None
    assert identify("2016", hint="ar") == "ar"
    assert identify("Government announces new budget", hint="en-GB") == "en-GB"
    assert identify("Government announces new budget for the schools", hint="ar") == "en"
    assert identify("رئيس الوزراء يفتتح معرض بغداد", hint="ar-IQ") == "ar-IQ"


@given(st.text())
def test_any_text_is_identified_without_a_crash(text):
    identify(text)


@pytest.mark.parametrize("text", ["الرئيس " * 50_000, "the " * 100_000, "a" * 500_000, " " * 500_000, "政" * 300_000])
def test_a_long_text_costs_no_more_than_a_headline(text):
    identify(text)
    start = time.perf_counter()
    identify(text)
    assert time.perf_counter() - start < 0.1


def test_no_sign_counts_a_word_twice():
    signs = [sign for of_script in _SIGNS.values() for sign in of_script if sign.pattern]
    assert not [word for sign in signs for word in sign.words if re.search(sign.pattern, f"  {word}  ")]


def test_scores_stay_within_their_fields():
    letters = 3 * ENOUGH  # casefold makes up to three of one
    for signs in _SIGNS.values():
        for language in {sign.language for sign in signs}:
            bits = _HEAVIEST + sum(sign.bits for sign in signs if sign.language == language)
            assert letters * bits < 1 << _WIDTH


def test_every_weight_of_the_profiles_is_read():
    weights = {int(entry.lstrip("abcdefghijklmnopqrstuvwxyz")) for row in _rows().values() for entry in row.split()}
    assert min(weights) >= 1
    assert max(weights) <= _HEAVIEST
