<?php
add_theme_support('post-thumbnails');
add_theme_support('title-tag');
add_theme_support('html5', ['comment-list', 'comment-form']);
function corpus_word(string $name): string { return get_option("corpus_words")[$name] ?? ""; }
