"""The workbooks worked on lately, with the few facts that the start page shows of each without opening it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.model.workbook import Workbook

MOST = 12


@dataclass(frozen=True)
class RecentWorkbook:
    """One of them, as it was when it was last opened or saved.

    `shares` are those of the first draft (0-1), in the order of the platforms; None: nothing is characterised
    yet. `stage` is the first draft's, in words, or empty.
    """

    path: Path
    title: str
    drafts: int
    stage: str
    shares: tuple[float, float, float] | None
    when: dt.datetime
    is_missing: bool = False
    """The file was not there when it was last looked for. Not kept: it may be on a stick that comes back."""


def facts_of(path: Path, workbook: "Workbook", when: dt.datetime) -> RecentWorkbook:
    """What to remember of a workbook that was just opened or saved."""
    # Imported here, because the list itself is read before the model and the analysis are loaded.
    from workbook.analysis.profile import mean_shares
    from workbook.analysis.subject import draft_subject
    from workbook.library.loader import load

    stage, shares = "", None
    if workbook.drafts:
        first = workbook.drafts[0]
        stage = load().stage(first.lifecycle.stage).name
        mean = mean_shares(each for each in draft_subject(first).shares.values() if each is not None)
        if mean is not None:
            one, two, three = (round(float(share), 4) for share in mean.values())
            shares = (one, two, three)
    return RecentWorkbook(path, workbook.title or path.stem, len(workbook.drafts), stage, shares, when)


def with_latest(recent: Iterable[RecentWorkbook], latest: RecentWorkbook) -> tuple[RecentWorkbook, ...]:
    """The list with this one first, once, and not too long."""
    return (latest, *(each for each in recent if each.path != latest.path))[:MOST]


def without(recent: Iterable[RecentWorkbook], path: Path) -> tuple[RecentWorkbook, ...]:
    """The list without this one."""
    return tuple(each for each in recent if each.path != path)


def looked_for(recent: Iterable[RecentWorkbook]) -> tuple[RecentWorkbook, ...]:
    """The list, each marked as there or missing. Not for the window's thread: drives that sleep are slow."""
    return tuple(replace(each, is_missing=not _is_there(each.path)) for each in recent)


def to_plain(recent: RecentWorkbook) -> dict[str, object]:
    """As it stands in the settings file."""
    return {
        "path": str(recent.path),
        "title": recent.title,
        "drafts": recent.drafts,
        "stage": recent.stage,
        "shares": recent.shares,
        "when": recent.when.isoformat(),
    }


def from_plain(plain: object) -> RecentWorkbook | None:
    """One entry of the settings file; None if it is not one."""
    if not isinstance(plain, Mapping):
        return None
    path, title, drafts, stage = (plain.get(key) for key in ("path", "title", "drafts", "stage"))
    if not (isinstance(path, str) and path and isinstance(title, str) and isinstance(stage, str)):
        return None
    if type(drafts) is not int or drafts < 0:
        return None
    try:
        when = dt.datetime.fromisoformat(str(plain.get("when"))).astimezone()
        shares = _shares(plain.get("shares"))
    except (TypeError, ValueError, OverflowError):
        return None
    return RecentWorkbook(Path(path), title, drafts, stage, shares, when)


def _shares(plain: object) -> tuple[float, float, float] | None:
    """Three shares.

    Raises:
        TypeError, ValueError: they are something else.
    """
    if plain is None:
        return None
    one, two, three = (float(share) for share in plain)  # type: ignore[attr-defined]
    if not all(0 <= share <= 1 for share in (one, two, three)):
        raise ValueError
    return one, two, three


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that this system cannot even look for
        return False
