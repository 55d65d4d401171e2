<?php
// One installation, many sites: the site is the host name, its tables have the host's name in front.
$corpus_host = preg_replace('/:.*/', '', $_SERVER['HTTP_HOST']);
$_SERVER['HTTPS'] = 'on';
$_SERVER['SERVER_PORT'] = 443;
define('DB_NAME', 'wp');
define('DB_USER', 'wp');
define('DB_PASSWORD', 'wp');
define('DB_HOST', 'localhost:' . getenv('CORPUS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', 'https://' . $corpus_host);
define('WP_SITEURL', 'https://' . $corpus_host);
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {
    define($name, 'the corpus keeps no secrets ' . $name);
}
$table_prefix = preg_replace('/[^a-z0-9]/', '_', $corpus_host) . '_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
