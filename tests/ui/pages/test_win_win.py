"""What a facilitator sees and does on the page Win-win."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.charts import stakes
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from tests.whole.seeing import faults
from tests.whole.window import open_window
from ui.charts.exchange import Exchange
from ui.charts.net_view import NetView
from ui.charts.robustness_bars import RobustnessBars
from ui.charts.spot_view import SpotView
from ui.findings import Findings
from ui.pages.win_win import PAGE
from ui.pages.win_win import sure_run as sure_run_module
from ui.pages.win_win.choosing_panel import ChoosingPanel
from ui.pages.win_win.exchange_panel import ExchangePanel
from ui.pages.win_win.picture_panel import PicturePanel
from ui.pages.win_win.sure_panel import STOPPED, SurePanel
from ui.pages.win_win.topics import QUESTIONS
from ui.pages.win_win.view import WinWinPage
from ui.theme.tokens import Mode
from ui.widgets import Button, EmptyState, RowButton, WhyMark
from ui.widgets.fold import FoldHead
from workbook.analysis.robustness.answer import robustness
from workbook.analysis.robustness.words import per_cent
from workbook.analysis.win_win.findings import WinWin
from workbook.edits.begin import empty_draft
from workbook.edits.scores import give_scores
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings, Settings, Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
MINUS = "\N{MINUS SIGN}"
VIEWS = ("picture", "choosing", "sure", "exchange")


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """The worked example of the definitions."""
    return on_sheet(qtbot, stakes.hospital_city_vendor())


def on_sheet(qtbot: QtBot, *drafts: Draft, width: int = 970, **settings: object) -> Sheet:
    robust = RobustnessSettings.model_validate({"draws": 1000, **settings})
    workbook = Workbook(drafts=drafts, settings=Settings(robustness=robust))
    return opened(qtbot, PAGE, workbook, width=width)


def page(sheet: Sheet) -> WinWinPage:
    assert isinstance(sheet.page, WinWinPage)
    return sheet.page


def look_at(sheet: Sheet, view: str) -> None:
    """Choose a view, as a click on it does."""
    words = {"picture": "Picture", "choosing": "Which", "sure": "How sure", "exchange": "Who gives"}[view]
    sheet.find(QRadioButton, words).click()
    settle()


def picture(sheet: Sheet) -> PicturePanel:
    panel = page(sheet).panels["picture"]
    assert isinstance(panel, PicturePanel)
    return panel


def sure(sheet: Sheet) -> SurePanel:
    return page(sheet).sure


def ledger(sheet: Sheet) -> ExchangePanel:
    panel = page(sheet).panels["exchange"]
    assert isinstance(panel, ExchangePanel)
    return panel


def verdict(sheet: Sheet) -> str:
    return sheet.sentences[0]


def score(sheet: Sheet, scenario: str, interest: str, value: float | None) -> None:
    sheet.document.edit(
        lambda workbook: give_scores(workbook, "d", {(scenario, interest): value}), "change of score"
    )


def scores_at(*steps: str) -> tuple[object, ...]:
    return ("go to", ("drafts", "d", "scenarios", *steps))


# The verdict ------------------------------------------------------------------------------------------------


def test_the_verdict_names_the_pick_and_then_who_would_refuse_what_and_why(sheet: Sheet) -> None:
    assert sheet.sentences[:2] == [
        "Trusted intermediary is a win-win: everyone gains.",
        "Full pooling: 2 of 3 gain; City is worse off than without an agreement, because of privacy.",
    ]


def test_the_verdict_answers_why(sheet: Sheet) -> None:
    sheet.find(WhyMark, "Why this verdict?").click()
    assert [finding.id for finding in sheet.asked.explained] == ["win_win.pick.d"]


def test_without_a_win_win_it_says_so_and_names_the_nearest_miss_and_its_repair(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, stakes.nobody_agrees())
    first, second = sheet.sentences[:2]
    assert first == "No agreement yet. The nearest miss is Some data."
    assert "City is worse off than without an agreement, because of privacy" in second
    assert f"privacy from {MINUS}1 to 0; then it is a win-win" in second
    assert picture(sheet).repair.button.isVisible()


def test_while_scores_are_missing_that_decide_it_there_is_no_pick(qtbot: QtBot) -> None:
    draft = stakes.workshop({"City": {"privacy": None}, "Vendor": {"revenue": None}}, {"Pool": (1, None)})
    assert verdict(on_sheet(qtbot, draft)).startswith("No pick yet, because scores are missing.")


def test_weights_set_aside_leave_no_pick_and_are_said_to_be_set_aside(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, stakes.hospital_city_vendor(), weights="unknown")
    assert verdict(sheet).startswith("No pick, because it is not known how much its interests count")
    assert sheet.says("All weights are set aside")


def test_a_changed_score_changes_the_verdict_after_a_pause_and_undo_brings_it_back(
    sheet: Sheet, qtbot: QtBot
) -> None:
    before = verdict(sheet)
    score(sheet, "trusted", "privacy", -3)
    assert verdict(sheet) == before
    qtbot.waitUntil(lambda: verdict(sheet) != before)
    assert verdict(sheet).startswith("No pick yet")
    sheet.document.undo()
    qtbot.waitUntil(lambda: verdict(sheet) == before)


def test_what_does_not_matter_here_is_not_worked_out_again(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Draft] = []
    real = Findings.win_win

    def noted(findings: Findings, workbook: Workbook, draft: Draft) -> WinWin:
        asked.append(draft)
        return real(findings, workbook, draft)

    monkeypatch.setattr(Findings, "win_win", noted)
    sheet.document.put(("title",), "Another title", "change of title")
    qtbot.wait(250)
    assert asked == []  # the title has nothing to do with it
    score(sheet, "trusted", "privacy", 2)
    for value in (1, 0, 1):
        score(sheet, "trusted", "privacy", value)
    qtbot.wait(10)
    assert asked == []  # it waits for a pause
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    assert len(asked) == 1


def test_another_draft_is_shown_at_once(qtbot: QtBot) -> None:
    other = stakes.nobody_agrees().replace(id="e", name="Company table")
    sheet = on_sheet(qtbot, stakes.hospital_city_vendor(), other)
    sheet.document.choose_draft("e")
    assert verdict(sheet).startswith("No agreement yet.")
    sheet.document.choose_draft("d")
    assert verdict(sheet).startswith("Trusted intermediary")


# The picture ------------------------------------------------------------------------------------------------


def test_the_keyboard_walks_through_the_picture_and_enter_answers_why(sheet: Sheet) -> None:
    net = picture(sheet).net
    net.setFocus(Qt.FocusReason.TabFocusReason)
    assert net.accessibleName().startswith("Full pooling: 2 of 3 gain")
    QTest.keyClick(net, Qt.Key.Key_Right)
    QTest.keyClick(net, Qt.Key.Key_Right)
    assert net.accessibleName().startswith("Full pooling: City is worse off")
    QTest.keyClick(net, Qt.Key.Key_Return)
    QTest.keyClick(net, Qt.Key.Key_Down)
    QTest.keyClick(net, Qt.Key.Key_F1)
    QTest.keyClick(net, Qt.Key.Key_Home)
    QTest.keyClick(net, Qt.Key.Key_Space)
    assert [finding.id for finding in sheet.asked.explained] == [
        "win_win.net.d.full.city",
        "win_win.net.d.trusted.city",
        "win_win.verdict.d.full",
    ]


def test_a_click_on_a_bar_answers_why_and_pointing_says_it_below(sheet: Sheet) -> None:
    net = picture(sheet).net
    spot = next(each for each in net.spots if each.key == "win_win.net.d.aggregates.vendor")
    QTest.mouseMove(net, spot.rect.center().toPoint())
    QTest.mouseClick(net, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert [finding.id for finding in sheet.asked.explained] == [spot.key]
    assert sheet.says("Aggregates only: Vendor: not yet known")


def test_the_keyboard_stays_where_it_was_when_a_score_changes(sheet: Sheet, qtbot: QtBot) -> None:
    net = picture(sheet).net
    net.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(net, Qt.Key.Key_Down)
    QTest.keyClick(net, Qt.Key.Key_Right)
    before = net.accessibleName()
    assert before.startswith("Trusted intermediary: Hospital gains a little (+0.75)")
    score(sheet, "trusted", "quality", 3)
    qtbot.waitUntil(lambda: net.accessibleName() != before)
    assert net.accessibleName().startswith("Trusted intermediary: Hospital gains (+2.25)")


def test_scenarios_keep_their_order_whatever_they_are_worth(sheet: Sheet, qtbot: QtBot) -> None:
    names = [row.name for row in picture(sheet).net.table.rows]
    score(sheet, "trusted", "privacy", -3)
    qtbot.waitUntil(lambda: picture(sheet).net.table.rows[1].word != "Win-win")
    assert [row.name for row in picture(sheet).net.table.rows] == names


def test_the_picture_says_all_of_itself_to_who_cannot_see_it(sheet: Sheet) -> None:
    said = picture(sheet).net.accessibleDescription()
    assert "Enter answers why" in said
    assert "Aggregates only: Not yet known: at least 2 of 3 gain" in said


def test_the_map_answers_why_too(sheet: Sheet) -> None:
    view = picture(sheet).map
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [finding.id for finding in sheet.asked.explained] == ["win_win.verdict.d.aggregates"]


def test_the_next_question_leads_to_its_score(sheet: Sheet) -> None:
    assert sheet.says("Ask Vendor for the score of reputation in Aggregates only")
    sheet.find(Button, "Ask it").click()
    assert sheet.asked.asked == [scores_at("aggregates", "scores", "reputation")]


def test_the_nearest_repair_leads_to_its_score(sheet: Sheet) -> None:
    assert sheet.says("one change would bring City in: services from 2 to 3; then it is a win-win.")
    sheet.find(Button, "Go to the score").click()
    assert sheet.asked.asked == [scores_at("full", "scores", "services")]


def test_where_nothing_is_open_or_lost_nothing_is_asked_or_repaired(qtbot: QtBot) -> None:
    draft = stakes.workshop({"City": {"privacy": None}, "Vendor": {"revenue": None}}, {"Pool": (1, 2)})
    sheet = on_sheet(qtbot, draft)
    assert sheet.says("Nothing to repair")
    assert sheet.says("Nothing to ask")
    assert not picture(sheet).question.button.isVisible()
    assert not picture(sheet).repair.button.isVisible()


def test_a_question_about_weights_leads_to_the_stakeholder(qtbot: QtBot) -> None:
    draft = stakes.workshop(
        {"City": {"privacy": None, "services": None}, "Vendor": {"revenue": None}}, {"Pool": (1, -1, 2)}
    )
    sheet = on_sheet(qtbot, draft)
    sheet.find(Button, "Ask it").click()
    assert sheet.asked.asked == [("go to", ("drafts", "d", "stakeholders", "city", "interests", "privacy"))]


def test_the_picture_can_be_taken_along(sheet: Sheet) -> None:
    menu = page(sheet).menu.made_menu()
    menu.actions()[0].trigger()
    assert sheet.asked.saved[0].title == "What each party gains or loses, compared with no agreement"
    assert "Trusted intermediary: Win-win: everyone gains." in sheet.asked.saved[0].text


def test_beyond_the_columns_in_view_walking_on_brings_the_next(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, stakes.crowd(15, 6), width=792)
    net = picture(sheet).net
    net.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(15):
        QTest.keyClick(net, Qt.Key.Key_Right)
    spot = net.spot
    assert spot is not None
    assert spot.key == "win_win.net.d.s0.p14"
    assert net.table.first > 0


# Which to choose --------------------------------------------------------------------------------------------


def test_which_to_choose_gives_one_pick_with_its_reason(sheet: Sheet) -> None:
    look_at(sheet, "choosing")
    assert sheet.says(
        "everyone gains. Whoever is worst off, Vendor, has +0.5: no other win-win is better for whoever is "
        "worst off."
    )


def test_the_other_rules_are_folded_away_each_explained_in_a_sentence(sheet: Sheet) -> None:
    look_at(sheet, "choosing")
    assert not sheet.says("Largest product of gains")
    head = sheet.find(FoldHead, "Other ways to choose: 6 rules")
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Return)
    settle()
    assert sheet.says("Largest product of gains: Trusted intermediary.")
    assert sheet.says("Among win-wins those in which most parties gain, then the largest product")
    assert sheet.says("Closest to what each could have: not shown yet")
    QTest.keyClick(head, Qt.Key.Key_Space)
    settle()
    assert not sheet.says("Largest product of gains")


def test_a_fold_that_was_opened_stays_open_when_a_score_changes(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "choosing")
    sheet.find(FoldHead, "Other ways").click()
    score(sheet, "aggregates", "reputation", -1)
    qtbot.waitUntil(lambda: sheet.says("Aggregates only is beaten: Trusted intermediary is at least as good"))
    assert sheet.find(FoldHead, "Other ways").isChecked()
    assert sheet.says("Closest to what each could have: Trusted intermediary.")


def test_while_scores_are_missing_it_says_what_is_sure_and_what_may_be(sheet: Sheet) -> None:
    look_at(sheet, "choosing")
    assert sheet.says("While scores are missing, “surely” means")
    assert sheet.says(
        "Not beaten: surely Full pooling and Trusted intermediary, possibly also Aggregates only."
    )
    sheet.find(Button, "Ask it").click()
    assert sheet.asked.asked == [scores_at("aggregates", "scores", "reputation")]


def test_every_sentence_of_it_answers_why(sheet: Sheet) -> None:
    look_at(sheet, "choosing")
    panel = page(sheet).panels["choosing"]
    assert isinstance(panel, ChoosingPanel)
    for mark in panel.findChildren(WhyMark):
        mark.click()
    found = {
        finding.id
        for finding in sheet.document.findings.win_win(sheet.document.workbook, stakes_of(sheet)).findings
    }
    assert len(sheet.asked.explained) >= 10
    assert {finding.id for finding in sheet.asked.explained} <= found


def stakes_of(sheet: Sheet) -> Draft:
    assert sheet.document.draft is not None
    return sheet.document.draft


# How sure ---------------------------------------------------------------------------------------------------


def bars(sheet: Sheet) -> RobustnessBars:
    shown = sure(sheet).view.picture
    assert isinstance(shown, RobustnessBars)
    return shown


def wait_for_bars(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sure(sheet).view.isVisible() and not sure(sheet).run.is_running)
    settle()


def test_nothing_is_drawn_before_somebody_asks(sheet: Sheet) -> None:
    assert sure(sheet).run.answer is None
    assert not sure(sheet).run.is_running


def test_how_sure_shows_words_and_whole_per_cents_of_the_simulation(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "sure")
    wait_for_bars(sheet, qtbot)
    expected = robustness(stakes_of(sheet), sheet.document.workbook.settings.robustness).simulation
    shares = [each.nobody_loses for each in expected.scenarios.values()]
    assert [row.share for row in bars(sheet).rows] == shares
    assert [row.figure.replace("\N{NO-BREAK SPACE}", " ") for row in bars(sheet).rows] == [
        per_cent(share) for share in shares
    ]
    assert bars(sheet).rows[0].word == "Open"
    assert bars(sheet).rows[0].might_lose.startswith("City")
    assert verdict(sheet).startswith("Trusted intermediary: that nobody loses is")
    assert sheet.says("1,000 draws, seed 20190618, kept in the workbook")


def test_a_bar_answers_why(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "sure")
    wait_for_bars(sheet, qtbot)
    view = sure(sheet).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [finding.id for finding in sheet.asked.explained] == ["robustness.holds.d.trusted"]


def test_another_seed_is_kept_in_the_workbook_and_can_be_taken_back(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "sure")
    wait_for_bars(sheet, qtbot)
    first = [row.share for row in bars(sheet).rows]
    sheet.find(Button, "Draw with another seed").click()
    assert sheet.document.workbook.settings.robustness.seed == 20190619
    assert sheet.document.history.undoText() == "change of seed"
    qtbot.waitUntil(lambda: sheet.says("seed 20190619"))
    assert [row.share for row in bars(sheet).rows] != first
    sheet.document.undo()
    qtbot.waitUntil(lambda: sheet.says("seed 20190618,"))
    assert [row.share for row in bars(sheet).rows] == first


def test_scores_taken_as_given_leave_only_the_weights_in_doubt(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "sure")
    wait_for_bars(sheet, qtbot)
    sheet.find(QRadioButton, "As given").click()
    assert sheet.document.workbook.settings.robustness.score_noise is False
    # Whatever the weights: nobody has a score below what it has without an agreement, but for the vendor.
    qtbot.waitUntil(lambda: bars(sheet).rows[1].share == 1.0)


def test_a_draft_that_changed_meanwhile_gets_an_answer_of_its_own(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun, asked = Event(), Event(), []
    real = robustness

    def slow(draft: Draft, settings: RobustnessSettings, **more: Callable[..., object]) -> object:
        asked.append(draft)
        begun.set()
        assert go_on.wait(5)
        return real(draft, settings, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sure_run_module, "robustness", slow)
    look_at(sheet, "sure")
    qtbot.waitUntil(begun.is_set)
    old = stakes_of(sheet)
    score(sheet, "trusted", "privacy", -3)
    new = stakes_of(sheet)
    qtbot.waitUntil(lambda: not sure(sheet).run.is_about(old, sheet.document.workbook.settings.robustness))
    go_on.set()
    qtbot.waitUntil(lambda: sure(sheet).run.holds_for(new, sheet.document.workbook.settings.robustness))
    assert asked == [old, new]
    wait_for_bars(sheet, qtbot)
    assert bars(sheet).rows[1].sureness == "loss"


def test_it_can_be_stopped_and_begun_again(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    real = robustness

    def slow(draft: Draft, settings: RobustnessSettings, **more: Callable[..., object]) -> object:
        more["progress"](100, 1000)
        go_on.wait(5)
        return real(draft, settings, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sure_run_module, "robustness", slow)
    look_at(sheet, "sure")
    qtbot.waitUntil(lambda: sheet.says("100 of 1,000 draws"))
    sheet.find(Button, "Cancel").click()
    assert sheet.says(STOPPED)
    assert not sure(sheet).run.is_running
    go_on.set()
    assert not sure(sheet).view.isVisible()
    sheet.find(Button, "Work it out").click()
    wait_for_bars(sheet, qtbot)
    assert not sheet.says(STOPPED)


def test_the_window_is_never_blocked_while_it_is_drawn(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    real = robustness

    def slow(draft: Draft, settings: RobustnessSettings, **more: Callable[..., object]) -> object:
        go_on.wait(5)
        return real(draft, settings, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sure_run_module, "robustness", slow)
    look_at(sheet, "sure")
    look_at(sheet, "picture")
    assert verdict(sheet) == "Trusted intermediary is a win-win: everyone gains."
    assert not sure(sheet).run.is_running
    go_on.set()


def test_what_cannot_be_worked_out_is_said(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ValueError("the scale is broken")

    monkeypatch.setattr(sure_run_module, "robustness", broken)
    look_at(sheet, "sure")
    qtbot.waitUntil(lambda: sheet.says("It could not be worked out: the scale is broken"))


# Who gives, who gets ----------------------------------------------------------------------------------------


def with_exchanges() -> Draft:
    """Data and a benefit in the first scenario, in which the vendor only gives; nothing in the second."""
    flow = {"id": "f", "data": "Emergency calls", "from_stakeholder": "vendor", "to_stakeholder": "city"}
    pool = {
        "data_flows": ["f"],
        "benefits": [{"id": "b", "text": "Shorter ways", "stakeholder": "city", "gives": "service"}],
        "costs": [{"id": "k", "text": "A new interface", "stakeholder": "vendor", "kind": "it"}],
    }
    return stakes.workshop(
        {"City": {"privacy": None}, "Vendor": {"revenue": None}},
        {"Pool": (1, 1), "Talk": (0, 1)},
        of_scenario={"Pool": pool},
        data_flows=[flow],
    )


def test_a_party_that_only_gives_is_flagged_in_the_table_and_in_words(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, with_exchanges())
    look_at(sheet, "exchange")
    shown = ledger(sheet).view.picture
    assert isinstance(shown, Exchange)
    assert [(row.name, row.only_gives) for row in shown.rows] == [("City", False), ("Vendor", True)]
    assert shown.rows[1].cells == (("gives",), (), (), (), (), ("gives",))
    assert sheet.says("Only gives: it gets nothing in return.")
    assert sheet.says("Data: Emergency calls, to City")
    assert sheet.says("Service: Shorter ways")


def test_a_row_of_the_ledger_answers_why(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, with_exchanges())
    look_at(sheet, "exchange")
    view = ledger(sheet).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [finding.id for finding in sheet.asked.explained] == ["win_win.ledger.d.pool.vendor"]


def test_another_scenario_can_be_chosen_and_an_empty_one_says_what_fills_it(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, with_exchanges())
    look_at(sheet, "exchange")
    ledger(sheet).scenario.setFocus()
    QTest.keyClick(ledger(sheet).scenario, Qt.Key.Key_Down)
    settle()
    assert ledger(sheet).scenario.key == "talk"
    assert sheet.says("Nothing is exchanged in this scenario yet.")
    assert not ledger(sheet).view.isVisible()
    sheet.document.put(("drafts", "d", "summary"), "Said anew.", "change of summary")
    qtbot.wait(200)
    assert ledger(sheet).scenario.key == "talk"


def test_interests_that_nobody_serves_are_folded_below_the_ledger(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, with_exchanges())
    look_at(sheet, "exchange")
    sheet.find(FoldHead, "Interests nobody serves").click()
    settle()
    assert sheet.says("No benefit in any scenario serves this interest of City: privacy.")


# The guide --------------------------------------------------------------------------------------------------


def test_the_guide_asks_another_question_on_each_view(sheet: Sheet, qtbot: QtBot) -> None:
    assert page(sheet).topic().question == "Would each of you sign this on Monday?"
    for view in VIEWS[1:]:
        with qtbot.waitSignal(sheet.page.topic_changed):
            look_at(sheet, view)
        assert page(sheet).topic().question == QUESTIONS[view].question


@pytest.mark.parametrize("view", VIEWS)
def test_on_every_view_each_case_is_told_with_its_source(sheet: Sheet, view: str) -> None:
    if view != "picture":
        look_at(sheet, view)
    topic = page(sheet).topic()
    cases = [case.id for case in load().cases if case.is_characterised]
    assert [note.case_id for note in topic.cases] == cases
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in topic.cases)


# Nothing yet ------------------------------------------------------------------------------------------------


def nothing_scored() -> Draft:
    return stakes.workshop({"City": {"privacy": None}, "Vendor": {"revenue": None}}, {"Pool": (None, None)})


@pytest.mark.parametrize(
    ("drafts", "missing", "ways"),
    [
        ((), "It needs a draft first.", ["start", "example"]),
        ((empty_draft("City table"),), "parties and scenarios", ["stakeholders", "scenarios"]),
        ((stakes.workshop({"City": {"privacy": None}}, {}),), "scenarios", ["scenarios"]),
        ((nothing_scored(),), "scores", ["scores", "stakeholders", "scenarios"]),
    ],
)
def test_while_something_is_missing_it_says_what_and_leads_there(
    qtbot: QtBot, drafts: tuple[Draft, ...], missing: str, ways: list[str]
) -> None:
    sheet = on_sheet(qtbot, *drafts)
    assert sheet.find(EmptyState) is not None
    assert any(sentence.startswith("Here stands") and missing in sentence for sentence in sheet.sentences)
    for way in sheet.page.findChildren(RowButton):
        way.click()
    assert [asked[-1] for asked in sheet.asked.asked] == ways


def test_the_first_score_ends_the_emptiness_and_undo_brings_it_back(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, nothing_scored())
    score(sheet, "pool", "privacy", 1)
    qtbot.waitUntil(lambda: verdict(sheet).startswith("No pick yet"))
    assert not [each for each in sheet.page.findChildren(EmptyState) if each.isVisible()]
    sheet.document.undo()
    qtbot.waitUntil(lambda: bool([each for each in sheet.page.findChildren(EmptyState) if each.isVisible()]))


def test_the_last_draft_may_go_while_it_is_looked_at(sheet: Sheet, qtbot: QtBot) -> None:
    look_at(sheet, "sure")
    sheet.document.edit(lambda workbook: workbook.replace(drafts=()), "removal")
    qtbot.waitUntil(lambda: sheet.says("It needs a draft first."))
    assert not sure(sheet).run.is_running


# By keyboard, and in every look -----------------------------------------------------------------------------


def test_tab_goes_through_the_page_in_reading_order(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    wanted = [
        "Picture",
        "Why this verdict?",
        "What to do with this picture",
        "Full pooling: 2 of 3 gain; City is worse off than without an agreement, because of privacy.",
        "Nearest repair: why?",
        "Go to the score",
        "Ask next: why?",
        "Ask it",
        "What is behind this map?",
        "What to do with this map",
    ]
    assert stops[: len(wanted)] == wanted


def test_arrow_keys_choose_the_view(sheet: Sheet) -> None:
    option = sheet.find(QRadioButton, "Picture")
    option.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(option, Qt.Key.Key_Right)
    settle()
    assert page(sheet).choice.value == "choosing"
    assert sheet.says("Who beats whom")


def test_in_a_narrow_place_the_views_fold_into_a_list(qtbot: QtBot) -> None:
    sheet = on_sheet(qtbot, stakes.hospital_city_vendor(), width=420)
    settle()
    choice = page(sheet).choice
    assert choice.folded.isVisible()
    assert not choice.side_by_side.isVisible()
    choice.folded.setFocus()
    QTest.keyClick(choice.folded, Qt.Key.Key_Down)
    settle()
    assert sheet.says("Who beats whom")
    sheet.area.resize(1000, 668)
    settle()
    assert sheet.find(QRadioButton, "Which to choose").isChecked()


@pytest.mark.parametrize("width", [420, 640, 792, 1180])
@pytest.mark.parametrize(("mode", "scale"), LOOKS)
def test_no_sentence_is_cut_and_the_page_is_no_wider_than_its_place(
    qtbot: QtBot, mode: str, scale: float, width: int
) -> None:
    with_look(mode, scale)
    sheet = opened(qtbot, PAGE, three_drafts(), width=round(width * scale))
    for view in VIEWS:
        page(sheet).choice.chosen.emit(view)
        page(sheet).choice.set_chosen(view)
        page(sheet).choice.chosen.emit(view)
        # In one turn of the event loop: how far the draws are may have been told, and not yet laid out.
        qtbot.waitUntil(lambda: cut_sentences(sheet) == [])
        assert sheet.page.width() <= sheet.area.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_every_view_can_be_read_from_the_last_row(
    qtbot: QtBot, tmp_path: Path, mode: Mode, scale: float
) -> None:
    """The page as it opens is looked at by the tests of the whole window; these are its other views."""
    shown = open_window(qtbot, tmp_path, mode=mode, scale=scale)
    view = shown.go_to("win_win")
    assert isinstance(view, WinWinPage)
    found = []
    for key in VIEWS[1:]:
        view.choice.set_chosen(key)
        view.choice.chosen.emit(key)
        for fold in view.panel.findChildren(FoldHead):
            fold.click()
        if key == "sure":
            qtbot.waitUntil(view.sure.view.isVisible)
        for size in ((1024, 700), (1280, 720), (1920, 1080)):
            shown.resize(size)
            found += [f"{key} {size}: {fault}" for fault in faults(shown.window)]
    assert found == []


def test_it_is_a_picture_one_can_walk_in_all_forms(qtbot: QtBot) -> None:
    for draft, width in ((stakes.with_residents(), 420), (stakes.crowd(9, 8, 1), 970)):
        sheet = on_sheet(qtbot, draft, width=width)
        for view in sheet.page.findChildren(SpotView):
            if view.isVisible():
                view.setFocus(Qt.FocusReason.TabFocusReason)
                seen = {view.accessibleName()}
                for key in (
                    Qt.Key.Key_Down,
                    Qt.Key.Key_Right,
                    Qt.Key.Key_Up,
                    Qt.Key.Key_Left,
                    Qt.Key.Key_End,
                ):
                    QTest.keyClick(view, key)
                    seen.add(view.accessibleName())
                assert len(seen) > 1
        assert isinstance(picture(sheet).net, NetView)
