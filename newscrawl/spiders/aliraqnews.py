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
    sample_url = "https://aliraqnews.com/"
