<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
add_theme_support('html5', ['comment-list', 'comment-form', 'search-form']);
register_sidebar(['id' => 'side', 'name' => 'Side']);
function majalla_word(string $name): string {
    return get_option('corpus_words')[$name] ?? '';
}
// A box with another story after the second paragraph, as such themes do.
add_filter('the_content', function (string $content): string {
    $other = get_posts(['numberposts' => 1, 'exclude' => [get_the_ID()], 'category' => wp_get_post_categories(get_the_ID())[0] ?? 0]);
    if (!$other || get_the_ID() % 2) {
        return $content;
    }
    $box = '<div class="mj-inpost"><span>' . majalla_word('also') . '</span><a href="' . get_permalink($other[0]) . '">' . get_the_title($other[0]) . '</a></div>';
    $parts = explode('</p>', $content);
    if (count($parts) > 3) {
        $parts[2] = $box . $parts[2];
    }
    return implode('</p>', $parts);
}, 20);
