</td><td valign="top" class="left_side">
<div class="box_title"><?php echo khabar_word('asides'); ?></div>
<?php foreach (get_posts(['numberposts' => 8, 'exclude' => [get_the_ID()]]) as $item) { ?>
<div class="news_item"><a href="<?php echo get_permalink($item); ?>"><?php echo get_the_title($item); ?></a></div>
<?php } ?>
</td></tr><tr><td colspan="2" id="bottom"><?php echo khabar_word('copyright'); ?></td></tr></table>
<?php wp_footer(); ?>
</body></html>
