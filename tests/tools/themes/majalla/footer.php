</main><aside class="mj-side"><div class="mj-box"><h3><?php echo majalla_word('asides'); ?></h3><ol>
<?php foreach (get_posts(['numberposts' => 6, 'orderby' => 'comment_count', 'exclude' => [get_the_ID()]]) as $item) { echo '<li><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></li>'; } ?>
</ol></div><?php the_widget('WP_Widget_Recent_Comments'); the_widget('WP_Widget_Archives'); ?></aside></div>
<footer><p><?php echo majalla_word('copyright'); ?></p><p><?php echo majalla_word('channel'); ?></p></footer>
<?php wp_footer(); ?></body></html>
