"""The parts of the page that are lists: benefits, costs, actions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.record_rows import ReadRows
from ui.pages.benefits.action_row import ActionRow
from ui.pages.benefits.benefit_row import BenefitRow
from ui.pages.benefits.context import Context
from ui.pages.benefits.cost_row import CostRow
from ui.pages.benefits.lists import ACTIONS, BENEFITS, COSTS, Item
from ui.pages.benefits.part import ListPart
from ui.pages.benefits.record_row import At, RecordRow
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Sentence
from ui.widgets.drop_down import DropDown
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.delivery.actions import KINDS, NO_OWNER, ActionsReading, in_order, read_actions
from workbook.analysis.delivery.benefits import read_benefits
from workbook.analysis.delivery.costs import PartyCosts, read_costs
from workbook.analysis.delivery.providers import read_providers
from workbook.analysis.delivery.words import written
from workbook.analysis.finding import Finding
from workbook.model.benefits import AlignmentAction
from workbook.model.vocabulary import ActionKind

NOBODYS = "-"
"""The key of the actions that nobody owns; those of an owner have its name behind a sign."""


class BenefitsPart(ListPart):
    """What was expected, and what was measured; whether everybody who provides data gets something."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        super().__init__(document, requests, at, BENEFITS)
        self.providers = WhySentence(requests, "secondary", "muted")
        self.lay_out(sums=(self.providers,))

    def made_row(self, at: At) -> RecordRow:
        """One benefit."""
        return BenefitRow(self.document, self.requests, at)

    def show_sums(self, context: Context) -> dict[str, Finding]:
        """How many are measured and met, and who provides data without a gain of its own."""
        read = read_benefits(context.draft, context.scenario, context.library, context.own, context.today)
        providers = read_providers(context.draft, context.scenario)
        self.sum.show_finding(read.finding, read.words)
        self.providers.show_finding(providers.finding, providers.words)
        return {each.benefit: each.finding for each in read.each}


class CostsPart(ListPart):
    """What it costs, and by whom it is borne."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        super().__init__(document, requests, at, COSTS)
        self._title = Sentence("By who bears it", "section", "muted")
        self._parties: list[WhySentence] = []
        self._by_party = QWidget()
        self._party_column = QVBoxLayout(self._by_party)
        self._party_column.addWidget(self._title)
        self.lay_out(self._by_party)

    def made_row(self, at: At) -> RecordRow:
        """One cost."""
        return CostRow(self.document, at)

    def show_sums(self, context: Context) -> dict[str, Finding]:
        """How many costs there are, and what each party bears."""
        read = read_costs(context.draft, context.scenario)
        self.sum.show_finding(read.finding, read.words)
        self._show_parties(read.each)
        return {}

    def _show_parties(self, each: tuple[PartyCosts, ...]) -> None:
        while len(self._parties) < len(each):
            line = WhySentence(self.requests, "secondary")
            self._parties.append(line)
            self._party_column.addWidget(line)
        for place, line in enumerate(self._parties):
            line.setVisible(place < len(each))
            if place < len(each):
                line.show_finding(each[place].finding, each[place].words)
        self._by_party.setVisible(bool(each))

    def _fit(self) -> None:
        super()._fit()
        self._party_column.setContentsMargins(0, look().px(12), 0, 0)
        self._party_column.setSpacing(look().px(4))


class ActionsPart(ListPart):
    """What must be done. While one looks at them the rows keep their order, whatever is typed."""

    def __init__(self, document: Document, requests: Requests, at: At) -> None:
        super().__init__(document, requests, at, ACTIONS)
        self._shown: list[str] = []
        self._read: ActionsReading | None = None
        self.whose = DropDown("Whose actions", (), "Shows the actions of one owner.", widest=420)
        self.again = Button("Sort again", "ghost", "refresh-cw")
        self.again.setAccessibleDescription("Puts overdue actions first, then the others by their day.")
        self.of_owner = WhySentence(requests, "secondary", "muted")
        tools = QWidget()
        flow = FlowLayout(tools, 12, 6)
        flow.addWidget(self.whose)
        flow.addWidget(self.again)
        self.missing = {kind: Button(f"Add {_one(kind)} action", "secondary", "plus") for kind in KINDS}
        more = QWidget()
        row = FlowLayout(more, 8)
        for kind, button in self.missing.items():
            row.addWidget(button)
            button.clicked.connect(lambda _=False, kind=kind: self._add_kind(kind))
        self.whose.chosen.connect(lambda _: self._sort())
        self.whose.entered.connect(lambda: self.entered.emit(""))
        self.again.clicked.connect(self._sort)
        self.lay_out(more, sums=(self.of_owner,), tools=(tools,))

    def made_row(self, at: At) -> RecordRow:
        """One action."""
        return ActionRow(self.document, self.requests, at)

    def order(self, change: Change | None, context: Context) -> list[str]:
        """The most urgent first on a visit; then as they stand, with what is new at the end."""
        self._offer_owners(context, keeps_owner=change is not None)
        urgent = self._by_urgency(context)
        if change is None:
            self._shown = urgent
        else:
            there = {each.id for each in context.scenario.alignment_actions}
            kept = [key for key in self._shown if key in there]
            # What was there and not shown is another owner's, even if that has just been changed.
            known = (
                {each.id for each in _actions_before(change, self.to())} if kept and self.whose.key else ()
            )
            self._shown = kept + [key for key in urgent if key not in kept and key not in known]
        self.again.setVisible(self._shown != [key for key in urgent if key in self._shown])
        return self._shown

    def show_sums(self, context: Context) -> dict[str, Finding]:
        """What is overdue, open and done; of one owner, if one is looked at; which kinds are missing."""
        read = read_actions(context.draft, context.scenario, context.today)
        self.sum.show_finding(read.finding, read.words)
        key = self.whose.key
        whose = next((each for each in read.owners if _key(each.owner) == key), None)
        self.of_owner.setVisible(whose is not None)
        if whose is not None:
            self.of_owner.show_finding(whose.finding, whose.words)
        for kind, button in self.missing.items():
            button.setVisible(kind in read.kinds_missing)
        return {each.action: each.finding for each in read.each}

    def completed(self, values: dict[str, Item]) -> dict[str, Item]:
        """What is added to the actions of one owner is that owner's."""
        key = self.whose.key
        return {"owner": key[1:], **values} if key not in {"", NOBODYS} else values

    def reveal(self, steps: tuple[str, ...]) -> None:
        """An action that is looked for is shown, whosever it is."""
        if steps and steps[0] not in self.rows and self.whose.key:
            self.whose.set_chosen("")
            self._sort()
        super().reveal(steps)

    def shifted(self, key: str, by: int) -> None:
        """The order on the screen is ours, so it follows."""
        place = self._shown.index(key)
        self._shown.insert(place + by, self._shown.pop(place))

    def _sort(self) -> None:
        if self._context is not None:
            had_focus = self.again.hasFocus()
            self.refresh(None, self._context)
            if had_focus and self._shown:
                self.table.list.take_focus(self._shown[0])

    def _add_kind(self, kind: ActionKind) -> None:
        """An action of a kind of which there is none, with its words ready to be typed."""
        before = set(self.rows)
        self._add_read(ReadRows(({"kind": kind},)))
        for key in [key for key in self.rows if key not in before]:
            self.rows[key].take_focus("text")

    def _offer_owners(self, context: Context, *, keeps_owner: bool) -> None:
        actions, key = context.scenario.alignment_actions, self.whose.key
        owners = dict.fromkeys(written(each.owner) for each in in_order(actions, context.today))
        options = [("", f"All {len(actions)} actions" if len(actions) > 1 else "All actions")]
        options += [(_key(owner), owner) for owner in owners if owner]
        options += [(NOBODYS, NO_OWNER)] if "" in owners else []
        if keeps_owner and key not in dict(options):  # its last action is just being given to somebody else
            options.append((key, NO_OWNER if key == NOBODYS else key[1:]))
        self.whose.show_options(options)
        self.whose.setVisible(len(owners) > 1 or bool(self.whose.key))

    def _by_urgency(self, context: Context) -> list[str]:
        key = self.whose.key
        actions = in_order(context.scenario.alignment_actions, context.today)
        return [each.id for each in actions if not key or _key(written(each.owner)) == key]


def _actions_before(change: Change, at: tuple[str, ...] | None) -> tuple[AlignmentAction, ...]:
    """The actions as they were before a change, wherever the scenario was there already."""
    if at is None:
        return ()
    for draft in change.before.drafts:
        for scenario in draft.scenarios:
            if (draft.id, scenario.id) == (at[1], at[3]):
                return scenario.alignment_actions
    return ()


def _key(owner: str) -> str:
    return f"+{owner}" if owner else NOBODYS


def _one(kind: ActionKind) -> str:
    return f"{'an' if kind == 'it' else 'a'} {KINDS[kind]}"
