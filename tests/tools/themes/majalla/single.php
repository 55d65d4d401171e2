<?php get_header(); the_post(); $cat = get_the_category()[0]; ?>
<div class="mj-crumbs"><a href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a> » <a href="<?php echo get_category_link($cat); ?>"><?php echo $cat->name; ?></a> » <span><?php the_title(); ?></span></div>
<article id="post-<?php the_ID(); ?>" <?php post_class(); ?>>
<?php if ($kicker = get_post_meta(get_the_ID(), 'corpus_kicker', true)) { echo '<span class="mj-kicker">' . esc_html($kicker) . '</span>'; } ?>
<h1 class="mj-title"><?php the_title(); ?></h1>
<?php if (has_excerpt()) { echo '<h2 class="mj-standfirst">' . get_the_excerpt() . '</h2>'; } ?>
<div class="mj-meta"><span class="mj-by"><?php the_author_posts_link(); ?></span> <time datetime="<?php echo get_the_date('c'); ?>"><?php echo get_the_date() . ' ' . get_the_time(); ?></time>
<span class="mj-views"><?php echo number_format_i18n(137 * get_the_ID()); ?></span> <span class="mj-comm"><?php comments_number(); ?></span></div>
<div class="mj-share"><span><?php $words = explode('|', majalla_word('share')); echo array_shift($words); ?></span><?php foreach ($words as $word) { echo '<a href="#" class="sh">' . $word . '</a>'; } ?></div>
<?php if (has_post_thumbnail()) { ?><figure class="mj-photo"><?php the_post_thumbnail(); ?><figcaption><?php the_post_thumbnail_caption(); ?></figcaption></figure><?php } ?>
<div class="mj-content"><?php the_content(); wp_link_pages(); ?></div>
<div class="mj-tags"><?php the_tags(); ?></div>
<div class="mj-share mj-bottom"><?php foreach (explode('|', majalla_word('share')) as $word) { echo '<a href="#" class="sh">' . $word . '</a>'; } ?></div>
<div class="mj-newsletter"><h4><?php echo majalla_word('newsletter'); ?></h4><form><input type="email" placeholder="name@example.org"><button><?php echo majalla_word('send'); ?></button></form></div>
</article>
<section class="mj-author"><h3><?php echo majalla_word('authorhead'); ?></h3><b><?php the_author(); ?></b><p><?php the_author_meta('description'); ?></p></section>
<?php the_post_navigation(); ?>
<section class="mj-related"><h3><?php echo majalla_word('related'); ?></h3>
<?php foreach (get_posts(['numberposts' => 4, 'exclude' => [get_the_ID()], 'category' => $cat->term_id]) as $item) { ?>
<div class="card"><a href="<?php echo get_permalink($item); ?>"><h4><?php echo get_the_title($item); ?></h4></a><p><?php echo wp_trim_words(strip_shortcodes($item->post_content), 14); ?></p><time><?php echo get_the_date('', $item); ?></time></div>
<?php } ?></section>
<?php comments_template(); get_footer();
