"""``program.json``: the decisions, and how they stand to the facts they were made from."""
