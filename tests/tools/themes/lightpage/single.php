<?php get_header(); the_post(); ?>
<div id="page" class="site grid-container"><div class="site-content"><div class="content-area"><main class="site-main">
<article id="post-<?php the_ID(); ?>" <?php post_class(); ?>><div class="inside-article">
<header class="entry-header"><h1 class="entry-title" itemprop="headline"><?php the_title(); ?></h1><div class="entry-meta"><time class="entry-date published" datetime="<?php echo get_the_date('c'); ?>"><?php echo get_the_date(); ?></time> <span class="byline"><span class="author vcard"><?php the_author(); ?></span></span></div></header>
<div class="entry-content" itemprop="text"><?php if (has_post_thumbnail()) { ?><figure><?php the_post_thumbnail(); ?><figcaption><?php the_post_thumbnail_caption(); ?></figcaption></figure><?php } the_content(); wp_link_pages(); ?></div>
<footer class="entry-meta"><?php the_category(', '); the_tags('<span class="tags-links">', ', ', '</span>'); ?><nav class="post-navigation"><?php previous_post_link('%link'); next_post_link('%link'); ?></nav></footer></div></article>
<?php comments_template(); ?></main></div>
<div class="widget-area"><div class="inside-right-sidebar"><h2 class="widget-title"><?php echo corpus_word('asides'); ?></h2><ul><?php foreach (get_posts(['numberposts' => 5]) as $item) { echo '<li><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></li>'; } ?></ul></div></div></div></div>
<footer class="site-info"><?php echo corpus_word('copyright'); ?></footer>
<?php get_footer();
