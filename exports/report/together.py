"""The drafts of several files as one workbook, every draft with an id and a name of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from exports.report.cell_text import name_text
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.workbook import OwnEntry, RobustnessSettings, Workbook

LONGEST_ID = 60


@dataclass(frozen=True)
class SourceFile:
    """A workbook to report on, and the name of the file it is in."""

    name: str
    workbook: Workbook
    document_id: str = ""

    @property
    def short_name(self) -> str:
        """The name of the file without folder and ending."""
        return PurePath(self.name).stem


@dataclass(frozen=True)
class Together:
    """One workbook with all drafts; `called` says which of its ids a draft id of the files stands for.

    `doubts` are the settings of the simulation in the file that each draft comes from.
    """

    workbook: Workbook
    called: Mapping[str, tuple[str, ...]]
    doubts: Mapping[str, RobustnessSettings]

    def drafts(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids here for ids as they stand in the files; one that several files have stands for all."""
        return tuple(here for each in ids for here in self.called.get(each, (each,)))


def together(files: Sequence[SourceFile]) -> Together:
    """All drafts, own cases and own entries of the files, in their order.

    Where files use the same id for different things, later ones get a new id; drafts of the same name get the
    name of their file, or a number, added. A single file whose drafts have different names stays as it is but
    for its snapshots: the report does not show them.
    """
    cases = tuple(_own_cases(files))
    taken = {case.id for case in cases}
    renamed = tuple(_with_own_ids(files, taken))
    names = _names([(file, draft) for file, draft, _ in renamed])
    drafts = tuple(
        draft if draft.name == name else draft.replace(name=name)
        for (_, draft, _), name in zip(renamed, names, strict=True)
    )
    called: dict[str, tuple[str, ...]] = {}
    for (_, _, old_id), draft in zip(renamed, drafts, strict=True):
        called[old_id] = (*called.get(old_id, ()), draft.id)
    first = files[0].workbook if files else Workbook()
    merged = first.replace(
        title=_listed(file.workbook.title for file in files),
        facilitator=_listed(file.workbook.facilitator for file in files),
        drafts=drafts,
        own_cases=cases,
        own_entries=tuple(_own_entries(files)),
        snapshots=(),
    )
    doubts = {draft.id: file.workbook.settings.robustness for file, draft, _ in renamed}
    return Together(merged, called, doubts)


def _with_own_ids(files: Sequence[SourceFile], taken: set[str]) -> Iterator[tuple[SourceFile, Draft, str]]:
    """Each draft with its file and the id it has there; the id here is one that nothing else has."""
    for file in files:
        for draft in file.workbook.drafts:
            new_id = _free(draft.id, taken)
            yield file, draft if new_id == draft.id else draft.replace(id=new_id), draft.id


def _names(drafts: Sequence[tuple[SourceFile, Draft]]) -> Iterator[str]:
    """A name for each draft that no other has; without marks that would turn the sentences it stands in."""
    plain = [name_text(draft.name) or draft.id for _, draft in drafts]
    often = Counter(name.casefold() for name in plain)
    in_files = len({file.name for file, _ in drafts}) > 1
    taken: set[str] = set()
    for (file, _), name in zip(drafts, plain, strict=True):
        is_shared = often[name.casefold()] > 1
        wanted = f"{name} ({file.short_name})" if is_shared and in_files else name
        tried, number = wanted, 1
        while tried.casefold() in taken:
            number += 1
            tried = f"{wanted} ({number})"
        taken.add(tried.casefold())
        yield tried


def _own_cases(files: Sequence[SourceFile]) -> Iterator[Case]:
    """The same case in several files once; different cases with one id get ids and names of their own."""
    seen: list[Case] = []
    taken: set[str] = set()
    for file in files:
        for case in file.workbook.own_cases:
            if case in seen:
                continue
            seen.append(case)
            new_id = _free(case.id, taken)
            if new_id == case.id:
                yield case
            else:
                added = f" ({file.short_name})"
                short_name = case.short_name and case.short_name + added
                yield case.replace(id=new_id, name=case.name + added, short_name=short_name)


def _own_entries(files: Sequence[SourceFile]) -> Iterator[OwnEntry]:
    """Entries with one id once; with all wordings where files differ, since drafts point at it by its id."""
    versions: dict[str, list[OwnEntry]] = {}
    for file in files:
        for entry in file.workbook.own_entries:
            known = versions.setdefault(entry.id, [])
            if entry not in known:
                known.append(entry)
    for same in versions.values():
        fields = ("name", "explanation", "source")
        yield same[0].replace(**{field: _listed(getattr(each, field) for each in same) for field in fields})


def _free(wanted: str, taken: set[str]) -> str:
    tried, number = wanted, 1
    while tried in taken:
        number += 1
        end = f"-{number}"
        tried = wanted[: LONGEST_ID - len(end)] + end
    taken.add(tried)
    return tried


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
