<div id="comments">
<h3><?php echo khabar_word('comments'); ?></h3>
<?php if (have_comments()) : ?>
<ol class="commentlist"><?php wp_list_comments(['style' => 'ol', 'avatar_size' => 32]); ?></ol>
<div class="navigation"><?php previous_comments_link(); next_comments_link(); ?></div>
<?php endif; ?>
<?php comment_form(['title_reply' => khabar_word('add'), 'comment_notes_before' => '<p>' . khabar_word('notes') . '*</p>', 'label_submit' => khabar_word('send')]); ?>
</div>
