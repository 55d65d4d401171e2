"""Make the pages of `tests/corpus/` from publishing systems, and in the shape of others. Not needed to run the tests.

    python tests/tools/make_corpus.py WORK [SITE...]

WORK is a scratch directory. Programs it drives are installed by hand before (Debian: wordpress, wordpress-l10n,
wordpress-theme-twentytwenty*, php-cli, php-mysql, mariadb-server; npm: hexo and its themes in WORK/hexo, an
underscores theme in WORK/npm, ghost unpacked in WORK/ghost/package; Nikola and Pelican in a virtual environment
WORK/pyenv). The same texts and seeds give the same pages.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from pathlib import Path

import newsroom
from ghost import make_ghost
from handmade import make_handmade
from pagetext import page_text, region_texts, squeeze, texts_around
from sites import SITES, Site
from static_sites import MAKERS
from systems import make_system
from wordpress import WordPress

PRINTED_TWICE = {"headline", "headline-repeat", "standfirst"}
"""Furniture that may say what the story says too."""
DRAWERS = MAKERS | {"handmade": make_handmade, "system": make_system}
CORPUS = Path(__file__).parents[1] / "corpus"


def save(site: Site, slug: str, html: bytes, gold: dict[str, object]) -> None:
    """Write a page and its gold, after looking that the page prints what the gold says."""
    printed = squeeze(page_text(html))
    for text in str(gold["body"]).split("\n\n"):
        if squeeze(text) not in printed:
            raise ValueError(f"{site.name}/{slug}: gold text not on the page: {text}")
    furniture = [*gold["furniture"], *furniture_around(site, html, gold)]  # type: ignore[misc]
    story = squeeze(str(gold["body"]))
    kept = [(kind, text) for kind, text in furniture if squeeze(text) in printed]
    for kind, text in gold["furniture"]:  # type: ignore[attr-defined]
        if (kind, text) not in kept:
            raise ValueError(f"{site.name}/{slug}: furniture not on the page: {kind} {text}")
    gold["furniture"] = [
        {"kind": kind, "text": text} for kind, text in kept if squeeze(text) not in story or kind in PRINTED_TWICE
    ]
    folder = CORPUS / (site.folder or site.name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.html.gz").write_bytes(gzip.compress(html, 9, mtime=0))
    (folder / f"{slug}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8")


def furniture_around(site: Site, html: bytes, gold: dict[str, object]) -> list[tuple[str, str]]:
    """What the system prints around the post: named by region where the theme is known, else `around`."""
    named = region_texts(html, newsroom.REGIONS.get(site.theme, {}))
    known = {text for _, text in named}
    headline = squeeze(str(gold["headline"]))
    around = texts_around(html, newsroom.CONTENT.get(site.theme, ".entry-content"))
    rest = [("headline" if squeeze(text) == headline else "around", text) for text in around if text not in known]
    return [*named, *rest] if "around" not in gold else sorted_out([*named, *rest], html, gold)


def sorted_out(found: list[tuple[str, str]], html: bytes, gold: dict[str, object]) -> list[tuple[str, str]]:
    """Put what is known to stand around a post before what was found there, and leave out the post itself."""
    printed = squeeze(page_text(html))
    listed = [(kind, text) for kind, text in gold.pop("around") if squeeze(text) in printed]  # type: ignore[attr-defined]
    known = {squeeze(text) for _, text in [*listed, *gold["furniture"]]}  # type: ignore[misc]
    story = [squeeze(text) for text in str(gold["body"]).split("\n\n")]
    rest = [
        (kind, text)
        for kind, text in found
        if squeeze(text) not in known and not any(squeeze(text) in paragraph for paragraph in story)
    ]
    return [*listed, *rest]


def make_wordpress(sites: list[Site], work: Path) -> None:
    press = WordPress(work, newsroom.extra_themes(work))
    try:
        for site in sites:
            posts = newsroom.write_posts(site)
            made = press.build(newsroom.wordpress_site(site, posts))
            for post, address in list(zip(posts, made["posts"], strict=True))[: site.kept or None]:
                for part in range(address["pages"]):
                    url = address["url"] if part == 0 else newsroom.page_url(address["url"], part + 1)
                    html = press.page(url)
                    save(
                        site,
                        site.locale if site.folder else post.slug + (f"-{part + 1}" if part else ""),
                        html,
                        newsroom.gold(site, post, url, made["printed"], part),
                    )
            print(site.name, len(posts))
    finally:
        press.stop()


def make_static(site: Site, work: Path) -> None:
    posts = newsroom.write_posts(site)
    folder = work / "static" / site.name
    shutil.rmtree(folder, ignore_errors=True)
    keep(site, posts, DRAWERS[site.cms](site, posts, work, folder))


def make_ghosts(sites: list[Site], work: Path) -> None:
    press = WordPress(work, [])  # for its database server
    try:
        for site in sites:
            posts = newsroom.write_posts(site)
            keep(site, posts, make_ghost(site, posts, work, press.sql))
    finally:
        press.stop()


def keep(site: Site, posts: list[newsroom.Post], pages: dict[str, tuple[str, bytes]]) -> None:
    for post in posts:
        url, html = pages[post.slug]
        save(site, post.slug, html, newsroom.gold(site, post, url, {}))
    print(site.name, len(posts))


def main(work: Path, names: list[str]) -> None:
    chosen = [site for site in SITES if not names or site.name in names]
    if press := [site for site in chosen if site.cms == "wordpress"]:
        make_wordpress(press, work)
    for site in chosen:
        if site.cms in DRAWERS:
            make_static(site, work)
    if ghosts := [site for site in chosen if site.cms == "ghost"]:
        make_ghosts(ghosts, work)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
