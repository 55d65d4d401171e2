<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
add_theme_support('html5', ['comment-list', 'comment-form']);
function corpus_word(string $name): string { return get_option("corpus_words")[$name] ?? ""; }
function el_id(string $name): string { return substr(md5($name . get_option('blogname')), 0, 7); }
function elema_comment($comment, $args, $depth) { ?>
<div class="e-con e-con-<?php echo el_id('c'); ?> e-child"><div class="e-widget e-widget-<?php echo el_id('ca'); ?>"><div class="e-widget-container"><?php comment_author(); ?></div></div><div class="e-widget e-widget-<?php echo el_id('cd'); ?>"><div class="e-widget-container"><?php echo get_comment_date() . ' - ' . get_comment_time(); ?></div></div>
<div class="e-widget e-widget-<?php echo el_id('ct'); ?>"><div class="e-widget-container"><?php comment_text(); ?></div></div><div class="e-widget e-widget-<?php echo el_id('cr'); ?>"><div class="e-widget-container"><?php comment_reply_link(array_merge($args, ['depth' => $depth, 'max_depth' => 5])); ?></div></div></div>
<?php }
