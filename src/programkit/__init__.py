"""From talks, people, rooms and wishes to a decided program, in print and on the web."""
