import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.datelines import find_dateline

CASES = [
    ("بغداد/شبكة اخبار العراق- أكد وزير الخارجية ابراهيم الجعفري", "بغداد", "شبكة اخبار العراق"),
    ("بغداد/ شبكة أخبار العراق: أكد", "بغداد", "شبكة أخبار العراق"),
    ("القاهرة – رويترز: قالت مصادر", "القاهرة", "رويترز"),
    ("القاهرة - (رويترز) - قالت مصادر", "القاهرة", "رويترز"),
    ("القاهرة (رويترز) - قالت مصادر", "القاهرة", "رويترز"),
    ("(الأناضول) قال مسؤول", None, "الأناضول"),
    ("إسطنبول/ الأناضول\n\nقال مسؤول", "إسطنبول", "الأناضول"),
    ("إسطنبول (الأناضول) - قال", "إسطنبول", "الأناضول"),
    ("دبي، الإمارات العربية المتحدة (CNN) – أعلنت", "دبي، الإمارات العربية المتحدة", "CNN"),
    ("دبي، الإمارات (CNN) – أعلنت", "دبي، الإمارات", "CNN"),
    ("باريس (أ ف ب) - أعلن الرئيس", "باريس", "أ ف ب"),
    ("الرياض – واس: رأس خادم الحرمين", "الرياض", "واس"),
    ("واس- الرياض: تبدأ الإدارة العامة", "الرياض", "واس"),
    ("السومرية نيوز/ بغداد\nأعلنت وزارة", "بغداد", "السومرية نيوز"),
    ("شفق نيوز/ أعلنت وزارة الداخلية", None, "شفق نيوز"),
    ("دمشق-سانا\nأكد الرئيس", "دمشق", "سانا"),
    ("لندن: «الشرق الأوسط»\nقال مسؤولون", "لندن", "الشرق الأوسط"),
    ("بيروت - «الحياة» - قال مسؤولون", "بيروت", "الحياة"),
    ("رام الله - وفا - أعلنت", "رام الله", "وفا"),
    ("واس- الخرج: تبدأ الإدارة", "الخرج", "واس"),
    ("رويترز- بنغازي (ليبيا): قال", "بنغازي", "رويترز"),
    ("عين اليوم – متابعات\nأكدت وزارة", None, None),
    ("كشفت مصادر (الجزيرة) بأن إدارة", None, None),
    ("القدس المحتلة – وكالات: اقتحم", "القدس المحتلة", "وكالات"),
    ("بغداد – قال رئيس الوزراء", "بغداد", None),
    ("طهران (إيسنا) - قال", "طهران", "إيسنا"),
    ("تهران - ایرنا - وزیر امور خارجه", "تهران", "ایرنا"),
    ("اسلام آباد (اے پی پی) وزیراعظم نے", "اسلام آباد", "اے پی پی"),
    ("BAGHDAD (Reuters) — Iraq's prime minister", "BAGHDAD", "Reuters"),
    ("WASHINGTON (AP) — Ambassador", "WASHINGTON", "AP"),
    ("LA CROSSE, Wis. (AP) — After a summer", "LA CROSSE, Wis.", "AP"),
    ("KATHMANDU, April 25 (Reuters) - Nepal's", "KATHMANDU", "Reuters"),
    ("BEIRUT/THE HAGUE, March 7 (Reuters) - An", "BEIRUT/THE HAGUE", "Reuters"),
    ("BEIJING, Feb. 17 (Xinhua) -- China", "BEIJING", "Xinhua"),
    ("Berlin (dpa) - Die Bundesregierung", "Berlin", "dpa"),
    ("Berlin (dpa/tmn) - Die Bundesregierung", "Berlin", "dpa/tmn"),
    ("Madrid, 17 feb (EFE).- El Gobierno", "Madrid", "EFE"),
    ("MADRID, 17 Feb. (EUROPA PRESS) - El", "MADRID", "EUROPA PRESS"),
    ("(ANSA) - ROMA, 17 FEB - Il governo", "ROMA", "ANSA"),
    ("İSTANBUL (AA) - Cumhurbaşkanı", "İSTANBUL", "AA"),
    ("МОСКВА, 17 фев — РИА Новости. Президент", "МОСКВА", "РИА Новости"),
    ("МОСКВА, 17 февраля. /ТАСС/. Президент", "МОСКВА", "ТАСС"),
    ("नई दिल्ली, 17 फरवरी (भाषा) प्रधानमंत्री", "नई दिल्ली", "भाषा"),
    ("(서울=연합뉴스) 홍길동 기자 = 정부는", "서울", "연합뉴스"),
    ("[서울=뉴시스] 홍길동 기자", "서울", "뉴시스"),
    ("新华社北京2月17日电 国务院", "北京", "新华社"),
    ("【ワシントン共同】米政府は", "ワシントン", "共同"),
    ("WASHINGTON — NASA announced", "WASHINGTON", None),
    ("BHOPAL: Madhya Pradesh continues", "BHOPAL", None),
    ("DUBAI, United Arab Emirates — Dubai's", "DUBAI, United Arab Emirates", None),
    ("PUTRAJAYA, Nov 22 — Private companies", "PUTRAJAYA", None),
    ("أكد وزير الخارجية ابراهيم الجعفري أن القوات العراقية حققت انتصارات", None, None),
    ("قال الرئيس (رويترز) إن", None, None),
    ("South Dakota Gov. Kristi Noem (R) is defending", None, None),
    ("The Office for Budget Responsibility (OBR) monitors the", None, None),
    ("Beauty company Coty is breaking out — in a good way.", None, None),
    ("MEC Mamabolo urged the public to limit travel", None, None),
    ("REBECCA Cooke is the childhood sweetheart", None, None),
    ("LE POINT SUR LA SITUATION - «Nous avons pratiquement", None, None),
    ("Binge eating disorder (BED) is considered the most", None, None),
    ("Ob Radler oder Politiker - zwei Rankings lassen", None, None),
    ("CHINESE AGGRESSION: Manila accused Beijing", None, None),
    ("أحمد علي - أعلن", None, None),
    ("قسنطينة - افتتحت المكتبة", "قسنطينة", None),
    ("قزوین - مدرسه‌ها امروز باز شدند", "قزوین", None),
    ("قزوین شهری است که", None, None),
    ("سامراء: قال شهود", "سامراء", None),
    ("", None, None),
]


@pytest.mark.parametrize(("body", "place", "agency"), CASES)
def test_find_dateline(body, place, agency):
    found = find_dateline(body)
    assert (found.place if found else None, found.agency if found else None) == (place, agency)


NAMES = ["The Harwick Post", "جريدة الميناء", "روزنامهٔ بنفشه"]
OWN = [
    ("Quay Hill (Harwick) - The queue formed at six", "Quay Hill", "Harwick"),
    ("نابل (الميناء) - كانت الطابونة خبز البيوت", "نابل", "الميناء"),
    ("ساری (بنفشه) - نخستین قطار شبانه", "ساری", "بنفشه"),
    ("A queue for bread.\n\nQuay Hill (Harwick) - The queue formed at six", "Quay Hill", "Harwick"),
    ("صف طويل أمام المخبز.\n\nبغداد/ رويترز: قال مسؤول", "بغداد", "رويترز"),
    # no dateline: words that every outlet's name has, other names, no dash, a place alone behind a paragraph
    ("Quay Hill (Post) - The queue formed at six", None, None),
    ("Quay Hill (the Post) - The queue formed at six", None, None),
    ("Quay Hill (Mayor) - The queue formed at six", None, None),
    ("Quay Hill (Harwick), the market town", None, None),
    ("He said the people of Quay Hill (Harwick) - The queue", None, None),
    ("A queue for bread.\n\nBAGHDAD — The queue formed at six", None, None),
    (f"{'A queue for bread. ' * 30}\n\nQuay Hill (Harwick) - The queue formed at six", None, None),
]


@pytest.mark.parametrize(("body", "place", "agency"), OWN)
def test_an_outlet_signs_with_its_own_name(body, place, agency):
    found = find_dateline(body, agencies=NAMES)
    assert (found.place if found else None, found.agency if found else None) == (place, agency)


@given(st.text())
def test_any_body_is_read_without_a_crash(body):
    find_dateline(body)


@pytest.mark.parametrize("body", ["بغداد/" * 50_000, "(" * 200_000, "A - " * 50_000, " " * 500_000, "a" * 500_000])
def test_a_long_body_costs_no_more(body):
    find_dateline(body)
    start = time.perf_counter()
    find_dateline(body)
    assert time.perf_counter() - start < 0.05
