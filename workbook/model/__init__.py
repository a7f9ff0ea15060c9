"""Frozen records, one module per concept. They refuse nonsense and allow what is merely incomplete."""
