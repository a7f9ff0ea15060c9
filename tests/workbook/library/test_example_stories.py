"""The stories of the example: what its scores say under the exact rules is what the sources report."""

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from workbook.library.citations import sources_cited
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Stakeholder
from workbook.persistence.example import example_workbook

WORKBOOK = example_workbook()
SECTION = r"(?:4|5\.1|5\.2|5\.3|6)"
PLACE = rf"sections? {SECTION}(?: and {SECTION})?|(?:section {SECTION} and )?Table [345]"

SCALE = (-3, 3)
"""What a score nobody gave may turn out to be."""

Net = tuple[Fraction, Fraction]

each_draft = pytest.mark.parametrize("draft", WORKBOOK.drafts, ids=lambda draft: str(draft.id))


def _scores(draft: Draft) -> Iterator[tuple[Scenario, Score]]:
    for scenario in draft.scenarios:
        for score in scenario.scores:
            yield scenario, score


def _net(stakeholder: Stakeholder, scenario: Scenario, *, equal_weights: bool = False) -> Net:
    """The net value, at the worst and at the best that scores nobody gave may still be."""
    scored = {score.interest: score.value for score in scenario.scores}
    total = low = high = Fraction()
    for interest in stakeholder.interests:
        assert interest.weight
        weight = Fraction(1) if equal_weights else Fraction(repr(interest.weight))
        value = scored.get(interest.id)
        low += weight * Fraction(SCALE[0] if value is None else repr(value))
        high += weight * Fraction(SCALE[1] if value is None else repr(value))
        total += weight
    return low / total, high / total


def _nets(
    draft: Draft, scenario_id: str, standing: str = "party", *, equal_weights: bool = False
) -> list[Net]:
    scenario = next(each for each in draft.scenarios if each.id == scenario_id)
    holders = [each for each in draft.stakeholders if each.standing == standing]
    return [_net(each, scenario, equal_weights=equal_weights) for each in holders]


def _known(*values: Fraction | int) -> list[Net]:
    return [(Fraction(value), Fraction(value)) for value in values]


def _verdict(nets: list[Net]) -> str:
    if min(high for _, high in nets) < 0:
        return "somebody loses"
    if min(low for low, _ in nets) < 0:
        return "not yet known"
    return "win-win" if max(low for low, _ in nets) > 0 else "no different"


def _worth_asking(draft: Draft) -> str:
    """The unscored cell of a party, where gain or loss is open, with the largest share of its weights."""
    cells: dict[str, Fraction] = {}
    for scenario in draft.scenarios:
        scored = {score.interest for score in scenario.scores if score.value is not None}
        for party in draft.stakeholders:
            low, high = _net(party, scenario)
            if party.standing == "party" and low <= 0 < high:
                total = sum(interest.weight or 0 for interest in party.interests)
                for interest in party.interests:
                    if interest.id not in scored:
                        cells[interest.id] = Fraction(repr(interest.weight)) / Fraction(repr(total))
    assert sorted(cells.values())[-2:] != [max(cells.values())] * 2, "a tie"
    return max(cells, key=lambda interest: cells[interest])


# ------------------------------------------------------------------------------------------------- the scores


@each_draft
def test_every_party_and_everybody_affected_has_a_score_or_a_reason_why_not(draft: Draft) -> None:
    asked = {i.id for s in draft.stakeholders if s.standing != "context" for i in s.interests}
    for scenario in draft.scenarios:
        assert {score.interest for score in scenario.scores} == asked


@each_draft
def test_every_score_is_an_illustration_of_ours_with_a_citation(draft: Draft, library: Library) -> None:
    for scenario, score in _scores(draft):
        at = f"{scenario.id}/{score.interest}"
        assert score.basis == "illustration", at
        assert score.evidence, at
        cited = {source.id for source in sources_cited(score.citation, library.sources)}
        assert cited == {"susha_2019", "our_coding"}, at
        place = re.sub(r"^Our coding, after |; coding ours$", "", score.citation)
        assert re.fullmatch(rf"Susha et al\. 2019, (?:{PLACE})", place), at


@each_draft
def test_a_score_that_only_follows_the_source_says_that_it_is_not_reported(draft: Draft) -> None:
    for scenario, score in _scores(draft):
        if score.citation.startswith("Our coding, after "):
            assert re.search(r"Not scored|our illustration|our reading", score.evidence), (
                f"{scenario.id}/{score.interest}"
            )


@each_draft
def test_a_missing_score_says_why_and_a_given_one_does_not_claim_to_be_missing(draft: Draft) -> None:
    for scenario, score in _scores(draft):
        missing = score.evidence.startswith("Not scored: ")
        assert missing == (score.value is None), f"{scenario.id}/{score.interest}"


@each_draft
def test_weights_and_scores_are_said_to_be_ours(draft: Draft) -> None:
    assert "Scores and weights are our illustration" in draft.summary
    notes = [note.text for note in draft.record if "Scores and weights are our illustration" in note.text]
    assert len(notes) == 1
    assert "Equal weights give the same verdicts." in notes[0]


@each_draft
def test_equal_weights_give_the_same_verdicts(draft: Draft) -> None:
    for scenario in draft.scenarios:
        given, equal = (_nets(draft, scenario.id, equal_weights=each) for each in (False, True))
        assert _verdict(given) == _verdict(equal), scenario.id


# ------------------------------------------------------------------------------------------------ the stories


def test_before_the_business_case_only_customs_knows_what_it_would_gain() -> None:
    draft = WORKBOOK.draft("floraholland-worked")
    # By hand, with x, y, z from -3 to 3: FloraHolland (4x + 2y + z - 2)/9, partners (2x + 2y - 1)/5; and
    # for Customs 3/6.
    nets = _nets(draft, "fh-before")
    assert nets == [
        (Fraction(-23, 9), Fraction(19, 9)),
        (Fraction(-13, 5), Fraction(11, 5)),
        (Fraction(1, 2), Fraction(1, 2)),
    ]
    assert _verdict(nets) == "not yet known"


def test_before_the_business_case_the_next_question_is_about_the_gain_of_the_business() -> None:
    draft = WORKBOOK.draft("floraholland-worked")
    assert _worth_asking(draft) == "fh-i-logistics"
    assert draft.stakeholders[0].name == "FloraHolland"
    assert "fh-i-logistics" in {interest.id for interest in draft.stakeholders[0].interests}


def test_with_the_business_case_and_the_alignment_everyone_gains() -> None:
    draft = WORKBOOK.draft("floraholland-worked")
    # By hand: FloraHolland (8 + 4 + 1 - 2)/9, partners (2 + 2 - 1)/5, Customs (6 + 4 - 2)/6.
    nets = _nets(draft, "fh-aligned")
    assert nets == _known(Fraction(11, 9), Fraction(3, 5), Fraction(4, 3))
    assert _nets(draft, "fh-aligned", "affected") == _known(2, 1)
    assert sum(low for low, _ in nets) == Fraction(142, 45)
    assert draft.chosen_scenario == "fh-aligned"


def test_whatever_business_answers_the_opened_scenario_is_best_for_whoever_is_worst_off() -> None:
    draft = WORKBOOK.draft("floraholland-worked")
    at_best = min(high for _, high in _nets(draft, "fh-before"))
    assert at_best == Fraction(1, 2)
    assert at_best < min(low for low, _ in _nets(draft, "fh-aligned"))


def test_alignment_is_reported_in_kind_only_and_the_business_case_of_the_company_as_made() -> None:
    (opened,) = (each for each in WORKBOOK.draft("floraholland-worked").scenarios if each.id == "fh-aligned")
    assert [action.kind for action in opened.alignment_actions] == ["legal", "it", "procedural"]
    assert [(each.stakeholder, each.decision, each.owner) for each in opened.business_cases] == [
        ("fh-floraholland", "agreed", ""),
        ("fh-partners", "open", ""),
    ]


def test_before_the_business_case_business_only_gives() -> None:
    before = WORKBOOK.draft("floraholland-worked").scenarios[0]
    assert {benefit.stakeholder for benefit in before.benefits} == {"fh-customs"}


def test_before_the_earthquake_the_operator_would_have_lost() -> None:
    draft = WORKBOOK.draft("flowminder-worked")
    # By hand: NCell (0 + 2 + 0 - 6)/10, Flowminder (3 + 1)/4.
    nets = _nets(draft, "fm-before")
    assert nets == _known(Fraction(-2, 5), 1)
    assert sum(low for low, _ in nets) == Fraction(3, 5)
    assert _verdict(nets) == "somebody loses"


def test_what_would_have_brought_the_operator_in_is_something_urgent_to_help_with() -> None:
    draft = WORKBOOK.draft("flowminder-worked")
    before, operator = draft.scenarios[0], draft.stakeholders[0]
    raised = {
        interest.id: before.replace(
            scores=tuple(
                score.replace(value=(score.value or 0) + 1) if score.interest == interest.id else score
                for score in before.scores
            )
        )
        for interest in operator.interests
    }
    # By hand: it lacks 4/10, and one point on helping weighs 4/10; on anything else it weighs less.
    after_one_point = {interest: _net(operator, scenario)[0] for interest, scenario in raised.items()}
    assert after_one_point == {
        "fm-i-help": 0,
        "fm-i-image": Fraction(-1, 5),
        "fm-i-insight": Fraction(-3, 10),
        "fm-i-exposure": Fraction(-1, 10),
    }


def test_after_the_earthquake_both_partners_gain_and_nobody_asked_the_users() -> None:
    draft = WORKBOOK.draft("flowminder-worked")
    # By hand: NCell (12 + 4 + 1 - 6)/10, Flowminder (9 + 1)/4.
    assert _nets(draft, "fm-after") == _known(Fraction(11, 10), Fraction(5, 2))
    # Responders, government, population; the users in the end.
    unknown: Net = (Fraction(-3), Fraction(3))
    assert _nets(draft, "fm-after", "affected") == [*_known(2, 2, 1), unknown]
    assert _nets(draft, "fm-before", "affected") == [*_known(0, 0, 0), unknown]
    assert draft.chosen_scenario == "fm-after"


def test_the_exposure_of_the_operator_is_the_same_before_and_after() -> None:
    scored = _scores(WORKBOOK.draft("flowminder-worked"))
    scores = [score.value for _, score in scored if score.interest == "fm-i-exposure"]
    assert scores == [-2, -2]


def test_the_many_requests_and_then_the_earthquake_are_in_the_log() -> None:
    events = WORKBOOK.draft("flowminder-worked").lifecycle.events
    assert [(each.kind, each.on) for each in events] == [
        ("pressure", None),
        ("urgency", dt.date(2015, 4, 25)),
    ]


def test_in_new_york_promotion_alone_is_the_situation_without_agreement() -> None:
    draft = WORKBOOK.draft("nys-worked")
    assert _nets(draft, "nys-promotion") == _known(0, 0, 0, 0)
    assert _nets(draft, "nys-promotion", "affected") == _known(0)
    (promotion,) = (each for each in draft.scenarios if each.id == "nys-promotion")
    for score in promotion.scores:
        assert (score.low, score.high) == (0, 0)  # by what 0 means: there is nothing to be unsure of
        assert "already" in score.evidence


def test_in_new_york_three_are_expected_to_gain_and_of_the_intermediaries_nothing_is_known() -> None:
    draft = WORKBOOK.draft("nys-worked")
    # By hand: farms (6 - 2)/5, intermediaries x, buyers (4 + 4 + x)/5, state (4 + 1)/3; the public (1 + 1)/2.
    nets = _nets(draft, "nys-traceability")
    assert nets == [
        (Fraction(4, 5), Fraction(4, 5)),
        (Fraction(-3), Fraction(3)),
        (Fraction(1), Fraction(11, 5)),
        (Fraction(5, 3), Fraction(5, 3)),
    ]
    assert _nets(draft, "nys-traceability", "affected") == _known(1)
    assert _verdict(nets) == "not yet known"
    assert _worth_asking(draft) == "nys-i-intermediaries"


# ---------------------------------------------------------------------------------------- stages and moments


def test_each_draft_stands_where_its_source_leaves_it() -> None:
    stages = [draft.lifecycle.stage for draft in WORKBOOK.drafts]
    assert stages == ["scale_up", "sharing", "interests"]


@each_draft
def test_the_log_gives_no_date_that_the_source_does_not_give(draft: Draft) -> None:
    assert draft.lifecycle.moves
    for each in draft.lifecycle.moves:
        assert each.at.date() == dt.date(2026, 11, 23), "the day on which the example was written"
        assert each.because.startswith("Undated: ")  # the first words are all that a narrow picture shows
        assert "The source gives no date: this is the day on which the example was written." in each.because
        assert re.search(r"\(Susha et al\. 2019, section (?:1|5\.\d)", each.because), each.id
        assert each.by == "Authors of the example"


@each_draft
def test_its_lessons_are_those_of_the_source(draft: Draft) -> None:
    assert re.search(
        r" \(Susha et al\. 2019, section 5\.[123](?:; question ours)?\)\.$", draft.lifecycle.lessons
    )


@each_draft
def test_what_was_overridden_is_said_to_be_not_reported(draft: Draft) -> None:
    reasons = [over.because for each in draft.lifecycle.moves for over in each.overridden]
    assert all(reason.startswith("Not reported") for reason in reasons)
    assert bool(reasons) == (draft.id != "nys-worked")


def test_the_one_snapshot_holds_the_flowers_as_they_stood_when_the_search_for_win_wins_began() -> None:
    (snapshot,) = WORKBOOK.snapshots
    now = WORKBOOK.draft("floraholland-worked")
    assert (snapshot.draft.id, snapshot.reason) == (now.id, "move")
    assert "our illustration" in snapshot.name
    assert snapshot.draft.lifecycle.stage == "interests"
    assert snapshot.at == now.lifecycle.moves[1].at
    assert [each.id for each in snapshot.draft.scenarios] == ["fh-before"]
    assert snapshot.draft.lifecycle.lessons == ""
    assert snapshot.draft.stakeholders == now.stakeholders


def test_between_the_two_moments_the_flowers_go_from_not_yet_known_to_a_gain_for_everyone() -> None:
    (snapshot,) = WORKBOOK.snapshots
    then, now = snapshot.draft, WORKBOOK.draft("floraholland-worked")
    assert (then.chosen_scenario, now.chosen_scenario) == ("fh-before", "fh-aligned")
    assert _verdict(_nets(then, "fh-before")) == "not yet known"
    assert _verdict(_nets(now, "fh-aligned")) == "win-win"
