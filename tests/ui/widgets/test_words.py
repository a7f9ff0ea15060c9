"""Sentences: they wrap, never widen their page, and read nothing as markup but what `strong()` marked."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.look import look
from ui.theme.tokens import TYPE
from ui.widgets import (
    Citation,
    EmptyState,
    FieldLabel,
    FlowLayout,
    Heading,
    ScrollArea,
    Sentence,
    Way,
    strong,
)
from ui.widgets.button import Button
from ui.widgets.painting.paragraph import runs

LONG = "Design a data-sharing partnership in which every party is better off than without it. " * 3


@pytest.mark.parametrize("role", TYPE)
def test_a_sentence_wraps_in_every_role(qapp: QApplication, role: str) -> None:
    sentence = Sentence(LONG, role)
    one = look().line_height(role)
    assert sentence.heightForWidth(100_000) == one
    assert sentence.heightForWidth(300) > one
    assert sentence.heightForWidth(300) % one == 0
    assert sentence.minimumSizeHint().width() <= 48


def test_a_sentence_never_widens_its_page(qtbot: QtBot) -> None:
    look().set(scale=2.0)
    page = QWidget()
    column = QVBoxLayout(page)
    for words in (Heading(LONG), Sentence(LONG), Citation(LONG), FieldLabel(LONG)):
        column.addWidget(words)
    area = ScrollArea(page)
    qtbot.addWidget(area)
    area.resize(240, 300)
    area.show()
    assert page.width() == area.viewport().width()
    for words in page.findChildren(Sentence):
        assert words.height() >= words.heightForWidth(words.width())


def test_the_page_is_high_enough_for_its_words_and_no_higher(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    sentence = Sentence(LONG)
    column.addWidget(sentence)
    area = ScrollArea(page)
    qtbot.addWidget(area)
    area.resize(400, 20)
    area.show()
    assert page.height() == sentence.heightForWidth(page.width())


def test_strong_words_are_bold_and_the_text_is_plain(qapp: QApplication) -> None:
    sentence = Sentence(f"The {strong('City table')} leads.")
    assert sentence.text() == "The City table leads."
    assert runs(f"The {strong('City table')} leads.").strong == ((4, 10),)
    plain = Sentence("The City table leads.")
    assert sentence.sizeHint().width() > plain.sizeHint().width()


def test_what_users_type_is_no_markup(qapp: QApplication) -> None:
    typed = "<b>bold</b> & **stars** \ue001\ue000"
    assert Sentence(typed).text() == "<b>bold</b> & **stars** "
    assert strong("a\ue001b") == strong("ab")


def test_another_text_is_laid_out_anew(qapp: QApplication) -> None:
    sentence = Sentence("Short")
    before = sentence.heightForWidth(100)
    sentence.setText(LONG)
    assert sentence.heightForWidth(100) > before


def test_a_label_names_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    label = FieldLabel("Evidence", field)
    assert label.buddy() is field


def test_a_row_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8)
    buttons = [Button(f"Button {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    holder.resize(260, 200)
    holder.show()
    lefts = {button.x() for button in buttons}
    assert 0 in lefts
    assert all(button.geometry().right() <= 260 for button in buttons)
    assert flow.heightForWidth(260) > flow.heightForWidth(2000) == buttons[0].height()
    assert flow.takeAt(9) is None
    assert flow.count() == 6


def test_an_empty_state_offers_ways_in(qtbot: QtBot) -> None:
    taken = []
    state = EmptyState(
        "Nothing is scored yet.",
        LONG,
        (
            Way("Score by keyboard", "pencil", lambda: taken.append("keyboard"), "Digits and minus"),
            ("Ask each party", "users", lambda: taken.append("ask")),
        ),
    )
    qtbot.addWidget(state)
    state.resize(600, state.heightForWidth(600))
    state.show()
    for button in state.ways:
        button.click()
    assert taken == ["keyboard", "ask"]
    for words in state.findChildren(Sentence):
        assert words.height() >= words.heightForWidth(words.width())
