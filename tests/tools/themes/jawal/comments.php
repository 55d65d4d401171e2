<div id="talk" class="talk-area"><?php if (have_comments()) { ?><div id="talk-box" class="container-wrapper"><div class="block-head"><h3 id="talk-title"><?php comments_number(); ?></h3></div>
<ol class="talk-list"><?php wp_list_comments(['style' => 'ol', 'short_ping' => true, 'avatar_size' => 60]); ?></ol><nav><?php paginate_comments_links(); ?></nav></div><?php } ?>
<div id="add-talk" class="container-wrapper"><?php comment_form(['id_form' => 'talkform', 'class_container' => 'talk-respond']); ?></div></div>
