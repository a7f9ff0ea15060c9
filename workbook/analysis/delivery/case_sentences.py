"""The sentences of a business case, spoken by the stakeholder itself: "we want", "it brings us", "we gain".

Spoken so, a sentence fits a company, an office and a group of people alike. What nobody has written is said
to be missing, and never filled in.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from workbook.analysis.delivery.words import day, expectation, inside, joined, quoted, sentence, written
from workbook.analysis.win_win.naming import interest_name, score_words, signed, span
from workbook.analysis.win_win.telling import because_of, causes, is_worth
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Holder, Row
from workbook.analysis.win_win.verdicts import RedLine
from workbook.model.benefits import Benefit, Cost
from workbook.model.draft import Draft
from workbook.model.mix import exact
from workbook.model.scores import Scale
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import BenefitOutcome, CostTiming, InterestKind

OUTCOMES: Mapping[BenefitOutcome, str] = {"met": "met", "partly": "partly met", "missed": "missed"}
TWO = 2
TIMINGS: Mapping[CostTiming | None, str] = {"once": "once", "running": "for as long as it runs", None: ""}


def wishes(stakeholder: Stakeholder, shares: Sequence[Fraction] | None) -> str:
    """What it wants, what counts most first where that is known, and what it fears.

    `shares` are those of its interests, in their order; None: how much they count is not known.
    """
    who = written(stakeholder.name)
    speaking = f"Speaking for {who}: " if who else ""
    wants = _most_first(stakeholder, "want", shares)
    fears = [_called(each) for each, _ in _most_first(stakeholder, "concern", shares)]
    if not wants and not fears:
        return f"{speaking}{_begin('what we want and fear is not written down yet.', speaking)}"
    concern = f"our {'concern is' if len(fears) == 1 else 'concerns are'} {joined(fears)}."
    if not wants:
        return f"{speaking}{_begin(concern, speaking)}"
    said = f"{speaking}{_begin(_wanted(wants, is_known=shares is not None), speaking)}"
    return f"{said} {_begin(concern, '')}" if fears else said


def without_agreement(stakeholder: Stakeholder) -> str:
    """What it has if nothing comes of this."""
    words = stakeholder.without_agreement.strip()
    if not words:
        return "What we would have without an agreement is not written down yet."
    return f"Without an agreement: {sentence(words)}"


def gives_and_takes(scenario_name: str, benefits: Sequence[Benefit], costs: Sequence[Cost]) -> str:
    """What the scenario brings it, first what is of value to itself, and what it has to bear for that."""
    name = f"“{scenario_name}”" if scenario_name else "this scenario"
    if not benefits and not costs:
        return f"What {name} would bring us, and what it would cost us, is not written down yet."
    return f"{_brings(name, benefits)} {_bears(costs)}"


def balance(draft: Draft, holder: Holder | None, row: Row | None, net: Interval | None) -> str:
    """Better or worse off than without an agreement, in words, then in points; and why, if it is no gain."""
    if holder is None or row is None or net is None:
        return "What it is worth to us is not worked out, because we stand in the background of this design."
    on_scale = f"on a scale from {_scale(draft.scale)}"
    if row.loses:
        because = because_of(holder, row) if causes(holder, row) else "we have more without one"
        return (
            f"On balance we are worse off than without an agreement ({span(net)} {on_scale}), "
            f"because {because}. As it stands, this speaks against it."
        )
    if row.gains:
        gain = "gain a little" if "little" in is_worth(net.low) else "gain"
        figure = signed(net.low) if net.is_point else f"between {signed(net.low)} and {signed(net.high)}"
        return f"On balance we {gain} compared with having no agreement ({figure} {on_scale})."
    if row.is_point:
        return f"On balance we are neither better nor worse off than without an agreement (0 {on_scale})."
    between = f"between {signed(net.low)} and {signed(net.high)} {on_scale}"
    return f"On balance {_open(row)} ({between}), because {_why_open(holder, row)}."


def crosses(line: RedLine) -> str:
    """That the scenario crosses a red line of its own, or may."""
    interest, lowest = _called(line.interest), score_words(line.lowest_accepted)
    if line.is_crossed and line.score is not None:
        scored = score_words(line.score)
        return f"It crosses a line of ours: {interest} scores {scored}, and {lowest} is the lowest we accept."
    if line.is_crossed:
        return f"It crosses a line of ours: nothing on the scale satisfies {interest}."
    return f"It may cross a line of ours: {interest} is not scored, and {lowest} is the lowest we accept."


def _brings(name: str, benefits: Sequence[Benefit]) -> str:
    own = [_benefit(each) for each in benefits if each.value != "public"]
    public = [_benefit(each) for each in benefits if each.value == "public"]
    if own:
        said = f"{_begin(name, '')} brings us {joined(own)}."
        return f"{said} For the public it brings {joined(public)}." if public else said
    if public:
        return (
            f"{_begin(name, '')} brings the public {joined(public)}. "
            "A benefit of our own is not written down yet."
        )
    return f"What {name} would bring us is not written down yet."


def _bears(costs: Sequence[Cost]) -> str:
    if not costs:
        return "What it would cost us is not written down yet."
    return f"For that we bear {joined([_cost(each) for each in costs])}."


def _most_first(
    stakeholder: Stakeholder, kind: InterestKind, shares: Sequence[Fraction] | None
) -> list[tuple[Interest, Fraction]]:
    """Its interests of one kind; where it is known how much they count, without those that count nothing."""
    if shares is None:
        return [(each, Fraction(0)) for each in stakeholder.interests if each.kind == kind]
    counting = [
        (each, share)
        for each, share in zip(stakeholder.interests, shares, strict=True)
        if each.kind == kind and share
    ]
    return sorted(counting, key=lambda pair: pair[1], reverse=True)


def _wanted(wants: Sequence[tuple[Interest, Fraction]], *, is_known: bool) -> str:
    names = [_called(each) for each, _ in wants]
    if len(names) == 1:
        return f"we want {names[0]}."
    if not is_known:
        which = "more" if len(names) <= TWO else "most"
        return f"we want {joined(names)}; which of them counts {which} is not known."
    if wants[0][1] == wants[1][1]:
        return f"we want {joined(names)}."
    return f"above all we want {names[0]}, then {joined(names[1:])}."


def _benefit(benefit: Benefit) -> str:
    details = _measured(benefit) or expectation(benefit)
    return f"{quoted(benefit.text, 'a benefit without words')}{f' ({details})' if details else ''}"


def _measured(benefit: Benefit) -> str:
    judged = "" if benefit.outcome is None else OUTCOMES[benefit.outcome]
    if not benefit.measured.strip():
        return f"{judged}, though nothing measured is written down" if judged else ""
    when = "" if benefit.measured_on is None else f" on {day(benefit.measured_on)}"
    return f"measured{when}: {inside(benefit.measured)}{f'; {judged}' if judged else ''}"


def _cost(cost: Cost) -> str:
    amount = inside(cost.amount) or "how much is not said yet"
    when = TIMINGS[cost.timing]
    return f"{quoted(cost.text, 'a cost without words')} ({amount}{f', {when}' if when else ''})"


def _open(row: Row) -> str:
    if row.loses is False:
        return "we do not lose, but whether we gain is not yet known"
    if row.gains is False:
        return "we do not gain, and whether we lose is not yet known"
    return "it is not yet known whether we gain or lose"


def _why_open(holder: Holder, row: Row) -> str:
    interests = holder.stakeholder.interests
    if not interests:
        return "nobody has said what we want"
    gaps = [_called(interests[at]) for at in row.gaps if holder.worth is None or holder.worth[at]]
    reasons = [f"{joined(gaps)} {'is' if len(gaps) == 1 else 'are'} not scored"] if gaps else []
    if holder.worth is None:
        reasons.append("how much each of our interests counts is not known")
    return " and ".join(reasons)


def _scale(scale: Scale) -> str:
    return f"{score_words(exact(scale.min))} to {score_words(exact(scale.max))}"


def _called(interest: Interest) -> str:
    """What a person wrote; never an id, which nobody could read out."""
    return interest_name(interest) if interest.text.strip() else "something nobody has put into words yet"


def _begin(words: str, before: str) -> str:
    """With a capital letter where it begins a sentence."""
    return words if before else f"{words[:1].upper()}{words[1:]}"
