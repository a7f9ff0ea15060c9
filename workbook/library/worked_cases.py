"""The characterised cases as whole drafts: what their sources report, with scenarios that we scored.

The scores and weights are our illustration, and say so; what is not reported says that it is not.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import ValidationError

from workbook.library.entries import Library
from workbook.library.loader import LibraryError, load
from workbook.library.references import unknown_references
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


@cache
def worked_drafts() -> tuple[Draft, ...]:
    """The built-in ones, in the order of their cases.

    Raises:
        LibraryError: one of the files cannot be used.
    """
    return read(files("workbook.library") / "worked", load())


def worked_draft(case_id: str) -> Draft | None:
    """The draft that works out this case; None when there is none.

    Raises:
        LibraryError: one of the files cannot be used.
    """
    return next((draft for draft in worked_drafts() if _case_of(draft) == case_id), None)


def read(folder: Traversable, library: Library) -> tuple[Draft, ...]:
    """The worked cases in a folder, one file each, in the order of the library's cases.

    Raises:
        LibraryError: one of the files cannot be used.
    """
    cases = [case.id for case in library.cases]
    found: dict[str, Draft] = {}
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.name.endswith(".json"):
            draft = _draft(path)
            case = _case_of(draft)
            if case not in cases:
                raise _unusable(path, "begun_from: must name a case of the library")
            if case in found:
                raise _unusable(path, f"begun_from: {found[case].id} works out the case {case} already")
            for sentence in unknown_references(Workbook(drafts=(draft,)), library):
                raise _unusable(path, sentence)
            found[case] = draft
    return tuple(found[case] for case in cases if case in found)


def _case_of(draft: Draft) -> str:
    begun = draft.begun_from
    return begun.id if begun is not None and begun.kind == "case" else ""


def _draft(path: Traversable) -> Draft:
    try:
        return Draft.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _unusable(path, f"{place}: {first['msg']}" if place else first["msg"]) from error
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except ValueError as error:  # not JSON, or not UTF-8
        raise _unusable(path, str(error)) from error


def _unusable(path: Traversable, cause: str) -> LibraryError:
    return LibraryError(f"The library file {path.name} cannot be used: {cause}.")
