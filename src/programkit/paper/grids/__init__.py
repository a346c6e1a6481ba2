"""Grids of times: what stands in their cells, and the pages they are on."""
