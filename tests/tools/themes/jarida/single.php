<?php get_header(); the_post(); ?>
<div class="m1"><div class="m2"><?php the_title(); ?></div>
<div class="m3"><span><?php the_author(); ?></span><span><?php echo get_the_date(); ?></span></div>
<?php if (has_post_thumbnail()) { ?><div class="m4"><img src="<?php echo wp_get_attachment_url(get_post_thumbnail_id()); ?>"><div class="m5"><?php the_post_thumbnail_caption(); ?></div></div><?php } ?>
<div class="m6"><?php the_content(); wp_link_pages(); ?></div></div>
<?php comments_template(); get_footer();
