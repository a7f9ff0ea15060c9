"""Small tables to analyse: who has which interests at which weight, and what each scenario does to them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from workbook.analysis.win_win.contract import contract_of
from workbook.analysis.win_win.findings import WinWin, figures, win_win
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.vocabulary import WeightsKnown

LIBRARY = load()

Cell = float | None
Weights = Mapping[str, float | None]
Holders = Mapping[str, Weights]
Scenarios = Mapping[str, Sequence[Cell]]


def table(  # noqa: PLR0913 - each may be left out
    holders: Holders,
    scenarios: Scenarios,
    *,
    without: Mapping[str, float] | None = None,
    standing: Mapping[str, str] | None = None,
    red_lines: Mapping[str, float] | None = None,
    stakeholders: Mapping[str, Any] | None = None,
    scores: Mapping[tuple[str, str], Any] | None = None,
    **more: object,
) -> Draft:
    """A draft: interests by stakeholder with their weights, scores by scenario over all interests in order.

    Ids are the names. `stakeholders` and `scores` add fields to some of them.
    """
    names = [interest for weights in holders.values() for interest in weights]
    return Draft.model_validate(
        {
            "id": "d",
            "name": "Ours",
            "stakeholders": [
                {
                    "id": holder,
                    "name": holder.capitalize(),
                    "standing": (standing or {}).get(holder, "party"),
                    "reservation_value": (without or {}).get(holder, 0),
                    **(stakeholders or {}).get(holder, {}),
                    "interests": [
                        {"id": name, "text": name, "weight": weight, "red_line": (red_lines or {}).get(name)}
                        for name, weight in weights.items()
                    ],
                }
                for holder, weights in holders.items()
            ],
            "scenarios": [
                {
                    "id": scenario,
                    "name": scenario.capitalize(),
                    "scores": {
                        name: {"value": value, **(scores or {}).get((scenario, name), {})}
                        for name, value in zip(names, cells, strict=True)
                    },
                }
                for scenario, cells in scenarios.items()
            ],
            **more,
        }
    )


def one_each(scenarios: Scenarios, **more: Any) -> Draft:  # noqa: ANN401 - fields of a draft
    """A table in which parties a, b, c have a single interest each, so that scores are net values."""
    width = len(next(iter(scenarios.values())))
    parties = "abcdefgh"[:width]
    return table({party: {f"{party}1": None} for party in parties}, scenarios, **more)


def analysed(draft: Draft, weights: WeightsKnown | None = None) -> WinWin:
    """Everything the analysis says."""
    return win_win(draft, LIBRARY, weights)


def answer(draft: Draft, weights: WeightsKnown | None = None) -> dict[str, Any]:
    """The figures as JSON."""
    return contract_of(figures(draft, weights))


def nets(draft: Draft, scenario: str, weights: WeightsKnown | None = None) -> dict[str, Any]:
    """Exact net values in a scenario: a fraction, or (low, high)."""
    found = analysed(draft, weights).figures
    rows = found.verdicts[scenario].values.rows
    exact = {holder: found.values.net(row) for holder, row in rows.items()}
    return {key: net.low if net.is_point else (net.low, net.high) for key, net in exact.items()}


def said(found: WinWin, start: str) -> list[str]:
    """The words of the findings whose id begins so (after "win_win.")."""
    return [finding.words for finding in found.findings if finding.id.startswith(f"win_win.{start}")]


def fractions(*written: str) -> list[Fraction]:
    """Fractions as one writes them."""
    return [Fraction(each) for each in written]
