"""One page a file; each is listed once in ``dashboard.app.PAGES``."""
