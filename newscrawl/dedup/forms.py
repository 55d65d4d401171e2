"""Texts that are alike because they fill in a form: weather, prices, horoscopes, results, telegrams.

Yesterday's bulletin is no copy of today's. A form is recognised by the words of its trade, as stems in matching form;
what two articles of one form need to be copies is `rules.py`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.dedup.reading import Reading

LEAST_WORDS = 4
"""Words of a trade that a text must have; round-ups of a day's news have one or two of each."""
LEAST_SHARE = 0.04
"""Share of the text's distinct words that they must be: a report on a flood also says rain and wind."""

WORDS: dict[str, str] = {
    "weather": """
        طقس ارصاد حراره درجه رياح امطار غيوم غائم صحو رطوبه رويه كم/ساعه موج سطحيه مئويه عظمي صغري اتربه ضباب غبار سرعه
        weather forecast forecasts temperature temperatures degrees celsius fahrenheit humidity wind winds rain cloudy
        clouds sunny showers meteorological visibility low high lows highs thunderstorms
        météo température températures degrés vent vents pluie averses nuages nuageux ciel ensoleillé
        wetter temperaturen grad wind regen wolken bewölkt sonnig schauer wettervorhersage
        tiempo temperatura temperaturas grados viento vientos lluvia lluvias nublado soleado
        هوا دما هواشناسي وزش بارش ابري رطوبت hava sıcaklık derece rüzgar yağmur bulutlu
    """,
    "prices": """
        سعر اسعار دولار يورو ذهب اونصه عيار مثقال صرف بورصه
        سهم اسهم موشر نقطه تداول تداولات برميل برنت خام دينار ريال اغلق سنتا بيع شراء
        price prices dollar dollars euro gold ounce carat exchange rate index points shares traded trading barrel brent
        crude closed bought sold cents
        prix cours or once indice points actions clôture baril preis preise kurs unze punkte aktien schluss barrel
        precio precios oro onza índice puntos acciones barril cierre
        قيمت طلا سكه دلار سهام altın fiyat fiyatı dolar borsa
    """,
    "horoscope": """
        برج ابراج حمل ثور جوزا جوزاء سرطان اسد عذرا عذراء ميزان عقرب قوس جدي دلو حوت حظك فلك عاطفيا مهنيا
        horoscope zodiac aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces
        bélier taureau gémeaux lion vierge balance sagittaire capricorne verseau poissons
        widder stier zwillinge krebs löwe jungfrau waage skorpion schütze steinbock wassermann fische
    """,
    "results": """
        مباراه فوز فاز هدف اهداف جوله دوري نقطه رصيده مركز ضيفه ملعب تعادل شوط دقيقه لاعب نتيجه
        match beat won goal goals round league points minute penalty draw half scored season
        but buts journée championnat victoire tor tore spieltag punkte sieg minute gol goles jornada liga partido
    """,
    "telegram": """
        برقيه تهنئه تعزيه تهاني تمنيات موفور صحه سعاده اطراد تقدم ازدهار شقيق شعب
        مناسبه ذكري مواساه تعازي فقيد خادم فخامه جلاله سمو
        telegram cable congratulations congratulated condolences wishes occasion
        anniversary majesty excellency prosperity
    """,
}
"""The trade's words. Given in matching form without particles; some letters of the lists are folded when loaded."""


def _load() -> dict[str, frozenset[str]]:
    from newscrawl.dedup.reading import find_stem
    from newscrawl.text.words import tokens

    return {form: frozenset(find_stem(word) for word in tokens(words)) for form, words in WORDS.items()}


FORMS = _load()


def find_form(reading: Reading) -> str | None:
    """Return the form a text fills in; None for free text.

    The form whose words are the most, where they are at least 4 and a twenty-fifth of the distinct words.
    """
    words = reading.vocabulary
    counts = {form: len(words & known) for form, known in FORMS.items()}
    form = max(counts, key=lambda name: counts[name])
    enough = max(LEAST_WORDS, LEAST_SHARE * len(words))
    return form if counts[form] >= enough else None
