"""The lifecycle of a design: gates, moves, the path so far, and the cases beside it."""
