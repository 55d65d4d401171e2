"""شبكة أخبار النخلتين: one story's page.

The shape of the page the project was founded on: the headline as `<h1>` and again in the content, a label for the last
update that may be empty, comments with their form under the story.
"""

from __future__ import annotations

from typing import Any

from tests.site.pages import url_of
from tests.site.press.nakhlatayn.theme import NAME, SECTIONS, address, by_id, frame, head, listed, printed_date, url
from tests.site.press.parts import blocks
from tests.site.story import Part, Story, escape


def opening(story: Story) -> str:
    """Return how the content repeats the headline, and the line of the last update."""
    line = escape(story.headline)
    before = {
        "h2": f'<h2 class="entry-headline">{line}</h2>',
        "strong": f"<p><strong>{line}</strong></p>",
        "site": f"<p><strong>{line} - {NAME}</strong></p>",
        "kicker": f'<h3 class="sub">{escape(story.kicker or "")}: {line}</h3>',
    }.get(story.opening, "")
    if story.updated is not None:
        before += f'\n<div class="post-updated">آخر تحديث: {escape(story.updated)}</div>'
    return before + "\n"


def entry(story: Story, parts: list[Part], stories: list[Story]) -> str:
    """Return the content of one page of a story."""

    def also(part: Part) -> str:
        other = by_id(stories, int(part.names[0]))
        return f'<p class="read-also"><strong>اقرأ أيضاً: <a href="{address(other)}">{escape(other.headline)}</a></strong></p>'

    if story.breaks:
        pieces = [escape(part.text) if part.kind == "p" else f"<br />\n{also(part)}" for part in parts]
        return "<div>" + "<br />\n<br />\n".join(pieces) + "</div>"
    text = blocks(parts, also)
    if story.opening == "inline":
        text = text.replace("<p>", f"<p><strong>{escape(story.headline)}</strong> ", 1)
    return text


def comments(entries: list[dict[str, Any]], depth: int = 1) -> str:
    """Return a list of comments with their replies."""
    rows = ""
    for item in entries:
        below = f'<ul class="children">{comments(item["replies"], depth + 1)}</ul>' if item.get("replies") else ""
        rows += f"""<li class="comment depth-{depth}"><div class="comment-wrap"><div class="author-comment">
<cite class="fn">{escape(item["who"])}</cite> <span class="says">يقول:</span>
<div class="comment-meta">{escape(item["when"])}</div></div>
<div class="comment-content"><p>{escape(item["text"])}</p></div>
<div class="reply"><a class="comment-reply-link" href="#respond">رد</a></div></div>{below}</li>
"""
    return rows


def discussion(story: Story) -> str:
    """Return the comments section with its form."""
    listing = f'<ol class="commentlist">{comments(story.comments)}</ol>' if story.comments else ""
    return f"""<div id="comments">
<h3 id="comments-title">التعليقات</h3>
{listing}
<div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">أضف تعليقاً</h3>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes"><span id="email-notes">لن يتم نشر عنوان بريدك الإلكتروني.</span>
<span class="required-field-message">الحقول الإلزامية مشار إليها بـ <span class="required">*</span></span></p>
<p class="comment-form-comment"><label for="comment">التعليق <span class="required">*</span></label>
<textarea id="comment" name="comment" cols="45" rows="8"></textarea></p>
<p class="comment-form-author"><label for="author">الاسم <span class="required">*</span></label> <input name="author" /></p>
<p class="comment-form-email"><label for="email">البريد الإلكتروني <span class="required">*</span></label>
<input name="email" /></p>
<p class="form-submit"><input name="submit" type="submit" value="إرسال التعليق" /></p>
</form></div></div><!-- #comments -->"""


def post(story: Story, parts: list[Part], stories: list[Story], number: int, count: int) -> str:
    """Return the content column of a story's page."""
    others = [other for other in listed(stories) if other.section == story.section and other is not story][:3]
    related = "".join(
        f'<div class="related-item"><h3><a href="{address(o)}">{escape(o.headline)}</a></h3>'
        f'<p class="post-meta">{printed_date(o)}</p></div>'
        for o in others
    )
    date = f'<span class="tie-date">{printed_date(story, time=True)}</span>' if story.moment else ""
    byline = f'<span class="post-meta-author">{escape(story.byline or story.author)}</span>' if story.author else ""
    thumb = ""
    if story.image:
        caption = (
            f'<figcaption class="single-post-caption">{escape(story.caption)}</figcaption>' if story.caption else ""
        )
        thumb = f'<figure class="single-post-thumb"><img src="/images/{story.image}.png" alt="" />{caption}</figure>'
    tags = "".join(f'<a href="{url(f"/tag/{tag}/")}" rel="tag">{tag}</a> ' for tag in story.tags)
    marks = "".join(
        f" <span>{n}</span>" if n == number else f' <a href="{address(story)}{f"{n}/" if n > 1 else ""}">{n}</a>'
        for n in range(1, count + 1)
    )
    paging = f'<div class="page-link">صفحات:{marks}</div>' if count > 1 else ""
    title = f'<h1 class="name post-title entry-title">{escape(story.headline)}</h1>' if story.headline else ""
    return f"""<nav id="crumbs"><a href="/">الرئيسية</a> / <a href="/category/{story.section}/">{SECTIONS[story.section]}</a></nav>
<article id="the-post" class="post-listing post-{story.id} post type-post status-publish format-standard">
{thumb}
<div class="post-inner">
{title}
<p class="post-meta">{byline} {date} <span class="post-cats"><a href="/category/{story.section}/">{SECTIONS[story.section]}</a></span>
<span class="post-comments"><a href="#respond">أضف تعليق</a></span></p>
<div class="clear"></div>
<div class="entry">
{opening(story) if number == 1 else ""}{entry(story, parts, stories)}
{paging}
</div><!-- .entry -->
<div class="share-post"><span class="share-text">شارك !</span><ul><li><a href="#">فيسبوك</a></li><li><a href="#">تويتر</a></li>
<li><a href="#">واتساب</a></li></ul></div>
</div><!-- .post-inner -->
</article>
<p class="post-tag">الوسوم: {tags}</p>
<section id="related_posts"><div class="block-head"><h3>مقالات ذات صلة</h3></div><div class="post-listing">{related}</div></section>
{discussion(story)}"""


def story_page(story: Story, stories: list[Story], number: int) -> str:
    """Return one page of a story."""
    pages = story.pages()
    meta = [("og:locale", "ar_AR"), ("og:type", "article"), ("og:site_name", NAME)]
    if story.headline:
        meta += [("og:title", f"{story.headline} - {NAME}"), ("description", story.summary() or story.headline)]
    meta += [("og:url", address(story)), ("article:section", SECTIONS[story.section])]
    meta += [("article:tag", tag) for tag in story.tags]
    meta += [("article:published_time", story.date)] if story.date else []
    meta += [("article:modified_time", story.modified)] if story.modified else []
    meta += [("og:image", url(f"/images/{story.image}.png"))] if story.image else []
    more = f"<link rel='shortlink' href='{url_of('nakhlatayn', f'/?p={story.id}')}' />\n"
    at = [address(story) + (f"{n}/" if n > 1 else "") for n in range(1, len(pages) + 1)]
    more += f'<link rel="prev" href="{at[number - 2]}" />\n' if number > 1 else ""
    more += f'<link rel="next" href="{at[number]}" />\n' if number < len(pages) else ""
    title = f"{story.headline} | {NAME}" if story.headline else NAME
    content = post(story, pages[number - 1], stories, number, len(pages))
    body_class = f"single single-post postid-{story.id} single-format-standard"
    return frame(head(title, canonical=at[number - 1], meta=meta, more=more), body_class, content, stories)
