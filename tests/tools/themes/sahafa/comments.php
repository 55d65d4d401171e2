<div class="sh-remarks" id="remarks">
<?php if (have_comments()) { ?><div class="sh-remarks-title-wrap"><h4 class="block-title"><span><?php comments_number(); ?></span></h4></div>
<ol class="sh-remark-list"><?php wp_list_comments(['callback' => 'sahafa_comment', 'style' => 'ol']); ?></ol><div class="sh-pages"><?php previous_comments_link(); next_comments_link(); ?></div>
<?php } comment_form(['class_form' => 'sh-leave', 'id_form' => 'sh-leave', 'class_container' => 'sh-leave-wrap', 'title_reply_before' => '<h3 class="sh-leave-title">', 'title_reply_to' => '']); ?></div>
