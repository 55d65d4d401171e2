import pytest

from newscrawl.text.steps import place_of

PATHS = [
    (("body", "main.wide", "div.story.left#p1", "p"), "main.wide > div.story > p"),
    (("body",), "body"),
    (("div#a", "p.x.y"), "div#a > p.x"),
    (("div.a#b", "div#c", "p.x#d"), "div.a#b > div#c > p.x"),
    ((), ""),
]


@pytest.mark.parametrize(("path", "place"), PATHS)
def test_a_place_is_the_end_of_a_path_without_ids(path: tuple[str, ...], place: str) -> None:
    assert place_of(path) == place
