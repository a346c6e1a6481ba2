"""What hangs on walls and doors: one sheet each, its type as large as fits."""
