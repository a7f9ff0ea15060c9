"""Whether a scenario delivers: benefits expected and measured, costs, actions, and the case for it."""
