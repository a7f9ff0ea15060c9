"""How everything looks: one table of tokens, and the application's look made from it."""
