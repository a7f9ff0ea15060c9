"""What is saved is what is opened."""

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import workbooks
from workbook.model.workbook import Workbook
from workbook.persistence.checking import check
from workbook.persistence.format import digest, new_head, to_bytes, to_document
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write


@pytest.fixture(autouse=True, scope="module")
def disk_in_no_hurry() -> Iterator[None]:
    """These tests save hundreds of files and ask nothing about the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=8,
)


@settings(max_examples=40)
@given(workbook=workbooks())
def test_any_workbook_opens_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, workbook: Workbook
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.partnership"

    saved = create(path, workbook)
    opened = read(path)

    assert opened.workbook == workbook
    assert opened.head == saved.head
    assert (opened.upgraded_from, opened.altered) == (None, False)
    assert check(path) == ()


@settings(max_examples=20)
@given(workbook=workbooks())
def test_saving_what_was_opened_changes_nothing_but_the_head(
    tmp_path_factory: pytest.TempPathFactory, workbook: Workbook
) -> None:
    path = tmp_path_factory.mktemp("same") / "same.partnership"
    create(path, workbook)
    before = json.loads(path.read_bytes())
    opened = read(path)

    write(path, opened.workbook, opened.head)

    after = json.loads(path.read_bytes())
    assert after["workbook"] == before["workbook"]
    assert (after["document_id"], after["revision"]) == (before["document_id"], 2)


@settings(max_examples=200)
@given(value=json_values)
def test_the_fast_writer_and_the_standard_parser_agree(value: object) -> None:
    document = {"sha256": None, "first": value, "a": value}

    parsed = json.loads(to_bytes(document))

    assert parsed == document
    assert repr(parsed) == repr(document)  # 1 == True == 1.0, but they are not the same in a file
    assert digest(parsed) == digest(document)


@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_keeps_its_last_digit(number: float) -> None:
    parsed = json.loads(to_bytes({"number": number}))["number"]

    assert parsed == number
    assert math.copysign(1, parsed) == math.copysign(1, number)


def test_the_head_comes_first_and_the_rest_follows_the_model() -> None:
    text = to_bytes(to_document(Workbook(title="Cold chain"), new_head())).decode()

    keys = list(json.loads(text))
    assert keys == [
        "format",
        "format_version",
        "app_version",
        "document_id",
        "revision",
        "sha256",
        "workbook",
    ]
    assert list(json.loads(text)["workbook"]) == list(Workbook.model_fields)
    assert text.startswith('{\n  "format": "partnership-workbook",\n  "format_version": 1,\n')
    assert text.endswith("\n}\n")


def test_text_in_any_script_stays_readable_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "e.partnership"

    create(path, Workbook(title="海关 — Zoll “douane”\u2028🚢"))

    assert "海关 — Zoll “douane”" in path.read_text(encoding="utf-8")
    assert read(path).workbook.title == "海关 — Zoll “douane”\u2028🚢"


def test_layout_and_order_of_keys_do_not_matter(sample: Path) -> None:
    before = read(sample)
    document = json.loads(sample.read_bytes())
    backwards = dict(reversed(document.items()))
    sample.write_text(json.dumps(backwards), encoding="utf-8")

    assert read(sample) == before


def test_line_ends_and_byte_order_mark_of_other_systems_do_not_matter(sample: Path) -> None:
    before = read(sample)
    sample.write_bytes(b"\xef\xbb\xbf" + sample.read_bytes().replace(b"\n", b"\r\n"))

    assert read(sample) == before


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    path = tmp_path / "hand.partnership"
    path.write_text(
        '{"format": "partnership-workbook", "format_version": 1, "workbook": {}}', encoding="utf-8"
    )

    opened = read(path)

    assert opened.workbook == Workbook()
    assert opened.head.revision == 0
    assert opened.head.document_id  # so that recovery data has something to hold on to
