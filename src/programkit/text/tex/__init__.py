"""TeX formulas, read into a tree that both the page and the web are made from."""
