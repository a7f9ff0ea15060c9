"""Whatever is wrong with a file: one clear line, and the file is left alone."""

import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbook.persistence import reading
from workbook.persistence.checking import check
from workbook.persistence.format import Document, digest
from workbook.persistence.problems import (
    Altered,
    Damaged,
    FileProblem,
    Invalid,
    NotAWorkbook,
    TooNew,
    Unreadable,
)
from workbook.persistence.reading import read

Refused = Callable[[bytes], FileProblem]


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """Opens the bytes as a file, which must be refused properly and stay as it is."""
    path = tmp_path / "e.partnership"

    def refuse(data: bytes) -> FileProblem:
        path.write_bytes(data)
        os.utime(path, ns=(10**18, 10**18))
        with pytest.raises(FileProblem) as caught:
            read(path)
        line = str(caught.value)
        assert line.startswith(f"{path}: ")
        assert len(line) < 1000
        assert not any(unicodedata.category(character).startswith("C") for character in line)
        assert check(path)[0] == re.sub(r" \(and \d+ more problems?\)$", "", line)
        assert path.read_bytes() == data
        assert path.stat().st_mtime_ns == 10**18
        assert list(tmp_path.iterdir()) == [path]
        return caught.value

    return refuse


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


def put(document: Document, address: str, value: object) -> None:
    *way, last = (int(step) if step.isdigit() else step for step in address.split("/"))
    here: Any = document["workbook"]
    for step in way:
        here = here[step]
    if value is MISSING:
        del here[last]
    else:
        here[last] = value


MISSING = object()
D = "drafts/0"
C = "drafts/0/scenarios/0"
A = "drafts/d-cold-chain"

# ------------------------------------------------------------------------------------------- not a workbook


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", Damaged, "is empty"),
        (b" \n\t ", Damaged, "is empty"),
        (b"PK\x03\x04\x14\x00", NotAWorkbook, "is not a Partnership Design Workbook: in line 1, column 1"),
        (b"\x89PNG\r\n\x1a\n", NotAWorkbook, "byte 1 is not UTF-8 text"),
        (b"title: x", NotAWorkbook, "in line 1, column 1"),
        (b"[]", NotAWorkbook, "its “format” is not “partnership-workbook”"),
        (b"null", NotAWorkbook, "its “format” is not"),
        (b'"partnership-workbook"', NotAWorkbook, "its “format” is not"),
        (b"{}", NotAWorkbook, "its “format” is not"),
        (b'{"format": "other", "format_version": 1}', NotAWorkbook, "its “format” is not"),
        ('{"format": "partnership-workbook"}'.encode("utf-16"), NotAWorkbook, "byte 1 is not UTF-8 text"),
        (b'{"format": "partnership-workbook", \xff', Damaged, "is damaged: byte 36 is not UTF-8 text"),
        (
            b'{"format": "partnership-workbook",\n<<<<<<< HEAD\n',
            Damaged,
            "unfinished merge of two versions, in line 2",
        ),
        (b'{"format": "partnership-workbook"}', Invalid, "“format_version” is missing"),
        (b'{"format": "partnership-workbook", "format_version": 1}', Invalid, "“workbook” is missing"),
    ],
)
def test_what_is_no_whole_workbook_is_told_apart(
    refused: Refused, data: bytes, kind: type[FileProblem], words: str
) -> None:
    problem = refused(data)

    assert type(problem) is kind
    assert words in problem.sentence


@pytest.mark.parametrize("key", ["format_version", "title", "value", "d1"])
def test_a_key_that_occurs_twice_is_refused_even_if_the_checksum_matches(
    refused: Refused, document: Document, key: str
) -> None:
    body = '{"title": "kept", "drafts": [{"id": "d1"}, {"id": "value"}]}'
    text = f'{{"format": "partnership-workbook", "format_version": 1, "workbook": {body}}}'
    twice = {
        "format_version": text.replace('"format_version": 1', '"format_version": 1, "format_version": 1'),
        "title": text.replace('"title": "kept"', '"title": "lost", "title": "kept"'),
        "value": text.replace('{"id": "value"}', '{"id": "lost", "id": "value"}'),
        "d1": text.replace('{"id": "d1"}', '{"id": "d1", "scenarios": [], "scenarios": []}'),
    }[key]
    signed = twice.replace('"workbook"', f'"sha256": "{digest(json.loads(twice))}", "workbook"', 1)

    for data in (twice, signed):
        problem = refused(data.encode())
        assert type(problem) is Damaged
        assert "occurs twice in one object" in problem.sentence


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(refused: Refused, document: Document, number: str) -> None:
    put(document, f"{C}/scores/i-speed/value", 12345)

    problem = refused(as_bytes(document).replace(b"12345", number.encode()))

    assert type(problem) is Damaged
    assert f"{number} is not a number" in problem.sentence


def test_numbers_beyond_all_bounds_are_refused(refused: Refused, document: Document) -> None:
    put(document, f"{C}/scores/i-speed/value", 12345)
    data = as_bytes(document)

    assert "absurdly long number" in refused(data.replace(b"12345", b"9" * 5000)).sentence
    assert "must be" in refused(data.replace(b"12345", b"1e400")).sentence
    assert "must be" in refused(data.replace(b"12345", b"9" * 400)).sentence


DEEP = 100_000


@pytest.mark.parametrize(
    "nested",
    ["[" * DEEP + "]" * DEEP, '{"a":' * DEEP + "1" + "}" * DEEP, "[" * DEEP, '[{"a":' * DEEP],
    ids=["lists", "objects", "open lists", "open lists and objects"],
)
def test_nesting_a_hundred_thousand_deep_is_refused(
    refused: Refused, document: Document, nested: str
) -> None:
    put(document, f"{D}/name", "HERE")
    inside = as_bytes(document).replace(b'"HERE"', nested.encode())

    assert type(refused(nested.encode())) is Damaged
    assert refused(inside).sentence == "is nested absurdly deep, which no workbook is"


@pytest.mark.parametrize("depth", [50, 200, 400, 800, *range(900, 1001, 5), 2000, 5000])
@pytest.mark.parametrize("checksum", ["null", '"0"'])
def test_nesting_at_the_limit_of_the_parser_is_refused_too(
    tmp_path: Path, document: Document, depth: int, checksum: str
) -> None:
    path = tmp_path / "e.partnership"
    put(document, f"{D}/name", "HERE")
    data = as_bytes(document).replace(b'"HERE"', b"[" * depth + b"]" * depth)
    path.write_bytes(data.replace(b'"sha256": null', b'"sha256": ' + checksum.encode()))

    with pytest.raises((Altered, Damaged, Invalid)):  # which one depends on how deep the caller is already
        read(path)
    assert check(path)


def test_brackets_in_a_text_are_only_text(sample: Path, document: Document) -> None:
    put(document, f"{D}/name", "[" * DEEP)
    sample.write_bytes(as_bytes(document))

    assert read(sample).workbook.drafts[0].name == "[" * DEEP


def test_half_a_character_is_refused_wherever_it_stands(refused: Refused, document: Document) -> None:
    put(document, f"{D}/name", "HERE")
    data = as_bytes(document).replace(b"HERE", b"\\ud800")

    assert "half a character" in refused(data).sentence
    assert "half a character" in refused(data.replace(b'"sha256": null', b'"sha256": "0"')).sentence
    refused(as_bytes({**document, "\ud800": 1}))


# ------------------------------------------------------------------------------------------ version, checksum


@pytest.mark.parametrize("version", [2, 3, 10**9, 10**30])
def test_a_newer_version_is_refused_before_anything_else_is_looked_at(refused: Refused, version: int) -> None:
    newer = {"format": "partnership-workbook", "format_version": version, "app_version": "4.2", "x": 1}

    problem = refused(as_bytes(newer))

    assert type(problem) is TooNew
    assert "by version “4.2” of the program" in problem.sentence
    assert "please open it with a newer version" in problem.sentence


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", [], {}])
def test_a_version_that_is_none_is_refused(refused: Refused, document: Document, version: object) -> None:
    problem = refused(as_bytes({**document, "format_version": version}))

    assert type(problem) is Invalid
    assert "format_version" in problem.sentence


@pytest.mark.parametrize("checksum", ["0" * 64, "", "none", 7, [], {}, True])
def test_a_checksum_that_does_not_match_is_refused(
    refused: Refused, document: Document, checksum: object
) -> None:
    assert type(refused(as_bytes({**document, "sha256": checksum}))) is Altered


def test_an_altered_file_opens_as_a_copy_when_asked_to(sample: Path) -> None:
    sample.write_bytes(sample.read_bytes().replace(b"Cold chain, table 1", b"Cold chain, table 2"))
    with pytest.raises(Altered):
        read(sample)

    opened = read(sample, accept_altered=True)

    assert opened.altered
    assert opened.head.sha256 is None
    assert opened.workbook.drafts[0].name == "Cold chain, table 2"


def test_asking_does_not_open_an_altered_file_that_breaks_the_rules(sample: Path) -> None:
    sample.write_bytes(sample.read_bytes().replace(b'"sector": "business"', b'"sector": "busyness"'))

    with pytest.raises(Invalid):
        read(sample, accept_altered=True)
    first, *rest = check(sample)
    assert "checksum" in first
    assert len(rest) == 3  # a stakeholder in the draft, one in the snapshot, one in the own case


# -------------------------------------------------------------------------------------------------- the rules

BROKEN_RULES = [
    # wrong types
    ("title", 7, "title: must be text"),
    ("title", ["x"], "title: must be text"),
    ("drafts", {}, "drafts: must be a list"),
    ("drafts", "x", "drafts: must be a list"),
    ("drafts/0", None, "drafts/0: must be an object"),
    ("drafts/0", "x", "drafts/0: must be an object"),
    (f"{D}/framing", [], "drafts/d-cold-chain/framing: must be an object"),
    (f"{D}/scale/min", "low", "drafts/d-cold-chain/scale/min: must be a number"),
    (f"{D}/scale/min", True, "drafts/d-cold-chain/scale/min: must be a number"),
    (f"{D}/record/0/done", "yes", "drafts/d-cold-chain/record/n-task/done: must be true or false"),
    (f"{D}/record/0/done", 1, "drafts/d-cold-chain/record/n-task/done: must be true or false"),
    (f"{D}/record/0/due", "soon", "record/n-task/due: must be a date such as 2027-03-01"),
    (f"{D}/record/0/due", "2027-02-30", "record/n-task/due: must be a date such as 2027-03-01"),
    (f"{D}/record/0/due", 20270301, "record/n-task/due: must be a date such as 2027-03-01"),
    (f"{D}/lifecycle/moves/0/at", "noon", "moves/m-1/at: must be a moment such as"),
    (f"{D}/lifecycle/moves/0/at", "2027-02-01T25:00", "moves/m-1/at: must be a moment such as"),
    (f"{D}/lifecycle/moves/0/at", 1800000000, "moves/m-1/at: must be a moment such as"),
    (f"{D}/lifecycle/moves/0/cycle", 1.5, "moves/m-1/cycle: must be a"),
    (f"{D}/lifecycle/moves/0/cycle", 0, "moves/m-1/cycle: must be at least 1"),
    (f"{D}/stakeholders/0/sector", "busyness", "s-growers/sector: must be one of 'business', 'government'"),
    (f"{D}/stakeholders/0/interests/0/weight", -1, "i-speed/weight: must be at least 0"),
    (f"{D}/stakeholders/0/reservation_value", 1e13, "reservation_value: must be at most"),
    ("settings/robustness/draws", 10**10, "settings/robustness/draws: must be at most"),
    # ids
    (f"{D}/id", "a b", "drafts/a b/id: must be an id: 1 to 60 letters, digits, hyphens or underscores"),
    (f"{D}/id", "", "must be an id"),
    (f"{D}/id", "x" * 61, "must be an id"),
    (f"{D}/id", "x\n", "must be an id"),
    (f"{D}/id", 7, "drafts/0/id: must be text"),
    (f"{D}/id", MISSING, "drafts/0: “id” is missing"),
    (f"{D}/scenarios/0/scores", {"an interest": {}}, "c-lane/scores/an interest: must be an id"),
    # fields
    (f"{D}/titel", "x", "drafts/d-cold-chain/titel: the format has no such field"),
    (f"{C}/scores/i-speed/vlaue", 1, "scenarios/c-lane/scores/i-speed/vlaue: the format has no such field"),
    (f"{D}/lifecycle/moves/0/from_", "frame", "moves/m-1/from_: the format has no such field"),
    (f"{D}/lifecycle/moves/0/from", MISSING, "moves/m-1: “from” is missing"),
    ("own_cases/0/name", MISSING, "own_cases/own-fish: “name” is missing"),
    (f"{C}/scores/i-speed/interest", "i-secret", "must not stand under it again"),
    # the same id twice
    ("drafts/1/id", "d-cold-chain", "d-cold-chain occurs more than once"),
    ("drafts/1/id", "own-fish", "own-fish occurs more than once"),
    ("snapshots/0/id", "d-empty", "d-empty occurs more than once"),
    (f"{D}/record/0/id", "s-growers", "drafts/d-cold-chain: ids in draft d-cold-chain must be unique"),
    (f"{D}/stakeholders/1/interests/0/id", "i-speed", "i-speed occurs more than once"),
    ("workshop/participants", [{"id": "p"}, {"id": "p"}], "workshop: ids of participants must be unique"),
    ("own_entries", [{"id": "o", "catalogue": "enablers"}] * 2, "ids of own entries must be unique"),
    (f"{C}/data_flows", ["f-arrivals", "f-arrivals"], "f-arrivals occurs more than once"),
    # mixes and votes
    (f"{D}/dimensions/orientation/mix/social_issue", 0.3,
     f"{A}/dimensions/orientation/mix: the shares of a mix must sum to 1, but these sum to 1.3"),
    (f"{D}/dimensions/orientation/mix", {}, "these sum to 0"),
    (f"{D}/dimensions/orientation/mix", {"social_issue": 1.1, "societal_sector": -0.1}, "must be at most 1"),
    (f"{D}/dimensions/orientation/votes", {"social_issue": 1}, "as a mix or as votes, not both"),
    (f"{D}/dimensions/timeframes/votes/social_issue", -1, "votes/social_issue: must be at least 0"),
    (f"{D}/dimensions/timeframes/votes/social_issue", 0.5, "votes/social_issue: must be a"),
    ("own_cases/0/dimensions/orientation/mix/social_issue", 0.5, "own-fish/dimensions/orientation/mix: the"),
    # scores
    (f"{C}/scores/i-speed/high", 5, "score 5 of i-speed in scenario c-lane is off the scale from -2 to 4"),
    (f"{C}/scores/i-secret/value", -2.5, "the score -2.5 of i-secret in scenario c-lane is off the scale"),
    (f"{C}/scores/i-speed/low", 3, "must lie between its low and its high"),
    (f"{C}/scores/i-speed/value", "2", "scores/i-speed/value: must be a number"),
    (f"{D}/scale/max", -1, "drafts/d-cold-chain/scale: a scale must run from its min up to its max"),
    # references
    (f"{D}/chosen_scenario", "gone", "points at gone, but there is no such scenario"),
    (f"{D}/data_flows/0/from_stakeholder", "gone", "data flow f-arrivals points at gone"),
    (f"{D}/data_flows/0/to_stakeholder", "gone", "data flow f-arrivals points at gone"),
    (f"{C}/data_flows/0", "gone", "there is no such data flow"),
    (f"{C}/benefits/0/stakeholder", "gone", "benefit b-hours points at gone"),
    (f"{C}/benefits/0/from_stakeholder", "gone", "benefit b-hours points at gone"),
    (f"{C}/benefits/0/serves/0", "gone", "there is no such interest"),
    (f"{C}/costs/0/stakeholder", "gone", "cost k-gate points at gone"),
    (f"{C}/business_cases/0/stakeholder", "gone", "there is no such stakeholder"),
    (f"{C}/mechanisms/0/serves/0", "gone", "there is no such interest"),
    (f"{C}/scores/gone", {"value": 1}, "points at gone, but there is no such interest"),
    (f"{D}/lifecycle/moves/0/from", "sharing", "move m-1 starts from sharing, but the draft stood at frame"),
    # references into the catalogues
    (f"{C}/mechanisms/0/mechanism", "gone", "points at gone, but there is no such mechanism"),
    (f"{C}/government_roles/0/role", "gone", "points at gone, but there is no such role of government"),
    (f"{C}/benefits/0/kind", "gone", "points at gone, but there is no such kind of benefit"),
    (f"{D}/stakeholders/0/roles/0", "gone", "points at gone, but there is no such stakeholder role"),
    (f"{D}/stakeholders/0/interests/0/motivation", "gone", "there is no such motivation"),
    (f"{D}/challenges/0/category", "gone", "there is no such challenge category"),
    (f"{D}/readiness/gone", {}, "there is no such component of readiness"),
    ("snapshots/0/draft/challenges/0/category", "gone", "of snapshot z-noon points at gone"),
    ("own_cases/0/mechanisms/0/mechanism", "gone", "own case own-fish points at gone"),
    ("drafts/1/id", "floraholland", "draft floraholland has the id of a built-in case"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "value", "words"), BROKEN_RULES)
def test_a_broken_rule_is_named_with_its_place(
    refused: Refused, document: Document, address: str, value: object, words: str
) -> None:
    put(document, address, value)

    problem = refused(as_bytes(document))

    assert type(problem) is Invalid
    assert any(words in each for each in problem.problems), problem.problems


@pytest.mark.parametrize("key", ["Title", "sha265", "comment"])
def test_an_unknown_key_beside_the_workbook_is_refused(
    refused: Refused, document: Document, key: str
) -> None:
    assert refused(as_bytes({**document, key: None})).sentence == f"{key}: the format has no such field"


def test_check_tells_all_problems_and_opening_the_first_and_their_number(
    tmp_path: Path, document: Document
) -> None:
    path = tmp_path / "e.partnership"
    put(document, "title", 7)
    put(document, f"{D}/record/0/due", "soon")
    put(document, f"{D}/dimensions/orientation/mix/social_issue", 0.3)
    path.write_bytes(as_bytes(document))

    lines = check(path)

    assert len(lines) == 3
    assert all(line.startswith(f"{path}: ") for line in lines)
    with pytest.raises(Invalid, match=r"title: must be text \(and 2 more problems\)"):
        read(path)


def test_a_file_that_breaks_a_rule_a_million_times_is_told_in_bounds(
    tmp_path: Path, document: Document
) -> None:
    path = tmp_path / "e.partnership"
    document["workbook"].update({f"unknown{number}": "x" * 100 for number in range(20_000)})
    path.write_bytes(as_bytes(document))

    assert len(check(path)) == 1000


def test_what_a_file_says_cannot_break_the_line(refused: Refused, document: Document) -> None:
    nasty = "line\nbreak\r\x1b[31m\u2028\u202e" + "long" * 500
    for address in (f"{D}/id", f"{D}/{nasty}", f"{D}/lifecycle/moves/0/from", f"{D}/stakeholders/0/sector"):
        changed = json.loads(as_bytes(document))
        put(changed, address, nasty)
        refused(as_bytes(changed))  # looks at the line
    refused(as_bytes({**document, "format_version": 9, "app_version": nasty}))
    put(document, "workshop/participants", [{"id": f"participant-{number // 2}"} for number in range(2000)])
    assert refused(as_bytes(document)).sentence.endswith("…")


# ------------------------------------------------------------------------------------- what cannot be read


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read(path)
    assert check(path) == (str(caught.value),)
    return caught.value.sentence


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "is a folder, not a file"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.partnership") == "cannot be read: there is no such file or folder"
    (tmp_path / "file").touch()
    assert "not a folder" in refusal(tmp_path / "file" / "e.partnership")


def test_a_pipe_does_not_hang_the_program(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes in folders here")
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path / "pipe") == "is a device, not a file"


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")

    assert "a link that leads back to itself" in refusal(tmp_path / "a")


def test_a_file_without_permission_is_refused(folder_without_privileges: Path) -> None:
    path = folder_without_privileges / "e.partnership"
    path.write_bytes(b"{}")
    path.chmod(0)

    assert "there is no permission" in refusal(path)


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "two\nlines\udcff.partnership"
    with pytest.raises(Unreadable) as caught:
        read(path)
    assert str(caught.value).startswith(f"{tmp_path}/two\\nlines\\udcff.partnership: ")


def test_a_file_larger_than_any_workbook_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 2**20)
    path = tmp_path / "e.partnership"
    path.write_bytes(b" " * (2**20 + 1))

    assert refusal(path) == "is larger than 1 MB, which no workbook is"
