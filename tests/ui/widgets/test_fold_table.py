"""Rows that open, with cells beside their heads: a table in a wide place, a stack in a narrow one."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets import Sentence
from ui.widgets.fold_table import FoldTable, Measures, TableCell, TableItem

MEASURES = Measures(("Fruit", "Colour", "Price"), (2, 1, 1), least=100)


def made(key: str) -> TableItem:
    item = TableItem(
        QWidget, MEASURES, (TableCell("Colour", Sentence("red")), TableCell("Price", Sentence("2")))
    )
    item.head.show_words(key, "")
    return item


@pytest.fixture
def table(qtbot: QtBot) -> FoldTable:
    table = FoldTable(MEASURES, made)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show_keys(["apple", "pear"])
    table.show()
    QCoreApplication.processEvents()
    return table


def names_shown(table: FoldTable) -> list[str]:
    """The names of columns, wherever they are shown, from top to bottom."""
    found = [each for each in table.findChildren(Sentence) if each.isVisible()]
    return [each.text() for each in found if each.text() in MEASURES.names]


def test_in_a_wide_place_the_columns_are_named_once_above_them(table: FoldTable) -> None:
    assert names_shown(table) == ["Fruit", "Colour", "Price"]
    apple, pear = table.items.values()
    assert apple.cells[0].mapTo(table, apple.cells[0].rect().topLeft()).x() > apple.head.width() - 1
    assert apple.cells[1].y() == apple.head.y()
    assert pear.y() > apple.y()


def test_in_a_narrow_place_every_cell_says_its_own_name(table: FoldTable) -> None:
    table.resize(160, 300)
    QCoreApplication.processEvents()
    assert sorted(names_shown(table)) == ["Colour", "Colour", "Price", "Price"]
    apple = table.items["apple"]
    assert apple.cells[0].y() >= apple.head.geometry().bottom()
    table.resize(400, 300)
    QCoreApplication.processEvents()
    assert names_shown(table) == ["Fruit", "Colour", "Price"]


def test_a_row_made_in_a_narrow_place_names_its_cells_too(table: FoldTable) -> None:
    table.resize(160, 300)
    QCoreApplication.processEvents()
    table.show_keys(["apple", "pear", "plum"])
    QCoreApplication.processEvents()
    assert names_shown(table).count("Price") == 3


def test_without_rows_there_is_no_head(table: FoldTable) -> None:
    table.show_keys([])
    QCoreApplication.processEvents()
    assert names_shown(table) == []


def test_rows_keep_their_widgets_when_they_change_places(table: FoldTable) -> None:
    apple = table.items["apple"]
    assert table.show_keys(["pear", "apple"])
    assert list(table.items) == ["pear", "apple"]
    assert table.items["apple"] is apple
    assert not table.show_keys(["pear", "apple"])
