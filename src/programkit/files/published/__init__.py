"""``published.json``: what subscribers of the calendars know, and what changed each time."""
