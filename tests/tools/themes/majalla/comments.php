<?php if (post_password_required()) { return; } ?>
<section id="mj-discussion" class="mj-discussion">
<?php if (have_comments()) : ?>
<h3><?php comments_number(); ?></h3>
<ul class="mj-comments"><?php wp_list_comments(['style' => 'ul', 'avatar_size' => 48]); ?></ul>
<?php the_comments_navigation(); endif; ?>
<?php if (!comments_open()) { echo '<p class="mj-closed">' . __('Comments are closed.') . '</p>'; } comment_form(); ?>
</section>
