"""What is really on the screen: the contrast of each widget, measured in its pixels."""

import importlib.util
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Asked
from ui.theme.look import look
from ui.theme.tokens import MODES, Mode
from ui.widgets import (
    Button,
    CaseTile,
    Citation,
    ConfidenceDots,
    DraftTile,
    Figure,
    Glyph,
    Heading,
    IconButton,
    MixBar,
    Pill,
    RowButton,
    Segmented,
    Sentence,
    StepMark,
    Stepper,
)
from ui.widgets.painting import SIGNS
from workbook.analysis.finding import Finding

WORDS, MARKS = 4.5, 3.0


@cache
def luminance(colour: int) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def measured(widget: QWidget) -> float:
    """The most frequent colour against the one that stands out most, with the widget lying on a page."""
    size = widget.sizeHint()
    widget.resize(size)
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(look().colour("surface"))
    painter = QPainter(picture)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    pixels = [pixel & 0xFFFFFF for pixel in memoryview(picture.constBits()).cast("I")]
    colours = Counter(pixels)
    ground = luminance(colours.most_common(1)[0][0])
    least = max(2, len(pixels) // 4000)
    inks = [luminance(colour) for colour, count in colours.items() if count >= least]
    return max((max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) for ink in inks)


def full_bar(platform: str) -> MixBar:
    bar = MixBar()
    bar.set_shares({platform: 1})
    return bar


def switched_off(button: QPushButton) -> QPushButton:
    button.setEnabled(False)
    return button


def empty_field() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText("Add an interest, then Enter.")
    return field


def words_of(requests: Asked, finding: Finding) -> list[QWidget]:
    box = QComboBox()
    box.addItem("FloraHolland")
    return [
        Heading("Compare"),
        Sentence("Every figure answers."),
        Sentence("Secondary", "secondary", "muted"),
        Citation("Susha et al. 2019"),
        Button("Try it"),
        Button("Show in Room", "primary", "presentation"),
        Button("Open…", "ghost"),
        switched_off(Button("Not now")),
        switched_off(QPushButton("Not now")),
        QPushButton("Cancel"),
        Figure("66 of 100", finding, requests),
        Pill("Company"),
        RowButton("Ask each party", "users"),
        empty_field(),
        QLineEdit("Reputation"),
        box,
        QSpinBox(),
        QCheckBox("Scores"),
        QRadioButton("This draft"),
        CaseTile("floraholland", 28),
        CaseTile("red_angel", 28),
        DraftTile("A", "current", 28),
        DraftTile("B", "other", 28),
        *(Glyph(sign.id, 28, outlined=True) for sign in SIGNS),
        *(Glyph(sign.id, 28) for sign in SIGNS),
        *(full_bar(sign.id) for sign in SIGNS),
        *(Pill("Our pick", "filled", sign.id, "check") for sign in SIGNS),
        *(Pill("We lean here", "outlined", sign.id) for sign in SIGNS),
    ]


def marks() -> list[QWidget]:
    not_placed = MixBar()
    return [
        IconButton("undo-2", "Undo"),
        Segmented((("a", "One"), ("b", "Two")), "a"),
        ConfidenceDots(None),
        Stepper(0, 8),
        StepMark(0),
        StepMark(0.5),
        StepMark(1),
        not_placed,
    ]


@pytest.mark.parametrize("mode", MODES)
def test_words_can_be_read(qtbot: QtBot, requests: Asked, finding: Finding, mode: Mode) -> None:
    look().set(mode)
    for widget in words_of(requests, finding):
        qtbot.addWidget(widget)
        assert measured(widget) >= WORDS, widget


@pytest.mark.parametrize("mode", MODES)
def test_marks_can_be_seen(qtbot: QtBot, mode: Mode) -> None:
    look().set(mode)
    for widget in marks():
        qtbot.addWidget(widget)
        assert measured(widget) >= MARKS, widget


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_component_sheet_can_be_made(qtbot: QtBot, mode: Mode, scale: float) -> None:
    described = importlib.util.spec_from_file_location("gallery", Path(__file__).with_name("gallery.py"))
    assert described is not None
    assert described.loader is not None
    gallery = importlib.util.module_from_spec(described)
    described.loader.exec_module(gallery)
    look().set(mode, scale)
    sheet = gallery.sheet(round(1280 * scale))
    qtbot.addWidget(sheet)
    assert not sheet.grab().isNull()
    for words in sheet.findChildren(Sentence):
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    focused = sheet.findChildren(Button, "focused")[0]
    assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus
