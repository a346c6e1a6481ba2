"""From talks, people, rooms and wishes to a decided program, in print, on the web and in calendars."""
