<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head><meta charset="<?php bloginfo('charset'); ?>"><?php wp_head(); ?></head>
<body <?php body_class(); ?>>
<div class="sh-header-wrap"><div class="sh-main-menu"><ul><?php foreach (get_categories(['hide_empty' => false]) as $cat) { echo '<li><a href="' . get_category_link($cat) . '">' . $cat->name . '</a></li>'; } ?></ul></div></div>
<div class="sh-main-content-wrap"><div class="sh-container"><div class="sh-pb-row"><div class="sh-pb-span8 sh-main-content" role="main"><div class="sh-ss-main-content">
