"""Pages as PDF: what they draw, the fonts in them, and what they are to those who hear them."""
