"""Booklets on paper: a program as PDF pages. The only place where reportlab is imported."""
