"""How many lines a text takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.report.fitting import CELL_PADDING, lines, pieces, pixels


def test_a_line_ends_where_the_next_word_does_not_fit() -> None:
    word = "word"
    two_words = pixels("word word") + CELL_PADDING
    assert lines("word word", two_words) == 1
    assert lines("word word", two_words - 1) == 2
    assert lines(" ".join([word] * 7), two_words) == 4


@pytest.mark.parametrize(("text", "expected"), [("", 1), ("a", 1), ("a\nb", 2), ("\n\n", 3)])
def test_every_line_end_begins_a_line(text: str, expected: int) -> None:
    assert lines(text, 300) == expected


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert lines("m" * 100, 100 + CELL_PADDING) == -(-pixels("m" * 100) // 100)


def test_bold_and_square_characters_take_more_room() -> None:
    text = "some words that fill a line " * 4
    assert lines(text, 200, 1.2) > lines(text, 200, 1.0)
    assert lines("数据共享" * 10, 200) > lines("data" * 10, 200)


@given(st.text(st.sampled_from("ab m\n"), max_size=400), st.integers(3, 6))
def test_pieces_together_say_everything_and_each_is_short_enough(text: str, most: int) -> None:
    made = pieces(text, 120, 1.0, most)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(lines(piece, 120, 1.0) <= most for piece in made)
