<div class="q1"><div class="q2"><?php echo jarida_word('comments'); ?> (<?php echo get_comments_number(); ?>)</div>
<?php foreach (get_comments(['post_id' => get_the_ID(), 'status' => 'approve', 'order' => 'ASC']) as $comment) { ?>
<div class="q3"><div class="q4"><span><?php echo $comment->comment_author; ?></span> <span><?php echo get_comment_date('', $comment); ?></span></div><div class="q5"><?php echo wpautop($comment->comment_content); ?></div><div class="q6"><a href="#"><?php echo jarida_word('reply'); ?></a></div></div>
<?php } if (comments_open()) { ?>
<div class="q7"><div class="q2"><?php echo jarida_word('add'); ?></div><div><?php echo jarida_word('notes'); ?></div><form method="post" action="/wp-comments-post.php"><div><?php echo jarida_word('name'); ?></div><input name="author"><div><?php echo jarida_word('text'); ?></div><textarea name="comment"></textarea><input type="submit" value="<?php echo jarida_word('send'); ?>"></form></div>
<?php } ?></div>
