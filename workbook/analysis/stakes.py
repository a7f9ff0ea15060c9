"""What a stakeholder measures a scenario by: the share each interest has, and the line it is counted from."""

from fractions import Fraction

from workbook.analysis.finding import Finding, Input, shown
from workbook.analysis.win_win.importance import IMPORTANCE_RULE, importance
from workbook.analysis.win_win.sources import MULTIPLE_OBJECTIVES, NEGOTIATION_ANALYSIS
from workbook.editing import write_address
from workbook.model.draft import Draft
from workbook.model.mix import exact
from workbook.model.record import Record
from workbook.model.stakeholders import Interest, Stakeholder

LINE_RULE = (
    "0 stands for: no different from today. A scenario is counted from this line: what its scores come to, "
    "less this value. Above it the stakeholder gains; below it, it does better without an agreement."
)


class Share(Record):
    """How much one interest counts: in few words, such as "3 of 8", and with what is behind them."""

    words: str
    finding: Finding


def shares(draft: Draft, stakeholder: Stakeholder) -> dict[str, Share]:
    """How much each interest of a stakeholder counts for it, by the id of the interest."""
    known = importance(stakeholder)
    interests = stakeholder.interests
    parts: tuple[Fraction | None, ...] = known.shares or (None,) * len(interests)
    inputs = tuple(
        Input(
            name=_called(each),
            value="not said" if each.weight is None else each.weight,
            address=_at(draft, stakeholder, "interests", each.id, "weight"),
        )
        for each in interests
    )
    total = sum((exact(each.weight) for each in interests if each.weight), Fraction(0))
    return {
        each.id: Share(
            words=_words(each, part, total, alone=len(interests) == 1),
            finding=Finding(
                id=f"share.{each.id}",
                words=_sentence(stakeholder, each, part, total, known.because),
                value=shown(part),
                unit="share of the weights",
                inputs=inputs,
                rule=IMPORTANCE_RULE,
                citation=MULTIPLE_OBJECTIVES,
                address=_at(draft, stakeholder, "interests", each.id),
            ),
        )
        for each, part in zip(interests, parts, strict=True)
    }


def line(draft: Draft, stakeholder: Stakeholder) -> Finding:
    """The line every scenario has to beat for a stakeholder, and why it lies there."""
    value, who = stakeholder.reservation_value, stakeholder.name or "This stakeholder"
    words = (
        f"{who}: what it has without an agreement is worth {_number(exact(value))} points."
        if value
        else f"{who}: what it has without an agreement counts as 0, no different from today."
    )
    return Finding(
        id=f"without_agreement.{stakeholder.id}",
        words=words,
        value=value,
        unit="points on the scale",
        inputs=(
            Input(
                name="Without an agreement",
                value=stakeholder.without_agreement or "not said",
                address=_at(draft, stakeholder, "without_agreement"),
            ),
            Input(name="Its value", value=value, address=_at(draft, stakeholder, "reservation_value")),
            Input(
                name="The scale",
                value=f"{_number(exact(draft.scale.min))} to {_number(exact(draft.scale.max))}",
            ),
        ),
        rule=LINE_RULE,
        citation=NEGOTIATION_ANALYSIS,
        address=_at(draft, stakeholder, "reservation_value"),
    )


def _words(interest: Interest, part: Fraction | None, total: Fraction, *, alone: bool) -> str:
    if alone:
        return "the only one"
    if interest.weight is None:
        return "not said" if part is None else f"0 of {_number(total)}"
    weight = _number(exact(interest.weight))
    return f"{weight} of ?" if part is None else f"{weight} of {_number(total)}"


def _sentence(
    stakeholder: Stakeholder, interest: Interest, part: Fraction | None, total: Fraction, because: str
) -> str:
    who = stakeholder.name or "this stakeholder"
    if part is None:
        return f"How much “{_called(interest)}” counts for {who} is not known: {because}."
    if len(stakeholder.interests) == 1:
        return f"“{_called(interest)}” is all that counts for {who}."
    weight = _number(exact(interest.weight or 0))
    return f"“{_called(interest)}” counts {weight} of {_number(total)} for {who}."


def _called(interest: Interest) -> str:
    return interest.text.strip().removesuffix(".") or "An interest without words"


def _number(value: Fraction) -> str:
    """Exactly what was typed: weights and points are decimals, and so are their sums."""
    written = f"{float(abs(value)):.12g}"
    return f"\N{MINUS SIGN}{written}" if value < 0 else written


def _at(draft: Draft, stakeholder: Stakeholder, *steps: str) -> str:
    return write_address(("drafts", draft.id, "stakeholders", stakeholder.id, *steps))
