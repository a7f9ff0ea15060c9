"""The dimensions page, used as a facilitator uses it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from ui.document import Document
from ui.page_view import Topic
from ui.pages.dimensions import PAGE, placing
from ui.theme.look import install_look, look
from ui.widgets import Button, RowButton, ScrollArea
from workbook.analysis.finding import Finding
from workbook.library.loader import load
from workbook.model.case import Case, CaseDimensions, CasePosition
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import Draft
from workbook.model.mix import Mix, Votes, pick
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS, DimensionId, PlatformId
from workbook.model.workbook import Participant, Workbook, Workshop

if TYPE_CHECKING:
    from ui.pages.dimensions.view import DimensionsView, View
    from ui.requests import Requests

BARE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_BREAK = "\u00a0"


class Window:
    """The document, the page, and what the page asked of its window."""

    def __init__(self, qtbot: QtBot, workbook: Workbook, width: int = 792) -> None:
        self.asked: list[tuple[str, object]] = []
        self.bot = qtbot
        self.document = Document(workbook)
        self.view = cast("DimensionsView", PAGE.build(self.document, cast("Requests", self)))
        self.area = ScrollArea(self.view)
        self.document.setParent(self.area)  # it goes with the page, and what listens to it is let go of
        qtbot.addWidget(self.area)
        self.document.changed.connect(self.view.refresh)
        self.document.draft_chosen.connect(lambda: self.view.refresh(None))
        self.view.refresh(None)
        self.area.resize(width, 668)
        self.area.show()
        self.area.activateWindow()
        qtbot.waitUntil(self.area.isActiveWindow, timeout=2000)

    def new_workbook(self) -> None:
        self.asked.append(("new", None))

    def new_from_case(self, case_id: str) -> None:
        self.asked.append(("case", case_id))

    def go_to_page(self, key: str) -> None:
        self.asked.append(("page", key))

    def explain(self, finding: Finding, beside: QWidget) -> None:
        assert beside.isVisible()
        self.asked.append(("why", finding.id))

    def card(self, platform: PlatformId) -> QWidget:
        return self.view.one.cards.card(platform)

    @property
    def in_hand(self) -> str:
        return str(self.view.dimension)

    def click(self, widget: QWidget, held: Qt.KeyboardModifier = BARE) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, held)

    def key(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = BARE) -> None:
        widget.setFocus()
        QTest.keyClick(widget, key, held)

    def write(self, widget: QWidget, words: str) -> None:
        widget.setFocus()
        QTest.keyClicks(widget, words)

    def position(self, dimension: DimensionId | None = None) -> Position:
        draft = self.document.draft
        assert draft is not None
        return draft.dimensions.positions()[dimension or self.view.dimension]

    @property
    def words(self) -> str:
        return self.view.one.result.words.text().replace(NO_BREAK, " ")

    @property
    def topic(self) -> Topic:
        topic = self.view.topic()
        assert topic is not None
        return topic


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    def open_window(workbook: Workbook | None = None, *, scale: float = 1.0, width: int = 792) -> Window:
        install_look(_application(), "light", scale)
        return Window(qtbot, empty() if workbook is None else workbook, width)

    yield open_window
    look().set("light", 1.0)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def empty(**positions: Position) -> Workbook:
    draft = Draft(id="d1", name="City table", dimensions=Dimensions(**positions))
    people = tuple(Participant(id=f"p{n}") for n in range(8))
    return Workbook(drafts=(draft,), workshop=Workshop(participants=people))


# Picking and leaning ----------------------------------------------------------------------------------------


def test_a_click_picks_and_undo_takes_it_back(opened: Open) -> None:
    window = opened()
    window.click(window.card("social_issue"))
    assert window.position().mix == pick("social_issue")
    assert window.words == "Issue"
    assert window.document.history.undoText() == "change of position"
    window.document.undo()
    assert window.position() == Position()
    assert window.words.startswith("Still open.")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_picks_and_with_shift_leans(opened: Open, key: Qt.Key) -> None:
    window = opened()
    window.key(window.card("social_issue"), key)
    window.key(window.card("resource_dependence"), key, SHIFT)
    assert window.position().mix == Mix(social_issue=0.7, resource_dependence=0.3)
    assert window.words == "Mostly Issue, some Resource"
    window.key(window.card("resource_dependence"), key, SHIFT)
    assert window.position().mix == pick("social_issue")


def test_shift_and_click_leans(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=pick("societal_sector"))))
    window.click(window.card("social_issue"), SHIFT)
    assert window.position().mix == Mix(societal_sector=0.7, social_issue=0.3)


def test_a_mouse_alone_can_lean_too(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=pick("societal_sector"))))
    choose_way(window, "lean")
    lean = window.view.one.cards.card("social_issue").lean
    assert lean.isVisible()
    window.click(lean)
    assert window.position().mix == Mix(societal_sector=0.7, social_issue=0.3)


def test_a_lean_is_moved_with_arrow_keys_in_one_step_of_undo(opened: Open) -> None:
    leaning = Position(mix=Mix(resource_dependence=0.3, social_issue=0.7))
    window = opened(empty(primary_interest=leaning))
    handle = window.view.one.result.bar.handles[0]
    assert handle.isVisible()
    for _ in range(3):
        window.key(handle, Qt.Key.Key_Right)
    assert window.position().mix == Mix(resource_dependence=0.45, social_issue=0.55)
    for _ in range(30):
        window.key(handle, Qt.Key.Key_Right)
    assert window.position().mix == Mix(resource_dependence=0.95, social_issue=0.05)
    window.document.undo()
    assert window.position() == leaning


def test_a_lean_is_dragged(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=Mix(resource_dependence=0.3, social_issue=0.7))))
    bar = window.view.one.result.bar
    handle = bar.handles[0]
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.mapFrom(bar, QPoint(bar.width() // 2, 10)))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert window.position().mix == Mix(resource_dependence=0.5, social_issue=0.5)
    assert window.words == "Resource and Issue"


def test_clearing_opens_the_dimension_again_and_keeps_the_words(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=pick("social_issue"), characterisation="Ours.")))
    window.click(window.view.one.result.clear)
    assert window.position() == Position(characterisation="Ours.")
    window.document.undo()
    window.key(window.card("social_issue"), Qt.Key.Key_Delete)
    assert window.position() == Position(characterisation="Ours.")


# Votes ------------------------------------------------------------------------------------------------------


def test_digits_typed_on_a_card_are_its_votes(opened: Open) -> None:
    window = opened()
    choose_way(window, "votes")
    window.key(window.card("social_issue"), Qt.Key.Key_1)
    window.key(window.card("social_issue"), Qt.Key.Key_2)
    assert window.position().votes == Votes(social_issue=12)
    window.key(window.card("resource_dependence"), Qt.Key.Key_4)
    assert window.position().votes == Votes(social_issue=12, resource_dependence=4)
    window.document.undo()
    assert window.position().votes == Votes(social_issue=12)
    window.document.undo()
    assert window.position() == Position()


def test_a_split_room_is_said_to_be_split(opened: Open) -> None:
    window = opened()
    choose_way(window, "votes")
    window.key(window.card("resource_dependence"), Qt.Key.Key_4)
    window.key(window.card("societal_sector"), Qt.Key.Key_4)
    assert window.words == "The room is split (4 / 0 / 4)"
    assert all(window.view.one.cards.card(each).state.role != "pick" for each in PLATFORMS)


def test_a_click_counts_one_hand_and_with_shift_takes_one_away(opened: Open) -> None:
    window = opened()
    choose_way(window, "votes")
    card = window.card("social_issue")
    window.click(card)
    window.click(card)
    window.click(card, SHIFT)
    assert window.position().votes == Votes(social_issue=1)
    window.key(window.view.one.cards.card("social_issue").stepper, Qt.Key.Key_Up)
    assert window.position().votes == Votes(social_issue=2)


def test_there_is_a_mark_for_every_participant_and_never_fewer_than_votes(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(votes=Votes(social_issue=3))))
    card = window.view.one.cards.card("social_issue")
    assert (card.state.votes, card.state.voters) == (3, 8)
    window.key(card, Qt.Key.Key_9)
    assert (card.state.votes, card.state.voters) == (9, 9)


def test_votes_are_put_aside_in_one_step_and_never_silently(opened: Open) -> None:
    split = Position(votes=Votes(resource_dependence=4, societal_sector=4))
    window = opened(empty(primary_interest=split))
    choose_way(window, "pick")
    assert window.position() == Position()
    assert window.words == "The votes 4 / 0 / 4 are put aside; undo brings them back."
    window.document.undo()
    assert window.position() == split
    assert window.words == "The room is split (4 / 0 / 4)"
    assert window.view.one.result.ways.value == "votes"


def test_less_than_sixty_of_a_hundred_votes_decide_nothing(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(votes=Votes(social_issue=4, resource_dependence=3))))
    assert window.words == "The room is split (3 / 4 / 0)"
    choose_way(window, "lean")
    assert window.position() == Position()


def test_votes_that_agree_become_the_pick_or_the_lean_they_say(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(votes=Votes(social_issue=5, resource_dependence=2))))
    choose_way(window, "lean")
    assert window.position().mix == Mix(social_issue=0.7, resource_dependence=0.3)
    window.document.undo()
    choose_way(window, "pick")
    assert window.position().mix == pick("social_issue")


def test_a_pick_is_nobodys_vote(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=pick("social_issue"))))
    choose_way(window, "votes")
    assert window.position() == Position(votes=Votes())
    assert window.words == "The pick is put aside; undo brings it back."
    window.document.undo()
    assert window.position().mix == pick("social_issue")


def choose_way(window: Window, way: str) -> None:
    options = {"pick": "Pick", "lean": "Pick with a lean", "votes": "Votes"}
    ways = window.view.one.result.ways
    option = next(each for each in ways.findChildren(QRadioButton) if each.text() == options[way])
    window.click(option)


# What the rules of entry keep -------------------------------------------------------------------------------

ENTRIES = st.one_of(
    st.tuples(st.just("pick"), st.sampled_from(PLATFORMS), st.just(0)),
    st.tuples(st.just("lean"), st.sampled_from(PLATFORMS), st.just(0)),
    st.tuples(st.just("vote"), st.sampled_from(PLATFORMS), st.integers(-1, 12)),
    st.tuples(st.just("turn"), st.sampled_from(("pick", "lean", "votes")), st.just(0)),
    st.tuples(st.just("move"), st.integers(0, 1), st.integers(-20, 120)),
)


@given(st.lists(ENTRIES, max_size=12))
def test_whatever_is_entered_the_shares_are_exact_decimals_that_sum_to_one(
    entries: list[tuple[str, object, int]],
) -> None:
    position = Position(characterisation="Ours.")
    for what, where, number in entries:
        if what == "pick":
            position = placing.picked(position, cast("PlatformId", where))
        elif what == "lean":
            position = placing.leaned(position, cast("PlatformId", where))
        elif what == "vote":
            position = placing.voted(position, cast("PlatformId", where), number)
        elif what == "turn":
            position = placing.turned(position, cast("placing.Way", where))
        elif cast("int", where) < len(placing.borders(position)) and position.mix is not None:
            position = placing.moved(position, cast("int", where), number)
        assert position.characterisation == "Ours."
        if position.mix is not None:
            written = [getattr(position.mix, platform) for platform in PLATFORMS]
            assert sum(round(share * 100) for share in written) == 100
            assert all(share == round(share, 2) for share in written)


# Words, evidence, confidence --------------------------------------------------------------------------------


def test_typing_goes_into_the_draft_and_the_caret_stays(opened: Open) -> None:
    window = opened()
    field = window.view.one.words.field("characterisation")
    assert field is not None
    field.setFocus()
    window.write(field, "Ambulances frst")
    for _ in range(3):
        window.key(field, Qt.Key.Key_Left)
    window.write(field, "i")
    assert window.position().characterisation == "Ambulances first"
    assert field.property("plainText") == "Ambulances first"
    window.write(field, "-")
    assert window.position().characterisation == "Ambulances fi-rst"
    window.document.undo()
    assert window.position().characterisation == ""
    assert field.property("plainText") == ""


def test_evidence_and_confidence_belong_to_the_dimension_in_hand(opened: Open) -> None:
    window = opened()
    window.view.go_to_dimension("timeframes")
    evidence = window.view.one.words.field("evidence")
    assert evidence is not None
    window.write(evidence, "Minutes")
    window.key(window.view.one.words.dots, Qt.Key.Key_2)
    assert window.position("timeframes") == Position(evidence="Minutes", confidence="discussed")
    window.view.go_to_dimension("orientation")
    assert evidence.property("plainText") == ""
    assert window.view.one.words.dots.confidence is None


def test_evidence_that_is_longer_than_a_line_wraps(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    evidence = window.view.one.words.field("evidence")
    assert evidence is not None
    one_line = evidence.height()
    window.write(evidence, "Minutes of the first and of the second meeting, and the letter of the board")
    qtbot.waitUntil(lambda: evidence.height() > 1.4 * one_line)


# Going along ------------------------------------------------------------------------------------------------


def test_the_keyboard_and_the_buttons_go_along_the_eight_and_on_to_platform(opened: Open) -> None:
    window = opened()
    card = window.card("social_issue")
    card.setFocus()
    window.key(card, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.in_hand == "contextual_factors"
    window.key(card, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert window.in_hand == "primary_interest"
    assert not window.view.one.back.isVisible()
    for dimension in DIMENSIONS[1:]:
        window.click(window.view.one.on)
        assert window.in_hand == dimension
    assert window.view.count.text() == "8 of 8"
    assert not window.view.one.on.isVisible()
    window.click(window.view.one.leave)
    assert window.asked == [("page", "platform")]


def test_the_strip_leads_to_any_dimension(opened: Open) -> None:
    window = opened()
    button = window.view.strip.button("timeframes")
    window.click(button)
    assert window.view.title.text() == "Timeframes"
    assert button.isChecked()
    assert "not characterised" in button.accessibleDescription().lower()


def test_the_strip_follows_undo_on_another_dimension(opened: Open) -> None:
    window = opened()
    window.click(window.card("social_issue"))
    window.view.go_to_dimension("timeframes")
    button = window.view.strip.button("primary_interest")
    assert button.accessibleDescription() == "Dimension 1 of 8: Issue"
    window.document.undo()
    assert button.accessibleDescription() == "Dimension 1 of 8: Not characterised"


def test_there_is_one_primary_button_at_most(opened: Open) -> None:
    window = opened()
    for dimension in DIMENSIONS:
        window.view.go_to_dimension(dimension)
        shown = [each for each in window.view.findChildren(Button) if each.isVisible()]
        assert sum(each.kind == "primary" for each in shown) <= 1


def test_an_address_leads_to_its_card_and_field(opened: Open) -> None:
    window = opened(empty(timeframes=Position(mix=pick("societal_sector"))))
    assert window.view.reveal(("drafts", "d1", "dimensions", "timeframes", "evidence"))
    assert window.in_hand == "timeframes"
    assert window.view.focusWidget() is window.view.one.words.field("evidence")
    assert window.view.reveal(("drafts", "d1", "dimensions", "timeframes"))
    assert window.view.focusWidget() is window.card("societal_sector")
    assert window.view.reveal(("drafts", "d1", "dimensions"))
    assert window.view.all.isVisible()
    assert not window.view.reveal(("drafts", "d1", "dimensions", "colour"))
    assert not window.view.reveal(("drafts", "d1", "framing"))


# Beside it: cases and guide ---------------------------------------------------------------------------------


def test_the_cases_stand_on_the_cards_in_words(opened: Open) -> None:
    window = opened()
    window.view.go_to_dimension("orientation")
    said = {each: window.card(each).accessibleDescription() for each in PLATFORMS}
    assert "FloraHolland mostly" in said["resource_dependence"]
    assert "FloraHolland leans here; Flowminder" in said["social_issue"]
    assert "New York State (envisaged)" in said["societal_sector"]
    window.view.go_to_dimension("dependencies")
    assert "No case stands here" in window.card("social_issue").accessibleDescription()


def test_the_guide_talks_about_the_dimension_in_hand(opened: Open) -> None:
    window = opened()
    with window.bot.waitSignal(window.view.topic_changed, timeout=1000):
        window.view.go_to_dimension("orientation")
    topic, framework = window.topic, load().dimension("orientation")
    assert topic.question == framework.question
    assert framework.explanation in topic.about
    assert topic.dimension == "orientation"
    assert [note.case_id for note in topic.cases] == ["floraholland", "flowminder", "nys_food_traceability"]
    reported = load().case("flowminder").dimensions.orientation
    assert (topic.cases[1].text, topic.cases[1].citation) == (reported.reported, reported.citation)


def test_own_cases_stand_beside_the_built_in_ones(opened: Open) -> None:
    own = Case(
        id="ours",
        name="Harbour pilot",
        citation="Own notes",
        dimensions=CaseDimensions(
            orientation=CasePosition(mix=pick("social_issue"), reported="Safety first.")
        ),
    )
    window = opened(empty().replace(own_cases=(own,)))
    window.view.go_to_dimension("orientation")
    assert window.topic.cases[-1].text == "Safety first."
    assert "Harbour pilot" in window.card("social_issue").accessibleDescription()
    window.view.show_view("all")
    assert window.view.all.more.isVisible()
    content = window.view.all.rows["orientation"].content
    assert content is not None
    assert [name for name, _ in content.cases] == ["FloraHolland", "Flowminder", "New York State (envisaged)"]


def test_the_words_answer_why(opened: Open) -> None:
    window = opened(empty(primary_interest=Position(mix=pick("social_issue"))))
    window.click(window.view.one.result.why)
    assert window.asked == [("why", "profile.dimension.d1.primary_interest")]


# All eight --------------------------------------------------------------------------------------------------


def test_all_eight_says_what_is_open_and_asks_its_question(opened: Open) -> None:
    window = opened(three_drafts())
    window.click(window.view.views.findChildren(QRadioButton)[1])
    assert window.view.subtitle.text() == (
        "Seven of eight placed. 1 dimension is still open: Prospective sense-making theme."
    )
    content = window.view.all.rows["sensemaking_theme"].content
    assert content is not None
    assert content.words == "Not yet placed"
    assert content.says == f"Still open. {load().dimension('sensemaking_theme').question}"


def test_a_row_opens_its_card_and_the_guide_follows_the_keyboard(opened: Open) -> None:
    window = opened(three_drafts())
    window.view.show_view("all")
    row = window.view.all.rows["timeframes"]
    row.setFocus()
    assert window.topic.dimension == "timeframes"
    window.key(row, Qt.Key.Key_F1)
    window.click(window.view.all.head.button("flowminder"))
    assert window.asked == [
        ("why", "profile.dimension.cold-chain.timeframes"),
        ("why", "similarity.cold-chain.flowminder"),
    ]
    window.key(row, Qt.Key.Key_Return)
    assert window.view.one.isVisible()
    assert window.view.title.text() == "Timeframes"
    assert window.view.focusWidget() is window.card("societal_sector")


def test_another_draft_shows_its_own_positions(opened: Open) -> None:
    window = opened(three_drafts())
    window.view.show_view("all")
    window.document.choose_draft("school-meals")
    content = window.view.all.rows["primary_interest"].content
    assert content is not None
    assert content.words.replace(NO_BREAK, " ") == "The room is split (4 / 0 / 4)"
    window.view.show_view("one")
    assert window.words == "The room is split (4 / 0 / 4)"


# Without much, and without room -----------------------------------------------------------------------------


def test_without_a_draft_the_page_offers_the_ways_in(opened: Open) -> None:
    window = opened(Workbook())
    ways = [each for each in window.view.empty.findChildren(RowButton) if each.isVisible()]
    assert [each.text() for each in ways] == [
        "Begin from FloraHolland",
        "Begin from Flowminder",
        "Begin from New York State (envisaged)",
        "Begin with an empty draft",
    ]
    window.click(ways[1])
    window.key(ways[3], Qt.Key.Key_Return)
    assert window.asked == [("case", "flowminder"), ("new", None)]
    assert not window.view.reveal(("drafts", "d1", "dimensions", "timeframes"))


def test_a_draft_that_comes_and_goes_is_shown_and_hidden(opened: Open) -> None:
    window = opened(Workbook())
    window.document.edit(lambda workbook: workbook.replace(drafts=(Draft(id="d1"),)), "adding a draft")
    assert window.card("social_issue").isVisible()
    window.document.undo()
    assert window.view.empty.isVisible()


@pytest.mark.parametrize(("scale", "width", "rows"), [(1.0, 640, 1), (2.0, 1160, 3), (2.0, 1000, 3)])
def test_where_room_is_short_cards_stack_and_nothing_scrolls_sideways(
    opened: Open, scale: float, width: int, rows: int
) -> None:
    window = opened(three_drafts(), scale=scale, width=width)
    window.bot.waitUntil(lambda: len({window.card(each).y() for each in PLATFORMS}) == rows)
    assert window.view.minimumSizeHint().width() <= width
    window.view.show_view("all")
    window.bot.waitUntil(lambda: window.view.width() <= width)
    assert window.view.minimumSizeHint().width() <= width


def test_a_page_as_wide_as_usual_needs_no_scrolling(opened: Open) -> None:
    window = opened(three_drafts())
    for dimension in DIMENSIONS:
        window.view.go_to_dimension(dimension)
        window.bot.waitUntil(lambda: window.view.height() >= window.view.heightForWidth(window.view.width()))
    window.view.show_view("all")
    window.bot.waitUntil(lambda: window.view.height() <= window.area.height())


def test_every_control_has_a_name_and_a_place_in_the_tab_order(opened: Open) -> None:
    window = opened(three_drafts())
    views: tuple[View, ...] = ("one", "all")
    for view in views:
        window.view.show_view(view)
        inside = [each for each in window.view.findChildren(QWidget) if each.isVisibleTo(window.view)]
        controls = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert all(each.accessibleName() or each.property("text") for each in controls)


def test_tab_goes_in_the_order_of_reading(opened: Open) -> None:
    window = opened(three_drafts())
    window.view.go_to_dimension("orientation")
    cards = [window.view.one.cards.card(each) for each in PLATFORMS]
    walk: list[QWidget | None] = [*cards, cards[2].lean]
    assert tabbed(window, cards[0], len(walk)) == walk
    handle, words = window.view.one.result.bar.handles[0], window.view.one.words
    walk = [handle, window.view.one.result.why, window.view.one.result.clear]
    walk += [words.field("characterisation"), words.field("evidence"), words.dots, window.view.one.back]
    assert tabbed(window, handle, len(walk)) == walk
    window.view.show_view("all")
    heads = [window.view.all.head.button(each.id) for each in load().cases[:3]]
    walk = [*heads, *window.view.all.rows.values()]
    assert tabbed(window, heads[0], len(walk)) == walk


def tabbed(window: Window, first: QWidget, steps: int) -> list[QWidget | None]:
    first.setFocus()
    visited: list[QWidget | None] = [window.view.focusWidget()]
    for _ in range(steps - 1):
        in_hand = window.view.focusWidget()
        assert in_hand is not None
        QTest.keyClick(in_hand, Qt.Key.Key_Tab)
        visited.append(window.view.focusWidget())
    return visited


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, on the offscreen platform
def test_another_case_can_stand_beside_the_draft(opened: Open) -> None:
    own = Case(id="ours", name="Harbour pilot", citation="Own notes")
    window = opened(empty().replace(own_cases=(own,)))
    window.view.show_view("all")
    choose_case(window, "FloraHolland")
    choose_case(window, "Harbour pilot")
    content = window.view.all.rows["orientation"].content
    assert content is not None
    assert [name for name, _ in content.cases] == [
        "Flowminder",
        "New York State (envisaged)",
        "Harbour pilot",
    ]


def choose_case(window: Window, name: str) -> None:
    window.click(window.view.all.more)
    menu = next(each for each in window.view.all.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == name).trigger()
    menu.close()
