"""Small designs for the tests of the analysis, written in hundredths: (resource, issue, sector)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from workbook.analysis.subject import Subject, draft_subject
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS

Parts = tuple[int, int, int]

LIBRARY = load()
RESOURCE, ISSUE, SECTOR = (100, 0, 0), (0, 100, 0), (0, 0, 100)


def mix(parts: Parts) -> dict[str, dict[str, float]]:
    """A position given as a mix."""
    return {"mix": dict(zip(PLATFORMS, (part / 100 for part in parts), strict=True))}


def votes(*counts: int) -> dict[str, dict[str, int]]:
    """A position the room voted on."""
    return {"votes": dict(zip(PLATFORMS, counts, strict=True))}


def everywhere(parts: Parts) -> dict[str, Parts]:
    """The same mix on all eight dimensions."""
    return dict.fromkeys(DIMENSIONS, parts)


def draft(positions: Mapping[str, Parts | dict[str, Any]], draft_id: str = "ours", **more: object) -> Draft:
    """A draft with these positions, each a mix in hundredths or what `votes` gives."""
    dimensions = {d: p if isinstance(p, dict) else mix(p) for d, p in positions.items()}
    return Draft.model_validate(
        {"id": draft_id, "name": draft_id.capitalize(), "dimensions": dimensions, **more}
    )


def subject(positions: Mapping[str, Parts | dict[str, Any]], draft_id: str = "ours") -> Subject:
    """Such a draft, ready to be analysed."""
    return draft_subject(draft(positions, draft_id))


def own_case(case_id: str, positions: Mapping[str, Parts], **more: object) -> Case:
    """A case of the workbook's own."""
    dimensions = {dimension: mix(parts) for dimension, parts in positions.items()}
    return Case.model_validate(
        {"id": case_id, "name": case_id.capitalize(), "citation": "Report", "dimensions": dimensions, **more}
    )


def fractions(*written: str) -> list[Fraction]:
    """Fractions as one writes them: "1/3"."""
    return [Fraction(each) for each in written]
