<?php get_header(); the_post(); function w(string $name, string $html): void { echo '<div class="e-element e-element-' . el_id($name) . ' e-widget"><div class="e-widget-container">' . $html . '</div></div>'; } ?>
<div class="e e-location-single"><div class="e-element e-element-<?php echo el_id('top'); ?> e-con">
<?php w('k', get_the_category_list(' ')); w('h', '<h1 class="e-heading-title">' . get_the_title() . '</h1>'); w('m', '<ul class="e-icon-list"><li><span>' . get_the_author() . '</span></li><li><span>' . get_the_date() . '</span></li><li><span>' . get_the_time() . '</span></li></ul>');
if (has_post_thumbnail()) { w('p', '<figure>' . get_the_post_thumbnail() . '<figcaption>' . get_the_post_thumbnail_caption() . '</figcaption></figure>'); }
ob_start(); the_content(); w('t', ob_get_clean());
w('s', implode('', array_map(fn ($word) => '<div class="e-btn"><span>' . $word . '</span></div>', explode('|', corpus_word('share')))));
w('a', '<h4>' . get_the_author() . '</h4><div><p>' . get_the_author_meta('description') . '</p></div>');
w('n', get_previous_post_link('%link') . get_next_post_link('%link'));
$cards = ''; foreach (get_posts(['numberposts' => 3, 'exclude' => [get_the_ID()]]) as $item) { $cards .= '<div class="e-post"><h3><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></h3><p>' . wp_trim_words($item->post_content, 16) . '</p><span>' . get_the_date('', $item) . '</span></div>'; }
w('r', '<h2>' . corpus_word('related') . '</h2>' . $cards); ?>
<div class="e-element e-element-<?php echo el_id('talk'); ?> e-widget"><div class="e-widget-container"><?php comments_template(); ?></div></div></div></div>
<div class="e e-location-footer"><?php w('f', '<p>' . corpus_word('copyright') . '</p>'); w('nl', '<p>' . corpus_word('newsletter') . '</p><form><input type="email"><button><span>' . corpus_word('send') . '</span></button></form>'); ?></div>
<?php get_footer();
