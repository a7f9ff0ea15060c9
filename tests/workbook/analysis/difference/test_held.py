"""What a draft holds, in words: nothing that somebody wrote is left out, and each stands at its step."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given

from tests.builders import drafts, three_drafts
from workbook.analysis.difference.held import StepHeld, held
from workbook.analysis.difference.places import TITLES
from workbook.analysis.difference.subjects import case_side, draft_side, snapshot_side
from workbook.analysis.difference.terms import CATALOGUES, POINTS_AT, is_of_a_closed_list
from workbook.edits.begin import draft_from_case, empty_draft
from workbook.library.loader import load
from workbook.model.benefits import AlignmentAction
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import BegunFrom, Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Lifecycle, Move, Override
from workbook.model.mix import pick
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Snapshot, Workbook

LIBRARY = load()
HARBOUR = Draft(
    id="d",
    name="Harbour",
    begun_from=BegunFrom(kind="case", id="floraholland"),
    framing=Framing(societal_problem="Lorries wait.", voluntary="partly"),
    dimensions=Dimensions(
        dependencies=Position(mix=pick("social_issue"), evidence="Said by both.", confidence="guess")
    ),
    stakeholders=(
        Stakeholder(
            id="port",
            name="Port",
            sector="government",
            interests=(Interest(id="i1", text="Shorter queues", weight=3),),
        ),
    ),
    scenarios=(
        Scenario(
            id="c1",
            name="Hourly counts",
            scores=(Score(interest="i1", value=2, evidence="Counted in May."),),
            alignment_actions=(AlignmentAction(id="a1", kind="it", text="One list of gates."),),
        ),
    ),
    chosen_scenario="c1",
    lifecycle=Lifecycle(review_on=dt.date(2027, 6, 1)),
)


def read(draft: Draft) -> tuple[StepHeld, ...]:
    workbook = Workbook(drafts=(draft,))
    return held(draft_side(workbook, draft), LIBRARY, begin=draft_from_case)


def lines(steps: tuple[StepHeld, ...]) -> list[tuple[str, str, str]]:
    return [(each.step, each.title, each.said) for step in steps for each in step.held]


def written(record: Record) -> Iterator[str]:
    """Every text in a record that somebody wrote, and that no list or other record gives words to."""
    kind = type(record)
    for name in kind.model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from written(each)
            elif isinstance(each, str) and each.strip() and not is_named_elsewhere(kind, name):
                yield each


def is_named_elsewhere(kind: type[Record], name: str) -> bool:
    conditions = {(Move, "held"), (Override, "condition"), (Event, "kind"), (BegunFrom, "id")}
    return (
        name == "id"
        or name in POINTS_AT
        or (kind, name) in CATALOGUES
        or (kind, name) in conditions
        or is_of_a_closed_list(kind, name)
    )


def test_each_field_and_thing_is_told_once_at_its_step() -> None:
    assert lines(read(HARBOUR)) == [
        ("about", "The name of the draft", "Harbour"),
        ("about", "The origin of the draft", "the case FloraHolland"),
        ("framing", "The societal problem", "Lorries wait."),
        ("framing", "Whether sharing is voluntary", "partly voluntary"),
        (
            "dimensions",
            "Dependencies",
            "The mix: Issue (0 / 100 / 0 of 100)\nThe evidence: Said by both.\nThe confidence: guess",
        ),
        ("stakeholders", "Stakeholder “Port” with 1 interest", "The name: Port\nThe sector: government"),
        ("stakeholders", "Port: the want “Shorter queues”", "The wording: Shorter queues\nThe weight: 3"),
        ("scenarios", "The chosen scenario", "Hourly counts"),
        ("scenarios", "Scenario “Hourly counts” with 1 score and 1 action", "The name: Hourly counts"),
        (
            "scores",
            "Hourly counts: the score 2 for “Shorter queues” (Port)",
            "The score: 2\nThe grounds for the score: Counted in May.",
        ),
        (
            "benefits",
            "Hourly counts: the action “One list of gates”",
            "The kind: IT\nThe wording: One list of gates.",
        ),
        ("lifecycle", "The review date", "1 June 2027"),
    ]


def test_the_steps_stand_in_walking_order_and_empty_ones_are_left_out() -> None:
    for draft in three_drafts().drafts:
        steps = read(draft)
        assert [each.step for each in steps] == [
            step for step in TITLES if step in {each.step for each in steps}
        ]
        assert all(each.held for each in steps)
        assert [each.title for each in steps] == [TITLES[each.step] for each in steps]


def test_of_an_empty_draft_there_is_only_its_name() -> None:
    assert lines(read(empty_draft("Draft A"))) == [("about", "The name of the draft", "Draft A")]


@pytest.mark.parametrize("draft", three_drafts().drafts, ids=lambda draft: draft.id)
def test_nothing_that_was_written_in_a_draft_of_the_file_is_left_out(draft: Draft) -> None:
    said = "\n".join(f"{title}\n{text}" for _, title, text in lines(read(draft)))
    assert [text for text in written(draft) if text not in said] == []


@given(drafts())
def test_nothing_that_was_written_in_any_draft_is_left_out(draft: Draft) -> None:
    said = "\n".join(f"{title}\n{text}" for _, title, text in lines(read(draft)))
    assert [text for text in written(draft) if text not in said] == []


def test_a_position_says_why_and_where_it_stands() -> None:
    (position,) = next(each.held for each in read(HARBOUR) if each.step == "dimensions")
    assert position.why is not None
    assert position.why.words == "Dependencies: Harbour is placed as Issue."
    assert position.why.address == "drafts/d/dimensions/dependencies"


def test_a_snapshot_holds_what_its_draft_held() -> None:
    kept = Snapshot(id="z1", name="Then", at=dt.datetime(2027, 3, 1, tzinfo=dt.UTC), draft=HARBOUR)
    workbook = Workbook(snapshots=(kept,))
    found = held(snapshot_side(workbook, kept), LIBRARY, begin=draft_from_case)
    assert lines(found) == lines(read(HARBOUR))
    (position,) = next(each.held for each in found if each.step == "dimensions")
    assert position.why is not None
    assert position.why.address == "snapshots/z1/draft/dimensions/dependencies"


def test_a_case_is_read_as_the_draft_one_would_begin_from_it() -> None:
    case = LIBRARY.case("floraholland")
    found = held(case_side(Workbook(), case), LIBRARY, begin=draft_from_case)
    stakeholders = next(each for each in found if each.step == "stakeholders")
    assert [each.title.split("”")[0].removeprefix("Stakeholder “") for each in stakeholders.held] == [
        each.name for each in case.stakeholders
    ]
