import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.encoding import decode, find_encoding

ARABIC = "أعلنت وزارة الصحة، اليوم الأحد، عن تسجيل إصابات جديدة بالفيروس في ثلاث محافظات، مؤكدة أن الوضع تحت السيطرة."
PERSIAN = "رئيس جمهور امروز در نشست خبري گفت که دولت براي کاهش قيمت ها برنامه دارد و پژوهش هاي تازه آغاز شده است."
RUSSIAN = "Правительство объявило о новых мерах поддержки малого бизнеса, сообщила пресс-служба министерства."
UKRAINIAN = "Уряд оголосив про нові заходи підтримки малого бізнесу, повідомила їхня прес-служба в п'ятницю."
GREEK = "Η κυβέρνηση ανακοίνωσε νέα μέτρα στήριξης για τις μικρές επιχειρήσεις, όπως είπε ο υπουργός."
HEBREW = "הממשלה הודיעה היום על צעדים חדשים לתמיכה בעסקים קטנים, כך מסר דובר המשרד."
TURKISH = "Cumhurbaşkanı dün İstanbul'da yaptığı açıklamada ekonomi için yeni önlemlerin alınacağını söyledi."
POLISH = "Rząd ogłosił nowe środki wsparcia dla małych przedsiębiorstw, poinformował rzecznik, który dodał też więcej."
CZECH = "Vláda vyhlásila nová opatření na podporu malých podniků, řekl včera mluvčí úřadu, který však více neřekl."
FRENCH = "Le gouvernement a annoncé de nouvelles mesures d'aide aux entreprises, déclarées « nécessaires » à l'été."
GERMAN = "Die Regierung kündigte Maßnahmen für kleine Unternehmen an, die ab nächstem Frühjahr gälten."
ICELANDIC = "Ríkisstjórnin kynnti í gær nýjar aðgerðir til að styðja við fyrirtæki, sagði ráðherra það þýðingarmikið."
JAPANESE = "政府は中小企業を支援するための新しい対策を発表した。大臣が記者会見で明らかにした。"
KOREAN = "정부는 중소기업을 지원하기 위한 새로운 대책을 발표했다고 장관이 밝혔다."
CHINESE = "政府宣布了支持中小企业的新措施，部长在新闻发布会上说，这是为了大家的生活。"
TAIWAN = "政府宣布了支持中小企業的新措施，部長在新聞發布會上說，這是為了大家的生活。"
THAI = "รัฐบาลประกาศมาตรการใหม่เพื่อสนับสนุนธุรกิจขนาดเล็กในวันนี้"

# Text, the encoding its bytes are in.
LEGACY = [
    (ARABIC, "cp1256"),
    (ARABIC, "iso8859-6"),
    (PERSIAN, "cp1256"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "iso8859-5"),
    (UKRAINIAN, "cp1251"),
    (GREEK, "cp1253"),
    (HEBREW, "cp1255"),
    (TURKISH, "cp1254"),
    (POLISH, "cp1250"),
    (POLISH, "iso8859-2"),
    (CZECH, "cp1250"),
    (FRENCH, "cp1252"),
    (GERMAN, "cp1252"),
    (ICELANDIC, "cp1252"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (KOREAN, "cp949"),
    (CHINESE, "gb18030"),
    (TAIWAN, "big5hkscs"),
    (THAI, "cp874"),
    (ARABIC, "utf-8"),
    (ARABIC, "utf-16"),
    (ARABIC, "utf-16-le"),
    (ARABIC, "utf-16-be"),
]


def page(text):
    return f"<html><head><title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
@pytest.mark.parametrize("header", [None, "ISO-8859-1", "utf-8", "own", "x-nonsense", ""])
def test_text_survives_whatever_the_server_says(text, encoding, header):
    text = text.encode(encoding, "ignore").decode(encoding)
    label = encoding if header == "own" else header
    assert decode(page(text).encode(encoding), http_charset=label)[0] == page(text)


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_a_wrong_meta_does_not_win(text, encoding):
    text = text.encode(encoding, "ignore").decode(encoding)
    html = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">{page(text)}'
    assert decode(html.encode(encoding))[0] == html


CASES = [
    (codecs.BOM_UTF8 + "é".encode(), "iso-8859-1", "é", "utf-8"),
    # A cut last letter vanishes; a broken byte in mid-text becomes U+FFFD.
    ("قال".encode()[:-1], None, "قا", "utf-8"),
    (f"{ARABIC}".encode() + b" \xd8 " + ARABIC.encode(), "windows-1252", f"{ARABIC} \ufffd {ARABIC}", "utf-8"),
    (b"a\0b\0c", "utf-8", "abc", "utf-8"),
    (b"", "utf-8", "", "utf-8"),
    (b"plain", None, "plain", "utf-8"),
    # Too few letters to contradict anybody.
    (b"caf\xe9", "iso-8859-1", "café", "cp1252"),
    (b"caf\xe9", None, "café", "cp1252"),
    (b"caf\xe9", "windows-1250", "café", "cp1250"),
    (b"\xa3100 \x93quoted\x94", "ISO-8859-1", "£100 “quoted”", "cp1252"),
    # The label of a header may be quoted; one that names no text encoding is no label.
    ("Тест".encode("cp1251"), '"windows-1251"', "Тест", "cp1251"),
    ("é".encode(), "base64", "é", "utf-8"),
    (b"<meta charset=utf-16><p>plain", None, "<meta charset=utf-16><p>plain", "utf-8"),
]


@pytest.mark.parametrize(("html", "header", "text", "encoding"), CASES)
def test_decode(html, header, text, encoding):
    assert decode(html, http_charset=header) == (text, encoding)


def test_header_before_meta_where_both_are_plausible():
    html = b'<meta charset="windows-1252"><p>' + "žluťoučký kůň úpěl ďábelské ódy".encode("cp1250")
    assert find_encoding(html, http_charset="windows-1250") == "cp1250"
    assert find_encoding(html.replace(b"1252", b"1250"), http_charset=None) == "cp1250"


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_give_text(html, header):
    text, encoding = decode(html, http_charset=header)
    assert "\0" not in text
    codecs.lookup(encoding)


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), min_size=4))
def test_utf8_is_always_utf8(text):
    assert decode(page(text).encode(), http_charset="windows-1256")[0] == page(text)
