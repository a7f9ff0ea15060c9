"""Who gives, who gets: the value ledger of a scenario as a table and in words; and what else does not fit."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.exchange import Exchange, ExchangeRow, Way, fits
from ui.charts.picture import Picture
from ui.charts.spot_view import SpotView
from ui.document import Document
from ui.pages.win_win.finding_row import FindingRow
from ui.pages.win_win.panel import Panel, clear
from ui.pages.win_win.wording import names_of, shown, with_names_bold
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import FlowLayout, Hairline, Sentence, WhyMark, strong
from ui.widgets.columns import Columns
from ui.widgets.drop_down import DropDown
from ui.widgets.fold import Fold
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.ledger import Account, Entry, Good, Ledger
from workbook.analysis.win_win.naming import stakeholder_name
from workbook.analysis.wording import counted

KINDS: tuple[tuple[str, tuple[Good | None, ...]], ...] = (
    ("Data", ("data",)),
    ("Money", ("money",)),
    ("Service", ("service",)),
    ("Standing", ("standing",)),
    ("Public value", ("public_value",)),
    ("Effort and risk", ("work", "it", "legal", "exposure")),
    ("Not named", (None,)),
)
NAMED = {
    "data": "Data",
    "money": "Money",
    "service": "Service",
    "standing": "Standing",
    "public_value": "Public value",
    "work": "Work",
    "it": "IT",
    "legal": "Legal work",
    "exposure": "Exposure",
    None: "Something",
}
NOTHING = "Nothing."
EMPTY = (
    "Nothing is exchanged in this scenario yet. Data flows, benefits and costs fill this table: they are "
    "entered with the scenario."
)


class ExchangePanel(Panel):
    """One scenario at a time: the pick first, unless the room looked at another."""

    caption = "From data flows, benefits and costs"

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._found: WinWin | None = None
        self._wanted: dict[str, str] = {}
        self._shown: object = None
        self._findings: dict[str, Finding] = {}
        self.scenario = DropDown("Scenario", (), "Whose ledger is shown.", widest=460)
        self.scenario.chosen.connect(self._choose)
        self.view = SpotView(Exchange((), ()))
        self.view.asked.connect(self._explain)
        self._nothing = Sentence(EMPTY, "body", "muted")
        self._rest = QWidget()
        self._rest_column = QVBoxLayout(self._rest)
        self._rest_column.setContentsMargins(0, 0, 0, 0)
        self._rest_column.setSpacing(look().px(10))
        chooser = QWidget()
        flow = FlowLayout(chooser, 10)
        flow.addWidget(Sentence("Scenario", "label"))
        flow.addWidget(self.scenario)
        for widget in (chooser, self._nothing, self.view, self._rest):
            self.column.addWidget(widget)

    def show_found(self, found: WinWin) -> None:
        """Show what the analysis says now."""
        self._found = found
        self._findings = {finding.id: finding for finding in found.ledger}
        names = names_of(found)
        self.scenario.show_options(tuple(names.items()))
        ledger = self._ledger(found)
        if ledger is None:
            return
        self.scenario.set_chosen(ledger.scenario.id)
        shown_now = (ledger, found.ledger, found.alignment, names)
        if shown_now == self._shown:
            return
        self._shown = shown_now
        self.view.show_spots(self._exchange(found, ledger))
        self._build_rest(found, ledger)
        self._fit_view()

    def picture(self) -> Picture | None:
        """The table of the scenario."""
        return self.view.picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the words below say it alone."""
        super().resizeEvent(event)
        self._fit_view()

    def _fit_view(self) -> None:
        exchange = self.view.picture
        if not isinstance(exchange, Exchange):
            return
        is_empty = not any(cell for row in exchange.rows for cell in row.cells)
        self._nothing.setVisible(is_empty)
        self.view.setVisible(not is_empty and fits(exchange, self.width(), look()))

    def _ledger(self, found: WinWin) -> Ledger | None:
        ledgers = {ledger.scenario.id: ledger for ledger in found.ledgers}
        wanted = (
            self._wanted.get(found.draft.id),
            found.draft.chosen_scenario,
            found.figures.recommendation.scenario,
            *ledgers,
        )
        return next((ledgers[each] for each in wanted if each in ledgers), None)

    def _choose(self, scenario: str) -> None:
        if self._found is not None:
            self._wanted[self._found.draft.id] = scenario
            self.show_found(self._found)

    def _explain(self, key: str, at: QRect) -> None:
        if key in self._findings:
            self.requests.explain(self._findings[key], self.view, at)

    def _exchange(self, found: WinWin, ledger: Ledger) -> Exchange:
        kinds = [kind for kind in KINDS if kind[1] != (None,) or _holds(ledger, kind[1])]
        return Exchange(
            kinds=tuple(name for name, _ in kinds),
            rows=tuple(self._row(found, ledger, account, kinds) for account in ledger.accounts),
            scenario=names_of(found)[ledger.scenario.id],
        )

    def _row(
        self,
        found: WinWin,
        ledger: Ledger,
        account: Account,
        kinds: Iterable[tuple[str, tuple[Good | None, ...]]],
    ) -> ExchangeRow:
        name = stakeholder_name(account.stakeholder)
        finding = self._finding(found, ledger, account)
        return ExchangeRow(
            key=finding.id if finding is not None else f"nothing.{account.stakeholder.id}",
            said=shown(finding.words) if finding is not None else f"{name} gives nothing and gets nothing.",
            name=name,
            cells=tuple(tuple(_ways(account, goods)) for _, goods in kinds),
            only_gives=account.only_gives,
        )

    def _finding(self, found: WinWin, ledger: Ledger, account: Account) -> Finding | None:
        return self._findings.get(
            f"win_win.ledger.{found.draft.id}.{ledger.scenario.id}.{account.stakeholder.id}"
        )

    def _build_rest(self, found: WinWin, ledger: Ledger) -> None:
        clear(self._rest_column)
        for widget in (*self._accounts(found, ledger), *self._alignment(found)):
            self._rest_column.addWidget(widget)
        tab_as_laid_out(self)

    def _accounts(self, found: WinWin, ledger: Ledger) -> Iterator[QWidget]:
        names = {each.id: stakeholder_name(each) for each in found.draft.stakeholders}
        told = [account for account in ledger.accounts if account.gives or account.gets]
        if told:
            yield Sentence("In words", "section", "muted")
        for account in told:
            yield Hairline()
            yield AccountRow(account, names, self._finding(found, ledger, account), self.requests)

    def _alignment(self, found: WinWin) -> Iterator[QWidget]:
        if not found.alignment:
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(look().px(26), 0, 0, 0)
        column.setSpacing(look().px(4))
        for finding in found.alignment:
            column.addWidget(FindingRow(with_names_bold(shown(finding.words), found), finding, self.requests))
        number = counted(len(found.alignment), "thing")
        yield Hairline()
        yield Fold(f"Interests nobody serves, mechanisms that align nobody: {number} to look at", content)


class AccountRow(QWidget):
    """What one stakeholder gives, and what it gets."""

    def __init__(
        self, account: Account, names: dict[str, str], finding: Finding | None, requests: Requests
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        head = QHBoxLayout()
        name = names[account.stakeholder.id]
        head.addWidget(Sentence(name, "row_title"), 1)
        head.addWidget(WhyMark(finding, requests, f"{name}: why?"))
        nest(column, head)
        if account.only_gives:
            column.addWidget(Sentence("Only gives: it gets nothing in return.", "body_medium", "loss_ink"))
        columns = Columns(240, (1, 2), row_gap=8)
        columns.show_widgets(
            [_list("Gives", account.gives, "to", names), _list("Gets", account.gets, "from", names)]
        )
        column.addWidget(columns)


def _list(title: str, entries: tuple[Entry, ...], link: str, names: dict[str, str]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(2))
    column.addWidget(Sentence(title, "group", "muted"))
    for entry in entries:
        whom = f", {link} {names[entry.other]}" if entry.other in names else ""
        text = entry.text.strip().removesuffix(".") or "not described"
        column.addWidget(Sentence(f"{strong(NAMED[entry.good])}: {text}{whom}", "secondary"))
    if not entries:
        column.addWidget(Sentence(NOTHING, "secondary", "muted"))
    return holder


def _ways(account: Account, goods: tuple[Good | None, ...]) -> Iterator[Way]:
    if any(entry.good in goods for entry in account.gives):
        yield "gives"
    if any(entry.good in goods for entry in account.gets):
        yield "gets"


def _holds(ledger: Ledger, goods: tuple[Good | None, ...]) -> bool:
    return any(
        entry.good in goods for account in ledger.accounts for entry in (*account.gives, *account.gets)
    )
