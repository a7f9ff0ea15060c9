"""The example in docs/adding-a-case.md works as it stands."""

import re
import tomllib
from pathlib import Path

from tests.workbook.library.walk import records
from workbook.library.citations import sources_cited
from workbook.library.entries import Library, Source
from workbook.library.references import known_ids, unknown_in_case
from workbook.model.case import Case, CasePosition

PAGE = Path(__file__).resolve().parents[3] / "docs" / "adding-a-case.md"


def examples() -> tuple[Source, Case]:
    source, case = re.findall(
        r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return Source.model_validate(tomllib.loads(source)["entry"][0]), Case.model_validate(tomllib.loads(case))


def test_the_example_shows_every_part_of_a_case() -> None:
    _, case = examples()
    empty = [field for field in type(case).model_fields if not getattr(case, field)]
    assert not empty


def test_the_example_points_at_entries_that_exist(library: Library) -> None:
    _, case = examples()
    assert unknown_in_case(case, known_ids(library)) == ()


def test_the_citations_of_the_example_can_be_followed(library: Library) -> None:
    source, case = examples()
    for path, record in records(case, "example"):
        if "citation" in type(record).model_fields and record != CasePosition():
            assert source in sources_cited(getattr(record, "citation"), (*library.sources, source)), path  # noqa: B009
