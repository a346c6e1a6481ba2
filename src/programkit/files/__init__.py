"""What lies on disk: the native folder, decided programs, and one file for each reader and writer."""
