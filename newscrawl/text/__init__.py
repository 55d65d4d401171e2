"""Plain text in, values out: Arabic folding, dates, language, fingerprints, URLs. Pure."""
