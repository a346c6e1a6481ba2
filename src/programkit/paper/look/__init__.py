"""How booklets look: themes, what follows from the size of the page, colors, and type."""
