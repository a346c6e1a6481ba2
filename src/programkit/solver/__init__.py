"""From facts and rules to decisions: the only part of programkit that knows OR-Tools."""
