"""A draft beside the cases: expected values by hand from the cases and their sources."""

import pytest

from tests.workbook.analysis.designs import LIBRARY
from tests.workbook.analysis.lifecycle.ready import READY, at_stage, but
from workbook.analysis.lifecycle.case_path import CaseStay, Place
from workbook.analysis.lifecycle.timeline import PLACES, Timeline, case_stays, timeline
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES

CHARACTERISED = tuple(LIBRARY.case(each) for each in ("floraholland", "flowminder", "nys_food_traceability"))


def beside(draft: Draft = READY, *cases: Case) -> Timeline:
    return timeline(draft, cases or CHARACTERISED, LIBRARY)


def stays(case_id: str) -> dict[Place, CaseStay]:
    case = LIBRARY.case(case_id)
    return dict(zip(PLACES, case_stays(case, LIBRARY), strict=True))


def opened(case_id: str) -> dict[str, tuple[str, ...]]:
    """The mechanisms that opened each stage which has any, by stage."""
    told = {place: stay.opening for place, stay in stays(case_id).items()}
    return {place: opening.mechanisms for place, opening in told.items() if opening and opening.mechanisms}


def visited(case_id: str) -> dict[str, int]:
    """How many steps are reported at each place that has any."""
    return {place: len(stay.steps) for place, stay in stays(case_id).items() if stay.steps}


def test_the_rows_are_the_eight_stages_and_four_places_outside_them() -> None:
    assert [place for place in PLACES if place in STAGES] == list(STAGES)
    assert set(PLACES) - set(STAGES) == {"trigger", "feasibility", "paused", "closed"}
    rows = beside().rows
    assert [row.place for row in rows] == list(PLACES)
    assert rows[0].name == "Frame"
    assert {len(row.cases) for row in rows} == {3}


def test_floraholland_went_through_two_processes_and_then_scaled_up() -> None:
    # Susha et al. 2019, section 5.1: the search for win-wins with the business case; then the alignment.
    assert visited("floraholland") == {
        "interests": 1,
        "win_wins": 1,
        "business_case": 1,
        "alignment": 1,
        "sharing": 1,
        "scale_up": 1,
    }
    assert opened("floraholland") == {
        "business_case": ("Search for win-wins",),
        "alignment": ("Explicit business case",),
        "sharing": ("Alignment with other authorities",),
    }
    told = stays("floraholland")
    assert told["alignment"].words.endswith("Opened by: Explicit business case.")
    assert told["scale_up"].words.endswith("Not reported what opened it.")
    assert told["renewal"].words == told["frame"].words == "Not reported."
    assert told["interests"].opening is None  # the first: nothing is told before it


def test_flowminder_was_refused_until_the_earthquake_and_shared_once() -> None:
    # Section 5.2: urgency was decisive, the many requests before it a second mechanism.
    assert visited("flowminder") == {"interests": 1, "trigger": 1, "sharing": 2, "closed": 1}
    assert opened("flowminder") == {"sharing": ("Network effect of many requests", "Urgency")}
    told = stays("flowminder")
    assert told["sharing"].words.endswith("Opened by: Network effect of many requests, then Urgency.")
    assert [step.number for step in told["sharing"].steps] == [3, 4]
    assert told["trigger"].steps[0].mechanisms == ("Urgency",)
    assert told["business_case"].words == told["alignment"].words == "Not reported."


def test_new_york_state_only_explored_and_everything_later_is_expected_or_not_reported() -> None:
    # Section 5.3: no sharing yet; government promotes the cause.
    assert visited("nys_food_traceability") == {"frame": 1, "interests": 1, "feasibility": 1, "sharing": 1}
    told = stays("nys_food_traceability")
    assert [step.expected for step in told["sharing"].steps] == [True]
    assert [step.expected for step in told["interests"].steps] == [False]
    assert opened("nys_food_traceability") == {"interests": ("Promotion of a common good",)}
    assert told["interests"].words.endswith("Meant to be opened by: Promotion of a common good.")
    assert "Opened by" not in "".join(stay.words for stay in told.values())
    assert {beside.label for beside in beside().cases} >= {"New York State (envisaged)"}


def test_every_step_of_every_case_is_told_once_with_its_citation() -> None:
    for case in LIBRARY.cases:
        told = [step for stay in case_stays(case, LIBRARY) for step in stay.steps]
        in_order = sorted(told, key=lambda step: step.number)
        assert [(step.text, step.citation) for step in in_order] == [
            (step.text, step.citation) for step in case.process
        ]
        assert all(step.citation for step in told)


def test_a_case_told_as_single_lessons_is_not_read_as_one_path() -> None:
    # At Statistics Netherlands urgency helped to find common ground; nothing says that it led to renewal.
    assert visited("cbs_b2g") == {"interests": 1, "renewal": 1}
    assert opened("cbs_b2g") == {}
    assert stays("cbs_b2g")["renewal"].words.endswith("Not reported what opened it.")


def test_what_opened_a_stage_cites_the_steps_in_which_the_mechanisms_stand() -> None:
    opening = stays("flowminder")["sharing"].opening
    assert opening is not None
    assert opening.citation == "Susha et al. 2019, section 5.2; order and stage ours"


def row(found: Timeline, place: Place) -> str:
    return next(each.draft.words for each in found.rows if each.place == place)


def test_the_moves_of_a_draft_stand_at_the_places_where_they_led() -> None:
    moved = but(
        ("lifecycle/moves/m1/by", "Ana"),
        ("lifecycle/moves/m1/because", "All agreed"),
        ("lifecycle/moves/m1/overridden", ({"condition": "frame.problem", "because": "Later."},)),
        draft=at_stage("interests", "sharing", "interests", "paused"),
    )
    found = beside(moved)
    assert row(found, "frame") == "Every draft begins here."
    assert row(found, "interests") == (
        "1 March 2027, from Frame by Ana. All agreed. 1 condition overridden.\n3 March 2027, from Sharing."
    )
    assert row(found, "sharing") == "2 March 2027, from Interests."
    assert row(found, "paused") == "4 March 2027, from Interests. It stands here."
    assert row(found, "win_wins") == row(found, "closed") == "Not visited yet."
    assert row(found, "trigger") == "No event written yet."
    assert row(found, "feasibility") == "Told of cases only."


def test_a_draft_that_never_moved_stands_at_frame() -> None:
    assert row(beside(), "frame") == "Every draft begins here. It stands here."


def test_the_events_of_a_draft_are_its_triggers_in_order_of_time_the_undated_last() -> None:
    events = [
        {"id": "v1", "kind": "pressure", "text": "Many ask."},
        {"id": "v2", "kind": "urgency", "on": "2027-02-03", "text": "The flood"},
        {"id": "v3", "kind": "policy change", "on": "2026-12-31", "text": "A new law."},
    ]
    found = beside(but(("lifecycle/events", events)))
    assert row(found, "trigger").splitlines() == [
        "31 December 2026, policy change: A new law.",
        "3 February 2027, urgency: The flood.",
        "Undated, pressure: Many ask.",
    ]
    (trigger,) = (each for each in found.rows if each.place == "trigger")
    assert [each.address.rsplit("/", 1)[-1] for each in trigger.draft.doings] == ["v3", "v2", "v1"]


@pytest.mark.parametrize(
    ("statuses", "words", "number"),
    [
        (
            {},
            "Flowminder used what has not been tried here: Urgency and Network effect of many requests.",
            2,
        ),
        (
            {"urgency": "planned", "ecosystem_pressure": "failed"},
            "Flowminder used what has not been tried here: Urgency (only considered or planned).",
            1,
        ),
        (
            {"urgency": "worked", "ecosystem_pressure": "tried"},
            "Everything that Flowminder used has been tried here.",
            0,
        ),
    ],
)
def test_what_a_case_used_and_the_draft_has_not_tried_is_named(
    statuses: dict[str, str], words: str, number: int
) -> None:
    chosen = [{"mechanism": mechanism, "status": status} for mechanism, status in statuses.items()]
    draft = but(("scenarios/nothing/mechanisms", chosen))
    (case,) = beside(draft, LIBRARY.case("flowminder")).cases
    assert (case.not_tried.words, case.not_tried.value) == (words, number)


def test_what_is_said_of_mechanisms_depends_on_what_became_of_the_case() -> None:
    cases = [LIBRARY.case(each) for each in ("nys_food_traceability", "cbs_b2g", "nyc311")]
    envisaged, lessons, silent = (each.not_tried for each in beside(READY, *cases).cases)
    assert envisaged.words == (
        "New York State (envisaged) is meant to use what has not been tried here: "
        "Promotion of a common good and A visible gain for each actor."
    )
    assert lessons.words == "CBS names what has not been tried here: Urgency and Value renewal."
    assert (silent.words, silent.value) == ("NYC311: no mechanism is reported.", None)


def test_what_is_not_reported_names_the_stages_without_a_step_and_what_the_case_lists() -> None:
    flora, flow, state = (each.not_reported for each in beside().cases)
    assert flora.words.startswith(
        "Not reported of FloraHolland: no step at Frame and Renewal; whether and how"
    )
    assert [each.name for each in flow.inputs] == [
        "Frame", "Win-wins", "Business case", "Alignment", "Scale-up", "Renewal",
    ]  # fmt: skip
    assert state.words.startswith(
        "Not reported of New York State (envisaged): no step at Win-wins, Business case, Alignment, Scale-up "
        "and Renewal; the sharing itself: it is expected, not described;"
    )
    assert (flora.value, flow.value, state.value) == (2, 6, 5)


def test_an_own_case_with_a_step_at_every_stage_lacks_nothing() -> None:
    steps = [{"stage": stage, "text": f"Done at {stage}."} for stage in STAGES]
    own = Case.model_validate({"id": "mine", "name": "Mine", "citation": "Ours", "process": steps})
    (case,) = beside(READY, own).cases
    assert case.not_reported.words == "Mine: every stage has a step, and nothing else is said to be missing."
    assert case.not_reported.value == 0
