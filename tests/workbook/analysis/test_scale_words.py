"""A score in words: the same ones on the page and in the report."""

import pytest

from workbook.analysis.scale_words import scale_words, strength
from workbook.model.scores import Scale


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (None, "not scored"),
        (0, "no different"),
        (1, "a little better"),
        (2, "better"),
        (3, "much better"),
        (-1, "a little worse"),
        (-2, "worse"),
        (-3, "much worse"),
        (0.1, "a little better"),
    ],
)
def test_a_score_in_words(score: float | None, words: str) -> None:
    assert scale_words(score, Scale()) == words


def test_words_go_by_the_side_of_the_scale() -> None:
    assert scale_words(5, Scale(min=0, max=10)) == "better"
    assert scale_words(-1, Scale(min=-1, max=10)) == "much worse"


def test_an_effect_has_as_many_thirds_as_it_reaches_into() -> None:
    scale = Scale(min=-1, max=10)
    assert [strength(value, scale) for value in (-1, 0, 3, 4, 7)] == [3, 0, 1, 2, 3]
    assert strength(0.1, Scale(min=0, max=10, step=None)) == 1
    # A third of three tenths is one tenth, exactly.
    tenths = Scale(min=0, max=0.3, step=None)
    assert [strength(value, tenths) for value in (0.1, 0.2, 0.3)] == [1, 2, 3]
