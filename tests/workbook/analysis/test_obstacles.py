"""What stands in the way: what is open, what nobody cares for, what nobody has looked at or judged."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.designs import LIBRARY
from workbook.analysis.obstacles.findings import Obstacles, obstacles
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.draft import Draft
from workbook.model.workbook import OwnEntry

KINDS = [entry.id for entry in LIBRARY.challenge_categories]


def asked(*challenges: Challenge, **more: object) -> Obstacles:
    draft = Draft.model_validate({"id": "d", "challenges": challenges, **more})
    return obstacles(draft, LIBRARY)


def challenge(number: int, **said: Any) -> Challenge:  # noqa: ANN401 - any field of a challenge
    given_: dict[str, Any] = {"id": f"h{number}", "category": "policy", "text": f"Wall {number}.", **said}
    return Challenge.model_validate(given_)


def severe(number: int, **said: Any) -> Challenge:  # noqa: ANN401 - any field of a challenge
    return challenge(number, severity="high", **said)


CARED_FOR = {"owner": "Ada", "mitigation": "Ask."}

# ----------------------------------------------------------------------------------------------- challenges


def test_where_nothing_is_said_nothing_is_made_up() -> None:
    found = asked()
    assert found.open.words == "No challenge is named yet."
    assert found.unseen.words == "None of the 7 kinds of challenge has been looked at yet."
    assert found.readiness.words == "How ready the partners are to share is not said yet."
    assert found.enablers.words.startswith("Which of the things that help are there is not said yet. ")
    assert (found.open.value, found.unseen.value) == (0, 7)
    assert (found.readiness.value, found.enablers.value) == (None, None)
    assert found.summary.words == "No challenge is named yet."
    assert {each.words for each in found.kinds} == {"Not looked at yet"}


@pytest.mark.parametrize(
    ("statuses", "words", "still"),
    [
        (["open"], "1 challenge, open.", 1),
        (["open", "open"], "2 challenges, all open.", 2),
        (["handled", "handled"], "2 challenges, none open.", 0),
        (["open", "accepted", "open"], "3 challenges: 2 open and 1 accepted.", 2),
        (["open", "handled", "accepted"], "3 challenges: 1 open, 1 handled and 1 accepted.", 1),
    ],
)
def test_how_many_are_open_is_said_in_words(statuses: list[str], words: str, still: int) -> None:
    found = asked(*(challenge(number, status=status) for number, status in enumerate(statuses)))
    assert (found.open.words, found.open.value) == (words, still)
    assert [each.value for each in found.open.inputs] == statuses
    assert found.open.inputs[0].address == "drafts/d/challenges/h0/status"


@pytest.mark.parametrize(
    ("challenges", "words"),
    [
        ([challenge(1, severity="low")], "No open challenge is of high severity."),
        (
            [challenge(1), challenge(2, severity="low")],
            "No open challenge is of high severity. The severity of 1 of them is not said.",
        ),
        (
            [severe(1, **CARED_FOR)],
            "1 open challenge is of high severity; it has an owner and something to do about it.",
        ),
        (
            [severe(1, **CARED_FOR), severe(2, **CARED_FOR), challenge(3)],
            (
                "2 open challenges are of high severity; each has an owner and something to do about it. "
                "The severity of 1 other is not said."
            ),
        ),
        ([severe(1, mitigation="Ask.")], "The open challenge of high severity has no owner: “Wall 1”."),
        (
            [severe(1)],
            "The open challenge of high severity has no owner, and nothing to do about it: “Wall 1”.",
        ),
        (
            [severe(1, **CARED_FOR), severe(2, owner="Ben")],
            "Of 2 open challenges of high severity 1 has an owner, but nothing to do about it: “Wall 2”.",
        ),
        (
            [severe(1), severe(2), severe(3, **CARED_FOR)],
            "2 open challenges of high severity have no owner, or nothing to do about them.",
        ),
        ([severe(1, status="accepted")], "No open challenge is of high severity."),
    ],
)
def test_severe_challenges_without_an_owner_or_a_remedy_are_named(
    challenges: list[Challenge], words: str
) -> None:
    found = asked(*challenges).severe
    assert found.words == words
    left = [
        each
        for each in challenges
        if (each.severity, each.status) == ("high", "open") and not (each.owner and each.mitigation)
    ]
    assert found.value == len(left)
    assert found.severity == ("warning" if left else "info")


def test_a_severe_challenge_leads_to_what_it_lacks() -> None:
    found = asked(severe(1, mitigation="Ask."), severe(2, owner="Ben"), severe(3, **CARED_FOR)).severe
    assert [each.address for each in found.inputs] == [
        "drafts/d/challenges/h1/owner",
        "drafts/d/challenges/h2/mitigation",
        "drafts/d/challenges/h3/mitigation",
    ]


def test_blank_words_are_no_owner_and_no_remedy() -> None:
    assert asked(severe(1, owner=" ", mitigation="\n")).severe.value == 1


def test_kinds_nobody_has_looked_at_are_named_whatever_their_weight() -> None:
    found = asked(*(challenge(n, category=kind) for n, kind in enumerate(KINDS) if kind != "political"))
    assert found.unseen.words == "Nobody has looked at this kind of challenge yet: political."
    assert "all of them deserve a look" in found.unseen.rule
    assert found.unseen.citation.endswith("section 2, citing Gil-Garcia & Sayogo 2016")
    all_seen = asked(*(challenge(n, category=kind) for n, kind in enumerate(KINDS)))
    assert all_seen.unseen.words == "All 7 kinds of challenge have been looked at."
    assert (all_seen.unseen.value, all_seen.unseen.severity) == (0, "info")


def test_a_kind_of_the_workbook_s_own_is_one_more_to_look_at() -> None:
    own = OwnEntry(id="o1", catalogue="challenge_categories", name="Ethical")
    found = obstacles(Draft(id="d"), LIBRARY, [own])
    assert found.unseen.words == "None of the 8 kinds of challenge has been looked at yet."
    assert (found.kinds[-1].category, found.kinds[-1].name) == ("o1", "Ethical")


def test_each_kind_says_how_many_are_named_and_open() -> None:
    found = asked(challenge(1), challenge(2, status="handled"), challenge(3, category="political"))
    words = {each.category: (each.words, each.named, each.open) for each in found.kinds}
    assert list(words) == KINDS
    assert words["policy"] == ("2 challenges, 1 open", 2, 1)
    assert words["political"] == ("1 challenge, open", 1, 1)
    assert words["contextual"] == ("Not looked at yet", 0, 0)


# -------------------------------------------------------------------------------------- readiness, enablers


def test_what_nobody_has_judged_is_not_absent() -> None:
    entries = (
        ReadinessEntry(component="trusted_networks", level="in_place"),
        ReadinessEntry(component="integrated_data", level="absent"),
        ReadinessEntry(component="shared_information", note="We shall see."),
    )
    found = asked(readiness=entries)
    assert found.readiness.words == (
        "In place: trusted social networks; absent: integrated data; "
        "not said: shared information and interoperable technical infrastructure."
    )
    assert (found.readiness.value, found.readiness.severity) == (1, "advice")
    assert [each.value for each in found.readiness.inputs] == ["in place", "not said", "absent", "not said"]


def test_with_enablers_it_is_said_that_none_of_them_proves_a_cause() -> None:
    enablers = (
        Enabler(id="e1", kind="Measured performance", present=True),
        Enabler(id="e2", kind="goodwill", present=False),
        Enabler(id="e3", kind="A council motion."),
    )
    found = asked(enablers=enablers).enablers
    assert found.words.startswith("There: measured performance; missing: goodwill towards residents. ")
    assert found.words.endswith("None of them proves a cause.")
    assert [each.value for each in found.inputs] == ["there", "missing", "not said"]
    assert found.value == 1


# --------------------------------------------------------------------------------------------------- summary


def test_the_summary_says_what_needs_the_room_and_no_more() -> None:
    found = asked(
        severe(1),
        challenge(2, status="handled"),
        readiness=(ReadinessEntry(component="integrated_data", level="absent"),),
    )
    assert found.summary.words == (
        "2 challenges: 1 open and 1 handled. The open challenge of high severity has no owner, and nothing "
        "to do about it: “Wall 1”. Nobody has looked at these kinds of challenge yet: information, "
        "technology, managerial, organisational, political and contextual. Absent: integrated data."
    )
    assert found.summary.severity == "warning"
    assert [each.name for each in found.summary.inputs] == [
        found.open.words,
        found.severe.words,
        found.unseen.words,
        found.readiness.words,
    ]


def test_the_summary_of_the_flood_names_what_is_open() -> None:
    found = obstacles(three_drafts().draft("river-flood"), LIBRARY)
    assert found.summary.words == (
        "5 challenges: 4 open and 1 handled. Nobody has looked at these kinds of challenge yet: "
        "organisational, policy and contextual. Absent: interoperable technical infrastructure."
    )


@settings(max_examples=40)
@given(builders.drafts("d"))
def test_of_any_draft_every_challenge_is_counted_once(draft: Draft) -> None:
    found = obstacles(draft, LIBRARY)
    known = [each for each in draft.challenges if each.category in KINDS]
    assert sum(each.named for each in found.kinds) == len(known)
    assert found.open.value == sum(each.status == "open" for each in draft.challenges)
    assert len(found.open.inputs) == len(draft.challenges)
    assert isinstance(found.severe.value, int)
    assert found.severe.value <= len(found.severe.inputs) <= found.open.value
    assert len({each.id for each in (*found.findings, found.summary)}) == 6
