"""One file per outlet, and site.py for any outlet by URL."""
