"""Ids for new records: a letter for what they are and eight random characters."""

import secrets
from collections.abc import Callable

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without l, o, 0 and 1, which are misread when an id is read aloud or typed on the command line."""

NewId = Callable[[str], str]
"""Makes an id from the letter it begins with."""


def new_id(letter: str) -> str:
    """An id that no other record has: one of 10^12 for each letter."""
    return letter + "".join(secrets.choice(ALPHABET) for _ in range(8))
