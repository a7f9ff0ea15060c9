"""Who gives and who gets what in each scenario; a party that only gives is named."""

from collections.abc import Iterator, Sequence

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.win_win.alignment_findings import GOODS, LEDGER_CITATION, LEDGER_RULE
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.ledger import Account, Entry
from workbook.analysis.win_win.naming import scenario_name, stakeholder_name

COLUMNS = (
    Column("Draft", 150, "name"),
    Column("Scenario", 210, "name"),
    Column("Who", 200, "name"),
    Column("Gives", 370),
    Column("Gets", 370),
    Column("In words", 330),
    Column("Only gives?", 110),
)
NOTHING = Styled("nothing", "muted")
ONLY_GIVES = "\N{WARNING SIGN} only gives"


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Value ledger", "Who gives and who gets what: data, money, service, standing, public value, work."
    )
    page.table(COLUMNS, _rows(report), "What each stakeholder gives and gets in each scenario.", frozen=3)
    page.paragraph(f"{LEDGER_RULE} [{LEDGER_CITATION}]")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft, title in report.titles_of("draft"):
        found = report.win_wins[draft]
        rows = list(_of_draft(found))
        for row in rows:
            yield title, *row
        if not rows:
            none = "No scenario yet" if not found.draft.scenarios else "Nobody gives or gets anything yet"
            yield title, Styled(none, "muted"), *[None] * (len(COLUMNS) - 2)


def _of_draft(found: WinWin) -> Iterator[tuple[Value, ...]]:
    words = {finding.id: finding.words for finding in found.ledger}
    names = {each.id: stakeholder_name(each) for each in found.draft.stakeholders}
    for ledger in found.ledgers:
        for account in ledger.accounts:
            finding = f"win_win.ledger.{found.draft.id}.{ledger.scenario.id}.{account.stakeholder.id}"
            yield (
                scenario_name(ledger.scenario),
                stakeholder_name(account.stakeholder),
                _entries(account.gives, names),
                _entries(account.gets, names),
                words.get(finding) or Styled("It gives and gets nothing.", "muted"),
                _flag(account),
            )


def _entries(entries: Sequence[Entry], names: dict[str, str]) -> Value:
    return "\n".join(f"\N{BULLET} {_entry(entry, names)}" for entry in entries) or NOTHING


def _entry(entry: Entry, names: dict[str, str]) -> str:
    text = f"{GOODS[entry.good]}: {entry.text}" if entry.text else GOODS[entry.good]
    if entry.other is None:
        return text
    return f"{text} ({'to' if entry.direction == 'gives' else 'from'} {names[entry.other]})"


def _flag(account: Account) -> Value:
    return ONLY_GIVES if account.only_gives else None


SHEET = Sheet("Value ledger", 68, "Who gives and who gets what in each scenario, and who only gives.", write)
