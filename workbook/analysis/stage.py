"""At which stage of the lifecycle a draft stands."""

from workbook.analysis.finding import Finding, Input
from workbook.library.entries import Library
from workbook.model.draft import Draft


def stage_finding(draft: Draft, library: Library) -> Finding:
    """The stage, from the log of moves; a draft that never moved is at the first."""
    lifecycle = draft.lifecycle
    name = library.stage(lifecycle.stage).name
    inputs: tuple[Input, ...] = ()
    if lifecycle.moves:
        last = lifecycle.moves[-1]
        words = f"{name}, since {last.at.date().isoformat()}."
        inputs = (
            Input(
                name="Last move",
                value=last.because or name,
                address=f"drafts/{draft.id}/lifecycle/moves/{last.id}",
            ),
        )
    else:
        words = f"{name}, where every draft begins; no move yet."
    return Finding(
        id=f"lifecycle.stage.{draft.id}",
        words=words,
        value=lifecycle.stage,
        unit="stage",
        inputs=inputs,
        rule="The stage is where the last move in the log led, or the first stage.",
        citation="Our own stages, after Susha et al. 2019, section 4.2",
        address=f"drafts/{draft.id}/lifecycle/moves",
    )
