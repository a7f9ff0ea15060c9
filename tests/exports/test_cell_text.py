"""Any text, through a real file and back."""

import io

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from exports.report.cell_text import (
    CUT_MARK,
    LONGEST_TEXT,
    cell_text,
    looks_like_a_formula,
    name_text,
    reads_right_to_left,
    utf16_units,
    was_cut,
)
from tests.exports.reports import plain

OVERRIDE, ISOLATED, POP = "\u202e", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufffea\uffff", "a"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("=1+1", "=1+1"),
        ("שלום 😀 \u200d\x85\xa0 ", "שלום 😀 \u200d\x85\xa0 "),
        (f"a{OVERRIDE}b", f"{ISOLATED}a{OVERRIDE}b{POP}"),
        (f"a{POP}{OVERRIDE}b", f"{ISOLATED}a{OVERRIDE}b{POP}"),
        ("", ""),
    ],
)
def test_what_no_file_can_hold_is_dropped_and_all_else_is_kept(typed: str, kept: str) -> None:
    assert cell_text(typed) == kept


@pytest.mark.parametrize("character", ["a", "😀", "é"])
def test_a_text_too_long_for_a_cell_is_cut_where_it_shows(character: str) -> None:
    cut = cell_text(character * 40_000)
    assert utf16_units(cut) in {LONGEST_TEXT, LONGEST_TEXT - 1}
    assert cut.startswith(character * 1_000)
    assert cut.endswith(CUT_MARK)
    assert was_cut(cut)


def test_a_text_that_just_fits_is_not_cut() -> None:
    longest = "a" * LONGEST_TEXT
    assert cell_text(longest) == longest
    assert not was_cut(longest)
    assert was_cut(cell_text(OVERRIDE + longest))


def test_a_name_is_one_line_without_marks_of_direction() -> None:
    assert name_text(f" A\n {OVERRIDE}B\u200f ") == "A B"
    assert name_text("abcdef", 4) == "abc…"


@pytest.mark.parametrize(
    ("text", "looks"), [("=1", True), ("+1", True), ("-1", True), ("@a", True), ("\t", True), ("a=", False)]
)
def test_what_another_program_may_take_for_a_formula_is_known(text: str, looks: bool) -> None:  # noqa: FBT001 - a column
    assert looks_like_a_formula(text) is looks


def test_the_direction_is_that_of_most_letters() -> None:
    assert reads_right_to_left("שלום a")
    assert not reads_right_to_left("a word in Hebrew: ש")
    assert not reads_right_to_left("1 2 3")


anything = st.text(st.characters(codec=None)) | st.text(
    st.sampled_from("=\ud83d\x01\r\n\u202e\u2069_x0041_ ש😀")
)


@given(st.lists(anything, min_size=1, max_size=30))
def test_any_text_comes_back_from_a_real_file_as_it_went_in(texts: list[str]) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, text in enumerate(texts):
        assert sheet.write_string(row, 0, cell_text(text)) == 0
    book.close()
    column = openpyxl.load_workbook(buffer).active
    assert column is not None
    for row, text in enumerate(texts, 1):
        assert plain(column.cell(row, 1).value or "") == cell_text(text)


@given(anything)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cell_text(cell_text(text)) == cell_text(text)
