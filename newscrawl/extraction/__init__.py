"""bytes -> Draft: a page read into an Article and its blocks. Pure."""
