"""Which moves passed over a condition that did not hold, and why."""

from collections.abc import Iterator

from workbook.analysis.delivery.words import written
from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.path import MoveTold, path
from workbook.analysis.wording import counted
from workbook.library.entries import Library
from workbook.model.draft import Draft

OVERRIDE_RULE = (
    "A condition that does not hold can be overridden with a reason and a name; the log keeps both. It is "
    "told as the move found it, whether or not the condition holds by now."
)


def override_findings(draft: Draft, library: Library) -> Iterator[Finding]:
    """One finding for each move that overrode something, in order."""
    for told in path(draft, library).log:
        if told.overridden:
            yield _finding(draft, told, library)


def _finding(draft: Draft, told: MoveTold, library: Library) -> Finding:
    start, end = library.stage(told.begun_at).name, library.stage(told.to).name
    reasons = dict.fromkeys(written(each.because) or "no reason given" for each in told.overridden)
    how_many = counted(len(told.overridden), "condition")
    who = f" by {told.by.strip()}" if told.by.strip() else ""
    return Finding(
        id=f"lifecycle.overridden.{told.id}.{draft.id}",
        severity="info",
        words=f"From {start} to {end} with {how_many} overridden{who}: {'; '.join(reasons)}.",
        value=len(told.overridden),
        unit="conditions",
        inputs=tuple(
            Input(name=each.words, value=each.because or "no reason given", address=told.address)
            for each in told.overridden
        ),
        rule=OVERRIDE_RULE,
        citation="Our own rule",
        address=told.address,
    )
