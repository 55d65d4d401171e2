<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php if (is_single()) : $post = get_queried_object(); ?>
<meta property="og:title" content="<?php echo esc_attr(get_the_title() . ' - ' . get_bloginfo('name')); ?>">
<meta property="og:type" content="article">
<meta property="og:site_name" content="<?php bloginfo('name'); ?>">
<meta property="og:url" content="<?php the_permalink(); ?>">
<meta property="article:published_time" content="<?php echo get_the_date('c'); ?>">
<meta property="article:modified_time" content="<?php echo get_the_modified_date('c'); ?>">
<script type="application/ld+json"><?php echo json_encode(['@context' => 'https://schema.org', '@graph' => [
    ['@type' => 'NewsArticle', 'headline' => html_entity_decode(get_the_title()), 'datePublished' => get_the_date('c'), 'dateModified' => get_the_modified_date('c'),
     'author' => ['@type' => 'Person', 'name' => get_the_author_meta('display_name', $post->post_author)], 'mainEntityOfPage' => get_permalink(), 'inLanguage' => get_bloginfo('language'),
     'articleSection' => get_the_category()[0]->name, 'commentCount' => (int) $post->comment_count],
    ['@type' => 'WebSite', 'name' => get_bloginfo('name'), 'url' => home_url('/')]]], JSON_UNESCAPED_UNICODE); ?></script>
<?php endif; wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<header class="mj-top"><a class="mj-logo" href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a>
<nav><ul><?php wp_list_categories(['title_li' => '', 'hide_empty' => false]); ?></ul></nav>
<div class="mj-ticker"><b><?php echo majalla_word('breaking'); ?></b><?php foreach (get_posts(['numberposts' => 3]) as $item) { echo '<a href="' . get_permalink($item) . '">' . get_the_title($item) . '</a>'; } ?></div></header>
<div class="mj-wrap"><main>
