"""How findings become the sentences at the head of the page: their own words, with the names in bold."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ui.widgets import strong
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import scenario_name, signed
from workbook.analysis.win_win.units import Interval
from workbook.analysis.wording import capitalised

MINUS = "\N{MINUS SIGN}"
_HYPHEN = re.compile(r"(?<![\w.])-(?=\d)")
_PER_CENT = re.compile(r"(?<=\d) %")
REFUSED = frozenset({"trade-off", "loss-only", "red-line"})
MOST_REFUSALS, LONGEST_SECOND = 2, 240
"""Sentences, and letters: more of them nobody reads aloud."""


def shown(words: str) -> str:
    """Words of a finding as they are set: a minus is a sign of its own, a per cent stays with its digits."""
    return _PER_CENT.sub("\N{NO-BREAK SPACE}%", _HYPHEN.sub(MINUS, words))


def signed_points(value: Fraction) -> str:
    """+1.67, 0, or a loss with a real minus sign."""
    return shown(signed(value))


def span_points(net: Interval) -> str:
    """A figure, or from where to where it may lie."""
    if net.is_point:
        return signed_points(net.low)
    return f"{signed_points(net.low)} to {signed_points(net.high)}"


def names_of(found: WinWin) -> Mapping[str, str]:
    """What each scenario is called, by id."""
    return {scenario.id: scenario_name(scenario.scenario) for scenario in found.figures.values.scenarios}


def with_names_bold(words: str, found: WinWin) -> str:
    """The longest names first: one name may be part of another."""
    names = sorted({name for name in names_of(found).values() if name in words}, key=len, reverse=True)
    if not names:
        return words
    pattern = re.compile("|".join(re.escape(name) for name in names))
    return pattern.sub(lambda match: strong(match.group()), words)


def without_scenario(finding: Finding, name: str) -> str:
    """What a finding on a scenario says of it, without its name."""
    return finding.words.removeprefix(f"{name}: ")


def verdict_of(found: WinWin, scenario: str) -> Finding:
    """The finding that says what holds of a scenario: the first of them."""
    return found.scenarios[scenario][0]


def headline(found: WinWin) -> str:
    """The pick in a sentence; or why there is none."""
    its = found.figures.recommendation
    if its.state == "pick" and its.scenario is not None:
        name = names_of(found)[its.scenario]
        return shown(_as_sentence(name, without_scenario(verdict_of(found, its.scenario), name)))
    if its.state == "no agreement yet" and its.scenario is not None:
        name = names_of(found)[its.scenario]
        return f"{strong('No agreement yet.')} The nearest miss is {strong(name)}."
    return with_names_bold(shown(found.pick.words), found)


def reason(found: WinWin) -> str:
    """Why the pick is the pick: what its finding says beyond the verdict."""
    its = found.figures.recommendation
    words = found.pick.words
    if its.scenario is not None:
        name = names_of(found)[its.scenario]
        said = without_scenario(verdict_of(found, its.scenario), name)
        for head in (f"{name}. {said}", f"No agreement yet. The nearest miss is {name}: "):
            if words.startswith(head):
                return shown(capitalised(words.removeprefix(head).strip()))
    return shown(words)


def second_sentence(found: WinWin) -> str:
    """Who would refuse what, and why; with a nearest miss what it lacks; else what is known or comes next."""
    its = found.figures.recommendation
    if its.state == "no agreement yet" and its.scenario is not None:
        return reason(found)
    refused = list(_refusals(found))
    said = refused or list(_win_wins(found) if its.state != "pick" else ())
    if not said and its.state == "pick":
        return reason(found)
    if not said and found.question is not None:
        return shown(found.question.words)
    told = said[:1]
    for words in said[1:]:
        if len(told) < MOST_REFUSALS and len(" ".join((*told, words))) <= LONGEST_SECOND:
            told.append(words)
    more = len(refused) - len(told)
    rest = f" {more} more would be refused." if more > 0 else ""
    return shown(" ".join(told)) + rest


def _win_wins(found: WinWin) -> Iterator[str]:
    for scenario, verdict in found.figures.verdicts.items():
        if verdict.outcome.win_win:
            yield verdict_of(found, scenario).words


def _refusals(found: WinWin) -> Iterator[str]:
    for scenario, verdict in found.figures.verdicts.items():
        if verdict.outcome.kind in REFUSED:
            yield verdict_of(found, scenario).words


def _as_sentence(name: str, said: str) -> str:
    """A name before "Win-win: everyone gains." makes "… is a win-win: everyone gains."."""
    if said.startswith("Win-win: "):
        return f"{strong(name)} is a win-win: {said.removeprefix('Win-win: ')}"
    return f"{strong(name)}: {said}"
