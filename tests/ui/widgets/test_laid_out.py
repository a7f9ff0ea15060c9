"""Asking what a layout holds: the answer, and that nothing is left behind that could be mistaken later."""

import gc

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from ui.widgets import FlowLayout
from ui.widgets.laid_out import nest, widgets_in


def items_known_to_python() -> int:
    gc.collect()
    known = getAllValidWrappers()
    return sum(isinstance(each, QLayoutItem) and not isinstance(each, QLayout) for each in known)


def filled(layout: QLayout, *names: str) -> QLayout:
    for name in names:
        layout.addWidget(QLabel(name))
    return layout


def test_the_widgets_come_in_the_order_of_the_layout_those_of_inner_layouts_in_their_place(
    qtbot: QtBot,
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addWidget(QLabel("a"))
    column.addStretch(1)
    column.addLayout(filled(QHBoxLayout(), "b", "c"))
    column.addWidget(QLabel("d"))
    words = [each.text() for each in widgets_in(column) if isinstance(each, QLabel)]
    assert words == ["a", "b", "c", "d"]
    assert list(widgets_in(None)) == []


def test_no_item_is_remembered_whose_widget_may_be_taken_away(qtbot: QtBot) -> None:
    before = items_known_to_python()
    for layout in (QVBoxLayout(), QHBoxLayout(), QGridLayout()):
        host = QWidget()
        qtbot.addWidget(host)
        host.setLayout(filled(layout, "a", "b"))
        taken, _ = widgets_in(layout)
        taken.setParent(None)  # Qt deletes the item; its address is free for anything
        taken.deleteLater()
        assert items_known_to_python() == before


def test_a_layout_in_a_layout_leaves_no_item_behind(qtbot: QtBot) -> None:
    before = items_known_to_python()
    host = QWidget()
    qtbot.addWidget(host)
    column, row, inmost = QVBoxLayout(host), QHBoxLayout(), QVBoxLayout()
    nest(row, filled(inmost, "a", "b"))
    row.addStretch(1)
    nest(column, filled(row, "c"), 1)
    assert [each.text() for each in widgets_in(column) if isinstance(each, QLabel)] == ["a", "b", "c"]
    assert column.stretch(0) == 1
    assert items_known_to_python() == before


def test_a_layout_of_ours_keeps_its_items(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    row = FlowLayout(host)
    filled(row, "a", "b")
    assert len(list(widgets_in(row))) == 2
    row.setGeometry(host.rect())  # would fail on items that are no longer known
    assert len(list(widgets_in(row))) == 2
