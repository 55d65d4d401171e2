<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
function jarida_word(string $name): string {
    return get_option('corpus_words')[$name] ?? '';
}
