<?php get_header(); while (have_posts()) : the_post(); ?>
<div class="news_item"><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></div>
<?php endwhile; get_footer();
