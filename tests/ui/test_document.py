"""The open workbook: one way to change it, undo in sensible steps, one signal that says what changed."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from ui import document as document_module
from ui.document import Change, Document
from workbook import editing
from workbook.editing import NoSuchPlaceError
from workbook.edits.begin import add_draft, empty_draft
from workbook.edits.drafts import duplicate_draft, remove_draft
from workbook.model.draft import Draft
from workbook.model.mix import pick
from workbook.model.workbook import Workbook

NAME = ("drafts", "a", "name")
SUMMARY = ("drafts", "a", "summary")


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    del qtbot
    return Document(Workbook(drafts=(Draft(id="a", name="First"), Draft(id="b", name="Second"))))


def heard(document: Document) -> list[Change]:
    changes: list[Change] = []
    document.changed.connect(changes.append)
    return changes


def type_into(document: Document, address: tuple[str, ...], text: str) -> None:
    for end in range(1, len(text) + 1):
        document.type_text(address, text[:end], "typing")


def test_an_edit_is_undone_and_redone(document: Document) -> None:
    document.put(NAME, "Better", "change of name")
    assert document.get(NAME) == "Better"
    assert document.history.undoText() == "change of name"
    document.undo()
    assert document.get(NAME) == "First"
    document.redo()
    assert document.get(NAME) == "Better"


def test_a_word_typed_is_one_step(document: Document) -> None:
    type_into(document, NAME, "River")
    assert document.history.count() == 1
    document.undo()
    assert document.get(NAME) == "First"


def test_typing_in_another_field_is_another_step(document: Document) -> None:
    type_into(document, NAME, "River")
    type_into(document, SUMMARY, "About a river.")
    assert document.history.count() == 2
    document.undo()
    assert (document.get(NAME), document.get(SUMMARY)) == ("River", "")


def test_an_edit_that_is_typed_is_one_step_where_it_was_typed_even_if_nothing_stood_there(
    document: Document,
) -> None:
    place = (*SUMMARY, "nothing here")
    came_back: list[tuple[str, ...]] = []
    document.came_back.connect(came_back.append)
    for words in ("R", "Ri"):
        document.type_edit(partial(editing.put, address=SUMMARY, value=words), "typing", place)
    assert document.history.count() == 1
    document.type_edit(partial(editing.put, address=SUMMARY, value="Riv"), "typing", SUMMARY)
    assert document.history.count() == 2
    document.undo()
    document.undo()
    assert document.get(SUMMARY) == ""
    assert came_back == [SUMMARY, place]


def test_leaving_the_field_ends_the_step(document: Document) -> None:
    type_into(document, NAME, "River")
    document.seal()
    type_into(document, NAME, "River flood")
    document.undo()
    assert document.get(NAME) == "River"


def test_a_pause_in_typing_ends_the_step(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(document_module, "monotonic", lambda: now[0])
    document.type_text(NAME, "R", "typing")
    now[0] += document_module.TYPING_PAUSE
    document.type_text(NAME, "Ri", "typing")
    assert document.history.count() == 1
    now[0] += document_module.TYPING_PAUSE + 0.1
    document.type_text(NAME, "Riv", "typing")
    assert document.history.count() == 2


def test_typing_after_a_save_is_a_step_of_its_own(document: Document) -> None:
    type_into(document, NAME, "Ri")
    document.history.setClean()
    document.type_text(NAME, "Riv", "typing")
    document.undo()
    assert document.get(NAME) == "Ri"
    assert document.history.isClean()


def test_a_value_that_is_refused_changes_nothing_and_is_no_step(document: Document) -> None:
    before = document.workbook
    changes = heard(document)
    with pytest.raises(ValidationError):
        document.put(("drafts", "a", "id"), "not an id!", "nonsense")
    with pytest.raises(NoSuchPlaceError):
        document.put(("drafts", "zz", "name"), "x", "nowhere")
    assert document.workbook is before
    assert changes == []
    assert document.history.count() == 0


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    document.put(NAME, "First", "change of name")
    assert document.history.count() == 0


def test_a_change_says_what_it_touches(document: Document) -> None:
    changes = heard(document)
    document.put(("drafts", "a", "dimensions", "orientation", "mix"), pick("social_issue"), "pick")
    (change,) = changes
    assert change.touches("drafts", "a", "dimensions")
    assert change.touches("drafts", "a", "dimensions", "orientation", "mix", "social_issue")
    assert not change.touches("drafts", "a", "dimensions", "timeframes")
    assert not change.touches("drafts", "b")
    assert not change.touches("drafts", "gone")


def test_who_made_a_change_is_named_until_it_comes_back(document: Document) -> None:
    changes = heard(document)
    me = object()
    document.put(NAME, "Better", "change of name", origin=me)
    document.undo()
    document.redo()
    assert [change.origin for change in changes] == [me, None, None]


def test_choosing_a_draft_is_no_edit(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.draft_chosen):
        document.choose_draft("b")
    assert document.draft is not None
    assert document.draft.id == "b"
    assert document.history.count() == 0


def test_when_the_chosen_draft_is_removed_the_first_is_looked_at(document: Document) -> None:
    document.choose_draft("b")
    document.edit(lambda workbook: remove_draft(workbook, "b"), "removal")
    assert document.draft is not None
    assert document.draft.id == "a"
    document.undo()
    assert document.draft.id == "b"


def test_loading_another_workbook_forgets_the_history(document: Document) -> None:
    document.put(NAME, "Better", "change of name")
    document.load(three_drafts())
    assert document.history.count() == 0
    assert document.draft is not None
    assert document.draft.id == "cold-chain"


def test_findings_of_a_draft_that_did_not_change_are_not_worked_out_again(document: Document) -> None:
    document.load(three_drafts())
    findings = document.findings
    flood = document.workbook.draft("river-flood")
    before = findings.design(flood)
    document.put(("drafts", "cold-chain", "name"), "Cool", "change of name")
    assert findings.design(document.workbook.draft("river-flood")) is before
    comparison = findings.beside_cases(document.workbook)
    assert findings.beside_cases(document.workbook) is comparison
    document.put(("drafts", "cold-chain", "name"), "Cold", "change of name")
    assert findings.beside_cases(document.workbook) is not comparison


@given(st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_leads_back_through_every_state_and_redo_forth_again(
    document: Document, data: st.DataObject
) -> None:
    document.load(Workbook(drafts=(empty_draft("A"),)))
    states = [document.workbook]
    for _ in range(data.draw(st.integers(1, 12))):
        draft = data.draw(st.sampled_from(document.workbook.drafts))
        deed = data.draw(st.sampled_from(["name", "pick", "copy", "add", "remove"]))
        at = ("drafts", draft.id)
        if deed == "name":
            document.put((*at, "name"), data.draw(st.text(max_size=5)), "name")
        elif deed == "pick":
            document.put((*at, "dimensions", "orientation", "mix"), pick("social_issue"), "pick")
        elif deed == "copy":
            document.edit(partial(duplicate_draft, draft_id=draft.id), "copy")
        elif deed == "add":
            document.edit(lambda workbook: add_draft(workbook, empty_draft()), "add")
        elif len(document.workbook.drafts) > 1:
            document.edit(partial(remove_draft, draft_id=draft.id), "remove")
        if document.workbook != states[-1]:
            states.append(document.workbook)
    for state in reversed(states[:-1]):
        document.undo()
        assert document.workbook == state
    for state in states[1:]:
        document.redo()
        assert document.workbook == state
    assert editing.get(document.workbook, ()) == states[-1]
