"""The difference of two drafts in words: every field, under the step it belongs to, at its address."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.difference.pairs import LIBRARY, PLAIN, POOL, ours, told, words
from workbook.analysis.difference.matching import matched
from workbook.analysis.difference.places import STEP_OF, STEP_OF_SCENARIO, TITLES
from workbook.analysis.difference.subjects import draft_side, subject
from workbook.analysis.difference.tell import DraftDifference, tell
from workbook.analysis.difference.terms import LABELS
from workbook.analysis.lifecycle.path import condition_words
from workbook.analysis.walk import WALK
from workbook.difference import apply, differences
from workbook.editing import get, insert, move, put, read_address, remove
from workbook.edits.begin import draft_from_case
from workbook.edits.drafts import duplicate_draft
from workbook.model.dimensions import Position
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.workbook import Workbook

LONG = "People who live along the river learn too late how far the water will come in the next few hours"


# ----------------------------------------------------------------------------------------- nothing is missed


@settings(max_examples=20)
@given(builders.drafts(), builders.drafts())
def test_each_difference_of_any_two_drafts_is_told_in_exactly_one_sentence(
    before: Draft, after: Draft
) -> None:
    one, other = (draft_side(Workbook(drafts=(each,)), each) for each in (before, after))
    found = tell(one, other, LIBRARY, begin=draft_from_case)
    comparable = matched(before, after).draft

    for each in differences(comparable, after):
        telling = [
            change
            for change in found.changes
            if f"{each.address}/".startswith(f"{change.difference.address}/")
            and change.kind in {each.kind, "changed"}
        ]
        assert len(telling) == 1, each.address

    assert apply(comparable, [change.difference for change in found.changes]) == after
    assert found.summary.value == len(found.changes)


@settings(max_examples=20)
@given(builders.drafts(), builders.drafts())
def test_each_sentence_stands_under_its_step_with_an_address_that_leads_there(
    before: Draft, after: Draft
) -> None:
    found = told(before, after)
    assert [group.step for group in found.groups] == [
        step for step in TITLES if any(group.step == step for group in found.groups)
    ]
    for change in found.changes:
        assert change.words.endswith("."), change.words
        assert change.words[0] == change.words[0].upper()
        assert change.address is not None
        gone = change.kind == "removed"
        get(Workbook(drafts=(before if gone else after,)), read_address(change.address))
        assert change.was or change.kind == "added"
        assert change.now or change.kind == "removed"
    for finding in found.findings:
        assert finding.words
        assert finding.rule
        assert finding.citation


def test_the_groups_are_the_steps_of_the_walk_between_the_draft_and_the_record() -> None:
    assert list(TITLES) == ["about", *(step.id for step in WALK), "record"]
    assert TITLES["about"] == "About the draft"
    assert TITLES["record"] == "Record of the workshop"


def test_every_field_of_a_draft_belongs_to_a_step() -> None:
    assert {"id", "name", "summary", "begun_from", *STEP_OF} == {*Draft.model_fields, "scenarios"}
    of_scenario = {name for name, about in Scenario.model_fields.items() if holds_records(about.annotation)}
    assert of_scenario == set(STEP_OF_SCENARIO)


def holds_records(annotation: Any) -> bool:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(holds_records(part) for part in get_args(annotation))


def below(kind: type[Record]) -> Iterator[type[Record]]:
    yield kind
    for about in kind.model_fields.values():
        parts = [about.annotation, *get_args(about.annotation)]
        for part in [*parts, *(inner for each in parts for inner in get_args(each))]:
            if isinstance(part, type) and issubclass(part, Record):
                yield from below(part)


TOLD_AS_ONE = {"Mix", "Votes", "BegunFrom"}
HOLDING = {"Dimensions"}


def test_every_field_has_words_of_its_own() -> None:
    without = [
        f"{kind.__name__}.{name}"
        for kind in set(below(Draft))
        for name, about in kind.model_fields.items()
        if kind.__name__ not in TOLD_AS_ONE | HOLDING
        and name not in LABELS[kind]
        and name != kind.key_field
        and not holds_records(about.annotation)
    ]
    assert without == []


# -------------------------------------------------------------------------------------------------- in words


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("name", "Theirs", "The name of the draft went from “Ours” to “Theirs”."),
        (
            "begun_from",
            {"kind": "case", "id": "nys_food_traceability"},
            "The origin of the draft went from not said to the case New York State (envisaged).",
        ),
        ("framing/setting", "", "The setting went from “A port” to not said."),
        (
            "framing/voluntary",
            "partly",
            "Whether sharing is voluntary went from voluntary to partly voluntary.",
        ),
        (
            "dimensions/orientation/mix",
            {"social_issue": 1},
            "Orientation: the mix went from mostly Resource, some Issue (70 / 30 / 0 of 100) to Issue (0 / 100 / 0 of 100).",  # noqa: E501 - one sentence
        ),
        (
            "dimensions/timeframes/votes",
            {"resource_dependence": 6, "societal_sector": 2},
            "Timeframes: the votes went from split (4 / 0 / 4) to mostly Resource, some Sector (6 / 0 / 2).",
        ),
        (
            "dimensions/orientation/confidence",
            None,
            "Orientation: the confidence went from guess to not said.",
        ),
        ("scale/max", 5, "The highest score of the scale went from 3 to 5."),
        ("scale/step", None, "The step of the scale went from 1 to any number."),
        ("stakeholders/city/sector", "nonprofit", "City: the sector went from government to non-profit."),
        ("stakeholders/city/standing", "affected", "City: the standing went from at the table to affected."),
        ("stakeholders/city/roles", ["data_user", "funder"], "City: the roles gained Funder."),
        (
            "stakeholders/city/roles",
            ["data_provider"],
            "City: the roles gained Data provider and lost Data user.",
        ),
        (
            "stakeholders/city/reservation_value",
            0.5,
            "City: the value of the situation without an agreement went from 0 to 0.5.",
        ),
        ("stakeholders/city/interests/privacy/weight", 5, "City: the weight of “Privacy” went from 3 to 5."),
        (
            "stakeholders/city/interests/speed/weight",
            None,
            "City: the weight of “Faster answers” went from 1 to not said.",
        ),
        (
            "stakeholders/city/interests/speed/orientation",
            "both",
            "City: the orientation of “Faster answers” went from not said to self and social interest.",
        ),
        (
            "data_flows/trips/to_stakeholder",
            "city",
            "Data flow “Trips by hour”: who receives went from not said to City.",
        ),
        (
            "data_flows/trips/start_date",
            "2027-06-01",
            "Data flow “Trips by hour”: the start went from not said to 1 June 2027.",
        ),
        ("scenarios/pool/data_flows", [], "Pool: the data flows used lost “Trips by hour”."),
        ("chosen_scenario", "alone", "The chosen scenario went from “Pool” to “Alone”."),
        (
            "scenarios/pool/mechanisms/urgency/status",
            "worked",
            "Pool, Urgency: how far it is went from planned to worked.",
        ),
        (
            "scenarios/pool/mechanisms/urgency/serves",
            ["privacy", "speed"],
            "Pool, Urgency: the interests it serves gained “Faster answers”.",
        ),
        (
            "scenarios/pool/scores/speed/value",
            1,
            "Pool: the score of “Faster answers” (City) went from 2 to 1.",
        ),
        (
            "scenarios/pool/scores/privacy/value",
            None,
            "Pool: the score of “Privacy” (City) went from -1 to not said.",
        ),
        (
            "scenarios/pool/benefits/fewer/stakeholder",
            "operator",
            "Pool, benefit “Fewer delays”: for whom went from City to Operator.",
        ),
        (
            "scenarios/pool/costs/clean/kind",
            "work",
            "Pool, cost “Cleaning the data”: the kind went from IT to work.",
        ),
        (
            "scenarios/pool/business_cases/city/decision",
            "agreed",
            "Pool, business case of City: the decision went from open to agreed.",
        ),
        (
            "scenarios/pool/alignment_actions/clause/status",
            "under_way",
            "Pool, action “A clause on purpose”: the status went from open to under way.",
        ),
        (
            "challenges/trust/severity",
            "high",
            "Challenge “Little trust”: the severity went from not said to high.",
        ),
        (
            "enablers/mayor/present",
            True,
            "Enabler “The mayor asks for it”: whether it is there went from not said to yes.",
        ),
        (
            "readiness/integrated_data/level",
            "in_place",
            "Readiness, Integrated data: the level went from absent to in place.",
        ),
        ("record/ask/done", True, "Question “Who pays?”: whether it is done went from no to yes."),
        (
            "lifecycle/moves/m1/by",
            "Ana",
            "Move from Frame to Interests on 1 March 2027: who moved it went from not said to “Ana”.",
        ),
        (
            "lifecycle/moves/m1/at",
            "2027-03-02T14:30:00+01:00",
            "Move from Frame to Interests on 2 March 2027: the moment went from 1 March 2027, 14:30 to 2 March 2027, 14:30.",  # noqa: E501 - one sentence
        ),
        (
            "lifecycle/moves/m1/held",
            ["frame.problem", "sharing.start_date.trips"],
            "Move from Frame to Interests on 1 March 2027: the conditions that held gained "
            + " and ".join(
                f"“{condition_words(ours(), each)}”" for each in ("frame.problem", "sharing.start_date.trips")
            )
            + ".",
        ),
        (
            "lifecycle/events/flood/kind",
            "pressure",
            "Event “The flood”: the kind went from Urgency to Pressure.",
        ),
        (
            "lifecycle/events/flood/kind",
            "A vote",
            "Event “The flood”: the kind went from Urgency to “A vote”.",
        ),
        (
            "lifecycle/events/flood/on",
            None,
            "Event “The flood”: the date went from 1 February 2027 to not said.",
        ),
        ("lifecycle/review_on", "2027-09-01", "The review date went from not said to 1 September 2027."),
    ],
)
def test_a_changed_field_in_words(path: str, value: object, sentence: str) -> None:
    found = told(ours(), put(ours(), read_address(path), value))
    (change,) = found.changes
    assert change.words == sentence
    assert change.address == f"drafts/ours/{path}"
    assert change.kind == "changed"


@pytest.mark.parametrize(
    ("at", "thing", "sentence", "step"),
    [
        (
            "stakeholders",
            {"id": "x", "name": "Port", "interests": [{"id": "i1"}, {"id": "i2"}]},
            "the stakeholder “Port” with 2 interests",
            "stakeholders",
        ),
        (
            "stakeholders/city/interests",
            {"id": "x", "text": "Quiet"},
            "City: the want “Quiet”",
            "stakeholders",
        ),
        ("data_flows", {"id": "x", "data": "Counts"}, "the data flow “Counts”", "data_flows"),
        (
            "scenarios",
            {**POOL, "id": "x", "name": "Trial", "benefits": [], "costs": [], "alignment_actions": []},
            "the scenario “Trial” with 1 mechanism, 1 role of government, 2 scores and 1 business case",
            "scenarios",
        ),
        (
            "scenarios/alone/mechanisms",
            {"mechanism": "urgency"},
            "Alone: the mechanism Urgency",
            "mechanisms",
        ),
        (
            "scenarios/alone/scores",
            {"interest": "privacy", "value": -2},
            "Alone: the score -2 for “Privacy” (City)",
            "scores",
        ),
        (
            "scenarios/alone/scores",
            {"interest": "privacy", "evidence": "A guess"},
            "Alone: an entry without a score for “Privacy” (City)",
            "scores",
        ),
        ("scenarios/alone/benefits", {"id": "x", "text": "Calm"}, "Alone: the benefit “Calm”", "benefits"),
        (
            "scenarios/alone/business_cases",
            {"stakeholder": "city"},
            "Alone: the business case of City",
            "benefits",
        ),
        (
            "challenges",
            {"id": "x", "category": "legal_policy", "text": "A law"},
            "the challenge “A law”",
            "challenges",
        ),
        (
            "readiness",
            {"component": "trusted_networks", "level": "partly"},
            "the readiness of Trusted social networks (partly)",
            "challenges",
        ),
        ("record", {"id": "x", "kind": "decision", "text": "Go"}, "the decision “Go”", "record"),
        (
            "lifecycle/moves",
            {"id": "x", "from": "interests", "to": "win_wins", "at": "2027-04-01T10:00:00Z"},
            "the move from Interests to Win-wins on 1 April 2027",
            "lifecycle",
        ),
    ],
)
def test_what_is_added_or_removed_in_words(at: str, thing: dict[str, Any], sentence: str, step: str) -> None:
    longer = insert(ours(), read_address(at), thing)
    added, removed = told(ours(), longer), told(longer, ours())
    where, _, named = sentence.rpartition(": ")
    begins = f"{where}: " if where else ""
    for found, verb in ((added, "added"), (removed, "removed")):
        (change,) = found.changes
        assert change.words == f"{begins}{verb if begins else verb.capitalize()} {named}."
        assert change.kind == verb
        assert (found.groups[0].step, len(found.groups)) == (step, 1)
        assert str(change.address).startswith(f"drafts/ours/{at}/")
    assert added.changes[0].now == removed.changes[0].was != ""


def test_what_stands_elsewhere_in_words() -> None:
    found = told(ours(), move(ours(), ("stakeholders", "operator"), 0))
    (change,) = found.changes
    assert change.words == "The stakeholder “Operator” moved from place 2 to place 1."
    assert (change.before, change.after, change.was, change.now) == (1, 0, "place 2", "place 1")


def test_a_long_text_is_told_shortly_and_kept_whole() -> None:
    before = put(ours(), ("framing", "societal_problem"), LONG)
    (change,) = told(before, put(before, ("framing", "societal_problem"), "Nobody knows")).changes
    assert change.words == (
        "The societal problem went from “People who live along the river learn too late how far the …” "
        "to “Nobody knows”."
    )
    assert (change.was, change.now, change.before) == (LONG, "Nobody knows", LONG)


def test_of_two_long_texts_the_part_is_quoted_in_which_they_differ() -> None:
    before = put(ours(), ("framing", "societal_problem"), LONG)
    after = put(before, ("framing", "societal_problem"), LONG.replace("few hours", "two days"))
    (sentence,) = words(before, after)
    assert sentence == (
        "The societal problem went from “… in the next few hours” to “… in the next two days”."
    )


def test_texts_that_differ_far_in_are_told_apart_even_without_spaces() -> None:
    before = put(ours(), ("framing", "setting"), "x" * 200 + "a")
    (sentence,) = words(before, put(before, ("framing", "setting"), "x" * 200 + "b"))
    assert sentence == f"The setting went from “… {'x' * 24}a” to “… {'x' * 24}b”."


def test_spaces_and_line_breaks_alone_are_said_to_be_all_that_changed() -> None:
    after = put(ours(), ("framing", "setting"), "A  port\n")
    assert words(ours(), after) == ["The setting changed in its spaces and line breaks alone."]


def test_things_of_the_same_name_are_told_apart() -> None:
    before = put(ours(), ("scenarios", "alone", "name"), "Pool")
    assert words(before, put(before, ("chosen_scenario",), "alone")) == [
        "The chosen scenario went from “Pool” (pool) to “Pool” (alone)."
    ]


def test_what_has_no_name_is_never_called_by_its_id() -> None:
    before = put(ours(), ("stakeholders", "city", "name"), " ")
    assert words(before, put(before, ("stakeholders", "city", "interests", "privacy", "weight"), 1)) == [
        "A stakeholder without a name: the weight of “Privacy” went from 3 to 1."
    ]


def test_own_entries_and_own_cases_go_by_their_names() -> None:
    own = {"id": "own-pride", "catalogue": "motivations", "name": "Local pride"}
    case = {"id": "harbour", "name": "Harbour", "citation": "Report", "outcome": "envisaged"}
    after = put(ours(), ("stakeholders", "city", "interests", "privacy", "motivation"), "own-pride")
    after = put(after, ("begun_from",), {"kind": "case", "id": "harbour"})
    assert words(ours(), after, own_entries=[own], own_cases=[case]) == [
        "The origin of the draft went from not said to the case Harbour (envisaged).",
        "City: the motivation of “Privacy” went from not said to Local pride.",
    ]


def test_what_a_removed_thing_held_stands_beside_the_sentence() -> None:
    (change, *_) = told(ours(), remove(ours(), ("enablers", "mayor"))).changes
    assert (change.words, change.was, change.now) == (
        "Removed the enabler “The mayor asks for it”.",
        "The wording: The mayor asks for it",
        "",
    )


def test_of_an_added_thing_all_it_says_stands_beside_the_sentence() -> None:
    port = {
        "id": "port",
        "name": "Port",
        "roles": ["data_user"],
        "interests": [{"id": "i1", "text": "Quiet"}, {"id": "i2", "text": "Order and calm."}],
    }
    (change,) = told(ours(), insert(ours(), ("stakeholders",), port)).changes
    assert change.now.splitlines() == [
        "The name: Port",
        "The roles: Data user",
        "2 interests: Quiet; Order and calm",
    ]


# ----------------------------------------------------------------------------------------------- the summary


def test_the_summary_counts_the_changes_of_each_step_in_walking_order() -> None:
    after = put(ours(), ("lifecycle", "lessons"), "Ask earlier")
    after = put(after, ("stakeholders", "city", "name"), "Town")
    after = put(after, ("stakeholders", "operator", "name"), "Carrier")
    found = told(ours(), after)
    assert found.summary.words == "3 changes: 2 in Stakeholders, 1 in Lifecycle."
    assert (found.summary.value, found.summary.unit) == (3, "changes")
    assert [(each.name, each.value) for each in found.summary.inputs] == [
        ("Stakeholders", 2),
        ("Lifecycle", 1),
    ]


def test_the_summary_of_one_change_and_of_none() -> None:
    assert told(ours(), put(ours(), ("name",), "X")).summary.words == "1 change, in About the draft."
    assert told(ours(), ours()).summary.words == "No difference."
    assert told(ours(), ours()).groups == ()


# ----------------------------------------------------------------------------------------- what stands where


def test_a_copy_differs_in_id_name_and_origin_alone() -> None:
    workbook = duplicate_draft(three_drafts(), "cold-chain", lambda letter: f"{letter}-copy")
    one, other = (subject(workbook, LIBRARY, each) for each in ("cold-chain", "d-copy"))
    found = tell(one, other, LIBRARY, begin=draft_from_case)
    assert [change.words for change in found.changes] == [
        "The name by which files know the draft went from cold-chain to d-copy.",
        "The name of the draft went from “Cold chain” to “Cold chain (copy)”.",
        "The origin of the draft went from the case FloraHolland to the draft Cold chain.",
    ]
    assert found.matched_by_name == ()


def test_a_draft_begun_from_a_case_does_not_differ_from_it() -> None:
    for case in LIBRARY.cases:
        draft = draft_from_case(case)
        workbook = Workbook(drafts=(draft,))
        sides = [subject(workbook, LIBRARY, each) for each in (case.id, draft.id)]
        for one, other in (sides, sides[::-1]):
            found = tell(one, other, LIBRARY, begin=draft_from_case)
            assert found.summary.words == "No difference."
        assert len(found.matched_by_name) == len(list(draft.items()))


def test_what_was_begun_twice_from_one_case_is_matched_by_name() -> None:
    case = LIBRARY.case("floraholland")
    one, other = draft_from_case(case), draft_from_case(case)
    other = other.replace(id=one.id)
    first = other.stakeholders[0]
    other = put(other, ("stakeholders", first.id, "standing"), "affected")
    found = told(one, other)
    (change,) = found.changes
    assert change.words == f"{first.name}: the standing went from at the table to affected."
    assert change.address == f"drafts/{other.id}/stakeholders/{first.id}/standing"
    match = next(each for each in found.matched_by_name if each.after == first.id)
    assert (match.before, match.name) == (one.stakeholders[0].id, first.name)


def test_what_is_gone_from_a_thing_with_another_id_is_found_where_it_was() -> None:
    after = Draft.model_validate(
        {"id": "ours", "name": "Ours", "stakeholders": [{"id": "s9", "name": "  CITY "}]}
    )
    before = Draft.model_validate({"id": "ours", "name": "Ours", "stakeholders": PLAIN["stakeholders"][:1]})
    gone = [change for change in told(before, after).changes if change.kind == "removed"]
    assert [change.address for change in gone] == [
        "drafts/ours/stakeholders/city/interests/privacy",
        "drafts/ours/stakeholders/city/interests/speed",
    ]
    assert gone[0].difference.address == "stakeholders/s9/interests/privacy"


def test_references_follow_what_is_matched_by_name() -> None:
    renamed = {"city": "s1", "operator": "s2", "privacy": "i1", "speed": "i2", "trips": "f1", "pool": "c1"}
    text = ours().model_dump_json(by_alias=True)
    for old, new in renamed.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    found = told(ours(), Draft.model_validate_json(text))
    assert found.changes == ()
    assert {each.before: each.after for each in found.matched_by_name} == renamed


def test_conditions_in_the_log_follow_what_they_are_about() -> None:
    before = put(ours(), ("lifecycle", "moves", "m1", "held"), ["sharing.start_date.trips"])
    text = before.model_dump_json(by_alias=True).replace('"trips"', '"f1"').replace(".trips", ".f1")
    assert told(before, Draft.model_validate_json(text)).changes == ()


def test_an_id_that_is_taken_in_the_other_draft_is_not_given_twice() -> None:
    before = Draft.model_validate(
        {"id": "d", "stakeholders": [{"id": "a", "name": "City"}], "record": [{"id": "b", "text": "Note"}]}
    )
    after = Draft.model_validate({"id": "d", "stakeholders": [{"id": "b", "name": "City"}]})
    found = told(before, after)
    assert found.matched_by_name == ()
    assert {change.kind for change in found.changes} == {"added", "removed"}


def test_a_case_of_the_library_has_no_address_and_what_is_there_alone_has_none() -> None:
    workbook = Workbook(drafts=(ours(),))
    case, draft = (subject(workbook, LIBRARY, each) for each in ("flowminder", "ours"))
    found: DraftDifference = tell(case, draft, LIBRARY, begin=draft_from_case)
    by_kind = {
        kind: {each.address is None for each in found.changes if each.kind == kind}
        for kind in ("removed", "added", "changed")
    }
    assert by_kind == {"removed": {True}, "added": {False}, "changed": {False}}
    back = tell(draft, case, LIBRARY, begin=draft_from_case)
    assert all(each.address is not None for each in back.changes if each.kind == "changed")


def test_two_cases_can_be_told_apart() -> None:
    one, other = (subject(Workbook(), LIBRARY, each) for each in ("floraholland", "nys_food_traceability"))
    found = tell(one, other, LIBRARY, begin=draft_from_case)
    assert found.changes[0].words == (
        "The name of the draft went from “After FloraHolland” to “After New York State (envisaged)”."
    )
    assert found.after.name == "New York State (envisaged)"
    assert "id" not in {change.difference.address for change in found.changes}


def test_a_position_that_was_mixed_and_is_voted_on_is_told_in_two_sentences() -> None:
    voted = Position.model_validate({"votes": {"social_issue": 3}, "confidence": "guess"})
    assert words(ours(), put(ours(), ("dimensions", "orientation"), voted)) == [
        "Orientation: the mix went from mostly Resource, some Issue (70 / 30 / 0 of 100) to not said.",
        "Orientation: the votes went from not said to Issue (0 / 3 / 0).",
    ]
