"""The sample web serves what the end-to-end tests count on, and its committed pages are what build.py writes."""

import urllib.error
import urllib.request
from urllib.parse import quote

import pytest

from tests.site.build import stale
from tests.site.pages import HOSTS, PAGES, Answer, url_of
from tests.site.serve import SampleWeb


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(web, url, **headers):
    proxy = urllib.request.ProxyHandler({"http": web.environment["http_proxy"]})
    request = urllib.request.Request(url, headers={name.replace("_", "-"): text for name, text in headers.items()})
    try:
        with urllib.request.build_opener(NoRedirect, proxy).open(request, timeout=5) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.fixture(scope="module")
def web():
    with SampleWeb(hurry=True) as web:
        yield web


STATUSES = [
    ("nakhlatayn", "/", 200),
    ("nakhlatayn", "/feed/", 200),
    ("nakhlatayn", "/feed", 301),
    ("nakhlatayn", "/?s=word", 200),
    ("nakhlatayn", "/?p=1002", 301),
    ("nakhlatayn", "/?p=1012", 301),
    ("nakhlatayn", "/" + quote("خبر-ملغى") + "/", 410),
    ("nakhlatayn", "/" + quote("قطار-المساء") + "/", 301),
    ("nakhlatayn", "/" + quote("حكاية-جسر-المدينة") + "/3/", 200),
    ("nakhlatayn", "/" + quote("حكاية-جسر-المدينة") + "/4/", 404),
    ("nakhlatayn", "/category/mujtama/page/2/?utm_source=x", 200),
    ("nakhlatayn", "/../build.py", 404),
    ("nakhlatayn", "/routes.toml", 404),
    ("almarfa", "/sitemap.xml.gz", 200),
    ("almarfa", "/ar/rubrique/politique?page=1", 200),
    ("almarfa", "/ar/rubrique/politique", 200),
    ("almarfa", "/ar/node/508", 200),
    ("almarfa", "/ar/politique/510/mur-verification", 200),
]


@pytest.mark.parametrize(("outlet", "path", "status"), STATUSES)
def test_an_address_gives_its_status(web, outlet, path, status):
    assert ask(web, url_of(outlet, path))[0] == status
    assert web.log[-1].status == status


def test_a_page_is_not_sent_twice_to_who_knows_it(web):
    _, headers, body = ask(web, url_of("almarfa", "/"))
    assert body
    assert ask(web, url_of("almarfa", "/"), If_None_Match=headers["ETag"])[0] == 304
    assert ask(web, url_of("almarfa", "/"), If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert ask(web, url_of("almarfa", "/"), If_None_Match='"old"', If_Modified_Since=headers["Last-Modified"])[0] == 200


def test_text_is_compressed_on_request(web):
    assert ask(web, url_of("almarfa", "/"), Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip"


def test_an_edited_page_is_a_new_page():
    with SampleWeb() as web:
        _, before, _ = ask(web, url_of("almarfa", "/rss.xml"))
        web.edit(url_of("almarfa", "/rss.xml"), "المرفأ", "الميناء")
        status, after, body = ask(web, url_of("almarfa", "/rss.xml"), If_None_Match=before["ETag"])
        assert (status, "الميناء" in body.decode()) == (200, True)
        assert after["Last-Modified"] != before["Last-Modified"]


def test_an_answer_holds_as_often_as_told():
    with SampleWeb() as web:
        web.answer(url_of("almarfa", "/"), Answer(503, headers={"Retry-After": "1"}, times=2))
        assert [ask(web, url_of("almarfa", "/"))[0] for _ in range(3)] == [503, 503, 200]


def test_the_page_with_the_wrong_charset_is_arabic_in_its_own(web):
    _, headers, body = ask(web, url_of("nakhlatayn", "/" + quote("رسالة-من-قارئ") + "/"))
    assert headers["Content-Type"] == "text/html; charset=ISO-8859-1"
    assert "مقهى الزهاوي" in body.decode("windows-1256")


@pytest.mark.parametrize("outlet", [name for name in HOSTS if (PAGES / name).is_dir()])
def test_the_committed_pages_are_what_build_writes(outlet):
    assert stale(outlet) == []
