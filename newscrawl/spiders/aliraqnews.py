"""شبكة أخبار العراق: WordPress; the outlet of the page this project was founded on."""

from newscrawl.outlet import OutletSpider


class AliraqnewsSpider(OutletSpider):
    """https://aliraqnews.com/."""

    name = "aliraqnews"
    outlet_name = "شبكة أخبار العراق"
    language = "ar"
    timezone = "Asia/Baghdad"
    allowed_domains = ["aliraqnews.com"]
    feed_urls = ("https://aliraqnews.com/feed/",)
    # The front page until somebody who can reach the outlet puts a story of its own here (2026-11).
    sample_url = "https://aliraqnews.com/"
