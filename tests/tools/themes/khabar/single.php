<?php get_header(); the_post(); $hide = get_post_meta(get_the_ID(), 'corpus_no_date', true); ?>
<div class="news_title"><h1><?php the_title(); ?></h1></div>
<div class="news_head"><?php the_title(); ?></div>
<div class="news_date"><?php echo khabar_word('updated'); ?><?php if (!$hide) { echo ' <span>' . get_the_date() . ' - ' . get_the_time() . '</span>'; } ?></div>
<?php if (has_post_thumbnail()) { ?><div class="news_img"><img src="<?php echo wp_get_attachment_url(get_post_thumbnail_id()); ?>" /></div><?php } ?>
<div class="news_text"><?php the_content(); wp_link_pages(); ?></div>
<div class="news_share"><?php foreach (explode('|', khabar_word('share')) as $word) { echo '<a href="#">' . $word . '</a> '; } ?></div>
<?php comments_template(); get_footer();
