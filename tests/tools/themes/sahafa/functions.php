<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
add_theme_support('html5', ['comment-list', 'comment-form']);
function corpus_word(string $name): string { return get_option("corpus_words")[$name] ?? ""; }
add_filter('the_content', function (string $content): string {
    $others = get_posts(['numberposts' => 3, 'exclude' => [get_the_ID()], 'orderby' => 'rand']);
    $parts = explode('</p>', $content);
    if (count($parts) < 5 || !$others) { return $content; }
    $box = '<div class="sh_block_inner sh-a-rec"><div class="sh-block-title"><span>' . corpus_word('related') . '</span></div>';
    foreach ($others as $item) {
        $box .= '<div class="sh_module_mx16"><div class="item-details"><h3 class="entry-title sh-module-title"><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></h3><div class="sh-module-meta-info"><time>' . get_the_date('', $item) . '</time></div></div></div>';
    }
    $parts[2] = $box . '</div>' . $parts[2];
    return implode('</p>', $parts);
}, 20);
function sahafa_comment($comment, $args, $depth) { ?>
<li class="sh-remark" id="remark-<?php echo $comment->comment_ID; ?>"><article>
<footer><?php echo get_avatar($comment, 50); ?><cite><?php comment_author(); ?></cite> <a class="sh-link" href="#"><time><?php echo get_comment_date() . ' ' . get_comment_time(); ?></time></a></footer>
<div class="sh-remark-text"><?php comment_text(); ?></div>
<div class="sh-remark-meta"><?php comment_reply_link(array_merge($args, ['depth' => $depth, 'max_depth' => 5])); ?></div></article>
<?php }
