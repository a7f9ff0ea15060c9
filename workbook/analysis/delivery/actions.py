"""What must be arranged before data can flow: by whom, until when, and what is overdue.

Legal, IT and procedural alignment with other authorities is what government took on in the FloraHolland case
(Susha et al. 2019, section 5.1). The order and the rules are ours.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from workbook.analysis.delivery.words import (
    OURS,
    begun_small,
    day,
    inside,
    is_or_are,
    quoted,
    scenario_called,
    written,
)
from workbook.analysis.finding import Finding, Input, Severity
from workbook.analysis.wording import counted, listed
from workbook.editing import write_address
from workbook.model.benefits import AlignmentAction
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.scenarios import Scenario
from workbook.model.vocabulary import ActionKind, ActionStatus

ActionState = Literal["overdue", "under_way", "open", "done", "not_needed"]
"""The status of an action, or "overdue": neither done nor not needed, and its day has passed."""

KINDS: Mapping[ActionKind, str] = {"legal": "legal", "it": "IT", "procedural": "procedural"}
STATUSES: Mapping[ActionStatus, str] = {
    "open": "open",
    "under_way": "under way",
    "done": "done",
    "not_needed": "not needed",
}
STATES: Mapping[ActionState, str] = {
    "overdue": "overdue",
    "open": "open",
    "under_way": "under way",
    "done": "done",
    "not_needed": "not needed",
}
NO_OWNER = "No owner yet"
ACTION_RULE = (
    "An action is overdue when its day has passed and it is neither done nor not needed. One that is not "
    "needed has to say why, so that the alignment can be shown to be complete. Overdue ones come first, then "
    "those still to do by their day, then the rest."
)
ACTION_CITATION = f"{OURS}, on Susha et al. 2019, section 5.1"
_LAST = dt.date.max


class ActionReading(Record):
    """One action: how it stands, in a word or two and as a finding."""

    action: str
    state: ActionState
    words: str
    finding: Finding


class OwnerReading(Record):
    """The actions of one owner; the owner is empty for those that nobody owns."""

    owner: str
    actions: tuple[str, ...]
    words: str
    finding: Finding


class ActionsReading(Record):
    """The actions of one scenario: `each` in the order of urgency. `words` leave out the scenario's name.

    `kinds_missing` are the kinds of which there is no action yet.
    """

    each: tuple[ActionReading, ...]
    owners: tuple[OwnerReading, ...]
    kinds_missing: tuple[ActionKind, ...]
    words: str
    finding: Finding


def read_actions(draft: Draft, scenario: Scenario, today: dt.date) -> ActionsReading:
    """How the actions of a scenario stand on a day, the most urgent first."""
    actions = in_order(scenario.alignment_actions, today)
    root = write_address(("drafts", draft.id, "scenarios", scenario.id, "alignment_actions"))
    each = tuple(_reading(draft, action, f"{root}/{action.id}", today) for action in actions)
    missing = tuple(kind for kind in KINDS if all(action.kind != kind for action in actions))
    words = _sum_words(actions, each, missing)
    return ActionsReading(
        each=each,
        owners=tuple(_owners(draft, scenario, actions, each, root)),
        kinds_missing=missing,
        words=words,
        finding=Finding(
            id=f"delivery.actions.{draft.id}.{scenario.id}",
            severity=_worst(each) if each else "advice",
            words=f"{scenario_called(scenario)}: {begun_small(words)}",
            value=sum(reading.state == "overdue" for reading in each) if each else None,
            unit="actions overdue",
            inputs=tuple(
                Input(name=_called(action), value=reading.words, address=f"{root}/{action.id}")
                for action, reading in zip(actions, each, strict=True)
            ),
            rule=ACTION_RULE,
            citation=ACTION_CITATION,
            address=root,
        ),
    )


def action_state(action: AlignmentAction, today: dt.date) -> ActionState:
    """How an action stands on a day."""
    is_to_do = action.status in {"open", "under_way"}
    return "overdue" if is_to_do and action.due is not None and action.due < today else action.status


def in_order(actions: Sequence[AlignmentAction], today: dt.date) -> tuple[AlignmentAction, ...]:
    """Overdue ones first, then those to do, each by their day; then what is done and what is not needed.

    Those with the same day keep their order, and those without a day come after the others.
    """
    ranks: Mapping[ActionState, int] = {"overdue": 0, "under_way": 1, "open": 1, "done": 2, "not_needed": 3}

    def urgency(action: AlignmentAction) -> tuple[int, dt.date]:
        rank = ranks[action_state(action, today)]
        return rank, (action.due or _LAST) if rank <= 1 else _LAST

    return tuple(sorted(actions, key=urgency))


def action_words(action: AlignmentAction, today: dt.date) -> str:
    """How an action stands, until when, and who does it."""
    name, state, owner = _called(action), action_state(action, today), written(action.owner)
    if state == "not_needed":
        because = inside(action.because)
        return (
            f"{name} is not needed: {because}."
            if because
            else f"{name} is said not to be needed, but not why."
        )
    if state == "done":
        return f"{name} is done."
    whose = f"Owner: {owner}." if owner else "Nobody owns it yet."
    if state == "overdue" and action.due is not None:
        still = "still open" if action.status == "open" else "under way"
        return f"{name} is overdue: it was due on {day(action.due)} and is {still}. {whose}"
    when = "with no day set" if action.due is None else f"due on {day(action.due)}"
    return f"{name} is {STATUSES[action.status]}, {when}. {whose}"


def state_words(action: AlignmentAction, today: dt.date) -> str:
    """How it stands, in a word or two."""
    state = action_state(action, today)
    if state == "not_needed" and not action.because.strip():
        return "not needed, but it is not said why"
    return STATES[state]


def _reading(draft: Draft, action: AlignmentAction, at: str, today: dt.date) -> ActionReading:
    return ActionReading(
        action=action.id,
        state=action_state(action, today),
        words=state_words(action, today),
        finding=Finding(
            id=f"delivery.action.{draft.id}.{action.id}",
            severity=_severity(action, today),
            words=action_words(action, today),
            value=action_state(action, today),
            unit="status",
            inputs=tuple(_inputs(action, at)),
            rule=ACTION_RULE,
            citation=ACTION_CITATION,
            address=at,
        ),
    )


def _severity(action: AlignmentAction, today: dt.date) -> Severity:
    state = action_state(action, today)
    if state == "overdue":
        return "warning"
    if state == "not_needed":
        return "info" if action.because.strip() else "advice"
    if state == "done":
        return "info"
    return "info" if action.owner.strip() and action.due is not None else "advice"


def _worst(each: Sequence[ActionReading]) -> Severity:
    found = {reading.finding.severity for reading in each}
    return "warning" if "warning" in found else "advice" if "advice" in found else "info"


def _inputs(action: AlignmentAction, at: str) -> Iterator[Input]:
    yield Input(name="Kind", value=KINDS[action.kind], address=f"{at}/kind")
    yield Input(name="Status", value=STATUSES[action.status], address=f"{at}/status")
    yield Input(
        name="Due", value="no day set" if action.due is None else day(action.due), address=f"{at}/due"
    )
    for name, field in (("With whom", "with_whom"), ("Owner", "owner"), ("Because", "because")):
        yield Input(name=name, value=written(getattr(action, field)) or "not said", address=f"{at}/{field}")


def _owners(
    draft: Draft,
    scenario: Scenario,
    actions: Sequence[AlignmentAction],
    each: Sequence[ActionReading],
    root: str,
) -> Iterator[OwnerReading]:
    """Owners in the order of their most urgent action, those that nobody owns at the end."""
    owners = dict.fromkeys(written(action.owner) for action in actions)
    in_turn = [*(owner for owner in owners if owner), *(owner for owner in owners if not owner)]
    for number, owner in enumerate(in_turn, 1):
        own = [
            (action, reading)
            for action, reading in zip(actions, each, strict=True)
            if written(action.owner) == owner
        ]
        words = f"{owner or NO_OWNER}: {_tally([reading.state for _, reading in own])}."
        yield OwnerReading(
            owner=owner,
            actions=tuple(action.id for action, _ in own),
            words=words,
            finding=Finding(
                id=f"delivery.owner.{draft.id}.{scenario.id}.{number}",
                severity=_worst([reading for _, reading in own]),
                words=f"{scenario_called(scenario)}, {words if owner else begun_small(words)}",
                value=len(own),
                unit="actions",
                inputs=tuple(
                    Input(name=_called(action), value=reading.words, address=f"{root}/{action.id}")
                    for action, reading in own
                ),
                rule=ACTION_RULE,
                citation=ACTION_CITATION,
                address=root,
            ),
        )


def _called(action: AlignmentAction) -> str:
    return quoted(
        action.text, f"{'An' if action.kind == 'it' else 'A'} {KINDS[action.kind]} action without words"
    )


def _tally(states: Sequence[ActionState]) -> str:
    """3 actions, 1 overdue and 2 open; 1 action, done; 2 actions, all done."""
    number, found = counted(len(states), "action"), Counter(states)
    if len(found) == 1:
        (state,) = found
        return f"{number}, {'all ' if len(states) > 1 else ''}{STATES[state]}"
    return (
        f"{number}, {listed([f'{found[state]} {words}' for state, words in STATES.items() if found[state]])}"
    )


def _sum_words(
    actions: Sequence[AlignmentAction], each: Sequence[ActionReading], missing: Sequence[ActionKind]
) -> str:
    if not actions:
        return "No action is written down yet."
    said = [f"{_tally([reading.state for reading in each])}."]
    to_do = [action for action in actions if action.status in {"open", "under_way"}]
    unowned = sum(not action.owner.strip() for action in to_do)
    if unowned:
        said.append(f"{unowned} {'has' if unowned == 1 else 'have'} no owner yet.")
    undated = sum(action.due is None for action in to_do)
    if undated:
        said.append(f"{undated} {'has' if undated == 1 else 'have'} no day set.")
    unreasoned = sum(action.status == "not_needed" and not action.because.strip() for action in actions)
    if unreasoned:
        said.append(f"{is_or_are(unreasoned)} said not to be needed, but not why.")
    if missing:
        said.append(f"There is no {' and no '.join(KINDS[kind] for kind in missing)} action yet.")
    return " ".join(said)
