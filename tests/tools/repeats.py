"""Shapes of a post that say the headline again: first line, bold, with kicker, date or site, shortened, as caption."""

from __future__ import annotations

import html

from pieces import Piece, Scene, figure, paragraph, plea, shape

LATIN_LETTERS = str.maketrans({"’": "'", "“": '"', "”": '"', "é": "e", "ü": "u", "ı": "i"})
ARABIC_LETTERS = str.maketrans("أإآىةکی0123456789", "ااايهكي٠١٢٣٤٥٦٧٨٩")


def other_letters(text: str) -> str:
    """The same headline as another editor would have typed it."""
    changed = text.translate(ARABIC_LETTERS)
    return changed if changed != text and not text.isascii() else text.translate(LATIN_LETTERS).upper()


def repeat(scene: Scene, text: str, tag: str = "p", inner: str | None = None) -> Piece:
    return plea("headline-repeat", text, tag, inner)


@shape
def headline_first(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, scene.story.headline), *pieces]


@shape
def headline_strong(pieces: list[Piece], scene: Scene) -> list[Piece]:
    text = scene.story.headline
    return [repeat(scene, text, "p", f"<strong>{html.escape(text, quote=False)}</strong>"), *pieces]


@shape
def headline_twice(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, scene.story.headline, "h2"), repeat(scene, scene.story.headline), *pieces]


@shape
def headline_letters(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, other_letters(scene.story.headline)), *pieces]


@shape
def headline_kicker(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.story.teller.pick('breaking')} {scene.story.headline}", "h3"), *pieces]


@shape
def headline_site(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.story.headline} | {scene.site}"), *pieces]


@shape
def headline_date(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.date} – {scene.story.headline}"), *pieces]


@shape
def headline_ellipsis(pieces: list[Piece], scene: Scene) -> list[Piece]:
    words = scene.story.headline.split()
    return [repeat(scene, " ".join(words[: max(4, len(words) * 2 // 3)]) + "…"), *pieces]


@shape
def headline_inline(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The headline opens the first paragraph, in bold, before a line break."""
    first, text = pieces[0], scene.story.headline
    inner = f"<strong>{html.escape(text, quote=False)}</strong><br />{first.inner}"
    return [Piece(first.tag, inner, first.gold, [("headline-repeat", text), *first.furniture]), *pieces[1:]]


@shape
def headline_last(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces, repeat(scene, scene.story.headline)]


@shape
def headline_caption(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [figure(scene.image, scene.story.headline, "headline-repeat"), *pieces]


@shape
def headline_quoted(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A sentence of the story quotes the headline: it stays."""
    text = scene.story.teller.tell(scene.story.quotehead.replace("{h}", scene.story.headline))
    return [*pieces[:2], paragraph(text), *pieces[2:]]


@shape
def headline_opening(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The headline opens the first paragraph, the text goes on behind a dash."""
    first, text = pieces[0], scene.story.headline
    inner = f"<b>{html.escape(text, quote=False)}</b> - {first.inner}"
    return [Piece(first.tag, inner, first.gold, [("headline-repeat", text), *first.furniture]), *pieces[1:]]


@shape
def headline_heap(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """Breaking, headline, site and date in one line, and the headline once more at the end."""
    text = f"{scene.story.teller.pick('breaking')} {scene.story.headline} - {scene.site} - {scene.date}"
    return [repeat(scene, text, "h4"), *pieces, repeat(scene, scene.story.headline, "p")]


@shape
def headline_quotes(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"« {scene.story.headline} »", "p"), *pieces]


@shape
def headline_two_lines(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The headline in two lines of their own."""
    words = scene.story.headline.split()
    cut = len(words) // 2
    return [repeat(scene, " ".join(words[:cut]), "h3"), repeat(scene, " ".join(words[cut:]), "h3"), *pieces]


@shape
def headline_long_kicker(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.story.kicker}: {scene.story.headline}", "p"), *pieces]


@shape
def headline_long_ellipsis(pieces: list[Piece], scene: Scene) -> list[Piece]:
    words = scene.story.headline.split()
    return [repeat(scene, " ".join(words[: max(3, len(words) - 1)]) + " ...", "h2"), *pieces]
