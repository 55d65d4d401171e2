<?php
// Must-use plugin: WordPress's own strings in a language that nobody speaks, for sites that ask for it.
function corpus_scramble(string $text): string {
    return preg_replace_callback('/%[0-9$]*[a-z]|<[^>]*>|&[^;]*;|[a-zA-Z]+/', function (array $found): string {
        return preg_match('/^[a-zA-Z]+$/', $found[0]) ? strtr($found[0], 'aeioubcdfghklmnprstvwyAEIOUBCDFGHKLMNPRSTVWY', 'oaeuizvbgdtjrnlmsrkpfthOAEUIZVBGDTJRNLMSRKPFTH') : $found[0];
    }, $text);
}
foreach (['gettext', 'gettext_with_context', 'ngettext', 'ngettext_with_context'] as $hook) {
    add_filter($hook, fn ($text) => get_option('corpus_scramble') && !preg_match('/^[a-zA-Z]{1,2}$|^[gGhH]:|[FjY],? [jFY]/', $text) ? corpus_scramble($text) : $text);
}
