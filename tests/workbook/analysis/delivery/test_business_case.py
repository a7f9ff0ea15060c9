"""The paragraph that an inside champion could read out."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from tests import builders
from tests.workbook.analysis.delivery.small import CITY, HOSPITAL, LIBRARY, one_scenario, trial
from workbook.analysis.delivery.business_case import BusinessCaseText, business_case, relation
from workbook.analysis.delivery.cases import read_cases
from workbook.analysis.win_win.findings import figures
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.workbook import OwnEntry

SCORES = {"h1": {"value": 1}, "h2": {"value": 2}, "h3": {"value": -1}}


def proposed(draft: Draft, who: str = "hospital", **more: Any) -> BusinessCaseText:  # noqa: ANN401 - weights
    stakeholder = next(each for each in draft.stakeholders if each.id == who)
    return business_case(draft, trial(draft), stakeholder, LIBRARY, (), **more)


def said(draft: Draft, who: str = "hospital", **more: Any) -> str:  # noqa: ANN401 - weights
    return proposed(draft, who, **more).paragraph


def test_a_case_with_everything_in_it_reads_as_one_paragraph() -> None:
    draft = one_scenario(
        scores=SCORES,
        benefits=[
            {
                "id": "b1",
                "text": "Half the letters.",
                "stakeholder": "hospital",
                "value": "private",
                "expected": "From 200 a week to 100.",
                "expected_by": "2027-12-31",
            },
            {"id": "b2", "text": "Beds for the whole region", "stakeholder": "hospital", "value": "public"},
            {"id": "b3", "text": "Fewer calls", "stakeholder": "city", "value": "private"},
        ],
        costs=[
            {
                "id": "k1",
                "text": "A link to the registry.",
                "stakeholder": "hospital",
                "amount": "About 9,000 euros",
                "timing": "once",
            },
            {"id": "k2", "text": "Answering questions", "stakeholder": "hospital", "timing": "running"},
            {"id": "k3", "text": "A post", "stakeholder": "city"},
        ],
    )
    # Shares 1/5, 3/5, 1/5: 1/5 + 6/5 - 1/5 = 6/5.
    assert said(draft) == (
        "Speaking for Hospital: above all we want “Fewer letters”, then “Beds planned a day ahead”. "
        "Our concern is “Patients lose trust”. "
        "Without an agreement: Two weeks of letters for every patient who moves. "
        "“Trial” brings us “Half the letters” (expected by 31 December 2027: from 200 a week to 100). "
        "For the public it brings “Beds for the whole region”. "
        "For that we bear “A link to the registry” (about 9,000 euros, once) and "
        "“Answering questions” (how much is not said yet, for as long as it runs). "
        "On balance we gain compared with having no agreement (+1.2 on a scale from -3 to 3)."
    )


def test_a_case_with_nothing_in_it_says_what_is_missing_and_makes_nothing_up() -> None:
    draft = one_scenario({"id": "x"}, name="")
    assert said(draft, "x") == (
        "What we want and fear is not written down yet. "
        "What we would have without an agreement is not written down yet. "
        "What this scenario would bring us, and what it would cost us, is not written down yet. "
        "On balance it is not yet known whether we gain or lose (between -3 and +3 on a scale from -3 to 3), "
        "because nobody has said what we want."
    )


@pytest.mark.parametrize(
    ("interests", "words"),
    [
        ([("Calm", "want", None)], "Speaking for X: we want “Calm”."),
        ([("Calm", "concern", None)], "Speaking for X: our concern is “Calm”."),
        ([("A b", "concern", 1), ("C d", "concern", 2)], "Speaking for X: our concerns are “C d” and “A b”."),
        ([("A b", "want", 1), ("C d", "want", 1)], "Speaking for X: we want “A b” and “C d”."),
        (
            [("A b", "want", 1), ("C d", "want", None)],
            "Speaking for X: we want “A b” and “C d”; which of them counts more is not known.",
        ),
        (
            [("A b", "want", None), ("C d", "want", None), ("E, f", "want", None)],
            "Speaking for X: we want “A b”, “C d” and “E, f”; which of them counts most is not known.",
        ),
        (
            [("A b", "want", 1), ("C d", "want", 0), ("E f", "want", 3), ("G h", "want", 1)],
            "Speaking for X: above all we want “E f”, then “A b” and “G h”.",
        ),
        ([("", "want", None)], "Speaking for X: we want something nobody has put into words yet."),
    ],
)
def test_what_it_wants_most_comes_first_where_that_is_known(
    interests: list[tuple[str, str, float | None]], words: str
) -> None:
    named = [
        {"id": f"i{at}", "text": text, "kind": kind, "weight": weight}
        for at, (text, kind, weight) in enumerate(interests)
    ]
    assert said(one_scenario({"id": "x", "name": "X", "interests": named}), "x").startswith(
        f"{words} What we"
    )


@pytest.mark.parametrize(
    ("values", "without", "words"),
    [
        (
            (0.5,),
            0,
            "On balance we gain a little compared with having no agreement (+0.5 on a scale from -3 to 3).",
        ),
        (
            (0,),
            0,
            "On balance we are neither better nor worse off than without an agreement (0 on a scale",
        ),
        (
            (-2,),
            0,
            "(-2 on a scale from -3 to 3), because of “Fewer letters”. As it stands, this speaks against it.",
        ),
        (
            (1,),
            2,
            "from -3 to 3), because we have more without one. As it stands, this speaks against it.",
        ),
        (
            (None,),
            0,
            "not yet known whether we gain or lose (between -3 and +3 on a scale from -3 to 3), because",
        ),
        ((None,), -3, "On balance we do not lose, but whether we gain is not yet known (between 0 and +6 on"),
        ((None,), 3, "On balance we do not gain, and whether we lose is not yet known (between -6 and 0 on"),
    ],
)
def test_the_balance_in_words_first(values: tuple[float | None], without: float, words: str) -> None:
    one = {**HOSPITAL, "reservation_value": without, "interests": [HOSPITAL["interests"][1]]}
    assert words in said(one_scenario(one, scores={"h2": {"value": values[0]}}))


def test_weights_that_are_set_aside_leave_the_balance_open() -> None:
    text = said(one_scenario(scores=SCORES), weights="unknown")
    assert (
        "we want “Beds planned a day ahead” and “Fewer letters”; which of them counts more is not known"
        in text
    )
    assert "(between -1 and +2 on a scale" in text
    assert text.endswith("because how much each of our interests counts is not known.")


def test_a_red_line_is_named_whether_crossed_or_only_in_danger() -> None:
    guarded = {**HOSPITAL, "interests": [{**HOSPITAL["interests"][2], "red_line": 0}]}
    crossed = said(one_scenario(guarded, scores={"h3": {"value": -1}}))
    assert crossed.endswith(
        "It crosses a line of ours: “Patients lose trust” scores -1, and 0 is the lowest we accept."
    )
    open_ = said(one_scenario(guarded))
    assert open_.endswith(
        "It may cross a line of ours: “Patients lose trust” is not scored, and 0 is the lowest we accept."
    )


def test_what_was_measured_takes_the_place_of_what_was_expected() -> None:
    benefit = {
        "id": "b",
        "text": "Calm",
        "stakeholder": "hospital",
        "expected": "A lot",
        "measured": "In a third of the wards.",
        "measured_on": "2027-05-02",
        "outcome": "partly",
    }
    text = said(one_scenario(benefits=[benefit]))
    assert "“Trial” brings us “Calm” (measured on 2 May 2027: in a third of the wards; partly met)." in text
    assert "A lot" not in text
    claimed = said(one_scenario(benefits=[{**benefit, "measured": ""}]))
    assert "“Calm” (partly met, though nothing measured is written down)." in claimed


def test_who_stands_in_the_background_is_told_that_its_worth_is_not_worked_out() -> None:
    draft = one_scenario({**HOSPITAL, "standing": "context"}, scores=SCORES)
    text = proposed(draft)
    assert text.paragraph.endswith("because we stand in the background of this design.")
    assert (text.worth, text.net, text.finding.value) == (None, None, None)


def test_the_worth_is_that_of_the_win_win_analysis() -> None:
    text = proposed(one_scenario(scores=SCORES))
    assert text.worth is not None
    assert text.worth.sized == "gains 1.2"
    assert text.net is not None
    assert text.net.value == text.finding.value == 1.2
    names = [each.name for each in text.finding.inputs]
    assert names[:4] == [
        "“Beds planned a day ahead”",
        "“Fewer letters”",
        "“Patients lose trust”",
        "Without an agreement",
    ]
    assert text.finding.inputs[1].value == "want, 3 of 5"


def test_what_people_wrote_is_taken_for_what_it_is() -> None:
    own = OwnEntry(id="own1", catalogue="motivations", name="Pride")
    proud = {**HOSPITAL, "interests": [{**HOSPITAL["interests"][1], "motivation": "own1"}]}
    draft = one_scenario(proud)
    text = business_case(draft, trial(draft), draft.stakeholders[0], LIBRARY, (own,))
    assert text.finding.inputs[0].value == "want, the only one, Pride"


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("", "nothing"),
        (" \n", "nothing"),
        ("It saves us a day a week.", "own"),
        ("We gain. On balance we gain.", "own"),
    ],
)
def test_how_a_text_of_ones_own_stands_to_what_is_proposed(stored: str, expected: str) -> None:
    assert relation(stored, said(one_scenario())) == expected


def test_a_paragraph_taken_over_is_the_same_until_something_it_was_made_from_changes() -> None:
    before = said(one_scenario(scores=SCORES))
    after = said(
        one_scenario(scores=SCORES, costs=[{"id": "k", "text": "A link", "stakeholder": "hospital"}])
    )
    assert relation(before, before) == relation(before.replace(". ", ".\n"), before) == "same"
    assert relation(before, after) == "older"
    bare = one_scenario({"id": "x"})
    assert relation(said(bare, "x"), after) == "older"


def _texts(record: object) -> Iterator[str]:
    """Everything that somebody typed, anywhere in a record."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from _texts(each)
    elif isinstance(record, Record):
        for _, each in record:
            yield from _texts(each)


@settings(max_examples=25)
@given(builders.drafts())
def test_any_case_is_whole_sentences_and_agrees_with_the_win_win_analysis(draft: Draft) -> None:
    exact = figures(draft)
    for scenario in draft.scenarios:
        rows = exact.verdicts[scenario.id].values.rows
        for stakeholder in draft.stakeholders:
            text = business_case(draft, scenario, stakeholder, LIBRARY, ()).paragraph
            assert text == business_case(draft, scenario, stakeholder, LIBRARY, ()).paragraph
            assert text.endswith(".")
            typed = " ".join(_texts(draft))
            smells = ("None", "“”", "()", "  ", " .")
            assert [each for each in smells if each in text and not set(each.strip()) & set(typed)] == []
            row = rows.get(stakeholder.id)
            assert ("On balance we gain" in text) == (row is not None and row.gains is True)
            assert ("On balance we are worse off" in text) == (row is not None and row.loses is True)
            assert ("not yet known" in text) >= (row is not None and row.is_open)


# --------------------------------------------------------------------------- whose case stands, and whose not


def cases(*written: dict[str, Any]) -> Any:  # noqa: ANN401 - a reading
    draft = one_scenario(HOSPITAL, CITY, business_cases=list(written))
    return read_cases(draft, trial(draft))


@pytest.mark.parametrize(
    ("case", "state", "words", "severity"),
    [
        ({}, "missing", "not written yet; nobody inside owns it yet", "advice"),
        ({"owner": "Anna"}, "missing", "not written yet; owner Anna", "advice"),
        ({"text": "It pays."}, "open", "written, not agreed yet; nobody inside owns it yet", "advice"),
        ({"text": "It pays.", "owner": "Anna", "decision": "agreed"}, "agreed", "agreed; owner Anna", "info"),
        ({"text": "It pays.", "decision": "agreed"}, "agreed", "agreed; nobody inside owns it yet", "advice"),
        ({"decision": "agreed", "owner": "Anna"}, "agreed", "agreed, but not written; owner Anna", "info"),
        (
            {"text": "It does not pay.", "owner": "Anna", "decision": "refused"},
            "refused",
            "refused; owner Anna",
            "warning",
        ),
    ],
)
def test_how_a_business_case_stands(case: dict[str, Any], state: str, words: str, severity: str) -> None:
    found = cases({"stakeholder": "hospital", **case}).each[0]
    if state == "missing" and not case:
        words = words.partition(";")[0]
    assert (found.state, found.words, found.finding.severity) == (state, words, severity)


def test_how_many_cases_are_agreed_in_a_sentence() -> None:
    agreed = {"text": "It pays.", "owner": "Anna", "decision": "agreed"}
    assert cases().words == "None of 2 business cases is agreed yet: 2 not written yet."
    assert (
        cases({"stakeholder": "city", **agreed}).words
        == "1 of 2 business cases is agreed: 1 not written yet."
    )
    assert cases({"stakeholder": "city", "text": "No.", "decision": "refused"}).words == (
        "None of 2 business cases is agreed yet: 1 refused, 1 not written yet."
    )
    both = cases({"stakeholder": "city", **agreed}, {"stakeholder": "hospital", **agreed})
    assert (both.words, both.finding.severity) == ("All 2 business cases are agreed.", "info")


def test_parties_providers_and_whoever_has_one_are_asked_for_a_case() -> None:
    affected = {"id": "r", "name": "Residents", "standing": "affected"}
    farm = {"id": "f", "name": "Farm", "standing": "affected", "roles": ["data_provider"]}
    press = {"id": "p", "name": "Press", "standing": "context", "roles": ["data_provider"]}
    draft = one_scenario(HOSPITAL, affected, farm, press)
    assert [each.stakeholder for each in read_cases(draft, trial(draft)).each] == ["hospital", "f"]
    with_one = one_scenario(HOSPITAL, affected, business_cases=[{"stakeholder": "r", "text": "Calm."}])
    assert [each.stakeholder for each in read_cases(with_one, trial(with_one)).each] == ["hospital", "r"]
    nobody = one_scenario(affected)
    assert (
        read_cases(nobody, trial(nobody)).words
        == "Nobody is asked for a business case yet: there is no party."
    )
    alone = one_scenario(CITY)
    assert read_cases(alone, trial(alone)).words == "One business case is asked for: not written yet."
