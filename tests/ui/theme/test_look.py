"""The look: it belongs to the application, and can be changed while windows are open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.focus_ring import REACH, Ring
from ui.theme.look import Look, install_look, look
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import COLOURS, MODES, Mode
from ui.widgets import Button, ScrollArea, Segmented, Sentence


@pytest.fixture
def sight(qapp: QApplication) -> Iterator[Look]:
    yield look()
    look().set("light", 1.0)


def colours_of(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    return {colour.upper() for colour in found}


def test_the_application_has_one_look(qapp: QApplication, sight: Look) -> None:
    assert look() is sight is install_look(qapp, "light", 1.0)


def test_a_mode_that_there_is_not_is_refused(sight: Look) -> None:
    with pytest.raises(LookupError, match="sepia"):
        sight.set("sepia")  # type: ignore[arg-type] # what an old settings file might hold


@pytest.mark.parametrize("mode", MODES)
def test_the_palette_follows_the_mode(qapp: QApplication, sight: Look, mode: Mode) -> None:
    sight.set(mode)
    assert sight.mode == mode
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(COLOURS[mode].neutrals.text)
    assert sight.colour("ground") == QColor(COLOURS[mode].neutrals.ground)


def test_the_system_leads_where_it_is_asked_to(sight: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    sight.set("system")  # which does not say, in the tests
    modes = [sight.mode]
    monkeypatch.setattr("ui.theme.look._system_is_dark", lambda _app: True)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert [*modes, sight.mode] == ["light", "dark"]


def test_text_grows_between_once_and_twice_its_size(sight: Look) -> None:
    sight.set(scale=1.5)
    assert (sight.px(10), sight.font("body").pixelSize()) == (15, 21)
    sight.set(scale=9)
    assert sight.scale == 2
    sight.set(scale=0.1)
    assert sight.scale == 1


def test_an_open_window_changes_with_the_look(qtbot: QtBot, sight: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    words, button, field = Sentence("Words"), Button("Act"), QLineEdit("Text")
    for widget in (words, button, field):
        column.addWidget(widget)
    window.show()
    before = words.sizeHint(), button.sizeHint()
    assert COLOURS["light"].neutrals.text in colours_of(words)
    with qtbot.waitSignal(sight.changed):
        sight.set("dark", 2.0)
    assert COLOURS["dark"].neutrals.text in colours_of(words)
    assert COLOURS["dark"].neutrals.surface in colours_of(field)
    assert COLOURS["dark"].neutrals.edge in colours_of(field)
    after = words.sizeHint(), button.sizeHint()
    assert all(new.width() > 1.8 * old.width() for old, new in zip(before, after, strict=True))


def test_a_change_to_what_is_there_repaints_nothing(qtbot: QtBot, sight: Look) -> None:
    with qtbot.assertNotEmitted(sight.changed):
        sight.set("light", 1.0)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_style_sheet_has_no_gaps(mode: Mode, scale: float) -> None:
    sheet = style_sheet(mode, scale)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def shown_ring(window: QWidget) -> Ring | None:
    return next((ring for ring in window.findChildren(Ring) if ring.isVisible()), None)


@pytest.fixture
def focusable(qtbot: QtBot, sight: Look) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    options = Segmented((("a", "One by one"), ("b", "All eight")), "a")
    for widget in (Button("First"), QCheckBox("Second"), options, QLineEdit(), QPushButton("Last")):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_ring_goes_where_the_keyboard_goes(qtbot: QtBot, focusable: QWidget) -> None:
    ringed = []
    for _ in range(5):
        focus = focusable.focusWidget()
        assert focus is not None
        ring = shown_ring(focusable)
        if ring is not None:
            around = QRect(focus.mapTo(focusable, focus.rect().topLeft()), focus.size())
            assert ring.geometry() == around.adjusted(-REACH, -REACH, REACH, REACH)
            assert COLOURS["light"].neutrals.focus in colours_of(focusable)
        ringed.append((type(focus).__name__, ring is not None))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert ringed == [
        ("Button", True),
        ("QCheckBox", True),
        ("_Option", True),
        ("QLineEdit", False),  # a field shows its focus by its edge
        ("QPushButton", True),
    ]


def test_a_field_shows_its_focus_by_its_edge(focusable: QWidget) -> None:
    field = focusable.findChildren(QLineEdit)[0]
    assert COLOURS["light"].neutrals.focus not in colours_of(field)
    field.setFocus()
    assert COLOURS["light"].neutrals.focus in colours_of(field)


def test_the_mouse_needs_no_ring_until_a_key_is_pressed(qtbot: QtBot, focusable: QWidget) -> None:
    last = focusable.findChildren(QPushButton)[-1]
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert last.hasFocus()
    assert shown_ring(focusable) is None
    QTest.keyClick(last, Qt.Key.Key_Space)
    assert shown_ring(focusable) is not None


def test_the_ring_scrolls_with_its_page(qtbot: QtBot, sight: Look) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Button("Far down"))
    column.addSpacing(900)
    area = ScrollArea(page)
    qtbot.addWidget(area)
    area.resize(200, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    page.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
    ring = shown_ring(area)
    assert ring is not None
    assert ring.parentWidget() is page


def test_a_page_may_go_while_the_ring_is_on_it(qtbot: QtBot, focusable: QWidget) -> None:
    inner = QWidget(focusable)
    button = Button("Doomed", parent=inner)
    inner.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    inner.deleteLater()
    qtbot.waitUntil(lambda: not focusable.findChildren(Button, "Doomed"))
    focusable.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
    look().set("dark")
    assert shown_ring(focusable) is not None
