<?php
// Fill one site from a JSON file: php build.php SITE.json; prints the addresses of its posts as JSON.
ini_set('display_errors', 'stderr');
$site = json_decode(file_get_contents($argv[1]), true);
$_SERVER['HTTP_HOST'] = $_SERVER['SERVER_NAME'] = $site['host'];
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
define('WP_INSTALLING', true);
require dirname(__DIR__) . '/wp/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }

switch_to_locale($site['locale']);
load_default_textdomain($site['locale']);
wp_install($site['title'], 'desk', 'desk@' . $site['host'], true, '', 'x', $site['locale']);
foreach ($site['options'] as $name => $value) {
    update_option($name, $value);
}
update_option('WPLANG', $site['locale'] === 'en_US' ? '' : $site['locale']);
switch_theme($site['theme']);
wp_delete_post(1, true);
kses_remove_filters();

$authors = [];
foreach ($site['authors'] as $number => $name) {
    $authors[$name] = wp_insert_user([
        'user_login' => 'writer' . $number, 'user_pass' => 'x', 'user_email' => "writer$number@{$site['host']}",
        'display_name' => $name, 'nickname' => $name, 'role' => 'author', 'description' => $site['about'][$number] ?? '',
    ]);
}
$categories = [];
foreach ($site['categories'] as $number => $name) {
    $categories[$name] = wp_insert_category(['cat_name' => $name, 'category_nicename' => 'cat-' . $number]);
}

function add_picture(array $picture, int $post): void {
    $id = wp_insert_attachment(
        ['post_mime_type' => 'image/jpeg', 'post_title' => 'photo', 'post_excerpt' => $picture['caption'], 'post_status' => 'inherit'],
        $picture['file'], $post
    );
    wp_update_attachment_metadata($id, ['width' => 1200, 'height' => 675, 'file' => $picture['file'], 'sizes' => []]);
    set_post_thumbnail($post, $id);
}

$printed = [];
$found = [];
foreach ($site['posts'] as $number => $post) {
    $id = wp_insert_post([
        'post_title' => $post['title'], 'post_content' => wp_slash($post['content']), 'post_status' => 'publish',
        'post_date' => $post['date'], 'post_author' => $authors[$post['author']], 'post_name' => $post['slug'],
        'post_category' => [$categories[$post['category']]], 'tags_input' => $post['tags'],
        'comment_status' => $post['closed'] ? 'closed' : 'open', 'post_excerpt' => $post['excerpt'],
        'meta_input' => $post['meta'],
    ], true);
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message());
        exit(1);
    }
    if ($post['picture']) {
        add_picture($post['picture'], $id);
    }
    $last = 0;
    foreach ($post['comments'] as $place => $comment) {
        $new = wp_insert_comment([
            'comment_post_ID' => $id, 'comment_author' => $comment['author'], 'comment_content' => $comment['text'],
            'comment_author_email' => "reader$place@example.org", 'comment_date' => $comment['date'],
            'comment_date_gmt' => get_gmt_from_date($comment['date']), 'comment_approved' => 1,
            'comment_parent' => $comment['reply'] ? $last : 0, 'comment_type' => 'comment',
        ]);
        $last = $new;
    }
    wp_update_comment_count_now($id);
    $found[$number] = $id;
}
global $wpdb;
foreach ($site['posts'] as $number => $post) {
    $wpdb->update($wpdb->posts, ['post_modified' => $post['modified'], 'post_modified_gmt' => get_gmt_from_date($post['modified'])], ['ID' => $found[$number]]);
}
global $wp_rewrite;
$wp_rewrite->set_permalink_structure($site['permalink']);
$wp_rewrite->flush_rules(true);
$addresses = array_map(fn ($id) => ['url' => get_permalink($id), 'pages' => count(explode('<!--nextpage-->', get_post($id)->post_content))], $found);
foreach ($site['printed'] as $text) {
    $printed[$text] = html_entity_decode(wptexturize($text), ENT_QUOTES | ENT_HTML5, 'UTF-8');
}
fwrite(STDOUT, "\n====\n" . json_encode(['posts' => $addresses, 'printed' => $printed], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
