"""The Lantern Post: English and French, a modern front end; an outlet of the sample web (tests/site)."""

from newscrawl.outlet import OutletSpider


class LanternSpider(OutletSpider):
    """http://127.0.1.3:8461/ while the sample web is served."""

    name = "lantern"
    outlet_name = "The Lantern Post"
    language = "en"
    timezone = "Europe/Dublin"
    allowed_domains = ["127.0.1.3"]
    feed_urls = ("http://127.0.1.3:8461/atom.xml",)
    section_urls = ("http://127.0.1.3:8461/news",)
    sample_url = "http://127.0.1.3:8461/news/2016/04/14/ferry-returns-after-eleven-years"
    # The sample web stays in April 2016: without this its sitemaps are an archive that no run reads (2026-11).
    custom_settings = {"SITEMAP_DAYS": 36500}
