"""bytes -> Leads: sitemaps, feeds, section pages, WordPress REST. Pure."""
