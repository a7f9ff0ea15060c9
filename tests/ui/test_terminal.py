"""Tables and paragraphs fit the terminal and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.terminal import bullet, paragraph, table, width

WORDS = st.text(st.characters(whitelist_categories=("Ll", "Lu")), min_size=1, max_size=12)
CELLS = st.lists(WORDS, max_size=12).map(" ".join)


@pytest.fixture(autouse=True)
def _narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_a_short_table_is_as_wide_as_it_must_be() -> None:
    assert table(("id", "name"), [("a", "Anna"), ("b", "")]) == "id  name\n--  ----\na   Anna\nb"


def test_a_long_cell_wraps_within_its_column() -> None:
    lines = table(("id", "text"), [("x", "word " * 30)]).splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert sum(line.count("word") for line in lines) == 30
    assert all(line.startswith("    ") for line in lines[3:])


def test_a_long_word_is_not_broken_while_there_is_room() -> None:
    lines = table(("", *("some words here",) * 3), [("Conceptualization", *("many words " * 3,) * 3)])
    assert "Conceptualization " in lines


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4))
def test_no_word_is_lost_whatever_the_width(rows: list[tuple[str, str, str]]) -> None:
    shown = table(("a", "b", "c"), rows)
    letters = sorted("".join(shown.split()).replace("-", ""))
    assert letters == sorted("abc" + "".join("".join(cell.split()) for row in rows for cell in row))


def test_paragraphs_and_bullets_are_indented_and_fit() -> None:
    text = "many words " * 20
    for shown, first, rest in ((paragraph(text, "    "), "    ", "    "), (bullet(text), "  - ", "    ")):
        lines = shown.splitlines()
        assert lines[0].startswith(first)
        assert all(line.startswith(rest) for line in lines[1:])
        assert all(len(line) <= width() for line in lines)
