"""Small questions for the tests of robustness, written the way one writes a table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from workbook.analysis.robustness.question import (
    InterestInput,
    Question,
    ScenarioInput,
    ScoreInput,
    StakeholderInput,
)
from workbook.analysis.robustness.shares import Simulation
from workbook.analysis.robustness.simulation import simulate
from workbook.model.draft import Draft

SEED = 20190618
DRAWS = 10_000

Said = float | str | None


def exact(number: Said) -> Fraction | None:
    """A number as one writes it: 1, 0.5 or "1/3"."""
    return None if number is None else Fraction(str(number))


def stakeholder(key: str, weights: Sequence[Said], **more: Any) -> StakeholderInput:  # noqa: ANN401
    """Somebody with interests key1, key2 ... of these weights."""
    interests = tuple(InterestInput(f"{key}{n}", exact(each)) for n, each in enumerate(weights, start=1))
    return StakeholderInput(key, interests, name=key.capitalize(), **more)


def scenario(key: str, rows: Mapping[str, Sequence[Said]]) -> ScenarioInput:
    """A scenario with the scores of each stakeholder, None where there is none."""
    scores = {
        f"{holder}{n}": ScoreInput(exact(each))
        for holder, row in rows.items()
        for n, each in enumerate(row, start=1)
        if each is not None
    }
    return ScenarioInput(key, scores, name=key.capitalize())


def question(
    stakeholders: Sequence[StakeholderInput],
    scenarios: Mapping[str, Mapping[str, Sequence[Said]]],
    **more: Any,  # noqa: ANN401 - any other field of a question
) -> Question:
    """A question without noise, unless it is asked for."""
    rows = tuple(scenario(key, row) for key, row in scenarios.items())
    return Question(**{"stakeholders": tuple(stakeholders), "scenarios": rows, "score_noise": False, **more})


def alone(weights: Sequence[Said], scores: Sequence[Said], **more: Any) -> Question:  # noqa: ANN401
    """One party in one scenario."""
    of_question = {key: more.pop(key) for key in ("score_noise", "step", "low", "high") if key in more}
    return question([stakeholder("s", weights, **more)], {"c": {"s": scores}}, **of_question)


def with_red_line(asked: Question, interest: str, red_line: Said) -> Question:
    """The same with a red line."""
    stakeholders = tuple(
        replace(
            each,
            interests=tuple(
                replace(one, red_line=exact(red_line)) if one.id == interest else one
                for one in each.interests
            ),
        )
        for each in asked.stakeholders
    )
    return replace(asked, stakeholders=stakeholders)


def simulated(asked: Question, seed: int = SEED, draws: int = DRAWS) -> Simulation:
    """As usual."""
    return simulate(asked, seed=seed, draws=draws)


def worked_example(**changes: Any) -> Draft:  # noqa: ANN401 - any field of a draft
    """The worked example of the definitions, section 9."""

    def holder(name: str, weights: Mapping[str, int], **more: Any) -> dict[str, Any]:  # noqa: ANN401
        interests = [{"id": each, "text": each, "weight": weight} for each, weight in weights.items()]
        return {"id": name.lower(), "name": name, "interests": interests, **more}

    def row(name: str, scores: Mapping[str, int]) -> dict[str, Any]:
        return {
            "id": name.split(maxsplit=1)[0].lower(),
            "name": name,
            "scores": {each: {"value": value} for each, value in scores.items()},
        }

    names = ("quality", "cost", "services", "privacy", "revenue", "reputation")
    draft = {
        "id": "ours",
        "name": "Ours",
        "stakeholders": [
            holder("Hospital", {"quality": 3, "cost": 1}),
            holder("City", {"services": 1, "privacy": 1}),
            holder("Vendor", {"revenue": 2, "reputation": 1}, reservation_value=0.5),
        ],
        "scenarios": [
            row("Full pooling", dict(zip(names, (2, -1, 2, -3, 3, 0), strict=True))),
            row("Trusted intermediary", dict(zip(names, (1, 0, 1, 1, 1, 1), strict=True))),
            row("Aggregates only", dict(zip(names[:5], (1, -2, 0, 2, 1), strict=True))),
        ],
    }
    return Draft.model_validate({**draft, **changes})


@st.composite
def questions(draw: st.DrawFn, *, gaps: bool = False) -> Question:
    """Two or three stakeholders and two to four scenarios, all kinds of doubt about the weights."""
    score = st.integers(-3, 3) | (st.none() if gaps else st.nothing())
    holders = []
    for key in ("a", "b", "c")[: draw(st.integers(2, 3))]:
        weights = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3))
        holders.append(
            stakeholder(
                key,
                weights,
                weights_known=draw(st.sampled_from(["given", "order", "unknown"])),
                certainty=draw(st.sampled_from(["rough", "fairly_sure", "sure"])),
                reservation=draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(-1)])),
            )
        )
    rows = {
        key: {each.id: draw(st.lists(score, min_size=3, max_size=3)) for each in holders}
        for key in ("k", "l", "m", "n")[: draw(st.integers(2, 4))]
    }
    return question(holders, rows)
