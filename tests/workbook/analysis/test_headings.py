"""Designs under the headings of the source: what both have, what only one has, and who says nothing."""

from typing import Any

import pytest

from tests.workbook.analysis.designs import LIBRARY, draft, own_case
from workbook.analysis.comparison import Comparison, compare
from workbook.analysis.headings import HEADINGS, Group, PairUnderHeading
from workbook.analysis.subject import Subject, case_subject, draft_subject
from workbook.analysis.traits import catalogue_names
from workbook.model.workbook import OwnEntry, Workbook

AT = "2027-03-01T14:30:00+01:00"


def scenario(scenario_id: str = "c", **parts: object) -> dict[str, Any]:
    return {"scenarios": [{"id": scenario_id, "name": "Pool", **parts}]}


def a_draft(draft_id: str, **parts: object) -> Subject:
    return draft_subject(draft({}, draft_id, **parts))


def group(heading: str, *columns: Subject, own: tuple[OwnEntry, ...] = ()) -> Group:
    found: Comparison = compare(columns, LIBRARY, own)
    return next(each for each in found.groups if each.heading == heading)


def pair(heading: str, *columns: Subject, own: tuple[OwnEntry, ...] = ()) -> PairUnderHeading:
    (found,) = group(heading, *columns, own=own).pairs
    return found


def library_case(case_id: str) -> Subject:
    return case_subject(LIBRARY.case(case_id))


OURS = a_draft("ours", **scenario(mechanisms=[{"mechanism": "urgency"}, {"mechanism": "win_win_search"}]))
THEIRS = a_draft(
    "theirs", **scenario(mechanisms=[{"mechanism": "explicit_business_case"}, {"mechanism": "urgency"}])
)
SILENT = a_draft("silent")


def test_the_headings_are_all_those_the_source_compares_by() -> None:
    assert [each.id for each in HEADINGS] == [
        "drivers",
        "process",
        "mechanisms",
        "government_roles",
        "private_benefits",
        "public_benefits",
        "challenges",
    ]
    found = compare((OURS, THEIRS), LIBRARY, ())
    assert [each.heading for each in found.groups] == [each.id for each in HEADINGS]
    assert all(each.rule and each.citation for each in found.groups)


def test_what_both_have_and_what_only_one_has_is_said_in_words() -> None:
    found = pair("mechanisms", OURS, THEIRS)
    assert found.both == ("Urgency",)
    assert found.only_a == ("Search for win-wins",)
    assert found.only_b == ("Explicit business case",)
    assert found.words == (
        "Both: Urgency. Only Ours: Search for win-wins. Only Theirs: Explicit business case."
    )


def test_what_nobody_has_alone_is_not_mentioned() -> None:
    assert pair(
        "mechanisms", OURS, a_draft("same", **scenario(mechanisms=[{"mechanism": "urgency"}]))
    ).words == ("Both: Urgency. Only Ours: Search for win-wins.")


def test_a_draft_that_says_nothing_has_not_said_it_yet_and_that_is_no_difference() -> None:
    found = pair("mechanisms", OURS, SILENT)
    assert found.words == "Ours: Urgency and Search for win-wins. Silent: not said yet."
    assert group("mechanisms", OURS, SILENT).silent == ("silent",)


def test_where_a_source_says_nothing_it_is_not_reported() -> None:
    harbour = case_subject(own_case("harbour", {}))
    assert pair("challenges", SILENT, harbour).words == "Silent: not said yet. Harbour: not reported."
    assert group("challenges", SILENT, harbour).silent == ("silent", "harbour")


def test_the_published_cases_differ_in_their_mechanisms_and_roles_as_the_source_says() -> None:
    mechanisms = pair("mechanisms", library_case("floraholland"), library_case("flowminder"))
    assert mechanisms.both == ()
    assert set(mechanisms.only_a) == {
        "Search for win-wins",
        "Explicit business case",
        "Alignment with other authorities",
    }
    assert "Urgency" in mechanisms.only_b
    roles = pair("government_roles", library_case("flowminder"), library_case("nys_food_traceability"))
    assert "Beneficiary" in roles.both
    assert "Promote the cause" in roles.only_b


def test_the_cells_of_a_row_hold_what_each_column_says_with_its_source_or_address() -> None:
    ours = a_draft(
        "ours", **scenario(mechanisms=[{"mechanism": "urgency", "how": "A flood", "status": "tried"}])
    )
    rows = group("mechanisms", ours, SILENT, library_case("flowminder")).rows
    urgency = next(row for row in rows if row.key == "urgency")
    assert urgency.name == "Urgency"
    assert [cell.column for cell in urgency.cells] == ["ours", "flowminder"]
    (said,) = urgency.cells[0].details
    assert (said.text, said.mark, said.citation) == ("Pool: A flood", "tried", "")
    assert said.address == "drafts/ours/scenarios/c/mechanisms/urgency"
    (reported,) = urgency.cells[1].details
    assert reported.citation.startswith("Susha et al. 2019")
    assert reported.address is None
    assert urgency.cells[1].mark == "yes"


def test_the_rows_stand_in_the_order_of_the_catalogue_whatever_the_order_of_the_columns() -> None:
    names = ["Search for win-wins", "Explicit business case", "Urgency"]
    assert [row.name for row in group("mechanisms", OURS, THEIRS).rows] == names
    assert [row.name for row in group("mechanisms", THEIRS, OURS).rows] == names


def test_the_challenges_and_benefits_stand_in_the_order_of_their_catalogues_too() -> None:
    ours = a_draft(
        "ours",
        challenges=[{"id": "h1", "category": "political"}, {"id": "h2", "category": "information"}],
        **scenario(
            benefits=[
                {"id": "b1", "value": "public", "kind": "participation"},
                {"id": "b2", "value": "public", "text": "A park"},
                {"id": "b3", "value": "public", "kind": "efficiency"},
            ]
        ),
    )
    assert [row.key for row in group("challenges", ours).rows] == ["information", "political"]
    assert [row.name for row in group("public_benefits", ours).rows] == [
        "Efficiency",
        "Participation",
        "“A park”",
    ]


def test_the_interests_one_wants_are_drivers_and_concerns_are_not() -> None:
    party = {
        "id": "growers",
        "name": "Growers",
        "interests": [
            {"id": "i1", "text": "Faster trade", "orientation": "self", "motivation": "revenue"},
            {
                "id": "i2",
                "text": "A leak",
                "kind": "concern",
                "orientation": "social",
                "motivation": "reputation",
            },
        ],
    }
    rows = group("drivers", a_draft("ours", stakeholders=[party])).rows
    assert [row.name for row in rows] == ["Own interest", "More revenue"]
    (said,) = rows[0].cells[0].details
    assert said.text == "Growers: Faster trade"
    assert said.address == "drafts/ours/stakeholders/growers/interests/i1"


def test_an_interest_that_is_both_ones_own_and_social_is_shared_with_either() -> None:
    def wants(draft_id: str, orientation: str) -> Subject:
        interests = [{"id": "i", "orientation": orientation}]
        return a_draft(draft_id, stakeholders=[{"id": "s", "interests": interests}])

    both, own, social = wants("both", "both"), wants("own", "self"), wants("social", "social")
    assert pair("drivers", both, own).both == ("Own interest",)
    assert pair("drivers", both, own).only_a == ("The social issue itself",)
    assert pair("drivers", both, social).both == ("The social issue itself",)
    assert pair("drivers", own, social).both == ()


def test_benefits_are_private_public_or_both() -> None:
    benefits = [
        {"id": "b1", "text": "Income", "value": "private", "kind": "income"},
        {"id": "b2", "text": "Less traffic", "value": "public", "kind": "efficiency"},
        {"id": "b3", "text": "A good name", "value": "both", "kind": "reputation", "stakeholder": "s"},
        {"id": "b4", "text": "Unclear", "kind": "cost"},
    ]
    ours = a_draft("ours", stakeholders=[{"id": "s", "name": "Farms"}], **scenario(benefits=benefits))
    private, public = group("private_benefits", ours), group("public_benefits", ours)
    assert [row.key for row in private.rows] == ["income", "reputation"]
    assert [row.key for row in public.rows] == ["efficiency", "reputation"]
    assert private.rows[1].cells[0].details[0].text == "Pool: A good name (Farms)"
    assert private.rows[1].cells[0].details[0].address == "drafts/ours/scenarios/c/benefits/b3"


def test_benefits_of_no_named_kind_are_the_same_only_when_their_words_are() -> None:
    def gives(draft_id: str, text: str) -> Subject:
        return a_draft(draft_id, **scenario(benefits=[{"id": "b", "text": text, "value": "public"}]))

    assert pair("public_benefits", gives("ours", "Cleaner air"), gives("theirs", " cleaner AIR")).both == (
        "“Cleaner air”",
    )
    assert pair("public_benefits", gives("ours", "Cleaner air"), gives("theirs", "Clean air")).both == ()


def test_what_the_envisaged_case_expects_is_marked_so() -> None:
    new_york = library_case("nys_food_traceability")
    for heading in ("private_benefits", "public_benefits"):
        rows = group(heading, new_york).rows
        assert rows
        assert {cell.mark for row in rows for cell in row.cells} == {"expected"}
    flora = group("public_benefits", library_case("floraholland")).rows
    assert {cell.mark for row in flora for cell in row.cells} == {"yes"}


def test_the_process_of_a_draft_is_where_its_moves_led() -> None:
    moves = [
        {"id": "m1", "from": "frame", "to": "interests", "at": AT, "because": "All agreed"},
        {"id": "m2", "from": "interests", "to": "paused", "at": AT},
    ]
    rows = group("process", a_draft("ours", lifecycle={"moves": moves})).rows
    assert [row.name for row in rows] == ["Frame", "Interests", "Paused"]
    assert rows[1].cells[0].details[0].text == "2027-03-01: All agreed"
    assert rows[1].cells[0].details[0].address == "drafts/ours/lifecycle/moves/m1"
    assert rows[2].cells[0].details[0].text == "2027-03-01"


def test_the_reported_process_of_floraholland_runs_through_the_stages_the_source_supports() -> None:
    keys = {row.key for row in group("process", library_case("floraholland")).rows}
    assert {"interests", "win_wins", "business_case", "alignment", "scale_up"} <= keys
    assert "renewal" not in keys  # not reported


def test_own_entries_have_their_own_names_and_stand_behind_the_built_in_ones() -> None:
    own = OwnEntry(id="neighbourly", catalogue="mechanisms", name="Neighbourly help")
    ours = a_draft("ours", **scenario(mechanisms=[{"mechanism": "neighbourly"}, {"mechanism": "urgency"}]))
    assert [row.name for row in group("mechanisms", ours, own=(own,)).rows] == ["Urgency", "Neighbourly help"]
    theirs = case_subject(own_case("theirs", {}, mechanisms=[{"mechanism": "neighbourly"}]))
    assert pair("mechanisms", ours, theirs, own=(own,)).both == ("Neighbourly help",)


def test_an_entry_that_is_gone_is_called_by_its_id_so_that_it_can_be_seen() -> None:
    ours = a_draft("ours", **scenario(mechanisms=[{"mechanism": "neighbourly"}]))
    assert [row.name for row in group("mechanisms", ours).rows] == ["neighbourly"]


def test_an_own_case_leads_to_no_address_in_a_library_but_is_compared_alike() -> None:
    mine = own_case("mine", {}, challenges=[{"category": "policy", "text": "No rules"}])
    column = case_subject(mine, Workbook(own_cases=(mine,)))
    (row,) = group("challenges", column).rows
    assert (row.name, row.cells[0].details[0].text) == ("Policy", "No rules")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (("stages", "sharing"), "Sharing"),
        (("stages", "feasibility"), "Feasibility explored"),
        (("mechanisms", "urgency"), "Urgency"),
        (("motivations", "revenue"), "More revenue"),
        (("challenge_categories", "policy"), "Policy"),
    ],
)
def test_everything_under_a_heading_has_a_name(key: tuple[str, str], name: str) -> None:
    assert catalogue_names(LIBRARY, ())[key] == name
