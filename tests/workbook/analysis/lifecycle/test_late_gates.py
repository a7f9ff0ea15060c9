"""The gates from the business case to renewal: what they ask of the chosen scenario, and when it is there."""

import pytest

from tests.workbook.analysis.designs import LIBRARY, mix
from tests.workbook.analysis.lifecycle.ready import READY, SOCIAL, asked, at_stage, but
from workbook.analysis.lifecycle.gates import gate
from workbook.model.vocabulary import DIMENSIONS, StageId

POOL = "drafts/ours/scenarios/pool"
CASE = "scenarios/pool/business_cases/growers"
NOT_CHOSEN = but(("chosen_scenario", None))
LATE: tuple[StageId, ...] = ("business_case", "alignment", "sharing", "scale_up")

BUSINESS_CASE = {
    "business_case.benefit.growers": "1 private benefit for it in writing.",
    "business_case.written.growers": "It is written.",
    "business_case.owner.growers": "Its owner is Ana.",
    "business_case.agreed.growers": "It agreed.",
}


def unmet(found: dict[str, object]) -> list[str]:
    return [each for each, condition in found.items() if getattr(condition, "is_unmet", False)]


def test_a_business_case_asks_four_things_for_each_data_provider_and_nobody_else() -> None:
    found = asked(READY, "business_case")
    assert {each.id: each.because for each in found.values()} == BUSINESS_CASE
    assert {each.state for each in found.values()} == {"met"}
    both = but(("stakeholders/agency/roles", ("data_user", "data_provider")))
    assert list(asked(both, "business_case"))[4:] == [
        "business_case.benefit.agency",
        "business_case.written.agency",
        "business_case.owner.agency",
        "business_case.agreed.agency",
    ]


@pytest.mark.parametrize(
    ("path", "value", "condition", "because", "address"),
    [
        ("benefits/price/text", "", "benefit", "Nothing is written yet.", "benefits"),
        ("benefits/price/value", "public", "benefit", "Nothing is written yet.", "benefits"),
        ("benefits/price/value", None, "benefit", "Nothing is written yet.", "benefits"),
        ("benefits/price/stakeholder", "agency", "benefit", "Nothing is written yet.", "benefits"),
        ("business_cases/growers/text", " ", "written", "Nothing is written yet.", "text"),
        ("business_cases/growers/owner", "", "owner", "Nobody is named yet.", "owner"),
        ("business_cases/growers/decision", "open", "agreed", "It has not decided yet.", "decision"),
        ("business_cases/growers/decision", "refused", "agreed", "It refused.", "decision"),
    ],
)
def test_each_thing_a_business_case_lacks_holds_the_gate_up(
    path: str, value: object, condition: str, because: str, address: str
) -> None:
    found = asked(but((f"scenarios/pool/{path}", value)), "business_case")
    its_id = f"business_case.{condition}.growers"
    assert unmet(dict(found)) == [its_id]
    where = f"{POOL}/benefits" if address == "benefits" else f"{POOL}/business_cases/growers/{address}"
    assert (found[its_id].because, found[its_id].address) == (because, where)


def test_a_benefit_of_both_kinds_of_value_counts_as_private() -> None:
    both = but(("scenarios/pool/benefits/price/value", "both"))
    assert asked(both, "business_case")["business_case.benefit.growers"].state == "met"


def test_without_any_business_case_what_is_missing_leads_to_the_list_of_them() -> None:
    found = asked(but(("scenarios/pool/business_cases", ())), "business_case")
    assert unmet(dict(found)) == list(BUSINESS_CASE)[1:]
    assert {found[each].address for each in unmet(dict(found))} == {f"{POOL}/business_cases"}


def test_without_a_data_provider_there_is_nobody_to_make_a_case_for() -> None:
    (found,) = asked(but(("stakeholders/growers/roles", ())), "business_case").values()
    assert (found.id, found.state) == ("business_case.provider", "not_met")
    assert (found.because, found.address) == ("Nobody is a data provider yet.", "drafts/ours/stakeholders")


def test_alignment_asks_for_one_action_of_each_kind() -> None:
    found = asked(READY, "alignment")
    assert {each: condition.because for each, condition in found.items()} == {
        "alignment.legal": "1 legal action, done or not needed.",
        "alignment.it": "1 IT action, done or not needed.",
        "alignment.procedural": "1 procedural action, done or not needed.",
    }
    assert {each.state for each in found.values()} == {"met"}
    none = asked(but(("scenarios/pool/alignment_actions", ())), "alignment")
    assert [each.because for each in none.values()] == [
        "There is no legal action yet.",
        "There is no IT action yet.",
        "There is no procedural action yet.",
    ]
    assert {(each.state, each.address) for each in none.values()} == {
        ("not_met", f"{POOL}/alignment_actions")
    }


@pytest.mark.parametrize(
    ("action", "field", "value", "kind", "because", "leads_to"),
    [
        ("contract", "status", "open", "legal", "Still open: “Contract”.", "status"),
        ("contract", "status", "under_way", "legal", "Still open: “Contract”.", "status"),
        ("release", "status", "open", "procedural", "Still open: “Release”.", "status"),
        ("mailbox", "because", "", "it", "Not needed, without a reason: “Mailbox”.", "because"),
    ],
)
def test_an_action_that_is_neither_done_nor_left_out_with_a_reason_holds_the_gate_up(  # noqa: PLR0913, PLR0917 - a row of the table
    action: str, field: str, value: str, kind: str, because: str, leads_to: str
) -> None:
    found = asked(but((f"scenarios/pool/alignment_actions/{action}/{field}", value)), "alignment")
    assert unmet(dict(found)) == [f"alignment.{kind}"]
    condition = found[f"alignment.{kind}"]
    assert (condition.because, condition.address) == (
        because,
        f"{POOL}/alignment_actions/{action}/{leads_to}",
    )


def test_every_action_of_a_kind_has_to_be_settled_not_only_one() -> None:
    two = but(("scenarios/pool/alignment_actions/release/kind", "legal"))
    found = asked(two, "alignment")
    assert found["alignment.legal"].because == "2 legal actions, done or not needed."
    assert unmet(dict(found)) == ["alignment.procedural"]
    one_open = but(("scenarios/pool/alignment_actions/release/status", "open"), draft=two)
    assert "alignment.legal" in unmet(dict(asked(one_open, "alignment")))


@pytest.mark.parametrize("stage", ["business_case", "alignment"])
def test_a_social_issue_design_without_a_private_benefit_is_not_asked_for_case_and_alignment(
    stage: StageId,
) -> None:
    found = asked(SOCIAL, stage).values()
    assert {each.state for each in found} == {"not_applicable"}
    assert {each.because for each in found} == {
        "No private benefit is claimed, and the design resembles a social-issue platform."
    }
    name = {"business_case": "Business case", "alignment": "Alignment"}[stage]
    assert gate(SOCIAL, stage, LIBRARY).finding.words == f"The gate out of {name} is not applicable here."
    nobody = but(("stakeholders/growers/roles", ()), draft=SOCIAL)
    assert {each.state for each in asked(nobody, stage).values()} == {"not_applicable"}


@pytest.mark.parametrize("value", ["private", "both"])
def test_a_social_issue_design_that_claims_a_private_benefit_is_asked(value: str) -> None:
    claimed = but(("scenarios/pool/benefits/relief/value", value), draft=SOCIAL)
    assert {each.state for each in asked(claimed, "alignment").values()} == {"not_met"}
    assert {each.state for each in asked(claimed, "business_case").values()} == {"not_met"}


def test_a_private_benefit_of_another_scenario_counts_until_one_is_chosen() -> None:
    other = {"id": "other", "benefits": [{"id": "image", "text": "Image.", "value": "private"}]}
    both = but(("scenarios", (*SOCIAL.scenarios, other)), draft=SOCIAL)
    assert {each.state for each in asked(both, "alignment").values()} == {"not_applicable"}
    undecided = but(("chosen_scenario", None), draft=both)
    assert {each.state for each in asked(undecided, "alignment").values()} == {"not_met"}


@pytest.mark.parametrize(
    ("issue", "sector", "state"), [(58, 42, "not_applicable"), (57, 43, "not_met"), (50, 50, "not_met")]
)
def test_a_design_counts_as_social_issue_from_a_lead_of_15_of_100(
    issue: int, sector: int, state: str
) -> None:
    # The lead is 16, 14 and 0 of 100.
    mixed = [(f"dimensions/{each}", mix((0, issue, sector))) for each in DIMENSIONS]
    found = asked(but(*mixed, draft=SOCIAL), "alignment")
    assert {each.state for each in found.values()} == {state}


def test_a_design_that_nobody_characterised_is_asked_for_everything() -> None:
    blank = [(f"dimensions/{each}", {"mix": None}) for each in DIMENSIONS]
    found = asked(but(*blank, draft=SOCIAL), "alignment")
    assert {each.state for each in found.values()} == {"not_met"}


def test_sharing_asks_three_things_of_each_flow_the_chosen_scenario_uses() -> None:
    found = asked(READY, "sharing")
    assert {each: (c.words, c.because) for each, c in found.items()} == {
        "sharing.start_date.yields": (
            "A start date for the data from Growers to Agency",
            "From 2027-05-01 on.",
        ),
        "sharing.legal_basis.yields": ("A legal basis for the data from Growers to Agency", "It is written."),
        "sharing.safeguards.yields": ("Safeguards for the data from Growers to Agency", "It is written."),
    }
    assert {each.state for each in found.values()} == {"met"}


@pytest.mark.parametrize(
    ("field", "nothing", "because"),
    [
        ("start_date", None, "No date is set yet."),
        ("legal_basis", "", "Nothing is written yet."),
        ("legal_basis", "Not reported", "Nothing is written yet."),
        ("safeguards", " ", "Nothing is written yet."),
    ],
)
def test_a_flow_without_date_legal_basis_or_safeguards_holds_the_gate_up(
    field: str, nothing: object, because: str
) -> None:
    found = asked(but((f"data_flows/yields/{field}", nothing)), "sharing")
    assert unmet(dict(found)) == [f"sharing.{field}.yields"]
    condition = found[f"sharing.{field}.yields"]
    assert (condition.because, condition.address) == (because, f"drafts/ours/data_flows/yields/{field}")


def test_a_scenario_without_a_flow_has_nothing_to_share() -> None:
    (found,) = asked(but(("scenarios/pool/data_flows", ())), "sharing").values()
    assert (found.id, found.state) == ("sharing.data_flow", "not_met")
    assert found.because == "The chosen scenario uses no data flow yet."
    assert found.address == f"{POOL}/data_flows"


@pytest.mark.parametrize(
    ("changes", "called"),
    [
        ([], "the data from Growers to Agency"),
        ([("data_flows/yields/to_stakeholder", None)], "“Yields by field”"),
        (
            [("data_flows/yields/to_stakeholder", None), ("data_flows/yields/data", "")],
            "the data flow yields",
        ),
        (
            [
                ("data_flows/unused/from_stakeholder", "growers"),
                ("data_flows/unused/to_stakeholder", "agency"),
            ],
            "the data from Growers to Agency (“Yields by field”)",
        ),
    ],
)
def test_a_flow_is_called_so_that_it_can_be_told_from_others(
    changes: list[tuple[str, object]], called: str
) -> None:
    found = asked(but(*changes), "sharing")["sharing.safeguards.yields"]
    assert found.words == f"Safeguards for {called}"


def test_scale_up_asks_for_a_measured_value_of_each_benefit_or_the_reason_why_not() -> None:
    found = asked(READY, "scale_up")
    assert {each: c.because for each, c in found.items()} == {
        "scale_up.measured.price": "Written: “3 % more”.",
        "scale_up.measured.maps": "Written: “Not measured: the pilot was too short”.",
    }
    assert {each.state for each in found.values()} == {"met"}
    for nothing in ("", "Not reported."):
        missing = asked(but(("scenarios/pool/benefits/maps/measured", nothing)), "scale_up")
        assert unmet(dict(missing)) == ["scale_up.measured.maps"]
        assert missing["scale_up.measured.maps"].because == "Neither a value nor a reason yet."
        assert missing["scale_up.measured.maps"].address == f"{POOL}/benefits/maps/measured"


def test_where_there_is_no_benefit_there_is_nothing_to_scale_up() -> None:
    (found,) = asked(but(("scenarios/pool/benefits", ())), "scale_up").values()
    assert (found.id, found.because) == ("scale_up.benefit", "The chosen scenario has no benefit yet.")
    assert found.is_unmet


@pytest.mark.parametrize("stage", LATE)
def test_without_a_chosen_scenario_every_late_gate_leads_to_the_choice(stage: StageId) -> None:
    found = asked(NOT_CHOSEN, stage)
    assert found
    assert {(each.state, each.because, each.address) for each in found.values()} == {
        ("not_met", "No scenario is chosen yet.", "drafts/ours/chosen_scenario")
    }


def test_closing_asks_for_the_lessons_and_for_a_reason_that_comes_with_the_move() -> None:
    reason, lessons = gate(READY, "renewal", LIBRARY).conditions
    assert (reason.id, reason.state) == ("renewal.reason", "not_met")
    assert reason.because == "It is given together with the move."
    assert (lessons.id, lessons.state, lessons.address) == (
        "renewal.lessons",
        "met",
        "drafts/ours/lifecycle/lessons",
    )
    given, _ = gate(READY, "renewal", LIBRARY, because="The project ended.").conditions
    assert (given.state, given.because) == ("met", "Given: “The project ended”.")
    _, none = gate(but(("lifecycle/lessons", "")), "renewal", LIBRARY).conditions
    assert (none.state, none.because) == ("not_met", "Nothing is written yet.")


def test_a_closed_draft_has_the_reason_in_its_log() -> None:
    closed = but(("lifecycle/moves/m1/because", "The project ended."), draft=at_stage("closed"))
    reason, _ = gate(closed, "renewal", LIBRARY).conditions
    assert (reason.state, reason.address) == ("met", "drafts/ours/lifecycle/moves/m1/because")
    paused = but(("lifecycle/moves/m1/because", "Holidays."), draft=at_stage("paused"))
    assert gate(paused, "renewal", LIBRARY).conditions[0].state == "not_met"
