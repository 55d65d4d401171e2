"""شبكة أخبار النخلتين: WordPress; an outlet of the sample web (tests/site), in the shape of aliraqnews.com."""

from newscrawl.outlet import OutletSpider


class NakhlataynSpider(OutletSpider):
    """http://127.0.1.1:8461/ while the sample web is served."""

    name = "nakhlatayn"
    outlet_name = "شبكة أخبار النخلتين"
    language = "ar"
    timezone = "Asia/Baghdad"
    allowed_domains = ["127.0.1.1"]
    feed_urls = ("http://127.0.1.1:8461/feed/",)
    section_urls = (
        "http://127.0.1.1:8461/category/siyasa/",
        "http://127.0.1.1:8461/category/mujtama/",
        "http://127.0.1.1:8461/category/thaqafa/",
    )
    sample_url = (
        "http://127.0.1.1:8461/%D8%A7%D9%84%D8%AC%D8%B9%D9%81%D8%B1%D9%8A-"
        "%D8%A7%D9%84%D8%AC%D9%87%D9%88%D8%AF-%D8%A7%D9%84%D8%AF%D9%88%D9%84%D9%8A%D8%A9/"
    )
    # The sample web stays in April 2016: without this its sitemaps are an archive that no run reads (2026-11).
    custom_settings = {"SITEMAP_DAYS": 36500}
