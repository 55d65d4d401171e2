"""The page the project began with, in our own words: every fault of it, cut and named."""

from newscrawl.cleaning import clean, clean_text
from newscrawl.items import Article, Block, Draft

HEADLINE = "الوزير:الجهود الدولية لحماية المياه لم تكن بمستوى الطموح"
STORY = (
    "بغداد/شبكة اخبار المدينة- أكد وزير الموارد المائية أن الجهود الدولية لحماية المياه لم تكن بمستوى الطموح، وأشار الى"
    " أن السدود امتلأت بنسبة 82 بالمئة.وأضاف الوزير أن «الفرص كثيرة»."
)
FURNITURE = [
    (HEADLINE, "headline-repeated"),
    ("آخر تحديث:", "last-updated"),
    (STORY, None),
    ("التعليقات", "comment-heading"),
    ("أضف تعليقاً", "comment-heading"),
    ("لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "comment-form"),
]


def test_plain_text_loses_headline_and_comments_and_says_so():
    body, removed = clean_text(HEADLINE, "\n\n".join(text for text, _ in FURNITURE))
    assert body == STORY
    assert [(cut.text, cut.rule) for cut in removed] == [pair for pair in FURNITURE if pair[1]]


def test_page_with_wordpress_markup_in_a_locale_nobody_listed():
    entry = ("body", "article.post", "div.entry-content")
    place = ("body", "article.post", "div.comments-area#comments")
    blocks = (
        Block(text=HEADLINE, tag="h1", path=("body", "article.post", "h1.entry-title")),
        Block(text=HEADLINE, tag="h2", path=(*entry, "h2"), story=True),
        Block(text=STORY, tag="p", path=(*entry, "p"), story=True),
        Block(text="2 ihumûkü na “Tûrî”", tag="h2", path=(*place, "h2.comments-title"), role="comments", story=True),
        Block(text="Nî wega mûno", tag="p", path=(*place, "ol.comment-list", "p"), role="comments", story=True),
        Block(text="Cokia", tag="h3", path=(*place, "div.comment-respond#respond", "h3.comment-reply-title")),
    )
    article = clean(Draft(article=Article(headline=HEADLINE, body="…"), blocks=blocks))
    assert article.body == STORY
    assert [cut.rule for cut in article.removed] == ["headline-repeated", "comment-heading", "comment", "comment-form"]
