<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head><meta charset="<?php bloginfo('charset'); ?>"><?php wp_head(); ?></head>
<body>
<div class="k1"><div class="k2"><a href="<?php echo home_url('/'); ?>"><?php bloginfo('name'); ?></a></div>
<div class="k3"><?php foreach (get_categories(['hide_empty' => false]) as $cat) { echo '<a class="k4" href="' . get_category_link($cat) . '">' . $cat->name . '</a>'; } ?></div></div>
<div class="m0">
