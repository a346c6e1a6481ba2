"""Logos and pictures, opened with suspicion: points, and drawings that stay drawings."""
