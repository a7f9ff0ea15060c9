"""The figures of the win-win analysis as plain JSON: `win_win` in the answer of `analyse --json`.

By scenario id and, where it applies, stakeholder id. A known figure is a number, an open one `[low, high]`;
what is not yet known is null. A rule answers with a list of scenario ids, with {"necessary", "possible"}
while scores are missing, or with null where it has no answer to show.
"""

from collections.abc import Callable
from typing import Any

from workbook.analysis.win_win.findings import Figures, WinWin
from workbook.analysis.win_win.naming import number
from workbook.analysis.win_win.repairs import Raise, Repair, SingleChange
from workbook.analysis.win_win.rules import Choice
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Row
from workbook.analysis.win_win.verdicts import Verdict

Json = dict[str, Any]
Figure = float | list[float] | None


def contract(win_win: WinWin) -> Json:
    """Everything under `win_win` but the robustness."""
    return contract_of(win_win.figures)


def contract_of(figures: Figures) -> Json:
    """The same of the figures alone."""
    return {
        "net": _by_holder(figures, lambda row: interval(figures.values.net(row))),
        "gains": _by_holder(figures, lambda row: row.gains),
        "loses": _by_holder(figures, lambda row: row.loses),
        "acceptable": _by_scenario(figures, lambda verdict: verdict.outcome.acceptable),
        "win_win": _by_scenario(figures, lambda verdict: verdict.outcome.win_win),
        "all_gain": _by_scenario(figures, lambda verdict: verdict.outcome.all_gain),
        "class": _by_scenario(figures, lambda verdict: verdict.outcome.kind),
        "surplus": _by_scenario(figures, lambda verdict: interval(verdict.surplus)),
        "dominated_by": {key: list(by) for key, by in figures.dominated_by.items()},
        "fixes": {
            key: {holder: fix(repair) for holder, repair in repairs.by_holder.items()}
            for key, repairs in figures.repairs.items()
        },
        "single_change": {
            key: single_change(repairs.single_change) for key, repairs in figures.repairs.items()
        },
        **{rule: choice(chosen) for rule, chosen in figures.choices.items()},
    }


def interval(figure: Interval | None) -> Figure:
    """A known figure as a number, an open one as [low, high]."""
    if figure is None:
        return None
    return number(figure.low) if figure.is_point else [number(figure.low), number(figure.high)]


def choice(chosen: Choice | None) -> list[str] | Json | None:
    """What a rule answers."""
    if chosen is None:
        return None
    if chosen.is_exact:
        return list(chosen.chosen)
    return {"necessary": list(chosen.necessary), "possible": list(chosen.possible)}


def fix(repair: Repair) -> Json:
    """What one loser would need. `incomplete` stands there only when it is true."""
    low, high = number(repair.deficit.low), number(repair.deficit.high)
    if repair.incomplete:
        return {
            "deficit": [low, high],
            "raise_to_whole": None,
            "raise_to_gain": None,
            "payer": None,
            "incomplete": True,
        }
    return {
        "deficit": low,
        "raise_to_whole": change(repair.to_whole),
        "raise_to_gain": change(repair.to_gain),
        "payer": None if repair.payer is None else repair.payer.id,
    }


def change(raised: Raise | None) -> Json | None:
    """One score raised. `more_than` stands there only when it is true."""
    if raised is None:
        return None
    more = {"more_than": True} if raised.more_than else {}
    return {
        "interest": raised.interest.id,
        "from": number(raised.from_score),
        "to": number(raised.to_score),
        **more,
    }


def single_change(single: SingleChange | None) -> Json | None:
    """The one change that leaves nobody worse off."""
    if single is None:
        return None
    return {
        "stakeholder": single.holder.id,
        **(change(single.change) or {}),
        "then_win_win": single.then.outcome.win_win,
    }


def _by_scenario(figures: Figures, of: Callable[[Verdict], object]) -> Json:
    return {key: of(verdict) for key, verdict in figures.verdicts.items()}


def _by_holder(figures: Figures, of: Callable[[Row], object]) -> Json:
    return {
        key: {holder: of(row) for holder, row in verdict.values.rows.items()}
        for key, verdict in figures.verdicts.items()
    }
