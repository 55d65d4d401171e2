"""Pages that are no articles: why a page has none, named for the run's books.

A page with a story is an article whatever else it says; only one with little or no story is asked for its kind, and
lists of teasers, whose texts read like a story, are known by their links and by what the page calls itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from newscrawl.extraction.regions import PROSE_WEIGHT, weight_of
from newscrawl.extraction.structured import is_article, types_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.extraction.page import Page
    from newscrawl.items import Block

LITTLE = 600
"""Weight of a story that a wall's or an error's explanation may have."""
SOME = 3
"""Paragraphs that make a story, whatever its title says."""
SHORT = 250
"""Weight under which a page that shows a video is a video's page."""

FEWEST_TEASERS = 3
HALF = 0.5
"""Linked headings to a text in a list of teasers, together with what else the page says of itself."""
MOST_TITLES = 0.75
"""Linked headings to a text from which a page that calls itself no article is a list, whatever its address; no story
among 1,059 pages has so many."""

WALL = re.compile(
    r"""just\ a\ moment\.\.\. | attention\ required!\ \|\ cloudflare | cf-chl- | cf_chl_ | challenge-platform
    | captcha-delivery\.com | px-captcha | _incapsula_resource | incapsula\ incident
    | request\ unsuccessful\.\ incapsula
    | pardon\ our\ interruption | /_sec/cp_challenge | are\ you\ a\ robot | verify\ (?:that\ )?you\ are\ (?:a\ )?human
    | checking\ (?:if\ the\ site\ connection|your\ browser) | please\ enable\ js\ and\ disable\ any\ ad\ blocker
    | ddos-guard | sgcaptcha | access\ to\ this\ page\ has\ been\ denied | unusual\ traffic\ from\ your
    | awswaf | geo\.captcha | human\ verification | bot\ (?:detection|verification)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What the known bot walls print or load: Cloudflare, DataDome, PerimeterX, Imperva, Akamai, AWS, DDoS-Guard."""
DENIED = re.compile(
    r"^\W*(?:access denied|forbidden|403 forbidden|error 403|blocked|unavailable for legal reasons"
    r"|you have been blocked|sorry, you have been blocked|too many requests|429 too many requests"
    r"|451|unavailable due to legal reasons|تم حظر|الوصول مرفوض|accès refusé|zugriff verweigert|acceso denegado)\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"consent\.(?:yahoo|google|youtube)|guce\.|before you continue to|bevor sie (?:zu|fortfahren)|avant d.accéder à"
    r"|antes de continuar|cookie ?wall|privacy-gate|privacywall|consent-gate|contentpass|purabo",
    re.IGNORECASE,
)
ASKS_CONSENT = re.compile(
    r"""
    \b(?:we|wir|nous|nosotros|noi|nós|wij|biz)\b[^.]{0,40}\b(?:partners?|partnern|partenaires|socios|parceiros)\b
        [^.]{0,120}\b(?:cookies?|device|gerät|terminal|dispositiv[oi]|apparaat|tracking|personali[sz]ed)\b
    | \bmit\ werbung\ (?:weiter)?(?:lesen|surfen|nutzen) | \bmit\ werbung\ und\ (?:tracking|cookies)
    | \b(?:continuer|continuar|continuare)\b[^.]{0,20}\b(?:accepter|aceptar|aceitar|accettare|accettando)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a page asks that has nothing but the question; looked for in what was taken for its story."""
FOR_SALE = re.compile(
    r"\b(?:this |the )?domain\b[^.]{0,60}\b(?:is|may be)\b[^.]{0,20}\bfor sale\b|\bbuy this domain\b"
    r"|\bdomain\b[^.]{0,40}\bsteht[^.]{0,20}\bzum verkauf\b|\bdomain (?:is|was) parked\b",
    re.IGNORECASE,
)
"""What a domain prints that its outlet gave up."""
MISSING = re.compile(
    r"""\b404\b | \b410\b | (?:page|article|story|content|seite|artikel)\b.{0,40}\bnot\ (?:be\ )?found | not\ found
    | page\ (?:introuvable|non\ trouvée|n.existe) | nicht\ gefunden
    | no\ (?:se\ ha\ )?encontrad[ao] | não\ encontrad[ao]
    | pagina\ non\ trovata | niet\ gevonden | nie\ znaleziono | bulunamadı | не\ найден[ао]? | не\ знайдено
    | غير\ موجود[ةه]? | لم\ يتم\ العثور | تعذر\ العثور | پیدا\ نشد | یافت\ نشد | נמצא | 見つかりません | 找不到 | 不存在
    | 찾을\ 수\ 없 | tidak\ ditemukan | không\ tìm\ thấy | पृष्ठ\ नहीं\ मिला | sidan\ (?:kunde\ inte|hittades\ inte)
    | no\ longer\ (?:available|exists?) | has\ been\ (?:removed|deleted)
    | (?:server|internal|gateway)\ error | bad\ gateway
    | service\ (?:temporarily\ )?unavailable | under\ maintenance""",
    re.VERBOSE | re.IGNORECASE,
)
"""What error pages say in their title or headline."""
LOGIN = re.compile(
    r"^\W*(?:log ?in|sign ?in|anmelden|einloggen|connexion|se connecter|iniciar sesi[óo]n|entrar|accedi|вход|войти"
    r"|تسجيل الدخول|ورود|giriş|zaloguj|ログイン|登录|로그인)\b",
    re.IGNORECASE,
)
LIST_PATH = re.compile(
    r"/(?:tags?|categor(?:y|ies|ie|ia)|topics?|themen?|author|autore?n?|archives?|search|suche|recherche|busca(?:r)?"
    r"|sections?|rubri(?:k|que|ca)s?|page|label|s)/[^/]*(?:/page/[0-9]+)?/?$",
    re.IGNORECASE,
)
SEARCH_KEYS = frozenset(("s", "q", "query", "search", "search_query", "keyword", "keywords"))
LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage", "WebPageElement"))
LIST_CLASS = re.compile(r"(?:^|\s)(?:home|blog|archive|category|tag|search|author|search-results|paged)(?:\s|$)")
"""What WordPress and its like call the body of a list."""
SINGLE_CLASS = re.compile(r"(?:^|\s)(?:single|single-post|postid-[0-9]+|article)(?:\s|$)")


def not_article(page: Page, blocks: Sequence[Block]) -> str | None:
    """Say why a page is no article; None for an article."""
    weights = [weight_of(block.text) for block in blocks if block.story]
    weight = sum(weights)
    if is_teasers(blocks) or (weight < LITTLE and sum(each >= PROSE_WEIGHT for each in weights) < SOME):
        titles = headings(page, blocks)
        if reason := refusal(page, titles, blocks):
            return reason
        if any(MISSING.search(title) for title in titles) and not is_named_article(page):
            return "error page"
        if any(FOR_SALE.search(block.text) for block in blocks if block.story) and not is_named_article(page):
            return "error page"
        if page.tree.css_first('input[type="password" i]') is not None and any(map(LOGIN.search, titles)):
            return "login page"
    if is_list(page, blocks):
        return "section page"
    if weight < SHORT and shows_video(page):
        return "video page"
    return None if weight else "no story text"


def headings(page: Page, blocks: Sequence[Block]) -> list[str]:
    """Collect the page's title and its largest headings."""
    title = page.tree.css_first("title")
    named = [" ".join(title.text().split())] if title is not None else []
    first = next((block.text for block in blocks if block.role is None), "")
    return [text for text in [*named, *(b.text for b in blocks if b.tag == "h1"), first] if 0 < len(text) <= 150]


def refusal(page: Page, titles: list[str], blocks: Sequence[Block]) -> str | None:
    """Name the wall that answered in place of the page."""
    if sum(len(block.text) for block in blocks) > 4 * LITTLE:
        return None
    if any(map(DENIED.search, titles)) or WALL.search(page.html[:200_000]):
        return "bot wall"
    if CONSENT.search(page.url) or any(CONSENT.search(block.text) for block in blocks[:20]):
        return "consent page"
    if any(ASKS_CONSENT.search(block.text) for block in blocks if block.story):
        return "consent page"
    return None


def is_named_article(page: Page) -> bool:
    """Tell whether the page calls itself an article."""
    kinds = [kind.lower() for kind in page.meta.get("og:type", [])]
    return any("article" in kind for kind in kinds) or any(map(is_article, page.json_ld))


def is_list(page: Page, blocks: Sequence[Block]) -> bool:
    """Tell whether a page lists stories instead of telling one, by what it calls itself."""
    address = urlsplit(page.url)
    body = page.tree.body
    classes = (body.attributes.get("class") or "") if body is not None else ""
    if SINGLE_CLASS.search(classes):
        return False
    marks = [
        address.path.strip("/") == "" or bool(LIST_PATH.search(address.path)),
        bool(address.query) and bool(SEARCH_KEYS & parse_qs(address.query).keys()),
        bool(LIST_CLASS.search(classes)),
        any(kind.lower() in ("website", "blog") for kind in page.meta.get("og:type", [])),
        any(LIST_TYPES.intersection(types_of(node)) for node in page.json_ld),
        is_teasers(blocks),
    ]
    if is_teasers(blocks, share=MOST_TITLES) and is_titled(blocks) and not is_named_article(page):
        return True
    return sum(marks) >= (3 if is_named_article(page) else 2) and (marks[0] or marks[1] or marks[2] or marks[5])


def is_teasers(blocks: Sequence[Block], share: float = HALF) -> bool:
    """Tell whether linked headings stand between the texts of the story, that many to a text at least."""
    story = [index for index, block in enumerate(blocks) if block.story]
    if len(story) < FEWEST_TEASERS:
        return False
    # The first text's own heading stands before it, with a date between at the most.
    inside = blocks[max(0, story[0] - 2) : story[-1] + 1]
    linked = [block for block in inside if is_linked_title(block)]
    texts = len(story) - sum(block.story for block in linked)
    return len(linked) >= FEWEST_TEASERS and len(linked) >= share * texts


def is_titled(blocks: Sequence[Block]) -> bool:
    """Tell whether a linked heading stands over the first text of the story.

    It does in a list of teasers; where a story stands before them, the headings may be those of its comments.
    """
    first = next((index for index, block in enumerate(blocks) if block.story), 0)
    return any(is_linked_title(block) for block in blocks[max(0, first - 2) : first + 1])


def is_linked_title(block: Block) -> bool:
    """Tell whether a block is a heading that is a link."""
    return block.link_chars * 10 >= len(block.text) * 9 and block.tag in TITLE_TAGS


TITLE_TAGS = frozenset("h2 h3 h4 h5 a".split())


def shows_video(page: Page) -> bool:
    """Tell whether the page is made for a video."""
    kinds = " ".join(page.meta.get("og:type", [])).lower()
    named = any("VideoObject" in types_of(node) for node in page.json_ld)
    return "video" in kinds or (named and not is_named_article(page))
