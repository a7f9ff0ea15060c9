"""The commands that write and check files: example, new, check, schema."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from workbook.library.loader import load
from workbook.persistence.reading import read


def test_example_writes_three_drafts_one_after_each_characterised_case(typed: Type, tmp_path: Path) -> None:
    path = tmp_path / "e.partnership"
    assert typed("example", path).status == 0
    drafts = read(path).workbook.drafts
    begun = [draft.begun_from.id for draft in drafts if draft.begun_from is not None]
    assert begun == ["floraholland", "flowminder", "nys_food_traceability"]


@pytest.mark.parametrize("command", ["example", "new"])
def test_an_existing_file_is_refused_and_left_alone(command: str, typed: Type, tmp_path: Path) -> None:
    there = tmp_path / "there.partnership"
    there.write_bytes(b"mine")
    answer = typed(command, there)
    assert answer.status == 1
    assert answer.err == f"{there}: is already there, and a new file never replaces another\n"
    assert there.read_bytes() == b"mine"


def test_two_examples_are_two_documents(typed: Type, tmp_path: Path) -> None:
    for name in ("a", "b"):
        typed("example", tmp_path / name)
    assert read(tmp_path / "a").head.document_id != read(tmp_path / "b").head.document_id


def test_new_writes_one_empty_draft(typed: Type, tmp_path: Path) -> None:
    path = tmp_path / "Clean rivers.partnership"
    assert typed("new", path).status == 0
    workbook = read(path).workbook
    assert workbook.title == "Clean rivers"
    (draft,) = workbook.drafts
    assert (draft.name, draft.begun_from, draft.stakeholders) == ("Draft A", None, ())


@pytest.mark.parametrize("case", load().cases, ids=lambda case: case.id)
def test_new_begins_from_any_case_of_the_library(case: object, typed: Type, tmp_path: Path) -> None:
    case_id = getattr(case, "id")  # noqa: B009 - parametrize has lost the type
    path = tmp_path / "new.partnership"
    assert typed("new", path, "--from-case", case_id).status == 0
    (draft,) = read(path).workbook.drafts
    assert draft.begun_from is not None
    assert draft.begun_from.id == case_id
    assert typed("check", path).status == 0


def test_new_from_a_case_that_is_not_there_names_those_that_are(typed: Type, tmp_path: Path) -> None:
    path = tmp_path / "new.partnership"
    answer = typed("new", path, "--from-case", "atlantis")
    assert answer.status == 1
    assert answer.err.startswith("There is no case atlantis to begin from (there: floraholland, flowminder,")
    assert not path.exists()


def test_a_draft_begun_from_a_characterised_case_is_nearest_to_it(typed: Type, tmp_path: Path) -> None:
    path = tmp_path / "new.partnership"
    typed("new", path, "--from-case", "flowminder")
    (near,) = typed("compare", path, "--json").json["nearest"].values()
    assert near == ["flowminder"]


def test_check_finds_nothing_in_the_example(example: Path, typed: Type) -> None:
    answer = typed("check", example)
    assert (answer.status, answer.err) == (0, "")
    assert "no problems found" in answer.out


def test_check_gives_one_line_per_problem_on_stdout(example: Path, typed: Type) -> None:
    document = json.loads(example.read_text("utf-8"))
    document["sha256"] = None
    draft = document["workbook"]["drafts"][0]
    draft["dimensions"]["orientation"] = {"mix": {"social_issue": 0.3}}
    draft["stakeholders"][0]["roles"] = ["data_provider", "data_provider"]
    example.write_text(json.dumps(document), "utf-8")
    before = example.read_bytes()
    answer = typed("check", example)
    assert answer.status == 1
    assert answer.err == ""
    lines = answer.out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{example}: drafts/cold-chain/") for line in lines)
    assert "sum to 0.3" in answer.out
    assert "data_provider occurs more than once" in answer.out
    assert example.read_bytes() == before


@pytest.mark.parametrize("command", ["show", "analyse", "compare"])
def test_a_damaged_file_is_refused_in_one_line_by_every_command(
    command: str, example: Path, typed: Type
) -> None:
    data = example.read_bytes()
    example.write_bytes(data[: len(data) // 2])
    answer = typed(command, example)
    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.startswith(f"{example}: is damaged")
    assert answer.err.count("\n") == 1


def test_schema_is_the_json_schema_of_the_file(typed: Type) -> None:
    schema = typed("schema").json
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"format", "format_version", "workbook"} <= set(schema["required"])
