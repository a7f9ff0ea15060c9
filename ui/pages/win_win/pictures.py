"""The findings as pictures: net values of every scenario, and the map of worst-off against total."""

from collections.abc import Iterator, Mapping

from ui.charts.joint_gain import Dot, JointGain
from ui.charts.net_table import Effect, Mark, NetCell, NetColumn, NetRow, NetTable, Remark, Strength
from ui.pages.win_win.wording import names_of, shown, signed_points, verdict_of
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import stakeholder_name
from workbook.analysis.win_win.net_findings import net_id
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Holder, Row
from workbook.analysis.win_win.verdicts import Kind, Verdict
from workbook.analysis.wording import counted

WORDS: dict[Kind | None, tuple[Mark, str]] = {
    "win-win": ("win-win", "Win-win"),
    "trade-off": ("refused", "Trade-off"),
    "loss-only": ("refused", "Worse than no agreement"),
    "red-line": ("refused", "Red line crossed"),
    "neutral": ("neutral", "No difference"),
    "undetermined": ("open", "Not yet known"),
    None: ("open", "No verdict"),
}
HALF, QUARTER = 0.5, 0.25


def net_table(found: WinWin) -> NetTable:
    """Parties first, then those affected; everything in the order of entry."""
    holders = sorted(found.figures.values.holders, key=lambda holder: not holder.is_party)
    return NetTable(
        columns=tuple(
            NetColumn(holder.id, stakeholder_name(holder.stakeholder), holder.is_party) for holder in holders
        ),
        rows=tuple(_row(found, verdict, holders) for verdict in found.figures.verdicts.values()),
    )


def joint_gain(found: WinWin) -> JointGain:
    """Every scenario by the net value of whoever is worst off, and the sum of all parties'."""
    units = found.figures.values.units
    names = names_of(found)
    dots = []
    for verdict in found.figures.verdicts.values():
        if verdict.surplus is None:
            continue
        worst = units.interval(min(verdict.values.low), min(verdict.values.high))
        finding = verdict_of(found, verdict.id)
        dots.append(
            Dot(
                key=finding.id,
                said=shown(f"{finding.words} {_map_words(worst, verdict.surplus)}"),
                name=names[verdict.id],
                total=_ends(verdict.surplus),
                worst=_ends(worst),
                effect=_map_effect(verdict),
                is_beaten=bool(found.figures.dominated_by[verdict.id]),
            )
        )
    return JointGain(tuple(dots))


def _row(found: WinWin, verdict: Verdict, holders: list[Holder]) -> NetRow:
    mark, word = WORDS[verdict.outcome.kind]
    if verdict.outcome.kind == "win-win" and len(found.figures.values.parties) == 1:
        word = "Gain"
    finding = verdict_of(found, verdict.id)
    findings = {each.id: each for each in found.scenarios[verdict.id]}
    return NetRow(
        id=verdict.id,
        key=finding.id,
        said=shown(finding.words),
        name=names_of(found)[verdict.id],
        mark=mark,
        word=word,
        detail=_detail(found, verdict),
        cells=tuple(_cell(found, verdict, holder, findings) for holder in holders),
        remarks=tuple(_remarks(found, verdict)),
    )


def _cell(found: WinWin, verdict: Verdict, holder: Holder, findings: Mapping[str, Finding]) -> NetCell:
    row, table = verdict.values.rows[holder.id], found.figures.values
    net = table.net(row)
    finding = findings[net_id(found.draft, verdict.id, holder.id)]
    low, high = _ends(net)
    scale = table.draft.scale
    return NetCell(
        key=finding.id,
        said=shown(finding.words),
        text=_text(row, net),
        effect=_effect(row),
        low=low,
        high=high,
        strength=_strength(low, scale.max if low > 0 else -scale.min),
    )


def _text(row: Row, net: Interval) -> str:
    """What stands beside the bar. Of what is open the side, where that is known."""
    if row.is_point:
        return signed_points(net.low)
    return "gains, ?" if row.gains else "loses, ?" if row.loses else "?"


def _effect(row: Row) -> Effect:
    if row.gains:
        return "gain"
    if row.loses:
        return "loss"
    return "even" if row.is_point else "open"


def _strength(value: float, end: float) -> Strength:
    """Half of what the scale allows is much, a quarter is middling."""
    if not value:
        return 0
    share = abs(value) / end if end else 1.0
    return 3 if share >= HALF else 2 if share >= QUARTER else 1


def _detail(found: WinWin, verdict: Verdict) -> str:
    """How many gain, or lose, or what is missing."""
    parties = found.figures.values.parties
    rows = [verdict.values.rows[party.id] for party in parties]
    if len(parties) <= 1:
        return ""
    words = ""
    match verdict.outcome.kind:
        case "win-win":
            gain = _of(sum(row.gains is True for row in rows), len(rows), "gain")
            words = "everyone gains" if verdict.outcome.all_gain else f"nobody loses, {gain}"
        case "trade-off" | "loss-only":
            words = _of(sum(row.loses is True for row in rows), len(rows), "lose")
        case "red-line":
            words = "nobody loses"
        case "undetermined":
            words = _missing(found, verdict)
    return words


def _missing(found: WinWin, verdict: Verdict) -> str:
    """What is not known: scores, else weights."""
    rows = [verdict.values.rows[party.id] for party in found.figures.values.parties]
    gaps = sum(len(row.gaps) for row in rows if row.is_open)
    gaps = gaps or sum(line.score is None and line.holder.is_party for line in verdict.red_lines)
    if gaps:
        return f"{counted(gaps, 'score')} missing"
    return "weights missing" if found.figures.values.of_unknown_importance else ""


def _of(number: int, all_of_them: int, verb: str) -> str:
    return f"{number} of {all_of_them} {verb}{'s' if number == 1 else ''}"


def _remarks(found: WinWin, verdict: Verdict) -> Iterator[Remark]:
    """Red lines by name, and whom it harms who is not at the table."""
    for line in verdict.red_lines:
        name = stakeholder_name(line.holder.stakeholder)
        crosses = "crosses" if line.is_crossed else "may cross"
        yield Remark(f"{crosses} a red line of {name}", is_loss=line.is_crossed)
    for holder in found.figures.values.holders:
        if not holder.is_party and verdict.values.rows[holder.id].loses:
            yield Remark(f"harms {stakeholder_name(holder.stakeholder)}, not at the table")


def _map_effect(verdict: Verdict) -> Effect:
    acceptable = verdict.outcome.acceptable
    return "open" if acceptable is None else "gain" if acceptable else "loss"


def _map_words(worst: Interval, total: Interval) -> str:
    def told(net: Interval) -> str:
        return (
            signed_points(net.low)
            if net.is_point
            else f"open, {signed_points(net.low)} to {signed_points(net.high)}"
        )

    return f"Worst-off party: {told(worst)}. Total: {told(total)}."


def _ends(net: Interval) -> tuple[float, float]:
    return float(net.low), float(net.high)
