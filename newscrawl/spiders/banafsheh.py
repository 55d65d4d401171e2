"""روزنامهٔ بنفشه: Persian, no sitemap, Solar Hijri dates; an outlet of the sample web (tests/site)."""

from newscrawl.outlet import OutletSpider


class BanafshehSpider(OutletSpider):
    """http://127.0.1.4:8461/ while the sample web is served."""

    name = "banafsheh"
    outlet_name = "روزنامهٔ بنفشه"
    language = "fa"
    timezone = "Asia/Tehran"
    allowed_domains = ["127.0.1.4"]
    feed_urls = ("http://127.0.1.4:8461/rss",)
    section_urls = tuple(f"http://127.0.1.4:8461/service/{number}" for number in range(1, 7))
    sample_url = "http://127.0.1.4:8461/news/3302/%D8%A2%D8%A8-%D9%82%D9%86%D8%A7%D8%AA-%DB%8C%D8%B2%D8%AF"
