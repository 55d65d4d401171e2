</div><div class="z1"><div class="z2"><?php echo jarida_word('asides'); ?></div><?php foreach (get_posts(['numberposts' => 5, 'exclude' => [get_the_ID()]]) as $item) { echo '<div class="z3"><a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a></div>'; } ?></div>
<div class="z9"><?php echo jarida_word('copyright'); ?></div>
<?php wp_footer(); ?></body></html>
