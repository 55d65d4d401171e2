"""Decisions, with both kinds of error: copies that must be found, look-alikes that must be kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from newscrawl.dedup import decide
from newscrawl.dedup.judge import judge
from newscrawl.dedup.reading import Reading
from newscrawl.items import Article, Image

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = (
    "أعلنت وزارة التربية، اليوم، نتائج امتحانات الصف السادس الإعدادي للدور الأول، وبلغت نسبة النجاح "
    "٦٣ في المئة في عموم المحافظات.\n\n"
    "وقال المتحدث باسم الوزارة حيدر السعدون في مؤتمر صحفي إن النتائج متاحة على الموقع الرسمي، وإن "
    "الاعتراضات تقدم خلال عشرة أيام.\n\n"
    "وأضاف أن المدارس تسلمت الوثائق، وأن الطلبة الراسبين في ثلاثة دروس يحق لهم أداء الدور الثاني "
    "الذي يبدأ في العشرين من آب المقبل.\n\n"
    "يذكر أن أكثر من 400 ألف طالب شاركوا في الامتحانات التي جرت في حزيران وسط إجراءات أمنية مشددة "
    "وقطع لخدمة الإنترنت."
)
OTHER = (
    "افتتح محافظ البصرة جسرا جديدا على شط العرب بطول 870 مترا، بعد أربع سنوات من العمل وتأخر سببه نقص التمويل.\n\n"
    "وقالت مديرية الطرق إن الجسر يربط قضاء التنومة بمركز المدينة، وينتظر أن يخفف الزحام عن جسر خالد "
    "الذي يعبره سكان الضفة الشرقية.\n\n"
    "وطالب سكان القضاء بإنارة الطريق المؤدي إليه وإكمال الأرصفة قبل حلول الشتاء، فيما وعدت المديرية "
    "بإنجازها خلال شهرين."
)
WAS = "وكالة الأنباء (واس) - "
FURNITURE = " تابعوا آخر الأخبار عبر قناتنا على تلغرام وحملوا تطبيقنا على هواتفكم ليصلكم كل جديد. جميع الحقوق محفوظة."
CHINESE = (
    "东京都知事周三在记者会上宣布，将于明年四月起在全市范围内实施新的垃圾分类制度，"
    "并为低收入家庭提供补助，预计每年可减少焚烧量约十二万吨。"
)


def article(name, body, outlet="one", **fields):
    return Article(id=name, outlet=outlet, body=body, **{"fetched": NOW, **fields})


FIRST = article("a", STORY, headline="إعلان نتائج السادس الإعدادي")
PARAGRAPHS = STORY.split("\n\n")
COPIES = [
    ("the same text", STORY, "same"),
    ("other spelling", STORY.replace("أ", "ا").replace("ة ", "ه ").replace("٦٣", "63").replace("،", ","), "same"),
    ("with a dateline", "بغداد/ " + WAS + STORY, "near"),
    ("cut to the half", "\n\n".join(PARAGRAPHS[:2]), "near"),
    ("extended", STORY + "\n\n" + OTHER.split("\n\n")[2], "near"),
    ("furniture at the end", STORY + FURNITURE, "near"),
    ("paragraphs in another order", "\n\n".join([PARAGRAPHS[i] for i in (2, 0, 3, 1)]), "near"),
    ("every ninth word changed", " ".join("كلمة" if n % 9 == 4 else w for n, w in enumerate(STORY.split())), "near"),
]


@pytest.mark.parametrize(("body", "kind"), [case[1:] for case in COPIES], ids=[case[0] for case in COPIES])
def test_a_copy_is_found(body, kind):
    decision = decide(article("b", body, "two", headline="نتائج السادس الإعدادي متاحة على الموقع"), [FIRST])
    assert (decision.kind, decision.of, decision.cluster) == (kind, "a", "a"), decision.evidence
    assert decision.evidence


LOOK_ALIKES = [
    ("another story", OTHER, "افتتاح جسر في البصرة"),
    ("another story with the same furniture", OTHER + FURNITURE, "افتتاح جسر في البصرة"),
    ("another story that quotes one paragraph", OTHER + "\n\n" + PARAGRAPHS[1], "افتتاح جسر في البصرة"),
]


@pytest.mark.parametrize(
    ("body", "headline"), [case[1:] for case in LOOK_ALIKES], ids=[case[0] for case in LOOK_ALIKES]
)
def test_a_look_alike_is_kept(body, headline):
    first = replace(FIRST, body=STORY + FURNITURE)
    decision = decide(article("b", body, "two", headline=headline), [first])
    assert decision.kind in ("new", "related"), decision.evidence
    assert decision.cluster is None


SCRIPTS = {
    "Chinese": (
        CHINESE,
        "大阪府知事周五表示，府政府将在今年夏天之前完成河川堤防的加固工程，并为沿岸居民举办避难训练，"
        "工程费用约三十亿日元。",
    ),
    "Japanese": (
        "東京都知事は水曜日の記者会見で、来年四月から都内全域で新しいごみ分別制度を始めると発表し、"
        "所得の低い世帯には補助金を出すと述べた。焼却量は年間およそ十二万トン減る見込みだという。",
        "大阪府の知事は金曜日、河川の堤防を補強する工事を夏までに終え、沿岸の住民のために避難訓練を"
        "開くと語った。費用はおよそ三十億円にのぼり、国が半分を負担する。",
    ),
    "Thai": (
        "ผู้ว่าราชการกรุงเทพมหานครแถลงเมื่อวันพุธว่า ตั้งแต่เดือนเมษายนปีหน้าจะเริ่มระบบแยกขยะแบบใหม่ทั่วทั้งเมือง "
        "และจะให้เงินช่วยเหลือแก่ครอบครัวที่มีรายได้น้อย คาดว่าจะลดปริมาณขยะที่ต้องเผาลงปีละหนึ่งแสนตัน",
        "นายกเทศมนตรีเชียงใหม่กล่าวเมื่อวันศุกร์ว่า งานเสริมคันกั้นน้ำจะแล้วเสร็จก่อนฤดูฝน "
        "และชาวบ้านริมแม่น้ำจะได้ฝึกซ้อมการอพยพ โดยใช้งบประมาณสามสิบล้านบาทจากกองทุนของจังหวัด",
    ),
    "Korean": (
        "서울시장은 수요일 기자회견에서 내년 사월부터 시 전역에서 새로운 쓰레기 분리 제도를 시행하고 "
        "저소득 가구에는 보조금을 지급하겠다고 밝혔다. "
        "소각량은 해마다 십이만 톤가량 줄어들 것으로 보인다고 시는 설명했다.",
        "부산시는 금요일 여름이 오기 전에 하천 제방을 보강하는 공사를 마치고 강가에 사는 주민들을 위한 "
        "대피 훈련을 열 것이라고 말했다. 비용은 삼백억 원이며 절반은 정부가 부담한다고 덧붙였다.",
    ),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_characters_where_there_are_no_words(script):
    text, other = SCRIPTS[script]
    cut = text[: len(text) * 2 // 3]
    assert decide(article("b", cut, "two"), [article("a", text)]).kind == "near"
    assert decide(article("b", other, "two"), [article("a", text)]).kind == "new"
    assert set(Reading(article("b", cut)).shingles[:-2]) <= Reading(article("a", text)).shingle_set


FORMS = [
    (
        "weather of another day",
        "توقعت هيئة الأرصاد في تقريرها عن حالة الطقس لهذا اليوم طقسا حارا على وسط البلاد، وتكون "
        "الرياح السطحية شمالية غربية بسرعة {} "
        "كيلومترا في الساعة، ودرجة الحرارة العظمى {} درجة مئوية، والصغرى {}، ونسبة الرطوبة {} في "
        "المئة، مع ارتفاع الموج من متر إلى متر ونصف، "
        "وحالة البحر متوسط الموج على السواحل الجنوبية، فيما يكون الطقس غائما جزئيا على المرتفعات "
        "الشمالية مع فرصة لهطول أمطار خفيفة.",
        ("25", "44", "30", "12"),
        ("25", "44", "30", "12"),
        1.0,
    ),
    (
        "weather with other numbers",
        "The meteorological office issued its forecast: the high in the capital will be {} degrees "
        "Celsius and the low {} degrees, winds of "
        "{} kilometres per hour, humidity {} percent, some clouds over the central region and sunny "
        "in the north by the afternoon.",
        ("31", "22", "15", "40"),
        ("35", "24", "18", "55"),
        0.1,
    ),
    (
        "prices",
        "سجلت أسعار صرف الدولار في الأسواق المحلية {} دينارا لكل مئة دولار، وبلغ سعر البيع في محال "
        "الصيرفة {} دينارا بينما بلغ سعر الشراء {} "
        "دينارا، أما أسعار الذهب فقد بلغ سعر مثقال الذهب عيار واحد وعشرين {} ألف دينار، وارتفع سعر "
        "خام برنت إلى {} دولارا للبرميل.",
        ("1310", "1315", "1305", "420", "81"),
        ("1320", "1325", "1316", "431", "79"),
        0.1,
    ),
    (
        "results",
        "فاز الفريق على ضيفه بنتيجة {} مقابل {} في مباراة الجولة {} من الدوري، وسجل الهدف الأول في "
        "الدقيقة {}، قبل أن يعزز تقدمه من ركلة جزاء، "
        "وبهذه النتيجة رفع رصيده إلى {} نقطة في المركز الثالث، بينما تجمد رصيد ضيفه عند {} نقطة، "
        "وتستكمل الجولة غدا بأربع مباريات.",
        ("2", "1", "14", "33", "27", "19"),
        ("4", "0", "15", "61", "30", "12"),
        0.1,
    ),
    (
        "horoscope of another day",
        "برج الحمل: يوم مناسب للعمل. برج الثور: تجنب الخلافات. برج الجوزاء: أخبار سارة من صديق. برج "
        "السرطان: راحة في البيت. برج الأسد: فرصة مهنية "
        "{}. برج العذراء: اهتم بصحتك. برج الميزان: قرار مؤجل. برج العقرب: حذر في الإنفاق. برج القوس: "
        "سفر قريب. برج الجدي: صبر. برج الدلو: لقاء. برج الحوت: هدوء.",
        ("جديدة",),
        ("قريبة",),
        1.0,
    ),
    (
        "telegram to another",
        "بعث خادم الحرمين الشريفين برقية تهنئة لفخامة رئيس جمهورية {0} بمناسبة ذكرى اليوم الوطني "
        "لبلاده، وأعرب باسمه واسم شعب وحكومة المملكة عن "
        "أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة وشعب جمهورية {0} الشقيق اطراد "
        "التقدم والازدهار، وأشاد بتميز العلاقات الأخوية.",
        ("مصر",),
        ("تونس",),
        0.5,
    ),
]


@pytest.mark.parametrize(
    ("text", "first", "second", "days"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS]
)
def test_a_form_filled_in_anew_is_no_copy_and_a_reprint_is(text, first, second, days):
    known = article("a", text.format(*first), headline="نشرة")
    later = article("b", text.format(*second) + " انتهى", "two", headline="نشرة", fetched=NOW + timedelta(days=days))
    assert decide(later, [known]).kind == "related"
    reprint = article("b", text.format(*first) + " انتهى", "two", headline="نشرة", fetched=NOW + timedelta(hours=2))
    assert decide(reprint, [known]).kind == "near"


SHORT = "عاجل: انفجار يهز وسط العاصمة وسيارات الإسعاف تتجه إلى المكان"
SHORT_CASES = [
    ("again within the hour", SHORT, {}, "same"),
    ("one word more", SHORT + " الآن", {}, "near"),
    ("a month later", SHORT, {"fetched": NOW + timedelta(days=30)}, "new"),
    ("published a month later, fetched together", SHORT, {"date_published": date(2026, 3, 31)}, "new"),
    ("another toll", "عاجل: مقتل 12 شخصا في انفجار وسط العاصمة", {}, "new"),
]


@pytest.mark.parametrize(
    ("body", "fields", "kind"), [case[1:] for case in SHORT_CASES], ids=[c[0] for c in SHORT_CASES]
)
def test_short_items(body, fields, kind):
    known = article("a", SHORT, headline="انفجار في العاصمة", date_published=date(2026, 3, 1))
    decision = decide(article("b", body, "two", headline="انفجار في العاصمة", **fields), [known])
    assert decision.kind in (kind, "related" if kind == "new" else kind), decision.evidence


def test_short_items_with_other_numbers_are_kept():
    known = article("a", "عاجل: مقتل 3 أشخاص في انفجار سيارة مفخخة وسط العاصمة")
    assert (
        decide(article("b", "عاجل: مقتل 9 أشخاص في انفجار سيارة مفخخة وسط العاصمة", "two"), [known]).kind == "related"
    )


def test_the_same_few_words_under_other_headlines_are_two_items():
    known = article("a", "شاهد الفيديو في الأسفل", headline="حريق في مصنع")
    assert decide(article("b", known.body, headline="مهرجان في الجبل"), [known]).kind != "same"
    assert decide(article("b", known.body, headline="حريق كبير في مصنع"), [known]).kind == "same"


def test_a_story_inside_a_live_blog_is_no_copy_of_it():
    entries = "\n\n".join(f"{10 + n}:15 {OTHER.split('. ')[0]} {n * 'ثم '}" for n in range(6))
    blog = article("a", STORY + "\n\n" + entries, headline="تغطية مباشرة")
    decision = decide(article("b", STORY, "two", headline="نتائج السادس"), [blog])
    assert decision.kind == "related"
    assert "live blog" in decision.evidence[-1]
    assert decide(article("b", blog.body + "\n\n17:20 انتهى", "two", headline="تغطية مباشرة"), [blog]).kind == "near"


PHOTOS = [Image(url=f"https://one.example/{n}.jpg") for n in range(4)]


def test_photo_pages():
    caption = (
        "جانب من الحفل الذي أقيم مساء اليوم بحضور عدد كبير من الضيوف والفنانين "
        "في المسرح الوطني وسط إجراءات تنظيمية (تصوير: المصور)"
    )
    known = article("a", caption, headline="حفل افتتاح المهرجان", images=PHOTOS)
    other = article("b", caption + " اليوم", headline="تكريم الرواد بالصور", images=PHOTOS[:3])
    assert decide(other, [known]).kind == "related"
    assert decide(replace(other, headline="بالصور حفل افتتاح المهرجان"), [known]).kind == "near"
    empty = article("c", "", headline="صور", images=PHOTOS)
    assert decide(replace(empty, id="d"), [empty]).kind == "same"
    assert decide(replace(empty, id="d", images=PHOTOS[:2]), [empty]).kind == "new"
    assert decide(replace(empty, id="d", images=[]), [replace(empty, images=[])]).kind == "new"


def test_related_is_marked_and_names_what_it_resembles():
    other = article("b", OTHER + "\n\n" + "\n\n".join(PARAGRAPHS[1:3]), "two", headline="افتتاح جسر")
    decision = decide(other, [FIRST])
    assert (decision.kind, decision.of, decision.related, decision.is_copy) == ("related", "a", ["a"], False)


def test_evidence_speaks():
    verdict = judge(Reading(article("b", STORY + FURNITURE, "two")), Reading(FIRST))
    said = " ".join(verdict.explain())
    assert "100% of the shorter text" in said
    assert "probability" in said
    assert verdict.evidence == judge(Reading(FIRST), Reading(article("b", STORY + FURNITURE, "two"))).evidence
