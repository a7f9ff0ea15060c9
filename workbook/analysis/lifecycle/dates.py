"""What is due: looking at the partnership again, and the actions that were to be done."""

import datetime as dt

from workbook.analysis.delivery.actions import action_state
from workbook.analysis.delivery.words import day
from workbook.analysis.finding import Finding, Input
from workbook.analysis.lifecycle.saying import chosen_scenario, quoted
from workbook.analysis.wording import counted
from workbook.editing import write_address
from workbook.model.draft import Draft

REVIEW_RULE = (
    "A partnership is looked at again on its review date. Without one, such partnerships tend to stay "
    "one-off. None is asked of a partnership that is closed."
)
REVIEW_CITATION = "CBS study summary"
OVERDUE_RULE = (
    "An action is overdue when its day has passed and it is neither done nor not needed. Those of the chosen "
    "scenario count, or of every scenario while none is chosen."
)


def review_finding(draft: Draft, today: dt.date | None) -> Finding | None:
    """The review date, that it has passed, or the advice to set one; nothing for a closed partnership."""
    if draft.lifecycle.stage == "closed":
        return None
    on, address = draft.lifecycle.review_on, write_address(("drafts", draft.id, "lifecycle", "review_on"))
    is_overdue = on is not None and today is not None and on < today
    return Finding(
        id=f"lifecycle.review.{draft.id}",
        severity="advice" if on is None else "warning" if is_overdue else "info",
        words=_review_words(on, today),
        value=None if on is None else on.isoformat(),
        unit="date",
        inputs=(
            Input(name="Review date", value="not set" if on is None else on.isoformat(), address=address),
        ),
        rule=REVIEW_RULE,
        citation=REVIEW_CITATION,
        address=address,
    )


def overdue_finding(draft: Draft, today: dt.date | None) -> Finding | None:
    """Which actions are overdue; nothing while none is."""
    chosen = chosen_scenario(draft)
    scenarios = draft.scenarios if chosen is None else (chosen,)
    overdue = [
        (scenario.id, action)
        for scenario in scenarios
        for action in scenario.alignment_actions
        if today is not None and action_state(action, today) == "overdue"
    ]
    if not overdue:
        return None
    inputs = tuple(
        Input(
            name=quoted(action.text) or action.id,
            value="" if action.due is None else f"due {action.due.isoformat()}",
            address=write_address(
                ("drafts", draft.id, "scenarios", scenario, "alignment_actions", action.id)
            ),
        )
        for scenario, action in overdue
    )
    are = "is" if len(overdue) == 1 else "are"
    return Finding(
        id=f"lifecycle.overdue.{draft.id}",
        severity="warning",
        words=f"{counted(len(overdue), 'action')} {are} overdue: {'; '.join(each.name for each in inputs)}.",
        value=len(overdue),
        unit="actions",
        inputs=inputs,
        rule=OVERDUE_RULE,
        citation="Our own rule",
        address=inputs[0].address,
    )


def _review_words(on: dt.date | None, today: dt.date | None) -> str:
    if on is None:
        return "No review date: such partnerships tend to stay one-off."
    if today is None or on > today:
        return f"To be reviewed on {day(on)}."
    if on == today:
        return "To be reviewed today."
    return f"The review was due on {day(on)}, {counted((today - on).days, 'day')} ago."
