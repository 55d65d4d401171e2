<?php get_header(); the_post(); ?>
<div id="content" class="site-content container"><div id="main-content-row"><div class="main-content" role="main">
<article id="the-post" class="container-wrapper post-content">
<header class="entry-header-outer"><nav id="crumb"><a href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a><em>/</em><?php the_category('<em>/</em>'); ?><em>/</em><span class="current"><?php the_title(); ?></span></nav>
<div class="entry-header"><h1 class="post-title entry-title"><?php the_title(); ?></h1><div class="single-post-meta post-meta"><span class="author-meta"><span class="meta-author"><a href="#"><?php the_author(); ?></a></span></span><span class="date meta-item"><?php echo get_the_date(); ?></span><span class="last-updated"><?php echo corpus_word('updated') . ': ' . get_the_modified_date(); ?></span><span class="meta-reading-time"><?php echo corpus_word('readtime'); ?></span></div></div></header>
<div class="entry-content entry clearfix">
<?php if (has_post_thumbnail()) { ?><figure class="single-featured-image"><?php the_post_thumbnail(); ?><figcaption class="single-caption-text"><?php the_post_thumbnail_caption(); ?></figcaption></figure><?php } ?>
<?php the_content(); ?>
<p class="jw-plea"><a href="https://t.me/s/example"><?php echo corpus_word('channel'); ?></a></p>
<div id="inline-related"><h4><?php echo corpus_word('also'); ?></h4><ul><?php foreach (get_posts(['numberposts' => 2, 'exclude' => [get_the_ID()], 'orderby' => 'rand']) as $item) { echo '<li><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></li>'; } ?></ul></div>
<div class="post-bottom-meta"><div class="post-bottom-meta-title"></div><span class="tagcloud"><?php the_tags('', ' ', ''); ?></span></div>
<div class="share-links"><?php foreach (explode('|', corpus_word('share')) as $word) { echo '<a href="#"><span class="social-text">' . $word . '</span></a>'; } ?></div>
</div></article>
<div class="post-components"><div class="about-author container-wrapper"><div class="author-info"><h3 class="author-name"><a href="#"><?php the_author(); ?></a></h3><div class="author-bio"><?php the_author_meta('description'); ?></div></div></div>
<div class="prev-next-post-nav"><?php previous_post_link('%link'); next_post_link('%link'); ?></div>
<?php comments_template(); ?></div></div>
<aside class="sidebar"><div class="widget"><div class="widget-title"><?php echo corpus_word('asides'); ?></div><ul><?php foreach (get_posts(['numberposts' => 5]) as $item) { echo '<li><h3><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></h3><div class="post-meta">' . get_the_date('', $item) . '</div></li>'; } ?></ul></div></aside></div></div>
<footer id="footer"><div class="copyright-text"><?php echo corpus_word('copyright'); ?></div></footer>
<?php get_footer();
