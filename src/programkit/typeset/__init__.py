"""Runs of text to pages of positioned glyphs: knows fonts, lines and pages, and no PDF."""
