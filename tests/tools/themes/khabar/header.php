<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" <?php language_attributes(); ?>>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=<?php bloginfo('charset'); ?>" />
<title><?php wp_title('|', true, 'right'); bloginfo('name'); ?></title>
<link rel="stylesheet" href="<?php bloginfo('stylesheet_url'); ?>" type="text/css" />
<?php if (is_singular()) { wp_enqueue_script('comment-reply'); } wp_head(); ?>
</head>
<body>
<table width="1000" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="2" id="top">
<a href="<?php echo home_url('/'); ?>"><b><?php bloginfo('name'); ?></b></a> <span><?php bloginfo('description'); ?></span>
</td></tr><tr><td colspan="2" id="menu">
<?php foreach (get_categories(['hide_empty' => false]) as $cat) { echo '<a href="' . get_category_link($cat) . '">' . $cat->name . '</a> | '; } ?>
</td></tr><tr><td valign="top" width="700" class="right_side">
