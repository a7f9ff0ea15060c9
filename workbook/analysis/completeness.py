"""How far a draft has come on each step of the walk, and where what is missing would be entered."""

from typing import Literal

from workbook.analysis.finding import Finding, Input
from workbook.analysis.walk import WALK, Step
from workbook.analysis.wording import counted
from workbook.editing import write_address
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record

State = Literal["empty", "begun", "complete"]

COMPLETENESS_RULE = (
    "A step is complete when everything it asks for is entered, begun when something is. "
    "Nothing has to be: any step can be skipped."
)


class StepCompleteness(Record):
    """One step of the walk: how many of the things it asks for are there."""

    step: str
    title: str
    state: State
    done: int
    wanted: int
    finding: Finding


def completeness(draft: Draft, library: Library) -> tuple[StepCompleteness, ...]:
    """Every step of the walk, in walking order."""
    return tuple(_step(draft, library, step) for step in WALK)


def _step(draft: Draft, library: Library, step: Step) -> StepCompleteness:
    things = tuple(step.asks(draft, library))
    missing = tuple(thing for thing in things if not thing.is_there)
    done = len(things) - len(missing)
    state: State = "empty" if not done else "complete" if not missing else "begun"
    words = {
        "empty": f"{step.title}: nothing entered yet.",
        "begun": f"{step.title}: {done} of {counted(len(things), 'thing')} entered.",
        "complete": f"{step.title}: complete.",
    }
    return StepCompleteness(
        step=step.id,
        title=step.title,
        state=state,
        done=done,
        wanted=len(things),
        finding=Finding(
            id=f"completeness.{step.id}.{draft.id}",
            severity="info" if state == "complete" else "advice",
            words=words[state],
            value=len(missing),
            unit="missing",
            inputs=tuple(Input(name=thing.name, value="missing", address=thing.address) for thing in missing),
            rule=COMPLETENESS_RULE,
            citation="Our own rule",
            address=write_address(("drafts", draft.id, *step.at)),
        ),
    )
