"""Headers and labels made of names that people typed."""

from hypothesis import given
from hypothesis import strategies as st

from exports.report.headers import LONGEST_LABEL, distinct, labels


@given(st.lists(st.text() | st.sampled_from(["a", "A", "a (2)", " ", "\u202e"])))
def test_headers_are_unique_filled_and_short_whatever_people_typed(names: list[str]) -> None:
    made = distinct(names, 20)
    assert len({header.casefold() for header in made}) == len(names)
    assert all(header.strip() and len(header) <= 20 and "\n" not in header for header in made)


def test_equal_names_are_numbered_but_for_capitals() -> None:
    assert distinct(["Draft", "draft", "Other", "draft (2)"]) == (
        "Draft",
        "draft (2)",
        "Other",
        "draft (2) (2)",
    )


def test_what_excel_takes_for_a_character_in_a_header_is_broken_up() -> None:
    assert distinct(["a_x0041_b", "_x000D_"]) == ("a_ x0041_b", "_ x000D_")


def test_an_envisaged_case_says_so_even_on_a_label() -> None:
    made = labels(["New York State (envisaged)", "Food (envisaged)", "a case of many words (envisaged)"])
    assert made == ("NYS (envisaged)", "Food (envisaged)", "a case… (envisaged)")
    assert all(len(label) <= LONGEST_LABEL for label in made)


def test_a_long_name_is_cut_on_a_label() -> None:
    assert labels(["A name that is much too long", "Short"]) == ("A name that is much…", "Short")
