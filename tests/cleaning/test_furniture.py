"""Phrases of `furniture.toml`: lines they take out in many languages, and sentences that must stay."""

from dataclasses import replace

import pytest

from newscrawl.cleaning import clean, clean_text
from newscrawl.cleaning.furniture import find_furniture
from newscrawl.cleaning.lines import Line
from newscrawl.cleaning.phrases import load_phrases, own_phrases
from newscrawl.items import Article, Block, Draft


def rule_of(text, **fields):
    block = Block(text=text, tag=fields.pop("tag", "p"), path=(), story=True, **fields)
    cut = find_furniture(Line(0, block), own_phrases())
    return cut and cut.rule


CUT = [
    ("اقرأ أيضاً: الحكومة تقر موازنة العام المقبل", "read-also"),
    ("إقرأ ايضا", "read-also"),
    ("ننصحك بقراءة: السوق يحتاج مخازن مبردة", "read-also"),
    ("در همین باره؛", "read-also"),
    ("אולי פספסתם", "read-also"),
    ("Artikel Pilihan", "read-also"),
    ("Zum Weiterlesen: Ein Roman für alle", "read-also"),
    ("آپ یہ بھی پسند کریں گے", "read-also"),
    ("نوێکراوەتەوە 02/03/2024 11:01", "last-updated"),
    ("Senast ändrad 4 mars 2024", "last-updated"),
    ("Обновлено 8 марта 2024", "last-updated"),
    ("आखिरी अपडेट: 8 मार्च 2024", "last-updated"),
    ("Последна промяна: 8 март 2024", "last-updated"),
    ("3 minuters läsning", "reading-time"),
    ("Читать 3 мин.", "reading-time"),
    ("Redigering: Karin Ström", "credit"),
    ("Relecture : Hélène Marchand Photo Karim Haddad", "credit"),
    ("Επιμέλεια: Μαρία Σαραντή", "credit"),
    ("संपादन: सुनीता देवी", "credit"),
    ("Additional reporting by Coastwire", "credit"),
    ("حفظ الصفحة ارسل المقال لصديق", "share"),
    ("قد يهمك أيضًا: أسعار الذهب اليوم", "read-also"),
    ("بیشتر بخوانید: نرخ ارز امروز", "read-also"),
    ("هەروەها بخوێنەوە: نرخی نەوت", "read-also"),
    ("یہ بھی پڑھیں: پیٹرول کی قیمت", "read-also"),
    ("קראו גם: מזג האוויר בסוף השבוע", "read-also"),
    ("İlginizi Çekebilir: Kar yağışı geliyor", "read-also"),
    ("READ ALSO: Council votes on new bus lanes", "read-also"),
    ("À lire aussi – Le budget adopté en commission", "read-also"),
    ("Lesen Sie auch: So wird das Wetter", "read-also"),
    ("LEA TAMBIÉN | El alcalde presenta el plan", "read-also"),
    ("Читайте также: Погода на выходные", "read-also"),
    ("Baca juga: Harga beras naik", "read-also"),
    ("Leia também: Chuva no fim de semana", "read-also"),
    ("Czytaj także: Nowy most otwarty", "read-also"),
    ("الوسوم: بغداد، المياه، السدود", "tags"),
    ("Tags: water, Baghdad, dams", "tags"),
    ("Etiketler: su, baraj", "tags"),
    ("Compartir en Facebook", "share"),
    ("Partager sur WhatsApp", "share"),
    ("شارك هذا الموضوع:", "share"),
    ("BU HABER DE İLGİNİZİ ÇEKEBİLİR: Köprü yıl sonunda açılıyor", "read-also"),
    ("KAÇIRMAYIN:", "read-also"),
    ("Entérate también: Abre el puente nuevo", "read-also"),
    ("عد إلى مقالنا: الجسر القديم يعود إلى العمل", "read-also"),
    ("This article is part of our long series on rivers.", "read-also"),
    ("This article was corrected on 3 May 2024 at 10:20 to mend a name.", "last-updated"),
    ("Dieser Text wurde am 3. Mai nachträglich korrigiert.", "last-updated"),
    ("Esta nota fue actualizada el 3 de mayo a las 10:20.", "last-updated"),
    ("This essay first appeared in The Reed Review.", "copyright"),
    ("Publicado originalmente en La Caña, con licencia Creative Commons.", "copyright"),
    ("یہ مضمون ادارے کی ملکیت ہے، بلا اجازت شائع نہ کریں۔", "copyright"),
    ("De notre envoyée spéciale à Port-Noir", "credit"),
    ("Masz ciekawy temat? Napisz do nas!", "channel-plea"),
    ("Have a tip? Email the newsroom.", "channel-plea"),
    ("¿Tenés una historia? Contanos por correo", "channel-plea"),
    ("ہماری نئی ایپ ڈاؤن لوڈ کریں", "channel-plea"),
    ("Cet article vous est offert par la rédaction.", "paywall-plea"),
    ("Tekst sponsorowany", "ad-marker"),
    ("Subscribe to our newsletter for more", "newsletter"),
    ("تابعونا على تيليجرام لمزيد من الأخبار", "channel-plea"),
    ("اشترك في قناتنا على واتساب", "channel-plea"),
    ("Follow us on Telegram and never miss a story.", "channel-plea"),
    ("Telegram kanalımıza katılın", "channel-plea"),
    ("Подписывайтесь на наш Telegram-канал", "channel-plea"),
    ("جميع الحقوق محفوظة © شبكة المدينة 2024", "copyright"),
    ("© 2024 The Town Courier. All rights reserved.", "copyright"),
    ("3 min read", "reading-time"),
    ("٤ دقائق قراءة", "reading-time"),
    ("Lesezeit: 3 Min.", "reading-time"),
    ("إعلان", "ad-marker"),
    ("- Advertisement -", "ad-marker"),
    ("WERBUNG", "ad-marker"),
    ("We use cookies to improve your experience.", "cookie-notice"),
    ("Already a subscriber? Log in", "paywall-plea"),
    ("Cet article est réservé aux abonnés", "paywall-plea"),
    ("About the author", "author-box"),
    ("آخر تحديث: ١٢ مايو ٢٠٢٤ - ١٠:٣٠", "last-updated"),
    ("Last updated: 12 May 2024, 10:30", "last-updated"),
    ("12 تعليقات", "comment-heading"),
    ("تعليق واحد على “افتتاح الجسر الجديد”", "comment-heading"),
    ("One thought on “The bridge is open”", "comment-heading"),
    ("Your email address will not be published. Required fields are marked *", "comment-form"),
    ("E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir", "comment-form"),
    ("Foto: Anna Beispiel", "credit"),
    ("المصدر: وكالات", "credit"),
    # A script without spaces has phrases as parts of longer words, and other marks behind a label.
    ("※当サイトの記事・写真の無断転載を禁じます", "copyright"),
    ("本文不得轉載或改作他用。", "copyright"),
    ("核稿編輯／陳小美", "credit"),
    ("取材・文＝山田太郎", "credit"),
    ("На знімку: ринок у Липівці навесні", "credit"),
    ("Na snímku: starosta u mostu", "credit"),
    ("Дереккөз: облыстық әкімдік", "credit"),
    ("Материалды пайдаланған жағдайда gazet.example сайтына сілтеме міндетті", "copyright"),
    ("Our texts are under a CC BY-SA licence.", "copyright"),
    ("Naskah ini memakai lisensi CC BY-SA", "copyright"),
    ("An earlier version of this story gave a wrong date for the fire.", "last-updated"),
    ("In einer früheren Version des Textes stand ein falscher Name.", "last-updated"),
    ("Your donation, however small, keeps our reporters on the road.", "paywall-plea"),
    ("Ihre Spende hilft der Redaktion, unabhängig zu bleiben.", "paywall-plea"),
    ("Jeden Freitag per Mail, hier geht’s zur Anmeldung.", "newsletter"),
    ("Continua depois do anúncio", "ad-marker"),
    ("A matéria continua depois do anúncio", "ad-marker"),
    ("Story continues below the advertisement", "ad-marker"),
    ("Artikel wird nach der Anzeige fortgesetzt", "ad-marker"),
    ("A cikk a hirdetés után folytatódik", "ad-marker"),
    ("L'articolo prosegue dopo la pubblicità", "ad-marker"),
    ("ที่มาภาพ: สำนักข่าวชายทะเล", "credit"),
    ("एजेंसी इनपुट के साथ", "credit"),
    ("(यह खबर सिंडिकेट फीड से प्रकाशित हुई है।)", "copyright"),
    ("More details to follow…", "last-updated"),
    ("Актуализирана в 21:48 ч.", "last-updated"),
    ("Corrección: una versión anterior decía que la calle es de Harwick.", "correction"),
    ("Rectificatif : la gare est à Castelrive, et non à Rivemont.", "correction"),
    ("تصويب: البلدة المذكورة هي بيت الزيتون لا بيت اللوز.", "correction"),
    ("Нашли опечатку? Выделите слово и нажмите Ctrl+Enter", "correction"),
    ("All our news: t.me/harwicknews", "channel-plea"),
    ("Únete ahora al canal de WhatsApp de La Ría", "channel-plea"),
    ("From our archives: Rain at last in the valley", "read-also"),
    ("أعد المادة للنشر: قسم الأخبار", "credit"),
    ("Bu haber izinsiz kopyalanamaz", "copyright"),
    ("حينت المادة عند الساعة 9:40", "last-updated"),
    ("انضم لقروب الأخبار في الواتساب", "channel-plea"),
    ("Get the Bay News on Telegram for every tide", "channel-plea"),
    ("Reproduction interdite sans accord écrit", "copyright"),
    ("Подробности следуют…", "last-updated"),
]


@pytest.mark.parametrize(("text", "rule"), CUT)
def test_furniture_is_known_by_its_words(text, rule):
    assert rule_of(text) == rule


STORY = [
    "This story was first told to me by my aunt, who kept the ferry.",
    "This article of the treaty was corrected by both sides before anyone signed it, he said.",
    "Publicado originalmente en 1995, el libro vuelve a las librerías.",
    "Masz temat na książkę, mówi do siebie, i pisze.",
    "حكومة إقليمية تطلب تعديل المقال في الدستور.",
    "De notre côté, nous n’avons rien entendu.",
    "Avec notre maire, la ville a changé.",
    "اقرأ هذا الكتاب أيضا، قال المعلم لتلاميذه في أول أيام العام الدراسي.",
    "التعليقات التي أدلى بها الوزير أثارت جدلا واسعا في البرلمان.",
    "تعليق الدراسة في المدارس يوم الأحد بسبب الأمطار",
    "إعلان حالة الطوارئ في ثلاث محافظات",
    "شارك آلاف المتظاهرين في مسيرة وسط العاصمة.",
    "شارك على الأقل عشرون لاعبا في التدريبات.",
    "تابعنا مجريات الجلسة من داخل القاعة، وقال النائب إن التصويت تأجل.",
    "المصدر قال إن المفاوضات ستستأنف غدا.",
    "Share prices fell sharply on Monday after the bank's warning.",
    "Share on the exchange closed at 12 dollars, down two percent from Friday.",
    "Comments by the minister angered the opposition.",
    "Watch: that is what the police told residents to do.",
    "More: the council wants more money for parks, he said, and more trees.",
    "Follow us, the guide said, and we walked into the cave with our lamps lit and our hearts beating.",
    "Related charges against two other men were dropped in March.",
    "Tags on the cattle showed they came from a farm in the north.",
    "Updated figures show that the economy grew by two percent.",
    "Updated 24 times since March, the list now has 300 names.",
    "Обновлено 30 автобусов и 12 трамваев, сообщили в мэрии.",
    "Edited by two generations of scholars, the letters fill nine books.",
    "Avec les agences de voyage, la mairie cherche un accord.",
    "نقلاً عن صحيفة محلية، قال الوزير إن الطريق سيفتح غدا.",
    "حرره الجيش من قبضة المسلحين بعد ثلاثة أيام.",
    "In other news: the mayor resigned on Friday and left town.",
    "Corrección de textos y trenes: así pasó la noche la calle de Harwick.",
    "The correction: he said it twice, and then a third time to the whole hall.",
    "Press Ctrl to begin, she told the class.",
    "Print runs have fallen by half since 2010.",
    "He said the newsletter had been sent to members on Friday.",
    "Subscribers only learned of the breach on Tuesday, the company said.",
    "Advertisement revenue fell by a third, the paper's owners reported.",
    "Photo identification will be required at polling stations.",
    "Source code for the voting machines was published on Thursday.",
    "The story continues after the advertisement of the war, she said.",
    "Details later emerged of a second letter.",
    "O texto continua depois da morte do autor, dizem os herdeiros.",
    "Comment les pompiers ont sauvé le village",
    "Anzeige gegen Unbekannt hat die Stadt am Freitag erstattet.",
    "Kommentar der Ministerin löste Proteste aus.",
    "Teilen der Stadt fehlt seit Montag der Strom.",
    "Lee también a los clásicos en su lengua original, dijo su profesora con orgullo.",
    "Реклама на улицах города подорожала вдвое.",
    "Baca Juga adalah nama kedai kopi baru di Bandung.",
    "Yorumlar yapıldı, kararlar alındı ve toplantı bitti.",
    "We use cookies and biscuits to feed the volunteers, the baker said.",
    "The reporter asked readers to follow us on Telegram, a plea the editors later withdrew.",
    "An earlier version of the bridge fell into the river in 1911.",
    "村の写真家は無断で使われた一枚について語った。",
    "記者会見は文化会館で開かれ、市長が説明した。",
    "他說編輯台上的燈從來沒有熄過。",
    "На знімку видно старий міст, каже історик.",
    "Her donation paid for the roof of the school, a reporter learned.",
    "“Your donation feeds ten families for a week,” she told the guests.",
]


@pytest.mark.parametrize("text", STORY)
def test_a_sentence_that_mentions_such_words_stays(text):
    assert rule_of(text) is None


def test_a_label_needs_no_colon_before_a_link():
    text = "Lire aussi Le budget adopté en commission"
    assert rule_of(text, link_chars=len("Le budget adopté en commission")) == "read-also"
    assert rule_of(text) is None


def test_a_long_paragraph_is_never_furniture():
    assert rule_of("Read also: " + "word " * 100) is None


def test_furniture_between_paragraphs_is_cut_and_listed():
    story = ["Ten people were hurt in a fire in the old town on Friday.", "The fire began in a bakery, the mayor said."]
    body, removed = clean_text("Ten hurt in fire", f"{story[0]}\nRead also: Bakery wins prize\n{story[1]}\nShare")
    assert body.split("\n\n") == story
    assert [(cut.rule, cut.text) for cut in removed] == [
        ("read-also", "Read also: Bakery wins prize"),
        ("share", "Share"),
    ]


def test_a_subhead_that_is_furniture_elsewhere_stays():
    path = ("body", "article")
    texts = ["Scientists met in Oslo to compare two ways of counting whales from the air and from ships at sea."] * 2
    blocks = (
        Block(text=texts[0], tag="p", path=(*path, "p"), story=True, parent=1),
        Block(text="Discussion", tag="h2", path=(*path, "h2"), story=True, parent=1),
        Block(text=texts[1], tag="p", path=(*path, "p"), story=True, parent=1),
    )
    article = clean(Draft(article=Article(headline="Whales counted", body="…"), blocks=blocks))
    assert article.body.split("\n\n") == [texts[0], "Discussion", texts[1]]


BROKEN = ['[x]\nen = ["… (#|#) …"]', '[x]\nen = ["(a )?b …"]', '[x]\nen = ["# …"]']


@pytest.mark.parametrize("text", BROKEN)
def test_a_phrase_that_cannot_be_found_is_an_error(text):
    with pytest.raises(ValueError, match=r"furniture\.toml"):
        load_phrases(text)


def test_hostile_lines_are_read_in_no_time():
    hostile = ["read also " * 40, "© " * 200, "(" * 400, "may not be published broadcast rewritten " * 9]
    for text in hostile:
        rule_of(text[:400])


FRAMED = [
    ("بخوانید: پل تازه بر رود باز شد", True),
    ("شاهد: الجسر الجديد فوق النهر", True),
    ("شاهد: الجسر الجديد فوق النهر سقط في الليل.", False),
    ("بخوانید", True),
]


@pytest.mark.parametrize(("line", "goes"), FRAMED)
def test_a_label_of_one_word_is_one_in_a_frame_of_its_own(line, goes):
    block = Block(text=line, tag="p", path=("body", "div", "blockquote.see", "p"), story=True)
    cut = find_furniture(Line(0, block), own_phrases())
    assert (cut is not None and cut.rule == "read-also") == goes


def test_a_word_for_related_lists_heads_key_points_too():
    """A list of the story's under the same words is its own; a list of links is not."""
    path = ("body", "div.text")

    def body(link_share):
        heading = Block(text="Öne çıkanlar", tag="h2", path=(*path, "h2"), story=True, parent=2)
        text = "Tarik Mtoni will lead the board of growers."
        point = Block(text=text, tag="li", path=(*path, "ul", "li"), story=True, link_chars=int(link_share * len(text)))
        points = [replace(point, text=text.replace("board", f"board {n}")) for n in range(3)]
        story = Block(text="The growers met on Friday and spoke.", tag="p", path=(*path, "p"), story=True, parent=2)
        return clean(Draft(article=Article(headline="Hazel", body="…"), blocks=(heading, *points, story))).body

    assert body(0).startswith("Öne çıkanlar")
    assert not body(1).startswith("Öne çıkanlar")
