"""Reads the TOML files of the library into records, once."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

from pydantic import ValidationError

from workbook.library.entries import (
    BenefitKind,
    CatalogueRemark,
    ChallengeCategory,
    Dimension,
    Enabler,
    Entry,
    Library,
    Motivation,
    Platform,
    Source,
    Stage,
)
from workbook.library.references import known_ids, unknown_in_case
from workbook.model.case import Case, Statement
from workbook.model.record import Record
from workbook.model.vocabulary import PLATFORMS, CatalogueId

EntryT = TypeVar("EntryT", bound=Record)
FileT = TypeVar("FileT", bound=Record)


class LibraryError(Exception):
    """A file of the library cannot be used; the message names the file and the cause."""


class CatalogueFile(Record, Generic[EntryT]):
    """A file of entries, and what holds for all of them."""

    about: Statement | None = None
    entry: tuple[EntryT, ...]


class PlatformFile(CatalogueFile[Platform]):
    """The platforms, and the limits of the framework."""

    limit: tuple[Statement, ...]


class StageFile(CatalogueFile[Stage]):
    """The stages, and where a draft or a step of a case can stand outside them."""

    place: tuple[Entry, ...]


@cache
def load() -> Library:
    """The built-in library.

    Raises:
        LibraryError: one of its files cannot be used.
    """
    return read(files("workbook.library"))


def read(folder: Traversable) -> Library:
    """The library in a folder.

    Raises:
        LibraryError: one of its files cannot be used.
    """
    remarks: list[CatalogueRemark] = []

    def entries(which: CatalogueId, kind: type[CatalogueFile[EntryT]]) -> tuple[EntryT, ...]:
        held = _file(folder / f"{which}.toml", kind)
        if held.about is not None:
            remarks.append(CatalogueRemark(catalogue=which, statement=held.about))
        return held.entry

    platforms = _file(folder / "platforms.toml", PlatformFile)
    stages = _file(folder / "stages.toml", StageFile)
    framework = {
        "sources": _file(folder / "sources.toml", CatalogueFile[Source]).entry,
        "limits": platforms.limit,
        "platforms": platforms.entry,
        "dimensions": _file(folder / "dimensions.toml", CatalogueFile[Dimension]).entry,
        "mechanisms": entries("mechanisms", CatalogueFile[Entry]),
        "government_roles": entries("government_roles", CatalogueFile[Entry]),
        "stakeholder_roles": entries("stakeholder_roles", CatalogueFile[Entry]),
        "motivations": entries("motivations", CatalogueFile[Motivation]),
        "challenge_categories": entries("challenge_categories", CatalogueFile[ChallengeCategory]),
        "readiness": entries("readiness", CatalogueFile[Entry]),
        "enablers": entries("enablers", CatalogueFile[Enabler]),
        "benefit_kinds": entries("benefit_kinds", CatalogueFile[BenefitKind]),
        "stages": stages.entry,
        "places": stages.place,
        "sharing_factors": _file(folder / "sharing_factors.toml", CatalogueFile[Entry]).entry,
        "remarks": tuple(remarks),
    }
    try:
        library = Library.model_validate({**framework, "cases": ()})
        return library.replace(cases=_cases(folder / "cases", library))
    except ValidationError as error:
        raise LibraryError(f"The library does not hold together: {_cause(error)}.") from error


def _cases(folder: Traversable, library: Library) -> tuple[Case, ...]:
    known = known_ids(library)
    cases = []
    for path in folder.iterdir():
        if path.name.endswith(".toml"):
            case = _file(path, Case)
            for sentence in unknown_in_case(case, known):
                raise _unusable(path, sentence)
            cases.append(case)
    return tuple(sorted(cases, key=_place_among_cases))


def _place_among_cases(case: Case) -> tuple[bool, int, str]:
    """Characterised cases first, in the order of the platforms; then by the name that is shown."""
    platform = PLATFORMS.index(case.platform) if case.platform else len(PLATFORMS)
    return not case.is_characterised, platform, case.label


def _file(path: Traversable, kind: type[FileT]) -> FileT:
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise _unusable(path, _cause(error)) from error
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise _unusable(path, str(error)) from error


def _unusable(path: Traversable, cause: str) -> LibraryError:
    return LibraryError(f"The library file {path.name} cannot be used: {cause}.")


def _cause(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]
