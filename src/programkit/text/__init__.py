"""Words, names, times and the small markup of titles and abstracts; no layout."""
