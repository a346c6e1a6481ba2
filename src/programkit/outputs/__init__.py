"""What `build` makes that needs more than one tower: the site with its calendars."""
