"""What typed and pasted rows are read as."""

import datetime as dt

import pytest

from ui.forms.pasted_rows import pasted_rows
from ui.forms.record_editor import RecordField
from ui.forms.record_rows import ReadRows, read_rows

FIELDS = (
    RecordField("text", "Task", "", "prose"),
    RecordField("who", "Who", "", "choice", offer="people"),
    RecordField("helper", "Helper", "", "choice", offer="people"),
    RecordField("due", "Due", "", "date"),
    RecordField("note", "Note", "", "text"),
    RecordField("tags", "Tags", "", "many", offer="tags"),
)
OFFERS = {
    "people": (("", "Not said yet"), ("a", "Anna"), ("b", "Ben")),
    "tags": (("x", "Red"), ("y", "Blue")),
}
DAY = dt.date(2027, 3, 1)


def read(pasted: str) -> ReadRows:
    return read_rows(pasted_rows(pasted), FIELDS, OFFERS)


@pytest.mark.parametrize(
    ("pasted", "record"),
    [
        ("Book a room", {"text": "Book a room"}),
        ("Call\tAnna\tBEN", {"text": "Call", "who": "a", "helper": "b"}),
        ("Call\t1 March 2027\tsoon", {"text": "Call", "due": DAY, "note": "soon"}),
        ("Call\tRed; Blue", {"text": "Call", "tags": ("x", "y")}),
        ("Call\tnot said yet\tAnna", {"text": "Call", "who": "a"}),
    ],
)
def test_a_cell_goes_where_what_it_says_belongs(pasted: str, record: dict[str, object]) -> None:
    assert read(pasted).records == (record,)


def test_what_has_no_place_left_is_not_understood() -> None:
    found = read("Call\tfirst note\tsecond note\tAnna\tBen\tAnna")
    assert found.records == ({"text": "Call", "note": "first note", "who": "a", "helper": "b"},)
    assert found.not_understood == ("second note", "Anna")


def test_a_row_of_heads_says_which_column_is_which() -> None:
    found = read("Draft\thelper\tTask\tDue\nOurs\tAnna\tCall\t2027-03-01\nOurs\tnobody\tWrite\t\n")
    assert found.records == ({"text": "Call", "helper": "a", "due": DAY}, {"text": "Write"})
    assert found.not_understood == ("nobody",)


def test_a_row_without_its_words_is_none() -> None:
    assert read("Task\tNote\n\tsomething\nCall\t\n").records == ({"text": "Call"},)
    assert read("Task\tAnna").records == ({"text": "Task", "who": "a"},)


def test_two_rows_that_only_look_like_heads_are_two_records() -> None:
    assert [each["text"] for each in read("Task\tsomething else\nNote\tAnna").records] == ["Task", "Note"]
