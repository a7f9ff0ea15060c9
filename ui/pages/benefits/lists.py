"""The three lists of the page: what each holds, its columns, its fields, and how one of it is said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ui.forms.record_editor import RecordField
from ui.pages.benefits.context import Context
from ui.pages.benefits.wording import ACTION_KINDS, VALUE_FOR, in_words, together
from ui.widgets.fold_table import Measures
from workbook.analysis.delivery.words import written
from workbook.analysis.wording import counted
from workbook.model.benefits import AlignmentAction, Benefit, Cost

Item = Any
"""A record of one of the lists; which one, its kind knows."""


@dataclass(frozen=True)
class ListKind:
    """One list. `fields` are those that open below a row; `beside` stand in the row itself."""

    field: str
    one: str
    many: str
    none: str
    placeholder: str
    of: type
    letter: str
    no_words: str
    said: Callable[[Item, Context], str]
    fields: tuple[RecordField, ...]
    beside: tuple[RecordField, ...]
    measures: Measures

    @property
    def all_fields(self) -> tuple[RecordField, ...]:
        """Everything that a pasted row can say."""
        return (*self.fields, *self.beside)

    def words(self, item: Item) -> str:
        """What an item is called; never nothing."""
        return written(item.text) or self.no_words

    def counted(self, number: int) -> str:
        """1 benefit, 2 benefits."""
        return counted(number, self.one.split(" ", 1)[1], self.many)


def _benefit_said(item: Benefit, context: Context) -> str:
    names = context.names
    value = f"{in_words(VALUE_FOR, item.value).lower()} value" if item.value else "whose value: not said yet"
    return together(
        f"for {names[item.stakeholder]}" if item.stakeholder else "for whom: not said yet",
        "private and public value" if item.value == "both" else value,
        f"owner {written(item.owner)}" if item.owner.strip() else "no owner yet",
    )


def _cost_said(item: Cost, context: Context) -> str:
    del context
    return f"owner {written(item.owner)}" if item.owner.strip() else ""


def _action_said(item: AlignmentAction, context: Context) -> str:
    del context
    return together(
        in_words(ACTION_KINDS, item.kind),
        f"with {written(item.with_whom)}" if item.with_whom.strip() else "with whom: not said yet",
        written(item.because),
    )


BENEFITS = ListKind(
    field="benefits",
    one="a benefit",
    many="benefits",
    none="None yet. Who would have what that nobody has today?",
    placeholder="Add a benefit, then Enter",
    of=Benefit,
    letter="b",
    no_words="A benefit without words",
    said=_benefit_said,
    fields=(
        RecordField("text", "Benefit", "What is better.", "prose", "What would be better"),
        RecordField("stakeholder", "For whom", "Who has it.", "choice", offer="stakeholders"),
        RecordField("from_stakeholder", "From whom", "Who gives it.", "choice", offer="stakeholders"),
        RecordField("gives", "What is given", "What changes hands.", "choice", offer="given"),
        RecordField("value", "Whose value", "Private, public or both.", "choice", offer="value_for"),
        RecordField("kind", "Kind", "From the catalogue.", "choice", offer="benefit_kinds"),
        RecordField("owner", "Owner", "Who answers for it.", "text", "Who answers for it"),
        RecordField("expected", "Expected", "How one would see it.", "text", "How one would see it"),
        RecordField("expected_by", "Expected by", "The day by which it should be seen.", "date"),
        RecordField("serves", "Serves", "Whose interests it serves.", "many", "No interest yet", "interests"),
    ),
    beside=(
        RecordField("measured", "Measured", "What was found.", "text"),
        RecordField("measured_on", "Measured on", "The day it was found.", "date"),
        RecordField("outcome", "Outcome", "Met, partly met or missed.", "choice", offer="outcomes"),
    ),
    measures=Measures(("Benefit", "Expected", "Measured"), (8, 5, 6)),
)
COSTS = ListKind(
    field="costs",
    one="a cost",
    many="costs",
    none="None yet. What would it cost whom, in money, work or exposure?",
    placeholder="Add a cost, then Enter",
    of=Cost,
    letter="k",
    no_words="A cost without words",
    said=_cost_said,
    fields=(
        RecordField("text", "Cost", "What has to be borne.", "prose", "What has to be paid, done or risked"),
        RecordField("stakeholder", "Who bears it", "Who pays or works.", "choice", offer="stakeholders"),
        RecordField("kind", "Kind", "Of what kind it is.", "choice", offer="cost_kinds"),
        RecordField("timing", "Once or running", "Once, or again and again.", "choice", offer="timings"),
        RecordField("amount", "Amount", "How much.", "text", "How much, in any unit"),
        RecordField("owner", "Owner", "Who answers for it.", "text", "Who answers for it"),
    ),
    beside=(),
    measures=Measures(("Cost", "Who bears it", "How much"), (8, 6, 5)),
)
ACTIONS = ListKind(
    field="alignment_actions",
    one="an action",
    many="actions",
    none="None yet. Which rules, systems and procedures have to fit first?",
    placeholder="Add an action, then Enter",
    of=AlignmentAction,
    letter="a",
    no_words="An action without words",
    said=_action_said,
    fields=(
        RecordField("text", "Action", "What has to be arranged.", "prose", "What has to be arranged"),
        RecordField("kind", "Kind", "Legal, IT or procedural.", "choice", offer="action_kinds"),
        RecordField("with_whom", "With whom", "Whose rules have to fit.", "text", "Authority or partner"),
        RecordField("owner", "Owner", "Who does it.", "text", "Who does it"),
        RecordField("due", "Due", "The day by which it is done.", "date"),
        RecordField("because", "Because", "Why it is needed, or not.", "text", "Why it is needed, or not"),
    ),
    beside=(RecordField("status", "Status", "How far it has come.", "choice", offer="action_statuses"),),
    measures=Measures(("Action", "Who, and until when", "Status"), (9, 5, 4)),
)
