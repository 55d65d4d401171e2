<?php
add_theme_support('post-thumbnails');
add_theme_support('automatic-feed-links');
function khabar_word(string $name): string {
    return get_option('corpus_words')[$name] ?? '';
}
