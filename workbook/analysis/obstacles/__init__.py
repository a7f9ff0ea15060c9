"""What stands in the way of a draft, how ready its partners are, and what helps."""
