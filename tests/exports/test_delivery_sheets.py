"""Benefits, costs, actions and business cases read back: every word is that of design or analysis."""

import datetime as dt
from pathlib import Path

import pytest

from tests.exports.reports import LIBRARY, MADE_ON, ReadBack, Row, example, read_back, small
from tests.exports.tables import FEW_DRAWS
from tests.workbook.analysis.delivery.small import CITY, HOSPITAL, one_scenario
from tests.workbook.analysis.designs import draft
from ui.forms.pasted_rows import pasted_rows
from ui.forms.record_rows import read_rows
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import ACTIONS, BENEFITS, COSTS
from workbook.analysis.delivery.business_case import business_case
from workbook.analysis.delivery.findings import Delivery, delivery, prepared
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

SHEETS = ("Benefits expected and measured", "Costs by stakeholder", "Actions", "Business cases")
WORKBOOK = example()
BENEFIT = {
    "id": "b1",
    "text": "Half the letters.",
    "stakeholder": "hospital",
    "from_stakeholder": "city",
    "gives": "service",
    "value": "both",
    "kind": "efficiency",
    "serves": ["h1", "h2"],
    "owner": "Anna",
    "expected": "From 200 a week to 100.",
    "expected_by": "2027-02-28",
}
MEASURED = {
    **BENEFIT,
    "id": "b2",
    "text": "Calm",
    "measured": "Some.",
    "measured_on": "2027-02-01",
    "outcome": "partly",
}
COSTS_ = [
    {"id": "k1", "text": "A post.", "stakeholder": "city", "kind": "work", "timing": "running"},
    {
        "id": "k2",
        "text": "A link.",
        "stakeholder": "hospital",
        "kind": "it",
        "amount": "9,000 euros",
        "owner": "Ben",
    },
]
ACTIONS_ = [
    {"id": "a1", "text": "Later.", "due": "2027-04-01", "owner": "Ben"},
    {
        "id": "a2",
        "text": "Late.",
        "due": "2027-02-01",
        "kind": "it",
        "status": "under_way",
        "with_whom": "Registry",
    },
    {
        "id": "a3",
        "text": "Never.",
        "status": "not_needed",
        "because": "The law was changed.",
        "kind": "procedural",
    },
]


def designed() -> Draft:
    case = {"stakeholder": "hospital", "text": "=It pays.", "owner": "Anna", "decision": "agreed"}
    return one_scenario(
        HOSPITAL,
        CITY,
        benefits=[BENEFIT, MEASURED, {"id": "b3"}],
        costs=COSTS_,
        alignment_actions=ACTIONS_,
        business_cases=[case],
    ).replace(name="Ours")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    bare = draft({}, "theirs")
    return read_back(
        tmp_path_factory.mktemp("delivery") / "r.xlsx", small(designed(), bare, settings=FEW_DRAWS)
    )


def ours(read: ReadBack, sheet: str) -> list[Row]:
    return [row for row in read.rows(sheet) if row["Draft"] == "Ours"]


def found_on(each: Draft) -> Delivery:
    return delivery(each, LIBRARY, WORKBOOK.own_entries, MADE_ON)


def test_every_benefit_stands_with_what_was_expected_and_measured(read: ReadBack) -> None:
    first, second, third = ours(read, SHEETS[0])
    assert tuple(first.values())[1:] == (
        "Trial (chosen)",
        "Half the letters.",
        "Hospital",
        "City",
        "A service",
        "Both",
        "Efficiency",
        "Beds planned a day ahead · Hospital; Fewer letters · Hospital",
        "Anna",
        "From 200 a week to 100.",
        "2027-02-28",
        "not said yet",
        None,
        "not judged yet",
        "Overdue, nothing measured",
    )
    assert (second["Measured"], second["Measured on"]) == ("Some.", "2027-02-01")
    assert (second["Outcome"], second["How it stands"]) == ("Partly met", "Partly met")
    assert (third["Benefit"], third["For whom"], third["Owner"]) == (
        "A benefit without words",
        "not said yet",
        "no owner yet",
    )


def test_costs_stand_by_who_bears_them_with_the_sum_in_words_once(read: ReadBack) -> None:
    hospital, city = ours(read, SHEETS[1])
    assert tuple(hospital.values())[2:8] == (
        "A link.",
        "Hospital",
        "IT",
        "not said yet",
        "9,000 euros",
        "Ben",
    )
    assert tuple(city.values())[2:8] == ("A post.", "City", "Work", "Running", "not said yet", "no owner yet")
    assert hospital["What this stakeholder bears in all"] == "Hospital: 1 cost. “A link” (IT, 9,000 euros)."


def test_overdue_actions_come_first_on_the_day_of_the_report(read: ReadBack) -> None:
    rows = ours(read, "Actions")
    assert [(row["How it stands"], row["Action"]) for row in rows] == [
        ("Overdue", "Late."),
        ("Open", "Later."),
        ("Not needed", "Never."),
    ]
    assert tuple(rows[0].values())[4:] == ("IT", "Registry", "no owner yet", "2027-02-01", "Under way", None)
    assert (rows[2]["Due"], rows[2]["Because"]) == ("no day set", "The law was changed.")
    assert any("as of 2027-03-01" in words for words in read.paragraphs("Actions"))


def test_a_business_case_stands_beside_the_paragraph_that_is_proposed(read: ReadBack) -> None:
    hospital, city = ours(read, "Business cases")
    assert tuple(hospital.values())[2:9] == (
        "Hospital",
        "yes",
        "Not yet known",
        "Agreed; owner Anna",
        "=It pays.",
        "Anna",
        "Agreed",
    )
    assert (city["Business case"], city["Owner"], city["Decision"]) == ("not said yet",) * 3
    each = designed()
    for row, who in ((hospital, each.stakeholders[0]), (city, each.stakeholders[1])):
        proposed = business_case(each, each.scenarios[0], who, LIBRARY)
        assert row["Proposed from what is entered"] == proposed.paragraph


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (SHEETS[0], "No benefit yet"),
        (SHEETS[1], "No cost yet"),
        (SHEETS[2], "No action yet"),
        (SHEETS[3], "No business case yet"),
    ],
)
def test_a_draft_in_which_nothing_is_written_says_so(read: ReadBack, sheet: str, says: str) -> None:
    (row,) = [row for row in read.rows(sheet) if row["Draft"] == "Theirs"]
    assert row["Scenario"] == says


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_report_on_the_example_tells_every_scenario_that_is_prepared(
    example_read: ReadBack, sheet: str
) -> None:
    rows = example_read.rows(sheet)
    field = dict(zip(SHEETS, ("benefits", "costs", "alignment_actions", "business_cases"), strict=True))[
        sheet
    ]
    for each in WORKBOOK.drafts:
        mine = [row for row in rows if row["Draft"] == each.name]
        for scenario in prepared(each):
            told = [row for row in mine if row["Scenario"].removesuffix(" (chosen)") == scenario.name]
            assert len(told) >= len(getattr(scenario, field))


def test_every_sum_of_the_analysis_stands_below_its_table(example_read: ReadBack) -> None:
    for each in WORKBOOK.drafts:
        for found in found_on(each).scenarios:
            sums = (found.benefits.finding, found.costs.finding, found.actions.finding, found.cases.finding)
            for sheet, its in zip(SHEETS, sums, strict=True):
                said = example_read.paragraphs(sheet)
                assert any(its.words in words for words in said)
            providers = example_read.paragraphs(SHEETS[0])
            assert any(found.providers.finding.words in words for words in providers)


def test_rows_of_the_report_pasted_into_the_window_say_the_same_again(read: ReadBack) -> None:
    """Copied with its head from the report, and pasted where one is added."""
    each = designed()
    context = Context(each, each.scenarios[0], LIBRARY, (), None, dt.date(2027, 3, 1))
    lists = (
        (SHEETS[0], BENEFITS, "benefits"),
        (SHEETS[1], COSTS, "costs"),
        (SHEETS[2], ACTIONS, "alignment_actions"),
    )
    for sheet, kind, field in lists:
        rows = ours(read, sheet)
        lines = [list(rows[0]), *([str(cell or "") for cell in row.values()] for row in rows)]
        copied = "\n".join("\t".join(line) for line in lines)
        again = read_rows(pasted_rows(copied), kind.all_fields, context.offers)
        assert again.not_understood == ()
        made = {record["text"]: kind.of(id="x", **record) for record in again.records}
        for item in getattr(each.scenarios[0], field):
            if item.text:
                assert made[item.text].replace(id=item.id) == item


def test_the_report_tells_own_kinds_of_benefit_by_their_names(tmp_path: Path) -> None:
    own = [{"id": "own1", "catalogue": "benefit_kinds", "name": "Calm nights"}]
    told = one_scenario(benefits=[{"id": "b", "text": "Calm.", "kind": "own1"}])
    workbook = Workbook.model_validate(
        {**small(told, settings=FEW_DRAWS).model_dump(by_alias=True, mode="json"), "own_entries": own}
    )
    (row,) = read_back(tmp_path / "r.xlsx", workbook).rows(SHEETS[0])
    assert row["Kind"] == "Calm nights"
