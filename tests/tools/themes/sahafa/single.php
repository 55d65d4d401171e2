<?php get_header(); the_post(); $cat = get_the_category()[0]; ?>
<div class="sh-crumb-container"><span><a href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a></span> <i class="sep"></i> <span><a href="<?php echo get_category_link($cat); ?>"><?php echo $cat->name; ?></a></span> <i class="sep"></i> <span><?php the_title(); ?></span></div>
<article id="post-<?php the_ID(); ?>" <?php post_class(); ?> itemscope itemtype="https://schema.org/Article">
<div class="sh-post-header"><ul class="sh-category"><li><a href="#"><?php echo $cat->name; ?></a></li></ul><header class="sh-post-title"><h1 class="entry-title"><?php the_title(); ?></h1>
<div class="sh-module-meta-info"><div class="sh-post-author-name"><?php the_author_posts_link(); ?><div class="sh-author-line"> - </div></div><span class="sh-post-date"><time datetime="<?php echo get_the_date('c'); ?>"><?php echo get_the_date(); ?></time></span><div class="sh-post-views"><span><?php echo 53 * get_the_ID(); ?></span></div></div></header></div>
<div class="sh-post-sharing-top"><span><?php $words = explode('|', corpus_word('share')); echo array_shift($words); ?></span><?php foreach ($words as $word) { echo '<a href="#"><div class="sh-social-but-text">' . $word . '</div></a>'; } ?></div>
<div class="sh-post-content">
<?php if (has_post_thumbnail()) { ?><div class="sh-post-featured-image"><figure><?php the_post_thumbnail(); ?><figcaption class="wp-caption-text"><?php the_post_thumbnail_caption(); ?></figcaption></figure></div><?php } ?>
<?php the_content(); wp_link_pages(); ?></div>
<footer><div class="sh-post-source-tags"><?php the_tags('<ul class="sh-tags"><li>', '</li><li>', '</li></ul>'); ?></div>
<div class="sh-block-row sh-post-next-prev"><?php previous_post_link('<div class="sh-prev">%link</div>'); next_post_link('<div class="sh-next">%link</div>'); ?></div>
<div class="author-box-wrap"><div class="desc"><div class="sh-author-name"><a href="#"><?php the_author(); ?></a></div><div class="sh-author-description"><?php the_author_meta('description'); ?></div></div></div></footer></article>
<div class="sh_block_wrap sh_block_related_posts"><h4 class="sh-related-title"><a href="#"><?php echo corpus_word('related'); ?></a></h4>
<?php foreach (get_posts(['numberposts' => 3, 'exclude' => [get_the_ID()]]) as $item) { ?><div class="sh_module_related"><h3><a href="<?php echo get_permalink($item); ?>"><?php echo get_the_title($item); ?></a></h3></div><?php } ?></div>
<?php comments_template(); get_footer();
