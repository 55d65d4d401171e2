"""The project's own exceptions: one base, and a subclass only where a caller acts on it differently."""


class NewscrawlError(Exception):
    """Anything newscrawl itself refuses; the message says what was expected, found and what to do next."""


class ExtractionError(NewscrawlError):
    """A page that cannot be read at all (not HTML, over the size bound); costs that page, never the run."""
