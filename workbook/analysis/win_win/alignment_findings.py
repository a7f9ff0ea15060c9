"""Whether the design does what it says, and who gives and gets what, as findings."""

from collections.abc import Iterable, Iterator, Sequence

from workbook.analysis.finding import Finding, Input
from workbook.analysis.win_win.alignment import (
    IdleMechanism,
    Motives,
    idle_mechanisms,
    motives,
    says_social_issue,
    unserved,
)
from workbook.analysis.win_win.ledger import Account, Direction, Entry, Good, Ledger
from workbook.analysis.win_win.naming import interest_name, number, scenario_name, stakeholder_name
from workbook.analysis.win_win.sources import OURS
from workbook.analysis.win_win.telling import Telling
from workbook.analysis.win_win.values import Holder
from workbook.analysis.wording import listed, of_100
from workbook.editing import write_address
from workbook.library.catalogues import name_of
from workbook.library.entries import Library
from workbook.model.stakeholders import Interest
from workbook.model.vocabulary import Orientation
from workbook.model.workbook import OwnEntry

UNSERVED_RULE = "Every interest that a benefit is meant to serve is named by it; this one is named by none."
IDLE_RULE = (
    "A mechanism aligns somebody if it names an interest, of a party or of anybody else, that its "
    "scenario makes better off. One whose interests are not all scored yet is left alone."
)
MOTIVES_RULE = (
    "The shares of the parties' interests, by whether they are for themselves, for society or for both. "
    "Every party whose weights are known counts the same. More than half on its own reads “mostly”. On a"
    " social issue platform the issue comes first and gains of one's own are an added benefit."
)
MOTIVES_CITATION = f"{OURS}, on Susha et al. 2019, Table 1"
LEDGER_RULE = (
    "From the data flows the scenario uses, its benefits (who gives, who gets) and its costs (who bears "
    "them). A party that only gives has no reason in sight to go on."
)
LEDGER_CITATION = f"{OURS}, on Susha et al. 2019, section 2"

FOR_WHOM: dict[Orientation, str] = {
    "self": "itself",
    "social": "society",
    "both": "both",
}
GOODS: dict[Good | None, str] = {
    "data": "data",
    "money": "money",
    "service": "a service",
    "standing": "standing",
    "public_value": "public value",
    "work": "work",
    "it": "IT",
    "legal": "legal work",
    "exposure": "exposure",
    None: "something not named",
}


def alignment_findings(told: Telling, library: Library, own_entries: Iterable[OwnEntry]) -> Iterator[Finding]:
    """Interests without a benefit, mechanisms that align nobody, motives that do not fit the platform."""
    draft = told.values.draft
    if any(scenario.benefits for scenario in draft.scenarios):
        for holder, interest in unserved(told.values):
            yield _unserved(told, holder, interest)
    elif draft.scenarios and any(holder.stakeholder.interests for holder in told.values.holders):
        yield _no_benefit(told)
    own = tuple(own_entries)
    for idle in idle_mechanisms(draft):
        name = name_of(library, own, "mechanisms", idle.mechanism.mechanism)
        yield _idle(told, idle, name)
    found = motives(told.values.parties)
    if found is not None and found.is_mostly_self_interest and says_social_issue(draft):
        yield _motives(told, found)


def ledger_findings(told: Telling, ledgers: Sequence[Ledger]) -> Iterator[Finding]:
    """What each stakeholder gives and gets in each scenario; a warning where a party only gives."""
    for ledger in ledgers:
        for account in ledger.accounts:
            if account.gives or account.gets:
                yield _account(told, ledger, account)


def _unserved(told: Telling, holder: Holder, interest: Interest) -> Finding:
    name = stakeholder_name(holder.stakeholder)
    address = told.names.interest_address(holder.id, interest.id)
    return Finding(
        id=f"win_win.unserved.{told.values.draft.id}.{interest.id}",
        severity="advice" if interest.kind == "want" else "info",  # a concern asks for safeguards first
        words=f"No benefit in any scenario serves this interest of {name}: {interest_name(interest)}.",
        value=0,
        unit="benefits",
        inputs=(Input(name=interest_name(interest), value=interest.weight, address=f"{address}/weight"),),
        rule=UNSERVED_RULE,
        citation=OURS,
        address=address,
    )


def _no_benefit(told: Telling) -> Finding:
    return Finding(
        id=f"win_win.unserved.{told.values.draft.id}",
        severity="advice",
        words="No benefit serves any interest yet: no scenario has a benefit.",
        value=0,
        unit="benefits",
        rule=UNSERVED_RULE,
        citation=OURS,
        address=told.names.address("scenarios"),
    )


def _idle(told: Telling, idle: IdleMechanism, name: str) -> Finding:
    scenario = idle.scenario
    address = told.names.address("scenarios", scenario.id, "mechanisms", idle.mechanism.mechanism)
    why = "it names no interest that it serves"
    if idle.served:
        served = listed([interest_name(each) for each in idle.served])
        what = f"{served} is not" if len(idle.served) == 1 else f"nothing it serves ({served}) is"
        why = f"{what} better off in this scenario"
    return Finding(
        id=f"win_win.idle.{told.values.draft.id}.{scenario.id}.{idle.mechanism.mechanism}",
        severity="advice",
        words=f"{scenario_name(scenario)}: the mechanism “{name}” aligns nobody, because {why}.",
        value=0,
        unit="interests aligned",
        inputs=tuple(_served(told, idle))
        or (Input(name="Interests it serves", value="none", address=address),),
        rule=IDLE_RULE,
        citation=f"{OURS}, on Susha et al. 2019, section 5",
        address=address,
    )


def _served(told: Telling, idle: IdleMechanism) -> Iterator[Input]:
    scores = {score.interest: score.value for score in idle.scenario.scores}
    for interest in idle.served:
        yield Input(
            name=f"{interest_name(interest)}: score",
            value=scores[interest.id],
            address=told.names.score_address(idle.scenario.id, interest.id),
        )


def _motives(told: Telling, found: Motives) -> Finding:
    digits = f"{of_100(found.own)} for themselves, {of_100(found.social)} for society"
    if found.both:
        digits += f", {of_100(found.both)} for both"
    return Finding(
        id=f"win_win.motives.{told.values.draft.id}",
        severity="advice",
        words=(
            "The platform says social issue, but the parties' weighted interests are mostly self-interest "
            f"({digits})."
        ),
        value=number(found.own),
        unit="share",
        inputs=tuple(
            Input(
                name=f"{interest_name(interest)}, for {FOR_WHOM[interest.orientation or 'both']}: share",
                value=number(share),
                address=told.names.interest_address(holder.id, interest.id, "orientation"),
            )
            for holder, interest, share in found.weighed
        ),
        rule=MOTIVES_RULE,
        citation=MOTIVES_CITATION,
        address=told.names.address("stakeholders"),
    )


def _account(told: Telling, ledger: Ledger, account: Account) -> Finding:
    name, scenario = stakeholder_name(account.stakeholder), scenario_name(ledger.scenario)
    gives, gets = _goods(account.gives), _goods(account.gets)
    if account.only_gives:
        words = f"{scenario}: {name} only gives: {gives}; it gets nothing."
    elif not account.gives:
        words = f"{scenario}: {name} gets {gets}; it gives nothing."
    else:
        words = f"{scenario}: {name} gives {gives}" + (f"; it gets {gets}." if gets else "; it gets nothing.")
    return Finding(
        id=f"win_win.ledger.{told.values.draft.id}.{ledger.scenario.id}.{account.stakeholder.id}",
        severity="warning" if account.only_gives else "info",
        words=words,
        value=len(account.gets),
        unit="things it gets",
        inputs=tuple(_entry(told, entry) for entry in (*account.gives, *account.gets)),
        rule=LEDGER_RULE,
        citation=LEDGER_CITATION,
        address=told.names.address("scenarios", ledger.scenario.id),
    )


def _goods(entries: Sequence[Entry]) -> str:
    kinds = dict.fromkeys(GOODS[entry.good] for entry in entries)
    return listed(list(kinds))


def _entry(told: Telling, entry: Entry) -> Input:
    other = next((each for each in told.values.draft.stakeholders if each.id == entry.other), None)
    link: dict[Direction, str] = {"gives": " to ", "gets": " from "}
    whom = f"{link[entry.direction]}{stakeholder_name(other)}" if other is not None else ""
    return Input(
        name=f"{entry.direction} {GOODS[entry.good]}{whom}",
        value=entry.text,
        address=write_address(entry.address),
    )
