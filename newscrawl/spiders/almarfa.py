"""المرفأ: Drupal; an outlet of the sample web (tests/site). Three of its stories come from nakhlatayn."""

from newscrawl.outlet import OutletSpider


class AlmarfaSpider(OutletSpider):
    """http://127.0.1.2:8461/ while the sample web is served."""

    name = "almarfa"
    outlet_name = "المرفأ"
    language = "ar"
    timezone = "Africa/Tunis"
    allowed_domains = ["127.0.1.2"]
    feed_urls = ("http://127.0.1.2:8461/rss.xml",)
    section_urls = ("http://127.0.1.2:8461/ar/rubrique/societe", "http://127.0.1.2:8461/ar/rubrique/economie")
    sample_url = "http://127.0.1.2:8461/ar/economie/504/saison-olives"
    # The sample web stays in April 2016: without this its sitemaps are an archive that no run reads (2026-11).
    custom_settings = {"SITEMAP_DAYS": 36500}
