<?php get_header(); the_post(); ?>
<div id="page"><div id="header"><div id="headerimg"><h1><a href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a></h1></div></div><hr />
<div id="content" class="widecolumn"><div class="navigation"><div class="alignleft"><?php previous_post_link('&laquo; %link'); ?></div><div class="alignright"><?php next_post_link('%link &raquo;'); ?></div></div>
<div class="post" id="post-<?php the_ID(); ?>"><h2><?php the_title(); ?></h2><small><?php the_date(); ?> <?php the_author(); ?></small><div class="entry"><?php the_content(); the_tags('<p>', ', ', '</p>'); ?><p class="postmetadata alt"><small><?php echo corpus_word('readtime') . '. ' . get_the_date() . ' ' . get_the_time() . ', ' . corpus_word('categories') . ' '; the_category(', '); ?></small></p></div></div>
<?php comments_template(); ?></div><hr /><div id="footer"><p><?php echo corpus_word('copyright'); ?></p></div></div>
<?php get_footer();
