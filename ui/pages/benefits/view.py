"""The page of the benefits and actions: a scenario, and four parts of making it deliver."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.moments import now
from ui.page_view import PageView, Topic
from ui.pages.benefits.cases_part import CasesPart
from ui.pages.benefits.context import Context
from ui.pages.benefits.part import Part
from ui.pages.benefits.parts import ActionsPart, BenefitsPart, CostsPart
from ui.pages.benefits.topics import topic_key, topic_of
from ui.pages.benefits.wording import scenario_options
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, FieldLabel, FlowLayout, Heading, Segmented, Way
from ui.widgets.drop_down import DropDown
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

BELONGS = (
    "What each would have from it, what was found in the end, what it costs whom, what has to be arranged "
    "first, and the case that each can make inside its own organisation."
)
QUESTION = "Will it deliver?"
PARTS = (
    ("benefits", "Benefits"),
    ("costs", "Costs"),
    ("alignment_actions", "Actions"),
    ("business_cases", "Business cases"),
)
IN_SCENARIOS = 3
"""Steps of an address up to the list: drafts, the draft, scenarios."""


class BenefitsPage(PageView):
    """Which scenario and which part are looked at is no edit. Until one is picked, it is the chosen one."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._picked, self._field = "", ""
        self._shown: tuple[str, str, str] | None = None
        self._title = Heading("Benefits and actions")
        self.scenarios = DropDown("Scenario", (), "Which scenario is looked at.", widest=460)
        self.choice = Segmented(PARTS, PARTS[0][0], "Part")
        self.parts: dict[str, Part] = {
            "benefits": BenefitsPart(document, requests, self._at),
            "costs": CostsPart(document, requests, self._at),
            "alignment_actions": ActionsPart(document, requests, self._at),
            "business_cases": CasesPart(document, requests, self._at),
        }
        self._empty = EmptyState(
            QUESTION, f"{BELONGS} It needs a draft first.", ways_to_begin(document, self._go_on)
        )
        self._none = EmptyState(QUESTION, f"{BELONGS} It needs a scenario first.", self._ways_to_scenarios())
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def scenario(self) -> Scenario | None:
        """The one that is looked at: what was picked, else the chosen one, else the first."""
        draft = self.document.draft
        held = () if draft is None else draft.scenarios
        chosen = None if draft is None else draft.chosen_scenario
        for key in (self._picked, chosen):
            for each in held:
                if each.id == key:
                    return each
        return held[0] if held else None

    @property
    def part(self) -> Part:
        """The part that is looked at."""
        return self.parts[self.choice.value]

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        draft, scenario = self.document.draft, self.scenario
        self._empty.setVisible(draft is None)
        self._none.setVisible(draft is not None and scenario is None)
        self._filled.setVisible(scenario is not None)
        if draft is None or scenario is None:
            self._shown = None
            return
        self.scenarios.show_options(scenario_options(draft))
        self.scenarios.set_chosen(scenario.id)
        for key, part in self.parts.items():
            part.setVisible(key == self.choice.value)
        shown = (draft.id, scenario.id, self.choice.value)
        is_another, self._shown = shown != self._shown, shown
        self.part.refresh(None if is_another else change, self._context(draft, scenario))
        if is_another:
            tab_as_laid_out(self)

    def topic(self) -> Topic:
        """The field in hand; before any is, the part."""
        return topic_of(topic_key(self.choice.value, self._field), load())

    def reveal(self, address: Address) -> bool:
        """Go to a benefit, a cost, an action or a business case, or to a field of it."""
        draft = self.document.draft
        if draft is None:
            return False
        key, *steps = address[IN_SCENARIOS:] or ("",)
        if not any(each.id == key for each in draft.scenarios):
            (self.scenarios if draft.scenarios else self._none.ways[0]).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
            return True
        self._picked = key if key != draft.chosen_scenario else ""
        if steps and steps[0] in self.parts:
            self.choice.set_chosen(steps[0])
        self.refresh(None)
        self.part.reveal(tuple(steps[1:]))
        return True

    def show_part(self, key: str) -> None:
        """Look at another part."""
        self.choice.set_chosen(key)
        self._choose_part()

    # What the user does ------------------------------------------------------------------------------------

    def _pick(self, key: str) -> None:
        draft = self.document.draft
        self.document.seal()
        self._picked = "" if draft is not None and key == draft.chosen_scenario else key
        self.refresh(None)

    def _choose_part(self) -> None:
        self.document.seal()
        self._field = ""
        self.refresh(None)
        self.topic_changed.emit()

    def _take_in_hand(self, field: str) -> None:
        before, self._field = topic_key(self.choice.value, self._field), field
        if topic_key(self.choice.value, field) != before:
            self.topic_changed.emit()

    def _go_on(self) -> None:
        """The first draft was added: put the keyboard where one would go on."""
        self.refresh(None)
        if self.scenario is not None:
            self.part.reveal(())
        else:
            self._none.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is put together --------------------------------------------------------------------------------

    def _at(self) -> Address | None:
        draft, scenario = self.document.draft, self.scenario
        if draft is None or scenario is None:
            return None
        return ("drafts", draft.id, "scenarios", scenario.id)

    def _context(self, draft: Draft, scenario: Scenario) -> Context:
        workbook = self.document.workbook
        return Context(
            draft,
            scenario,
            load(),
            workbook.own_entries,
            workbook.settings.robustness.weights,
            now().date(),
        )

    def _ways_to_scenarios(self) -> list[Way]:
        return [
            Way(
                "Name a scenario",
                "split",
                lambda: self.requests.go_to_page("scenarios"),
                "One way of sharing; its benefits, costs and actions then stand here.",
            ),
            Way(
                "Name the stakeholders",
                "users",
                lambda: self.requests.go_to_page("stakeholders"),
                "Who would have something from it, and who would bear what.",
            ),
        ]

    def _connect(self) -> None:
        self.scenarios.chosen.connect(self._pick)
        self.choice.chosen.connect(self._choose_part)
        for part in self.parts.values():
            part.entered.connect(self._take_in_hand)
            part.rearranged.connect(lambda: tab_as_laid_out(self))

    def _lay_out(self) -> None:
        which = QWidget()
        flow = FlowLayout(which, 10, 6)
        flow.addWidget(FieldLabel("Scenario", self.scenarios))
        flow.addWidget(self.scenarios)
        tools = QWidget()
        row = FlowLayout(tools, 24, 10)
        row.addWidget(self.choice)
        row.addWidget(which)
        self._column = QVBoxLayout(self._filled)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (tools, *self.parts.values()):
            self._column.addWidget(widget)
        self._page = QVBoxLayout(self)
        for widget in (self._title, self._empty, self._none, self._filled):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
        self._column.setContentsMargins(0, px(12), 0, 0)
        self._column.setSpacing(px(14))
        for state in (self._empty, self._none):
            state.setContentsMargins(0, px(20), 0, 0)
