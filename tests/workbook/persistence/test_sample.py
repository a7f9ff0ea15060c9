"""The sample of version 1 is kept for ever and uses every field there is."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from workbook.model.record import Record
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.writing import write

ROOT = Path(__file__).parents[3]


def records_in(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records_in(getattr(value, name))
    elif isinstance(value, tuple):
        for member in value:
            yield from records_in(member)


def kinds_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from kinds_in(field.annotation)
    for part in get_args(annotation):
        yield from kinds_in(part)


def every_field() -> set[tuple[str, str]]:
    return {(kind.__name__, name) for kind in set(kinds_in(Workbook)) for name in kind.model_fields}


def test_every_record_of_the_format_is_known_to_this_test() -> None:
    names = {kind for kind, _ in every_field()}

    assert {"Workbook", "Draft", "Score", "ReadinessEntry", "Override", "ProcessStep", "Snapshot"} <= names
    assert len(names) > 40


def test_the_sample_says_something_in_every_field(sample: Path) -> None:
    said = set()
    for record in records_in(read(sample).workbook):
        for name, field in type(record).model_fields.items():
            if field.is_required() or getattr(record, name) != field.default:
                said.add((type(record).__name__, name))

    assert every_field() - said == set()


def test_the_sample_opens_saves_and_opens_again_equal(sample: Path) -> None:
    first = read(sample)
    assert (first.head.format_version, first.head.revision) == (1, 3)

    write(sample, first.workbook, first.head)

    again = read(sample)
    assert again.workbook == first.workbook
    assert again.head.document_id == first.head.document_id
    assert again.head.revision == 4


def test_the_checksum_in_the_documentation_is_the_one_we_use(sample: Path) -> None:
    page = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    snippets = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    assert len(snippets) == 1

    run = subprocess.run(
        [sys.executable, "-c", snippets[0], str(sample)], capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == [read(sample).head.sha256]
