"""The pictures of the win-win: what they say and show, and against pictures that somebody looked at.

GOLDEN=write .venv/bin/python -m pytest tests/ui/charts/test_win_win_pictures.py
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.charts import stakes
from tests.ui.charts.test_golden import FOLDER, TOLERATED, _painted, _share_of_others
from ui.charts.exchange import Exchange, ExchangeRow
from ui.charts.joint_gain import place, plot_of, zero_line
from ui.charts.net_layout import bar_of, columns_that_fit
from ui.charts.net_table import NetTable
from ui.charts.picture import Picture
from ui.charts.robustness_bars import RobustnessBars, SureRow
from ui.charts.saving import render
from ui.charts.spots import Spot, nearest
from ui.pages.win_win.pictures import joint_gain, net_table
from ui.theme.look import look
from ui.theme.tokens import Mode
from workbook.model.draft import Draft


def net(draft: Draft) -> NetTable:
    return net_table(stakes.found(draft))


def sure() -> RobustnessBars:
    """One of each word, with a long list of who might lose."""
    shares = (("Full pooling", 0.0, "Ruled out", "loss"), ("Paid licence", 0.11, "Unlikely", "loss"))
    more = (("Aggregates only", 0.42, "Open", "unknown"), (stakes.LONG, 0.93, "Likely", "gain"))
    rows = [
        SureRow(name, f"{name}: {word}", name, word, share, f"{share * 100:.0f}\N{NO-BREAK SPACE}%", hue, who)  # type: ignore[arg-type]
        for (name, share, word, hue), who in zip(
            (*shares, *more, ("Pilot", 1.0, "Robust", "gain")),
            (
                "City 100 %",
                "Vendor 89 %, City 4 %",
                f"{stakes.LONG} 58 %",
                "Vendor 6 %",
                "nobody in any draw",
            ),
            strict=True,
        )
    ]
    return RobustnessBars(tuple(rows))


def exchange() -> Exchange:
    kinds = ("Data", "Money", "Service", "Standing", "Public value", "Effort and risk")
    return Exchange(
        kinds,
        (
            ExchangeRow("a", "City …", "City", (("gives", "gets"), ("gives",), ("gets",), (), ("gets",), ())),
            ExchangeRow(
                "b", "Long …", stakes.LONG, (("gives",), (), (), (), (), ("gives",)), only_gives=True
            ),
        ),
        "Trusted intermediary",
    )


PICTURES: dict[str, tuple[Callable[[], Picture], int, Mode]] = {
    "net_light": (lambda: net(stakes.hospital_city_vendor()), 940, "light"),
    "net_dark": (lambda: net(stakes.hospital_city_vendor()), 940, "dark"),
    "net_high_contrast": (lambda: net(stakes.with_residents()), 940, "high_contrast"),
    "net_stacked": (lambda: net(stakes.with_residents()), 360, "light"),
    "net_alone": (lambda: net(stakes.alone()), 700, "light"),
    "net_nine": (lambda: net(stakes.crowd(9, 8, 1)), 940, "light"),
    "net_fifteen": (lambda: net(stakes.crowd(15, 6)), 700, "dark"),
    "joint_gain_light": (lambda: joint_gain(stakes.found(stakes.hospital_city_vendor())), 440, "light"),
    "joint_gain_crowd": (lambda: joint_gain(stakes.found(stakes.crowd(9, 8))), 440, "dark"),
    "joint_gain_high_contrast": (
        lambda: joint_gain(stakes.found(stakes.with_residents())),
        300,
        "high_contrast",
    ),
    "robustness_light": (sure, 900, "light"),
    "robustness_narrow": (sure, 380, "dark"),
    "exchange_light": (exchange, 860, "light"),
    "exchange_high_contrast": (exchange, 720, "high_contrast"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did_when_somebody_looked_at_it(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    build, width, mode = PICTURES[name]
    painted = _painted(build(), width, mode)
    golden = FOLDER / f"{name}.png"
    if os.environ.get("GOLDEN") == "write":
        assert painted.save(str(golden))
        return
    painted.save(str(tmp_path / golden.name))
    expected = QImage(str(golden)).convertToFormat(QImage.Format.Format_RGB32)
    assert painted.size() == expected.size(), f"see {tmp_path / golden.name}"
    assert _share_of_others(painted, expected) <= TOLERATED, f"see {tmp_path / golden.name}"


# What they say ----------------------------------------------------------------------------------------------


def test_the_words_of_the_net_table_say_every_verdict_and_every_net_value() -> None:
    lines = net(stakes.hospital_city_vendor()).text.split("\n")
    assert len(lines) == 3 * (1 + 3)
    assert lines[4] == "Trusted intermediary: Win-win: everyone gains."
    assert lines[2].strip() == (
        "Full pooling: City is worse off than without an agreement (\N{MINUS SIGN}0.5), because of privacy."
    )


def test_what_is_not_scored_is_a_question_mark_and_never_nought() -> None:
    row = net(stakes.hospital_city_vendor()).rows[2]
    assert [cell.text for cell in row.cells] == ["+0.25", "+1", "?"]
    assert (row.mark, row.word, row.detail) == ("open", "Not yet known", "1 score missing")
    assert row.cells[2].is_open
    assert net(stakes.with_residents()).rows[2].cells[0].text == "0"


def test_marks_and_words_follow_the_verdict() -> None:
    words = [(row.mark, row.word, row.detail) for row in net(stakes.hospital_city_vendor(-1)).rows]
    assert words == [
        ("refused", "Trade-off", "1 of 3 loses"),
        ("win-win", "Win-win", "everyone gains"),
        ("refused", "Trade-off", "1 of 3 loses"),
    ]
    rows = net(stakes.with_residents()).rows
    assert [(row.mark, row.word) for row in rows] == [
        ("refused", "Red line crossed"),
        ("refused", "Trade-off"),
        ("refused", "Red line crossed"),
    ]
    assert [remark.words for remark in rows[0].remarks] == [
        "crosses a red line of City",
        "harms Residents, not at the table",
    ]


def test_one_party_alone_has_no_win_win() -> None:
    assert [row.word for row in net(stakes.alone()).rows] == ["Gain", "Worse than no agreement"]


def test_whoever_is_affected_stands_apart_and_after_the_parties() -> None:
    columns = net(stakes.with_residents()).columns
    assert [(column.name, column.is_party) for column in columns] == [
        ("City", True),
        ("Vendor", True),
        ("Residents", False),
    ]


def test_a_map_says_of_every_scenario_whether_another_beats_it() -> None:
    first, second, third = joint_gain(stakes.found(stakes.hospital_city_vendor(-1))).text.split("\n")
    assert first.endswith("Worst-off party: \N{MINUS SIGN}0.5. Total: +2.25. No listed scenario beats it.")
    assert second.endswith("Worst-off party: +0.5. Total: +2.25. No listed scenario beats it.")
    assert third.endswith("Another scenario beats it.")


# What they show ---------------------------------------------------------------------------------------------


def test_all_bars_of_a_party_begin_at_one_line(qtbot: QtBot) -> None:
    table = net(stakes.hospital_city_vendor())
    places = table.arranged(940, look())
    assert places.form == "bars"
    for column in range(3):
        lines = {row.cells[column].line for row in places.rows}
        assert len(lines) == 1
        bars = [
            bar_of(row.cells[column], place.cells[column], look())
            for row, place in zip(table.rows, places.rows, strict=True)
        ]
        for row, bar in zip(table.rows, bars, strict=True):
            cell, line = row.cells[column], next(iter(lines))
            if not cell.is_open:
                assert (
                    bar.left() == pytest.approx(line) if cell.low >= 0 else bar.right() == pytest.approx(line)
                )


def test_a_loss_lies_left_of_the_line_as_long_as_a_gain_of_its_size(qtbot: QtBot) -> None:
    table = net(stakes.nobody_agrees())
    places = table.arranged(700, look())
    bars = [
        bar_of(row.cells[0], place.cells[0], look())
        for row, place in zip(table.rows, places.rows, strict=True)
    ]
    assert bars[0].width() == pytest.approx(3 * bars[1].width())


@pytest.mark.parametrize(
    ("parties", "scenarios", "width", "form"),
    [(5, 5, 1200, "bars"), (5, 5, 400, "stacked"), (6, 2, 900, "matrix"), (2, 6, 900, "matrix")],
)
def test_from_six_on_it_is_a_matrix(
    parties: int, scenarios: int, width: int, form: str, qtbot: QtBot
) -> None:
    assert net(stakes.crowd(parties, scenarios)).arranged(width, look()).form == form


@pytest.mark.parametrize("width", [320, 500, 716, 940, 1500])
@pytest.mark.parametrize(
    "draft", [stakes.hospital_city_vendor, stakes.with_residents, lambda: stakes.crowd(9, 8, 2)]
)
def test_nothing_stands_outside_the_picture(width: int, draft: Callable[[], Draft], qtbot: QtBot) -> None:
    table = net(draft())
    rect = QRectF(0, 0, width, table.height_for(width, look()))
    for spot in table.spots(rect, look()):
        assert rect.adjusted(-1, -1, 1, 1).contains(spot.rect), spot.said
    places = table.arranged(width, look())
    for row, place_ in zip(table.rows, places.rows, strict=True):
        for column, cell in place_.cells.items():
            if places.form != "matrix":
                bar = bar_of(row.cells[column], cell, look())
                assert 0 <= bar.left() <= bar.right() <= width


def test_where_columns_do_not_fit_the_first_ones_are_shown_whole(qtbot: QtBot) -> None:
    table = net(stakes.crowd(15, 6))
    places = table.arranged(700, look())
    assert list(places.shown) == list(range(columns_that_fit(table, 700, look())))
    assert len(places.shown) < 15


def test_the_map_has_the_region_where_nobody_is_worse_off_above_its_line(qtbot: QtBot) -> None:
    gains = joint_gain(stakes.found(stakes.hospital_city_vendor()))
    rect = QRectF(0, 0, 440, gains.height_for(440, look()))
    zero = zero_line(gains, plot_of(rect, look()), look())
    ends = {each.dot.name: each.ends for each in place(gains, rect, look())}
    assert ends["Trusted intermediary"][0].y() < zero < ends["Full pooling"][0].y()
    low, high = ends["Aggregates only"]
    assert high.y() < zero < low.y()


@pytest.mark.parametrize("width", [220, 300, 440, 700])
def test_names_on_the_map_cover_neither_dots_nor_one_another(width: int, qtbot: QtBot) -> None:
    gains = joint_gain(stakes.found(stakes.crowd(9, 8)))
    placed = place(gains, QRectF(0, 0, width, gains.height_for(width, look())), look())
    labels = [each.label.rect for each in placed if each.label is not None]
    for number, label in enumerate(labels):
        assert not any(label.intersects(other) for other in labels[number + 1 :])
        assert not any(label.contains(end) for each in placed for end in each.ends)


def test_arrows_walk_the_way_they_point() -> None:
    spots = [Spot(f"{x}{y}", QRectF(x * 100, y * 40, 80, 20), "") for y in range(3) for x in range(3)]
    middle = spots[4]
    found = {way: nearest(spots, middle, way) for way in ("left", "right", "up", "down")}
    assert {way: spot.key for way, spot in found.items() if spot} == {
        "left": "01",
        "right": "21",
        "up": "10",
        "down": "12",
    }
    assert nearest(spots, spots[2], "right") is None


@pytest.mark.parametrize(
    "name", ["net_light", "net_nine", "joint_gain_light", "robustness_light", "exchange_light"]
)
@pytest.mark.parametrize("form", ["png", "svg", "pdf", "txt"])
def test_each_can_be_taken_along_in_every_form(name: str, form: str, qtbot: QtBot) -> None:
    picture = PICTURES[name][0]()
    content = render(picture, form)
    assert len(content) > 50
    if form == "txt":
        assert content.decode().startswith(picture.title)


def test_the_colours_of_platforms_are_in_none_of_them(qtbot: QtBot) -> None:
    for build, width, _mode in PICTURES.values():
        image = _painted(build(), width, "light")
        there = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        }
        platforms = {
            look().colour(token).name()
            for token in ("resource_dependence", "social_issue", "societal_sector")
        }
        assert not there & platforms


def test_what_is_beaten_is_hollow(qtbot: QtBot) -> None:
    gains = joint_gain(stakes.found(stakes.hospital_city_vendor(-1)))
    image = _painted(gains, 440, "light")
    placed = place(gains, QRectF(0, 0, 440, image.height()), look())
    middles = {each.dot.name: _colour(image, each.ends[0]) for each in placed}
    assert middles["Trusted intermediary"] == look().colour("gain").name()
    assert middles["Full pooling"] == look().colour("loss").name()
    assert middles["Aggregates only"] == look().colour("surface").name()


def _colour(image: QImage, at: QPointF) -> str:
    return image.pixelColor(round(at.x()), round(at.y())).name()
