"""The path through the stages as a picture: where everything stands, and how it looked when somebody looked.

GOLDEN=write .venv/bin/python -m pytest tests/ui/charts/test_stage_table.py
"""

import os
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.charts.test_golden import FOLDER, TOLERATED, _painted, _share_of_others
from ui.charts.stage_places import Arrangement
from ui.charts.stage_table import Flag, Happening, Lane, StageHead, StageTable, Standing, Suggestion
from ui.charts.who import Who
from ui.theme.look import look
from ui.theme.tokens import Mode
from ui.widgets.painting.lines import wrapped

NAMES = (
    "Frame",
    "Interests",
    "Win-wins",
    "Business case",
    "Alignment",
    "Sharing",
    "Scale-up",
    "Renewal",
)
SHORT = "Four parties"
LONG = (
    "Once the value for business had been put into words, the authority was willing to start the complex "
    "legal and technical alignment with all the others."
)
DRAFT = Who("a", "draft", "City table", "A", is_current=True)
CASE = Who("flowminder", "case", "Flowminder")
SUGGESTED = Suggestion("suggested", "social_issue", (0, 5), "Straight from the problem to the sharing.", "…")
WIDE, NARROW = 980, 520


def cell(key: str, words: str, **more: object) -> tuple[Happening, ...]:
    return (Happening(key, words, f"{key}: {words}", **more),)  # type: ignore[arg-type] # any further field


def quiet(key: str) -> tuple[Happening, ...]:
    return cell(key, "Not reported", is_quiet=True)


def table(here: int = 3, words: str = LONG, standing: Standing = "here") -> StageTable:
    """A draft that stands at a stage, and a case with one long step and a flag."""
    places: list[Standing] = ["passed" if at < here else "ahead" for at in range(8)]
    places[here] = standing
    heads = tuple(
        StageHead(f"stage {name}", name, place, name) for name, place in zip(NAMES, places, strict=True)
    )
    own = tuple(
        cell(f"own {at}", SHORT, when="12 Jan 2027", is_now=at == here) if at <= here else ()
        for at in range(8)
    )
    told = tuple(cell(f"case {at}", words) if at in {1, 5} else quiet(f"case {at}") for at in range(8))
    flags = (Flag("flag", "20 Jan 2027, urgency: the audit report is published.", "…"),)
    lanes = (Lane(DRAFT, "", own, flags), Lane(CASE, "Susha et al. 2019, section 5.2", told))
    return StageTable(heads, lanes, (SUGGESTED,))


PICTURES: dict[str, tuple[Callable[[], StageTable], int, Mode]] = {
    "stages_light": (table, WIDE, "light"),
    "stages_dark_paused": (lambda: table(5, standing="paused"), WIDE, "dark"),
    "stages_high_contrast": (lambda: table(0), WIDE, "high_contrast"),
    "stages_stacked": (table, NARROW, "light"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_path_looks_as_it_did_when_somebody_looked_at_it(name: str, qtbot: QtBot, tmp_path: Path) -> None:
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


def arranged(made: StageTable, width: float) -> Arrangement:
    return made.arranged(width, look())


def lefts(places: Arrangement) -> list[float]:
    return [node.middle.x() for node in places.nodes]


def test_stages_stand_side_by_side_where_there_is_room_and_else_below_one_another(qtbot: QtBot) -> None:
    wide, narrow = arranged(table(), WIDE), arranged(table(), NARROW)
    assert len({node.middle.y() for node in wide.nodes}) == 1
    assert lefts(wide) == sorted(lefts(wide))
    assert len(set(lefts(narrow))) == 1
    tops = [node.middle.y() for node in narrow.nodes]
    assert tops == sorted(tops)


@pytest.mark.parametrize("width", [300, NARROW, 760, WIDE, 1500])
@pytest.mark.parametrize("here", range(8))
def test_nothing_leaves_the_picture_and_no_words_lie_on_others(qtbot: QtBot, width: int, here: int) -> None:
    places = arranged(table(here), width)
    whole = QRectF(0, 0, width, places.height).adjusted(-1, -1, 3, 1)
    assert all(whole.contains(each.rect) for each in places.written)
    for one, other in combinations(places.written, 2):
        common = one.rect.intersected(other.rect)
        assert min(common.width(), common.height()) <= 2, (one.words, other.words)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_band_holds_everything_at_the_stage_where_the_draft_stands(qtbot: QtBot, width: int) -> None:
    places = arranged(table(3), width)
    band = places.band
    assert band is not None
    here = [
        each.rect.center() for each in places.spots if each.key in {"stage Business case", "own 3", "case 3"}
    ]
    elsewhere = [each.rect.center() for each in places.spots if each.key in {"own 2", "case 4"}]
    assert all(band.contains(each) for each in here)
    assert not any(band.contains(each) for each in elsewhere)


def test_no_band_without_a_place(qtbot: QtBot) -> None:
    nowhere = StageTable(tuple(StageHead(name, name, "ahead", name) for name in NAMES), ())
    assert arranged(nowhere, WIDE).band is None


def test_columns_are_even_as_long_as_little_is_said_and_else_follow_the_words(qtbot: QtBot) -> None:
    def widths(made: StageTable) -> set[int]:
        return {round(after - before) for before, after in pairwise(lefts(arranged(made, WIDE)))}

    assert len(widths(table(words=SHORT))) == 1
    uneven = lefts(arranged(table(), WIDE))
    assert uneven[2] - uneven[1] > 1.2 * (uneven[1] - uneven[0])


def test_uneven_columns_make_the_picture_lower(qtbot: QtBot) -> None:
    room_if_even = (WIDE - 20) / 8 - 14  # less the inset of the picture and the air between columns
    lines_if_even = wrapped(LONG, look().font("table"), room_if_even, 60)
    tops = {each.rect.top() for each in arranged(table(), WIDE).written if each.words in LONG}
    assert len(tops) < len(lines_if_even)


def test_the_suggested_short_cut_stops_at_its_stages_and_says_its_words_on_the_line(qtbot: QtBot) -> None:
    places = arranged(table(), WIDE)
    arc = [line for line in places.lines if line.kind == "social_issue"]
    assert sorted(line.points[0].x() for line in arc) == [lefts(places)[0], lefts(places)[5]]
    (words,) = [each for each in places.written if each.words == SUGGESTED.words]
    assert lefts(places)[0] < words.rect.left() < words.rect.right() < lefts(places)[5]
    (glyph,) = places.glyphs
    assert glyph[1] == "social_issue"


def test_a_path_through_all_stages_needs_no_line_of_its_own(qtbot: QtBot) -> None:
    everywhere = Suggestion("all", "resource_dependence", tuple(range(8)), "Every stage in turn.", "…")
    places = arranged(StageTable(table().heads, table().lanes, (everywhere,)), WIDE)
    assert not [line for line in places.lines if line.kind == "resource_dependence"]
    assert "Every stage in turn." in [each.words for each in places.written]


def test_words_that_stand_elsewhere_are_shortened_after_a_word(qtbot: QtBot) -> None:
    heads = table(0).heads
    cells = (cell("own", LONG, most_lines=2), *[()] * 7)
    places = arranged(StageTable(heads, (Lane(DRAFT, "", cells),)), WIDE)
    told = [each.words for each in places.written if each.role == "table"]
    assert len(told) == 2
    assert told[1].endswith("…")
    assert f"{told[0]} {told[1].removesuffix('…')}" in LONG


def test_everything_is_said_to_those_who_cannot_see_it(qtbot: QtBot) -> None:
    said = table().text.splitlines()
    assert said[:2] == ["…", "Frame"]
    assert "Draft A, City table:" in said
    assert "Flowminder, Susha et al. 2019, section 5.2:" in said
    assert f"case 5: {LONG}" in said


def test_every_place_answers_once_in_the_order_of_reading(qtbot: QtBot) -> None:
    keys = [spot.key for spot in table().spots(QRectF(0, 0, WIDE, 600), look())]
    assert keys[:2] == ["suggested", "stage Frame"]
    assert keys.index("own 3") < keys.index("case 0")
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("standing", ["paused", "closed", "skipped", "here"])
def test_each_way_to_stand_has_a_sign_of_its_own(qtbot: QtBot, standing: Standing) -> None:
    marks = {each: _painted(table(3, SHORT, each), WIDE, "light") for each in ("passed", standing)}
    assert marks["passed"] != marks[standing]
