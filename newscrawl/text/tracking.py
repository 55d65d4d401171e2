"""Which query parameters say where a reader came from, and which say what is read.

Only the table and its one question; how a URL becomes an identity is in `urls`. A parameter is dropped when its name
is known to carry nothing about the content on any site, or when its name is ambiguous and its value settles it.
"""

from __future__ import annotations

import re

_ALWAYS = """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid ysclid igshid igsh li_fat_id epik
    rdt_cid srsltid sccid _openstat _ga _gl _gac __gads hsctatracking mkt_tok oly_enc_id oly_anon_id vero_id
    vero_conv wickedid rb_clickid s_cid s_kwcid ef_id cmpid icid ncid ocid ito xtor xtref wtmc wt_zmc smid smtyp
    soc_src soc_trk guccounter guce_referrer guce_referrer_sig ref_src ref_url referrer referer
    __twitter_impression twitter_impression _branch_match_id _branch_referrer sr_share sharetype fb_action_ids
    fb_action_types fb_source fb_ref fb_comment_id action_object_map action_type_map action_ref_map replytocom
    doing_wp_cron nocache cachebuster feedname feedtype linkid cndid mbid spm scm ns_mchannel ns_source
    ns_campaign ns_linkname ns_fee mod_rss dgcid trk trkcampaign tracking_source ga_source ga_medium ga_term
    ga_content ga_campaign ga_place piwik_campaign piwik_kwd mtm_source mtm_medium mtm_campaign mtm_keyword
    mtm_content mtm_cid mtm_group mtm_placement phpsessid jsessionid sessionid session_id aspsessionid cfid
    cftoken zenid
"""
ALWAYS = frozenset(_ALWAYS.split())
"""Lower-cased names: click ids of advertisers, campaign tools, share buttons, session ids, cache busters."""

PREFIXES = (
    "utm_",
    "at_",
    "mc_",
    "_hs",
    "pk_",
    "wt.",
    "wt_mc",
    "_x_tr_",
    "aspsession",
    "guce_",
    "hsa_",
    "stm_",
    "_bta_",
)
"""Families; `at_` is AT Internet's, `mc_` Mailchimp's, `_x_tr_` Google Translate's frame."""

# The name alone does not tell: `ref=homepage` is a trail, `ref=48213` may be the story's number.
_TRAIL_UNLESS_NUMBER = """
    ref source src from via cmp campaign partner feature rss share shared sh
"""
TRAIL_UNLESS_NUMBER = frozenset(_TRAIL_UNLESS_NUMBER.split())

# Another rendering of the same page, when switched on (or off) by one of these values.
_RENDERINGS = """
    amp outputtype output view print printable mobile m noamp desktop
"""
RENDERINGS = frozenset(_RENDERINGS.split())
SWITCH = re.compile(r"(?:|0|1|y|yes|true|on|amp|print|mobile|desktop|[0-9]{0,1})", re.IGNORECASE)


def is_trail(name: str, value: str) -> bool:
    """Tell whether a query parameter says nothing about which article is meant.

    >>> is_trail("utm_source", "x"), is_trail("p", "123"), is_trail("ref", "home"), is_trail("ref", "123")
    (True, False, True, False)
    """
    name = name.lower()
    if name in ALWAYS or name.startswith(PREFIXES):
        return True
    if name in TRAIL_UNLESS_NUMBER:
        return not any(c.isdigit() for c in value)
    return name in RENDERINGS and SWITCH.fullmatch(value) is not None
