"""What a stakeholder measures a scenario by: shares of weights, and the line without an agreement."""

from workbook.analysis.stakes import line, shares
from workbook.model.draft import Draft
from workbook.model.stakeholders import Interest, Stakeholder


def holder(*weights: float | None, **fields: object) -> Stakeholder:
    interests = tuple(
        Interest(id=f"i{place}", text=f"Wish {place}.", weight=weight) for place, weight in enumerate(weights)
    )
    return Stakeholder(id="s", name="Hospital", interests=interests).replace(**fields)


def told(stakeholder: Stakeholder) -> list[str]:
    draft = Draft(id="d", stakeholders=(stakeholder,))
    return [share.words for share in shares(draft, stakeholder).values()]


def test_a_share_is_told_exactly_as_so_many_of_so_many() -> None:
    assert told(holder(3, 2, 3)) == ["3 of 8", "2 of 8", "3 of 8"]
    assert told(holder(0.1, 0.2)) == ["0.1 of 0.3", "0.2 of 0.3"]
    assert told(holder(2, 0)) == ["2 of 2", "0 of 2"]


def test_a_share_of_what_is_not_known_is_not_known() -> None:
    assert told(holder(3, None)) == ["3 of ?", "not said"]
    assert told(holder(None, None)) == ["not said", "not said"]
    assert told(holder(0, 0)) == ["0 of ?", "0 of ?"]
    assert told(holder(3, 1, weights_known="unknown")) == ["3 of ?", "1 of ?"]


def test_a_single_interest_needs_no_weight() -> None:
    assert told(holder(None)) == ["the only one"]


def test_a_share_says_what_it_was_worked_out_from() -> None:
    stakeholder = holder(3, 1)
    finding = shares(Draft(id="d", stakeholders=(stakeholder,)), stakeholder)["i0"].finding
    assert finding.words == "“Wish 0” counts 3 of 4 for Hospital."
    assert finding.value == 0.75
    assert [(each.name, each.value) for each in finding.inputs] == [("Wish 0", 3), ("Wish 1", 1)]
    assert finding.inputs[1].address == "drafts/d/stakeholders/s/interests/i1/weight"
    assert finding.rule
    assert finding.citation


def test_the_line_says_what_it_is_for() -> None:
    stakeholder = holder(reservation_value=-0.5, without_agreement="It goes on alone.")
    finding = line(Draft(id="d", stakeholders=(stakeholder,)), stakeholder)
    assert finding.words == "Hospital: what it has without an agreement is worth \N{MINUS SIGN}0.5 points."
    assert [each.value for each in finding.inputs] == ["It goes on alone.", -0.5, "\N{MINUS SIGN}3 to 3"]
    assert "no different from today" in line(Draft(id="d"), holder()).words
