"""The lifecycle as plain JSON: `lifecycle` in the answers of `analyse --json` and `show --json`.

Reasons stand in `findings`; here stands what a program asks for. Dates are those of the log, `null` where
nothing is said. Documented in docs/architecture.md.
"""

import datetime as dt
from typing import Any

from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.lifecycle.gates import Gate

Json = dict[str, Any]


def contract(found: LifecycleAnalysis, today: dt.date | None = None) -> Json:
    """Everything under `lifecycle` in `analyse --json`."""
    return {
        **summary(found, today),
        "gates": {gate.stage: [_condition(each) for each in gate.conditions] for gate in found.gates},
        "moves": [each.model_dump(mode="json") for each in found.moves],
        "suggested": [each.model_dump(mode="json", exclude={"finding"}) for each in found.suggested],
        "log": [each.model_dump(mode="json") for each in found.path.log],
    }


def summary(found: LifecycleAnalysis, today: dt.date | None = None) -> Json:
    """`lifecycle` in `show --json`; `days_here` is null without a first move or a `today`."""
    path, ahead = found.path, found.ahead
    # A clock that was set back is no reason to have been here for less than a day.
    days = None if path.since is None or today is None else max(0, (today - path.since).days)
    return {
        "stage": path.place,
        "stands_at": path.stage,
        "cycle": path.cycle,
        "since": None if path.since is None else path.since.isoformat(),
        "days_here": days,
        "next_gate": None if ahead is None else _gate(ahead),
        "review_on": None if found.review is None else found.review.value,
    }


def _gate(gate: Gate) -> Json:
    return {
        "stage": gate.stage,
        "words": gate.finding.words,
        "asked": len(gate.asked),
        "met": len(gate.met),
        "unmet": [each.id for each in gate.unmet],
    }


def _condition(condition: Condition) -> Json:
    return condition.model_dump(mode="json", exclude={"finding", "stage"})
