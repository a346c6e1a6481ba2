"""What the verbs answer in words: reasons, ways out, changes, and who must be told."""
