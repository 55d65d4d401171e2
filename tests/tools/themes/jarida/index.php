<?php get_header(); while (have_posts()) : the_post(); ?>
<div class="x7a"><a class="b4" href="<?php the_permalink(); ?>"><?php the_title(); ?></a></div>
<?php endwhile; get_footer();
