"""What imports leave behind, and how a second import is merged into edited facts."""
