"""Names of authors out of a byline as printed. Finding the byline in a page is extraction's."""

from __future__ import annotations

import re
from itertools import zip_longest

from newscrawl.text.arabic import normalise
from newscrawl.text.datelines import is_place
from newscrawl.text.dates import is_weekday

LONGEST = 600
"""Characters of a byline that are read; one with ten names and their roles is shorter."""
MOST_NAMES = 20
MOST_NAME_CHARACTERS = 60
MOST_NAME_WORDS = 7

# "By", in the languages of the press: at the start of a byline, or of a part of it.
_BY = re.compile(
    r"""^(?:
    (?: (?:words|story|text|report(?:ed|ing)?|written|posted|published|edit(?:ed|ing)
        |article|photos?|interview|review(?:ed)?|
        analysis|opinion|video|additional\s+reporting|compiled)\s*(?:and\s+\w+\s+)?by
      | by | from
      | (?:ein\s+\w+\s+|kommentar\s+|interview\s+|text\s*:?\s*|fotos?\s*:?\s*)?von | aus\s+\w+\s+berichtet
      | autor(?:in)?(?:en)? | verfasst\s+von
      | (?:propos\s+recueillis\s+|publié\s+|écrit\s+|rédigé\s+|article\s+)?par | auteurs?
      | (?:escrito\s+|redactado\s+|publicado\s+|texto\s+|un\s+texto\s+)?por | autores? | autora | texto | redacción\s+de
      | (?:scritto\s+|a\s+cura\s+)?d(?:i|a)(?=\s) | a\s+cura\s+di | autore
      | door | tekst | geschreven\s+door | auteur
      | av(?=[\s:]) | af(?=[\s:]) | skrevet\s+a[vf] | text\s+av | tekst | journalist(?:er)? | teksti | kirjoittaja
      | toimittaja
      | autor(?:ka|zy|ský\s+text|i)? | napsala? | tekst | opracowanie | oprac\.?
      | yazan | haber(?=\s*[:/-]) | yazar | muhabir | editör
      | от(?=\s+(?-i:[А-Я])\w+\s+(?-i:[А-Я])) | автор(?:ы|ка|и)? | текст | подготовил[аи]?
      | пиш(?:е|ет|ува|уть) | написала? | написао | пишуць | аўтар | жазған | автордың
      | piše | pisze | napisała? | napisao | skriver | schrijft | scrie | scris\s+de | shkruan | írja | rašo | parašė
      | yazdı | müəllif | muallif | ditulis\s+oleh | isinulat\s+ni | imeandikwa\s+na | viết\s+bởi | γράφουν
      | (?:(?:reportage|récit|enquête|entretien|article|textes?)\s+)?de(?=\s+[\w'’.-]+\s+\w) | oleh | penulis
      | reporter | laporan | tác\s+giả | szerző | írta | συντάκτης | του
      | της | γράφει(?:\s+[οη](?=\s))? | (?:από\s+τ[ηο]ν?)
      )(?:\s*[:/|-]\s*|\s+|$)
    | (?: كتبت?\s*/\s*ت? | كتب(?:ت|ها|ه|وا)? | بقلم | إعداد(?:\s+وتحرير|\s+وتقديم)? | اعداد
    | ترجمة(?:\s+وتحرير|\s+وإعداد)? | تحرير | تقرير | حوار | حاوره(?:ا|م)?
        | متابعة | تصوير | بواسطة | الكاتبة? | كاتب | المحررة? | محرر | مراسلت?نا | أجرى\s+الحوار
        | أجرت\s+الحوار | نشر\s+بواسطة | المصدر\s*: | خاص
        | كتب\s+بواسطة | مقال | رأي | رصد | تغطية | أعدّ[هت]* | (?:نشر|حرر|ترجم|أعد|كتب)ت?(?:ه|ها)
        )(?: \s*[:：/|\-–]+\s* | \s+ | $)
    | (?: نویسنده | نوشتهٔ? | نوشته | به\s+قلم | گزارش | خبرنگار | مترجم | ترجمه | گردآورنده | نووسینی | نووسەر
    | ئا: | ئامادەکردنی | وەرگێڕانی
        | لیکوال | تحریر | از\s+قلم | از(?=\s+\w+\s+\w) | رپورٹ | رپورٹر | مصنف
        )(?: \s*[:：/|\-–]+\s* | \s+ | $)
    | (?: מאת | כתב[הת]? | צילום ) (?: \s*[:/]\s* | \s+ )
    | (?: (?:(?:取材|構成|写真|撮影|编辑|編集)\s*[・･、/／]\s*)?
          文(?:\s*[・･、/／]\s*(?:構成|写真|撮影|图|圖|攝影|摄影))?\s*[/／|｜:：=＝]
        | 記者 | 记者 | 作者 | 编辑 | 編輯 | 撰文 | 来源 | 文 (?=\s) | 執筆者? | 筆者 | ライター | 取材 | 글
        | 작성자 ) \s*[:：/／|｜=＝]?\s*
    | (?: लेखक | द्वारा | रिपोर्ट | প্রতিবেদক | লেখক | โดย | ผู้เขียน | เขียนโดย ) (?: \s*[:：]\s* | \s* )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_AND = "and|und|et|y|e|en|och|og|ja|i|ve|и|та|oraz|və|si|și|és|dan|και|और|এবং|na|và"
_JOINED = re.compile(rf"\s+(?:&|{_AND})\s+(?P<rest>[^0-9|•·:()]+)", re.IGNORECASE)
"""What joins a second author's name to the first one's, and all up to a date or another part of the line."""
# What parts two names.
_BETWEEN = re.compile(
    r"""
    \s*[;|•·،／,]\s* | \s+/\s+ | (?<=[^\s.])/(?=[^\s]) | \s+&\s+ | \s*\n\s* | \s+[–—]\s+ | \s*:\s+ | 、 | \s+-\s+
    | \s+(?:and|und|et|y|e|en|och|og|ja|i|ve|и|та|oraz|și|si|és|with|mit|avec|con|com|dan|και|और|এবং|und\s+von|a)\s+
    | \s+و\s+ | \s+و(?=(?:ال)?[\u0621-\u064a]{3,}\s+\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LABEL = re.compile(
    r"""
    (?:^|(?<=[\s,;|])) (?: interview | te(?:x|ks)t[eo]? | words | fotos? | photos? | photograph(?:y|s) | bild(?:er)?
        | video | gra[fp]hi[kc]s? | grafik | illustrations? | analys[ei]s? | kommentar | comment | opinion | essay
        | r[eé]portage
        | bericht | редакция | фото | تصوير | تحرير | إخراج | عکس | צילום ) \s*[:：]\s*
    | \s+(?:edited|translated|photos|photographs|photographed|video|additional\s+reporting)\s+by:?\s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What names a kind of work before its author, and so stands between two authors."""
_TAIL = re.compile(
    r"""
    \s+ (?: in\s+(?-i:[A-Z])[^,;.!?]{0,30} | (?:on|am|le|el|em|il|op|den|dne)\s[^,;.!?]{0,20}[0-9][^;.!?]{0,20}
        | [0-9]+\s*min\b.{0,20} ) $
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Where or when a story was written, behind the names; no name has these words before a capital or a number."""
_AND_HEBREW = re.compile(
    r"(?<![\u05d0-\u05ea])([\u05d0-\u05ea'\"-]+\s+[\u05d0-\u05ea'\"-]+)\s+ו(?=[\u05d0-\u05ea]{2,}\s+[\u05d0-\u05ea])"
)
"""A whole name, then `and`, which Hebrew writes together with the next; `ורד` begins with the same letter."""
_CREDENTIAL = re.compile(r"(?:ph\.?\s?d|m\.?d|m\.?sc|mba|jr|sr|esq)\.?", re.IGNORECASE)
_ROLE = re.compile(
    r"""
    \b(?: correspondent | reporter | editor(?:s|ial)? | journalist(?:in)? | staff | writer | columnist
    | contributor | producer | photographer
    | bureau | chief | managing | senior | political | redakteur(?:in)? | korrespondent(?:in)? | redactora?
    | periodista | rédacteur | rédactrice
    | journaliste | correspondante? | giornalista | redattore | corrispondente | journalista? | jornalista
    | repórter | verslaggever | redacteur
    | muhabiri? | корреспондент | редактор | журналист | обозреватель | dziennikarka? | redaktorka? | novinář
    | redaktor | toimittaja | redaktør(?:en)? | redaktör(?:en)? | reportasjeleder | blaðamaður | novinarka? | urednica?
    | журналістка? | кореспондентка? | редакторка? | журналистка | корреспондентка | новинарка? | уредни[кц]а?
    | újságíró | szerkesztő | ziarist[ăa]? | redactor-șef | gazeteci | δημοσιογράφος | συντάκτ(?:ης|ρια) | fotograaf
    | fotógraf[oa] | fotografa? | фотограф
    | agencies | agenturen | agences | agencias | agenzie
    | wartawan | freelance | kontributor | analyst | director | professor\s+of | minutes?\s+read | min\s+read
    | read\s+more | view\s+bio | follow
    | updated | published | posted | share | comments? | subscribe | photos? | email | special\s+to
    | کارشناس | سردبیر | رپورٹر | نمائندہ
    )\b
    | ^(?:مراسل|محرر|كاتب|صحفي|صحافي|رييس|مدير|استاذ|باحث|خبير|سكرتير)(?:ه|ة|ي)?\b(?:\s+\S+)*$
    | 기자$ | 記者$ | 记者$ | 특파원$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EAST_TITLE = re.compile(r"\s*(?:기자|특파원|앵커|記者|记者|編集委員|論説委員)(?:\s*외\s*[0-9]+명)?$")
_HONORIFIC = re.compile(
    r"^(?:الزميلة?|الأستاذة?|الاستاذة?|أ\.\s*د\.?|أ\.|د\s*\.|د/|الدكتورة?|دكتورة?|المهندسة?|السيدة?|الصحفية?|الصحافية?|الكاتبة?|Mr\.?|Mrs\.?|Ms\.?)\s+"
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+|\(\s*@?[\w.]*\s*\)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_AGO_OR_TIME = re.compile(r"[0-9]{1,4}[:./-][0-9]|(?:^|\s)[0-9]+(?:\s|$)")
_DIGIT = re.compile(r"[0-9]")
_ROLE_WORDS = 4
_EDGES = " \t\u00a0\u200b\u200e\u200f\ufeff.,،;:|/•·–—-*_\"“”«»'’‘>"


def parse_authors(text: str, *, language: str | None = None) -> list[str]:
    """Split a byline into its names, in print order and each once: no "by", roles, addresses or dates.

    An agency that signs by itself (`Reuters`) is kept: it is who the outlet names. `[]` where no name is left.

    >>> parse_authors("كتب: أحمد علي ومحمد حسن")
    ['أحمد علي', 'محمد حسن']
    >>> parse_authors("By JANE DOE and John Smith, Political Correspondent | 17 Feb 2016")
    ['JANE DOE', 'John Smith']
    """
    text = _BRACKETS.sub(" ", _ADDRESS.sub(" ", text[:LONGEST]))
    listed = _AND_HEBREW.sub(r"\1; ", _LABEL.sub("; ", text))
    names: list[str] = []
    seen: set[str] = set()
    parts = _BETWEEN.split(strip_by(listed.strip(_EDGES)))
    for part, after in zip_longest(parts, parts[1:], fillvalue=""):
        if _DIGIT.search(after) and is_weekday(part):  # `By Ann Lee, Mon, 02/03/2025`
            continue
        name = _read_name(part)
        if name and normalise(name) not in seen:
            seen.add(normalise(name))
            names.append(name)
    if len(names) > 1 and is_place(names[0]):  # `بغداد - أحمد علي`
        del names[0]
    return names[:MOST_NAMES] or _read_desk(text)


def find_joined(line: str, name: str) -> list[str]:
    """Give the names that a line joins to another name by a word for `and`; `[]` where there are none.

    >>> find_joined("por Lia Melo e Davi Quirino16 de março", "Lia Melo"), find_joined("Lia Melo | 16.03.", "Lia Melo")
    (['Davi Quirino'], [])
    """
    _, found, behind = line.partition(name)
    joined = _JOINED.match(behind) if found else None
    return parse_authors(joined["rest"]) if joined else []


def _read_desk(text: str) -> list[str]:
    """Keep a signature that names nobody but a desk: "Guardian staff reporter"."""
    desk = strip_by(text.strip(_EDGES))
    is_desk = not all(_ROLE.search(word) for word in normalise(desk).split())
    return [desk] if is_desk and not _BETWEEN.search(desk) and _could_be_name(desk) else []


def strip_by(text: str) -> str:
    """Take the words for `by` off a byline's start."""
    for _ in range(3):
        shorter = _BY.sub("", text, count=1).strip(_EDGES)
        if shorter == text:
            break
        text = shorter
    return text


def is_role(text: str) -> bool:
    """Tell whether a short text says what someone is at the outlet, not who.

    >>> is_role("Journalist"), is_role("politisk redaktør"), is_role("Mona Ali")
    (True, True, False)
    """
    return len(text.split()) <= _ROLE_WORDS and _ROLE.search(normalise(text)) is not None


def _read_name(part: str) -> str | None:
    name = strip_by(part.strip(_EDGES))
    name = _EAST_TITLE.sub("", name)
    name = _TAIL.sub("", " ".join(_HONORIFIC.sub("", name).split())).strip(_EDGES)
    return name if name and not _CREDENTIAL.fullmatch(name) and _is_name(name) else None


def _is_name(name: str) -> bool:
    return _could_be_name(name) and not _ROLE.search(normalise(name))


def _could_be_name(name: str) -> bool:
    if not 2 <= len(name) <= MOST_NAME_CHARACTERS or len(name.split()) > MOST_NAME_WORDS:
        return False
    return not _AGO_OR_TIME.search(normalise(name)) and any(char.isalpha() for char in name)
