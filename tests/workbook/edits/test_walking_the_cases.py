"""The example walked along the steps its cases report: what the content meets, and what is overridden."""

import datetime as dt
from collections.abc import Iterable

import pytest

from tests.exports.reports import ReadBack, read_back
from workbook.analysis.lifecycle.findings import lifecycle
from workbook.analysis.lifecycle.gates import way
from workbook.edits.lifecycle import MoveRefused, move
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.lifecycle import Lifecycle, Move
from workbook.model.vocabulary import STAGES, LifecyclePlace
from workbook.model.workbook import Workbook
from workbook.persistence.example import example_workbook

LIBRARY = load()
EXAMPLE = example_workbook()
FLORAHOLLAND, FLOWMINDER = "floraholland-worked", "flowminder-worked"
BEGUN = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)
NOT_REPORTED = "Not reported."

# What the source reports, and what stands in the drafts, by hand.
FRAMED = ["frame.problem", "frame.data_sought", "frame.public_value", "frame.dimensions"]
ALIGNED = ["alignment.legal", "alignment.it", "alignment.procedural"]


def _interests(*stakeholders: str) -> list[str]:
    """The two roles, then each stakeholder's weights and its situation without an agreement."""
    each = [f"interests.{what}.{who}" for who in stakeholders for what in ("weighted", "without")]
    return ["interests.provider", "interests.user", *each]


def _of_flows(*flows: str) -> list[str]:
    return [
        f"sharing.{what}.{flow}" for flow in flows for what in ("start_date", "legal_basis", "safeguards")
    ]


FLORAHOLLAND_STEPS: list[tuple[LifecyclePlace, list[str], list[str]]] = [
    ("interests", FRAMED, []),
    (
        "win_wins",
        _interests("fh-floraholland", "fh-partners", "fh-customs", "fh-members", "fh-exporters"),
        [],
    ),
    ("business_case", ["win_wins.chosen", "win_wins.win_win"], []),
    (
        "alignment",
        [
            "business_case.benefit.fh-floraholland",
            "business_case.written.fh-floraholland",
            "business_case.agreed.fh-floraholland",
            "business_case.benefit.fh-partners",
        ],
        [
            "business_case.owner.fh-floraholland",
            "business_case.written.fh-partners",
            "business_case.owner.fh-partners",
            "business_case.agreed.fh-partners",
        ],
    ),
    ("sharing", [], ALIGNED),
    ("scale_up", [], _of_flows("fh-f-floraholland", "fh-f-partners")),
]
FLOWMINDER_STEPS: list[tuple[LifecyclePlace, list[str], list[str]]] = [
    ("interests", FRAMED, []),
    (
        "sharing",
        [
            *_interests(
                "fm-ncell", "fm-flowminder", "fm-responders", "fm-government", "fm-population", "fm-users"
            ),
            "win_wins.chosen",
            "win_wins.win_win",
            "business_case.benefit.fm-ncell",
        ],
        [
            "business_case.written.fm-ncell",
            "business_case.owner.fm-ncell",
            "business_case.agreed.fm-ncell",
            *ALIGNED,
        ],
    ),
]
WALKS = pytest.mark.parametrize(
    ("draft_id", "steps"),
    [(FLORAHOLLAND, FLORAHOLLAND_STEPS), (FLOWMINDER, FLOWMINDER_STEPS)],
    ids=["floraholland", "flowminder"],
)
Steps = list[tuple[LifecyclePlace, list[str], list[str]]]


def _unwalked(draft_id: str) -> Workbook:
    """The example with one draft alone, which has not moved yet."""
    draft = EXAMPLE.draft(draft_id)
    events = draft.lifecycle.events
    return EXAMPLE.replace(drafts=(draft.replace(lifecycle=Lifecycle(events=events)),), snapshots=())


def _step(workbook: Workbook, to: LifecyclePlace, overridden: Iterable[str], hour: int = 0) -> Workbook:
    return move(
        workbook,
        workbook.drafts[0].id,
        to,
        library=LIBRARY,
        at=BEGUN + dt.timedelta(hours=hour),
        by="Facilitator",
        because="As the source reports.",
        overridden=dict.fromkeys(overridden, NOT_REPORTED),
    )


def _walked(draft_id: str, steps: Steps) -> Workbook:
    workbook = _unwalked(draft_id)
    for hour, (to, _, overridden) in enumerate(steps):
        workbook = _step(workbook, to, overridden, hour)
    return workbook


def _log(moves: Iterable[Move]) -> list[tuple[str, list[str], list[str]]]:
    return [(each.to, list(each.held), [over.condition for over in each.overridden]) for each in moves]


@WALKS
def test_the_content_meets_what_is_reported_and_the_rest_is_overridden_as_not_reported(
    draft_id: str, steps: Steps
) -> None:
    log = _walked(draft_id, steps).drafts[0].lifecycle.moves
    assert _log(log) == steps
    assert {over.because for each in log for over in each.overridden} == {NOT_REPORTED}


@WALKS
def test_no_step_can_be_taken_without_saying_that_something_is_not_reported(
    draft_id: str, steps: Steps
) -> None:
    workbook = _unwalked(draft_id)
    for to, _, overridden in steps:
        for left_out in overridden:
            with pytest.raises(MoveRefused) as refused:
                _step(workbook, to, [each for each in overridden if each != left_out])
            assert [each.id for each in refused.value.unmet] == [left_out]
        workbook = _step(workbook, to, overridden)


@WALKS
def test_the_log_in_the_example_is_what_the_program_makes_of_the_same_steps(
    draft_id: str, steps: Steps
) -> None:
    assert _log(EXAMPLE.draft(draft_id).lifecycle.moves) == steps


@WALKS
def test_every_step_keeps_the_draft_as_it_stood_before(draft_id: str, steps: Steps) -> None:
    stood = [snapshot.draft.lifecycle.stage for snapshot in _walked(draft_id, steps).snapshots]
    assert stood == ["frame", *(to for to, _, _ in steps[:-1])]


def test_the_flowers_pass_every_stage_the_source_reports_and_come_to_stand_at_scale_up() -> None:
    draft = _walked(FLORAHOLLAND, FLORAHOLLAND_STEPS).drafts[0]
    assert draft.lifecycle.stage == "scale_up"
    passed = ["frame", *(each.to for each in draft.lifecycle.moves)]
    assert passed == list(STAGES[:-1])
    reported = [step.stage for step in LIBRARY.case("floraholland").process]
    assert passed[1:] == reported


def test_relief_in_nepal_goes_from_the_refusal_to_the_sharing_once_the_earthquake_has_hit() -> None:
    draft = _walked(FLOWMINDER, FLOWMINDER_STEPS).drafts[0]
    assert draft.lifecycle.stage == "sharing"
    (trigger,) = (each for each in draft.lifecycle.events if each.kind == "urgency")
    assert trigger.on == dt.date(2015, 4, 25)
    passed = [each.to for each in draft.lifecycle.moves]
    reported = [step.stage for step in LIBRARY.case("flowminder").process]
    assert reported == ["interests", "trigger", "sharing", "sharing", "closed"]
    assert passed == ["interests", "sharing"]


def test_relief_in_nepal_can_be_closed_as_its_case_was_because_reason_and_lessons_are_written() -> None:
    draft = EXAMPLE.draft(FLOWMINDER)
    workbook = _walked(FLOWMINDER, FLOWMINDER_STEPS)
    told = draft.lifecycle.replace(moves=workbook.drafts[0].lifecycle.moves)
    workbook = workbook.replace(drafts=(draft.replace(lifecycle=told),))
    closed = _step(workbook, "closed", []).drafts[0].lifecycle
    assert closed.stage == "closed"
    assert _log(closed.moves[-1:]) == [("closed", ["renewal.reason", "renewal.lessons"], [])]


def test_beyond_scale_up_every_benefit_of_the_flowers_waits_for_a_measurement() -> None:
    draft = EXAMPLE.draft(FLORAHOLLAND)
    ahead = way(draft, "renewal", LIBRARY)
    (opened,) = (each for each in draft.scenarios if each.id == draft.chosen_scenario)
    assert [each.id for each in ahead] == [f"scale_up.measured.{each.id}" for each in opened.benefits]
    assert len(ahead) == 7
    assert all(each.is_unmet for each in ahead)


def test_beyond_the_sharing_in_nepal_nobody_knows_start_legal_basis_and_safeguards() -> None:
    ahead = way(EXAMPLE.draft(FLOWMINDER), "scale_up", LIBRARY)
    assert [each.id for each in ahead if each.is_unmet] == _of_flows("fm-f-records", "fm-f-insights")


def test_new_york_state_waits_for_a_chosen_win_win() -> None:
    draft = EXAMPLE.draft("nys-worked")
    assert draft.lifecycle.stage == "interests"
    asked = way(draft, "business_case", LIBRARY)
    assert [each.id for each in asked if each.is_unmet] == ["win_wins.chosen", "win_wins.win_win"]


def test_the_path_that_the_platform_suggests_is_the_one_the_flowers_took_and_renewal_comes_next() -> None:
    (suggested,) = lifecycle(EXAMPLE.draft(FLORAHOLLAND), LIBRARY).suggested
    assert suggested.platform == "resource_dependence"
    assert {"business_case", "alignment"} <= set(suggested.stages)
    passed = ["frame", *(to for to, _, _ in FLORAHOLLAND_STEPS)]
    assert passed == [stage for stage in suggested.stages if stage in passed]


def test_the_short_path_of_a_social_issue_is_suggested_for_relief_in_nepal() -> None:
    (suggested,) = lifecycle(EXAMPLE.draft(FLOWMINDER), LIBRARY).suggested
    assert suggested.platform == "social_issue"
    assert not {"business_case", "alignment"} & set(suggested.stages)
    assert "sharing" in suggested.stages


@pytest.mark.parametrize("draft", EXAMPLE.drafts, ids=lambda draft: str(draft.id))
def test_without_a_review_date_each_is_said_to_tend_to_stay_one_off(draft: Draft) -> None:
    review = lifecycle(draft, LIBRARY, dt.date(2027, 3, 1)).review
    assert review is not None
    assert review.words == "No review date: such partnerships tend to stay one-off."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    """The report on the example with a draft of one's own that was only just begun."""
    begun = EXAMPLE.replace(drafts=(*EXAMPLE.drafts, Draft(id="d-new", name="Our own")))
    return read_back(tmp_path_factory.mktemp("report") / "report.xlsx", begun)


def test_both_paths_stand_in_the_report_beside_a_new_draft_and_the_cases(report: ReadBack) -> None:
    rows = {row["Stage"]: row for row in report.rows("Timeline")}
    names = {stage: LIBRARY.stage(stage).name for stage in (*STAGES, "trigger")}
    passed = {
        "Flowers from Kenya": ["Frame", *(names[to] for to, _, _ in FLORAHOLLAND_STEPS)],
        "Relief in Nepal": ["Frame", *(names[to] for to, _, _ in FLOWMINDER_STEPS)],
        "Local food (envisaged)": ["Frame", "Interests"],
        "Our own": ["Frame"],
    }
    for draft, stages in passed.items():
        told = [names[stage] for stage in STAGES if rows[names[stage]][draft] != "Not visited yet."]
        assert told == stages, draft
        assert "It stands here." in rows[stages[-1]][draft], draft
    assert rows[names["trigger"]]["Relief in Nepal"].startswith("25 April 2015, urgency: An earthquake")
    assert rows[names["trigger"]]["Our own"] == "No event written yet."
    assert "[Susha et al. 2019, section 1; order and stage ours]" in rows["Sharing"]["Case: FloraHolland"]
    assert "one time only" in rows["Sharing"]["Case: Flowminder"]
    assert rows["Sharing"]["Case: New York State (envisaged)"].startswith("Expected only: ")


def test_the_report_says_what_was_overridden_and_that_it_is_not_reported(report: ReadBack) -> None:
    rows = report.rows("Lifecycle")
    overridden = [(row["Draft"], row["Why"]) for row in rows if row["State"] == "Overridden"]
    # By hand: 4 + 3 + 6 of the flowers, 3 + 3 of the relief.
    assert [draft for draft, _ in overridden] == ["Flowers from Kenya"] * 13 + ["Relief in Nepal"] * 6
    assert all(why.startswith("Not reported") for _, why in overridden)
