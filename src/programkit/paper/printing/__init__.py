"""What printers and archives get: pages on sheets, and PDF/A."""
