"""Every page, whichever there are: it opens, follows the document, is typed in, undone, begun from nothing.

A page shows a state, not the way there: after anything at all it must say the same as a page opened afresh.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

import ui.pages
from tests.builders import three_drafts
from tests.whole.painted_words import visible_in, words_painted_on
from tests.whole.window import Opened, many_drafts, one_empty_draft, open_window, settle, wait_until, words_of
from ui.forms.fields import ProseField, TextField
from ui.page import Page
from ui.page_view import PageView
from ui.pages import all_pages
from ui.shell.steps import StepButton
from ui.widgets import EmptyState
from ui.widgets.laid_out import OF_QT
from workbook.edits.drafts import duplicate_draft, move_draft
from workbook.model.mix import pick
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook

Deed = Callable[[Opened], object]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

every_page = pytest.mark.parametrize("page", all_pages(), ids=[page.key for page in all_pages()])


def said_by(view: PageView) -> list[str]:
    """Every text on the page, in the order in which it is painted."""
    return [words.text for words in words_painted_on(visible_in(view))]


def in_any_order(view: PageView) -> list[str]:
    """The same, sorted: what is compared keeps its order while one looks at it."""
    return sorted(said_by(view))


def assert_says(view: PageView, expected: list[str]) -> None:
    """The page says it at once or, where it waits for a pause in typing, soon."""
    with suppress(AssertionError):
        wait_until(lambda: in_any_order(view) == sorted(expected), patience=1.0)
    assert in_any_order(view) == sorted(expected)


def said_afresh(qtbot: QtBot, folder: Path, opened: Opened) -> list[str]:
    """What the page says in a window of its own that was opened with the present state."""
    fresh = open_window(qtbot, folder, opened.document.workbook)
    if opened.document.draft is not None:
        fresh.document.choose_draft(opened.document.draft.id)
    return said_by(fresh.go_to(opened.page))


def change_much(opened: Opened) -> None:
    """One edit that touches everything a page may show: names, texts, positions, parties, flows, drafts."""

    def edit(workbook: Workbook) -> Workbook:
        first, second, third = workbook.drafts
        positions = {
            dimension: position.replace(
                mix=pick("societal_sector"), votes=None, characterisation="Said anew."
            )
            for dimension, position in first.dimensions.positions().items()
        }
        changed = first.replace(
            name="Renamed",
            summary="Another summary.",
            framing=first.framing.replace(societal_problem="Another problem.", public_value=""),
            dimensions=first.dimensions.replace(**positions),
            scenarios=(),
            chosen_scenario=None,
            stakeholders=tuple(each.replace(name=f"{each.name} anew") for each in first.stakeholders),
            data_flows=tuple(each.replace(data=f"{each.data} Said anew.") for each in first.data_flows),
            challenges=tuple(each.replace(text=f"{each.text} Said anew.") for each in first.challenges),
        )
        drafts = (changed, second, third)
        workbook = workbook.replace(title="Another title", facilitator="Somebody else", drafts=drafts)
        return move_draft(duplicate_draft(workbook, second.id), third.id, 1)

    opened.document.edit(edit, "much")


def changes_what_it_says(page: Page) -> bool:
    """All pages but the one with which the program begins show the workbook."""
    return not page.stands_alone


def _open_all_elsewhere(opened: Opened) -> None:
    """Positions are cleared on another page: while one looks at a comparison it keeps its order."""
    page = opened.page
    opened.go_to("framing")
    opened.document.edit(_open_all, "clearing")
    opened.go_to(page)


def _open_all(workbook: Workbook) -> Workbook:
    first, *others = workbook.drafts
    cleared = {
        dimension: first.dimensions.positions()[dimension].replace(mix=None, votes=None)
        for dimension in DIMENSIONS
    }
    return workbook.replace(drafts=(first.replace(dimensions=first.dimensions.replace(**cleared)), *others))


def _score_otherwise(workbook: Workbook) -> Workbook:
    """Whatever was scored in the first draft turns into its opposite, and without a range."""
    first, *others = workbook.drafts
    scenarios = tuple(
        each.replace(
            scores=tuple(
                score.replace(value=None if score.value is None else -score.value, low=None, high=None)
                for score in each.scores
            )
        )
        for each in first.scenarios
    )
    return workbook.replace(drafts=(first.replace(scenarios=scenarios), *others))


DEEDS: dict[str, Deed] = {
    "a change": change_much,
    "other scores": lambda opened: opened.document.edit(_score_otherwise, "scores"),
    "another draft": lambda opened: opened.document.choose_draft(opened.document.workbook.drafts[2].id),
    "another workbook": lambda opened: opened.document.load(many_drafts(6)),
    "an empty draft": lambda opened: opened.document.load(one_empty_draft()),
    "no draft at all": lambda opened: opened.document.load(Workbook()),
    "one draft fewer": lambda opened: opened.document.edit(
        lambda workbook: workbook.replace(drafts=workbook.drafts[1:]), "removal"
    ),
    "every dimension open": _open_all_elsewhere,
}


@every_page
def test_a_page_opens_and_the_window_says_which_it_is(opened: Opened, page: Page) -> None:
    view = opened.go_to(page.key)
    assert view.isVisible()
    assert opened.page == page.key
    assert view.accessibleName() == page.title
    chosen = [each.page.key for each in opened.workspace.steps.findChildren(StepButton) if each.isChecked()]
    assert chosen == [page.key]
    assert said_by(view)
    assert opened.answers.told == []


@every_page
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_a_page_follows(qtbot: QtBot, opened: Opened, page: Page, deed: Deed, tmp_path: Path) -> None:
    view = opened.go_to(page.key)
    deed(opened)
    settle()
    assert_says(view, said_afresh(qtbot, tmp_path / "fresh", opened))


@every_page
def test_a_page_follows_undo_and_redo(qtbot: QtBot, opened: Opened, page: Page, tmp_path: Path) -> None:
    view = opened.go_to(page.key)
    before = said_by(view)
    change_much(opened)
    if changes_what_it_says(page):
        wait_until(lambda: in_any_order(view) != sorted(before))
    settle()
    opened.document.undo()
    assert_says(view, before)
    opened.document.redo()
    assert_says(view, said_afresh(qtbot, tmp_path / "fresh", opened))


@every_page
def test_a_page_that_was_not_visible_has_followed_too(
    qtbot: QtBot, opened: Opened, page: Page, tmp_path: Path
) -> None:
    opened.go_to(page.key)
    opened.go_to("export" if page.key != "export" else "framing")
    change_much(opened)
    opened.document.choose_draft("school-meals")
    view = opened.go_to(page.key)
    assert_says(view, said_afresh(qtbot, tmp_path / "fresh", opened))


@every_page
def test_a_page_without_a_draft_says_what_belongs_there_and_offers_a_way_in(
    qtbot: QtBot, page: Page, tmp_path: Path
) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    view = opened.go_to(page.key)
    assert sum(len(text) for text in said_by(view)) > 80
    ways = [each for each in view.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    assert ways
    if not page.stands_alone and page.step is not None:
        assert [each for each in view.findChildren(EmptyState) if each.isVisible()]


@every_page
def test_each_way_in_from_nothing_leads_somewhere(qtbot: QtBot, page: Page, tmp_path: Path) -> None:
    number = len(_ways_in(open_window(qtbot, tmp_path / "count", Workbook()).go_to(page.key)))
    for place in range(number):
        opened = open_window(qtbot, tmp_path / str(place), Workbook())
        before = said_by(opened.go_to(page.key))
        way = _ways_in(opened.view)[place]
        words = words_of(way)
        QTest.mouseClick(way, Qt.MouseButton.LeftButton)
        settle()
        is_another = opened.page != page.key or said_by(opened.view) != before
        assert is_another, f"“{words}” led nowhere"


def _ways_in(view: PageView) -> list[QAbstractButton]:
    return [
        each
        for state in view.findChildren(EmptyState)
        if state.isVisible()
        for each in state.findChildren(QAbstractButton)
        if each.isVisible()
    ]


EDITING = [page for page in all_pages() if page.edits]
TYPED_IN = [page for page in EDITING if not page.is_table]


@pytest.mark.parametrize("page", EDITING, ids=[page.key for page in EDITING])
def test_all_pages_that_edit_have_a_field_to_type_in_but_tables(opened: Opened, page: Page) -> None:
    assert bool(_text_fields(opened.go_to(page.key))) is not page.is_table


@pytest.mark.parametrize("page", TYPED_IN, ids=[page.key for page in TYPED_IN])
def test_what_is_typed_can_be_undone_and_redone_by_keys(opened: Opened, page: Page) -> None:
    fields = _text_fields(opened.go_to(page.key))
    field = fields[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
    before, shown = opened.document.workbook, field.value()
    opened.write(" Typed")
    typed = opened.document.workbook
    assert typed != before
    assert field.value() == f"{shown} Typed"
    opened.press(Qt.Key.Key_Z, CONTROL)
    assert opened.document.workbook == before
    assert field.value() == shown
    opened.press(Qt.Key.Key_Z, CONTROL, SHIFT)
    assert opened.document.workbook == typed
    assert field.value() == f"{shown} Typed"
    opened.press(Qt.Key.Key_Z, CONTROL)
    opened.press(Qt.Key.Key_Y, CONTROL)
    assert opened.document.workbook == typed


def _text_fields(view: PageView) -> list[TextField | ProseField]:
    return [each for each in visible_in(view) if isinstance(each, TextField | ProseField)]


@every_page
def test_a_page_keeps_its_place_while_others_are_visited(opened: Opened, page: Page) -> None:
    view = opened.go_to(page.key)
    bar = _scroll_bar(view)
    bar.setValue(bar.maximum() // 3)
    kept = bar.value()
    opened.go_to("export" if page.key != "export" else "platform")
    opened.go_to(page.key)
    assert bar.value() == kept


@every_page
def test_a_page_begins_at_its_top(opened: Opened, page: Page) -> None:
    view = opened.go_to(page.key)
    assert _scroll_bar(view).value() == 0


def _scroll_bar(view: PageView) -> QScrollBar:
    viewport = view.parentWidget()
    assert viewport is not None
    area = viewport.parentWidget()
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar()


@every_page
def test_no_page_writes_on_the_document_by_being_looked_at(opened: Opened, page: Page) -> None:
    before = opened.document.workbook
    opened.go_to(page.key)
    opened.resize((900, 600))
    opened.set_look("dark", 1.5)
    assert opened.document.workbook is before
    assert opened.document.history.count() == 0


@every_page
def test_no_page_leaves_an_item_behind_that_qt_may_delete(opened: Opened, page: Page) -> None:
    opened.go_to(page.key)
    opened.set_look("dark", 1.5)
    gc.collect()
    known = getAllValidWrappers()
    ours = [each for each in known if isinstance(each, QLayout) and not isinstance(each, OF_QT)]
    kept = {id(layout.itemAt(index)) for layout in ours for index in range(layout.count())}
    items = [each for each in known if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]
    assert [each.widget() for each in items if id(each) not in kept] == []


# ---------------------------------------------------------------------------------- adding a page is a file

WEATHER = '''
"""Weather: whether it rains on the partnership."""

from ui.document import Change
from ui.page import Group, Page
from ui.page_view import PageView
from ui.widgets import EmptyState, Heading, Sentence, Way
from PySide6.QtWidgets import QVBoxLayout


class WeatherPage(PageView):
    """One sentence on the draft."""

    def __init__(self, document, requests):
        super().__init__(document, requests)
        self._sentence = Sentence()
        self._empty = EmptyState(
            "No weather yet",
            "Here stands whether it rains on the partnership. It needs a draft.",
            [Way("Open the example", "book-open", requests.open_example)],
        )
        column = QVBoxLayout(self)
        for widget in (Heading("Weather"), self._sentence, self._empty):
            column.addWidget(widget)
        column.addStretch(1)

    def refresh(self, change: Change | None) -> None:
        draft = self.document.draft
        self._empty.setVisible(draft is None)
        self._sentence.setVisible(draft is not None)
        if draft is not None:
            self._sentence.setText(f"It does not rain on {draft.name}.")


PAGE = Page("weather", "Weather", Group.WORK, 90, "circle-question-mark", WeatherPage)
'''


@pytest.fixture
def weather(tmp_path: Path) -> Iterator[Page]:
    """A page that somebody adds: one file in the folder of pages, and nothing else."""
    folder = tmp_path / "added"
    folder.mkdir()
    (folder / "weather.py").write_text(WEATHER, "utf-8")
    ui.pages.__path__.append(str(folder))
    all_pages.cache_clear()
    yield next(page for page in all_pages() if page.key == "weather")
    ui.pages.__path__.remove(str(folder))
    sys.modules.pop("ui.pages.weather", None)
    all_pages.cache_clear()


def test_adding_a_page_is_adding_a_file(qtbot: QtBot, weather: Page, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    step = opened.find(StepButton, "Weather")
    assert [each.page.key for each in opened.workspace.steps.findChildren(StepButton)][-2:] == [
        "weather",
        "export",
    ]
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    settle()
    assert opened.page == "weather"
    assert "It does not rain on Cold chain." in said_by(opened.view)
    change_much(opened)
    settle()
    assert_says(opened.view, said_afresh(qtbot, tmp_path / "fresh", opened))
    opened.document.load(Workbook())
    settle()
    assert "No weather yet" in said_by(opened.view)
    opened.document.load(three_drafts())


def test_a_page_that_was_added_is_gone_with_its_file() -> None:
    assert "weather" not in [page.key for page in all_pages()]


def test_pages_stand_in_walking_order_and_export_comes_last() -> None:
    keys = [page.key for page in all_pages()]
    assert keys[0] == "start"
    assert keys[-1] == "export"
    walk = [key for key in keys if key in {"framing", "dimensions", "platform", "compare"}]
    assert walk == ["framing", "dimensions", "platform", "compare"]
    assert len(set(keys)) == len(keys)
