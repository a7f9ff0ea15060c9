"""`diff`: two drafts, snapshots or cases told apart, in words and as JSON; from one file or from two."""

import json
from pathlib import Path

import pytest

from tests.builders import three_drafts
from tests.ui.conftest import Type
from ui.commands.diff import place_named
from workbook.analysis.difference.subjects import subject
from workbook.analysis.difference.tell import DraftDifference, tell
from workbook.analysis.finding import Finding
from workbook.editing import put
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.writing import create

FINDING_KEYS = {"id", "severity", "words", "value", "unit", "inputs", "rule", "citation", "address"}
WORKBOOK = three_drafts()
FIRST = WORKBOOK.draft("cold-chain").stakeholders[0]
LATER = put(WORKBOOK, ("drafts", "cold-chain", "stakeholders", FIRST.id, "standing"), "affected")
"""The same workbook a little later."""


def found_between(one: Workbook, a: str, other: Workbook, b: str) -> DraftDifference:
    library = load()
    return tell(subject(one, library, a), subject(other, library, b), library, begin=draft_from_case)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    path = tmp_path / "later.partnership"
    create(path, LATER)
    return path


def test_two_drafts_are_told_apart_in_the_words_of_the_analysis(example: Path, typed: Type) -> None:
    answer = typed("diff", example, "cold-chain", "river-flood")
    found = found_between(WORKBOOK, "cold-chain", WORKBOOK, "river-flood")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("From Cold chain to River flood\n")
    sentences = [change.words for change in found.changes]
    sentences += [finding.words for finding in found.findings]
    for sentence in sentences:
        assert " ".join(sentence.split()) in answer.flat
    titles = [group.title for group in found.groups]
    assert [line for line in answer.out.splitlines() if line in titles] == titles
    assert f"Why: {found.summary.rule}" in answer.flat


def test_as_json_it_keeps_its_contract(example: Path, typed: Type) -> None:
    said = typed("diff", example, "cold-chain", "river-flood", "--json").json
    found = found_between(WORKBOOK, "cold-chain", WORKBOOK, "river-flood")
    assert list(said) == ["a", "b", "summary", "groups", "stakeholders", "matched_by_name"]
    assert said["a"] == {"kind": "draft", "id": "cold-chain", "name": "Cold chain", "file": str(example)}
    assert said["b"]["id"] == "river-flood"
    assert said["summary"] == found.summary.words
    assert [(each["step"], each["title"]) for each in said["groups"]] == [
        (group.step, group.title) for group in found.groups
    ]
    changes = [change for group in said["groups"] for change in group["changes"]]
    assert all(set(change) == {"kind", "address", "words", "before", "after"} for change in changes)
    assert [change["words"] for change in changes] == [change.words for change in found.changes]
    assert all(set(finding) == FINDING_KEYS for finding in said["stakeholders"])
    assert tuple(map(Finding.model_validate, said["stakeholders"])) == found.stakeholders


def test_a_snapshot_is_compared_with_its_draft(example: Path, typed: Type) -> None:
    (snapshot,) = WORKBOOK.snapshots
    said = typed("diff", example, snapshot.id, snapshot.draft.id, "--json").json
    assert (said["a"]["kind"], said["b"]["kind"]) == ("snapshot", "draft")
    assert snapshot.name in said["a"]["name"]
    assert "id" not in {
        change["address"].rpartition("/")[2] for g in said["groups"] for change in g["changes"]
    }


def test_a_case_that_has_not_happened_is_never_named_without_saying_so(example: Path, typed: Type) -> None:
    answer = typed("diff", example, "nys_food_traceability", "school-meals")
    assert answer.out.splitlines()[0] == "From New York State (envisaged) to School meals"
    assert answer.flat.count("New York State") == answer.flat.count("New York State (envisaged)")


def test_a_draft_of_another_file_is_named_after_the_last_colon(
    example: Path, later: Path, typed: Type
) -> None:
    answer = typed("diff", example, "cold-chain", f"{later}:cold-chain")
    lines = answer.out.splitlines()
    assert lines[0] == f"From Cold chain in {example} to Cold chain in {later}"
    assert "1 change, in Stakeholders." in answer.flat
    assert f"{FIRST.name}: the standing went from at the table to affected." in answer.flat
    said = typed("diff", example, f"{later}:cold-chain", "cold-chain", "--json").json
    assert said["a"]["file"] == str(later)
    (change,) = said["groups"][0]["changes"]
    assert (change["before"], change["after"]) == ("affected", "party")


@pytest.mark.parametrize(
    ("named", "file", "its_id"),
    [
        ("ours", "here.partnership", "ours"),
        ("other.partnership:ours", "other.partnership", "ours"),
        (r"C:\x.partnership:ours", r"C:\x.partnership", "ours"),
        (r"C:\x.partnership", "here.partnership", r"C:\x.partnership"),
        ("odd:name.partnership:a-B_9", "odd:name.partnership", "a-B_9"),
        (":ours", "here.partnership", ":ours"),
    ],
)
def test_a_drive_is_no_file(named: str, file: str, its_id: str) -> None:
    assert place_named(named, Path("here.partnership")) == (Path(file), its_id)


def test_what_does_not_differ_is_said_so(example: Path, typed: Type) -> None:
    answer = typed("diff", example, "cold-chain", "cold-chain")
    assert "No difference." in answer.flat
    assert "Gain or loss" in answer.out
    assert typed("diff", example, "cold-chain", "cold-chain", "--json").json["groups"] == []


def test_what_was_matched_by_name_is_named(tmp_path: Path, typed: Type) -> None:
    library = load()
    drafts = [draft_from_case(library.case("flowminder")) for _ in range(2)]
    path = tmp_path / "two.partnership"
    create(path, Workbook(drafts=tuple(drafts)))
    answer = typed("diff", path, drafts[0].id, drafts[1].id)
    assert "1 change, in About the draft." in answer.flat
    first = drafts[0].stakeholders[0]
    assert f"Taken to be the same because of their names, with other ids: {first.name};" in answer.flat
    said = typed("diff", path, drafts[0].id, drafts[1].id, "--json").json
    assert said["matched_by_name"][0] == {
        "name": first.name,
        "before": first.id,
        "after": drafts[1].stakeholders[0].id,
    }


@pytest.mark.parametrize("place", [0, 1])
def test_an_unknown_id_is_refused_naming_the_file_and_what_there_is(
    place: int, example: Path, later: Path, typed: Type
) -> None:
    for named, file in (("atlantis", example), (f"{later}:atlantis", later)):
        sides = ["cold-chain", "cold-chain"]
        sides[place] = named
        answer = typed("diff", example, *sides)
        assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
        assert answer.err.startswith(
            f"{file}: there is no draft, snapshot or case atlantis (drafts: cold-chain, river-flood, "
        )


def test_a_file_that_is_not_there_is_refused_in_one_line(example: Path, typed: Type) -> None:
    answer = typed("diff", example, "cold-chain", "nowhere.partnership:ours")
    assert answer.status == 1
    assert answer.err == "nowhere.partnership: cannot be read: there is no such file or folder\n"


def test_no_file_is_changed(example: Path, later: Path, typed: Type) -> None:
    before = [path.read_bytes() for path in (example, later)]
    typed("diff", example, "cold-chain", f"{later}:river-flood")
    assert [path.read_bytes() for path in (example, later)] == before
    assert json.loads(before[0])["workbook"]["drafts"][0]["id"] == "cold-chain"
