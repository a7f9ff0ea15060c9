"""Model in, findings out: one module per question asked of a design."""
