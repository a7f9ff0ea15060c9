"""What could be done next: the nearest repair, the question worth asking, and where each is entered."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.pages.win_win.wording import shown, with_names_bold
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.repairs import Repair
from workbook.editing import Address

NO_REPAIR = "Nothing to repair: nobody surely loses in a scenario."
NO_QUESTION = "Nothing to ask: no missing answer could change a verdict."


@dataclass(frozen=True)
class NextStep:
    """In words, with the finding behind it; `address` is where it would be entered, if in one place.

    `repair` says all that would help, where the words name only the one change that saves the scenario.
    """

    words: str
    finding: Finding
    address: Address | None
    repair: Finding | None = None


def nearest_repair(found: WinWin) -> NextStep | None:
    """Of the nearest miss; else the single change that lacks least; else the loser that lacks least."""
    steps = list(all_repairs(found))
    return min(steps, key=lambda step: step[0])[1] if steps else None


def all_repairs(found: WinWin) -> Iterator[tuple[tuple[object, ...], NextStep]]:
    """Every repair of a party, and of whoever is affected; with what it is sorted by, the nearest first."""
    its = found.figures.recommendation
    missed = its.scenario if its.state == "no agreement yet" else None
    for scenario, repairs in found.figures.repairs.items():
        single = repairs.single_change
        for place, repair in enumerate(repairs.by_holder.values()):
            is_single = single is not None and single.holder is repair.holder
            nearness = (
                missed is not None and scenario != missed,
                not repair.holder.is_party,
                not is_single,
                repair.deficit.low,
                place,
            )
            place_of_it = f"{found.draft.id}.{scenario}"
            whole = _finding(found, scenario, f"win_win.repair.{place_of_it}.{repair.holder.id}")
            one = _finding(found, scenario, f"win_win.single_change.{place_of_it}") if is_single else None
            where = _where(found, scenario, repair)
            if one is None:
                yield nearness, NextStep(_words(found, whole), whole, where)
            else:
                yield nearness, NextStep(_words(found, one), one, where, whole)


def next_question(found: WinWin) -> NextStep | None:
    """The score, the weights or the interests to ask for."""
    asked = found.figures.question
    if asked is None or found.question is None:
        return None
    draft = ("drafts", found.draft.id)
    address: Address = (*draft, "stakeholders", asked.holder.id)
    if asked.scenario is not None and asked.interest is not None:
        address = (*draft, "scenarios", asked.scenario.id, "scores", asked.interest.id)
    elif asked.asks == "weights" and asked.holder.stakeholder.interests:
        address = (*address, "interests", asked.holder.stakeholder.interests[0].id)
    return NextStep(_words(found, found.question), found.question, address)


def _where(found: WinWin, scenario: str, repair: Repair) -> Address | None:
    if repair.to_whole is None:
        return None
    return ("drafts", found.draft.id, "scenarios", scenario, "scores", repair.to_whole.interest.id)


def _finding(found: WinWin, scenario: str, finding_id: str) -> Finding:
    return next(each for each in found.scenarios[scenario] if each.id == finding_id)


def _words(found: WinWin, finding: Finding) -> str:
    return with_names_bold(shown(finding.words), found)
