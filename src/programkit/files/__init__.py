"""What lies on disk: the native folder, decided programs, and what is read and written."""
