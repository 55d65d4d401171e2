import pytest

from newscrawl.discovery.traps import find_trap

STORY = "<h1>خبر</h1>" + "<p>كلمة <a href='/x?a=1'>رابط</a> كلمة</p>" * 500
READABLE = {
    "nothing": "",
    "a story": STORY,
    "long text": "<p>" + "كلمة " * 50_000,
    "a large script": "<script>" + "var a = b; " * 100_000 + "</script>" + STORY,
    "unclosed paragraphs": "<p>كلمة<li>كلمة<br><img src=x>" * 20_000,
    "closed elements": "<div class='a'><span>x</span></div>" * 20_000,
    "a large attribute": f"<div id=app data-page='{'&quot;كلمة كلمة&quot;: ' * 50_000}'>" + STORY,
    "nested, but not that deep": "<div>" * 4_000 + "<p>x</p>" * 20_000,
}
TRAPS = {
    "nested": "<div>" * 20_000,
    "nested mixture": "<div><b><section>" * 7_000,
    "closing what was never opened": "</div>" * 30_000 + "<div>" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(20_000)) + ">",
    "attributes with values": "<p " + "\n".join(f"a{n}='>'" if n % 3 else f'a{n}=">"' for n in range(110_000)) + ">",
    "slashes": "<p " + "/".join(f"a{n}" for n in range(20_000)) + ">",
    "after a story": STORY + "<p " + " ".join(f"a{n}" for n in range(20_000)),
}


@pytest.mark.parametrize("html", READABLE.values(), ids=READABLE)
def test_readable(html):
    assert find_trap(html) is None


@pytest.mark.parametrize("html", TRAPS.values(), ids=TRAPS)
def test_traps(html):
    assert find_trap(html)


@pytest.mark.parametrize("piece", ["<a x='", '<a x="', "<", "<a ", "<a b=", "<a b='c' ", "</", '"', "' "])
def test_long_hostile_markup_is_quick(piece, within):
    with within(1):
        find_trap(piece * 200_000)
