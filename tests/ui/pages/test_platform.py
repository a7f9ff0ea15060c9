"""What a facilitator sees and does on the page Platform."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.charts.profile import MixBars
from ui.charts.similarity import Similarities
from ui.charts.triangle import Triangle
from ui.charts.triangle_view import TriangleView
from ui.pages.platform import PAGE
from ui.pages.platform.dimension_row import DimensionRow
from ui.pages.platform.map_panel import MapPanel
from ui.pages.platform.readings import verdict
from ui.widgets import Button, MixBar, RowButton, WhyMark, strong
from workbook.analysis.profile import profile
from workbook.analysis.subject import draft_subject
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import Draft
from workbook.model.mix import Mix, Votes, pick
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
SPLIT_VOTES = Position(votes=Votes(resource_dependence=4, societal_sector=4))


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, three_drafts())


def on_sheet(qtbot: QtBot, dimensions: Dimensions, name: str = "City table") -> Sheet:
    draft = empty_draft(name).replace(id="city", dimensions=dimensions)
    return opened(qtbot, PAGE, Workbook(drafts=(draft,)))


def row(sheet: Sheet, name: str) -> DimensionRow:
    return next(each for each in sheet.page.findChildren(DimensionRow) if each.text() == name)


def titles(sheet: Sheet) -> list[str]:
    return [sentence for sentence in sheet.sentences if sentence.startswith("What follows from")]


# The verdict ------------------------------------------------------------------------------------------------


def test_the_sentence_comes_from_the_finding_without_its_figures(sheet: Sheet) -> None:
    assert sheet.sentences[0] == (
        "Cold chain clearly resembles a resource-dependence platform. One dimension pulls elsewhere."
    )
    assert (
        sheet.find(MixBar, "Platform profile")
        .accessibleName()
        .endswith("Resource 78, Issue 6, Sector 16 of 100")
    )


def test_the_bar_answers_why(sheet: Sheet) -> None:
    sheet.find(WhyMark, "Why these parts of 100?").click()
    draft = sheet.document.draft
    assert draft is not None
    assert sheet.asked.explained == [sheet.document.findings.design(draft).profile.platform]


@pytest.mark.parametrize(
    ("dimensions", "said"),
    [
        (
            Dimensions(orientation=Position(mix=pick("social_issue"))),
            f"City clearly resembles a {strong('social issue')} platform.",
        ),
        (
            Dimensions(orientation=Position(mix=Mix(resource_dependence=0.6, social_issue=0.4))),
            f"City is leaning towards a {strong('resource-dependence')} platform.",
        ),
        (
            Dimensions(
                orientation=Position(mix=pick("social_issue")),
                timeframes=Position(mix=pick("societal_sector")),
                dependencies=Position(mix=pick("resource_dependence")),
            ),
            f"City is {strong('mixed')}; there may be platforms beyond these three.",
        ),
        (
            Dimensions(orientation=SPLIT_VOTES),
            f"City: {strong('no platform leads')}, because the room is split.",
        ),
    ],
)
def test_what_was_found_is_bold(dimensions: Dimensions, said: str) -> None:
    subject = draft_subject(Draft(id="city", name="City", dimensions=dimensions))
    assert verdict(profile(subject, load()), "City", load()) == said


def test_a_draft_called_after_a_platform_does_not_confuse_the_sentence() -> None:
    name = "The social issue (copy)"
    mix = Dimensions(orientation=Position(mix=pick("social_issue")))
    subject = draft_subject(Draft(id="city", name=name, dimensions=mix))
    said = verdict(profile(subject, load()), name, load())
    assert said == f"{name} clearly resembles a {strong('social issue')} platform."


# The dimensions ---------------------------------------------------------------------------------------------


def test_the_eight_stand_in_the_order_of_the_framework(sheet: Sheet) -> None:
    names = [each.text() for each in sheet.page.findChildren(DimensionRow)]
    assert names == [dimension.name for dimension in load().dimensions]


def test_where_one_pulls_elsewhere_it_says_where_to(sheet: Sheet) -> None:
    timeframes = row(sheet, "Timeframes")
    assert timeframes.reading.pulls_to == ("societal_sector",)
    assert timeframes.accessibleName().endswith("which pulls elsewhere.")
    assert not row(sheet, "Orientation").reading.pulls_to


def test_an_open_dimension_leads_to_where_it_is_placed(sheet: Sheet) -> None:
    still_open = row(sheet, "Prospective sense-making theme")
    assert still_open.reading.remark == "still open"
    still_open.click()
    still_open.setFocus()
    QTest.keyClick(still_open, Qt.Key.Key_Return)
    address = ("drafts", "cold-chain", "dimensions", "sensemaking_theme")
    assert sheet.asked.asked == [("go to", address)] * 2


def test_a_split_room_is_said_to_be_split_and_the_button_leads_back_to_it(sheet: Sheet) -> None:
    sheet.document.choose_draft("school-meals")
    assert row(sheet, "Primary interest").reading.remark == "the room is split (4 / 0 / 4)"
    sheet.find(Button, "The room is split: go to Primary interest").click()
    assert sheet.asked.asked == [("go to", ("drafts", "school-meals", "dimensions", "primary_interest"))]


def test_the_guide_talks_about_the_dimension_the_keyboard_is_on(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.page.topic_changed):
        row(sheet, "Timeframes").setFocus()
    said = sheet.page.topic()
    assert said is not None
    assert (said.dimension, said.question) == ("timeframes", load().dimension("timeframes").question)
    assert [note.case_id for note in said.cases] == ["floraholland", "flowminder", "nys_food_traceability"]
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(TriangleView).setFocus()
    whole = sheet.page.topic()
    assert whole is not None
    assert whole.dimension is None
    assert whole.question == "Read the sentence aloud. Does it sound like us?"


# The map ----------------------------------------------------------------------------------------------------


def test_pointing_at_a_tile_says_in_words_where_it_lies(sheet: Sheet) -> None:
    places = sheet.find(TriangleView)
    QTest.mouseMove(places, places.tile_of("flowminder").center())
    assert sheet.says("Flowminder: mostly Issue, some Resource (Resource 13, Issue 87, Sector 0 of 100).")


@pytest.mark.parametrize("who", ["river-flood", "nys_food_traceability"])
def test_a_tile_answers_why_it_lies_there(sheet: Sheet, who: str) -> None:
    places = sheet.find(TriangleView)
    QTest.mouseClick(places, Qt.MouseButton.LeftButton, pos=places.tile_of(who).center())
    assert sheet.asked.explained[0].id == f"profile.platform.{who}"


def test_the_same_can_be_seen_as_bars_and_by_likeness(sheet: Sheet) -> None:
    panel = sheet.find(MapPanel)
    kinds = []
    for name in ("As bars", "How alike to this draft", "As a map"):
        choose(panel, name)
        kinds.append(type(panel.picture()))
    assert kinds == [MixBars, Similarities, Triangle]
    assert sheet.says("Where drafts and cases lie")


def test_a_picture_that_is_saved_has_its_key(sheet: Sheet) -> None:
    choose(sheet.find(MapPanel), "Save picture…")
    assert sheet.asked.asked == [("save", "Where drafts and cases lie")]
    saved = sheet.asked.saved[0]
    assert isinstance(saved, Triangle)
    assert saved.has_key


def test_a_crowd_has_its_key_on_the_page(qtbot: QtBot) -> None:
    drafts = tuple(empty_draft(f"Table {place}") for place in range(5))
    panel = opened(qtbot, PAGE, Workbook(drafts=drafts)).find(MapPanel)
    assert panel.map.triangle.has_key


def choose(panel: MapPanel, name: str) -> None:
    menu = panel.menu.made_menu()
    action = next(each for each in menu.actions() if each.text() == name)
    action.trigger()
    menu.deleteLater()


# What follows -----------------------------------------------------------------------------------------------


def test_what_follows_is_said_with_its_sources(sheet: Sheet) -> None:
    assert titles(sheet) == ["What follows from a resource-dependence platform"]
    for words in ("Reciprocity and self-interest.", "Susha et al. 2019, section 5.1", "There may be further"):
        assert sheet.says(words)


def test_of_a_mixed_draft_every_platform_that_is_near_is_told(qtbot: QtBot) -> None:
    mixed = Dimensions(
        orientation=Position(mix=pick("social_issue")),
        timeframes=Position(mix=pick("societal_sector")),
    )
    sheet = on_sheet(qtbot, mixed)
    assert titles(sheet) == [
        "What follows from a social issue platform",
        "What follows from a societal sector platform",
    ]
    assert sheet.says("No platform is clearly ahead")
    assert sheet.says("What is meant to promote sharing")


def test_another_draft_shows_what_follows_from_its_own(sheet: Sheet) -> None:
    sheet.document.choose_draft("river-flood")
    assert titles(sheet) == ["What follows from a social issue platform"]
    assert sheet.sentences[0].startswith("River flood clearly")


def test_an_edit_made_elsewhere_is_shown_and_undone(sheet: Sheet) -> None:
    sheet.document.put(
        ("drafts", "cold-chain", "dimensions", "sensemaking_theme", "mix"), pick("social_issue"), "change"
    )
    assert row(sheet, "Prospective sense-making theme").reading.pulls_to == ("social_issue",)
    sheet.document.undo()
    assert row(sheet, "Prospective sense-making theme").reading.remark == "still open"


# Empty ------------------------------------------------------------------------------------------------------


def test_a_draft_nobody_placed_says_what_will_stand_here(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, Dimensions())
    assert sheet.sentences[0] == "Nothing is placed yet."
    assert not sheet.says("What follows from")
    sheet.find(RowButton, "Place the first dimension").click()
    assert sheet.asked.asked == [("go to", ("drafts", "city", "dimensions", "primary_interest"))]
    assert {who.id for who in sheet.find(TriangleView).triangle.placed} == {
        "floraholland",
        "flowminder",
        "nys_food_traceability",
    }


def test_without_a_draft_the_page_says_what_belongs_here(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.sentences[0] == "There is no draft to place yet."
    sheet.find(RowButton, "Begin a draft").click()
    assert sheet.asked.asked == [("page", "framing")]


# Reach ------------------------------------------------------------------------------------------------------


def test_tab_goes_down_the_page(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    assert stops[0] == "Why these parts of 100?"
    assert [stop.partition(":")[0] for stop in stops[1:9]] == [each.name for each in load().dimensions]
    assert stops[9] == "What to do with this picture"
    assert stops[10].startswith("Draft A, Cold chain: mostly Resource")
    assert stops[11:] == ["Why resource-dependence, and where this comes from"]


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 792, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    sheet.document.choose_draft("school-meals")
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
    for each in sheet.page.findChildren(DimensionRow):
        assert each.height() == each.heightForWidth(each.width())
        assert each.width() >= each.minimumSizeHint().width()
