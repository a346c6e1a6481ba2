"""What readers see of a program, resolved once for all outputs and without any layout."""
