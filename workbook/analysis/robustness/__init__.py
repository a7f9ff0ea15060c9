"""How far the answer holds if weights and scores are not quite right (stochastic acceptability analysis)."""
