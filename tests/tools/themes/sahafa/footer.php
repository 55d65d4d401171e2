</div></div><div class="sh-pb-span4 sh-main-sidebar"><div class="sh-ss-main-sidebar"><h4><?php echo corpus_word('asides'); ?></h4><?php foreach (get_posts(['numberposts' => 5, 'offset' => 2]) as $item) { echo '<div class="sh_module_6"><h3><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></h3><time>' . get_the_date('', $item) . '</time></div>'; } ?></div></div></div></div></div>
<div class="sh-sub-footer-container"><div class="sh-sub-footer-copy"><?php echo corpus_word('copyright'); ?></div></div>
<?php wp_footer(); ?></body></html>
