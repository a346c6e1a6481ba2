"""Web pages, drawn from an outline with Jinja; nothing else in the package knows Jinja."""
