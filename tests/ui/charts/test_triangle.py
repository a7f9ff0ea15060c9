"""The map: where tiles stand, and reaching them by mouse and keyboard."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.charts import people
from ui.charts.triangle import Triangle, arrange
from ui.charts.triangle_view import TriangleView
from ui.theme.look import look

WIDTH = 420


@pytest.fixture
def view(qtbot: QtBot) -> TriangleView:
    made = TriangleView(Triangle(people.example()))
    qtbot.addWidget(made)
    made.resize(WIDTH, made.heightForWidth(WIDTH))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_whoever_is_all_of_one_platform_stands_at_its_corner(qtbot: QtBot) -> None:
    data = Triangle((people.draft(0, (1, 0, 0)), people.draft(1, (0, 1, 0)), people.draft(2, (0, 0, 1))))
    arrangement = arrange(data, _room(data), look())
    for tile, corner in zip(arrangement.tiles, arrangement.corners, strict=True):
        assert (tile.rect.center() - corner).manhattanLength() < 2


def test_an_even_mix_stands_in_the_middle(qtbot: QtBot) -> None:
    data = Triangle((people.draft(0, (1, 1, 1)),))
    arrangement = arrange(data, _room(data), look())
    left, top, right = arrangement.corners
    assert (arrangement.tiles[0].rect.center() - (left + top + right) / 3).manhattanLength() < 2


def test_in_a_crowd_no_tile_hides_another_and_who_was_moved_is_tied_to_the_point(qtbot: QtBot) -> None:
    data = Triangle(people.crowd())
    room = _room(data)
    tiles = arrange(data, room, look()).tiles
    for one, other in combinations(tiles, 2):
        shared = one.rect.intersected(other.rect)
        assert shared.isEmpty() or min(shared.width(), shared.height()) < 7, "rounded corners may meet"
    assert all(room.contains(tile.rect) for tile in tiles)
    assert any(tile.is_tied for tile in tiles)


def test_whoever_is_not_placed_stands_in_the_key_and_in_the_words_only(qtbot: QtBot) -> None:
    data = Triangle(people.crowd())
    arrangement = arrange(data, _room(data), look())
    assert "d19" not in [tile.who.id for tile in arrangement.tiles]
    assert "d19" in [entry.who.id for entry in arrangement.key]
    assert "Draft T, Table T: not placed yet." in data.text.splitlines()


def test_the_key_fits_its_width(qtbot: QtBot) -> None:
    for data in (Triangle(people.crowd()), Triangle(people.long_names())):
        room = _room(data)
        for entry in arrange(data, room, look()).key:
            assert room.adjusted(-1, 0, 1, 1).contains(entry.text)


def test_pointing_at_a_tile_says_who_it_is_and_where_it_lies(view: TriangleView, qtbot: QtBot) -> None:
    said: list[object] = []
    view.pointed_at.connect(said.append)
    QTest.mouseMove(view, view.tile_of("flowminder").center())
    assert view.accessibleName().startswith("Flowminder: mostly Issue, some Resource (Resource 13, Issue 87")
    QTest.mouseMove(view, QPoint(2, 2))
    assert said[-1] is None
    assert view.accessibleName() == "Where drafts and cases lie"


def test_arrow_keys_go_through_all_tiles_from_the_draft_one_is_in(view: TriangleView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(len(people.example())):
        who = view.who_is_at()
        assert who is not None
        seen.append(who.id)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert seen == [who.id for who in people.example()]
    assert view.who_is_at() == people.example()[0]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.who_is_at() == people.example()[-1]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.who_is_at() == people.example()[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F1])
def test_enter_asks_why_the_tile_lies_there(view: TriangleView, qtbot: QtBot, key: Qt.Key) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view, key)
    assert picked.args == ["nys_food_traceability", view.tile_of("nys_food_traceability")]


def test_a_click_on_a_tile_asks_too_and_a_click_beside_it_does_not(view: TriangleView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.tile_of("floraholland").center())
    who, at = picked.args
    assert who == "floraholland"
    assert isinstance(at, QRect)
    with qtbot.assertNotEmitted(view.picked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_map_of_nobody_can_be_walked_past(qtbot: QtBot) -> None:
    view = TriangleView(Triangle(()))
    qtbot.addWidget(view)
    view.show()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.who_is_at() is None


def _room(data: Triangle) -> QRectF:
    return QRectF(0, 0, WIDTH, data.height_for(WIDTH, look()))
