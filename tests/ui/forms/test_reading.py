"""Numbers, dates and pasted cells, as people write them."""

import datetime as dt

import pytest

from ui.forms.date_field import read_date
from ui.forms.number_field import number_in_words, read_number
from ui.forms.pasted_rows import pasted_rows


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2", 2), ("2.0", 2), ("0,5", 0.5), ("+1", 1), ("-3", -3), ("\u22123", -3), ("\u20133", -3), (" 7 ", 7)],
)
def test_a_number_is_read(typed: str, number: float) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "two", "1 2", "nan", "inf", "1e99"])
def test_what_is_no_number_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(ValueError, match=r"number"):
        read_number(typed)


def test_a_number_is_written_with_a_real_minus_sign() -> None:
    assert [number_in_words(each, signed=True) for each in (-0.5, 0, 2.0)] == ["\u22120.5", "0", "+2"]
    assert number_in_words(2) == "2"


@pytest.mark.parametrize("typed", ["2027-03-01", "1.3.2027", "01. 03. 2027", "1 March 2027", "1. mar 2027"])
def test_a_date_is_read(typed: str) -> None:
    assert read_date(typed) == dt.date(2027, 3, 1)


@pytest.mark.parametrize("typed", ["soon", "2027-13-01", "30.2.2027", "1 Foo 2027", "3/4/2027", "1 Ma 2027"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|no such day"):
        read_date(typed)


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("one\ntwo\n", (("one",), ("two",))),
        ("one\r\n\r\ntwo", (("one",), ("two",))),
        ("- one\n\u2022 two\n3. three", (("one",), ("two",), ("three",))),
        ("a\tb\t\tc", (("a", "b", "", "c"),)),
        ('"two\nlines"\t"say ""no"""\nlast', (("two lines", 'say "no"'), ("last",))),
        ('"Fast" lane\nnext', (('"Fast" lane',), ("next",))),
        ("  spaced   out ", (("spaced out",),)),
        ("2027 budget", (("2027 budget",),)),
        ("\n\t\n", ()),
    ],
)
def test_what_is_pasted_becomes_rows_of_cells(pasted: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert pasted_rows(pasted) == rows
