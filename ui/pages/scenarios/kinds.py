"""The lists of a scenario: what each holds, how an item of it is said, and which fields it has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ui.pages.scenarios.context import Context
from ui.pages.scenarios.wording import (
    ACTION_KINDS,
    ACTION_STATUSES,
    COST_KINDS,
    GIVEN,
    NOT_SAID,
    STATUSES,
    TIMINGS,
    VALUE_FOR,
    in_words,
    on,
    together,
)
from ui.widgets.drop_down import Options
from workbook.analysis.wording import counted
from workbook.model.benefits import AlignmentAction, Benefit, Cost
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism
from workbook.model.vocabulary import CatalogueId

Form = Literal["prose", "text", "choice", "date", "many"]
Item = Any
"""A record of one of the lists; which one, its kind knows."""


@dataclass(frozen=True)
class Field:
    """One field of an item. Of a choice, `options` are what there is to choose."""

    name: str
    label: str
    help: str
    form: Form = "text"
    placeholder: str = ""
    options: Callable[[Context], Options] = lambda _: ()


@dataclass(frozen=True)
class Kind:
    """One list. `of` is the record it holds; `catalogue` where its items are chosen from, not written."""

    field: str
    title: str
    one: str
    many: str
    none: str
    placeholder: str
    of: type
    words: Callable[[Item, Context], str]
    said: Callable[[Item, Context], str]
    fields: tuple[Field, ...]
    letter: str = ""
    text: str = "text"
    catalogue: CatalogueId | None = None

    def counted(self, number: int) -> str:
        """1 benefit, 2 benefits."""
        return counted(number, self.one.split(" ", 1)[1], self.many)

    @property
    def key(self) -> str:
        """The field that tells its items apart."""
        return str(self.of.key_field)  # type: ignore[attr-defined] # every record of a list has one


def _parties(context: Context) -> Options:
    return (NOT_SAID, *context.stakeholders.items())


def _benefit_kinds(context: Context) -> Options:
    return (NOT_SAID, *((entry.id, entry.name) for entry in context.entries("benefit_kinds")))


def _interests(context: Context) -> Options:
    return tuple(context.interests.items())


def _fixed(options: Options) -> Callable[[Context], Options]:
    return lambda _: options


def _serves(name: str) -> Field:
    return Field("serves", "Serves", f"Which interests {name} serves.", "many", "No interest yet", _interests)


def _mechanism_said(item: ChosenMechanism, context: Context) -> str:
    del context
    serves = f"serves {counted(len(item.serves), 'interest')}" if item.serves else "serves no interest yet"
    return together(in_words(STATUSES, item.status), serves, item.how.strip())


def _benefit_said(item: Benefit, context: Context) -> str:
    names = context.stakeholders
    who = f"for {names[item.stakeholder]}" if item.stakeholder else "for whom: not said yet"
    giver = f"from {names[item.from_stakeholder]}" if item.from_stakeholder else ""
    kind = "" if item.kind is None else context.name("benefit_kinds", item.kind)
    value = f"{in_words(VALUE_FOR, item.value).lower()} value" if item.value else ""
    if item.value == "both":
        value = "private and public value"
    return together(who, giver, value, kind, on(item.expected_by, "expected by"))


def _cost_said(item: Cost, context: Context) -> str:
    who = (
        f"borne by {context.stakeholders[item.stakeholder]}" if item.stakeholder else "borne by: not said yet"
    )
    return together(
        who, in_words(COST_KINDS, item.kind), in_words(TIMINGS, item.timing).lower(), item.amount.strip()
    )


def _action_said(item: AlignmentAction, context: Context) -> str:
    del context
    whom = f"with {item.with_whom.strip()}" if item.with_whom.strip() else "with whom: not said yet"
    owner = item.owner.strip() or "no owner yet"
    return together(
        in_words(ACTION_KINDS, item.kind),
        whom,
        owner,
        on(item.due, "due"),
        in_words(ACTION_STATUSES, item.status),
    )


MECHANISMS = Kind(
    field="mechanisms",
    title="Mechanisms",
    one="a mechanism",
    many="mechanisms",
    none="None yet. What would bring the parties' interests together?",
    placeholder="Add a mechanism, then Enter",
    of=ChosenMechanism,
    words=lambda item, context: context.name("mechanisms", item.mechanism),
    said=_mechanism_said,
    fields=(
        Field("how", "How", "How it is used here.", "prose", "How it would be used here"),
        Field("status", "Status", "How far it has come.", "choice", options=_fixed(STATUSES)),
        _serves("it"),
    ),
    text="how",
    catalogue="mechanisms",
)
ROLES = Kind(
    field="government_roles",
    title="Role of government",
    one="a role of government",
    many="roles of government",
    none="None yet. What would government do in this scenario?",
    placeholder="Add a role, then Enter",
    of=ChosenGovernmentRole,
    words=lambda item, context: context.name("government_roles", item.role),
    said=lambda item, _: item.how.strip(),
    fields=(Field("how", "How", "How it is played here.", "prose", "What it would do here"),),
    text="how",
    catalogue="government_roles",
)
BENEFITS = Kind(
    field="benefits",
    title="Benefits",
    one="a benefit",
    many="benefits",
    none="None yet. Who would have what that nobody has today?",
    placeholder="Add a benefit, then Enter",
    of=Benefit,
    words=lambda item, _: item.text.strip().removesuffix(".") or "A benefit without words",
    said=_benefit_said,
    fields=(
        Field("text", "Benefit", "What is better.", "prose", "What would be better"),
        Field("stakeholder", "For whom", "Who has it.", "choice", options=_parties),
        Field("from_stakeholder", "From whom", "Who gives it.", "choice", options=_parties),
        Field("gives", "What is given", "What changes hands.", "choice", options=_fixed(GIVEN)),
        Field("value", "Whose value", "Private, public or both.", "choice", options=_fixed(VALUE_FOR)),
        Field("kind", "Kind", "From the catalogue.", "choice", options=_benefit_kinds),
        Field("owner", "Owner", "Who answers for it.", "text", "Who answers for it"),
        Field("expected", "Expected", "How much, as it would be seen.", "text", "How one would see it"),
        Field("expected_by", "Expected by", "The day by which it should be seen.", "date"),
        _serves("it"),
    ),
    letter="b",
)
COSTS = Kind(
    field="costs",
    title="Costs",
    one="a cost",
    many="costs",
    none="None yet. What would it cost whom, in money, work or exposure?",
    placeholder="Add a cost, then Enter",
    of=Cost,
    words=lambda item, _: item.text.strip().removesuffix(".") or "A cost without words",
    said=_cost_said,
    fields=(
        Field("text", "Cost", "What has to be borne.", "prose", "What has to be paid, done or risked"),
        Field("stakeholder", "Who bears it", "Who pays, works or is exposed.", "choice", options=_parties),
        Field("kind", "Kind", "Of what kind it is.", "choice", options=_fixed(COST_KINDS)),
        Field("timing", "Once or running", "Once, or again and again.", "choice", options=_fixed(TIMINGS)),
        Field("amount", "Amount", "How much.", "text", "How much, in any unit"),
        Field("owner", "Owner", "Who answers for it.", "text", "Who answers for it"),
    ),
    letter="k",
)
ACTIONS = Kind(
    field="alignment_actions",
    title="Alignment",
    one="an alignment action",
    many="alignment actions",
    none="None yet. Which rules, systems and procedures have to fit first?",
    placeholder="Add an action, then Enter",
    of=AlignmentAction,
    words=lambda item, _: item.text.strip().removesuffix(".") or "An action without words",
    said=_action_said,
    fields=(
        Field("text", "Action", "What has to be arranged.", "prose", "What has to be arranged"),
        Field("kind", "Kind", "Legal, IT or procedural.", "choice", options=_fixed(ACTION_KINDS)),
        Field("with_whom", "With whom", "Whose rules have to fit.", "text", "Which authority or partner"),
        Field("owner", "Owner", "Who does it.", "text", "Who does it"),
        Field("due", "Due", "The day by which it is done.", "date"),
        Field("status", "Status", "How far it has come.", "choice", options=_fixed(ACTION_STATUSES)),
        Field("because", "Because", "Why it is needed, or why not.", "text", "Why it is needed, or not"),
    ),
    letter="a",
)
KINDS = (MECHANISMS, ROLES, BENEFITS, COSTS, ACTIONS)
