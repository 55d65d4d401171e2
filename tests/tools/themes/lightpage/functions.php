<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
add_theme_support('html5', ['comment-list', 'comment-form']);
function corpus_word(string $name): string { return get_option("corpus_words")[$name] ?? ""; }
function lightpage_comment($comment, $args, $depth) { ?>
<li id="li-<?php echo $comment->comment_ID; ?>" class="lp-item depth-<?php echo $depth; ?>"><article class="inside-article" itemscope itemtype="https://schema.org/Comment"><footer class="entry-meta"><div class="lp-author"><?php printf('%s', get_comment_author_link()); ?></div><time itemprop="datePublished"><?php echo get_comment_date() . ' @ ' . get_comment_time(); ?></time></footer>
<div class="entry-content" itemprop="text"><?php comment_text(); ?></div><span class="lp-reply"><?php comment_reply_link(array_merge($args, ['depth' => $depth, 'max_depth' => 5])); ?></span></article>
<?php }
